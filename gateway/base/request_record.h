// What is kept of one request: exactly one record for each, also for refusals, cancels and cut streams.
#pragma once

#include "gateway/base/attempt_cost.h"
#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"
#include "gateway/base/identifiers.h"
#include "gateway/base/money.h"
#include "gateway/base/request_state.h"
#include "gateway/base/token_usage.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gateway {

using Microseconds = std::chrono::microseconds;

// One try at one target. Times count from the start of the request.
struct AttemptRecord {
    std::string provider;
    std::string model; // as sent upstream
    std::string keyName;
    int status = 0;        // 0: no answer
    std::string errorCode; // errorCodeName, empty for success
    std::string reason;    // for people: why it failed, or empty
    std::string why;       // for people: why it was made; empty for the first choice
    Microseconds startedAt{0};
    std::optional<Microseconds> connectedAt;
    std::optional<Microseconds> firstByteAt;
    Microseconds endedAt{0};
    TokenUsage usage;          // as far as the provider told it, also by an attempt that lost
    std::optional<Money> cost; // empty: no price known, or usage not told
    AttemptCost costDetail;    // how that was found
    bool operator==(const AttemptRecord &) const = default;
};

// When one event of a stream arrived and where it ends in responseBody.
struct StreamMark {
    Microseconds at{0};
    std::uint64_t endOffset = 0;
    bool operator==(const StreamMark &) const = default;
};

// Headers and bodies are masked before the record is made. Bodies are null where the capture level leaves them out.
struct RequestRecord {
    RequestId id;
    WallTime startedAt{};
    Microseconds duration{0};
    RequestState state = RequestState::InFlight;

    std::string method;
    std::string path;      // target without query
    std::string operation; // Bifrost's request type: "chat_completion_stream", "list_models", ...
    std::string dialect;   // "openai_chat", "openai_responses", "anthropic_messages" or empty
    std::string client;    // application, from the User-Agent: "Claude Code"
    std::string peerAddress;
    std::string sessionId;
    std::string virtualKeyName; // of the virtual key that was shown, empty for none
    std::string virtualKeyId;   // likewise; empty too in records of before ids were stored

    std::string askedModel; // as the client wrote it
    std::string provider;   // who answered, or was tried last
    std::string model;      // as sent upstream
    std::string keyName;
    std::string keyId;         // empty for none, and in records of before ids were stored
    std::string answeredModel; // as the answer says

    int status = 0;           // as the client got it; 0 when it got none
    std::string finishReason; // the provider's word
    std::string errorCode;
    std::string errorText; // for people
    bool isStream = false;
    std::optional<Microseconds> firstByteAt; // first byte of the answer's body to the client
    Microseconds overhead{0};                // our own time before the first upstream byte went out
    TokenUsage usage;
    std::string rawUsage;      // the provider's usage object as text
    std::optional<Money> cost; // of all attempts together; empty where that of one is unknown
    int unpricedAttempts = 0;  // whose cost is unknown

    std::uint64_t requestBytes = 0;
    std::uint64_t responseBytes = 0;
    std::vector<AttemptRecord> attempts;
    std::vector<std::string> notes; // what was changed on the way, for people

    HeaderList requestHeaders;
    HeaderList responseHeaders;
    std::shared_ptr<const std::string> requestBody;
    std::shared_ptr<const std::string> responseBody;
    bool isRequestBodyTruncated = false;
    bool isResponseBodyTruncated = false;
    std::vector<StreamMark> streamMarks; // for event streams, at most as many as are kept
};

// Takes finished records. Any thread; never blocks.
class RecordSink {
public:
    virtual ~RecordSink() = default;
    virtual void postRecord(RequestRecord record) = 0;
};

} // namespace gateway
