#include "ui/pages/curl_command.h"

#include "ui/pages/request_code.h"

#include <QStringList>

namespace ui::pages {

namespace {

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
    const CopiedRequest copied = copiedRequest(detail, baseUrl);
    QStringList parts{QStringLiteral("curl %1").arg(quoted(copied.url))};
    const bool hasBody = !copied.body.isEmpty();
    if (copied.method != (hasBody ? QStringLiteral("POST") : QStringLiteral("GET")))
        parts << QStringLiteral("-X %1").arg(copied.method);
    parts << QStringLiteral("-H \"%1: %2$BILROST_KEY\"").arg(copied.keyHeader, copied.keyPrefix);
    for (const auto &[name, value] : copied.headers)
        parts << QStringLiteral("-H %1").arg(quoted(name + QStringLiteral(": ") + value));
    if (hasBody)
        parts << QStringLiteral("--data-raw %1").arg(quoted(QString::fromUtf8(copied.body)));
    return parts.join(QStringLiteral(" \\\n  "));
}

} // namespace ui::pages
