#include "gateway/admin/budget_api.h"

#include "gateway/admin/governance_json.h"
#include "gateway/admin/json_reader.h"
#include "gateway/base/refusal.h"

#include <cmath>

namespace gateway::admin {

using api::LimitView;
using pipeline::ManagementRequest;

namespace {

constexpr double nanoPerDollar = 1e9;
constexpr double mostDollars = 9e9;
constexpr qint64 mostCycles = 1000;

Json quotaOf(const QList<LimitView> &limits)
{
    Json budgets = Json::array();
    for (const LimitView &limit : limits) {
        if (limit.unit == api::LimitUnit::Money)
            budgets.push_back(writeBudget(limit));
    }
    return {{"budgets", std::move(budgets)}, {"rate_limit", writeRateLimit(limits)}};
}

// So many windows from now: the one that runs ends it, or so many of its length later.
QDateTime endOfCycles(const LimitView &budget, qint64 cycles)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime end = budget.resetsAt.isValid() ? budget.resetsAt : now;
    const QDateTime begin = budget.began.isValid() ? budget.began : now;
    return end.addMSecs(std::max<qint64>(begin.msecsTo(end), 0) * (cycles - 1));
}

struct Override {
    qint64 amount = 0; // nano-dollars
    QDateTime until;
};

Result<Override> readOverride(const Json &body, const LimitView &budget)
{
    JsonReader reader(body);
    double dollars = -1;
    QString mode = QStringLiteral("cycles");
    QString until;
    qint64 cycles = 1;
    reader.number("amount", dollars);
    reader.string("mode", mode);
    reader.integer("cycles", cycles);
    reader.string("until", until);
    if (reader.error())
        return unexpected(*reader.error());
    if (!std::isfinite(dollars) || dollars <= 0 || dollars > mostDollars)
        return unexpected(refused("amount must be a number of dollars above 0."));
    Override wanted{std::llround(dollars * nanoPerDollar), {}};
    if (!until.isEmpty())
        wanted.until = QDateTime::fromString(until, Qt::ISODateWithMs).toUTC();
    else if (mode == QLatin1String("forever"))
        wanted.until = QDateTime(QDate(2200, 1, 1), QTime(0, 0), Qt::UTC);
    else if (mode == QLatin1String("cycles") && cycles >= 1 && cycles <= mostCycles)
        wanted.until = endOfCycles(budget, cycles);
    if (!wanted.until.isValid())
        return unexpected(
            refused("Say until when: until as a date, or mode \"cycles\" with a number of cycles, or mode "
                    "\"forever\"."));
    return wanted;
}

} // namespace

void BudgetApi::answerQuota(const ManagementRequest &request, ManagementReply reply)
{
    const auto key = m_governance.shownVirtualKey(request.headers);
    if (!key) {
        reply(failure(key.error()));
        return;
    }
    Json json = quotaOf(key->limits);
    json["virtual_key_name"] = key->name.toStdString();
    json["is_active"] = key->isActive;
    json["provider_configs"] = Json::array();
    for (const api::VirtualKeyProviderView &provider : key->providers) {
        Json each = quotaOf(provider.limits);
        each["provider"] = provider.provider.toStdString();
        each["model_budgets"] = Json::array();
        for (const api::VirtualKeyModelView &model : provider.modelLimits) {
            Json ofModel = quotaOf(model.limits);
            ofModel["model_name"] = model.model.toStdString();
            each["model_budgets"].push_back(std::move(ofModel));
        }
        json["provider_configs"].push_back(std::move(each));
    }
    reply(answer(json));
}

void BudgetApi::handleOverride(const ManagementRequest &request, const LimitView &budget, ManagementReply reply)
{
    if (request.method == "DELETE") {
        raise(budget, 0, {}, std::move(reply));
        return;
    }
    const auto body = parseObject(request.body);
    const auto wanted = body ? readOverride(*body, budget) : unexpected(body.error());
    if (wanted)
        raise(budget, wanted->amount, wanted->until, std::move(reply));
    else
        reply(failure(wanted.error()));
}

void BudgetApi::raise(const LimitView &budget, qint64 amount, const QDateTime &until, ManagementReply reply)
{
    m_governance.raiseLimit(
        budget.id, amount, until, replyWith<LimitView>(std::move(reply), [](const LimitView &raised) {
            return Json{{"budget", writeBudget(raised)},
                        {"effective_max_limit", static_cast<double>(raised.allowed()) / nanoPerDollar}};
        }));
}

} // namespace gateway::admin
