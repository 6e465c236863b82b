#include "gateway/config/provider_definition.h"

#include "gateway/config/model_names.h"

#include <algorithm>

namespace gateway::config {

AttemptLimits NetworkSettings::limitsFor(std::string_view model, bool isStream) const
{
    AttemptLimits limits;
    limits.connect = connectTimeout;
    limits.head = headTimeout.value_or(totalTimeout);
    limits.firstToken = firstTokenTimeout;
    limits.idle = isStream ? streamIdleTimeout : totalTimeout;
    limits.total = isStream ? streamTimeout : totalTimeout;
    return nearest(limitsOfModel(modelLimits, model), limits);
}

namespace {

// As it is written, else in any case.
const std::string *aliasOf(const ProviderKey &key, std::string_view model)
{
    auto alias = key.aliases.find(model);
    if (alias == key.aliases.end())
        alias = std::find_if(key.aliases.begin(), key.aliases.end(),
                             [model](const auto &each) { return equalsIgnoringCase(each.first, model); });
    return alias == key.aliases.end() ? nullptr : &alias->second;
}

} // namespace

// An alias is allowed like a model that is listed.
bool ProviderKey::allowsModel(std::string_view model) const
{
    return !includesModel(blacklistedModels, model) && (includesModel(models, model) || hasAliasFor(model));
}

bool ProviderKey::hasAliasFor(std::string_view model) const
{
    return !aliases.empty() && aliasOf(*this, model) != nullptr;
}

std::string ProviderKey::nameThere(std::string_view model) const
{
    const std::string *const alias = aliases.empty() ? nullptr : aliasOf(*this, model);
    return alias ? *alias : std::string(model);
}

CredentialScheme usualCredentialScheme(translation::DialectFamily family)
{
    using translation::DialectFamily;
    switch (family) {
    case DialectFamily::OpenAi:
    case DialectFamily::Cohere: return CredentialScheme::Bearer;
    case DialectFamily::Anthropic: return CredentialScheme::XApiKey;
    case DialectFamily::Gemini: return CredentialScheme::XGoogApiKey;
    case DialectFamily::Bedrock: return CredentialScheme::AwsSigV4;
    }
    return CredentialScheme::Bearer;
}

std::string_view unusualCredentialName(CredentialScheme scheme)
{
    switch (scheme) {
    case CredentialScheme::AzureKey: return "azure_key";
    case CredentialScheme::GoogleCloud: return "google_cloud";
    case CredentialScheme::XiApiKey: return "xi_api_key";
    case CredentialScheme::QueryKey: return "query_key";
    case CredentialScheme::Bearer:
    case CredentialScheme::XApiKey:
    case CredentialScheme::XGoogApiKey:
    case CredentialScheme::AwsSigV4:
    case CredentialScheme::None: return "";
    }
    return "";
}

std::optional<CredentialScheme> unusualCredentialFromName(std::string_view name)
{
    for (const CredentialScheme scheme : {CredentialScheme::AzureKey, CredentialScheme::GoogleCloud,
                                          CredentialScheme::XiApiKey, CredentialScheme::QueryKey}) {
        if (unusualCredentialName(scheme) == name)
            return scheme;
    }
    return std::nullopt;
}

Hosting ProviderDefinition::hosting() const
{
    switch (credentialScheme) {
    case CredentialScheme::AzureKey: return Hosting::Azure;
    case CredentialScheme::GoogleCloud: return Hosting::Vertex;
    case CredentialScheme::Bearer:
    case CredentialScheme::XApiKey:
    case CredentialScheme::XGoogApiKey:
    case CredentialScheme::AwsSigV4:
    case CredentialScheme::XiApiKey:
    case CredentialScheme::QueryKey:
    case CredentialScheme::None: return Hosting::Own;
    }
    return Hosting::Own;
}

namespace {

std::string_view withoutStream(std::string_view request)
{
    constexpr std::string_view ending = "_stream";
    if (request.ends_with(ending))
        request.remove_suffix(ending.size());
    return request;
}

bool holds(const std::vector<std::string> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Presets name whole groups: "batch" is batch_create, batch_list and the rest.
bool holdsOrGroups(const std::vector<std::string> &names, std::string_view name)
{
    return std::any_of(names.begin(), names.end(), [name](const std::string &each) {
        return name.starts_with(each) && (name.size() == each.size() || name[each.size()] == '_');
    });
}

// Nothing is known of what it lacks.
bool isAnythingOffered(const OfferPointer &offer)
{
    return !offer || holds(offer->requests, "*");
}

// Both are conversations, and each is said in the words of the other where only that is there.
bool isConversation(std::string_view request)
{
    return request == "chat_completion" || request == "responses";
}

} // namespace

bool ProviderDefinition::offers(std::string_view request) const
{
    if (request.empty())
        return true;
    if (request == "model_retrieve") // as Bifrost, which knows the list alone
        request = "list_models";
    if (allowedRequests && !holds(*allowedRequests, request))
        return false;
    const std::string_view plain = withoutStream(request);
    if (isAnythingOffered(offer) || plain == "passthrough" || holdsOrGroups(offer->requests, plain))
        return true;
    return isConversation(plain) && (holds(offer->requests, "chat_completion") || holds(offer->requests, "responses"));
}

translation::DialectFamily ProviderDefinition::familyOfModel(std::string_view model) const
{
    using translation::DialectFamily;
    const bool isClaude = model.find("claude") != std::string_view::npos;
    switch (hosting()) {
    case Hosting::Own: return family;
    case Hosting::Azure: return isClaude ? DialectFamily::Anthropic : DialectFamily::OpenAi;
    // Models as a service are named by their maker, "meta/llama-4-maverick", and asked like OpenAI's.
    case Hosting::Vertex:
        if (isClaude)
            return DialectFamily::Anthropic;
        return model.find('/') == std::string_view::npos ? DialectFamily::Gemini : DialectFamily::OpenAi;
    }
    return family;
}

std::string_view ProviderDefinition::priceList(std::string_view model) const
{
    using translation::DialectFamily;
    if (hosting() == Hosting::Own)
        return preset;
    switch (familyOfModel(model)) {
    case DialectFamily::Anthropic: return "anthropic";
    case DialectFamily::OpenAi: return hosting() == Hosting::Azure ? std::string_view("openai") : preset;
    case DialectFamily::Gemini: return "gemini";
    case DialectFamily::Bedrock:
    case DialectFamily::Cohere: break;
    }
    return preset;
}

std::string_view ProviderDefinition::pathFor(std::string_view request) const
{
    const auto find = [](const auto &paths, std::string_view name) -> std::string_view {
        const auto found = paths.find(name);
        return found == paths.end() ? std::string_view() : std::string_view(found->second);
    };
    for (const std::string_view name : {request, withoutStream(request)}) {
        if (const std::string_view own = find(pathOverrides, name); !own.empty())
            return own;
        if (const std::string_view usual = offer ? find(offer->paths, name) : std::string_view(); !usual.empty())
            return usual;
    }
    return {};
}

bool ProviderDefinition::speaks(translation::DialectId dialect) const
{
    if (translation::familyOf(dialect) != family)
        return false;
    if (dialect == translation::DialectId::OpenAiChat)
        return !offer || holds(offer->requests, "chat_completion");
    if (dialect == translation::DialectId::OpenAiResponses)
        return !offer || holds(offer->requests, "responses");
    return true;
}

translation::DialectId ProviderDefinition::dialectFor(translation::DialectId client) const
{
    using translation::DialectFamily;
    using translation::DialectId;
    if (speaks(client))
        return client;
    switch (family) {
    // Only OpenAI itself tells reasoning through Responses alone; its imitators are surest in chat completions.
    case DialectFamily::OpenAi: return preset == "openai" ? DialectId::OpenAiResponses : DialectId::OpenAiChat;
    case DialectFamily::Anthropic: return DialectId::AnthropicMessages;
    case DialectFamily::Gemini: return DialectId::GeminiGenerate;
    case DialectFamily::Bedrock: return DialectId::BedrockConverse;
    case DialectFamily::Cohere: return DialectId::CohereChat;
    }
    return DialectId::OpenAiChat;
}

} // namespace gateway::config
