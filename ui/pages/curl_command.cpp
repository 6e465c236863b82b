#include "ui/pages/curl_command.h"

#include <QStringList>

namespace ui::pages {

namespace {

// cURL makes these itself, or they are credentials.
bool isLeftOut(const QString &name)
{
    static const QStringList names{
        QStringLiteral("host"),
        QStringLiteral("content-length"),
        QStringLiteral("connection"),
        QStringLiteral("accept-encoding"),
        QStringLiteral("transfer-encoding"),
        QStringLiteral("content-encoding"),
        QStringLiteral("authorization"),
        QStringLiteral("x-api-key"),
        QStringLiteral("x-goog-api-key"),
        QStringLiteral("api-key"),
        QStringLiteral("cookie"),
        QStringLiteral("x-bf-vk"),
        QStringLiteral("expect"),
        QStringLiteral("keep-alive"),
        QStringLiteral("proxy-authorization"),
    };
    return names.contains(name.toLower());
}

// POSIX shell, 2.2.2: nothing is special inside single quotes but the quote itself.
QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + escaped + QLatin1Char('\'');
}

} // namespace

QString curlCommand(const gateway::api::RequestDetail &detail, const QString &baseUrl)
{
    QStringList parts{QStringLiteral("curl %1").arg(quoted(baseUrl + detail.path))};
    const bool hasBody = !detail.requestBody.isEmpty();
    if (!detail.method.isEmpty() && detail.method != (hasBody ? QStringLiteral("POST") : QStringLiteral("GET")))
        parts << QStringLiteral("-X %1").arg(detail.method);
    const bool isAnthropic = detail.summary.dialect.contains(QStringLiteral("anthropic"));
    parts << (isAnthropic ? QStringLiteral("-H \"x-api-key: $BILROST_KEY\"")
                          : QStringLiteral("-H \"Authorization: Bearer $BILROST_KEY\""));
    for (const auto &[name, value] : detail.requestHeaders) {
        if (!isLeftOut(name))
            parts << QStringLiteral("-H %1").arg(quoted(name + QStringLiteral(": ") + value));
    }
    if (hasBody)
        parts << QStringLiteral("--data-raw %1").arg(quoted(QString::fromUtf8(detail.requestBody)));
    return parts.join(QStringLiteral(" \\\n  "));
}

} // namespace ui::pages
