#include "gateway/net/http/http_connection.h"

#include "gateway/net/http/client_stream.h"
#include "gateway/net/http/request_parser.h"
#include "gateway/net/http/response_writer.h"
#include "gateway/net/http/switched_listener.h"
#include "gateway/net/http/trailer_fields.h"

#include <QHostAddress>
#include <QTimerEvent>

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace gateway::net {

namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t firstInputSize = 16 * 1024;
constexpr std::size_t pipelinedLimit = 64 * 1024; // kept of further requests while one is answered
constexpr std::size_t keptOutputSize = 256 * 1024;
constexpr milliseconds lingerTime{2'000}; // for the client to read a last answer
constexpr std::string_view continueLine = "HTTP/1.1 100 Continue\r\n\r\n";

// Peers of dual-stack sockets look like ::ffff:127.0.0.1.
QHostAddress unmapped(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 number = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(number) : address;
}

} // namespace

class HttpConnection::Private final : public HttpExchange {
public:
    enum class Phase {
        Idle,      // no byte of a request yet
        Receiving, // some bytes, not all
        Answering, // the handler has the exchange
        Lingering, // all is said; waits for the client to close
        Closed,
    };

    Private(HttpConnection &connection, RequestHandler &requestHandler,
            std::shared_ptr<const ConnectionSettings> newSettings)
        : q(connection)
        , handler(requestHandler)
        , settings(std::move(newSettings))
        , parser(requestLimits(settings->limits))
        , stream([this] { onInput(); })
        , input(firstInputSize, '\0')
    {
    }

    const HttpRequest &request() const override { return parser.request(); }
    void setListener(ExchangeListener *newListener) override { listener = newListener; }
    void sendWhole(const ResponseHead &head, std::string_view body) override;
    void sendHead(const ResponseHead &head, std::optional<std::uint64_t> contentLength) override;
    void sendBody(std::string_view bytes) override;
    void promiseTrailer(std::string_view name) override { trailers.promise(name, parser.request().headers); }
    void setTrailer(std::string_view name, std::string_view value) override { trailers.set(name, value); }
    void finish() override;
    void abort() override;
    bool isCongested() const override { return stream.pending() > ClientStream::highWatermark; }
    std::uint64_t bytesSent() const override { return sentBytes; }

    void open(qintptr descriptor);
    void onInput();
    void onWritten();
    void onDisconnected();
    void checkDeadline();
    void closeGracefully();

private:
    bool isReceiving() const { return phase == Phase::Idle || phase == Phase::Receiving; }
    bool makeRoom();
    void processInput();
    bool feedParser();
    bool receiveBody();
    bool goOn(std::size_t used);
    void noteReceiving();
    bool checkHead();
    void startExchange();
    void answerOptions();
    void refuse(const Error &error);
    void writeWhole(const ResponseHead &head, std::string_view body);
    HeadFacts factsFor(const ResponseHead &head, std::optional<std::uint64_t> contentLength);
    std::string_view corsFields();
    void write(std::string_view first, std::string_view second = {});
    void endExchange();
    void linger();
    void close();

    HttpConnection &q;
    RequestHandler &handler;
    std::shared_ptr<const ConnectionSettings> settings;
    mutable RequestParser parser;
    ClientStream stream;

    std::string input; // [inputBegin, inputEnd) is read and not used
    std::size_t inputBegin = 0;
    std::size_t inputEnd = 0;
    std::string output; // reused

    Phase phase = Phase::Idle;
    SteadyTime deadline{};
    ExchangeListener *listener = nullptr;
    BodyFraming framing = BodyFraming::None;
    std::uint64_t announcedBytes = 0;
    TrailerFields trailers;
    std::uint64_t bodyBytes = 0;
    std::uint64_t sentBytes = 0;
    bool hasSentHead = false;
    bool mustClose = false; // after this answer
    bool isHeadChecked = false;
    bool hasContinued = false;
    bool isProcessing = false;
    bool isSwitched = false; // to another protocol

    std::string peerAddress;
    std::uint16_t localPort = 0;
    bool isPeerLoopback = false;
    std::string trustedHost; // without an origin, under these settings
    std::shared_ptr<const ConnectionSettings> hostSettings;
    std::string corsOrigin; // for which corsRendered was made
    std::string corsRendered;
    std::shared_ptr<const ConnectionSettings> corsSettings;

    friend class HttpConnection;
};

void HttpConnection::Private::open(qintptr descriptor)
{
    deadline = SteadyClock::now() + settings->limits.idleTime;
    if (!stream.open(descriptor)) {
        QMetaObject::invokeMethod(
            &q, [this] { close(); }, Qt::QueuedConnection);
        return;
    }
    QTcpSocket &socket = stream.socket();
    const QHostAddress peer = unmapped(socket.peerAddress());
    peerAddress = peer.toString().toStdString();
    isPeerLoopback = peer.isLoopback();
    localPort = socket.localPort();
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &q, [this] { onWritten(); });
    // Not from inside a write: whoever writes an answer must not lose it under its feet.
    QObject::connect(&socket, &QTcpSocket::disconnected, &q, [this] {
        if (stream.isWriting())
            QMetaObject::invokeMethod(
                &q, [this] { onDisconnected(); }, Qt::QueuedConnection);
        else
            onDisconnected();
    });
    q.startTimer(tickFor(settings->limits), Qt::CoarseTimer);
}

