#include "gateway/service/request_resending.h"

#include "gateway/service/view_conversion.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <array>

namespace gateway::service {

namespace {

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    return QLatin1String(left.data(), static_cast<qsizetype>(left.size()))
               .compare(QLatin1String(right.data(), static_cast<qsizetype>(right.size())), Qt::CaseInsensitive)
           == 0;
}

// Of the connection that is gone (RFC 9110, 7.6.1), of the body as it was encoded then, or credentials.
bool isLeftOut(const HeaderField &field)
{
    constexpr auto names = std::to_array<std::string_view>({
        "host",
        "connection",
        "keep-alive",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "expect",
        "content-length",
        "content-encoding",
        "accept-encoding",
        "authorization",
        "x-api-key",
        "x-goog-api-key",
        "api-key",
        "cookie",
        "proxy-authorization",
        "x-bf-vk",
        "x-bf-api-key",
        "x-request-id",
        "x-bifrost-setup-token",
    });
    const auto isNamed = [&field](std::string_view name) { return equalsIgnoringCase(field.name, name); };
    return std::any_of(names.begin(), names.end(), isNamed) || field.value.find("***") != std::string::npos;
}

// The record has the path without its query. The one parameter that changes an answer is Gemini's.
QString targetOf(const RequestRecord &record, const api::ResendRequest &command)
{
    const QString path = command.path.value_or(toText(record.path));
    const bool wasEventStream = record.responseHeaders.value("content-type").find("event-stream") != std::string::npos;
    return record.dialect == "gemini_generate" && wasEventStream ? path + QStringLiteral("?alt=sse") : path;
}

} // namespace

Result<void> checkRepeatable(const RequestRecord &record, const api::ResendRequest &command)
{
    if (!command.body && record.requestBytes > 0 && !record.requestBody) {
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "The body of this request was not stored, so it cannot be sent again."));
    }
    if (!command.body && record.isRequestBodyTruncated) {
        return unexpected(Error::client(
            ErrorCode::InvalidRequest,
            "Only the beginning of this request's body was stored, so it cannot be sent again as it was."));
    }
    if (!command.path.value_or(toText(record.path)).startsWith(QLatin1Char('/')))
        return unexpected(Error::client(ErrorCode::InvalidRequest, "The path has to begin with a slash."));
    return {};
}

QNetworkRequest repeatedRequest(const RequestRecord &record, const api::ResendRequest &command, const QString &baseUrl,
                                const QString &newId)
{
    QNetworkRequest request(QUrl(baseUrl + targetOf(record, command)));
    for (const HeaderField &field : record.requestHeaders) {
        if (!isLeftOut(field))
            request.setRawHeader(QByteArray::fromStdString(field.name), QByteArray::fromStdString(field.value));
    }
    if (record.requestHeaders.isEmpty())
        request.setRawHeader("Content-Type", "application/json"); // not stored; what every dialect takes
    request.setRawHeader("X-Request-Id", newId.toUtf8());
    request.setRawHeader("Accept-Encoding", "identity");
    if (!command.virtualKey.isEmpty())
        request.setRawHeader("X-Bf-Vk", command.virtualKey.toUtf8());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

void RequestResending::send(const QNetworkRequest &request, const RequestRecord &record,
                            const api::ResendRequest &command, const QString &newId)
{
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
        m_network->setProxy(QNetworkProxy(QNetworkProxy::NoProxy)); // it is this computer
    }
    QByteArray body = command.body.value_or(QByteArray());
    if (!command.body && record.requestBody)
        body = QByteArray::fromStdString(*record.requestBody);
    QNetworkReply *reply = m_network->sendCustomRequest(
        request, QByteArray::fromStdString(record.method.empty() ? "POST" : record.method), body);
    connect(reply, &QNetworkReply::readyRead, reply, [reply] { reply->readAll(); });
    connect(reply, &QNetworkReply::finished, this, [this, reply, newId] {
        const bool wasAnswered = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
        if (!wasAnswered)
            emit failed(newId, reply->errorString());
        reply->deleteLater();
    });
}

} // namespace gateway::service
