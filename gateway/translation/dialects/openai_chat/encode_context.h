// What every step of encoding a request for a chat server needs.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/dialects/openai_chat/server_traits.h"

#include <string>

namespace gateway::translation::openai_chat {

struct EncodeContext {
    const ChatRequest &request;
    const ServerTraits &traits;
    ExchangeState &state;
    ConversionReport &report;

    // A chat client chose its words for its server: they go on as they are.
    bool isSameDialect() const { return request.dialect == DialectId::OpenAiChat; }
};

// Where the client's dialect says this; the hub's own name where there is no better one.
std::string clientPointer(const ChatRequest &request, std::string_view hubName);

} // namespace gateway::translation::openai_chat
