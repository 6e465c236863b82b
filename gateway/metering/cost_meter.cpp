#include "gateway/metering/cost_meter.h"

#include <algorithm>
#include <array>
#include <limits>

namespace gateway::metering {

namespace {

using config::PicoDollars;
using config::TokenRates;

constexpr std::int64_t picoPerNano = 1000;

// Whether a service tier has a price of its own. Other words ("default", "standard", Groq's "on_demand") mean the usual.
bool isPricedTier(std::string_view tier)
{
    constexpr std::array<std::string_view, 6> known{"flex", "priority", "batch", "scale", "fast", "ultrafast"};
    return std::find(known.begin(), known.end(), tier) != known.end();
}

// Adds up lines; remembers the first thing that has no price.
class Bill {
public:
    void add(CostClass costClass, std::int64_t count, const std::optional<PicoDollars> &price, const char *missing)
    {
        if (count <= 0)
            return;
        if (!price) {
            fail(missing);
            return;
        }
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        if (*price > 0 && count > (most - m_picoDollars) / *price) {
            fail("The count of tokens cannot be right.");
            return;
        }
        m_picoDollars += count * *price;
        m_lines.push_back({costClass, count, *price});
    }

    void fail(std::string problem)
    {
        if (m_problem.empty())
            m_problem = std::move(problem);
    }

