#include "ui/models/provider_words.h"

#include <algorithm>

#include <QColor>
#include <QCoreApplication>
#include <QUrl>

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"

namespace ui::models {

using gateway::RequestState;
using gateway::api::ProviderHealth;
using gateway::api::ProviderPreset;
using gateway::api::ProviderView;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ProviderWords", text);
}

QString healthName(ProviderHealth health)
{
    switch (health) {
    case ProviderHealth::Unknown: return words(QT_TRANSLATE_NOOP("ProviderWords", "Not used yet"));
    case ProviderHealth::Healthy: return words(QT_TRANSLATE_NOOP("ProviderWords", "Healthy"));
    case ProviderHealth::Slow: return words(QT_TRANSLATE_NOOP("ProviderWords", "Slow"));
    case ProviderHealth::KeyRejected: return words(QT_TRANSLATE_NOOP("ProviderWords", "Key rejected"));
    case ProviderHealth::RateLimited: return words(QT_TRANSLATE_NOOP("ProviderWords", "Cooling down"));
    case ProviderHealth::Failing: return words(QT_TRANSLATE_NOOP("ProviderWords", "Answers with errors"));
    case ProviderHealth::Unreachable: return words(QT_TRANSLATE_NOOP("ProviderWords", "Not reached"));
    case ProviderHealth::NoKey: return words(QT_TRANSLATE_NOOP("ProviderWords", "No key"));
    case ProviderHealth::Off: return words(QT_TRANSLATE_NOOP("ProviderWords", "Turned off"));
    }
    return {};
}

} // namespace

RequestState healthState(ProviderHealth health)
{
    switch (health) {
    case ProviderHealth::Unknown: return RequestState::InFlight;
    case ProviderHealth::Healthy: return RequestState::Succeeded;
    case ProviderHealth::Slow: return RequestState::ClientError;
    case ProviderHealth::RateLimited: return RequestState::RateLimited;
    case ProviderHealth::KeyRejected: return RequestState::UpstreamError;
    case ProviderHealth::Failing:
    case ProviderHealth::Unreachable: return RequestState::BrokenStream;
    case ProviderHealth::NoKey: return RequestState::Blocked;
    case ProviderHealth::Off: return RequestState::Cancelled;
    }
    return RequestState::InFlight;
}

QString healthName(const ProviderView &provider)
{
    return healthName(provider.isEnabled ? provider.health : ProviderHealth::Off);
}

QString healthReason(const ProviderView &provider)
{
    const bool isOff = !provider.isEnabled || provider.health == ProviderHealth::Off;
    return isOff ? QString() : problemText(problemOf(provider));
}

QString healthText(const ProviderView &provider)
{
    const QString name = healthName(provider);
    const QString reason = healthReason(provider);
    return reason.isEmpty() ? name : words(QT_TRANSLATE_NOOP("ProviderWords", "%1, %2")).arg(name, reason);
}

QString healthTip(const ProviderView &provider)
{
    const QString reported = provider.isEnabled ? hiddenProblemText(problemOf(provider)) : QString();
    return reported.isEmpty() ? healthText(provider) : healthText(provider) + QLatin1Char('\n') + reported;
}

bool needsLook(const ProviderView &provider)
{
    if (!provider.isEnabled)
        return false;
    switch (provider.health) {
    case ProviderHealth::Slow:
    case ProviderHealth::KeyRejected:
    case ProviderHealth::RateLimited:
    case ProviderHealth::Failing:
    case ProviderHealth::Unreachable:
    case ProviderHealth::NoKey: return true;
    case ProviderHealth::Unknown:
    case ProviderHealth::Healthy:
    case ProviderHealth::Off: return false;
    }
    return false;
}

bool isOnlyOffline(const ProviderView &provider, bool isOffline)
{
    if (!isOffline || provider.health != ProviderHealth::Unreachable)
        return false;
    const QString host = QUrl(provider.network.baseUrl).host();
    return host != QLatin1String("localhost") && host != QLatin1String("::1")
           && !host.startsWith(QLatin1String("127."));
}

QString shownTitle(const ProviderView &provider)
{
    return provider.title.isEmpty() ? provider.name : provider.title;
}

QString keysText(const ProviderView &provider)
{
    if (!provider.needsKey && provider.keys.isEmpty())
        return words(QT_TRANSLATE_NOOP("ProviderWords", "no key needed"));
    const int count = static_cast<int>(provider.keys.size());
    return count == 1 ? words(QT_TRANSLATE_NOOP("ProviderWords", "1 key"))
                      : QCoreApplication::translate("ProviderWords", "%n keys", nullptr, count);
}

QIcon presetIcon(const ProviderPreset &preset)
{
    return look::providerMark(preset.letter.isEmpty() ? preset.title.left(1).toUpper() : preset.letter,
                              QColor(preset.color));
}

QIcon providerIcon(const ProviderView &provider, const QList<ProviderPreset> &presets)
{
    const auto found = std::find_if(presets.begin(), presets.end(),
                                    [&](const ProviderPreset &preset) { return preset.id == provider.preset; });
    if (found != presets.end())
        return presetIcon(*found);
    return look::providerMark(shownTitle(provider).left(1).toUpper(), QColor(0x5B6472));
}

} // namespace ui::models
