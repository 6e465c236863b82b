#include "gateway/pipeline/forwarded_facts.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/base/secret_masker.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>
#include <array>
#include <span>

namespace gateway::pipeline {

namespace {

using translation::FormField;

constexpr std::size_t readStep = 256 * 1024;
constexpr std::array<std::string_view, 2> namesOfProvider{"provider", "x-model-provider"};

Result<std::vector<FormField>> readForm(const net::HttpRequest &request, std::string_view boundary)
{
    translation::MultipartReader reader(boundary);
    if (!request.spooledBody) {
        reader.feed(*request.body);
        return reader.finish();
    }
    std::string window(readStep, '\0');
    std::uint64_t offset = 0;
    while (const std::size_t count = request.spooledBody->read(offset, window)) {
        reader.feed(std::string_view(window).substr(0, count));
        offset += count;
    }
    return reader.finish();
}

// The last one counts, as for JSON.
std::string_view valueOf(const std::vector<FormField> &form, std::string_view name)
{
    std::string_view value;
    for (const FormField &field : form) {
        if (field.name == name && !field.isFile)
            value = field.value;
    }
    return value;
}

translation::RequestFacts factsOfForm(const std::vector<FormField> &form)
{
    translation::RequestFacts facts;
    facts.model = valueOf(form, "model");
    facts.isStream = valueOf(form, "stream") == "true";
    facts.user = valueOf(form, "user");
    for (const FormField &field : form) {
        if (field.name == "fallbacks" || field.name == "fallbacks[]")
            facts.fallbacks.push_back(field.value);
    }
    facts.hasFallbacks = !facts.fallbacks.empty();
    return facts;
}

bool looksLikeJson(const net::HttpRequest &request)
{
    const std::string &body = *request.body;
    const auto first = body.find_first_not_of(" \t\r\n");
    return first != std::string::npos && (body[first] == '{' || body[first] == '[');
}

std::string valueInQuery(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        const auto mark = pair.find('=');
        if (mark != std::string_view::npos && pair.substr(0, mark) == name)
            return percentDecoded(pair.substr(mark + 1));
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return {};
}

// The bytes of a file as Amazon S3 takes them, whatever they look like.
bool isObjectOfStorage(const RequestContext &context)
{
    return context.endpoint.family == translation::DialectFamily::Bedrock
           && context.endpoint.forwarded->offer == "file";
}

std::string namedProvider(const RequestContext &context)
{
    const net::HttpRequest &request = context.exchange->request();
    for (const std::string_view name : namesOfProvider) {
        if (std::string value = valueInQuery(request.query(), name); !value.empty())
            return value;
    }
    if (const std::string_view value = request.headers.value("x-model-provider"); !value.empty())
        return std::string(value);
    if (context.form)
        return std::string(valueOf(*context.form, "provider"));
    if (!context.endpoint.forwarded->isOfStored || isObjectOfStorage(context) || !looksLikeJson(request))
        return {};
    const auto member = translation::topLevelMember(*request.body, "provider");
    return member && *member ? translation::JsonValue::checked(**member).text() : std::string();
}

// "/v1/videos/video_1:openai/content" -> the provider, which is taken out of the path.
std::string takeProviderOfId(RequestContext &context)
{
    constexpr std::string_view collection = "/v1/videos/";
    std::string &path = context.endpoint.rawPath;
    if (!context.endpoint.forwarded->hasProviderInId || !path.starts_with(collection))
        return {};
    const std::size_t idEnd = std::min(path.find('/', collection.size()), path.size());
    const std::string id = percentDecoded(std::string_view(path).substr(collection.size(), idEnd - collection.size()));
    const auto colon = id.rfind(':');
    if (colon == std::string::npos || !context.snapshot->findProvider(id.substr(colon + 1)))
        return {};
    path.replace(collection.size(), idEnd - collection.size(), percentEncoded(id.substr(0, colon)));
    return id.substr(colon + 1);
}

} // namespace

Result<translation::RequestFacts> readForwardedFacts(RequestContext &context)
{
    const net::HttpRequest &request = context.exchange->request();
    translation::RequestFacts facts;
    if (const auto boundary = translation::formBoundary(request.headers.value("content-type"))) {
        auto form = readForm(request, *boundary);
        if (!form)
            return unexpected(form.error());
        facts = factsOfForm(*form);
        context.form = std::move(*form);
    } else if (looksLikeJson(request) && !isObjectOfStorage(context)) {
        auto read = translation::readRequestFacts(*request.body);
        if (!read)
            return read;
        facts = std::move(*read);
    } else if (context.endpoint.forwarded->model == routing::ModelNeed::Required && !request.spooledBody) {
        return translation::readRequestFacts(*request.body); // says what is wrong with it
    }
    context.endpoint.namedProvider = takeProviderOfId(context);
    if (context.endpoint.namedProvider.empty())
        context.endpoint.namedProvider = namedProvider(context);
    return facts;
}

std::string bytesOfField(const net::HttpRequest &request, const FormField &field)
{
    if (!request.spooledBody)
        return request.body->substr(field.valueOffset, field.valueSize);
    std::string bytes(field.valueSize, '\0');
    std::size_t read = 0;
    while (read < bytes.size()) {
        const std::size_t count = request.spooledBody->read(field.valueOffset + read, std::span(bytes).subspan(read));
        if (count == 0) // what is missing would be zeros
            return {};
        read += count;
    }
    return bytes;
}

std::string fileNameOf(const net::HttpRequest &request, const FormField &file)
{
    constexpr std::string_view mark = "filename=\"";
    FormField head = file;
    head.valueOffset = file.partOffset;
    head.valueSize = file.valueOffset - file.partOffset;
    const std::string text = bytesOfField(request, head);
    const auto begin = text.find(mark);
    if (begin == std::string::npos)
        return {};
    return text.substr(begin + mark.size(), text.find('"', begin + mark.size()) - begin - mark.size());
}

Result<translation::Json> membersOf(const RequestContext &context)
{
    if (!context.form)
        return translation::parseJson(*context.exchange->request().body);
    translation::Json members = translation::Json::object();
    for (const FormField &field : *context.form) {
        if (!field.isFile)
            members[field.name] = field.value;
    }
    return members;
}

std::string forwardedQuery(std::string_view query)
{
    const std::string withoutKeys = withoutKeyParameters(query);
    std::string kept;
    std::string_view rest = withoutKeys;
    while (!rest.empty()) {
        const auto end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        const std::string_view name = pair.substr(0, pair.find('='));
        if (!pair.empty() && std::find(namesOfProvider.begin(), namesOfProvider.end(), name) == namesOfProvider.end())
            kept.append(kept.empty() ? "" : "&").append(pair);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return kept;
}

bool passesAtOnce(const RequestContext &context, std::string_view contentType)
{
    constexpr std::array<std::string_view, 4> media{"audio/", "video/", "image/", "application/octet-stream"};
    return context.endpoint.forwarded && std::any_of(media.begin(), media.end(), [contentType](std::string_view each) {
               return startsWithIgnoringCase(contentType, each);
           });
}

} // namespace gateway::pipeline
