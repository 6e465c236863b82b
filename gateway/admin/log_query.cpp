#include "gateway/admin/log_query.h"

#include "gateway/base/refusal.h"

#include <array>
#include <cmath>
#include <limits>

namespace gateway::admin {

namespace {

constexpr int largestPage = 1000;
constexpr double mostNumber = 9e15; // beyond it a double is no exact number of anything

QStringList listOf(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).split(QLatin1Char(','), Qt::SkipEmptyParts);
}

// By name until the caller knows which of them are ids.
QList<api::KeyChoice> keysOf(const QUrlQuery &query, const char *name)
{
    QList<api::KeyChoice> keys;
    for (const QString &each : listOf(query, name))
        keys.append({{}, each});
    return keys;
}

const char *bifrostStatus(RequestState state)
{
    if (!hasEnded(state))
        return "processing";
    return state == RequestState::Succeeded ? "success" : "error";
}

// Bifrost has three statuses where we have nine states.
QStringList statesOfStatus(const QStringList &statuses)
{
    QStringList states;
    for (const auto state :
         {RequestState::Succeeded, RequestState::ClientError, RequestState::UpstreamError, RequestState::RateLimited,
          RequestState::Blocked, RequestState::Cancelled, RequestState::BrokenStream}) {
        if (statuses.contains(QLatin1String(bifrostStatus(state))))
            states.append(QString::fromUtf8(requestStateName(state).data(),
                                            static_cast<qsizetype>(requestStateName(state).size())));
    }
    return states;
}

std::optional<qint64> periodSeconds(const QString &period)
{
    constexpr std::array<std::pair<const char *, qint64>, 5> known{
        {{"1h", 3600}, {"6h", 21600}, {"24h", 86400}, {"7d", 604800}, {"30d", 2592000}}};
    for (const auto &[name, seconds] : known) {
        if (period == QLatin1String(name))
            return seconds;
    }
    return std::nullopt;
}

// Reads members of a query; remembers the first that is wrong.
class QueryNumbers {
public:
    explicit QueryNumbers(const QUrlQuery &query) : m_query(query) {}

    std::optional<double> number(const char *name)
    {
        if (!m_query.hasQueryItem(QLatin1String(name)))
            return std::nullopt;
        bool isNumber = false;
        const double value = m_query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toDouble(&isNumber);
        if (isNumber && std::isfinite(value) && std::abs(value) <= mostNumber)
            return value;
        refuse(name, "a number");
        return std::nullopt;
    }

    int integer(const char *name, int otherwise, int least, int most, const char *expected)
    {
        if (!m_query.hasQueryItem(QLatin1String(name)))
            return otherwise;
        bool isNumber = false;
        const int value = m_query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toInt(&isNumber);
        if (isNumber && value >= least && value <= most)
            return value;
        refuse(name, expected);
        return otherwise;
    }

