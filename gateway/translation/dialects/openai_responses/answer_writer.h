// Stream events -> the output items of an answer, told piece by piece and kept for the whole Response object.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/stream_event.h"
#include "gateway/translation/dialects/openai_responses/event_writer.h"
#include "gateway/translation/dialects/openai_responses/response_object.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace gateway::translation::openai_responses {

class AnswerWriter {
public:
    explicit AnswerWriter(ExchangeState &state) : m_state(state) {}

    // Events in legal order; `wire` takes the streamed form, or is null.
    void write(const StreamEvent &event, std::string *wire);
    const std::string &responseJson() const { return m_finished; } // after the last event

private:
    enum class Open { Nothing, Text, Refusal, Reasoning, Call, HeldCall };

    void begin(const MessageStarted &started);
    void startPart(const PartStarted &started);
    void addDelta(const PartDelta &delta);
    void endPart(const PartEnded &ended);
    void finish();
    void fail(const Error &error);

    void startContent(const Part &part, Open kind);
    void endContent();
    void openMessage(const Part &part);
    void closeMessage();
    void addText(std::string_view text);
    void addAnnotation(const std::string &annotation);

    void startReasoning(const Part &part);
    void addReasoningText(std::string_view text);
    void beginReasoningItem();
    void endReasoning(const OpaqueState *state);

    void startCall(const Part &part, const ToolCallPart &call);
    void beginCallItem();
    void addArguments(std::string_view text);
    void endCall(const std::optional<OpaqueState> &state);

    // The id when it fits and no item has it, else a new one.
    std::string itemIdFrom(std::string_view id, std::string_view prefix);
    void addStateItem(OpaqueState state, bool belongsToNext);
    void addWholePart(const Part &part);
    void addWholeItem(Json item);
    void endItem(const std::string &item);
    Json callItem(std::string_view status, const std::string &arguments) const;
    EventWriter &pieceEvent(std::string_view type);

    ExchangeState &m_state;
    EventWriter m_writer;
    ResponseObject m_response;
    std::string m_finished;
    TokenUsage m_usage;
    bool m_hasBegun = false;
    bool m_hasRefusal = false;
    FinishReason m_finishReason = FinishReason::Unknown;
    std::int64_t m_outputIndex = 0;
    std::set<std::string> m_itemIds; // of all items so far

    Open m_open = Open::Nothing;
    std::size_t m_partIndex = 0; // of the open part
    std::string m_itemId;        // of the open item
    std::string m_text;          // text or arguments of the open part
    bool m_hasBegunItem = false; // reasoning: the item was told
    bool m_hasSummary = false;
    std::optional<OpaqueState> m_partState; // known at the start
    bool m_isStateTold = false;             // the open part's, as an item of its own

    bool m_isMessageOpen = false;
    std::int64_t m_contentIndex = 0;
    std::string m_content; // finished content parts of the open message
    std::string m_phase;   // JSON text; empty when there is none
    std::string m_annotations;
    std::int64_t m_annotationCount = 0;
    std::string m_logprobs;        // of the open text
    std::string m_waitingLogprobs; // not yet told

    ToolCallPart m_call;      // the open one, as the client knows it
    bool m_isWrapped = false; // its input is inside of JSON arguments
};

} // namespace gateway::translation::openai_responses
