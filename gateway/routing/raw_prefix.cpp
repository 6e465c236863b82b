#include "gateway/routing/raw_prefix.h"

#include "gateway/base/percent_encoding.h"

#include <algorithm>
#include <array>

namespace gateway::routing {

namespace {

using translation::DialectFamily;
using translation::DialectId;
using translation::ErrorShape;

struct RawPrefix {
    std::string_view prefix;
    std::string_view provider;
    DialectFamily family;
    ErrorShape errorShape;
};

constexpr std::array rawPrefixes{
    RawPrefix{"/openai_passthrough", "openai", DialectFamily::OpenAi, ErrorShape::Bifrost},
    RawPrefix{"/azure_passthrough", "azure", DialectFamily::OpenAi, ErrorShape::Bifrost},
    RawPrefix{"/anthropic_passthrough", "anthropic", DialectFamily::Anthropic, ErrorShape::Anthropic},
    RawPrefix{"/genai_passthrough", "gemini", DialectFamily::Gemini, ErrorShape::Gemini},
    RawPrefix{"/bedrock_passthrough", "bedrock", DialectFamily::Bedrock, ErrorShape::Bedrock},
    RawPrefix{"/elevenlabs_passthrough", "elevenlabs", DialectFamily::OpenAi, ErrorShape::Bifrost},
    RawPrefix{"/replicate_passthrough", "replicate", DialectFamily::OpenAi, ErrorShape::Bifrost},
    RawPrefix{"/runway_passthrough", "runway", DialectFamily::OpenAi, ErrorShape::Bifrost},
    RawPrefix{"/vertex_passthrough", "vertex", DialectFamily::Gemini, ErrorShape::Gemini},
};

// What an answer is read as, for the record alone.
struct KnownEnding {
    std::string_view ending;
    DialectId dialect;
};

constexpr std::array knownEndings{
    KnownEnding{"/chat/completions", DialectId::OpenAiChat},
    KnownEnding{"/responses", DialectId::OpenAiResponses},
    KnownEnding{"/v1/messages", DialectId::AnthropicMessages},
    KnownEnding{":generateContent", DialectId::GeminiGenerate},
    KnownEnding{":streamGenerateContent", DialectId::GeminiGenerate},
    KnownEnding{"/converse", DialectId::BedrockConverse},
    KnownEnding{"/converse-stream", DialectId::BedrockConverse},
};

bool isSafeSegment(std::string_view segment)
{
    if (segment.find('\\') != std::string_view::npos)
        return false;
    const std::string decoded = percentDecoded(segment);
    return !decoded.empty() && decoded != "." && decoded != ".."
           && std::none_of(decoded.begin(), decoded.end(), [](char character) {
                  return character == '/' || character == '\\' || (character >= 0 && character < ' ')
                         || character == '\x7f';
              });
}

// "/v1beta/models/gemini-3-flash:generateContent", "/model/anthropic.claude-opus-5-v1%3A0/converse"
std::string modelInPath(std::string_view path)
{
    constexpr std::string_view amazons = "/model/";
    if (path.starts_with(amazons)) {
        path.remove_prefix(amazons.size());
        return percentDecoded(path.substr(0, path.find('/')));
    }
    constexpr std::string_view collection = "/models/";
    const auto place = path.find(collection);
    const auto action = path.rfind(':');
    if (place == std::string_view::npos || action == std::string_view::npos || action <= place + collection.size())
        return {};
    return percentDecoded(path.substr(place + collection.size(), action - place - collection.size()));
}

Endpoint makeEndpoint(const RawPrefix &prefix, std::string_view path)
{
    Endpoint endpoint;
    endpoint.operation = Operation::RawForward;
    endpoint.family = prefix.family;
    endpoint.errorShape = prefix.errorShape;
    endpoint.nativeProvider = prefix.provider;
    endpoint.rawPath = path;
    endpoint.pathModel = modelInPath(path);
    endpoint.isStreamPath = path.ends_with(":streamGenerateContent") || path.ends_with("/converse-stream")
                            || path.ends_with("/invoke-with-response-stream");
    for (const KnownEnding &known : knownEndings) {
        if (path.ends_with(known.ending))
            endpoint.dialect = known.dialect;
    }
    return endpoint;
}

} // namespace

// A slash at the end is fine: it is part of the address for some servers.
bool isSafePath(std::string_view path)
{
    path.remove_prefix(1);
    if (path.ends_with('/'))
        path.remove_suffix(1);
    while (true) {
        const auto slash = path.find('/');
        if (!isSafeSegment(path.substr(0, slash)))
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

Error unsafePath()
{
    return Error::client(ErrorCode::InvalidRequest, "This path cannot be forwarded: empty segments, \".\", \"..\" and "
                                                    "encoded slashes are refused.");
}

std::optional<Result<Endpoint>> findRawEndpoint(std::string_view path)
{
    for (const RawPrefix &prefix : rawPrefixes) {
        if (!path.starts_with(prefix.prefix))
            continue;
        const std::string_view rest = path.substr(prefix.prefix.size());
        if (rest.size() < 2 || rest.front() != '/')
            continue;
        if (isSafePath(rest))
            return makeEndpoint(prefix, rest);
        return unexpected(unsafePath());
    }
    return std::nullopt;
}

} // namespace gateway::routing
