#include "gateway/net/http/request_grammar.h"

#include <algorithm>
#include <cstring>

namespace gateway::net {

bool isTokenCharacter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
           || (letter != '\0' && std::strchr("!#$%&'*+-.^_`|~", letter) != nullptr);
}

bool isDecimal(std::string_view text)
{
    return !text.empty() && text.size() <= 19
           && std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

Error malformed(std::string message)
{
    return Error::client(ErrorCode::MalformedHttp, std::move(message));
}

Error bodyTooLarge()
{
    return Error::client(ErrorCode::BodyTooLarge, "The request body is larger than allowed.");
}

Error headTooLarge()
{
    return Error::client(ErrorCode::HeadTooLarge, "The head of the request is larger than allowed.");
}

Error targetTooLong()
{
    return Error::client(ErrorCode::TargetTooLong, "The request target is longer than allowed.");
}

Error unsupportedVersion()
{
    return Error::client(ErrorCode::HttpVersion, "Only HTTP/1.0 and HTTP/1.1 are supported.");
}

bool endsWithOtherVersion(std::string_view line)
{
    if (line.size() < 9)
        return false;
    const auto tail = line.substr(line.size() - 9);
    if (tail == " HTTP/1.0" || tail == " HTTP/1.1")
        return false; // then something else is wrong with the line
    return tail.substr(0, 6) == " HTTP/" && isDecimal(tail.substr(6, 1)) && tail[7] == '.' && isDecimal(tail.substr(8));
}

std::optional<Error> takeOriginForm(HttpRequest &request)
{
    std::string &target = request.target;
    if (target.front() == '/' || (target == "*" && request.method == "OPTIONS"))
        return std::nullopt;
    std::size_t start = 0;
    if (startsWithIgnoringCase(target, "http://"))
        start = 7;
    else if (startsWithIgnoringCase(target, "https://"))
        start = 8;
    else
        return malformed("The request target is neither a path nor a URL.");
    const auto end = std::min(target.find_first_of("/?#", start), target.size());
    const std::string authority = target.substr(start, end - start);
    if (authority.empty() || authority.find('@') != std::string::npos)
        return malformed("The URL of the request names no host.");
    target.erase(0, end);
    if (target.empty() || target.front() != '/')
        target.insert(target.begin(), '/');
    request.headers.set("Host", authority);
    return std::nullopt;
}

} // namespace gateway::net
