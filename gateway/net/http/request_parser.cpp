#include "gateway/net/http/request_parser.h"

#include "gateway/net/http/chunked_body_reader.h"
#include "gateway/net/http/content_decoder.h"
#include "gateway/net/http/medium_spool.h"
#include "gateway/net/http/request_grammar.h"

// Beast asserts on some inputs that a client controls; a server must not abort on them (and release builds do not).
#ifndef BOOST_DISABLE_ASSERTS
#define BOOST_DISABLE_ASSERTS
#endif
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <cstring>
#include <exception>
#include <limits>
#include <optional>

namespace gateway::net {

namespace {

namespace beast_http = boost::beast::http;
using BeastText = boost::beast::string_view;
using BeastError = boost::beast::error_code;

constexpr std::size_t emptyLineLimit = 8;     // bytes of CR LF before a request line (RFC 9112 §2.2)
constexpr std::size_t roomBesideTarget = 256; // a method, two blanks, a version
constexpr std::size_t firstReservation = 1024 * 1024;
constexpr std::size_t bodyStep = 256 * 1024;  // of a large body, made ready at once
constexpr std::size_t keptTargetBytes = 1024; // of a target that is refused

std::string_view view(BeastText text)
{
    return {text.data(), text.size()};
}

Error fromBeast(const BeastError &code, std::string_view firstLine)
{
    if (code == beast_http::error::bad_version && endsWithOtherVersion(firstLine))
        return unsupportedVersion();
    if (code == beast_http::error::body_limit)
        return bodyTooLarge();
    if (code == beast_http::error::header_limit)
        return headTooLarge();
    return malformed("The request is not valid HTTP (" + code.message() + ").");
}

} // namespace

class RequestParser::Private {
public:
    // Beast reads the head, and ends a request without a body; what it reports comes in here.
    class Beast final : public beast_http::basic_parser<true> {
    public:
        explicit Beast(Private &owner) : m_owner(owner) {}

    private:
        void on_request_impl(beast_http::verb, BeastText method, BeastText target, int version,
                             BeastError &code) override
        {
            m_owner.check(m_owner.takeRequestLine(view(method), view(target), version), code);
        }
        void on_response_impl(int, BeastText, int, BeastError &) override {}
        void on_field_impl(beast_http::field field, BeastText name, BeastText value, BeastError &code) override
        {
            m_owner.check(m_owner.takeField(field, view(name), view(value)), code);
        }
        void on_header_impl(BeastError &code) override { m_owner.check(m_owner.finishHead(), code); }
        void on_body_init_impl(const boost::optional<std::uint64_t> &, BeastError &) override {}
        std::size_t on_body_impl(BeastText bytes, BeastError &) override { return bytes.size(); }
        void on_chunk_header_impl(std::uint64_t, BeastText, BeastError &) override {}
        std::size_t on_chunk_body_impl(std::uint64_t, BeastText bytes, BeastError &) override { return bytes.size(); }
        void on_finish_impl(BeastError &code) override { m_owner.check(m_owner.finishBody(), code); }

        Private &m_owner;
    };

    void reset(const RequestLimits &limits)
    {
        m_limits = limits;
        m_beast.emplace(*this);
        m_beast->eager(true);
        m_beast->header_limit(std::numeric_limits<std::uint32_t>::max()); // scanHead() limits, with its own answers
        m_beast->body_limit(limits.bodyBytes);
        m_chunks = ChunkedBodyReader({.bodyBytes = limits.bodyBytes});
        m_state = State::Head;
        m_error = {};
        m_decoder.reset();
        m_body.clear();
        m_request.method.clear();
        m_request.target.clear();
        m_request.body = emptyBody();
        m_request.spooledBody.reset();
        m_spool = {};
        m_scanned = m_lineStart = m_lineCount = m_emptyBytes = m_fieldCount = 0;
        m_hostCount = m_contentLengthCount = m_transferEncodingCount = 0;
        m_hasStarted = m_isHeadDone = m_expectsContinue = m_keepsAlive = false;
        m_hasContentLength = m_isChunked = false;
        m_bodyLeft = m_bodyFilled = 0;
    }

