// A streamed answer of Cohere.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

#include <deque>
#include <map>
#include <optional>

namespace gateway::translation::cohere {

// Cohere tells one block after the other; a text stays open behind its content-end, because its citations come later.
// Calls whose pieces came mixed would be told one after the other.
class StreamDecoder : public ProviderStreamDecoder {
public:
    explicit StreamDecoder(ExchangeState &state) : m_state(state) {}
    void decode(const ProviderFrame &frame, StreamEvents &events) override;
    void finish(const Error *failure, StreamEvents &events) override;
    bool isComplete() const override { return m_hasEnded; }

private:
    enum class Kind { Text, Plan, Reasoning };

    struct OpenPart {
        Kind kind = Kind::Text;
        std::int64_t wireIndex = -1;
        std::size_t index = 0; // in the message
    };
    struct PendingCall {
        std::int64_t wireIndex = 0;
        std::string id;
        std::string name;
        std::string waiting; // arguments not yet told
        bool isWrapped = false;
        bool isOver = false;
        std::optional<std::size_t> index; // in the message, once it is told
    };

    void readEvent(std::string_view type, const Json &json, StreamEvents &events);
    void start(const Json &json, StreamEvents &events);
    void readContent(const Json &json, bool isStart, StreamEvents &events);
    void addText(Kind kind, std::int64_t wireIndex, std::string_view text, StreamEvents &events);
    void openPart(Kind kind, std::int64_t wireIndex, StreamEvents &events);
    void addLogprobs(const Json &json, std::int64_t wireIndex, StreamEvents &events);
    void addCitations(const Json &json, StreamEvents &events);
    void startCall(const Json &json, StreamEvents &events);
    void addArguments(const Json &json, StreamEvents &events);
    void endCall(const Json &json, StreamEvents &events);
    void tellCalls(StreamEvents &events);
    void tellCall(PendingCall &call, StreamEvents &events);
    void endMessage(const Json &json, StreamEvents &events);

    void ensureStarted(StreamEvents &events);
    void closePart(StreamEvents &events);
    void closeAll(StreamEvents &events);
    PendingCall *findCall(const Json &json);
    void fail(Error error, StreamEvents &events);
    void skip(std::string reason);

    ExchangeState &m_state;
    bool m_hasStarted = false;
    bool m_hasEnded = false;
    bool m_hasCalls = false;
    std::size_t m_nextIndex = 0;
    std::map<std::int64_t, Kind> m_blockKinds; // as content-start told them
    std::optional<OpenPart> m_open;
    std::deque<PendingCall> m_calls; // the first is told as it comes
};

} // namespace gateway::translation::cohere
