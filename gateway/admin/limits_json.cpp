#include "gateway/admin/limits_json.h"

#include <array>

namespace gateway::admin {

namespace {

using api::CareView;
using api::LimitsView;
using api::ModelLimitsView;
using api::Rescue;

constexpr qint64 longestLimitMs = 24 * 60 * 60 * 1'000;
constexpr qint64 longestSlowStartMs = 10 * 60 * 1'000;
constexpr qint64 mostHeldTokens = 1'000'000;

struct NamedLimit {
    const char *name;
    std::optional<int> LimitsView::*limit;
};

constexpr std::array namedLimits{
    NamedLimit{"connect_ms", &LimitsView::connectMs},
    NamedLimit{"response_head_ms", &LimitsView::headMs},
    NamedLimit{"first_token_ms", &LimitsView::firstTokenMs},
    NamedLimit{"idle_ms", &LimitsView::idleMs},
    NamedLimit{"total_ms", &LimitsView::totalMs},
};

constexpr std::array namedRescues{std::pair{Rescue::Off, "off"}, std::pair{Rescue::Match, "match"},
                                  std::pair{Rescue::MatchAndContinue, "match_and_continue"}};

void readLimit(JsonReader &reader, const NamedLimit &named, LimitsView &limits)
{
    qint64 limit = 0;
    if (!reader.member(named.name))
        return;
    reader.integer(named.name, limit);
    if (limit < 1 || limit > longestLimitMs)
        reader.refuse(named.name, "a number of milliseconds from 1 to 86400000");
    else
        limits.*(named.limit) = static_cast<int>(limit);
}

std::optional<Error> unknownMember(const JsonReader &reader, const std::string &where)
{
    const QStringList unknown = reader.unknownMembers();
    if (unknown.isEmpty())
        return std::nullopt;
    return Error::client(ErrorCode::InvalidRequest, where + "\"" + unknown.first().toStdString() + "\" is not known.");
}

void readRescue(JsonReader &reader, CareView &care)
{
    if (!reader.member("rescue"))
        return;
    QString word;
    reader.string("rescue", word);
    for (const auto &[rescue, name] : namedRescues) {
        if (word == QLatin1String(name)) {
            care.rescue = rescue;
            return;
        }
    }
    reader.refuse("rescue", "off, match or match_and_continue");
}

void readHeldTokens(JsonReader &reader, CareView &care)
{
    const Json *tokens = reader.member("hold_tokens");
    if (!tokens)
        return;
    if (*tokens == "all")
        care.heldTokens = api::wholeAnswer;
    else if (tokens->is_number_integer() && tokens->get<double>() >= 0 && tokens->get<double>() <= mostHeldTokens)
        care.heldTokens = tokens->get<int>();
    else
        reader.refuse("hold_tokens", "a number of tokens from 0 to 1000000, or \"all\"");
}

} // namespace

Result<LimitsView> readLimits(const Json &json, const std::string &where)
{
    LimitsView limits;
    if (!json.is_object())
        return unexpected(Error::client(ErrorCode::InvalidRequest, where + "must be an object."));
    JsonReader reader(json, where);
    for (const NamedLimit &named : namedLimits)
        readLimit(reader, named, limits);
    if (reader.error())
        return unexpected(*reader.error());
    if (auto error = unknownMember(reader, where))
        return unexpected(std::move(*error));
    return limits;
}

Json writeLimits(const LimitsView &limits)
{
    Json json = Json::object();
    for (const auto &[name, limit] : namedLimits) {
        if (limits.*limit)
            json[name] = *(limits.*limit);
    }
    return json;
}

Result<QList<ModelLimitsView>> readModelLimits(const Json &json)
{
    QList<ModelLimitsView> entries;
    const Error mustBeList = Error::client(ErrorCode::InvalidRequest,
                                           "model_limits must be a list of objects, each with a model and its limits.");
    if (!json.is_array())
        return unexpected(mustBeList);
    for (const Json &each : json) {
        if (!each.is_object() || !each.contains("model") || !each["model"].is_string())
            return unexpected(mustBeList);
        Json limits = each;
        limits.erase("model");
        auto read = readLimits(limits, "model_limits: ");
        if (!read)
            return unexpected(read.error());
        entries.append({QString::fromStdString(each["model"].get<std::string>()), *read});
    }
    return entries;
}

Json writeModelLimits(const QList<ModelLimitsView> &entries)
{
    Json json = Json::array();
    for (const ModelLimitsView &entry : entries) {
        Json each = writeLimits(entry.limits);
        each["model"] = entry.model.toStdString();
        json.push_back(std::move(each));
    }
    return json;
}

Result<CareView> readCare(const Json &json, const std::string &where)
{
    CareView care;
    if (!json.is_object())
        return unexpected(Error::client(ErrorCode::InvalidRequest, where + "must be an object."));
    JsonReader reader(json, where);
    readRescue(reader, care);
    readHeldTokens(reader, care);
    if (reader.member("slow_start_after_ms")) {
        qint64 after = -1;
        reader.integer("slow_start_after_ms", after);
        if (after < 0 || after > longestSlowStartMs)
            reader.refuse("slow_start_after_ms", "a number of milliseconds from 0 to 600000");
        care.slowStartAfterMs = static_cast<int>(after);
    }
    if (reader.member("adaptive_balancing")) {
        bool isBalanced = false;
        reader.boolean("adaptive_balancing", isBalanced);
        care.isBalanced = isBalanced;
    }
    if (reader.error())
        return unexpected(*reader.error());
    return care;
}

Json writeCare(const CareView &care)
{
    Json json = Json::object();
    if (care.rescue)
        json["rescue"] = rescueName(*care.rescue);
    if (care.slowStartAfterMs)
        json["slow_start_after_ms"] = *care.slowStartAfterMs;
    if (care.heldTokens)
        json["hold_tokens"] = writeHeldTokens(*care.heldTokens);
    if (care.isBalanced)
        json["adaptive_balancing"] = *care.isBalanced;
    return json;
}

const char *rescueName(Rescue rescue)
{
    for (const auto &[each, name] : namedRescues) {
        if (each == rescue)
            return name;
    }
    return "off";
}

Json writeHeldTokens(int tokens)
{
    return tokens == api::wholeAnswer ? Json("all") : Json(tokens);
}

} // namespace gateway::admin