    std::size_t feed(std::string_view bytes)
    {
        std::size_t used = 0;
        if (m_state == State::Head) {
            used = skipEmptyLines(bytes);
            if (m_state != State::Head || used == bytes.size())
                return used;
            const auto head = bytes.substr(used);
            const std::size_t headEnd = scanHead(head);
            if (headEnd == 0)
                return used;
            used += parseHead(head.substr(0, headEnd));
        }
        if (m_state == State::Body && used < bytes.size())
            used += m_isChunked ? takeChunks(bytes.substr(used)) : takePlainBody(bytes.substr(used));
        return used;
    }

    void fail(Error error)
    {
        m_error = std::move(error);
        m_state = State::Failed;
        m_request.headers.fields().resize(std::min(m_fieldCount, m_request.headers.size()));
    }

    void check(std::optional<Error> error, BeastError &code)
    {
        if (!error)
            return;
        m_ownError = std::move(error);
        code = beast_http::error::bad_value; // any error stops Beast
    }

    static const SharedBytes &emptyBody()
    {
        static const SharedBytes empty = std::make_shared<const std::string>();
        return empty;
    }

    std::size_t skipEmptyLines(std::string_view bytes);
    std::size_t scanHead(std::string_view bytes);
    bool checkLine(std::string_view bytes, std::size_t lineFeed);
    std::size_t parseHead(std::string_view head);
    std::size_t takeChunks(std::string_view bytes);
    std::size_t takePlainBody(std::string_view bytes);
    std::span<char> bodyRoom();
    void bodyReceived(std::size_t count);
    void countBody(std::size_t count);
    std::size_t put(std::string_view bytes, BeastError &code);
    void keepFirstLine(std::string_view head);
    std::optional<Error> takeRequestLine(std::string_view method, std::string_view target, int version);
    std::optional<Error> takeField(beast_http::field field, std::string_view name, std::string_view value);
    std::optional<Error> finishHead();
    std::optional<Error> checkFraming() const;
    std::optional<Error> takeExpectation();
    std::optional<Error> takeContentEncoding();
    std::optional<Error> takeBody(std::string_view bytes);
    std::optional<Error> finishBody();

