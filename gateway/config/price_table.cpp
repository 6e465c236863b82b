#include "gateway/config/price_table.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace gateway::config {

namespace {

using Days = std::chrono::sys_days;

std::string indexKey(std::string_view provider, std::string_view model)
{
    std::string key(provider);
    key.push_back('\n');
    key.append(model);
    return key;
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isDate(std::string_view text) // 20250929 or 2025-09-29
{
    if (text.size() == 10 && text[4] == '-' && text[7] == '-')
        return isDigits(text.substr(0, 4)) && isDigits(text.substr(5, 2)) && isDigits(text.substr(8));
    return text.size() == 8 && isDigits(text);
}

// "claude-sonnet-5-20260701" and "claude-sonnet-5@20260701" -> "claude-sonnet-5"
std::string_view withoutDate(std::string_view model)
{
    for (const std::size_t length : {std::size_t{8}, std::size_t{10}}) {
        if (model.size() <= length + 1)
            continue;
        const char before = model[model.size() - length - 1];
        if ((before == '-' || before == '@') && isDate(model.substr(model.size() - length)))
            return model.substr(0, model.size() - length - 1);
    }
    return model;
}

// arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-… -> what follows the slash
// (docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html).
std::string_view withoutPlace(std::string_view provider, std::string_view model)
{
    if (provider == "gemini" && model.starts_with("models/"))
        return model.substr(7);
    if (provider == "bedrock" && model.starts_with("arn:")) {
        const auto slash = model.rfind('/');
        return slash == std::string_view::npos ? model : model.substr(slash + 1);
    }
    return model;
}

std::string_view withoutRegion(std::string_view model)
{
    constexpr std::array<std::string_view, 8> regions{"us.", "eu.", "apac.", "global.", "jp.", "au.", "ca.", "in."};
    for (const std::string_view region : regions) {
        if (model.starts_with(region))
            return model.substr(region.size());
    }
    return model;
}

} // namespace

const TokenRates &RateCard::forPrompt(std::int64_t tokens) const
{
    const TokenRates *found = &rates;
    for (const LongPromptRates &tier : longPrompts) {
        if (tokens > tier.above)
            found = &tier.rates;
    }
    return *found;
}

bool PeakRates::contains(WallTime time) const
{
    const Days day = std::chrono::floor<std::chrono::days>(time);
    const int weekday = static_cast<int>(std::chrono::weekday(day).iso_encoding());
    if (weekday < firstWeekday || weekday > lastWeekday)
        return false;
    const auto minute = std::chrono::duration_cast<std::chrono::minutes>(time - day).count();
    return std::any_of(spans.begin(), spans.end(),
                       [minute](const Span &span) { return minute >= span.fromMinute && minute < span.untilMinute; });
}

std::vector<PiecePrice> piecePrices(const ModelPrice &price)
{
    std::vector<PiecePrice> pieces;
    if (price.perSearch)
        pieces.push_back({CostClass::Search, {}, *price.perSearch});
    for (const auto &[kind, amount] : price.perImage)
        pieces.push_back({CostClass::Image, kind, amount});
    if (price.perAudioSecond)
        pieces.push_back({CostClass::AudioSecond, {}, *price.perAudioSecond});
    if (price.perCharacter)
        pieces.push_back({CostClass::Character, {}, *price.perCharacter});
    return pieces;
}

std::string dayOf(WallTime time)
{
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text.data();
}

void PriceTable::add(const std::vector<std::string> &providers, const std::vector<std::string> &models,
                     ModelPrice price)
{
    m_prices.push_back(std::move(price));
    for (const std::string &provider : providers) {
        for (const std::string &model : models) {
            m_index[indexKey(provider, model)].push_back(&m_prices.back());
            m_entries.push_back({provider, model, &m_prices.back()});
        }
    }
}

void PriceTable::sortEntries()
{
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &left, const Entry &right) {
        return std::tie(left.provider, left.model, left.price->validFrom)
               < std::tie(right.provider, right.model, right.price->validFrom);
    });
}

const ModelPrice *PriceTable::findListed(std::string_view provider, std::string_view model, WallTime at) const
{
    const auto found = m_index.find(indexKey(provider, model));
    if (found == m_index.end())
        return nullptr;
    std::string day;
    for (const ModelPrice *price : found->second) {
        if (price->validFrom.empty() && price->validUntil.empty())
            return price;
        if (day.empty())
            day = dayOf(at);
        if (price->validFrom <= day && (price->validUntil.empty() || day < price->validUntil))
            return price;
    }
    return nullptr;
}

const ModelPrice *PriceTable::find(std::string_view provider, std::string_view model, WallTime at) const
{
    const std::string_view plain = withoutPlace(provider, model);
    if (const ModelPrice *price = findListed(provider, plain, at))
        return price;
    if (const std::string_view undated = withoutDate(plain); undated != plain) {
        if (const ModelPrice *price = findListed(provider, undated, at))
            return price;
    }
    if (provider == "bedrock" && withoutRegion(plain) != plain) {
        if (const ModelPrice *price = findListed(provider, withoutRegion(plain), at))
            return price;
    }
    return findListed(provider, "*", at);
}

} // namespace gateway::config
