// The lane of operations that are no completions: one whole answer, said again for the client.
#pragma once

#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/operation_exchange.h"

namespace gateway::pipeline {

class OperationLane final : public AnswerLane {
public:
    explicit OperationLane(OperationExchange &exchange) : m_exchange(exchange) {} // the exchange outlives it

    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override;
    std::optional<Error> finish(LaneOutput &output) override;
    bool fail(const Error &error, LaneOutput &output) override;
    void setFraming(translation::FramingKind) override {} // there are no streams
    bool hasContent() const override { return false; }
    Result<std::optional<std::string>> translateWhole(std::string_view body, bool isEventStream) override;
    const translation::AnswerFacts &facts() const override { return m_facts; }
    std::vector<std::string> takeNotes() override { return std::exchange(m_exchange.notesOfAnswer, {}); }
    bool translates() const override { return true; }
    bool streamsToClient() const override { return false; }
    std::string_view contentType() const override { return m_exchange.contentType(); }

private:
    OperationExchange &m_exchange;
    translation::AnswerFacts m_facts;
};

} // namespace gateway::pipeline
