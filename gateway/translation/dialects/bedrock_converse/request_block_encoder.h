// Parts of a request -> content blocks that Bedrock takes, with notes of what it does not.
#pragma once

#include "gateway/translation/dialects/bedrock_converse/call_ids.h"
#include "gateway/translation/dialects/bedrock_converse/media_codec.h"
#include "gateway/translation/dialects/bedrock_converse/model_traits.h"

#include <string>
#include <vector>

namespace gateway::translation::bedrock {

// Where blocks stand decides which are allowed there.
enum class Place { System, User, Assistant, ToolResult };

class RequestBlockEncoder {
public:
    // `tellsCallsAsText`: no tool is offered, so AWS takes neither calls nor results.
    RequestBlockEncoder(const ChatRequest &request, const ModelTraits &traits, bool tellsCallsAsText,
                        ExchangeState &state, ConversionReport &report);

    // The blocks of `parts` that can be said; blank texts are left out, as AWS refuses them.
    Json encode(const std::vector<Part> &parts, Place place, const std::string &pointer);
    // A result in words, for one whose call is not there: AWS refuses it as a block.
    Json resultAsText(const ToolResultPart &result, const std::string &pointer);
    std::string idOf(const ToolResultPart &result) { return m_ids.ofResult(result); }

    // Why the last media that could not be said was left out; empty when none was.
    const std::string &lastRefusal() const { return m_lastRefusal; }
    void clearRefusal() { m_lastRefusal.clear(); }

private:
    void append(const Part &part, Place place, const std::string &pointer, Json &blocks);
    void appendMarker(const CacheMarker &marker, Place place, const std::string &pointer, Json &blocks);
    Json encodePart(const Part &part, Place place, const std::string &pointer); // null when left out
    Json encodeText(const Part &part, const TextPart &text, const std::string &pointer);
    Json citedText(const Part &part, const TextPart &text) const;
    Json encodeMedia(const Part &part, const MediaPart &media, Place place, const std::string &pointer);
    Json encodeReasoning(const Part &part, const ReasoningPart &reasoning, const std::string &pointer);
    Json encodeCall(const Part &part, const ToolCallPart &call, const std::string &pointer);
    Json encodeResult(const Part &part, const ToolResultPart &result, const std::string &pointer);
    void noteForeign(const Part &part, const std::string &pointer);

    const ModelTraits &m_traits;
    const bool m_tellsCallsAsText;
    const bool m_isOwnClient;
    ExchangeState &m_state;
    ConversionReport &m_report;
    CallIds m_ids;
    MediaEncoder m_media;
    std::string m_lastRefusal;
    bool m_hasNotedReasoning = false;
    bool m_hasNotedState = false;
};

} // namespace gateway::translation::bedrock
