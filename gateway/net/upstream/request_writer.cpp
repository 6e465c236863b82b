#include "gateway/net/upstream/request_writer.h"

#include "gateway/net/upstream/upstream_url.h"

#include <algorithm>
#include <array>

namespace gateway::net {

namespace {

// RFC 9110 §5.6.2
bool isToken(std::string_view text)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    const auto isTokenCharacter = [marks](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
               || (character >= '0' && character <= '9') || marks.find(character) != std::string_view::npos;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isFieldValue(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char character) { return character == '\r' || character == '\n' || character == '\0'; });
}

bool isTarget(std::string_view text)
{
    const auto isVisible = [](char character) { return character > ' ' && character < '\x7f'; };
    return text.starts_with('/') && std::all_of(text.begin(), text.end(), isVisible);
}

void append(QByteArray &bytes, std::string_view text)
{
    bytes.append(text.data(), static_cast<qsizetype>(text.size()));
}

Error fault(std::string message)
{
    return Error::internal(ErrorCode::InvalidRequest, std::move(message));
}

} // namespace

std::optional<Error> findRequestFault(const UpstreamRequest &request)
{
    if (!request.route)
        return Error::internal(ErrorCode::Internal, "The request has no destination.");
    if (!isToken(request.method))
        return fault("The method of the request is not a valid HTTP method.");
    if (!isTarget(request.target))
        return fault("The path of the request contains characters that must be percent-encoded.");
    for (const HeaderField &field : request.headers) {
        if (!isToken(field.name))
            return fault("A header name contains characters that HTTP does not allow.");
        if (!isFieldValue(field.value))
            return fault("The value of the header " + field.name + " contains a line break.");
    }
    return std::nullopt;
}

bool isFramingField(std::string_view name)
{
    constexpr std::array<std::string_view, 7> names{"host",   "content-length", "connection", "transfer-encoding",
                                                    "expect", "keep-alive",     "upgrade"};
    return std::any_of(names.begin(), names.end(),
                       [name](std::string_view each) { return equalsIgnoringCase(name, each); });
}

QByteArray writeRequest(const UpstreamRequest &request)
{
    const UpstreamRoute &route = *request.route;
    const std::string_view body = request.body ? std::string_view(*request.body) : std::string_view();
    std::size_t size = request.method.size() + request.target.size() + route.host.size() + body.size() + 96;
    for (const HeaderField &field : request.headers)
        size += field.name.size() + field.value.size() + 4;
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(size));
    append(bytes, request.method);
    append(bytes, " ");
    append(bytes, request.target);
    append(bytes, " HTTP/1.1\r\nHost: ");
    append(bytes, authorityOf(route.scheme, route.host, route.port));
    append(bytes, "\r\n");
    for (const HeaderField &field : request.headers) {
        if (isFramingField(field.name))
            continue;
        append(bytes, field.name);
        append(bytes, ": ");
        append(bytes, field.value);
        append(bytes, "\r\n");
    }
    if (request.body || (request.method != "GET" && request.method != "HEAD")) {
        append(bytes, "Content-Length: ");
        append(bytes, std::to_string(body.size()));
        append(bytes, "\r\n");
    }
    append(bytes, "\r\n");
    append(bytes, body);
    return bytes;
}

} // namespace gateway::net
