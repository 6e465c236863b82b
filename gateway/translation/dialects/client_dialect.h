// The client half of a dialect: we are the server.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/stream_event.h"
#include "gateway/translation/dialects/error_envelope.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace gateway::translation {

// What the path and the query say, for dialects whose body does not (Gemini, Bedrock).
struct ClientCall {
    std::string_view body;
    std::string_view pathModel;          // empty when the body names the model
    bool isStreamPath = false;           // streamGenerateContent, converse-stream
    const HeaderList *headers = nullptr; // anthropic-beta and the like; may be null
};

// Writes one streamed answer. Events come in legal order (stream_event.h); what is written is complete wire bytes with
// their framing. After the last event the stream is ended as the dialect demands; after StreamFailed it is ended so that
// the dialect's own SDK sees an error, never a success.
class ClientStreamEncoder {
public:
    virtual ~ClientStreamEncoder() = default;
    virtual void encode(const StreamEvent &event, std::string &wire) = 0;
};

// An address at which clients of the dialect ask for answers, by POST.
struct ClientRoute {
    std::string_view path;         // below the dialect's prefix: "/v2/chat"; "{model}" stands for the model's name
    std::string_view upstreamPath; // below a provider's base URL
    bool isStreamPath = false;     // asks for a stream by itself
};

// Where the gateway serves clients of the dialect; the prefixes that serve all dialects serve its routes, too.
struct ClientMount {
    std::string_view prefix;         // "/cohere"
    std::string_view nativeProvider; // takes bare model names that nobody else claims
    ErrorShape errorShape = ErrorShape::Bifrost;
    std::span<const ClientRoute> routes;
};

// Stateless; any thread. Its answers never contain a member that a strict SDK of the dialect refuses.
class ClientDialect {
public:
    virtual ~ClientDialect() = default;
    virtual DialectId id() const = 0;

    // Errors name the place by JSON pointer. Unknown members go to extensions, unknown parts become OpaquePart.
    virtual Result<ChatRequest> decodeRequest(const ClientCall &call) const = 0;

    virtual std::string encodeResponse(const ChatResponse &response, ExchangeState &state) const = 0;
    virtual std::unique_ptr<ClientStreamEncoder> beginStream(ExchangeState &state) const = 0; // the state outlives it
    virtual std::string_view streamContentType() const { return "text/event-stream"; }

    // Null for the dialects that the endpoint table itself knows.
    virtual const ClientMount *mount() const { return nullptr; }

    // What a running stream of a provider's own bytes says when it fails: whole wire bytes, or nothing.
    virtual std::string failureFrame(const Error &error, const ErrorContext &context) const
    {
        return renderErrorFrame(id(), error, context);
    }
    // False when the dialect's SDKs raise no error at anything in a stream: behind the words only a cut tells them.
    virtual bool hasFailureEvents() const { return true; }
    // Whether a provider's error body is one that the dialect's clients can read.
    virtual bool isErrorBody(std::string_view body) const;
};

} // namespace gateway::translation
