#include "gateway/pipeline/upstream_choice.h"

#include "gateway/base/provider_extras.h"
#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>

namespace gateway::pipeline {

namespace {

using translation::Json;

namespace names = provider_extra_names;
constexpr std::string_view block = names::openRouterConfig;

void addIgnored(const Json &ignored, Json &choice)
{
    if (!ignored.is_array())
        return;
    Json &all = choice["ignore"];
    if (!all.is_array())
        all = Json::array();
    for (const Json &name : ignored) {
        if (std::find(all.begin(), all.end(), name) == all.end())
            all.push_back(name);
    }
}

} // namespace

Result<std::optional<std::string>> withUpstreamChoice(AttemptContext &attempt, std::string_view body)
{
    const std::string &settings = attempt.target.provider->extraJson;
    if (settings.find(block) == std::string::npos) // hardly any provider has it
        return std::optional<std::string>();
    const auto extra = translation::parseJson(settings);
    const Json *wanted = extra ? translation::findObject(*extra, block) : nullptr;
    if (!wanted || wanted->empty())
        return std::optional<std::string>();
    const auto said = translation::topLevelMember(body, "provider");
    if (!said)
        return unexpected(said.error());
    const auto own = *said ? translation::parseJson(**said) : Json::object();
    Json choice = own && own->is_object() ? *own : Json::object();
    for (const auto &[name, value] : wanted->items()) {
        if (!choice.contains(name))
            choice[name] = value;
    }
    if (const Json *ignored = translation::findMember(*wanted, "ignore"))
        addIgnored(*ignored, choice);
    auto edited = translation::setTopLevelMember(body, "provider", translation::dumpJson(choice));
    if (!edited)
        return unexpected(edited.error());
    attempt.add({translation::ConversionNote::Kind::Injected, "/provider",
                 "The provider's settings choose who may run the model."});
    return std::optional(std::move(*edited));
}

Result<std::optional<std::string>> withoutStoring(AttemptContext &attempt, std::string_view body)
{
    const std::string &settings = attempt.target.provider->extraJson;
    if (settings.find(names::disablesStore) == std::string::npos || !readProviderExtras(settings).disablesStore)
        return std::optional<std::string>();
    const auto said = translation::topLevelMember(body, "store");
    if (said && *said && **said == "false")
        return std::optional<std::string>();
    auto edited = translation::setTopLevelMember(body, "store", "false");
    if (!edited)
        return unexpected(edited.error());
    attempt.add({translation::ConversionNote::Kind::Injected, "/store",
                 "The provider's settings say that nothing is kept there."});
    return std::optional(std::move(*edited));
}

} // namespace gateway::pipeline
