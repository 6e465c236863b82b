// Reads a copy of a raw answer for what a record needs; its failure ends only the tap, never the answer.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/passthrough/answer_facts.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

enum class FrameVerdict {
    Forward,
    ForwardWithoutUsage, // its "usage": null is there only because we asked for usage
    Withhold, // the extra usage frame of OpenAI chat that only we asked for (choices is an empty array, usage is there)
    Malformed, // data is neither JSON nor the dialect's end mark: must not be forwarded
};

// OpenAI chat usage: prompt_tokens includes cached_tokens. Responses: input_tokens includes them too. Anthropic:
// input_tokens excludes cache_read_input_tokens and cache_creation_input_tokens; message_delta's usage is cumulative
// and wins over message_start's, field by field. Gemini: promptTokenCount includes cachedContentTokenCount,
// candidatesTokenCount excludes thoughtsTokenCount; every chunk repeats them.
class AnswerTap {
public:
    // `mustWithholdUsageFrame`: we added stream_options.include_usage, the client did not.
    AnswerTap(DialectId dialect, bool mustWithholdUsageFrame);

    FrameVerdict readFrame(std::string_view event, std::string_view data);
    void readException(std::string_view data); // a frame of AWS that ends the stream with an error
    // A unary answer; also an error body. False, and nothing read, when it is not JSON.
    bool readWholeBody(std::string_view json);

    const AnswerFacts &facts() const { return m_facts; }

private:
    // The members at the top of a frame or a body that any of the dialects uses.
    struct TopLevel {
        JsonValue type, error, model, usage, choices, response, message, delta, contentBlock, status, incompleteDetails,
            stopReason;
        JsonValue candidates, usageMetadata, modelVersion, promptFeedback; // Gemini
        JsonValue serviceTier;                                             // of OpenAI
        JsonValue upstream;                                                // "provider" of OpenRouter
        JsonValue bedrockStopReason;                                       // "stopReason"; its usage is `usage`
    };

    // What OpenAI calls the counts; its two endpoints differ.
    struct UsageNames {
        std::string_view input, inputDetails, output, outputDetails;
    };
    static const UsageNames chatUsage;
    static const UsageNames responsesUsage;

    bool isPing(const TopLevel &frame) const;
    TopLevel topLevelOf(const JsonScan &scan) const;
    static TopLevel findTopLevel(const JsonScan &scan);
    static TopLevel findGeminiTopLevel(const JsonScan &scan);
    FrameVerdict readChatFrame(const TopLevel &frame);
    void lookForChatCalls(const TopLevel &answer, std::string_view member, std::string_view data);
    void checkPromisedCall(std::string_view promise); // seed of many a stuck agent: a call that is only announced
    void readResponsesFrame(const TopLevel &frame);
    void readAnthropicFrame(const TopLevel &frame);
    void readChatAnswer(const TopLevel &answer);
    void readGeminiAnswer(const TopLevel &answer); // chunks are whole answers, too
    void readGeminiUsage(JsonValue usage);
    void readBedrockAnswer(const TopLevel &answer); // events are parts of a whole answer
    void readResponsesAnswer(JsonValue model, JsonValue usage, JsonValue status, JsonValue incompleteDetails);
    void readModel(JsonValue model);
    void readServiceTier(JsonValue tier);
    void readOpenAiUsage(JsonValue usage, const UsageNames &names);
    void readAnthropicUsage(JsonValue usage);
    void readBedrockUsage(JsonValue usage);
    void readByCodec(std::string_view answer);
    void noteError(std::string_view body);

    DialectId m_dialect;
    bool m_mustWithholdUsageFrame;
    bool m_hasCall = false; // of a tool
    AnswerFacts m_facts;
};

} // namespace gateway::translation
