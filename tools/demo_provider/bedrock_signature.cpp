#include "tools/demo_provider/bedrock_signature.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QUrl>

#include <algorithm>

namespace demo_provider::bedrock {

namespace {

/// How far a signature's time may be from ours.
constexpr qint64 clockTolerance = 300;

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray mac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QByteArray sha256(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

/// "Credential=a/b, SignedHeaders=c;d, Signature=e" -> the value of one of them.
QByteArray part(const QByteArray &authorization, const QByteArray &name)
{
    const qsizetype begin = authorization.indexOf(name + '=');
    if (begin < 0) {
        return {};
    }
    const qsizetype from = begin + name.size() + 1;
    const qsizetype end = authorization.indexOf(',', from);
    return authorization.mid(from, end < 0 ? -1 : end - from).trimmed();
}

QByteArray canonicalQuery(const std::string &query)
{
    QList<QByteArray> parameters;
    for (const QByteArray &parameter : bytes(query).split('&')) {
        if (!parameter.isEmpty()) {
            parameters.append(parameter.contains('=') ? parameter : parameter + '=');
        }
    }
    std::sort(parameters.begin(), parameters.end());
    return parameters.join('&');
}

QByteArray canonicalRequest(const PeerRequest &request, const QList<QByteArray> &names)
{
    QByteArray text = bytes(request.method) + '\n';
    text += QUrl::toPercentEncoding(QString::fromUtf8(bytes(request.path)), "/") + '\n';
    text += canonicalQuery(request.query) + '\n';
    for (const QByteArray &name : names) {
        const std::string_view value = request.header(std::string_view(name.constData(), std::size_t(name.size())));
        text += name + ':' + bytes(value).simplified() + '\n';
    }
    return text + '\n' + names.join(';') + '\n' + sha256(bytes(request.body));
}

Refusal refusal(const char *type, const std::string &message)
{
    return {403, type, message, {}, {}};
}

Verdict checkFields(const PeerRequest &request, const QList<QByteArray> &names)
{
    for (const char *needed : {"host", "x-amz-date"}) {
        if (!names.contains(needed)) {
            return refusal("IncompleteSignatureException", std::string("'") + needed + "' must be a signed header.");
        }
    }
    for (const auto &[name, value] : request.headers) {
        const bool mustBeSigned = name.starts_with("x-amz-") || name == "content-type";
        if (mustBeSigned && !names.contains(bytes(name))) {
            return refusal("InvalidSignatureException", "'" + name + "' is not signed.");
        }
    }
    const QByteArray hash = bytes(request.header("x-amz-content-sha256"));
    if (!hash.isEmpty() && hash != sha256(bytes(request.body))) {
        return refusal("InvalidSignatureException", "The value of x-amz-content-sha256 is not the body's hash.");
    }
    const std::string_view token = request.header("x-amz-security-token");
    if (!token.empty() && token != sessionToken) {
        return refusal("UnrecognizedClientException", "The security token included in the request is invalid.");
    }
    return std::nullopt;
}

Verdict checkScope(const QList<QByteArray> &credential, const QByteArray &moment)
{
    if (credential.size() != 5 || credential[4] != "aws4_request") {
        return refusal("IncompleteSignatureException",
                       "Credential must have the form KEY/DATE/REGION/SERVICE/aws4_request.");
    }
    if (credential[0] != bytes(accessKeyId)) {
        return refusal("UnrecognizedClientException", "The security token included in the request is invalid.");
    }
    if (credential[3] != "bedrock") {
        return refusal("InvalidSignatureException", "Credential should be scoped to correct service: 'bedrock'.");
    }
    if (credential[1] != moment.left(8)) {
        return refusal("InvalidSignatureException", "Date in Credential scope does not match X-Amz-Date.");
    }
    QDateTime signedAt = QDateTime::fromString(QString::fromLatin1(moment), QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    signedAt.setTimeSpec(Qt::UTC);
    if (!signedAt.isValid() || qAbs(signedAt.secsTo(QDateTime::currentDateTimeUtc())) > clockTolerance) {
        return refusal("InvalidSignatureException", "Signature expired: " + moment.toStdString() + ".");
    }
    return std::nullopt;
}

Verdict checkSignature(const PeerRequest &request, const QByteArray &authorization)
{
    const QList<QByteArray> names = part(authorization, "SignedHeaders").split(';');
    const QList<QByteArray> credential = part(authorization, "Credential").split('/');
    const QByteArray moment = bytes(request.header("x-amz-date"));
    if (const Verdict verdict = checkScope(credential, moment)) {
        return verdict;
    }
    if (const Verdict verdict = checkFields(request, names)) {
        return verdict;
    }
    const QByteArray scope = credential.mid(1).join('/');
    const QByteArray text =
        "AWS4-HMAC-SHA256\n" + moment + '\n' + scope + '\n' + sha256(canonicalRequest(request, names));
    QByteArray key = "AWS4" + bytes(secretAccessKey);
    for (const QByteArray &each : credential.mid(1)) {
        key = mac(key, each);
    }
    if (mac(key, text).toHex() != part(authorization, "Signature")) {
        return refusal("InvalidSignatureException",
                       "The request signature we calculated does not match the signature you provided. Check your AWS "
                       "Secret Access Key and signing method. Consult the service documentation for details.");
    }
    return std::nullopt;
}

} // namespace

Verdict checkCredential(const PeerRequest &request, const std::string &apiKey)
{
    const std::string_view authorization = request.header("authorization");
    if (authorization.starts_with("Bearer ")) {
        const bool isRight = apiKey.empty() || authorization.substr(7) == apiKey;
        return isRight ? Verdict()
                       : refusal("AccessDeniedException", "Authentication failed: the API key is not valid.");
    }
    if (authorization.starts_with("AWS4-HMAC-SHA256 ")) {
        return checkSignature(request, bytes(authorization));
    }
    return refusal("MissingAuthenticationTokenException", "Missing Authentication Token");
}

} // namespace demo_provider::bedrock
