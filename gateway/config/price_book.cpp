#include "gateway/config/price_book.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace gateway::config {

namespace {

using Scope = PriceOverride::Scope;

constexpr std::array<std::pair<Scope, std::string_view>, 6> scopeNames{
    {{Scope::Global, "global"},
     {Scope::Provider, "provider"},
     {Scope::ProviderKey, "provider_key"},
     {Scope::VirtualKey, "virtual_key"},
     {Scope::VirtualKeyProvider, "virtual_key_provider"},
     {Scope::VirtualKeyProviderKey, "virtual_key_provider_key"}}};

bool isInScope(const PriceOverride &each, const PriceQuestion &question)
{
    const bool isProvider = each.providerId == question.provider;
    const bool isKey = each.keyId == question.keyId && !each.keyId.empty();
    const bool isVirtualKey = each.virtualKeyId == question.virtualKey && !each.virtualKeyId.empty();
    switch (each.scope) {
    case Scope::Global: return true;
    case Scope::Provider: return isProvider;
    case Scope::ProviderKey: return isKey;
    case Scope::VirtualKey: return isVirtualKey;
    case Scope::VirtualKeyProvider: return isVirtualKey && isProvider;
    case Scope::VirtualKeyProviderKey: return isVirtualKey && isKey;
    }
    return false;
}

bool fitsModel(const PriceOverride &each, std::string_view model)
{
    if (!each.isPattern)
        return each.pattern == model;
    return model.starts_with(std::string_view(each.pattern).substr(0, each.pattern.size() - 1));
}

// "chat_completion" covers its stream, too.
bool fitsRequestType(const PriceOverride &each, std::string_view type)
{
    constexpr std::string_view stream = "_stream";
    const std::string_view plain = type.ends_with(stream) ? type.substr(0, type.size() - stream.size()) : type;
    return each.requestTypes.empty()
           || std::any_of(each.requestTypes.begin(), each.requestTypes.end(),
                          [&](const std::string &wanted) { return wanted == type || wanted == plain; });
}

void put(std::optional<PicoDollars> &rate, const std::optional<PicoDollars> &instead)
{
    if (instead)
        rate = instead;
}

void patch(TokenRates &rates, const TokenRates &with)
{
    put(rates.input, with.input);
    put(rates.cacheRead, with.cacheRead);
    put(rates.cacheWrite, with.cacheWrite);
    put(rates.cacheWriteOneHour, with.cacheWriteOneHour);
    put(rates.output, with.output);
    put(rates.reasoning, with.reasoning);
    put(rates.audioInput, with.audioInput);
    put(rates.audioOutput, with.audioOutput);
    put(rates.imageInput, with.imageInput);
    put(rates.imageOutput, with.imageOutput);
}

// What a person says is the price of a class is its price whatever the prompt's length, the hour or the service tier.
void patch(ModelPrice &price, const PriceOverride &with)
{
    const auto patchCard = [&with](RateCard &card) {
        patch(card.rates, with.rates);
        for (LongPromptRates &tier : card.longPrompts)
            patch(tier.rates, with.rates);
    };
    patchCard(price.standard);
    for (auto &[name, card] : price.serviceTiers)
        patchCard(card);
    if (price.peak)
        patch(price.peak->rates, with.rates);
    put(price.perSearch, with.perSearch);
}

} // namespace

PriceBook::PriceBook(std::shared_ptr<const PriceTable> list, std::vector<PriceOverride> overrides)
    : m_list(std::move(list)), m_overrides(std::move(overrides))
{
    const auto rank = [](const PriceOverride &each) {
        return std::tuple(static_cast<int>(each.scope), !each.isPattern, each.pattern.size(), each.createdAt);
    };
    std::stable_sort(m_overrides.begin(), m_overrides.end(),
                     [&rank](const auto &left, const auto &right) { return rank(left) > rank(right); });
}

const PriceOverride *PriceBook::findOverride(const PriceQuestion &question) const
{
    for (const PriceOverride &each : m_overrides) {
        if (isInScope(each, question) && fitsModel(each, question.model) && fitsRequestType(each, question.requestType))
            return &each;
    }
    return nullptr;
}

std::optional<PriceAnswer> PriceBook::find(const PriceQuestion &question) const
{
    const std::string_view list = question.preset.empty() ? question.provider : question.preset;
    const ModelPrice *listed = m_list ? m_list->find(list, question.model, question.at) : nullptr;
    const PriceOverride *own = findOverride(question);
    if (!listed && !own)
        return std::nullopt;
    PriceAnswer answer;
    if (listed) {
        answer.price = std::shared_ptr<const ModelPrice>(m_list, listed);
        answer.source = std::string(list) + ", list of " + listed->checkedOn;
    }
    if (own) {
        ModelPrice patched = listed ? *listed : ModelPrice{};
        patch(patched, *own);
        answer.price = std::make_shared<const ModelPrice>(std::move(patched));
        answer.source = own->name.empty() ? "own price" : "own price \"" + own->name + "\"";
        answer.isOverride = true;
    }
    return answer;
}

std::string_view priceScopeName(Scope scope)
{
    for (const auto &[value, name] : scopeNames) {
        if (value == scope)
            return name;
    }
    return "global";
}

std::optional<Scope> priceScopeFromName(std::string_view name)
{
    for (const auto &[value, known] : scopeNames) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

} // namespace gateway::config
