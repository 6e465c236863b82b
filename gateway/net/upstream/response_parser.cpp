#include "gateway/net/upstream/response_parser.h"

#include <algorithm>
#include <array>
#include <exception>
#include <limits>
#include <utility>
#include <vector>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

namespace gateway::net {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char character) { return character == ' ' || character == '\t'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

// Seen at once, so that a TLS alert or a greeting of another protocol does not wait for a time-out.
bool mayBeHttp(std::string_view start)
{
    constexpr std::string_view expected = "HTTP/1.";
    const std::size_t length = std::min(start.size(), expected.size());
    return start.substr(0, length) == expected.substr(0, length);
}

} // namespace

void removeHopByHopFields(HeaderList &headers)
{
    std::vector<std::string> names;
    for (const HeaderField &field : headers) {
        if (!equalsIgnoringCase(field.name, "connection"))
            continue;
        std::string_view list = field.value;
        while (!list.empty()) {
            const std::size_t comma = list.find(',');
            names.emplace_back(trimmed(list.substr(0, comma)));
            list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
        }
    }
    constexpr std::array<std::string_view, 8> always{"connection", "keep-alive",    "proxy-connection",
                                                     "te",         "trailer",       "transfer-encoding",
                                                     "upgrade",    "http2-settings"};
    const auto isHopByHop = [&](const HeaderField &field) {
        const auto isSame = [&field](std::string_view name) { return equalsIgnoringCase(field.name, name); };
        return std::any_of(always.begin(), always.end(), isSame) || std::any_of(names.begin(), names.end(), isSame);
    };
    std::erase_if(headers.fields(), isHopByHop);
}

// Beast calls back while it reads; the callbacks only write down what there is. Chunks are not its business.
class ResponseParser::BeastParser final : public http::basic_parser<false> {
public:
    explicit BeastParser(bool isAnswerToHead)
    {
        header_limit(static_cast<std::uint32_t>(ResponseParser::headLimit));
        body_limit(std::numeric_limits<std::uint64_t>::max()); // none would refuse every length in Boost 1.74
        skip(isAnswerToHead);
        eager(false); // one step for each put(), so that one call yields at most one piece of the body
    }

    UpstreamResponseHead head;
    std::string_view body;

private:
    void on_request_impl(http::verb, beast::string_view, beast::string_view, int, beast::error_code &) override {}
    void on_response_impl(int code, beast::string_view, int version, beast::error_code &error) override
    {
        // RFC 9110 §15: no class of status has it. What is above 599 is handed on as it is.
        if (code < 100) {
            error = http::error::bad_status;
            return;
        }
        head.status = code;
        head.majorVersion = version / 10;
        head.headers.reserve(16);
    }
    void on_field_impl(http::field, beast::string_view name, beast::string_view value, beast::error_code &) override
    {
        head.headers.add(std::string(name.data(), name.size()), std::string(value.data(), value.size()));
    }
    void on_header_impl(beast::error_code &) override
    {
        if (const boost::optional<std::uint64_t> length = content_length())
            head.contentLength = *length;
    }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override {}
    std::size_t on_body_impl(beast::string_view bytes, beast::error_code &) override
    {
        body = std::string_view(bytes.data(), bytes.size());
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, beast::error_code &) override
    {
        return bytes.size();
    }
    void on_finish_impl(beast::error_code &) override {}
};

ResponseParser::ResponseParser(bool isAnswerToHead)
    : m_parser(std::make_unique<BeastParser>(isAnswerToHead))
    , m_chunks({.trailerBytes = headLimit, .allowsBlanksAfterSize = true})
    , m_isAnswerToHead(isAnswerToHead)
{
}

ResponseParser::~ResponseParser() = default;

void ResponseParser::feed(std::string_view bytes)
{
    m_hasReceivedAnything = m_hasReceivedAnything || !bytes.empty();
    if (m_rest.empty()) {
        m_rest = bytes;
        return;
    }
    keepRest();
    m_pending.append(bytes);
    m_rest = m_pending;
}

void ResponseParser::endOfInput()
{
    m_isInputEnded = true;
}