    void refuse(const char *name, const char *expected)
    {
        if (!m_error)
            m_error = refused(std::string(name) + " must be " + expected);
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    const QUrlQuery &m_query;
    std::optional<Error> m_error;
};

void takeNames(const QUrlQuery &query, api::HistoryQuery &history)
{
    history.providers = listOf(query, "providers");
    history.models = listOf(query, "models");
    history.askedModels = listOf(query, "aliases");
    history.operations = listOf(query, "objects");
    history.finishReasons = listOf(query, "stop_reasons");
    history.keys = keysOf(query, "selected_key_ids");
    history.virtualKeys = keysOf(query, "virtual_key_ids");
    history.clients = listOf(query, "apps");
    history.sessionIds = listOf(query, "session_id");
    history.requestIds = listOf(query, "request_id");
    history.errorCodes = listOf(query, "error_codes");
    history.states = statesOfStatus(listOf(query, "status"));
    if (history.states.isEmpty() && !listOf(query, "status").isEmpty())
        history.states = listOf(query, "status"); // such as "processing", which nothing stored is in
    history.text = query.queryItemValue(QStringLiteral("content_search"), QUrl::FullyDecoded);
}

void takeMeasures(QueryNumbers &numbers, const QUrlQuery &query, api::HistoryMeasures &measures)
{
    const auto milliseconds = [&numbers](const char *name) {
        const auto value = numbers.number(name);
        return value ? std::optional(std::chrono::milliseconds(std::llround(*value))) : std::nullopt;
    };
    const auto tokens = [&numbers](const char *name) {
        const auto value = numbers.number(name);
        return value ? std::optional<qint64>(std::llround(*value)) : std::nullopt;
    };
    const auto dollars = [&numbers](const char *name) {
        const auto value = numbers.number(name);
        return value && std::abs(*value) < 9e9 ? std::optional(Money{std::llround(*value * 1e9)}) : std::nullopt;
    };
    measures.leastDuration = milliseconds("min_latency");
    measures.mostDuration = milliseconds("max_latency");
    measures.leastTokens = tokens("min_tokens");
    measures.mostTokens = tokens("max_tokens");
    measures.leastCost = dollars("min_cost");
    measures.mostCost = dollars("max_cost");
    measures.isUnpricedOnly = query.queryItemValue(QStringLiteral("missing_cost_only")) == QLatin1String("true");
}

void takeStatuses(QueryNumbers &numbers, const QUrlQuery &query, api::HistoryQuery &history)
{
    for (const QString &text : listOf(query, "status_codes")) {
        bool isNumber = false;
        const int status = text.toInt(&isNumber);
        if (isNumber)
            history.statuses.append(status);
        else
            numbers.refuse("status_codes", "numbers");
    }
}

void takeOrder(QueryNumbers &numbers, const QUrlQuery &query, api::HistoryQuery &history)
{
    const QString sortBy = query.queryItemValue(QStringLiteral("sort_by"), QUrl::FullyDecoded);
    bool isKnown = sortBy.isEmpty();
    for (const auto order :
         {api::HistoryOrder::Time, api::HistoryOrder::Duration, api::HistoryOrder::Tokens, api::HistoryOrder::Cost}) {
        if (sortBy != QLatin1String(sortName(order)))
            continue;
        history.order = order;
        isKnown = true;
    }
    if (!isKnown)
        numbers.refuse("sort_by", "timestamp, latency, tokens or cost");
    const QString direction = query.queryItemValue(QStringLiteral("order"), QUrl::FullyDecoded);
    history.oldestFirst = direction == QLatin1String("asc");
    if (!direction.isEmpty() && !history.oldestFirst && direction != QLatin1String("desc"))
        numbers.refuse("order", "asc or desc");
}

void takeTimes(const QUrlQuery &query, const QDateTime &now, api::HistoryQuery &history)
{
    const auto moment = [&query](const char *name) {
        return QDateTime::fromString(query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded), Qt::ISODateWithMs);
    };
    history.startedFrom = moment("start_time");
    history.startedUntil = moment("end_time");
    if (const auto seconds = periodSeconds(query.queryItemValue(QStringLiteral("period")))) {
        history.startedFrom = now.addSecs(-*seconds);
        history.startedUntil = QDateTime();
    }
}

} // namespace

const char *sortName(api::HistoryOrder order)
{
    switch (order) {
    case api::HistoryOrder::Time: return "timestamp";
    case api::HistoryOrder::Duration: return "latency";
    case api::HistoryOrder::Tokens: return "tokens";
    case api::HistoryOrder::Cost: return "cost";
    }
    return "timestamp";
}

Result<api::HistoryQuery> readLogQuery(const QUrlQuery &query, const QDateTime &now)
{
    api::HistoryQuery history;
    QueryNumbers numbers(query);
    history.limit = numbers.integer("limit", 50, 1, largestPage, "between 1 and 1000");
    history.offset = numbers.integer("offset", 0, 0, std::numeric_limits<int>::max(), "0 or more");
    takeNames(query, history);
    takeMeasures(numbers, query, history.measures);
    takeStatuses(numbers, query, history);
    takeOrder(numbers, query, history);
    takeTimes(query, now, history);
    if (numbers.error())
        return unexpected(*numbers.error());
    return history;
}

} // namespace gateway::admin
