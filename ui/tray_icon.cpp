#include "ui/tray_icon.h"

#include "ui/display_format.h"

#include <algorithm>
#include <array>

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QSystemTrayIcon>
#include <QUrl>

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"

namespace ui {

using gateway::api::GatewayStatus;
using gateway::api::ListenerState;
using gateway::api::ProviderHealth;
using gateway::api::ProviderView;

namespace {

bool isInTrouble(const ProviderView &provider)
{
    switch (provider.health) {
    case ProviderHealth::KeyRejected:
    case ProviderHealth::Unreachable:
    case ProviderHealth::NoKey: return true;
    case ProviderHealth::Unknown:
    case ProviderHealth::Healthy:
    case ProviderHealth::Slow:
    case ProviderHealth::RateLimited:
    case ProviderHealth::Failing:
    case ProviderHealth::Off: return false;
    }
    return false;
}

bool needsLook(const ProviderView &provider)
{
    return isInTrouble(provider) || provider.health == ProviderHealth::RateLimited
           || provider.health == ProviderHealth::Failing || provider.health == ProviderHealth::Slow;
}

QPainterPath arch(qreal left, qreal right, qreal top, qreal bottom)
{
    const qreal width = right - left;
    QPainterPath path;
    path.moveTo(left, bottom);
    path.lineTo(left, top + width / 2);
    path.arcTo(QRectF(left, top, width, width), 180, -180);
    path.lineTo(right, bottom);
    return path;
}

void paintFoot(QPainter &painter, TrayState state, const QColor &color, qreal line)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (state) {
    case TrayState::Stopped:
    case TrayState::Starting: return;
    case TrayState::Healthy:
        painter.setPen(QPen(color, line, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(arch(5.6, 10.4, 5.8, 14));
        return;
    case TrayState::InFlight: painter.drawEllipse(QPointF(8, 10.2), 2.7, 2.7); return;
    case TrayState::Degraded: painter.drawPolygon(QPolygonF({{8, 6.4}, {11.2, 13}, {4.8, 13}})); return;
    case TrayState::Failing:
        painter.setPen(QPen(color, line * 1.1, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(5.8, 8.2), QPointF(10.2, 12.6));
        painter.drawLine(QPointF(10.2, 8.2), QPointF(5.8, 12.6));
        return;
    }
}

} // namespace

TrayState trayStateOf(const GatewayStatus &status, const QList<ProviderView> &providers, bool isOffline)
{
    switch (status.listener) {
    case ListenerState::Failed: return TrayState::Failing;
    case ListenerState::Stopped: return TrayState::Stopped;
    case ListenerState::Starting: return TrayState::Starting;
    case ListenerState::Listening: break;
    }
    QList<ProviderView> enabled;
    std::copy_if(providers.begin(), providers.end(), std::back_inserter(enabled), [](const ProviderView &provider) {
        return provider.isEnabled && provider.health != ProviderHealth::Off;
    });
    if (!enabled.isEmpty() && std::all_of(enabled.begin(), enabled.end(), isInTrouble))
        return TrayState::Failing;
    if (isOffline || std::any_of(enabled.begin(), enabled.end(), needsLook))
        return TrayState::Degraded;
    return status.inFlight > 0 ? TrayState::InFlight : TrayState::Healthy;
}

QPixmap drawTrayState(TrayState state, int size, const QColor &color)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 16.0, size / 16.0);
    // At 16 pixels lines lie on whole pixels and are thicker in proportion.
    const qreal line = size <= 24 ? 2.0 : 1.75;
    const qreal outline = state == TrayState::Stopped ? (size <= 24 ? 1.0 : 0.9) : line;
    QPen pen(color, outline, Qt::SolidLine, Qt::FlatCap);
    const qreal edge = state == TrayState::Stopped ? 1.5 : 2.0;
    QPainterPath outer = arch(edge, 16 - edge, edge, 14);
    if (state == TrayState::Starting)
        pen.setDashPattern({1.55, 0.9});
    if (state == TrayState::Failing) {
        QPainterPath gap;
        gap.addRect(QRectF(5.6, 0, 4.8, 5));
        QPainterPathStroker stroker(pen);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPath(stroker.createStroke(outer).subtracted(gap));
    } else {
        painter.strokePath(outer, pen);
    }
    paintFoot(painter, state, color, line);
    return pixmap;
}

QPixmap withEdge(const QPixmap &drawing, const QColor &color)
{
    QPixmap shade = drawing;
    {
        QPainter painter(&shade);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(shade.rect(), color.lightness() > 127 ? Qt::black : Qt::white);
    }
    QPixmap whole(drawing.size());
    whole.fill(Qt::transparent);
    QPainter painter(&whole);
    for (const int x : {-1, 0, 1}) {
        for (const int y : {-1, 0, 1})
            painter.drawPixmap(x, y, shade);
    }
    painter.drawPixmap(0, 0, drawing);
    return whole;
}

TrayIcon::TrayIcon(gateway::api::GatewayFacade &gateway, const gateway::api::NetworkFacade *network, QObject *parent)
    : QObject(parent), m_gateway(gateway), m_network(network)
{
    buildMenu();
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon = std::make_unique<QSystemTrayIcon>();
        m_icon->setContextMenu(&m_menu);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                emit openRequested();
        });
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::noticeActivated);
    }
    connect(&gateway, &gateway::api::GatewayFacade::statusChanged, this, &TrayIcon::refresh);
    connect(&gateway, &gateway::api::GatewayFacade::providersChanged, this, &TrayIcon::refresh);
    if (network != nullptr)
        connect(network, &gateway::api::NetworkFacade::offlineChanged, this, &TrayIcon::refresh);
    qApp->installEventFilter(this);
    refreshIcon();
    refresh();
    if (m_icon)
        m_icon->show();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::buildMenu()
{
    m_stateLine = m_menu.addAction(QString());
    m_stateLine->setObjectName(QStringLiteral("tray_state"));
    m_stateLine->setEnabled(false);
    m_spent = m_menu.addAction(QString());
    m_spent->setObjectName(QStringLiteral("tray_spent"));
    m_spent->setEnabled(false);
    m_copy = m_menu.addAction(look::icon("copy"), QString(), this, &TrayIcon::copyAddressRequested);
    m_copy->setObjectName(QStringLiteral("tray_copy_address"));
    m_menu.addSeparator();
    m_startStop = m_menu.addAction(QString());
    m_startStop->setObjectName(QStringLiteral("tray_start_stop"));
    connect(m_startStop, &QAction::triggered, this, [this] {
        const ListenerState listener = m_gateway.status().listener;
        const bool isUp = listener == ListenerState::Listening || listener == ListenerState::Starting;
        isUp ? emit stopRequested() : emit startRequested();
    });
    m_providers = m_menu.addMenu(tr("Providers"));
    m_providers->setObjectName(QStringLiteral("tray_providers"));
    connect(m_providers, &QMenu::aboutToShow, this, &TrayIcon::fillProviders);
    m_menu.addAction(tr("Clients…"), this, &TrayIcon::clientsRequested)->setObjectName(QStringLiteral("tray_clients"));
    m_menu.addSeparator();
    m_menu.addAction(tr("Settings…"), this, &TrayIcon::settingsRequested)
        ->setObjectName(QStringLiteral("tray_settings"));
    m_menu.addAction(tr("Open Bilrost"), this, &TrayIcon::openRequested)->setObjectName(QStringLiteral("tray_open"));
    m_menu.addAction(tr("Quit"), this, &TrayIcon::quitRequested)->setObjectName(QStringLiteral("tray_quit"));
}

