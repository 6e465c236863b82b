// The provider half of a dialect: we are the client.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/stream_event.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/passthrough/answer_facts.h"

#include <memory>
#include <string>
#include <string_view>

namespace gateway::translation {

// Where the request goes, as data of the provider.
struct ProviderCall {
    std::string model;  // to be sent, without a provider's prefix; checked to be one safe path segment by codecs that
                        // put it into the path (percent-encoded)
    std::string preset; // "openai", "ollama", ... or empty: for differences between servers of one dialect
};

struct EncodedRequest {
    std::string path; // below the provider's base URL, with its query: "/v1/messages"
    std::string body;
    HeaderList headers; // content type apart: "anthropic-beta", ...
};

enum class FramingKind { ServerSentEvents, AwsEventStream };

// One frame of a streamed answer, whatever its framing.
struct ProviderFrame {
    std::string_view event;   // SSE's event name, AWS's :event-type or :exception-type; may be empty
    std::string_view data;    // JSON, or "[DONE]"
    bool isException = false; // AWS: :message-type is "exception" or "error"
};

// Reads one streamed answer. The events of all calls together are a legal sequence whatever the frames are: frames that
// are not JSON or make no sense are left out with a note in the state's answerReport. A stream that ends without the
// dialect's end becomes StreamFailed.
class ProviderStreamDecoder {
public:
    virtual ~ProviderStreamDecoder() = default;
    virtual void decode(const ProviderFrame &frame, StreamEvents &events) = 0;
    // The upstream's body is over, or was cut (`failure`): closes what is open. To be called exactly once, last.
    virtual void finish(const Error *failure, StreamEvents &events) = 0;
    // Whether the answer is whole as far as it came: its end was seen, or all that it is to end with. finish() is a success
    // then, so nobody has to wait for the end of a body that stays open.
    virtual bool isComplete() const = 0;
};

// Stateless; any thread.
class ProviderDialect {
public:
    virtual ~ProviderDialect() = default;
    virtual DialectId id() const = 0;
    virtual FramingKind framing() const { return FramingKind::ServerSentEvents; }

    // What cannot be said is noted in the report. An error means that the request makes no sense without it.
    virtual Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call,
                                                 ExchangeState &state, ConversionReport &report) const = 0;
    virtual Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state) const = 0;
    virtual std::unique_ptr<ProviderStreamDecoder> beginStream(ExchangeState &state) const = 0; // the state outlives it

    // Notes what one frame of a stream, or a whole answer, tells a record; for answers that go on unread. The dialects
    // that AnswerTap itself knows have nothing here.
    virtual void readFacts(JsonValue answer, AnswerFacts &facts) const
    {
        static_cast<void>(answer);
        static_cast<void>(facts);
    }
};

} // namespace gateway::translation
