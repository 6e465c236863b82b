#include "gateway/admin/route_json.h"

#include "gateway/admin/limits_json.h"
#include "gateway/base/refusal.h"

namespace gateway::admin {

namespace {

const Json *member(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

Result<QString> readText(const Json &object, const char *name, const QString &otherwise = {})
{
    const Json *value = member(object, name);
    if (!value)
        return otherwise;
    if (!value->is_string())
        return unexpected(refused(std::string(name) + " must be a string."));
    return QString::fromStdString(value->get<std::string>());
}

Result<QStringList> readTexts(const Json &object, const char *name)
{
    QStringList texts;
    const Json *value = member(object, name);
    if (!value)
        return texts;
    if (!value->is_array())
        return unexpected(refused(std::string(name) + " must be a list of strings."));
    for (const Json &each : *value) {
        if (!each.is_string())
            return unexpected(refused(std::string(name) + " must be a list of strings."));
        texts.append(QString::fromStdString(each.get<std::string>()));
    }
    return texts;
}

// {"name": "value"}, or a list of values where a header is repeated.
std::optional<Error> readHeaders(const Json *headers, QList<std::pair<QString, QString>> &into)
{
    if (!headers)
        return std::nullopt;
    if (!headers->is_object())
        return refused("headers must be an object.");
    for (const auto &[name, value] : headers->items()) {
        const Json values = value.is_array() ? value : Json::array({value});
        for (const Json &each : values) {
            if (!each.is_string())
                return refused("headers: " + name + " must be a string or a list of strings.");
            into.append({QString::fromStdString(name), QString::fromStdString(each.get<std::string>())});
        }
    }
    return std::nullopt;
}

std::optional<Error> readPretences(const Json &body, api::SimulateRoute &command)
{
    const Json *pretences = member(body, "pretend");
    if (!pretences)
        return std::nullopt;
    if (!pretences->is_object())
        return refused("pretend must be an object.");
    auto offline = readTexts(*pretences, "offline_providers");
    auto resting = readTexts(*pretences, "resting_key_ids");
    if (!offline || !resting)
        return offline ? resting.error() : offline.error();
    command.offlineProviders = *offline;
    command.restingKeyIds = *resting;
    return std::nullopt;
}

template <typename List, typename Write>
Json writeList(const List &list, Write write)
{
    Json json = Json::array();
    for (const auto &each : list)
        json.push_back(write(each));
    return json;
}

Json orNull(const std::optional<int> &number)
{
    return number ? Json(*number) : Json();
}

Json writeRule(const api::RuleTrialView &rule)
{
    Json json = {{"id", rule.id.toStdString()},
                 {"name", rule.name.toStdString()},
                 {"cel_expression", rule.expression.toStdString()},
                 {"chain_step", rule.step},
                 {"outcome", rule.outcomeName.toStdString()},
                 {"detail", rule.detail.toStdString()}};
    json["targets"] = writeList(rule.targets, [](const api::RuleTargetTrialView &target) {
        return Json{{"provider", target.provider.toStdString()},
                    {"model", target.model.toStdString()},
                    {"weight", target.weight},
                    {"share", target.share},
                    {"balance", target.balance.toStdString()},
                    {"chosen", target.isChosen},
                    {"used_by_session", target.isOfSession}};
    });
    return json;
}

Json writeKeyTrial(const api::KeyTrialView &key)
{
    return {{"id", key.id.toStdString()},
            {"name", key.name.toStdString()},
            {"weight", key.weight},
            {"share", key.share},
            {"fate", key.fateName.toStdString()},
            {"chosen", key.isChosen},
            {"used_by_session", key.isOfSession},
            {"rests_ms", key.rest.count()},
            {"balance", key.balance.toStdString()}};
}

Json writeTrial(const api::TargetTrialView &trial)
{
    Json json = {{"target", trial.targetIndex},
                 {"provider", trial.provider.toStdString()},
                 {"model", trial.model.toStdString()},
                 {"key", trial.keyName.toStdString()},
                 {"uses_callers_credential", trial.usesCallersCredential},
                 {"well", trial.isWell},
                 {"problem", trial.problem.toStdString()}};
    json["circuit"] = trial.health ? Json{{"state", trial.health->stateName.toStdString()},
                                          {"held", trial.health->isHeld},
                                          {"failures_in_a_row", trial.health->failuresInARow},
                                          {"last_failure", trial.health->lastFailure.toStdString()}}
                                   : Json{{"state", "closed"}, {"held", false}};
    json["keys"] = writeList(trial.keys, writeKeyTrial);
    return json;
}

Json writeTarget(const api::PlannedTargetView &target)
{
    return {{"provider", target.provider.toStdString()},
            {"model", target.model.toStdString()},
            {"key_id", target.keyId.toStdString()},
            {"max_retries", target.mostRetries},
            {"limits",
             {{"connect_ms", orNull(target.connectLimitMs)},
              {"response_head_ms", orNull(target.headLimitMs)},
              {"first_token_ms", orNull(target.firstTokenLimitMs)},
              {"idle_ms", orNull(target.idleLimitMs)},
              {"total_ms", orNull(target.totalLimitMs)}}}};
}

Json writeAttempt(const api::PlannedAttemptView &attempt)
{
    return {{"target", attempt.targetIndex}, {"key", attempt.keyName.toStdString()},
            {"delay_ms", attempt.delayMs},   {"why", attempt.why.toStdString()},
            {"possible", attempt.isMade},    {"considered", writeList(attempt.trials, writeTrial)}};
}

} // namespace

Result<api::SimulateRoute> readSimulation(const Json &body)
{
    api::SimulateRoute command;
    auto pasted = readText(body, "request");
    auto method = readText(body, "method", command.method);
    auto path = readText(body, "path");
    auto virtualKey = readText(body, "virtual_key");
    for (const auto *each : {&pasted, &method, &path, &virtualKey}) {
        if (!*each)
            return unexpected(each->error());
    }
    command.pasted = *pasted;
    command.method = *method;
    command.target = *path;
    command.virtualKey = *virtualKey;
    if (auto error = readHeaders(member(body, "headers"), command.headers))
        return unexpected(std::move(*error));
    if (auto error = readPretences(body, command))
        return unexpected(std::move(*error));
    if (const Json *content = member(body, "body"))
        command.body = QByteArray::fromStdString(content->is_string() ? content->get<std::string>() : toText(*content));
    if (command.pasted.isEmpty() && !command.target.startsWith(QLatin1Char('/')))
        return unexpected(refused("path must be the path of the request, like \"/v1/chat/completions\"."));
    return command;
}

Json writeExplanation(const api::RouteExplanationView &explanation)
{
    Json json = {{"method", explanation.method.toStdString()},
                 {"path", explanation.path.toStdString()},
                 {"request_type", explanation.operation.toStdString()},
                 {"dialect", explanation.dialect.toStdString()},
                 {"stream", explanation.isStream},
                 {"model", explanation.askedModel.toStdString()},
                 {"session_id", explanation.sessionId.toStdString()},
                 {"virtual_key", explanation.virtualKeyName.toStdString()}};
    json["rules"] = writeList(explanation.rules, writeRule);
    json["rules_end"] = explanation.rulesEnd.toStdString();
    json["providers"] = writeList(explanation.candidates, [](const api::ProviderCandidateView &candidate) {
        return Json{{"provider", candidate.provider.toStdString()},
                    {"chosen", candidate.isChosen},
                    {"reason", candidate.reason.toStdString()}};
    });
    json["targets"] = writeList(explanation.targets, writeTarget);
    json["attempts"] = writeList(explanation.attempts, writeAttempt);
    json["notes"] = writeList(explanation.notes, [](const QString &note) { return Json(note.toStdString()); });
    json["resilience"] = {{"rescue_broken_streams", explanation.rescue != api::Rescue::Off},
                          {"rescue", rescueName(explanation.rescue)},
                          {"hold_tokens", writeHeldTokens(explanation.heldTokens)},
                          {"slow_start_after_ms", orNull(explanation.slowStartAfterMs)},
                          {"longest_retry_after_ms", explanation.longestRetryAfterMs}};
    json["error"] = explanation.problem.isEmpty() ? Json()
                                                  : Json{{"status", explanation.problemStatus},
                                                         {"code", explanation.problemCode.toStdString()},
                                                         {"message", explanation.problem.toStdString()}};
    return json;
}

} // namespace gateway::admin