    RequestLimits m_limits;
    std::optional<Beast> m_beast;
    State m_state = State::Head;
    HttpRequest m_request;
    Error m_error;
    std::optional<Error> m_ownError; // what stopped Beast, when we did
    ChunkedBodyReader m_chunks;
    std::optional<ContentDecoder> m_decoder;
    MediumSpool m_spool;
    std::string m_body;           // beyond m_bodyFilled it is room; of a medium on the disk the newest bytes
    std::size_t m_bodyFilled = 0; // of a body that is kept as it comes
    std::uint64_t m_bodyLeft = 0; // of a body of known length, not yet received
    std::size_t m_scanned = 0;    // of the head, looked at
    std::size_t m_lineStart = 0;  // of the line that is being looked at
    std::size_t m_lineCount = 0;
    std::size_t m_emptyBytes = 0;
    std::size_t m_fieldCount = 0; // fields of this request; older ones keep their memory behind them
    int m_hostCount = 0;
    int m_contentLengthCount = 0;
    int m_transferEncodingCount = 0;
    bool m_hasStarted = false;
    bool m_isHeadDone = false;
    bool m_expectsContinue = false;
    bool m_keepsAlive = false;
    bool m_hasContentLength = false;
    bool m_isChunked = false;
};

std::size_t RequestParser::Private::skipEmptyLines(std::string_view bytes)
{
    if (m_hasStarted)
        return 0;
    std::size_t used = 0;
    while (used < bytes.size() && (bytes[used] == '\r' || bytes[used] == '\n')) {
        if (++m_emptyBytes > emptyLineLimit) {
            fail(malformed("There is no request line."));
            return used;
        }
        ++used;
    }
    if (used == bytes.size())
        return used;
    m_hasStarted = true;
    m_request.firstByteAt = std::chrono::steady_clock::now();
    // A TLS handshake, or garbage: no need to wait for the end of a line.
    if (!isTokenCharacter(bytes[used]))
        fail(malformed("This is a plain HTTP port, and what was sent is not HTTP."));
    return used;
}

// Returns where the head ends, or 0. Limits and line ends are checked while it grows.
std::size_t RequestParser::Private::scanHead(std::string_view bytes)
{
    while (m_scanned < bytes.size()) {
        const auto *found =
            static_cast<const char *>(std::memchr(bytes.data() + m_scanned, '\n', bytes.size() - m_scanned));
        if (found == nullptr)
            break;
        const auto lineFeed = static_cast<std::size_t>(found - bytes.data());
        if (m_lineStart == 0 && lineFeed > m_limits.targetBytes + roomBesideTarget)
            break;
        if (!checkLine(bytes, lineFeed))
            return 0;
        m_scanned = lineFeed + 1;
        if (lineFeed - m_lineStart == 1) {
            if (m_scanned <= m_limits.headBytes)
                return m_scanned;
            break;
        }
        m_lineStart = m_scanned;
        ++m_lineCount;
    }
    m_scanned = bytes.size();
    if (m_lineStart == 0 && bytes.size() > m_limits.targetBytes + roomBesideTarget) {
        keepFirstLine(bytes);
        fail(targetTooLong());
    } else if (bytes.size() > m_limits.headBytes) {
        keepFirstLine(bytes);
        fail(headTooLarge());
    }
    return 0;
}

bool RequestParser::Private::checkLine(std::string_view bytes, std::size_t lineFeed)
{
    if (lineFeed == m_lineStart || bytes[lineFeed - 1] != '\r') {
        keepFirstLine(bytes);
        fail(malformed("A line of the head does not end with CR LF."));
        return false;
    }
    if (m_lineStart > 0 && (bytes[m_lineStart] == ' ' || bytes[m_lineStart] == '\t')) {
        keepFirstLine(bytes);
        fail(malformed("Folded header lines are not accepted."));
        return false;
    }
    return true;
}

// So that a refusal can be recorded with what was asked.
void RequestParser::Private::keepFirstLine(std::string_view head)
{
    if (!m_request.target.empty())
        return;
    const auto line = head.substr(0, std::min(head.find('\r'), std::size_t{32 + keptTargetBytes}));
    const auto methodEnd = line.find(' ');
    if (methodEnd == std::string_view::npos || methodEnd > 32)
        return;
    const auto target = line.substr(methodEnd + 1);
    m_request.method = line.substr(0, methodEnd);
    m_request.target = target.substr(0, std::min(target.find(' '), keptTargetBytes));
    std::replace_if(
        m_request.target.begin(), m_request.target.end(),
        [](char letter) { return static_cast<unsigned char>(letter) < ' ' || letter == '\x7f'; }, '?');
}

std::size_t RequestParser::Private::put(std::string_view bytes, BeastError &code)
{
    try {
        return m_beast->put(boost::asio::const_buffer(bytes.data(), bytes.size()), code);
    } catch (const std::exception &exception) {
        m_ownError = Error::internal(ErrorCode::Internal, "The request could not be read.", exception.what());
        code = beast_http::error::bad_value;
        return 0;
    }
}

std::size_t RequestParser::Private::parseHead(std::string_view head)
{
    m_request.headers.reserve(m_lineCount);
    BeastError code;
    m_ownError.reset();
    put(head, code);
    if (m_ownError) {
        fail(std::move(*m_ownError));
    } else if (code && code != beast_http::error::need_more) {
        keepFirstLine(head);
        fail(fromBeast(code, head.substr(0, head.find('\r'))));
    } else if (!m_isHeadDone) {
        fail(malformed("The head of the request ends too early."));
    } else if (m_state == State::Head) {
        m_state = State::Body;
        if (!m_isChunked) {
            m_bodyLeft = m_beast->content_length().value_or(0);
            m_body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(m_bodyLeft, firstReservation)));
        }
    }
    return head.size();
}

std::size_t RequestParser::Private::takeChunks(std::string_view bytes)
{
    std::size_t used = 0;
    while (used < bytes.size() && m_state == State::Body) {
        const ChunkedBodyReader::Step step = m_chunks.next(bytes.substr(used));
        used += step.used;
        std::optional<Error> error;
        if (!step.body.empty())
            error = takeBody(step.body);
        else if (m_chunks.state() == ChunkedBodyReader::State::Complete)
            error = finishBody();
        else if (m_chunks.state() == ChunkedBodyReader::State::TooLarge)
            error = bodyTooLarge();
        else if (m_chunks.state() == ChunkedBodyReader::State::Malformed)
            error = malformed(m_chunks.problem());
        if (error)
            fail(std::move(*error));
    }
    return used;
}

