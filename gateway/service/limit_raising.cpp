#include "gateway/service/governance_configuration.h"

#include "gateway/access/virtual_key_authenticator.h"
#include "gateway/service/governance_lists.h"
#include "gateway/service/governance_views.h"
#include "gateway/service/utc_time.h"
#include "gateway/service/view_conversion.h"

// What people do to a limit that is nearly used up, and who is told of it.
namespace gateway::service {

namespace {

// Of every owner. `Stored` may be const.
template <typename Stored, typename Use>
void forEachLimits(Stored &stored, Use use)
{
    for (auto &key : stored.virtualKeys) {
        use(key.limits);
        for (auto &provider : key.providers) {
            use(provider.limits);
            for (auto &model : provider.modelLimits)
                use(model.limits);
        }
    }
    for (auto &team : stored.teams)
        use(team.limits);
    for (auto &customer : stored.customers)
        use(customer.limits);
    for (auto &shared : stored.sharedLimits)
        use(shared.limits);
}

const config::UsageLimit *findLimit(const config::StoredGovernance &stored, const std::string &id)
{
    const config::UsageLimit *found = nullptr;
    forEachLimits(stored, [&found, &id](const config::UsageLimits &limits) {
        for (const config::UsageLimit &limit : limits) {
            if (limit.id.value == id)
                found = &limit;
        }
    });
    return found;
}

} // namespace

void GovernanceConfiguration::resetLimit(const QString &id)
{
    m_ledger.resetUse({toUtf8(id)});
}

void GovernanceConfiguration::raiseLimit(const QString &id, qint64 extra, const QDateTime &until,
                                         Reply<api::LimitView> reply)
{
    inTurn([this, id = toUtf8(id), extra, until, reply = std::move(reply)] {
        if (!findLimit(m_current, id)) {
            refuse(reply, notFound("Budget", id));
            return;
        }
        const WallTime end = wallTime(until).value_or(WallTime{});
        if (extra < 0 || (extra > 0 && end <= m_clock.wallNow())) {
            refuse(reply, Error::client(ErrorCode::InvalidRequest,
                                        "More than a limit can be allowed until a time that is still to come."));
            return;
        }
        const config::LimitExtra stored{{id}, extra, extra > 0 ? end : WallTime{}};
        m_storage.postSaveLimitExtra(stored, [this, stored, gate = m_mainGate, reply](const Result<bool> &saved) {
            gate->post([this, stored, saved, reply] {
                if (!saved) {
                    refuse(reply, saved.error());
                    return;
                }
                m_extras.erase(stored.limit.value);
                if (stored.amount > 0)
                    m_extras[stored.limit.value] = stored;
                endExtras();
                endChange();
                if (const config::UsageLimit *limit = findLimit(m_current, stored.limit.value)) {
                    QList<api::LimitView> views{limitView(*limit, m_ledger)};
                    addExtras(views);
                    reply(views.front());
                } else { // it was removed meanwhile
                    reply(unexpected(notFound("Budget", stored.limit.value)));
                }
            });
        });
    });
}

void GovernanceConfiguration::loadExtras(const std::vector<config::LimitExtra> &extras)
{
    for (const config::LimitExtra &extra : extras)
        m_extras[extra.limit.value] = extra;
    m_extrasEnd.setSingleShot(true);
    connect(&m_extrasEnd, &QTimer::timeout, this, &GovernanceConfiguration::endExtras);
    endExtras();
}

// Forgets what has ended, publishes, and comes again when the next one ends.
void GovernanceConfiguration::endExtras()
{
    constexpr std::chrono::milliseconds longestWait = std::chrono::hours(24); // longer than a timer can be
    const WallTime now = m_clock.wallNow();
    std::erase_if(m_extras, [now](const auto &each) { return each.second.until <= now; });
    publish();
    emit governanceChanged();
    m_extrasEnd.stop();
    if (m_extras.empty())
        return;
    const auto first = std::min_element(m_extras.begin(), m_extras.end(), [](const auto &left, const auto &right) {
        return left.second.until < right.second.until;
    });
    m_extrasEnd.start(std::min(std::chrono::ceil<std::chrono::milliseconds>(first->second.until - now), longestWait));
}

void GovernanceConfiguration::raisePublished(Stored &published) const
{
    if (m_extras.empty())
        return;
    forEachLimits(published, [this](config::UsageLimits &limits) {
        for (config::UsageLimit &limit : limits) {
            if (const auto extra = m_extras.find(limit.id.value); extra != m_extras.end())
                limit.most += extra->second.amount;
        }
    });
}

void GovernanceConfiguration::addExtras(QList<api::LimitView> &limits) const
{
    for (api::LimitView &limit : limits) {
        const auto extra = m_extras.find(toUtf8(limit.id));
        if (extra == m_extras.end())
            continue;
        limit.extra = extra->second.amount;
        limit.extraUntil = inUtc(extra->second.until);
    }
}

void GovernanceConfiguration::addExtras(api::VirtualKeyView &key) const
{
    addExtras(key.limits);
    for (api::VirtualKeyProviderView &provider : key.providers) {
        addExtras(provider.limits);
        for (api::VirtualKeyModelView &model : provider.modelLimits)
            addExtras(model.limits);
    }
}

Result<api::VirtualKeyView> GovernanceConfiguration::shownVirtualKey(const HeaderList &headers) const
{
    const auto key = access::authenticate({headers}, *m_published, m_clock.wallNow());
    if (!key)
        return unexpected(key.error());
    if (!*key)
        return unexpected(Error::client(ErrorCode::VirtualKeyRequired,
                                        "virtual key is required. Provide a virtual key via the x-bf-vk header."));
    const config::VirtualKey *stored = findIn(m_current.virtualKeys, (*key)->id.value);
    api::VirtualKeyView view = virtualKeyView(stored ? *stored : **key, m_ledger);
    addExtras(view);
    return view;
}

void GovernanceConfiguration::noteUse(const std::vector<config::LimitId> &limits)
{
    for (const api::LimitWarning &warning : m_watch.check(limits))
        emit limitWarned(warning);
}

} // namespace gateway::service