void ResponseParser::keepRest()
{
    const bool isOurs =
        !m_pending.empty() && m_rest.data() >= m_pending.data() && m_rest.data() <= m_pending.data() + m_pending.size();
    if (isOurs)
        m_pending.erase(0, static_cast<std::size_t>(m_rest.data() - m_pending.data()));
    else
        m_pending.assign(m_rest);
    m_rest = m_pending;
}

ResponseParser::Event ResponseParser::next()
{
    if (m_problem != Problem::None)
        return Event::Failed;
    try {
        return stepOver();
    } catch (const std::exception &exception) {
        return fail(Problem::Malformed, exception.what());
    }
}

ResponseParser::Event ResponseParser::stepOver()
{
    if (m_isChunked)
        return stepOverChunks();
    while (!m_parser->is_done()) {
        if (m_rest.empty() && !m_isInputEnded)
            return Event::NeedMore;
        beast::error_code error;
        if (m_rest.empty()) {
            if (m_parser->head.status == 0) // Beast would call no bytes at all a complete answer
                return fail(Problem::Cut, "the connection was closed before an answer");
            m_parser->put_eof(error);
            if (error || !m_parser->is_done())
                return fail(Problem::Cut, error.message());
            break;
        }
        if (m_rest.size() < m_neededSize) {
            if (m_isInputEnded)
                return fail(Problem::Cut, "the connection was closed inside a line");
            keepRest();
            return Event::NeedMore;
        }
        if (m_parser->head.status == 0 && !mayBeHttp(m_rest))
            return fail(Problem::Malformed, "the first bytes are not HTTP/1");
        m_parser->body = {};
        m_rest.remove_prefix(m_parser->put(boost::asio::const_buffer(m_rest.data(), m_rest.size()), error));
        if (error == http::error::need_more) {
            m_neededSize = m_rest.size() + 1;
            continue;
        }
        m_neededSize = 0;
        if (error == http::error::header_limit)
            return fail(Problem::HeadTooLarge, error.message());
        if (error)
            return fail(Problem::Malformed, error.message());
        if (m_parser->is_header_done() && !m_isHeadGiven) {
            const int status = m_parser->head.status;
            if (status == 101)
                return fail(Problem::Malformed, "the peer switched protocols unasked");
            if (status >= 100 && status < 200) {
                m_parser = std::make_unique<BeastParser>(m_isAnswerToHead);
                continue;
            }
            m_isHeadGiven = true;
            m_isChunked = m_parser->chunked() && !m_parser->is_done(); // 204, 304 and answers to HEAD have no body
            return Event::Head;
        }
        if (!m_parser->body.empty()) {
            m_body = m_parser->body;
            m_bodyBytes += m_body.size();
            return Event::Body;
        }
    }
    return Event::Finished;
}

ResponseParser::Event ResponseParser::stepOverChunks()
{
    while (m_chunks.state() == ChunkedBodyReader::State::Reading) {
        if (m_rest.empty())
            return m_isInputEnded ? fail(Problem::Cut, "the connection was closed inside a chunked body")
                                  : Event::NeedMore;
        const ChunkedBodyReader::Step step = m_chunks.next(m_rest);
        m_rest.remove_prefix(step.used);
        if (!step.body.empty()) {
            m_body = step.body;
            m_bodyBytes += m_body.size();
            return Event::Body;
        }
    }
    return m_chunks.state() == ChunkedBodyReader::State::Complete ? Event::Finished
                                                                  : fail(Problem::Malformed, m_chunks.problem());
}

ResponseParser::Event ResponseParser::fail(Problem problem, std::string detail)
{
    m_problem = problem;
    m_problemDetail = std::move(detail);
    return Event::Failed;
}

UpstreamResponseHead ResponseParser::takeHead()
{
    UpstreamResponseHead head = std::move(m_parser->head);
    removeHopByHopFields(head.headers);
    return head;
}

bool ResponseParser::mayKeepConnection() const
{
    const bool isDone = m_isChunked ? m_chunks.state() == ChunkedBodyReader::State::Complete : m_parser->is_done();
    return isDone && m_parser->keep_alive() && m_rest.empty() && !m_isInputEnded;
}

} // namespace gateway::net