// A body of known length has no framing that Beast would have to read.
std::size_t RequestParser::Private::takePlainBody(std::string_view bytes)
{
    bytes = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), m_bodyLeft)));
    if (m_decoder) {
        auto error = m_decoder->feedInto(bytes, m_body);
        if (!error)
            error = m_spool.take(m_body);
        if (error) {
            fail(std::move(*error));
            return bytes.size();
        }
        countBody(bytes.size());
    } else {
        m_body.resize(m_bodyFilled);
        m_body.append(bytes);
        bodyReceived(bytes.size());
    }
    return bytes.size();
}

std::span<char> RequestParser::Private::bodyRoom()
{
    if (m_state != State::Body || m_isChunked || m_decoder)
        return {};
    if (m_body.size() == m_bodyFilled)
        m_body.resize(m_bodyFilled + static_cast<std::size_t>(std::min<std::uint64_t>(m_bodyLeft, bodyStep)));
    return std::span(m_body).subspan(m_bodyFilled);
}

void RequestParser::Private::bodyReceived(std::size_t count)
{
    m_bodyFilled += count;
    if (m_spool.wants(m_bodyFilled)) {
        m_body.resize(m_bodyFilled);
        if (auto error = m_spool.take(m_body)) {
            fail(std::move(*error));
            return;
        }
        m_bodyFilled = 0;
    }
    countBody(count);
}

void RequestParser::Private::countBody(std::size_t count)
{
    m_bodyLeft -= count;
    if (m_bodyLeft > 0)
        return;
    if (auto error = finishBody())
        fail(std::move(*error));
}

std::optional<Error> RequestParser::Private::takeRequestLine(std::string_view method, std::string_view target,
                                                             int version)
{
    m_request.method = method;
    m_request.target = target.substr(0, std::min(target.size(), m_limits.targetBytes));
    m_request.minorVersion = version % 10;
    if (target.size() > m_limits.targetBytes)
        return targetTooLong();
    return std::nullopt;
}

std::optional<Error> RequestParser::Private::takeField(beast_http::field field, std::string_view name,
                                                       std::string_view value)
{
    auto &fields = m_request.headers.fields();
    if (m_fieldCount < fields.size()) {
        fields[m_fieldCount].name = name;
        fields[m_fieldCount].value = value;
    } else {
        fields.push_back({std::string(name), std::string(value)});
    }
    ++m_fieldCount;

    if (field == beast_http::field::host) {
        ++m_hostCount;
    } else if (field == beast_http::field::content_length) {
        ++m_contentLengthCount;
        m_hasContentLength = true;
        if (!isDecimal(value) || m_contentLengthCount > 1)
            return malformed("The request has no single, decimal Content-Length.");
    } else if (field == beast_http::field::transfer_encoding) {
        ++m_transferEncodingCount;
        m_isChunked = true;
        if (!equalsIgnoringCase(value, "chunked"))
            return Error::client(ErrorCode::NotImplemented, "The only supported Transfer-Encoding is \"chunked\".");
    }
    return std::nullopt;
}

std::optional<Error> RequestParser::Private::finishHead()
{
    m_isHeadDone = true;
    m_request.headers.fields().resize(m_fieldCount);
    m_spool = MediumSpool(m_request.headers.value("content-type"), m_limits.mediumBytesInMemory);
    m_keepsAlive = m_beast->keep_alive();
    if (auto error = checkFraming())
        return error;
    if (m_request.method == "CONNECT" || m_request.method == "TRACE")
        return Error::client(ErrorCode::NotImplemented, m_request.method + " is not supported.");
    if (auto error = takeOriginForm(m_request))
        return error;
    m_fieldCount = m_request.headers.size();
    if (auto error = takeExpectation())
        return error;
    return takeContentEncoding();
}