void HttpConnection::Private::onInput()
{
    while (phase != Phase::Closed) {
        if (phase == Phase::Receiving && inputBegin == inputEnd && !parser.bodyRoom().empty()) {
            if (!receiveBody())
                return;
            continue;
        }
        if (!makeRoom())
            return;
        const std::size_t count = stream.read(input.data() + inputEnd, input.size() - inputEnd);
        if (count == 0)
            return;
        inputEnd += count;
        if (phase == Phase::Lingering) {
            inputBegin = inputEnd = 0;
        } else if (isReceiving()) {
            processInput();
        } else if (auto *switched = isSwitched ? dynamic_cast<SwitchedListener *>(listener) : nullptr) {
            const std::string_view bytes = std::string_view(input).substr(inputBegin, inputEnd - inputBegin);
            inputBegin = inputEnd = 0;
            switched->clientSent(bytes);
        }
    }
}

// False when enough is kept for later; then the socket's own buffer fills up, and the client has to wait.
bool HttpConnection::Private::makeRoom()
{
    if (inputBegin == inputEnd) {
        inputBegin = inputEnd = 0;
    } else if (inputEnd == input.size()) {
        std::memmove(input.data(), input.data() + inputBegin, inputEnd - inputBegin);
        inputEnd -= inputBegin;
        inputBegin = 0;
    }
    if (inputEnd < input.size())
        return true;
    // While a head is received, the parser limits what can be waiting.
    if (!isReceiving() && input.size() >= pipelinedLimit)
        return false;
    input.resize(input.size() * 2);
    return true;
}

void HttpConnection::Private::processInput()
{
    if (isProcessing)
        return;
    isProcessing = true;
    while (isReceiving() && inputBegin < inputEnd && feedParser()) {
    }
    isProcessing = false;
}

// False when more bytes are needed.
bool HttpConnection::Private::feedParser()
{
    const std::size_t used = parser.feed(std::string_view(input).substr(inputBegin, inputEnd - inputBegin));
    inputBegin += used;
    return goOn(used);
}

// Large bodies go straight to where they stay. False when nothing has come.
bool HttpConnection::Private::receiveBody()
{
    const std::span<char> room = parser.bodyRoom();
    const std::size_t count = stream.read(room.data(), room.size());
    if (count == 0)
        return false;
    isProcessing = true;
    parser.bodyReceived(count);
    goOn(count);
    isProcessing = false;
    return true;
}

// After `used` bytes went to the parser. False when more are needed.
bool HttpConnection::Private::goOn(std::size_t used)
{
    if (parser.state() == RequestParser::State::Failed) {
        mustClose = true;
        refuse(parser.error());
        return false;
    }
    if (parser.hasStarted())
        noteReceiving();
    if (parser.state() == RequestParser::State::Head)
        return false;
    if (!isHeadChecked && !checkHead())
        return true;
    if (parser.state() == RequestParser::State::Complete) {
        startExchange();
        return true;
    }
    if (parser.expectsContinue() && !hasContinued && inputBegin == inputEnd) {
        hasContinued = true;
        stream.write(continueLine);
    }
    return used > 0;
}

void HttpConnection::Private::noteReceiving()
{
    if (phase == Phase::Idle) {
        phase = Phase::Receiving;
        deadline = parser.request().firstByteAt + settings->limits.headTime;
    }
    if (parser.state() == RequestParser::State::Body)
        deadline = SteadyClock::now() + settings->limits.bodySilence;
}

// Host and Origin are looked at before the body is asked for.
bool HttpConnection::Private::checkHead()
{
    isHeadChecked = true;
    const HeaderList &headers = parser.request().headers;
    const std::string_view host = headers.value("host");
    const bool hasOrigin = headers.contains("origin");
    if (!hasOrigin && hostSettings == settings && trustedHost == host)
        return true; // as the last time
    const auto error = checkOrigin(settings->origins, headers);
    if (!error) {
        if (!hasOrigin) {
            trustedHost = host;
            hostSettings = settings;
        }
        return true;
    }
    if (parser.state() != RequestParser::State::Complete || !parser.keepsAlive())
        mustClose = true;
    refuse(*error);
    return false;
}

