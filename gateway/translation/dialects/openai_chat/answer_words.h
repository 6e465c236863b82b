// Words and numbers of chat answers, whole and streamed: finish reasons, usage, citations, the names of reasoning.
#pragma once

#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation::openai_chat {

FinishReason finishReasonFromWord(std::string_view word);

// One of the five words that OpenAI's SDKs know; `saidRefusal`: the refusal stands in its own member.
std::string_view wordOfFinishReason(FinishReason reason, bool hasCalls, bool saidRefusal, bool isLegacy,
                                    ExchangeState &state);

// What the choice's content makes of the server's word: calls without the word, refusals. Notes are made.
FinishReason settledFinishReason(std::string_view word, bool hasCalls, bool hasRefusal, ExchangeState &state);

// The client's own stop sequence that ended the choice, where the server tells it (vLLM and SGLang: "stop_reason"); empty
// otherwise. "stop" means StopSequence then.
std::string stopSequenceOf(const Json &choice, const ExchangeState &state);

// prompt_tokens counts cached tokens, completion_tokens reasoning ones (xAI's do not: seen by the total).
TokenUsage usageFromJson(const Json &usage);
// `usage` of a frame or an answer; Groq's old place too. Null when there is none.
const Json *findUsage(const Json &answer);
// An object for a client; empty text when nothing was reported. A chat server's own object goes on as it is.
std::string usageText(const TokenUsage &usage, const std::string &rawUsage, const ExchangeState &state);

// reasoning_content or reasoning; where neither is a text, the texts and summaries of OpenRouter's reasoning_details
// (openrouter.ai/docs/use-cases/reasoning-tokens). Empty when there is none.
std::string reasoningOf(const Json &message);

// {"type":"url_citation","url_citation":{...}} <-> {"type":"url_citation",...} of the Responses API.
Json annotationFromChat(const Json &annotation);
std::optional<Json> annotationForChat(const Json &annotation);

// Other dialects tell the probabilities of texts, and none those of refusals.
void noteLogprobs(const Json &logprobs, ExchangeState &state);

// Arguments as text, also when the server gives an object.
std::string argumentsText(const Json &function, std::string_view name);

// The signature that Google's OpenAI endpoint hangs on a tool call.
std::optional<OpaqueState> stateOfCall(const Json &call);

// The error that a body or a frame tells, with the server's words.
Error errorFromAnswer(const Json &answer, std::string_view text);
bool tellsError(const Json &answer);

// The provider said that it calls a tool, but sent no call. `upstream`: who ran the model for it, where it says so.
Error callsMissing(std::string_view upstream);

} // namespace gateway::translation::openai_chat
