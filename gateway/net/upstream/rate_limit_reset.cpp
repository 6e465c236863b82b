#include "gateway/net/upstream/rate_limit_reset.h"

#include "gateway/base/go_duration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

#include <QtCore/QDateTime>

namespace gateway::net {

namespace {

using std::chrono::milliseconds;

using Wait = std::optional<milliseconds>;

// In milliseconds, because the nanoseconds of WallTime end in the year 2262 and a provider may name a later one.
milliseconds sinceNow(std::int64_t sinceEpoch, WallTime now)
{
    return milliseconds(sinceEpoch) - std::chrono::floor<milliseconds>(now.time_since_epoch());
}

Wait untilTime(std::string_view text, WallTime now)
{
    const QDateTime time =
        QDateTime::fromString(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    return sinceNow(time.toMSecsSinceEpoch(), now);
}

Wait duration(std::string_view text, WallTime)
{
    return parseGoDuration(text, milliseconds(1'000));
}

// A number that is a time when it is too large for a wait.
Wait secondsOrTime(std::string_view text, WallTime now)
{
    constexpr double firstTime = 1e9;               // seconds since 1970: 2001
    constexpr double firstTimeInThousandths = 1e12; // milliseconds since 1970: 2001
    constexpr double lastTime = 1e14;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !(number >= 0) || number > lastTime)
        return std::nullopt;
    if (number < firstTime)
        return milliseconds(static_cast<std::int64_t>(number * 1'000));
    const double thousandths = number < firstTimeInThousandths ? number * 1'000 : number;
    return sinceNow(static_cast<std::int64_t>(thousandths), now);
}

struct KnownLimit {
    const char *reset;
    const char *remaining;
    Wait (*read)(std::string_view text, WallTime now);
};

constexpr std::array knownLimits{
    KnownLimit{"x-ratelimit-reset-requests", "x-ratelimit-remaining-requests", duration},
    KnownLimit{"x-ratelimit-reset-tokens", "x-ratelimit-remaining-tokens", duration},
    KnownLimit{"anthropic-ratelimit-requests-reset", "anthropic-ratelimit-requests-remaining", untilTime},
    KnownLimit{"anthropic-ratelimit-tokens-reset", "anthropic-ratelimit-tokens-remaining", untilTime},
    KnownLimit{"anthropic-ratelimit-input-tokens-reset", "anthropic-ratelimit-input-tokens-remaining", untilTime},
    KnownLimit{"anthropic-ratelimit-output-tokens-reset", "anthropic-ratelimit-output-tokens-remaining", untilTime},
    KnownLimit{"x-ratelimit-reset", "x-ratelimit-remaining", secondsOrTime},
    KnownLimit{"ratelimit-reset", "ratelimit-remaining", secondsOrTime},
};

} // namespace

Wait rateLimitReset(const HeaderList &headers, WallTime now)
{
    Wait first;
    Wait lastOfUsedUp;
    for (const KnownLimit &known : knownLimits) {
        const auto text = headers.find(known.reset);
        const auto remaining = headers.find(known.remaining);
        if (!text || remaining.value_or("0") != "0")
            continue;
        const Wait told = known.read(*text, now);
        if (!told)
            continue;
        const milliseconds wait = std::max(*told, milliseconds(0));
        Wait &noted = remaining ? lastOfUsedUp : first;
        noted = remaining ? std::max(noted.value_or(wait), wait) : std::min(noted.value_or(wait), wait);
    }
    return lastOfUsedUp ? lastOfUsedUp : first;
}

} // namespace gateway::net
