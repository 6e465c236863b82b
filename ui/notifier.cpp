#include "ui/notifier.h"

#include "ui/models/owned_limits.h"
#include "ui/models/provider_words.h"
#include "ui/models/request_text.h"
#include "ui/ui_settings.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QPointer>

namespace ui {

using gateway::RequestState;
using gateway::api::GatewayFacade;
using gateway::api::HistoryPage;
using gateway::api::ProviderHealth;
using gateway::api::ProviderView;
using gateway::api::VirtualKeyView;
using Action = models::AttentionItem::Action;

namespace {

constexpr int quietSeconds = 60; // for the same cause
constexpr std::array budgetSteps{models::nearBudget, 0.95, 1.0};

bool isDown(ProviderHealth health)
{
    return health == ProviderHealth::Failing || health == ProviderHealth::Unreachable;
}

bool isWell(ProviderHealth health)
{
    return health == ProviderHealth::Healthy || health == ProviderHealth::Slow;
}

// How many of the steps a budget has reached.
int stepOf(const VirtualKeyView &key)
{
    const double share = models::usedShare(key);
    return static_cast<int>(
        std::count_if(budgetSteps.begin(), budgetSteps.end(), [share](double step) { return share >= step; }));
}

QString nameOf(RequestState state)
{
    const std::string_view name = gateway::requestStateName(state);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

Notifier::Notifier(GatewayFacade &gateway, const UiSettings &settings, std::function<bool()> isWatched, Clock clock,
                   QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_settings(settings)
    , m_isWatched(std::move(isWatched))
    , m_clock(std::move(clock))
    , m_spentBefore(gateway.status().spentToday)
    , m_failuresSince(m_clock())
{
    for (const ProviderView &provider : gateway.providers()) {
        m_health.insert(provider.name, provider.health);
        m_errors.insert(provider.name, provider.errorsLastHour);
    }
    for (const VirtualKeyView &key : gateway.governance().virtualKeys())
        m_budgetSteps.insert(key.id, stepOf(key));
    connect(&gateway, &GatewayFacade::providersChanged, this, &Notifier::takeProviders);
    connect(&gateway, &GatewayFacade::statusChanged, this, &Notifier::takeStatus);
    connect(&gateway.governance(), &gateway::api::GovernanceFacade::governanceChanged, this, &Notifier::takeBudgets);
    connect(&gateway.governance(), &gateway::api::GovernanceFacade::limitWarned, this, &Notifier::takeWarning);
}

void Notifier::useNetwork(const gateway::api::NetworkFacade &network)
{
    m_network = &network;
}

bool Notifier::isOffline() const
{
    return m_network != nullptr && m_network->isOffline();
}

void Notifier::takeProviders()
{
    bool hasMoreErrors = false;
    QHash<QString, int> errors;
    QHash<QString, ProviderHealth> health;
    for (const ProviderView &provider : m_gateway.providers()) {
        errors.insert(provider.name, provider.errorsLastHour);
        // Without a network it is no news who is not reached, nor, later, that they answer again.
        if (models::isOnlyOffline(provider, isOffline())) {
            health.insert(provider.name, m_health.value(provider.name, ProviderHealth::Unknown));
            continue;
        }
        health.insert(provider.name, provider.health);
        hasMoreErrors = hasMoreErrors || provider.errorsLastHour > m_errors.value(provider.name);
        if (provider.isEnabled)
            takeProvider(provider, m_health.value(provider.name, ProviderHealth::Unknown));
    }
    m_errors = errors;
    m_health = health;
    if (hasMoreErrors && !isOffline())
        askFailures();
}

void Notifier::takeProvider(const ProviderView &provider, ProviderHealth before)
{
    if (provider.health == before)
        return;
    const QString name = models::shownTitle(provider);
    models::AttentionItem item{models::healthState(provider.health),
                               {},
                               models::healthText(provider),
                               Action::OpenProvider,
                               {},
                               provider.name};
    if (provider.health == ProviderHealth::KeyRejected) {
        item.title = tr("%1 rejects its key").arg(name);
        tell(QStringLiteral("key/") + provider.name, {NoticeKind::KeyRejected, item});
    } else if (isDown(provider.health)) {
        item.title = provider.health == ProviderHealth::Unreachable ? tr("%1 cannot be reached").arg(name)
                                                                    : tr("%1 fails").arg(name);
        tell(QStringLiteral("down/") + provider.name, {NoticeKind::ProviderDown, item});
    } else if (isWell(provider.health) && (isDown(before) || before == ProviderHealth::KeyRejected)) {
        item.title = tr("%1 answers again").arg(name);
        tell(QStringLiteral("back/") + provider.name, {NoticeKind::ProviderBack, item});
    }
}

// Only upwards: a new window of a budget begins at nothing, and that is no news.
void Notifier::takeBudgets()
{
    for (const VirtualKeyView &key : m_gateway.governance().virtualKeys()) {
        const bool isKnown = m_budgetSteps.contains(key.id);
        const int step = stepOf(key);
        const int before = std::exchange(m_budgetSteps[key.id], step);
        if (!isKnown || step <= before || !key.isActive)
            continue;
        models::AttentionFacts facts;
        facts.keys = {key};
        const auto items = models::attentionItems(facts, m_format);
        if (!items.isEmpty())
            tell(QStringLiteral("budget/%1/%2").arg(key.id).arg(step), {NoticeKind::Budget, items.first()});
    }
}

// Limits of requests and tokens last a minute or an hour: that one of them is used is how they work.
void Notifier::takeWarning(const gateway::api::LimitWarning &warning)
{
    const gateway::api::LimitView &limit = warning.limit;
    if (limit.unit != gateway::api::LimitUnit::Money || warning.ownerKind == gateway::api::LimitOwnerKind::VirtualKey)
        return;
    const bool isSpent = warning.percent >= 100;
    const QString whose = models::ownerText(warning.ownerKind, warning.ownerName);
    models::AttentionItem item{isSpent ? RequestState::Blocked : RequestState::ClientError,
                               isSpent ? tr("%1: the budget is spent", "whose budget").arg(whose)
                                       : tr("%1: %2 of the budget is used", "whose budget, percent")
                                             .arg(whose, m_format.percent(models::usedShare(limit))),
                               models::useText(limit, m_clock()),
                               Action::OpenLimits,
                               {},
                               {}};
    tell(QStringLiteral("limit/%1/%2").arg(limit.id).arg(warning.percent), {NoticeKind::Budget, item});
}

void Notifier::takeStatus()
{
    const gateway::Money spent = m_gateway.status().spentToday;
    if (std::exchange(m_spentBefore, spent) != spent)
        takeBudgets(); // what is used changes more often than the keys do
}

// A request that ends with the error of a provider has no target left: each fallback was tried before.
void Notifier::askFailures()
{
    const QDateTime now = m_clock();
    const QDateTime last = m_lastTold.value(QStringLiteral("targets"));
    if (m_isAsking || (last.isValid() && last.secsTo(now) < quietSeconds))
        return;
    m_isAsking = true;
    gateway::api::HistoryQuery query;
    query.startedFrom = m_failuresSince.addSecs(-quietSeconds); // a request starts before it fails
    query.limit = 50;
    query.states = {nameOf(RequestState::UpstreamError), nameOf(RequestState::RateLimited)};
    const QPointer<Notifier> guard(this);
    m_gateway.queryHistory(query, [guard, now](const gateway::Result<HistoryPage> &page) {
        if (!guard)
            return;
        guard->m_isAsking = false;
        guard->m_failuresSince = now;
        if (!page || page->rows.isEmpty())
            return;
        const auto &newest = page->rows.first();
        const int count = static_cast<int>(page->rows.size());
        models::AttentionItem item{newest.state,
                                   count > 1 ? tr("%n requests failed: no target was left", nullptr, count)
                                             : tr("A request failed: no target was left"),
                                   models::errorText(newest),
                                   Action::OpenRequest,
                                   {},
                                   newest.id};
        guard->tell(QStringLiteral("targets"), {NoticeKind::NoTargetLeft, item});
    });
}

bool Notifier::isWanted(NoticeKind kind) const
{
    switch (kind) {
    case NoticeKind::ProviderDown: return m_settings.read(settings::notifiesProviderDown);
    case NoticeKind::ProviderBack: return m_settings.read(settings::notifiesProviderBack);
    case NoticeKind::KeyRejected: return m_settings.read(settings::notifiesKeyRejected);
    case NoticeKind::NoTargetLeft: return m_settings.read(settings::notifiesNoTargetLeft);
    case NoticeKind::Budget: return m_settings.read(settings::notifiesBudget);
    }
    return false;
}

void Notifier::tell(const QString &cause, const Notice &notice)
{
    if (!isWanted(notice.kind) || m_isWatched())
        return;
    const QDateTime now = m_clock();
    const QDateTime last = m_lastTold.value(cause);
    if (last.isValid() && last.secsTo(now) < quietSeconds)
        return;
    m_lastTold.insert(cause, now);
    emit noticed(notice);
}

} // namespace ui
