// A lane around another: the answer is what the inner lane says, and its events are said again in other words.
#pragma once

#include "gateway/pipeline/answer_lane.h"

#include <memory>

namespace gateway::pipeline {

// Lives where its inner lane does. Who derives says how events look outside; every question is the inner lane's to answer.
class OuterLane : public AnswerLane {
public:
    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override;
    std::optional<Error> finish(LaneOutput &output) override;
    bool fail(const Error &error, LaneOutput &output) override;
    void setFraming(translation::FramingKind framing) override { m_inner->setFraming(framing); }
    bool hasContent() const override { return m_inner->hasContent(); }
    bool hasSpoken() const override { return m_inner->hasSpoken(); }
    const translation::AnswerFacts &facts() const override { return m_inner->facts(); }
    bool isComplete() const override { return m_inner->isComplete(); }
    std::vector<std::string> takeNotes() override { return m_inner->takeNotes(); }
    bool translates() const override { return m_inner->translates(); }
    bool streamsToClient() const override { return m_inner->streamsToClient(); }
    std::string_view contentType() const override { return m_inner->contentType(); }

protected:
    explicit OuterLane(std::unique_ptr<AnswerLane> inner);

    AnswerLane &inner() { return *m_inner; }
    const AnswerLane &inner() const { return *m_inner; }
    // More of the inner lane's events, whole ones as it wrote them, for the client.
    virtual void addEvents(std::string_view events, LaneOutput &output) = 0;

private:
    std::unique_ptr<AnswerLane> m_inner;
    LaneOutput m_events; // of the inner lane
};

} // namespace gateway::pipeline
