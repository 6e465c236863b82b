#include "gateway/admin/log_json.h"

#include <array>

namespace gateway::admin {

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QStringList listOf(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).split(QLatin1Char(','), Qt::SkipEmptyParts);
}

double inMilliseconds(std::chrono::microseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
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

// What one attempt cost, and the sum that shows it.
Json attemptCost(const api::AttemptView &attempt)
{
    const AttemptCost &detail = attempt.costDetail;
    Json cost{{"basis", costBasisName(detail.basis)}};
    if (attempt.cost)
        cost["total"] = attempt.cost->dollars();
    if (detail.reported)
        cost["reported_by_provider"] = detail.reported->dollars();
    if (!detail.source.empty())
        cost["price_source"] = detail.source;
    if (!detail.problem.empty())
        cost["problem"] = detail.problem;
    if (!detail.serviceTier.empty())
        cost["service_tier"] = detail.serviceTier;
    Json lines = Json::array();
    for (const CostLine &line : detail.lines) {
        lines.push_back({{"class", costClassName(line.costClass)},
                         {"count", line.count},
                         {"dollars_each", static_cast<double>(line.picoDollars) / 1e12}});
    }
    if (!lines.empty())
        cost["lines"] = std::move(lines);
    return cost;
}

Json bodyValue(const QByteArray &body)
{
    Json parsed = parseJson({body.constData(), static_cast<std::size_t>(body.size())});
    return parsed.is_discarded() ? Json(body.toStdString()) : parsed;
}

} // namespace

Result<api::HistoryQuery> readLogQuery(const QUrlQuery &query, const QDateTime &now)
{
    api::HistoryQuery history;
    history.limit = 50;
    history.mustCountMatching = true;
    history.providers = listOf(query, "providers");
    history.models = listOf(query, "models");
    history.states = statesOfStatus(listOf(query, "status"));
    history.text = query.queryItemValue(QStringLiteral("content_search"), QUrl::FullyDecoded);
    history.oldestFirst = query.queryItemValue(QStringLiteral("order")) == QLatin1String("asc");
    const auto number = [&query](const char *name, int fallback) {
        bool isNumber = false;
        const int value = query.queryItemValue(QLatin1String(name)).toInt(&isNumber);
        return query.hasQueryItem(QLatin1String(name)) ? (isNumber ? value : -1) : fallback;
    };
    history.limit = number("limit", 50);
    history.offset = number("offset", 0);
    if (history.limit < 1 || history.limit > 1000)
        return unexpected(Error::client(ErrorCode::InvalidRequest, "limit must be between 1 and 1000"));
    if (history.offset < 0)
        return unexpected(Error::client(ErrorCode::InvalidRequest, "offset must be 0 or more"));
    const auto moment = [&query](const char *name) {
        return QDateTime::fromString(query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded), Qt::ISODateWithMs);
    };
    history.startedFrom = moment("start_time");
    history.startedUntil = moment("end_time");
    if (const auto seconds = periodSeconds(query.queryItemValue(QStringLiteral("period")))) {
        history.startedFrom = now.addSecs(-*seconds);
        history.startedUntil = QDateTime();
    }
    return history;
}

Json writeLogEntry(const api::RequestSummary &row)
{
    Json entry{{"id", utf8(row.id)},
               {"timestamp", utf8(row.startedAt.toUTC().toString(Qt::ISODateWithMs))},
               {"object", utf8(row.operation)},
               {"provider", utf8(row.provider)},
               {"model", utf8(row.model.isEmpty() ? row.askedModel : row.model)},
               {"alias", utf8(row.askedModel)},
               {"number_of_retries", std::max(0, row.attempts - 1)},
               {"fallback_index", 0},
               {"selected_key_name", utf8(row.keyName)},
               {"latency", inMilliseconds(row.duration)},
               {"status", bifrostStatus(row.state)},
               {"stop_reason", utf8(row.finishReason)},
               {"stream", row.isStream},
               {"session_id", utf8(row.sessionId)},
               {"app", utf8(row.client)},
               {"created_at", utf8(row.startedAt.toUTC().toString(Qt::ISODateWithMs))}};
    if (row.inputTokens || row.outputTokens) {
        const qint64 input = row.inputTokens.value_or(0);
        const qint64 output = row.outputTokens.value_or(0);
        entry["token_usage"] = {{"prompt_tokens", input},
                                {"completion_tokens", output},
                                {"total_tokens", input + output},
                                {"prompt_tokens_details", {{"cached_tokens", row.cachedTokens.value_or(0)}}}};
    }
    if (row.cost)
        entry["cost"] = row.cost->dollars();
    if (row.unpricedAttempts > 0)
        entry["unpriced_attempts"] = row.unpricedAttempts; // not Bifrost's: a cost that is unknown is not 0
    if (!row.virtualKeyName.isEmpty())
        entry["virtual_key_name"] = utf8(row.virtualKeyName);
    if (!row.errorText.isEmpty()) {
        entry["error_details"] = {{"is_bifrost_error", false},
                                  {"status_code", row.status},
                                  {"error", {{"code", utf8(row.errorCode)}, {"message", utf8(row.errorText)}}}};
    }
    return entry;
}

Json writeLogDetail(const api::RequestDetail &detail)
{
    Json entry = writeLogEntry(detail.summary);
    if (!detail.requestBody.isEmpty())
        entry["raw_request"] = bodyValue(detail.requestBody);
    if (!detail.responseBody.isEmpty())
        entry["raw_response"] = bodyValue(detail.responseBody);
    Json attempts = Json::array();
    for (const api::AttemptView &attempt : detail.attempts) {
        attempts.push_back({{"provider", utf8(attempt.provider)},
                            {"model", utf8(attempt.model)},
                            {"key_name", utf8(attempt.keyName)},
                            {"status_code", attempt.status},
                            {"error", utf8(attempt.reason)},
                            {"why", utf8(attempt.why)},
                            {"latency", inMilliseconds(attempt.endedAt - attempt.startedAt)},
                            {"cost", attemptCost(attempt)}});
    }
    entry["attempt_trail"] = attempts;
    Json notes = Json::array();
    for (const QString &note : detail.notes)
        notes.push_back(utf8(note));
    entry["conversion_notes"] = notes;
    return entry;
}

Json writeLogPage(const api::HistoryPage &page, const api::HistoryQuery &query)
{
    Json logs = Json::array();
    int succeeded = 0;
    double latency = 0;
    qint64 tokens = 0;
    for (const api::RequestSummary &row : page.rows) {
        logs.push_back(writeLogEntry(row));
        succeeded += row.state == RequestState::Succeeded ? 1 : 0;
        latency += inMilliseconds(row.duration);
        tokens += row.inputTokens.value_or(0) + row.outputTokens.value_or(0);
    }
    const double rows = static_cast<double>(std::max<qsizetype>(page.rows.size(), 1));
    return {{"logs", logs},
            {"pagination",
             {{"limit", query.limit},
              {"offset", query.offset},
              {"sort_by", "timestamp"},
              {"order", query.oldestFirst ? "asc" : "desc"},
              {"total_count", page.matching}}},
            {"stats",
             {{"total_requests", page.matching},
              {"success_rate", 100.0 * succeeded / rows},
              {"average_latency", latency / rows},
              {"total_tokens", tokens}}},
            {"has_logs", page.totalStored > 0}};
}

} // namespace gateway::admin
