#include "gateway/pipeline/extra_parameters.h"

#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>
#include <array>

namespace gateway::pipeline {

using namespace translation;

namespace {

constexpr std::string_view nested = "extra_params";

// Of OpenAI's two endpoints, beyond what the hub has: they mean nothing to others (platform.openai.com/docs/api-reference).
constexpr std::array<std::string_view, 20> ofOpenAi{
    "audio",         "background",  "client_metadata",        "conversation",      "functions",
    "function_call", "include",     "max_tool_calls",         "modalities",        "moderation",
    "prediction",    "prompt",      "prompt_cache_retention", "safety_identifier", "stream_options",
    "text",          "tool_choice", "top_logprobs",           "truncation",        "web_search_options"};

bool isAskedFor(const HeaderList &headers)
{
    return equalsIgnoringCase(headers.value("x-bf-passthrough-extra-params"), "true");
}

bool isOfOpenAi(std::string_view name)
{
    return std::find(ofOpenAi.begin(), ofOpenAi.end(), name) != ofOpenAi.end();
}

} // namespace

Json takeExtraParameters(const HeaderList &clientHeaders, ChatRequest &request)
{
    const Json *members = isAskedFor(clientHeaders) ? request.extensions.find(request.dialect) : nullptr;
    if (!members)
        return {};
    Json extra = Json::object();
    if (familyOf(request.dialect) == DialectFamily::OpenAi) {
        for (const auto &[name, value] : members->items()) {
            if (name != nested && !isOfOpenAi(name))
                extra[name] = value;
        }
    }
    if (const Json *inner = findObject(*members, nested))
        extra.update(*inner);
    for (const auto &[name, value] : extra.items())
        request.extensions.remove(name);
    request.extensions.remove(nested);
    return extra.empty() ? Json() : extra;
}

Result<std::string> withExtraParameters(std::string body, const Json &extra)
{
    for (const auto &[name, value] : extra.items()) {
        const auto known = topLevelMember(body, name);
        if (!known)
            return unexpected(known.error());
        if (*known)
            continue;
        auto extended = setTopLevelMember(body, name, dumpJson(value));
        if (!extended)
            return unexpected(extended.error());
        body = std::move(*extended);
    }
    return body;
}

Result<net::UpstreamBody> withSpreadExtraParameters(const HeaderList &clientHeaders, net::UpstreamBody body)
{
    if (!isAskedFor(clientHeaders))
        return body;
    const auto raw = topLevelMember(*body, nested);
    const auto extra = raw && *raw ? parseJson(**raw) : Result<Json>(Json());
    if (!extra || !extra->is_object())
        return body;
    auto shortened = removeTopLevelMember(*body, nested);
    if (!shortened)
        return unexpected(shortened.error());
    auto spread = withExtraParameters(std::move(*shortened), *extra);
    if (!spread)
        return unexpected(spread.error());
    return std::make_shared<const std::string>(std::move(*spread));
}

} // namespace gateway::pipeline
