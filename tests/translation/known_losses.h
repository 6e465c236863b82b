// What a translation leaves out without a note of its own, and why that is no loss that anybody has to be told of.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"

#include <array>
#include <optional>

struct KnownLoss {
    gateway::translation::DialectId client;
    const char *place;                                       // a regular expression for the whole JSON pointer
    std::optional<gateway::translation::DialectId> provider; // none: every one
    const char *note = nullptr;                              // a part of a note that has to be there
    const char *why = nullptr;                               // for the reader of this table
};

using LossDialect = gateway::translation::DialectId;

constexpr std::array knownLosses{
    KnownLoss{LossDialect::OpenAiChat, "/model", {}, nullptr, "the target says which model is asked"},
    KnownLoss{LossDialect::OpenAiResponses, "/model", {}, nullptr, "the target says which model is asked"},
    KnownLoss{LossDialect::AnthropicMessages, "/model", {}, nullptr, "the target says which model is asked"},
    KnownLoss{LossDialect::CohereChat, "/model", {}, nullptr, "the target says which model is asked"},
};
