#include "gateway/translation/dialects/web_search_tool.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace gateway::translation {

namespace {

// What the three have in common. Places are written alike at OpenAI and Anthropic.
struct WebSearch {
    Json allowedDomains; // arrays; null when there is no such limit
    Json blockedDomains;
    Json userLocation;
    bool isOffline = false;          // OpenAI's external_web_access false: what is in its index, and no more
    std::vector<std::string> others; // members that no other dialect has
};

constexpr std::array googleNames{"googleSearch", "google_search", "googleSearchRetrieval", "google_search_retrieval"};

const Json *googleSearch(const Tool &tool)
{
    for (const char *name : googleNames) {
        if (const Json *search = findObject(tool.raw, name))
            return search;
    }
    return nullptr;
}

Json limitOf(const Json &object, std::string_view name)
{
    const Json *domains = findArray(object, name);
    return domains && !domains->empty() ? *domains : Json();
}

void keepOthers(const Json &object, std::initializer_list<std::string_view> known, WebSearch &search)
{
    for (const auto &[name, value] : object.items()) {
        if (!value.is_null() && std::find(known.begin(), known.end(), name) == known.end())
            search.others.push_back(name);
    }
}

WebSearch searchOf(const Tool &tool)
{
    WebSearch search;
    if (tool.origin == DialectId::GeminiGenerate) {
        const Json *google = googleSearch(tool);
        const Json nothing = Json::object();
        const Json &options = google ? *google : nothing;
        search.blockedDomains = limitOf(options, "excludeDomains");
        keepOthers(options, {"excludeDomains"}, search);
        return search;
    }
    if (const Json *place = findObject(tool.raw, "user_location"))
        search.userLocation = *place;
    if (tool.origin == DialectId::AnthropicMessages) {
        search.allowedDomains = limitOf(tool.raw, "allowed_domains");
        search.blockedDomains = limitOf(tool.raw, "blocked_domains");
        keepOthers(tool.raw, {"type", "name", "allowed_domains", "blocked_domains", "user_location", "cache_control"},
                   search);
        return search;
    }
    if (const Json *filters = findObject(tool.raw, "filters")) {
        search.allowedDomains = limitOf(*filters, "allowed_domains");
        search.blockedDomains = limitOf(*filters, "blocked_domains");
    }
    search.isOffline = booleanMember(tool.raw, "external_web_access") == std::optional(false);
    keepOthers(tool.raw, {"type", "filters", "user_location", "external_web_access"}, search);
    return search;
}

// Why the provider cannot search within the client's limits; empty when it can.
std::string_view obstacle(DialectId provider, const WebSearch &search)
{
    if (search.isOffline)
        return "The client forbids the search to reach the web, which no other provider can.";
    if (provider == DialectId::GeminiGenerate && (!search.allowedDomains.is_null() || !search.blockedDomains.is_null()))
        return "Google's search cannot be kept to some domains, so it is not offered.";
    if (provider == DialectId::AnthropicMessages && !search.allowedDomains.is_null()
        && !search.blockedDomains.is_null())
        return "Anthropic's search takes one list of domains, so it is not offered.";
    return {};
}

Json writeSearch(DialectId provider, const WebSearch &search)
{
    if (provider == DialectId::GeminiGenerate)
        return Json{{"googleSearch", Json::object()}};
    Json json = provider == DialectId::AnthropicMessages ? Json{{"type", "web_search_20250305"}, {"name", "web_search"}}
                                                         : Json{{"type", "web_search"}};
    Json filters = Json::object();
    if (!search.allowedDomains.is_null())
        filters["allowed_domains"] = search.allowedDomains;
    if (!search.blockedDomains.is_null())
        filters["blocked_domains"] = search.blockedDomains;
    if (provider == DialectId::AnthropicMessages)
        json.update(filters);
    else if (!filters.empty())
        json["filters"] = std::move(filters);
    if (!search.userLocation.is_null())
        json["user_location"] = search.userLocation;
    return json;
}

} // namespace

bool isWebSearch(const Tool &tool)
{
    if (tool.kind != Tool::Kind::BuiltIn || !tool.raw.is_object())
        return false;
    const std::string_view type = textMember(tool.raw, "type");
    switch (tool.origin) {
    case DialectId::OpenAiResponses: return type.starts_with("web_search");
    case DialectId::AnthropicMessages: return type.starts_with("web_search_2");
    case DialectId::GeminiGenerate: return googleSearch(tool) != nullptr;
    case DialectId::OpenAiChat:
    case DialectId::BedrockConverse:
    case DialectId::CohereChat: break;
    }
    return false;
}

bool offersWebSearch(const ChatRequest &request)
{
    return std::any_of(request.tools.begin(), request.tools.end(), isWebSearch);
}

Json webSearchFor(DialectId provider, const Tool &tool, const std::string &pointer, ConversionReport &report)
{
    const bool isKnown = provider == DialectId::OpenAiResponses || provider == DialectId::AnthropicMessages
                         || provider == DialectId::GeminiGenerate;
    if (!isKnown || !isWebSearch(tool)) {
        report.dropped(pointer, "The built-in tool \"" + tool.name + "\" runs at another provider only.");
        return {};
    }
    const WebSearch search = searchOf(tool);
    if (const auto reason = obstacle(provider, search); !reason.empty()) {
        report.dropped(pointer, std::string(reason));
        return {};
    }
    report.approximated(pointer, "The provider that is asked searches the web in its own way.");
    for (const std::string &name : search.others) {
        std::string option = pointer;
        option.append("/").append(name);
        report.dropped(std::move(option), "The provider's web search has no such option.");
    }
    if (provider == DialectId::GeminiGenerate && !search.userLocation.is_null())
        report.dropped(pointer + "/user_location", "Google's search is not told where the user is.");
    return writeSearch(provider, search);
}

} // namespace gateway::translation