void HttpConnection::Private::startExchange()
{
    HttpRequest &request = parser.request();
    request.peerAddress = peerAddress;
    request.localPort = localPort;
    request.isPeerLoopback = isPeerLoopback;
    mustClose = mustClose || !parser.keepsAlive();
    phase = Phase::Answering;
    hasSentHead = false;
    sentBytes = 0;
    bodyBytes = 0;
    trailers = {};
    if (request.method == "OPTIONS")
        answerOptions();
    else
        handler.handleRequest(*this);
}

// checkOrigin() has refused foreign origins before; the CORS headers come with every answer. Which methods are served at
// the path is not known here, so none is promised by Allow.
void HttpConnection::Private::answerOptions()
{
    sendWhole({200, {}}, {});
}

void HttpConnection::Private::refuse(const Error &error)
{
    const HttpRequest &request = parser.request();
    const RenderedError answer = handler.refuse(error, request.method, request.target, request.headers, peerAddress);
    phase = Phase::Answering;
    sentBytes = 0;
    writeWhole(answer.head, answer.body);
    endExchange();
}

void HttpConnection::Private::sendWhole(const ResponseHead &head, std::string_view body)
{
    if (phase != Phase::Answering)
        return;
    writeWhole(head, body);
    endExchange();
}

void HttpConnection::Private::writeWhole(const ResponseHead &head, std::string_view body)
{
    output.clear();
    const HeadFacts facts = factsFor(head, body.size());
    appendHead(output, head, facts);
    const bool hasBody = facts.framing == BodyFraming::ContentLength && parser.request().method != "HEAD";
    write(output, hasBody ? body : std::string_view{});
}

HeadFacts HttpConnection::Private::factsFor(const ResponseHead &head, std::optional<std::uint64_t> contentLength)
{
    HeadFacts facts;
    facts.isHttp10 = parser.request().minorVersion == 0;
    if (isBodyless(head.status)) {
        facts.framing = BodyFraming::None;
    } else if (contentLength) {
        facts.framing = BodyFraming::ContentLength;
        facts.contentLength = *contentLength;
    } else if (facts.isHttp10) {
        facts.framing = BodyFraming::UntilClose;
        mustClose = true;
    } else {
        facts.framing = BodyFraming::Chunked;
        facts.promisedTrailers = trailers.promised();
    }
    facts.mustClose = mustClose;
    facts.cors = corsFields();
    return facts;
}

std::string_view HttpConnection::Private::corsFields()
{
    const HeaderList &headers = parser.request().headers;
    const auto origin = headers.find("origin");
    if (!origin)
        return {};
    if (corsSettings != settings || corsOrigin != *origin) {
        corsRendered = renderFields(corsHeaders(settings->origins, headers));
        corsOrigin = *origin;
        corsSettings = settings;
    }
    return corsRendered;
}

void HttpConnection::Private::sendHead(const ResponseHead &head, std::optional<std::uint64_t> contentLength)
{
    if (phase != Phase::Answering || hasSentHead)
        return;
    hasSentHead = true;
    output.clear();
    const HeadFacts facts = factsFor(head, contentLength);
    framing = parser.request().method == "HEAD" ? BodyFraming::None : facts.framing;
    announcedBytes = facts.contentLength;
    appendHead(output, head, facts);
    if (head.status == 101) {
        framing = BodyFraming::UntilClose;
        isSwitched = mustClose = true;
    }
    write(output);
}

void HttpConnection::Private::sendBody(std::string_view bytes)
{
    if (phase != Phase::Answering || !hasSentHead || bytes.empty())
        return;
    switch (framing) {
    case BodyFraming::None: return;
    case BodyFraming::ContentLength:
        // More than was announced would be read as the next answer.
        bytes = bytes.substr(
            0, static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), announcedBytes - bodyBytes)));
        [[fallthrough]];
    case BodyFraming::UntilClose: write(bytes); break;
    case BodyFraming::Chunked:
        output.clear();
        appendChunk(output, bytes);
        write(output);
        break;
    }
    bodyBytes += bytes.size();
}

void HttpConnection::Private::finish()
{
    if (phase != Phase::Answering)
        return;
    if (!hasSentHead || (framing == BodyFraming::ContentLength && bodyBytes < announcedBytes)) {
        abort();
        return;
    }
    if (framing == BodyFraming::Chunked)
        write(trailers.lastChunk());
    endExchange();
}

