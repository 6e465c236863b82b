// Tells which requests OpenAI itself is better asked through Chat Completions than through Responses.
#pragma once

#include "gateway/translation/canonical/chat_request.h"

#include <string_view>

namespace gateway::translation::openai_chat {

// Stop sequences, penalties, a seed, several choices and a bias of tokens exist in Chat Completions alone. They are a
// reason for it where nothing else is lost: the model is known not to reason, for only Responses gives reasoning back,
// and the conversation holds nothing that chat says worse (media of tools, documents by URL, parts of Responses).
bool isBetterSaidInChat(const ChatRequest &request, std::string_view model);

} // namespace gateway::translation::openai_chat
