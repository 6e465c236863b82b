// A whole answer for a chat client.
#pragma once

#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

namespace gateway::translation::openai_chat {

std::string encodeResponse(const ChatResponse &response, ExchangeState &state);

// The provider's id where it is one of this dialect, else a made one: "chatcmpl-...".
std::string answerId(const std::string &id, ExchangeState &state);
std::string answerModel(const std::string &model, const ExchangeState &state);
std::int64_t answerTime(const std::optional<std::int64_t> &createdAt);
// OpenAI's own words alone: its SDKs have a list of them.
bool isKnownServiceTier(std::string_view tier);

// {"id","type","function":{...}} of a call; without arguments when they follow in pieces.
Json toolCallJson(const ToolCallPart &call, const std::optional<OpaqueState> &state, ExchangeState &exchange);

// "extra_content" of a call: Google's signature, as its own OpenAI endpoint says it. Nothing, with a note, for others'.
std::optional<Json> signatureJson(const std::optional<OpaqueState> &state, ExchangeState &exchange);

} // namespace gateway::translation::openai_chat
