// Puts the events of a stream together to a whole answer, or tells a whole answer as events.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/stream_event.h"

#include <map>

namespace gateway::translation {

class ResponseCollector {
public:
    void add(const StreamEvent &event); // in legal order
    // The answer so far; the error when the stream failed.
    Result<ChatResponse> take();

private:
    Choice &choiceOf(std::int64_t index);

    ChatResponse m_response;
    std::map<std::size_t, std::pair<std::int64_t, std::size_t>> m_places; // part -> choice and position in it
    std::optional<Error> m_error;
};

StreamEvents eventsOf(const ChatResponse &response);

// What `newer` says replaces what `usage` said, member by member.
void mergeUsage(TokenUsage &usage, const TokenUsage &newer);

} // namespace gateway::translation
