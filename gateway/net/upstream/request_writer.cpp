#include "gateway/net/upstream/request_writer.h"

#include "gateway/base/byte_search.h"
#include "gateway/net/upstream/upstream_url.h"

#include <algorithm>
#include <array>

namespace gateway::net {

namespace {

// RFC 9110 §5.6.2, by the character's number.
constexpr std::array<bool, 256> tokenCharacters = [] {
    std::array<bool, 256> table{};
    constexpr std::string_view all = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (const char character : all)
        table[static_cast<unsigned char>(character)] = true;
    return table;
}();

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char character) {
        return tokenCharacters[static_cast<unsigned char>(character)];
    });
}

bool isFieldValue(std::string_view text)
{
    const char *const end = text.data() + text.size();
    return std::none_of(byte_search::findControl(text.data(), end), end, // a tab is allowed
                        [](char character) { return character == '\r' || character == '\n' || character == '\0'; });
}

bool isTarget(std::string_view text)
{
    const auto isVisible = [](char character) { return character > ' ' && character < '\x7f'; };
    return text.starts_with('/') && std::all_of(text.begin(), text.end(), isVisible);
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

std::string writeRequestHead(const UpstreamRequest &request)
{
    const UpstreamRoute &route = *request.route;
    std::size_t size = request.method.size() + request.target.size() + route.host.size() + 96;
    for (const HeaderField &field : request.headers)
        size += field.name.size() + field.value.size() + 4;
    std::string head;
    head.reserve(size);
    head.append(request.method).append(" ").append(request.target).append(" HTTP/1.1\r\nHost: ");
    head.append(authorityOf(route.scheme, route.host, route.port)).append("\r\n");
    for (const HeaderField &field : request.headers) {
        if (!isFramingField(field.name))
            head.append(field.name).append(": ").append(field.value).append("\r\n");
    }
    if (request.body || (request.method != "GET" && request.method != "HEAD")) {
        head.append("Content-Length: ").append(std::to_string(request.body.size())).append("\r\n");
    }
    head.append("\r\n");
    return head;
}

} // namespace gateway::net
