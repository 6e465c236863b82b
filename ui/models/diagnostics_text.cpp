#include "ui/models/diagnostics_text.h"

#include "gateway/base/secret_masker.h"

#include <QSysInfo>
#include <QTextStream>
#include <QUrl>

namespace ui::models {

using gateway::api::GatewayFacade;
using gateway::api::GatewayStatus;
using gateway::api::ListenerState;
using gateway::api::ProviderHealth;
using gateway::api::ProviderKeyView;
using gateway::api::ProviderView;
using gateway::api::SecretStoreKind;

namespace {

const char *nameOf(ListenerState state)
{
    switch (state) {
    case ListenerState::Stopped: return "stopped";
    case ListenerState::Starting: return "starting";
    case ListenerState::Listening: return "listening";
    case ListenerState::Failed: return "failed";
    }
    return "";
}

const char *nameOf(SecretStoreKind kind)
{
    switch (kind) {
    case SecretStoreKind::Keychain: return "keychain";
    case SecretStoreKind::Vault: return "vault";
    case SecretStoreKind::Memory: return "memory";
    }
    return "";
}

const char *nameOf(ProviderHealth health)
{
    switch (health) {
    case ProviderHealth::Unknown: return "not used yet";
    case ProviderHealth::Healthy: return "healthy";
    case ProviderHealth::Slow: return "slow";
    case ProviderHealth::KeyRejected: return "key rejected";
    case ProviderHealth::RateLimited: return "rate limited";
    case ProviderHealth::Failing: return "failing";
    case ProviderHealth::Unreachable: return "unreachable";
    case ProviderHealth::NoKey: return "no key";
    case ProviderHealth::Off: return "off";
    }
    return "";
}

const char *nameOf(gateway::api::CaptureLevel level)
{
    switch (level) {
    case gateway::api::CaptureLevel::Metadata: return "metadata";
    case gateway::api::CaptureLevel::Errors: return "errors";
    case gateway::api::CaptureLevel::Everything: return "everything";
    }
    return "";
}

void writeProgram(QTextStream &out, const DiagnosticsInput &input, const GatewayStatus &status)
{
    out << "Bilrost " << status.version << '\n';
    out << "Qt " << qVersion() << ", " << QSysInfo::prettyProductName() << ", " << QSysInfo::kernelType() << ' '
        << QSysInfo::kernelVersion() << ", " << QSysInfo::currentCpuArchitecture() << '\n';
    out << "language " << (input.language.isEmpty() ? QStringLiteral("of the system") : input.language) << ", theme "
        << input.theme << ", data in " << input.dataFolder << "\n\n";
}

void writeGateway(QTextStream &out, const GatewayStatus &status)
{
    out << "Gateway\n";
    out << "  " << nameOf(status.listener) << " on " << status.addresses.join(QStringLiteral(", ")) << " port "
        << status.port << '\n';
    if (!status.listenerProblem.isEmpty())
        out << "  " << status.listenerProblem << '\n';
    out << "  in flight " << status.inFlight << ", dropped records " << status.droppedRecords << '\n';
    out << "  stored " << status.storedRequests << " requests, " << status.storedBytes << " bytes, capture "
        << nameOf(status.captureLevel) << '\n';
    if (!status.storageProblem.isEmpty())
        out << "  storage: " << status.storageProblem << '\n';
    out << "  secrets in " << nameOf(status.secretStore);
    if (!status.secretStoreProblem.isEmpty())
        out << " (" << status.secretStoreProblem << ')';
    out << "\n\n";
}

// Keys are counted, never shown, not even their last letters.
void writeProvider(QTextStream &out, const ProviderView &provider)
{
    qsizetype usable = 0;
    for (const ProviderKeyView &key : provider.keys)
        usable += key.isEnabled && key.hasValue ? 1 : 0;
    out << "  " << provider.name << ": " << provider.family << ", " << (provider.isEnabled ? "on" : "off") << ", "
        << nameOf(provider.health);
    if (!provider.healthReason.isEmpty())
        out << " (" << provider.healthReason << ')';
    out << ", " << usable << " of " << provider.keys.size() << " keys usable, " << provider.requestsLastHour
        << " requests and " << provider.errorsLastHour << " errors in the last hour\n";
    const auto &network = provider.network;
    out << "    " << shareableUrl(network.baseUrl) << ", timeouts " << network.connectTimeoutSeconds << '/'
        << network.totalTimeoutSeconds << '/' << network.streamIdleTimeoutSeconds << " s, retries "
        << network.maxRetries << ", proxy "
        << (network.proxyKind.isEmpty() ? QStringLiteral("system") : network.proxyKind) << ", HTTP/2 "
        << (network.allowHttp2 ? "allowed" : "off") << (network.skipTlsVerification ? ", TLS not verified" : "")
        << '\n';
}

} // namespace

QString shareableUrl(const QString &url)
{
    return QUrl(url).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QString diagnosticsText(const DiagnosticsInput &input)
{
    QString text;
    QTextStream out(&text);
    const GatewayStatus status = input.gateway.status();
    writeProgram(out, input, status);
    writeGateway(out, status);
    const auto providers = input.gateway.providers();
    out << "Providers: " << providers.size() << '\n';
    for (const ProviderView &provider : providers)
        writeProvider(out, provider);
    out << "\nRouting rules: " << input.gateway.routingRules().size() << '\n';
    out << "Prices: " << input.gateway.prices().size() << " listed, " << input.gateway.priceOverrides().size()
        << " own\n";
    out << "\nEnd of the log\n" << QString::fromUtf8(input.logEnd);
    out.flush();
    if (!input.homeFolder.isEmpty() && input.homeFolder != QLatin1String("/"))
        text.replace(input.homeFolder, QStringLiteral("~"));
    std::string masked = text.toStdString(); // once more, for what people wrote into names and addresses
    gateway::maskKeyPatterns(masked);
    return QString::fromStdString(masked);
}

} // namespace ui::models
