#include "gateway/admin/management_answers.h"

#include "gateway/translation/dialects/error_envelope.h"

#include <QUrl>

namespace gateway::admin {

using pipeline::ManagementRequest;
using pipeline::ManagementResponse;

ManagementResponse answer(const Json &json, int status)
{
    ManagementResponse response;
    response.status = status;
    response.body = toText(json);
    return response;
}

ManagementResponse failure(const Error &error)
{
    ManagementResponse response;
    response.status = error.httpStatus();
    response.body = translation::renderErrorBody(translation::ErrorShape::Bifrost, error, {}) + "\n";
    if (!error.allowedMethods.empty())
        response.headers.add("Allow", error.allowedMethods);
    if (error.code == ErrorCode::AdminRequired) // RFC 9110 §15.5.2
        response.headers.add("WWW-Authenticate", "Basic realm=\"Bilrost\"");
    if (error.retryAfter)
        response.headers.add("Retry-After",
                             std::to_string(std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count()));
    return response;
}

ManagementResponse failure(ErrorCode code, const std::string &message)
{
    return failure(Error::client(code, message));
}

ManagementResponse methodRefused(const ManagementRequest &request, const char *allowedMethods)
{
    return failure(Error::methodNotAllowed(allowedMethods, request.method + " is not served at " + request.path + "."));
}

ManagementResponse nothingHere(const ManagementRequest &request)
{
    return failure(ErrorCode::NotFound, "Nothing is served at " + request.path + ".");
}

bool isRead(const ManagementRequest &request)
{
    return request.method == "GET" || request.method == "HEAD";
}

QStringList segmentsOf(const std::string &path)
{
    QStringList segments;
    for (const QString &raw : QString::fromStdString(path).split(QLatin1Char('/'), Qt::SkipEmptyParts))
        segments.append(QUrl::fromPercentEncoding(raw.toUtf8()));
    return segments;
}

} // namespace gateway::admin
