// Options of a request that are objects of their own: reasoning, text, include.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/conversion_report.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation::openai_responses {

// What the hub cannot say of them goes to the request's extensions under the same name.
void decodeReasoningOptions(const Json &reasoning, ChatRequest &request);
void decodeTextOptions(const Json &text, ChatRequest &request);
void decodeInclude(const Json &include, ChatRequest &request);

// Objects for the body, empty when nothing is to be said.
Json encodeReasoningOptions(const ChatRequest &request, std::string_view model, ConversionReport &report);
Json encodeTextOptions(const ChatRequest &request);
Json encodeInclude(const ChatRequest &request, std::string_view model, ConversionReport &report);

// The effort of the request; for clients of other dialects the nearest that the model takes. Nothing when none was said.
std::optional<ReasoningEffort> saidEffort(const ChatRequest &request, std::string_view model);

// Known by its name to be without reasoning: OpenAI refuses its options there.
bool isPlainModel(std::string_view model);
// Known by its name to reason: OpenAI refuses temperature and top_p there.
bool isReasoningModel(std::string_view model);

} // namespace gateway::translation::openai_responses
