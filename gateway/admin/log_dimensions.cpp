#include "gateway/admin/log_dimensions.h"

#include "gateway/admin/log_ranking_json.h"
#include "gateway/admin/text_conversion.h"
#include "gateway/base/refusal.h"

#include <algorithm>
#include <memory>

namespace gateway::admin {

namespace {

using api::HistoryQuery;

constexpr QLatin1String nobody("\n"); // no virtual key has it: names are trimmed

QStringList listOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded).split(QLatin1Char(','), Qt::SkipEmptyParts);
}

QString customerOf(const api::VirtualKeyView &key, const QList<api::TeamView> &teams)
{
    const auto team =
        std::find_if(teams.begin(), teams.end(), [&key](const api::TeamView &each) { return each.id == key.teamId; });
    return key.customerId.isEmpty() && team != teams.end() ? team->customerId : key.customerId;
}

QList<DimensionValue> teamsOf(const api::GovernanceFacade &governance)
{
    QList<DimensionValue> values;
    const QList<api::VirtualKeyView> keys = governance.virtualKeys();
    for (const api::TeamView &team : governance.teams()) {
        DimensionValue value{team.id, team.name, {}};
        for (const api::VirtualKeyView &key : keys) {
            if (key.teamId == team.id)
                value.virtualKeys.append(key.name);
        }
        values.append(value);
    }
    return values;
}

QList<DimensionValue> customersOf(const api::GovernanceFacade &governance)
{
    QList<DimensionValue> values;
    const QList<api::TeamView> teams = governance.teams();
    const QList<api::VirtualKeyView> keys = governance.virtualKeys();
    for (const api::CustomerView &customer : governance.customers()) {
        DimensionValue value{customer.id, customer.name, {}};
        for (const api::VirtualKeyView &key : keys) {
            if (customerOf(key, teams) == customer.id)
                value.virtualKeys.append(key.name);
        }
        values.append(value);
    }
    return values;
}

QList<DimensionValue> virtualKeysOf(const api::GovernanceFacade &governance)
{
    QList<DimensionValue> values;
    for (const api::VirtualKeyView &key : governance.virtualKeys())
        values.append({key.id, key.name, {key.name}});
    return values;
}

// By name: sums of whole hours are kept so.
void keepOnly(HistoryQuery &query, const QStringList &virtualKeys)
{
    if (query.virtualKeys.isEmpty()) {
        for (const QString &name : virtualKeys)
            query.virtualKeys.append({{}, name});
    } else {
        query.virtualKeys.removeIf(
            [&virtualKeys](const api::KeyChoice &key) { return !virtualKeys.contains(key.name); });
    }
    if (query.virtualKeys.isEmpty())
        query.virtualKeys.append({{}, nobody});
}

void narrow(HistoryQuery &query, const QStringList &ids, const QList<DimensionValue> &values)
{
    QStringList names;
    for (const DimensionValue &value : values) {
        if (ids.contains(value.id) || ids.contains(value.name))
            names += value.virtualKeys;
    }
    keepOnly(query, names);
}

// Asks about one value after the other, and keeps itself until the last answer, or the first error.
template <typename Answer>
class InTurn : public std::enable_shared_from_this<InTurn<Answer>> {
public:
    using Ask = std::function<void(const DimensionValue &, api::Reply<Answer>)>;
    using Done = std::function<void(const Result<std::vector<Answer>> &)>;

    InTurn(QList<DimensionValue> values, Ask ask, Done done)
        : m_values(std::move(values)), m_ask(std::move(ask)), m_done(std::move(done))
    {
    }

    void next()
    {
        if (std::cmp_equal(m_answers.size(), m_values.size())) {
            m_done(std::move(m_answers));
            return;
        }
        m_ask(m_values.at(static_cast<qsizetype>(m_answers.size())),
              [self = this->shared_from_this()](const Result<Answer> &answer) {
                  if (!answer) {
                      self->m_done(unexpected(answer.error()));
                      return;
                  }
                  self->m_answers.push_back(*answer);
                  self->next();
              });
    }

private:
    QList<DimensionValue> m_values;
    Ask m_ask;
    Done m_done;
    std::vector<Answer> m_answers;
};

template <typename Answer>
void askInTurn(const QList<DimensionValue> &values, typename InTurn<Answer>::Ask ask,
               typename InTurn<Answer>::Done done)
{
    std::make_shared<InTurn<Answer>>(values, std::move(ask), std::move(done))->next();
}

HistoryQuery queryOf(const HistoryQuery &query, const DimensionValue &value)
{
    HistoryQuery narrowed = query;
    keepOnly(narrowed, value.virtualKeys);
    return narrowed;
}

} // namespace

Result<QList<DimensionValue>> valuesOfDimension(const QString &dimension, const api::GovernanceFacade &governance)
{
    QList<DimensionValue> values;
    if (dimension == QLatin1String("team"))
        values = teamsOf(governance);
    else if (dimension == QLatin1String("customer"))
        values = customersOf(governance);
    else if (dimension == QLatin1String("virtual_key"))
        values = virtualKeysOf(governance);
    else if (dimension != QLatin1String("user") && dimension != QLatin1String("business_unit"))
        return unexpected(refused("dimension must be one of team, customer, virtual_key, user, business_unit"));
    values.removeIf([](const DimensionValue &value) { return value.virtualKeys.isEmpty(); });
    return values;
}

