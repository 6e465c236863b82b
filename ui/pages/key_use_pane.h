// How one virtual key is used: its spend in the window of its budget, and what it may do.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/display_format.h"
#include "ui/look/theme.h"
#include "ui/models/spend_curve.h"

#include <QElapsedTimer>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui::widgets {
class ChartPanel;
class ElidingLabel;
class SpendCurveChart;
class StateLabel;
} // namespace ui::widgets

namespace ui::pages {

class KeyUsePane : public QWidget {
    Q_OBJECT
public:
    // Gateway and theme must outlive it.
    KeyUsePane(gateway::api::GatewayFacade &gateway, const look::Theme &theme, QWidget *parent = nullptr);

    // As it is now. May be called every second: the store is asked when it is another key or window, and, where more
    // was used, at most every few seconds. `lastUsed` may be invalid: not known.
    void showKey(const gateway::api::VirtualKeyView &key, const QDateTime &lastUsed);
    QWidget *chart() const; // takes the focus

private:
    QWidget *buildFacts();
    void addFact(const QString &name, QLabel *&value, const char *objectName);
    void showFacts(const QDateTime &lastUsed, const QDateTime &now);
    void ask(const QDateTime &now);
    void takeBuckets(const QString &keyId, const QList<gateway::api::LogBucket> &buckets);
    void showCurve(const QDateTime &now);

    gateway::api::GatewayFacade &m_gateway;
    const look::Theme &m_theme;
    DisplayFormat m_format;
    gateway::api::VirtualKeyView m_key;
    QList<gateway::api::LogBucket> m_buckets;
    int m_bucketSeconds = 60;
    models::SpendCurve m_shown;
    QString m_shownName;
    QString m_askedKey;
    QDateTime m_askedFrom;
    qint64 m_askedUse = -1;
    QElapsedTimer m_sinceAsked;
    widgets::ElidingLabel *m_name = nullptr;
    widgets::StateLabel *m_state = nullptr;
    QLabel *m_pace = nullptr;
    widgets::ChartPanel *m_panel = nullptr;
    widgets::SpendCurveChart *m_curve = nullptr;
    QGridLayout *m_facts = nullptr;
    QLabel *m_limits = nullptr;
    QLabel *m_mayUse = nullptr;
    QLabel *m_kept = nullptr;
    QLabel *m_expires = nullptr;
    QLabel *m_made = nullptr;
    QLabel *m_value = nullptr;
    QLabel *m_lastUsed = nullptr;
};

} // namespace ui::pages
