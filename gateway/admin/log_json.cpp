#include "gateway/admin/log_json.h"

#include "gateway/admin/log_query.h"
#include "gateway/admin/text_conversion.h"
#include "gateway/admin/usage_json.h"

namespace gateway::admin {

namespace {

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

// What Bifrost shows of a request beside its raw bodies: those of OpenAI's dialects say it in the same words.
void writeContent(const Json &request, const Json &response, Json &entry)
{
    if (!request.is_object())
        return;
    Json params = Json::object();
    for (const auto &[name, value] : request.items()) {
        if (name == "messages" && value.is_array())
            entry["input_history"] = value;
        else if (name == "input" && value.is_array())
            entry["responses_input_history"] = value;
        else if (name == "tools" && value.is_array())
            entry["tools"] = value;
        else if (name != "model" && name != "stream" && !value.is_structured())
            params[name] = value;
    }
    if (!params.empty())
        entry["params"] = std::move(params);
    if (!response.is_object())
        return;
    if (response.contains("choices") && response["choices"].is_array() && !response["choices"].empty()) {
        const Json &choice = response["choices"].front();
        if (choice.is_object() && choice.contains("message"))
            entry["output_message"] = choice["message"];
    }
    if (response.contains("output") && response["output"].is_array())
        entry["responses_output"] = response["output"];
}

} // namespace

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
               {"selected_key_id", utf8(row.keyId)},
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
    const auto orNull = [](const QString &text) { return text.isEmpty() ? Json() : Json(utf8(text)); };
    entry["virtual_key_id"] = orNull(row.virtualKeyId);
    entry["virtual_key_name"] = orNull(row.virtualKeyName);
    for (const char *name : {"parent_request_id", "routing_rule_id", "routing_rule_name"}) // are not stored
        entry[name] = Json();
    for (const char *name : {"is_large_payload_request", "is_large_payload_response"}) // bodies are kept like any
        entry[name] = false;
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
    writeContent(entry.value("raw_request", Json()), entry.value("raw_response", Json()), entry);
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

Json writeLogPage(const api::HistoryPage &page, const api::HistoryQuery &query, const api::LogStats &stats)
{
    Json logs = Json::array();
    for (const api::RequestSummary &row : page.rows)
        logs.push_back(writeLogEntry(row));
    return {{"logs", std::move(logs)},
            {"pagination",
             {{"limit", query.limit},
              {"offset", query.offset},
              {"sort_by", sortName(query.order)},
              {"order", query.oldestFirst ? "asc" : "desc"},
              {"total_count", stats.requests}}},
            {"stats", writeLogStats(stats)},
            {"has_logs", page.totalStored > 0}};
}

} // namespace gateway::admin