// Ticked: requests may go there. Turning one off is undone by the same click.
void TrayIcon::fillProviders()
{
    m_providers->clear();
    for (const ProviderView &provider : m_gateway.providers()) {
        QAction *action = m_providers->addAction(provider.title.isEmpty() ? provider.name : provider.title);
        action->setCheckable(true);
        action->setChecked(provider.isEnabled);
        connect(action, &QAction::triggered, this, [this, provider](bool isOn) {
            gateway::api::SaveProvider command;
            command.provider = provider;
            command.provider.isEnabled = isOn;
            m_gateway.saveProvider(command,
                                   [](const gateway::Result<ProviderView> &) {}); // a failure leaves it as it is
        });
    }
}

void TrayIcon::showNotice(const QString &title, const QString &text, bool isWarning)
{
    if (m_icon)
        m_icon->showMessage(title, text, isWarning ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

bool TrayIcon::isVisible() const
{
    return m_icon != nullptr && m_icon->isVisible();
}

QString TrayIcon::stateWords(const GatewayStatus &status) const
{
    switch (status.listener) {
    case ListenerState::Stopped: return tr("Bilrost, stopped");
    case ListenerState::Starting: return tr("Bilrost, starting on %1").arg(status.port);
    case ListenerState::Failed:
        return status.listenerProblem.isEmpty() ? tr("Bilrost, not running") : status.listenerProblem;
    case ListenerState::Listening: break;
    }
    return status.inFlight > 0 ? tr("%1, %n in flight", nullptr, status.inFlight).arg(status.port)
                               : tr("%1, idle").arg(status.port);
}

QString TrayIcon::troubleWords() const
{
    if (isOffline()) // then it is no news which provider fails
        return tr("offline");
    for (const ProviderView &provider : m_gateway.providers()) {
        if (!provider.isEnabled || !needsLook(provider))
            continue;
        const QString reason =
            provider.healthReason.isEmpty() ? tr("needs a look") : models::problemText(models::problemOf(provider));
        return tr("%1: %2", "provider, what is wrong with it")
            .arg(provider.title.isEmpty() ? provider.name : provider.title, reason);
    }
    return {};
}

bool TrayIcon::isOffline() const
{
    return m_network != nullptr && m_network->isOffline();
}

void TrayIcon::refresh()
{
    const GatewayStatus status = m_gateway.status();
    const QString state = stateWords(status);
    const QString trouble = status.listener == ListenerState::Listening ? troubleWords() : QString();
    const auto withTrouble = [&trouble](const QString &words) {
        return trouble.isEmpty() ? words : tr("%1, %2", "state, trouble").arg(words, trouble);
    };
    const QString spent = DisplayFormat().moneyTotal(status.spentToday);
    m_stateLine->setText(withTrouble(state)); // what was spent has a line of its own
    m_spent->setText(tr("Today %1").arg(spent));
    const bool tellsSpent = status.listener == ListenerState::Listening && status.spentToday.nanoDollars > 0;
    m_toolTip = withTrouble(tellsSpent ? tr("%1, today %2", "state, amount of money").arg(state, spent) : state);
    m_providers->menuAction()->setVisible(!m_gateway.providers().isEmpty());
    m_copy->setText(tr("Copy %1").arg(status.baseUrl));
    m_copy->setVisible(!status.baseUrl.isEmpty());
    const bool isUp = status.listener == ListenerState::Listening || status.listener == ListenerState::Starting;
    m_startStop->setText(isUp ? tr("Stop gateway") : tr("Start gateway"));
    if (m_icon)
        m_icon->setToolTip(m_toolTip);
    const TrayState shape = trayStateOf(status, m_gateway.providers(), isOffline());
    if (shape == m_state)
        return;
    m_state = shape;
    refreshIcon();
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange
        && QGuiApplication::palette().color(QPalette::WindowText) != m_iconColor)
        refreshIcon();
    return QObject::eventFilter(watched, event);
}

void TrayIcon::refreshIcon()
{
    // The panel's own brightness cannot be asked; the window text colour of the theme is the best guess there is, and
    // an edge helps where it is wrong, as with a dark window on a light desktop.
    m_iconColor = QGuiApplication::palette().color(QPalette::WindowText);
    if (!m_icon)
        return;
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48})
#ifdef Q_OS_MACOS
        icon.addPixmap(drawTrayState(m_state, size, m_iconColor)); // a template: the system colours it
#else
        icon.addPixmap(withEdge(drawTrayState(m_state, size, m_iconColor), m_iconColor));
#endif
    icon.setIsMask(true);
    m_icon->setIcon(icon);
}

} // namespace ui
