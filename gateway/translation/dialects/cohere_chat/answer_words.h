// Words and numbers of Cohere's answers, whole and streamed: finish reasons, usage, citations, probabilities, errors.
#pragma once

#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/passthrough/answer_facts.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation::cohere {

FinishReason finishReasonFromWord(std::string_view word);
// What the answer's content makes of the word: calls without the word get a note.
FinishReason settledFinishReason(std::string_view word, bool hasCalls, ExchangeState &state);
// One of the six words that Cohere's SDKs know.
std::string_view wordOfFinishReason(FinishReason reason, bool hasCalls, ExchangeState &state);

// tokens.input_tokens counts what the model read, with the tokens that came from the cache; billed_units, without
// Cohere's own preamble, stands in where there are no tokens.
TokenUsage usageFromJson(const Json &usage);
// An object for a client; empty text when nothing was reported. Cohere's own object goes on as it is.
std::string usageText(const TokenUsage &usage, const std::string &rawUsage, const ExchangeState &state);

// Citations are annotations of this dialect. `contentIndex`: of the block that holds the cited text.
Json annotationFromCitation(const Json &citation);
std::optional<Json> citationFromAnnotation(const Json &annotation, std::size_t contentIndex, std::string_view text);
// Of a request's message: only what this dialect wrote.
std::optional<Json> ownCitation(const Json &annotation);

// {"text","token_ids","logprobs"} <-> a token of OpenAI's {"content":[...]}.
Json tokenFromLogprob(const Json &item);
Json logprobFromToken(const Json &token, ExchangeState &state); // the chosen token alone

// The last event of a stream that failed; without the usage when `usage` is empty.
std::string failureFrame(std::string_view id, const Error &error);

bool isErrorBody(std::string_view body); // {"message":"..."} and no answer
Error errorFromBody(std::string_view body);
Error errorFromWords(std::string_view words);
Error notAnAnswer(std::string_view reason);
Error callsMissing(); // the provider said that it calls a tool, but sent no call

void readFacts(JsonValue answer, AnswerFacts &facts);

} // namespace gateway::translation::cohere
