#include "gateway/net/http/response_writer.h"

#include "gateway/base/byte_search.h"

#include <array>
#include <charconv>
#include <ctime>

namespace gateway::net {

namespace {

bool isWriterOwned(std::string_view name)
{
    switch (name.empty() ? '\0' : (name.front() | 0x20)) {
    case 'a': return startsWithIgnoringCase(name, "access-control-");
    case 'c':
        return equalsIgnoringCase(name, "content-length") || equalsIgnoringCase(name, "connection")
               || equalsIgnoringCase(name, "content-security-policy");
    case 'd': return equalsIgnoringCase(name, "date");
    case 'k': return equalsIgnoringCase(name, "keep-alive");
    case 'p': return equalsIgnoringCase(name, "permissions-policy") || equalsIgnoringCase(name, "proxy-connection");
    case 'r': return equalsIgnoringCase(name, "referrer-policy");
    case 't': return equalsIgnoringCase(name, "transfer-encoding") || equalsIgnoringCase(name, "trailer");
    case 'x': return equalsIgnoringCase(name, "x-frame-options") || equalsIgnoringCase(name, "x-content-type-options");
    default: return false;
    }
}

bool breaksLines(std::string_view text)
{
    const char *const end = text.data() + text.size();
    const char *const control = byte_search::findControl(text.data(), end);
    for (const char letter : std::string_view(control, end)) { // a tab is no harm
        if (letter == '\r' || letter == '\n' || letter == '\0')
            return true;
    }
    return false;
}

void appendField(std::string &output, const HeaderField &field)
{
    if (field.name.empty() || breaksLines(field.name) || breaksLines(field.value))
        return;
    output.append(field.name).append(": ").append(field.value).append("\r\n");
}

template <typename Number>
void appendNumber(std::string &output, Number number, int base = 10)
{
    std::array<char, 24> digits;
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
    output.append(digits.data(), result.ptr);
}

void appendTwoDigits(std::string &output, int number)
{
    output.push_back(static_cast<char>('0' + number / 10));
    output.push_back(static_cast<char>('0' + number % 10));
}

// IMF-fixdate (RFC 9110 §5.6.7), independent of the locale.
std::string renderDate(std::time_t time)
{
    constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm parts{};
#ifdef _WIN32
    gmtime_s(&parts, &time);
#else
    gmtime_r(&time, &parts);
#endif
    std::string text = "Date: ";
    text.append(days[static_cast<std::size_t>(parts.tm_wday)]).append(", ");
    appendTwoDigits(text, parts.tm_mday);
    text.append(" ").append(months[static_cast<std::size_t>(parts.tm_mon)]).append(" ");
    appendNumber(text, parts.tm_year + 1900);
    text.append(" ");
    appendTwoDigits(text, parts.tm_hour);
    text.append(":");
    appendTwoDigits(text, parts.tm_min);
    text.append(":");
    appendTwoDigits(text, parts.tm_sec);
    text.append(" GMT\r\n");
    return text;
}

const std::string &dateField()
{
    thread_local std::time_t renderedAt = -1;
    thread_local std::string rendered;
    const std::time_t now = std::time(nullptr);
    if (now != renderedAt) {
        renderedAt = now;
        rendered = renderDate(now);
    }
    return rendered;
}

const std::string &securityFields()
{
    static const std::string rendered = renderFields(securityHeaders());
    return rendered;
}

void appendFraming(std::string &output, const HeadFacts &facts)
{
    switch (facts.framing) {
    case BodyFraming::None: return;
    case BodyFraming::ContentLength:
        output.append("Content-Length: ");
        appendNumber(output, facts.contentLength);
        output.append("\r\n");
        return;
    case BodyFraming::Chunked:
        output.append("Transfer-Encoding: chunked\r\n");
        if (!facts.promisedTrailers.empty())
            output.append("Trailer: ").append(facts.promisedTrailers).append("\r\n");
        return;
    case BodyFraming::UntilClose: return;
    }
}

} // namespace

void appendHead(std::string &output, const ResponseHead &head, const HeadFacts &facts)
{
    output.append("HTTP/1.1 ");
    appendNumber(output, head.status);
    output.append(" ").append(reasonPhrase(head.status)).append("\r\n");
    for (const HeaderField &field : head.headers) {
        if (!isWriterOwned(field.name))
            appendField(output, field);
    }
    appendFraming(output, facts);
    if (head.status == 101) // RFC 9110 §7.8
        output.append("Connection: Upgrade\r\n");
    else if (facts.mustClose)
        output.append("Connection: close\r\n");
    else if (facts.isHttp10)
        output.append("Connection: keep-alive\r\n");
    output.append(dateField()).append(securityFields()).append(facts.cors).append("\r\n");
}

void appendChunk(std::string &output, std::string_view bytes)
{
    if (bytes.empty())
        return;
    appendNumber(output, bytes.size(), 16);
    output.append("\r\n").append(bytes).append("\r\n");
}

std::string renderFields(const HeaderList &headers)
{
    std::string text;
    for (const HeaderField &field : headers)
        appendField(text, field);
    return text;
}

bool isBodyless(int status)
{
    return status == 204 || status == 304 || (status >= 100 && status < 200);
}

} // namespace gateway::net
