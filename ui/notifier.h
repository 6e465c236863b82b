// Tells what happened while nobody looks: providers that fail and come back, keys that are rejected, requests that no
// target could answer, budgets. Each kind can be switched off, and one cause is told at most once a minute.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/network_facade.h"
#include "ui/models/attention_items.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <functional>

namespace ui {

class UiSettings;

enum class NoticeKind { ProviderDown, ProviderBack, KeyRejected, NoTargetLeft, Budget };

struct Notice {
    NoticeKind kind = NoticeKind::ProviderDown;
    models::AttentionItem item; // title, text, and the place that a click opens
};

// Lives on the GUI thread. What is so at the start is no news. Costs one look at the providers and keys for each change
// of theirs, and at most one small question to the store a minute.
class Notifier : public QObject {
    Q_OBJECT
public:
    using Clock = std::function<QDateTime()>;

    // Gateway and settings must outlive it. `isWatched`: the window is in front, so that it tells by itself.
    Notifier(gateway::api::GatewayFacade &gateway, const UiSettings &settings, std::function<bool()> isWatched,
             Clock clock = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);

    // Must outlive it. While there is none, nothing is said of providers that are not reached.
    void useNetwork(const gateway::api::NetworkFacade &network);

signals:
    void noticed(const ui::Notice &notice);

private:
    void takeProviders();
    void takeProvider(const gateway::api::ProviderView &provider, gateway::api::ProviderHealth before);
    void takeBudgets();
    void takeWarning(const gateway::api::LimitWarning &warning); // of a budget that is no virtual key's own
    void takeStatus();
    void askFailures(); // of the time since the last answer
    void tell(const QString &cause, const Notice &notice);
    bool isWanted(NoticeKind kind) const;
    bool isOffline() const;

    gateway::api::GatewayFacade &m_gateway;
    const UiSettings &m_settings;
    const gateway::api::NetworkFacade *m_network = nullptr;
    std::function<bool()> m_isWatched;
    Clock m_clock;
    DisplayFormat m_format;
    QHash<QString, gateway::api::ProviderHealth> m_health;
    QHash<QString, int> m_errors;         // of the last hour, by provider
    QHash<QString, int> m_budgetSteps;    // by the id of the virtual key
    QHash<QString, QDateTime> m_lastTold; // by cause
    gateway::Money m_spentBefore;
    QDateTime m_failuresSince;
    bool m_isAsking = false;
};

} // namespace ui
