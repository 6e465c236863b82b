// Web search that runs at the provider: the one built-in tool that OpenAI, Anthropic and Google all have.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/conversion_report.h"

#include <string>

namespace gateway::translation {

// Whether the tool is one of OpenAI's ("web_search", "web_search_preview", ...; Responses), Anthropic's
// ("web_search_20250305", ...) or Google's ("googleSearch"):
// platform.openai.com/docs/guides/tools-web-search, docs.claude.com "Web search tool", ai.google.dev "Grounding".
bool isWebSearch(const Tool &tool);
bool offersWebSearch(const ChatRequest &request);

// The same in the words of another provider, with a note of what they mean less. Null, with a Dropped note, for tools that
// are no web search and for dialects without one; and where the client set limits that the provider cannot keep, because
// a search must not reach further than it may.
Json webSearchFor(DialectId provider, const Tool &tool, const std::string &pointer, ConversionReport &report);

} // namespace gateway::translation
