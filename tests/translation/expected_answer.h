// What has to become of a random answer (random_events.h): for the tests that look at many of them.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "tests/translation/random_events.h"
#include "tests/translation/told_answer.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace tests {

using namespace gateway;
using namespace gateway::translation;

inline constexpr std::array allDialects{DialectId::OpenAiChat,        DialectId::OpenAiResponses,
                                        DialectId::AnthropicMessages, DialectId::GeminiGenerate,
                                        DialectId::BedrockConverse,   DialectId::CohereChat};

std::uint32_t seedCount(); // 300; BILROST_RANDOM_ANSWERS=5000 looks at more

// A client of the dialect that offers a web search: Gemini tells the citations of such answers alone.
ChatRequest searchingRequest(DialectId client);

Result<ChatResponse> collected(const StreamEvents &events);

// What a client of the dialect is to have of the words, thoughts and calls.
ToldAnswer expectedOf(const Choice &choice, DialectId client);
// Prompt, output and cached prompt; who counts what was cached inside of the prompt, and who beside it.
std::string expectedUsage(const TokenUsage &usage, DialectId client);

// Chat servers tell several thoughts as one, with an empty line between.
std::string withoutBreaks(std::string text);
// Beside calls Cohere's whole answers say all in one plan, a line for each text; streams cannot know that calls will come.
std::string comparable(std::string text, DialectId client, const std::vector<std::string> &calls);

// Everything of an answer that is neither words nor calls.
std::string othersOf(const ChatResponse &answer);

bool isNoted(const ConversionReport &report, const std::vector<std::string> &words);
// The first mark of the answer that is neither in `others` nor of a kind that the report tells the loss of; empty when
// nothing is lost in silence.
std::string lostInSilence(const StreamEvents &events, const std::string &others, const ConversionReport &report);

} // namespace tests
