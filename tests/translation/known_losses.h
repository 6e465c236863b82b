// What a translation leaves out without a note of its own, and why that is no loss that anybody has to be told of.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"

#include <array>
#include <optional>

struct KnownLoss {
    gateway::translation::DialectId client;
    const char *place;                                       // a regular expression for the whole JSON pointer
    std::optional<gateway::translation::DialectId> provider; // none: every one
    const char *note = nullptr;                              // a part of a note that has to be there all the same
    const char *why = nullptr;
};

using LossDialect = gateway::translation::DialectId;

constexpr std::array knownLosses{
    // OpenAI Chat Completions
    KnownLoss{LossDialect::OpenAiChat, "/model", {}, nullptr, "the target says which model is asked"},
    KnownLoss{LossDialect::OpenAiChat, "/(functions/[0-9]+|tools/[0-9]+/function)/parameters/type", {}, nullptr,
              "the schema of a tool is one of an object there, whatever it says"},
    KnownLoss{LossDialect::OpenAiChat, "/messages/[0-9]+/tool_calls/[0-9]+/type", {}, nullptr,
              "a call is known by its members"},
    KnownLoss{LossDialect::OpenAiChat, "/tool_choice(/allowed_tools/tools/[0-9]+)?/type", {}, nullptr,
              "a tool is chosen by its name"},
    KnownLoss{LossDialect::OpenAiChat, "/messages/2/name", {}, nullptr,
              "the result of a legacy function, which is matched with its call"},
    KnownLoss{LossDialect::OpenAiChat, "/messages/7/content/0/(type|depth)", LossDialect::CohereChat, "has no word for",
              "told, but the turn is another one without the part, so it does not count as unchanged"},
    KnownLoss{LossDialect::OpenAiChat, "/(response_format/json_schema|text/format)/name", {}, nullptr,
              "a label that OpenAI demands; it asks for nothing"},
    KnownLoss{LossDialect::OpenAiChat, "/(response_format/json_schema|text/format)/strict", {}, nullptr,
              "the others hold an answer to its schema always"},
    KnownLoss{LossDialect::OpenAiChat, "/response_format/json_schema/schema/additionalProperties", {}, nullptr,
              "structured output has closed objects alone there"},
    KnownLoss{LossDialect::OpenAiChat, "/stream_options/include_usage", {}, nullptr, "the others tell the usage always"},
    KnownLoss{LossDialect::OpenAiChat, "/tools/[0-9]+/custom/format/type", LossDialect::OpenAiResponses, nullptr,
              "the grammar itself goes on, and says what it is"},
    KnownLoss{LossDialect::OpenAiChat, "/tools/[0-9]+/function/parameters/additionalProperties",
              LossDialect::CohereChat, nullptr, "strict tools have closed objects alone there"},
    KnownLoss{LossDialect::OpenAiChat, "/tools/[0-9]+/function/strict", LossDialect::GeminiGenerate, nullptr,
              "a forced call keeps its schema there in any case"},
    KnownLoss{LossDialect::OpenAiChat, "/user", {}, "user", "safety_identifier, the newer word, stands beside it"},
    KnownLoss{LossDialect::OpenAiChat, "/reasoning/summary", LossDialect::GeminiGenerate, nullptr,
              "asks for thoughts, of which there is one kind"},
    // OpenAI Responses
    KnownLoss{LossDialect::OpenAiResponses, "/model", {}, nullptr, "the target says which model is asked"},
    KnownLoss{LossDialect::OpenAiResponses, "/input/[0-9]+/(id|status)", {}, nullptr,
              "names an item that OpenAI keeps, and says that it is whole"},
    KnownLoss{LossDialect::OpenAiResponses, "/input/[0-9]+/call_id", {}, "result",
              "of a result without its call, which is told as text"},
    KnownLoss{LossDialect::OpenAiResponses, "/include/[0-9]+", {}, nullptr,
              "signatures are given always, and where none are, a note says so"},
    KnownLoss{LossDialect::OpenAiResponses, "/input/[0-9]+/(encrypted_content|summary/[0-9]+/type)",
              LossDialect::CohereChat, "easoning", "one note tells of all reasoning"},
    KnownLoss{LossDialect::OpenAiResponses, "/text/format/name", {}, nullptr,
              "a label that OpenAI demands; it asks for nothing"},
    KnownLoss{LossDialect::OpenAiResponses, "/text/format/strict", {}, nullptr,
              "the others hold an answer to its schema always"},
    KnownLoss{LossDialect::OpenAiResponses, "/tools/[0-9]+(/tools/[0-9]+)?/parameters/type", {}, nullptr,
              "the schema of a tool is one of an object there, whatever it says"},
    KnownLoss{LossDialect::OpenAiResponses, "/tool_choice/type", {}, nullptr, "a tool is chosen by its name"},
    KnownLoss{LossDialect::OpenAiResponses, "/reasoning/summary", LossDialect::GeminiGenerate, nullptr,
              "asks for thoughts, of which there is one kind"},
    // Anthropic, Cohere
    KnownLoss{LossDialect::AnthropicMessages, "/model", {}, nullptr, "the target says which model is asked"},
    KnownLoss{LossDialect::CohereChat, "/model", {}, nullptr, "the target says which model is asked"},
};