std::optional<Error> RequestParser::Private::checkFraming() const
{
    // RFC 9112 §6.1: each of these may hide a second request from one of two parsers.
    if (m_isChunked && m_hasContentLength)
        return malformed("The request has both a Content-Length and a Transfer-Encoding.");
    if (m_isChunked && m_request.minorVersion == 0)
        return malformed("HTTP/1.0 has no Transfer-Encoding.");
    if (m_transferEncodingCount > 1)
        return malformed("The request has several Transfer-Encoding fields.");
    // RFC 9112 §3.2
    if (m_hostCount > 1 || (m_hostCount == 0 && m_request.minorVersion > 0))
        return malformed("The request has no single Host.");
    return std::nullopt;
}

std::optional<Error> RequestParser::Private::takeExpectation()
{
    const auto expect = m_request.headers.find("expect");
    if (!expect || m_request.minorVersion == 0) // RFC 9110 §10.1.1: HTTP/1.0 cannot expect
        return std::nullopt;
    if (!equalsIgnoringCase(*expect, "100-continue"))
        return Error::client(ErrorCode::ExpectationFailed, "The only supported expectation is \"100-continue\".");
    m_expectsContinue = m_isChunked || m_hasContentLength;
    if (!m_expectsContinue && (m_request.method == "POST" || m_request.method == "PUT" || m_request.method == "PATCH"))
        return Error::client(ErrorCode::LengthRequired, "The announced body has neither a length nor chunks.");
    return std::nullopt;
}

std::optional<Error> RequestParser::Private::takeContentEncoding()
{
    const auto encoding = m_request.headers.find("content-encoding");
    if (!encoding || (!m_isChunked && !m_hasContentLength))
        return std::nullopt;
    if (std::count_if(m_request.headers.begin(), m_request.headers.end(),
                      [](const HeaderField &field) { return equalsIgnoringCase(field.name, "content-encoding"); })
        > 1)
        return Error::client(ErrorCode::UnsupportedEncoding, "Several content-encodings are not supported.");
    if (contentCodingFromName(*encoding) != ContentCoding::Identity) {
        auto decoder = ContentDecoder::create(*encoding, m_limits.bodyBytes);
        if (!decoder)
            return std::move(decoder.error());
        m_decoder.emplace(std::move(*decoder));
    }
    m_request.headers.remove("content-encoding");
    m_fieldCount = m_request.headers.size();
    return std::nullopt;
}

std::optional<Error> RequestParser::Private::takeBody(std::string_view bytes)
{
    if (m_decoder) {
        if (auto error = m_decoder->feedInto(bytes, m_body))
            return error;
    } else {
        m_body.append(bytes);
    }
    return m_spool.take(m_body);
}

std::optional<Error> RequestParser::Private::finishBody()
{
    if (m_decoder) {
        if (auto error = m_decoder->finish())
            return error;
    }
    if (m_spool.hasBegun()) {
        if (auto error = m_spool.finish(m_body))
            return error;
        m_request.spooledBody = m_spool.body();
    } else if (!m_body.empty()) {
        m_request.body = std::make_shared<const std::string>(std::move(m_body));
    }
    m_body = {};
    m_request.completeAt = std::chrono::steady_clock::now();
    m_state = State::Complete;
    return std::nullopt;
}

RequestParser::RequestParser(const RequestLimits &limits) : d(std::make_unique<Private>())
{
    d->reset(limits);
}

RequestParser::~RequestParser() = default;

void RequestParser::reset(const RequestLimits &limits)
{
    d->reset(limits);
}

std::size_t RequestParser::feed(std::string_view bytes)
{
    return d->feed(bytes);
}

std::span<char> RequestParser::bodyRoom()
{
    return d->bodyRoom();
}

void RequestParser::bodyReceived(std::size_t count)
{
    d->bodyReceived(count);
}

RequestParser::State RequestParser::state() const
{
    return d->m_state;
}

bool RequestParser::hasStarted() const
{
    return d->m_hasStarted;
}

const Error &RequestParser::error() const
{
    return d->m_error;
}

HttpRequest &RequestParser::request()
{
    return d->m_request;
}

bool RequestParser::expectsContinue() const
{
    return d->m_expectsContinue;
}

bool RequestParser::keepsAlive() const
{
    return d->m_keepsAlive;
}

} // namespace gateway::net