void narrowByOwners(const QUrlQuery &wanted, const api::GovernanceFacade &governance, HistoryQuery &query)
{
    if (const QStringList ids = listOf(wanted, QStringLiteral("team_ids")); !ids.isEmpty())
        narrow(query, ids, teamsOf(governance));
    if (const QStringList ids = listOf(wanted, QStringLiteral("customer_ids")); !ids.isEmpty())
        narrow(query, ids, customersOf(governance));
    const QStringList unknownOfAll{QStringLiteral("user_ids"),          QStringLiteral("business_unit_ids"),
                                   QStringLiteral("project_ids"),       QStringLiteral("routing_rule_ids"),
                                   QStringLiteral("parent_request_id"), QStringLiteral("routing_engine_used"),
                                   QStringLiteral("cache_hit_types"),   QStringLiteral("tool_call_names"),
                                   QStringLiteral("user_agents"),       QStringLiteral("error_types")};
    for (const auto &[name, value] : wanted.queryItems(QUrl::FullyDecoded)) {
        if (!value.isEmpty() && (unknownOfAll.contains(name) || name.startsWith(QLatin1String("metadata_"))))
            keepOnly(query, {});
    }
}

void addOwners(Json &filterData, const QStringList &dimensions, const api::GovernanceFacade &governance)
{
    const auto add = [&](const char *name, const QList<DimensionValue> &values) {
        if (!dimensions.isEmpty() && !dimensions.contains(QLatin1String(name)))
            return;
        Json list = Json::array();
        for (const DimensionValue &value : values)
            list.push_back({{"id", utf8(value.id)}, {"name", utf8(value.name)}});
        filterData[name] = std::move(list);
    };
    add("teams", teamsOf(governance));
    add("customers", customersOf(governance));
    for (const char *name : {"users", "business_units", "routing_rules", "routing_engines"})
        add(name, {});
    if (dimensions.isEmpty() || dimensions.contains(QLatin1String("metadata_keys")))
        filterData["metadata_keys"] = Json::object();
}

void LogDimensions::answerHistogram(const HistoryQuery &query, const HistogramKind &kind, int bucketSeconds,
                                    ManagementReply reply)
{
    constexpr QLatin1String end("_id"); // "team_id"
    const auto values = valuesOfDimension(kind.dimension.chopped(end.size()), m_gateway.governance());
    if (!values) {
        reply(failure(values.error()));
        return;
    }
    api::LogHistogramQuestion question = histogramQuestion(kind, bucketSeconds);
    question.dimension = api::LogHistogramQuestion::Dimension::None;
    const auto ask = [this, query, question](const DimensionValue &value,
                                             const api::Reply<QList<api::LogBucket>> &got) {
        m_gateway.queryLogHistogram(queryOf(query, value), question, got);
    };
    const auto done = [values = *values, kind, bucketSeconds,
                       reply = std::move(reply)](const Result<std::vector<QList<api::LogBucket>>> &answers) {
        if (!answers) {
            reply(failure(answers.error()));
            return;
        }
        QList<api::LogBucket> buckets;
        for (std::size_t index = 0; index < answers->size(); ++index) {
            for (api::LogBucket bucket : answers->at(index)) {
                bucket.name = values.at(static_cast<qsizetype>(index)).id;
                buckets.append(bucket);
            }
        }
        reply(answer(writeHistogram(kind, buckets, bucketSeconds)));
    };
    askInTurn<QList<api::LogBucket>>(*values, ask, done);
}

void LogDimensions::answerRankings(const HistoryQuery &query, const QString &dimension, ManagementReply reply)
{
    auto values = valuesOfDimension(dimension, m_gateway.governance());
    if (!values) {
        reply(failure(values.error()));
        return;
    }
    const auto before = queryOfPeriodBefore(query, QDateTime::currentDateTimeUtc());
    // The period before is asked about in the second half.
    const auto count = static_cast<std::size_t>(values->size());
    const QList<DimensionValue> asked = before ? *values + *values : *values;
    const auto turn = std::make_shared<std::size_t>(0);
    const auto ask = [this, query, before, turn, count](const DimensionValue &value,
                                                        const api::Reply<api::LogStats> &got) {
        m_gateway.queryLogStats(queryOf((*turn)++ < count ? query : *before, value), got);
    };
    const auto done = [values = *values, count, hasBefore = before.has_value(),
                       reply = std::move(reply)](const Result<std::vector<api::LogStats>> &answers) {
        if (!answers) {
            reply(failure(answers.error()));
            return;
        }
        QList<RankedOwner> owners;
        for (std::size_t index = 0; index < count; ++index) {
            const DimensionValue &value = values.at(static_cast<qsizetype>(index));
            owners.append({value.id, value.name, answers->at(index),
                           hasBefore ? std::optional(answers->at(count + index)) : std::nullopt});
        }
        reply(answer(writeOwnerRankings(std::move(owners))));
    };
    askInTurn<api::LogStats>(asked, ask, done);
}

} // namespace gateway::admin
