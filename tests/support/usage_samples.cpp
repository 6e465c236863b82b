#include "tests/support/usage_samples.h"

#include <algorithm>
#include <map>

namespace support {

using namespace gateway::api;
using gateway::Money;

namespace {

struct Use {
    const char *asked;
    const char *provider;
    const char *model;
    const char *key;
    const char *client;
    qint64 requests; // on a usual day
    qint64 input;    // tokens of one
    qint64 cached;
    qint64 output;
    qint64 nanoDollars; // of one
    bool hasPrice;
};

constexpr Use uses[] = {
    {"medium", "anthropic", "claude-sonnet-5-5", "work", "Claude Code", 820, 1'900, 41'000, 640, 14'300'000, true},
    {"medium", "bedrock", "eu.anthropic.claude-sonnet-5-5", "aws", "Claude Code", 60, 2'100, 38'000, 610, 15'700'000,
     true},
    {"deep", "anthropic", "claude-opus-5-5", "work", "Claude Code", 110, 4'200, 60'000, 1'200, 52'800'000, true},
    {"gpt-5.4", "openai", "gpt-5.4", "main", "Codex", 390, 3'400, 20'000, 700, 24'000'000, true},
    {"fast", "gemini", "gemini-2.5-flash", "studio", "Gemini CLI", 210, 5'100, 2'000, 350, 2'465'000, true},
    {"openrouter/some/new-model", "openrouter", "some/new-model", "router", "Continue", 9, 900, 0, 200, 0, false},
    {"local", "ollama", "qwen3:8b", "", "Zed", 25, 3'000, 0, 400, 0, true},
};

UsageSums sumsOf(const Use &use, qint64 requests)
{
    UsageSums sums;
    sums.requests = requests;
    sums.errors = requests / 60;
    sums.attempts = requests + requests / 90;
    sums.uncachedInput = use.input * requests;
    sums.cacheRead = use.cached * requests;
    sums.cacheWrite = use.cached / 20 * requests;
    sums.output = use.output * requests;
    sums.reasoning = use.output / 4 * requests;
    sums.cost = Money{use.nanoDollars * requests};
    sums.unpriced = use.hasPrice ? 0 : requests;
    if (use.hasPrice) { // fresh input at two dollars a million, a tenth of it from the cache, a quarter more to write
        sums.cachedAsFresh = Money{(sums.cacheRead + sums.cacheWrite) * 2'000};
        sums.cachedCost = Money{sums.cacheRead * 200 + sums.cacheWrite * 2'500};
    }
    return sums;
}

void add(UsageSums &sum, const UsageSums &more)
{
    sum.requests += more.requests;
    sum.errors += more.errors;
    sum.attempts += more.attempts;
    sum.uncachedInput += more.uncachedInput;
    sum.cacheRead += more.cacheRead;
    sum.cacheWrite += more.cacheWrite;
    sum.output += more.output;
    sum.reasoning += more.reasoning;
    sum.cost += more.cost;
    sum.unpriced += more.unpriced;
    sum.cachedCost += more.cachedCost;
    sum.cachedAsFresh += more.cachedAsFresh;
}

LatencyFigures slower(const LatencyFigures &figures, int percent)
{
    return {figures.answers * 100 / percent, figures.p50 * percent / 100, figures.p95 * percent / 100,
            figures.p99 * percent / 100};
}

UsageLatency latencyOf(qint64 answers, int percent)
{
    using std::chrono::milliseconds;
    const LatencyFigures firstToken{answers, milliseconds(740), milliseconds(1'920), milliseconds(4'300)};
    const LatencyFigures whole{answers, milliseconds(6'400), milliseconds(21'000), milliseconds(47'000)};
    return {slower(firstToken, percent), slower(whole, percent)};
}

using Groups = std::map<std::pair<QString, QString>, UsageSums>;

QList<UsageGroup> sorted(const Groups &groups)
{
    QList<UsageGroup> list;
    for (const auto &[key, sums] : groups)
        list.append({key.first, key.second, sums});
    std::stable_sort(list.begin(), list.end(),
                     [](const UsageGroup &left, const UsageGroup &right) { return left.sums.cost > right.sums.cost; });
    return list;
}

PriceView listed(const char *provider, const char *model, qint64 input, std::optional<qint64> cached,
                 std::optional<qint64> written, qint64 output, const char *from = "", const char *until = "")
{
    PriceView price;
    price.provider = QLatin1String(provider);
    price.model = QLatin1String(model);
    price.rates.input = input;
    price.rates.cacheRead = cached;
    price.rates.cacheWrite = written;
    price.rates.output = output;
    price.validFrom = QLatin1String(from);
    price.validUntil = QLatin1String(until);
    price.source = QStringLiteral("https://prices.example/%1").arg(price.provider);
    price.checkedOn = QStringLiteral("2026-11-21");
    price.confirmedBy = 2;
    price.hasOtherRates = price.provider == QLatin1String("openai");
    return price;
}

} // namespace

void addSampleLatencies(UsageReport &report, const UsageQuery &query)
{
    const QDate last = report.hours.isEmpty() ? QDate() : report.hours.last().hour.toLocalTime().date();
    for (qsizetype step = 0; step + 1 < query.latencyBorders.size(); ++step) {
        const QDate day = query.latencyBorders[step].toLocalTime().date();
        report.latencySteps.append(!last.isValid() || day > last ? UsageLatency{}
                                                                 : latencyOf(900, 85 + (day.day() * 37) % 40));
    }
    int percent = 80;
    for (const UsageGroup &group : report.byProvider)
        report.latencyByProvider.append({group.name, latencyOf(group.sums.requests, percent += 35)});
    report.latency = latencyOf(report.total.requests, 100);
}

QList<UsageHour> sampleEarlierHours(const QDate &today)
{
    QList<UsageHour> hours;
    const QDate end(today.year(), today.month(), 1);
    for (QDate day = end.addMonths(-4); day < end; day = day.addDays(1)) {
        const qint64 percent = day.dayOfWeek() >= 6 ? (day.day() % 3) * 12 : 40 + (day.toJulianDay() * 37) % 80;
        if (percent > 0)
            hours.append({QDateTime(day, QTime(10, 0)).toUTC(), QStringLiteral("anthropic"),
                          sumsOf(uses[0], uses[0].requests * percent / 100)});
    }
    return hours;
}

UsageReport sampleUsage(const QDate &today)
{
    UsageReport report;
    Groups providers;
    Groups asked;
    Groups models;
    Groups keys;
    Groups virtualKeys;
    Groups clients;
    std::map<std::pair<QDateTime, QString>, UsageSums> hours;
    for (QDate day(today.year(), today.month(), 1); day <= today; day = day.addDays(1)) {
        const qint64 percent = day.dayOfWeek() >= 6 ? 20 : 70 + (day.day() * 37) % 60;
        for (const Use &use : uses) {
            const UsageSums sums = sumsOf(use, std::max<qint64>(1, use.requests * percent / 100));
            const QString provider = QLatin1String(use.provider);
            add(report.total, sums);
            add(providers[{provider, {}}], sums);
            add(asked[{QLatin1String(use.asked), {}}], sums);
            add(models[{QLatin1String(use.model), provider}], sums);
            add(keys[{QLatin1String(use.key), {}}], sums);
            add(virtualKeys[{{}, {}}], sums);
            add(clients[{QLatin1String(use.client), {}}], sums);
            add(hours[{QDateTime(day, QTime(10, 0)).toUTC(), provider}], sums);
        }
    }
    report.byProvider = sorted(providers);
    report.byConfiguredModel = sorted(asked);
    report.byModel = sorted(models);
    report.byKey = sorted(keys);
    report.byVirtualKey = sorted(virtualKeys);
    report.byClient = sorted(clients);
    for (const auto &[key, sums] : hours)
        report.hours.append({key.first, key.second, sums});
    report.firstHour = report.hours.isEmpty() ? QDateTime() : report.hours.first().hour;
    return report;
}

QList<PriceView> samplePrices()
{
    return {
        listed("anthropic", "claude-haiku-4-5", 1'000'000, 100'000, 1'250'000, 5'000'000),
        listed("anthropic", "claude-opus-5-5", 4'000'000, 200'000, 5'000'000, 20'000'000),
        listed("anthropic", "claude-sonnet-5-5", 2'000'000, 100'000, 2'500'000, 10'000'000),
        listed("cohere", "command-r7b-12-2024", 37'500, std::nullopt, std::nullopt, 150'000),
        listed("gemini", "gemini-2.5-flash", 300'000, 30'000, std::nullopt, 2'500'000),
        listed("mistral", "mistral-large-4", 1'360'000, 140'000, std::nullopt, 4'180'000, "2026-10-20", "2026-10-29"),
        listed("mistral", "mistral-large-4", 700'000, 70'000, std::nullopt, 2'100'000, "2026-10-29"),
        listed("ollama", "*", 0, std::nullopt, std::nullopt, 0),
        listed("openai", "gpt-5.4", 2'500'000, 250'000, std::nullopt, 15'000'000),
        listed("openai", "gpt-5.4-nano", 200'000, 20'000, std::nullopt, 1'250'000)};
}

gateway::api::PriceUpdateView samplePriceUpdate()
{
    using gateway::api::PriceChangeKind;
    gateway::api::PriceUpdateView update;
    const auto add = [&update](PriceChangeKind kind, const char *model, std::optional<qint64> before,
                               std::optional<qint64> after) {
        gateway::api::PriceChangeView change;
        change.kind = kind;
        change.provider = QStringLiteral("shop");
        change.model = QLatin1String(model);
        change.before.input = before;
        change.after.input = after;
        update.changes.append(change);
    };
    add(PriceChangeKind::Added, "brand-new", std::nullopt, 3'000'000);
    add(PriceChangeKind::Changed, "dear", 2'500'000, 2'000'000);
    add(PriceChangeKind::Removed, "old", 1'000'000, std::nullopt);
    add(PriceChangeKind::Changed, "painter", std::nullopt, std::nullopt);
    update.changes[1].isOverridden = true;
    update.changes[3].piecesBefore = {{gateway::CostClass::Image, {}, 40'000'000'000}};
    update.changes[3].piecesAfter = {{gateway::CostClass::Image, {}, 30'000'000'000}};
    return update;
}

QList<PriceOverrideView> sampleOwnPrices()
{
    PriceOverrideView own;
    own.id = QStringLiteral("contract-1");
    own.name = QStringLiteral("our contract");
    own.scope = QStringLiteral("provider");
    own.providerId = QStringLiteral("openai");
    own.pattern = QStringLiteral("gpt-5*");
    own.isPattern = true;
    own.rates.input = 2'000'000;
    own.rates.output = 12'000'000;
    return {own};
}

} // namespace support