void HttpConnection::Private::abort()
{
    if (phase != Phase::Answering)
        return;
    listener = nullptr;
    // A missing last chunk or missing bytes show the cut; what was sent so far may arrive. Elsewhere only a reset shows.
    const bool isSeenWithoutReset = !hasSentHead || framing == BodyFraming::Chunked
                                    || (framing == BodyFraming::ContentLength && bodyBytes < announcedBytes);
    if (isSeenWithoutReset) {
        linger();
        return;
    }
    phase = Phase::Lingering; // the signal disconnected comes now, and there is no one to tell
    stream.cut(true);
}

void HttpConnection::Private::write(std::string_view first, std::string_view second)
{
    sentBytes += first.size() + second.size();
    const bool wasBroken = stream.isBroken();
    stream.write(first, second);
    if (stream.isBroken() && !wasBroken)
        QMetaObject::invokeMethod(
            &q, [this] { onDisconnected(); }, Qt::QueuedConnection);
}

void HttpConnection::Private::endExchange()
{
    listener = nullptr;
    if (output.capacity() > keptOutputSize)
        output = {};
    if (mustClose) {
        linger();
        return;
    }
    parser.reset(requestLimits(settings->limits));
    isHeadChecked = hasContinued = false;
    phase = Phase::Idle;
    deadline = SteadyClock::now() + settings->limits.idleTime;
    // Pipelined requests: not from inside the handler that has just ended its exchange.
    if (!isProcessing && (inputBegin < inputEnd || stream.hasInput())) {
        QMetaObject::invokeMethod(
            &q,
            [this] {
                processInput();
                onInput();
            },
            Qt::QueuedConnection);
    }
}

// Closing with bytes of the client unread would reset the connection and take the answer from it (RFC 9112 §9.6).
void HttpConnection::Private::linger()
{
    phase = Phase::Lingering;
    deadline = SteadyClock::now() + lingerTime;
    inputBegin = inputEnd = 0;
    stream.endSending();
    if (stream.hasInput())
        QMetaObject::invokeMethod(
            &q, [this] { onInput(); }, Qt::QueuedConnection);
}

void HttpConnection::Private::onWritten()
{
    const bool hasDrained = stream.noteProgress();
    if (phase == Phase::Lingering)
        deadline = SteadyClock::now() + lingerTime;
    if (hasDrained && phase == Phase::Answering && listener != nullptr)
        listener->clientDrained();
}

void HttpConnection::Private::onDisconnected()
{
    if (phase == Phase::Closed)
        return;
    const bool wasAnswering = phase == Phase::Answering;
    ExchangeListener *const told = wasAnswering ? std::exchange(listener, nullptr) : nullptr;
    close();
    if (told != nullptr)
        told->clientGone();
}

void HttpConnection::Private::close()
{
    if (phase == Phase::Closed)
        return;
    phase = Phase::Closed;
    stream.cut(false);
    emit q.closed();
    q.deleteLater();
}

void HttpConnection::Private::checkDeadline()
{
    const SteadyTime now = SteadyClock::now();
    switch (phase) {
    case Phase::Closed: return;
    case Phase::Answering:
        if (stream.pending() > 0 && now - stream.lastProgress() > settings->limits.answerStall)
            onDisconnected();
        return;
    case Phase::Idle:
        if (now >= deadline)
            linger();
        return;
    case Phase::Receiving:
        if (now < deadline)
            return;
        mustClose = true;
        refuse(Error::client(ErrorCode::RequestTimedOut, "The request did not arrive in time."));
        return;
    case Phase::Lingering:
        if (now >= deadline)
            close();
        return;
    }
}

void HttpConnection::Private::closeGracefully()
{
    mustClose = true;
    if (phase == Phase::Idle)
        linger();
}

HttpConnection::HttpConnection(qintptr descriptor, RequestHandler &handler,
                               std::shared_ptr<const ConnectionSettings> settings, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, handler, std::move(settings)))
{
    d->open(descriptor);
}

HttpConnection::~HttpConnection()
{
    // Whoever deletes a running connection knows that it ends; only the maker of the answer does not.
    d->stream.socket().disconnect(this);
    if (ExchangeListener *const told = std::exchange(d->listener, nullptr))
        told->clientGone();
}

void HttpConnection::setSettings(std::shared_ptr<const ConnectionSettings> settings)
{
    d->settings = std::move(settings);
}

void HttpConnection::closeGracefully()
{
    d->closeGracefully();
}

void HttpConnection::timerEvent(QTimerEvent *)
{
    d->checkDeadline();
}

} // namespace gateway::net
