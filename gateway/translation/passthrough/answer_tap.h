// Reads a copy of a raw answer for what a record needs; its failure ends only the tap, never the answer.
#pragma once

#include "gateway/base/token_usage.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

struct AnswerFacts {
    TokenUsage usage;
    std::string rawUsage;     // the usage object as text
    std::string finishReason; // the provider's word: "stop", "tool_use", "completed"
    std::string answeredModel;
    std::string errorText; // of an error event inside the stream
    bool hasEnded = false; // the dialect's own end was seen: [DONE] or finish_reason, message_stop,
                           // response.completed/failed/incomplete
};

enum class FrameVerdict {
    Forward,
    Withhold, // the extra usage frame of OpenAI chat that only we asked for (choices is an empty array, usage is there)
    Malformed, // data is neither JSON nor the dialect's end mark: must not be forwarded
};

// OpenAI chat usage: prompt_tokens includes cached_tokens. Responses: input_tokens includes them too. Anthropic:
// input_tokens excludes cache_read_input_tokens and cache_creation_input_tokens; message_delta's usage is cumulative
// and wins over message_start's, field by field.
class AnswerTap {
public:
    // `mustWithholdUsageFrame`: we added stream_options.include_usage, the client did not.
    AnswerTap(DialectId dialect, bool mustWithholdUsageFrame);

    FrameVerdict readFrame(std::string_view event, std::string_view data);
    void readWholeBody(std::string_view json); // a unary answer; also an error body

    const AnswerFacts &facts() const { return m_facts; }

private:
    DialectId m_dialect;
    bool m_mustWithholdUsageFrame;
    AnswerFacts m_facts;
};

} // namespace gateway::translation
