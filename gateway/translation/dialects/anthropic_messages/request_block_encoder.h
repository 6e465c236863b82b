// Parts of a request -> content blocks that Anthropic takes, with notes of what it does not.
#pragma once

#include "gateway/translation/dialects/anthropic_messages/call_ids.h"
#include "gateway/translation/dialects/anthropic_messages/member_reading.h"

#include <string>
#include <vector>

namespace gateway::translation::anthropic {

// Where blocks stand decides which are allowed there.
enum class Place { System, User, Assistant, ToolResult };

class RequestBlockEncoder {
public:
    RequestBlockEncoder(const ChatRequest &request, ExchangeState &state, ConversionReport &report);

    // The blocks of `parts` that can be said; texts without a character are left out, as Anthropic refuses them.
    Json encode(const std::vector<Part> &parts, Place place, const std::string &pointer);
    // Why the last media that could not be said was left out; empty when none was.
    const std::string &lastRefusal() const { return m_lastRefusal; }
    void clearRefusal() { m_lastRefusal.clear(); }

private:
    Json encodePart(const Part &part, Place place, const std::string &pointer); // null when left out
    Json encodeText(const Part &part, const TextPart &text, const std::string &pointer);
    Json encodeMediaPart(const Part &part, const MediaPart &media, Place place, const std::string &pointer);
    Json encodeReasoning(const Part &part, const ReasoningPart &reasoning, const std::string &pointer);
    Json encodeCall(const Part &part, const ToolCallPart &call, const std::string &pointer);
    Json encodeResult(const Part &part, const ToolResultPart &result, const std::string &pointer);
    void noteForeign(const Part &part, const std::string &pointer);

    const ChatRequest &m_request;
    ExchangeState &m_state;
    ConversionReport &m_report;
    CallIds m_ids;
    std::string m_lastRefusal;
    bool m_hasNotedReasoning = false;
    bool m_hasNotedState = false;
};

// A string where the content is one plain text, else the blocks.
Json shortestContent(Json blocks);

} // namespace gateway::translation::anthropic
