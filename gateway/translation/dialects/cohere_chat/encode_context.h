// What every step of encoding a request for Cohere needs.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"

#include <string>
#include <string_view>

namespace gateway::translation::cohere {

struct EncodeContext {
    const ChatRequest &request;
    const std::string &model; // as Cohere knows it
    ExchangeState &state;
    ConversionReport &report;

    // A Cohere client chose its words for Cohere: they go on as they are.
    bool isSameDialect() const { return request.dialect == DialectId::CohereChat; }
};

// Where the client's dialect says this; the hub's own name where there is no better one.
std::string clientPointer(const ChatRequest &request, std::string_view hubName);

// Models that are known to have no reasoning; unknown ones are taken to have it.
bool isWithoutReasoning(std::string_view model);

} // namespace gateway::translation::cohere
