#include "ui/look/system_look.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSettings>
#include <QStyleHints>
#include <QVariant>

#ifdef BILROST_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace ui::look {

namespace {

#ifdef BILROST_HAS_DBUS
// Settings portal: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInterface = QStringLiteral("org.freedesktop.portal.Settings");
#endif
const QString appearance = QStringLiteral("org.freedesktop.appearance");

} // namespace

SystemLook::SystemLook(QObject *parent) : QObject(parent)
{
    m_isDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QStyleHints *hints = QGuiApplication::styleHints();
    if (hints->colorScheme() != Qt::ColorScheme::Unknown)
        m_isDark = hints->colorScheme() == Qt::ColorScheme::Dark;
    connect(hints, &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        update(scheme == Qt::ColorScheme::Dark, m_isHighContrast, m_isMotionReduced);
    });
#elif defined(Q_OS_WIN)
    const QSettings personalize(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    m_isDark = personalize.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#endif
#ifdef BILROST_HAS_DBUS
    QDBusConnection::sessionBus().connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"),
                                          this, SLOT(takePortalSetting(QString, QString, QDBusVariant)));
#endif
    askPortal(appearance, QStringLiteral("color-scheme"));
    askPortal(appearance, QStringLiteral("contrast"));
    askPortal(appearance, QStringLiteral("reduced-motion"));
}

Scheme SystemLook::scheme() const
{
    if (m_isHighContrast)
        return Scheme::HighContrast;
    return m_isDark ? Scheme::Dark : Scheme::Light;
}

void SystemLook::askPortal([[maybe_unused]] const QString &space, [[maybe_unused]] const QString &key)
{
#ifdef BILROST_HAS_DBUS
    if (!QDBusConnection::sessionBus().isConnected())
        return;
    QDBusMessage call =
        QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("Read"));
    call.setArguments({space, key});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            takePortalValue(key, reply.value().variant());
    });
#endif
}

void SystemLook::takePortalSetting([[maybe_unused]] const QString &space, [[maybe_unused]] const QString &key,
                                   [[maybe_unused]] const QDBusVariant &value)
{
#ifdef BILROST_HAS_DBUS
    if (space == appearance)
        takePortalValue(key, value.variant());
#endif
}

void SystemLook::takePortalValue(const QString &key, const QVariant &value)
{
    QVariant inner = value;
#ifdef BILROST_HAS_DBUS
    // Read wraps its value twice.
    if (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
#endif
    const uint number = inner.toUInt();
    if (key == QLatin1String("color-scheme") && number != 0)
        update(number == 1, m_isHighContrast, m_isMotionReduced);
    else if (key == QLatin1String("contrast"))
        update(m_isDark, number == 1, m_isMotionReduced);
    else if (key == QLatin1String("reduced-motion"))
        update(m_isDark, m_isHighContrast, number == 1);
}

void SystemLook::update(bool isDark, bool isHighContrast, bool isMotionReduced)
{
    if (isDark == m_isDark && isHighContrast == m_isHighContrast && isMotionReduced == m_isMotionReduced)
        return;
    m_isDark = isDark;
    m_isHighContrast = isHighContrast;
    m_isMotionReduced = isMotionReduced;
    emit changed();
}

} // namespace ui::look
