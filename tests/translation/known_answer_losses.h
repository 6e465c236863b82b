// What the translation of an answer leaves out without a note of its own, and why that is no loss that anybody has to be
// told of.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"

#include <array>
#include <optional>

using AnswerDialect = gateway::translation::DialectId;

struct KnownAnswerLoss {
    std::optional<AnswerDialect> provider; // none: every one
    const char *place;                     // a regular expression for the whole JSON pointer
    const char *note;                      // a part of a note that has to be there all the same, or null
    const char *why;
};

constexpr std::array knownAnswerLosses{
    KnownAnswerLoss{AnswerDialect::BedrockConverse, ".*/image/format", nullptr, "the bytes say what they are"},
    KnownAnswerLoss{
        {}, "/(id|responseId)|/output/[0-9]+/id", nullptr, "an answer and its items have ids of the client's dialect"},
    KnownAnswerLoss{{},
                    "/(object|type|created|created_at|createTime|system_fingerprint)",
                    nullptr,
                    "what the body is, and when it was made; the client's dialect says it in its own way"},
    KnownAnswerLoss{{}, ".*/role", nullptr, "an answer is always the assistant's"},
    KnownAnswerLoss{{}, "/(model|modelVersion)", nullptr, "Bedrock's and Cohere's answers name no model"},
    KnownAnswerLoss{{}, "/(choices|candidates)/[0-9]+/index", nullptr, "the first answer is the first"},
    KnownAnswerLoss{{},
                    ".*/(finish_reason|stop_reason|stopReason|finishReason)|/status",
                    nullptr,
                    "words for the same end, which the content decides together with them"},
    KnownAnswerLoss{AnswerDialect::AnthropicMessages, "/stop_sequence", nullptr,
                    "the client's own words; most dialects do not say which of them was met"},
    KnownAnswerLoss{AnswerDialect::GeminiGenerate, "/promptFeedback/blockReason", nullptr,
                    "a prompt that was blocked is told as filtered, for whatever reason"},
    KnownAnswerLoss{
        {}, "/usage(Metadata)?/(total_tokens|totalTokens|totalTokenCount)", nullptr, "the sum is made anew"},
    KnownAnswerLoss{
        {},
        "/usage(Metadata)?/"
        ".*(cache_creation|cacheDetails|cache_write|TokensDetails|tokens_details|billed_units|server_tool_use|"
        "inference_geo|trafficType).*",
        nullptr,
        "parts of the counts, which the record has; a client is told those that its dialect has a word for"},
    KnownAnswerLoss{{},
                    "/(usage/|usageMetadata/)?(service_tier|serviceTier)(/type)?",
                    nullptr,
                    "tiers that the client's dialect has no word for"},
    KnownAnswerLoss{AnswerDialect::BedrockConverse, "/metrics/latencyMs|/performanceConfig/latency", nullptr,
                    "how long it took, which the record measures"},
    KnownAnswerLoss{{}, ".*/tool_calls/[0-9]+/type", nullptr, "a call is known by its members"},
    KnownAnswerLoss{
        {},
        ".*/(annotations|citations)/[0-9]+/(type|start_index|end_index|url_citation/(start_index|end_index))",
        nullptr,
        "of a citation Anthropic and Bedrock tell the page alone; it hangs on its text"},
    KnownAnswerLoss{{},
                    ".*/citations/[0-9]+/(cited_text|encrypted_index|type|source|sourceContent/.*|location/web/domain)",
                    nullptr,
                    "a citation of a page is told by its address and title"},
    KnownAnswerLoss{AnswerDialect::GeminiGenerate,
                    ".*/groundingMetadata/groundingChunks/[0-9]+/(web/domain|maps/(placeId|text))", nullptr,
                    "a citation of a page is told by its address and title"},
    KnownAnswerLoss{
        AnswerDialect::GeminiGenerate,
        ".*/groundingMetadata/groundingSupports/[0-9]+/(confidenceScores/[0-9]+|segment/(text|startIndex|endIndex))",
        nullptr, "the offsets say which text, and Anthropic and Bedrock have none"},
    KnownAnswerLoss{AnswerDialect::GeminiGenerate, ".*/(safetyRatings/.*|avgLogprobs|tokenCount)", nullptr,
                    "ratings and counts that change nothing"},
    KnownAnswerLoss{{}, ".*/logprobs.*/(bytes|token_ids)/[0-9]+|.*/tokenId", nullptr, "of a token its text is told"},
    KnownAnswerLoss{AnswerDialect::OpenAiChat, "/choices/0/message/(audio|reasoning_details)/.*", "part",
                    "one note tells of all parts that only this provider knows"},
    KnownAnswerLoss{AnswerDialect::OpenAiChat, "/choices/0/message/images/0/.*", "part", "one note tells of all parts"},
    KnownAnswerLoss{AnswerDialect::OpenAiResponses, "/output/[0-9]+/(status|phase|namespace)", nullptr,
                    "every item is told; which one is the last word, and whose a call is, the client did not ask"},
    KnownAnswerLoss{{},
                    ".*/(summary|thinking)/[0-9]+/type|/output/[0-9]+/content/[0-9]+/type",
                    nullptr,
                    "a text is known by its member"},
    KnownAnswerLoss{AnswerDialect::OpenAiResponses, "/output/[0-3]/.*", "part",
                    "one note tells of all items that only this provider knows"},
    KnownAnswerLoss{AnswerDialect::OpenAiResponses, "/output/4/.*", "part", "one note tells of all parts"},
    KnownAnswerLoss{AnswerDialect::OpenAiResponses,
                    "/(background|parallel_tool_calls|store|temperature|tool_choice|top_p)", nullptr,
                    "what was asked, said again"},
    KnownAnswerLoss{AnswerDialect::AnthropicMessages, "/content/[0-5]/.*", "part",
                    "one note tells of all blocks that only this provider knows"},
    KnownAnswerLoss{AnswerDialect::BedrockConverse, "/output/message/content/[0-9]/(toolUse|toolResult|image|audio)/.*",
                    "part", "one note tells of all blocks that only this provider knows"},
    KnownAnswerLoss{AnswerDialect::BedrockConverse, ".*/reasoningContent/.*", "part",
                    "one note tells of all signatures"},
    KnownAnswerLoss{AnswerDialect::GeminiGenerate, ".*/parts/[0-9]/(toolCall|toolResponse|inlineData)/.*", "part",
                    "one note tells of all parts that only this provider knows"},
    KnownAnswerLoss{AnswerDialect::GeminiGenerate, ".*/thoughtSignature", "part", "one note tells of all signatures"},
};