    const std::string &problem() const { return m_problem; }
    Money sum() const
    {
        return {m_picoDollars / picoPerNano + (m_picoDollars % picoPerNano >= picoPerNano / 2 ? 1 : 0)};
    }
    std::vector<CostLine> takeLines() { return std::move(m_lines); }

private:
    std::int64_t m_picoDollars = 0;
    std::vector<CostLine> m_lines;
    std::string m_problem;
};

// The rates that hold for one request, with their stand-ins.
struct RatesInForce {
    TokenRates rates;
    std::string problem;
};

RatesInForce ratesInForce(const config::ModelPrice &price, const MeteredUse &use, std::int64_t promptTokens)
{
    RatesInForce force;
    const bool isTier = isPricedTier(use.serviceTier);
    const config::RateCard *card = &price.standard;
    if (isTier) {
        const auto tier = price.serviceTiers.find(use.serviceTier);
        if (tier == price.serviceTiers.end()) {
            force.problem = "There is no price for the service tier \"" + std::string(use.serviceTier) + "\".";
            return force;
        }
        card = &tier->second;
    }
    const TokenRates &standard = price.standard.forPrompt(promptTokens);
    force.rates =
        !isTier && price.peak && price.peak->contains(use.at) ? price.peak->rates : card->forPrompt(promptTokens);
    TokenRates &rates = force.rates;
    if (!rates.cacheWriteOneHour && !rates.cacheWrite && !(isTier && standard.cacheWriteOneHour))
        rates.cacheWriteOneHour = rates.input;
    if (!rates.cacheRead && !(isTier && standard.cacheRead))
        rates.cacheRead = rates.input;
    if (!rates.cacheWrite && !(isTier && standard.cacheWrite))
        rates.cacheWrite = rates.input;
    return force;
}

void addPrompt(Bill &bill, const MeteredUse &use, const TokenRates &rates)
{
    const TokenUsage &usage = use.usage;
    const std::int64_t uncached = usage.uncachedInput.value_or(0);
    const std::int64_t audio = std::min(usage.audioInput.value_or(0), uncached);
    const std::int64_t written = usage.cacheWrite.value_or(0);
    const std::int64_t forAnHour = std::min(usage.cacheWriteOneHour.value_or(0), written);
    const std::int64_t images = std::min(use.other.imageInputTokens, uncached - audio);
    bill.add(CostClass::Input, uncached - audio - images, rates.input, "There is no price of input.");
    bill.add(CostClass::ImageInput, images, rates.imageInput, "There is no price of the pictures that were read.");
    bill.add(CostClass::AudioInput, audio, rates.audioInput, "There is no price of audio input.");
    bill.add(CostClass::CacheRead, usage.cacheRead.value_or(0), rates.cacheRead, "There is no price of cached input.");
    bill.add(CostClass::CacheWrite, written - forAnHour, rates.cacheWrite, "There is no price of cache writes.");
    bill.add(CostClass::CacheWriteOneHour, forAnHour, rates.cacheWriteOneHour,
             "There is no price of cache writes for an hour.");
}

void addAnswer(Bill &bill, const MeteredUse &use, const TokenRates &rates)
{
    const TokenUsage &usage = use.usage;
    const std::int64_t output = usage.output.value_or(0);
    const std::int64_t audio = std::min(usage.audioOutput.value_or(0), output);
    const std::int64_t images = std::min(use.other.imageOutputTokens, output - audio);
    const std::int64_t rest = output - audio - images;
    const std::int64_t reasoning = rates.reasoning ? std::min(usage.reasoning.value_or(0), rest) : 0;
    bill.add(CostClass::Output, rest - reasoning, rates.output, "There is no price of output.");
    bill.add(CostClass::ImageOutput, images, rates.imageOutput, "There is no price of the pictures that were made.");
    bill.add(CostClass::Reasoning, reasoning, rates.reasoning, "");
    bill.add(CostClass::AudioOutput, audio, rates.audioOutput, "There is no price of audio output.");
}

MeteredCost unknown(std::string problem, AttemptCost detail = {})
{
    detail.basis = CostBasis::Unknown;
    detail.problem = std::move(problem);
    detail.lines.clear();
    return {std::nullopt, std::move(detail)};
}

MeteredCost priced(const config::PriceAnswer &price, const MeteredUse &use)
{
    const TokenUsage &usage = use.usage;
    AttemptCost detail;
    detail.source = price.source;
    if (!usage.uncachedInput)
        return unknown("The provider did not say how much it read.", std::move(detail));
    const std::int64_t prompt = *usage.uncachedInput + usage.cacheRead.value_or(0) + usage.cacheWrite.value_or(0);
    const RatesInForce force = ratesInForce(*price.price, use, prompt);
    if (!force.problem.empty())
        return unknown(force.problem, std::move(detail));
    Bill bill;
    addPrompt(bill, use, force.rates);
    addAnswer(bill, use, force.rates);
    bill.add(CostClass::Search, usage.webSearches.value_or(0), price.price->perSearch,
             "There is no price of searches.");
    if (!bill.problem().empty())
        return unknown(bill.problem(), std::move(detail));
    const bool isOutputToBeTold = !usage.output && force.rates.output != PicoDollars{0};
    detail.basis = use.isComplete && !isOutputToBeTold ? CostBasis::Priced : CostBasis::Partial;
    detail.lines = bill.takeLines();
    return {bill.sum(), std::move(detail)};
}

// The price of a picture of this quality and size; some cost the same whatever they are.
std::optional<PicoDollars> priceOfImage(const config::ModelPrice &price, const OtherUse &use)
{
    const std::string both = use.imageQuality + (use.imageSize.empty() ? "" : " ") + use.imageSize;
    for (const std::string_view kind : {std::string_view(both), std::string_view(use.imageSize), std::string_view()}) {
        if (const auto found = price.perImage.find(kind); found != price.perImage.end())
            return found->second;
    }
    return std::nullopt;
}

// Of what the model is sold by the piece; nothing when it is sold by tokens.
std::optional<MeteredCost> pricedByPiece(const config::PriceAnswer &answer, const MeteredUse &use)
{
    const config::ModelPrice &price = *answer.price;
    const OtherUse &other = use.other;
    Bill bill;
    if (price.perAudioSecond && other.audioSeconds)
        bill.add(CostClass::AudioSecond, *other.audioSeconds, price.perAudioSecond, "");
    else if (price.perCharacter && other.characters)
        bill.add(CostClass::Character, *other.characters, price.perCharacter, "");
    else if (!price.perImage.empty() && other.images > 0)
        bill.add(CostClass::Image, other.images, priceOfImage(price, other),
                 "There is no price of pictures of this quality and size.");
    else if (price.perSearch && use.usage.webSearches && use.usage.isEmpty())
        bill.add(CostClass::Search, *use.usage.webSearches, price.perSearch, "");
    else
        return std::nullopt;
    AttemptCost detail;
    detail.source = answer.source;
    if (!bill.problem().empty())
        return unknown(bill.problem(), std::move(detail));
    detail.basis = use.isComplete ? CostBasis::Priced : CostBasis::Partial;
    detail.lines = bill.takeLines();
    return MeteredCost{bill.sum(), std::move(detail)};
}

MeteredCost ownArithmetic(const std::optional<config::PriceAnswer> &price, const MeteredUse &use)
{
    if (auto piecewise = price ? pricedByPiece(*price, use) : std::nullopt)
        return std::move(*piecewise);
    if (use.usage.isEmpty()) {
        return unknown(use.isComplete ? "The provider did not say what was used."
                                      : "The answer ended before the provider said what was used.");
    }
    if (!price)
        return unknown("There is no price for this model.");
    return priced(*price, use);
}

} // namespace

MeteredCost meterCost(const std::optional<config::PriceAnswer> &price, const MeteredUse &use)
{
    MeteredCost metered = ownArithmetic(price, use);
    metered.detail.serviceTier = use.serviceTier;
    metered.detail.reported = use.reportedCost;
    const bool isOwnPrice = price && price->isOverride && metered.cost;
    if (use.reportedCost && !isOwnPrice) {
        metered.cost = use.reportedCost;
        metered.detail.basis = CostBasis::Reported;
        metered.detail.problem.clear();
    }
    return metered;
}

} // namespace gateway::metering
