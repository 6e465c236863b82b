#include "gateway/translation/canonical/chat_response.h"

namespace gateway::translation {

std::string_view finishReasonName(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Stop: return "stop";
    case FinishReason::StopSequence: return "stop_sequence";
    case FinishReason::Length: return "length";
    case FinishReason::ToolCalls: return "tool_calls";
    case FinishReason::ContentFilter: return "content_filter";
    case FinishReason::Refusal: return "refusal";
    case FinishReason::ContextOverflow: return "context_overflow";
    case FinishReason::Paused: return "paused";
    case FinishReason::Error: return "error";
    case FinishReason::Unknown: return "unknown";
    }
    return "unknown";
}

} // namespace gateway::translation
