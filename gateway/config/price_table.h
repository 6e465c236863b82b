// What models cost: found by provider, model and date.
#pragma once

#include "gateway/base/attempt_cost.h"
#include "gateway/base/clock.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <unordered_map>
#include <vector>

namespace gateway::config {

// Pico-dollars (1e-12 US dollars) for one token, search, picture, second or character: a dollar per million tokens is
// 1'000'000 of them, so the six decimals that price lists use are whole numbers.
using PicoDollars = std::int64_t;

// Of each class of tokens; empty: the provider names no price of its own (metering/cost_meter.h says what then counts).
struct TokenRates {
    std::optional<PicoDollars> input;
    std::optional<PicoDollars> cacheRead;
    std::optional<PicoDollars> cacheWrite;
    std::optional<PicoDollars> cacheWriteOneHour;
    std::optional<PicoDollars> output;
    std::optional<PicoDollars> reasoning;
    std::optional<PicoDollars> audioInput;
    std::optional<PicoDollars> audioOutput;
    std::optional<PicoDollars> imageInput;
    std::optional<PicoDollars> imageOutput;
    bool operator==(const TokenRates &) const = default;
};

// As price files and the store of changed prices call them.
inline constexpr std::array<std::pair<const char *, std::optional<PicoDollars> TokenRates::*>, 10> tokenRateNames{
    {{"input", &TokenRates::input},
     {"cache_read", &TokenRates::cacheRead},
     {"cache_write", &TokenRates::cacheWrite},
     {"cache_write_1h", &TokenRates::cacheWriteOneHour},
     {"output", &TokenRates::output},
     {"reasoning", &TokenRates::reasoning},
     {"audio_input", &TokenRates::audioInput},
     {"audio_output", &TokenRates::audioOutput},
     {"image_input", &TokenRates::imageInput},
     {"image_output", &TokenRates::imageOutput}}};

// Rates of requests whose whole prompt, cached tokens included, has more than `above` tokens.
struct LongPromptRates {
    std::int64_t above = 0;
    TokenRates rates;
    bool operator==(const LongPromptRates &) const = default;
};

struct RateCard {
    TokenRates rates;
    std::vector<LongPromptRates> longPrompts; // rising
    const TokenRates &forPrompt(std::int64_t tokens) const;
    bool operator==(const RateCard &) const = default;
};

// Hours in which tokens cost something else, as DeepSeek has them.
struct PeakRates {
    struct Span {
        int fromMinute = 0; // of the day, UTC
        int untilMinute = 0;
        bool operator==(const Span &) const = default;
    };
    std::vector<Span> spans;
    int firstWeekday = 1; // 1 is Monday
    int lastWeekday = 7;
    TokenRates rates;
    bool contains(WallTime time) const;
    bool operator==(const PeakRates &) const = default;
};

struct ModelPrice {
    std::string validFrom;  // "2026-10-29", UTC; empty: always until then
    std::string validUntil; // the first day on which it does not count any more; empty: still valid
    RateCard standard;
    std::optional<PeakRates> peak;                             // instead of standard.rates
    std::map<std::string, RateCard, std::less<>> serviceTiers; // "flex", "priority", "batch"
    std::optional<PicoDollars> perSearch;
    std::map<std::string, PicoDollars, std::less<>> perImage; // by "quality size", by "size", or "" for every picture
    std::optional<PicoDollars> perAudioSecond;
    std::optional<PicoDollars> perCharacter;
    std::string source; // for people: where it was published
    std::string checkedOn;
    int confirmedBy = 1; // in how many public tables it stands
    bool operator==(const ModelPrice &) const = default;
};

// What is sold by the piece: a search, a picture (of a quality and size), a second of sound, a character.
struct PiecePrice {
    CostClass piece = CostClass::Search;
    std::string kind; // of pictures: "high 1024x1024"; empty: every other
    PicoDollars price = 0;
    bool operator==(const PiecePrice &) const = default;
};
std::vector<PiecePrice> piecePrices(const ModelPrice &price); // empty: it is sold by tokens alone

// Immutable once it is built; any thread.
class PriceTable {
public:
    struct Entry {
        std::string provider;
        std::string model; // "*": every model of the provider
        const ModelPrice *price = nullptr;
    };

    void add(const std::vector<std::string> &providers, const std::vector<std::string> &models, ModelPrice price);

    // The price at that time. A name that is not listed is looked for again without what only says where or since when:
    // a snapshot's date, a version, "models/", a region of Bedrock's inference profiles (us., eu., global.), an ARN.
    const ModelPrice *find(std::string_view provider, std::string_view model, WallTime at) const;

    const std::vector<Entry> &entries() const { return m_entries; } // sorted by provider and model
    bool isEmpty() const { return m_entries.empty(); }
    void sortEntries();

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    const ModelPrice *findListed(std::string_view provider, std::string_view model, WallTime at) const;

    std::deque<ModelPrice> m_prices; // addresses stay
    std::vector<Entry> m_entries;
    std::unordered_map<std::string, std::vector<const ModelPrice *>, TextHash, std::equal_to<>> m_index;
};

std::string dayOf(WallTime time); // "2026-11-21", UTC

} // namespace gateway::config
