#include "gateway/net/upstream/token_request.h"

#include "gateway/base/base64.h"
#include "gateway/base/percent_encoding.h"
#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/net/upstream/role_request.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QVariant>

namespace gateway::net {

namespace {

constexpr std::int64_t assertionSeconds = 3600; // the longest that Google accepts
constexpr std::size_t longestToken = 64 * 1024;
constexpr std::size_t longestQuote = 300;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Buffer = std::unique_ptr<BIO, decltype(&BIO_free)>;

Error unusableKey(const char *why)
{
    return Error::internal(ErrorCode::SecretUnavailable,
                           std::string("The private key of this service account cannot be used: ") + why);
}

// PEM is asked for no passphrase: nobody is there to type it.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

Key readRsaKey(const SecretString &pem)
{
    const std::string_view text = pem.reveal();
    const Buffer buffer(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free);
    Key key(buffer ? PEM_read_bio_PrivateKey(buffer.get(), nullptr, &noPassphrase, nullptr) : nullptr, &EVP_PKEY_free);
    if (key && EVP_PKEY_base_id(key.get()) != EVP_PKEY_RSA)
        key.reset();
    return key;
}

// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 §3.3).
Result<std::string> signRs256(const SecretString &pem, std::string_view text)
{
    const Key key = readRsaKey(pem);
    if (!key)
        return unexpected(unusableKey("it is not an RSA key in PEM form. Download the account's JSON file again."));
    const Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    std::size_t size = 0;
    if (!digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1
        || EVP_DigestSign(digest.get(), nullptr, &size, bytes, text.size()) != 1)
        return unexpected(unusableKey("signing with it failed."));
    std::vector<unsigned char> signature(size);
    if (EVP_DigestSign(digest.get(), signature.data(), &size, bytes, text.size()) != 1)
        return unexpected(unusableKey("signing with it failed."));
    return std::string(signature.begin(), signature.begin() + static_cast<std::ptrdiff_t>(size));
}

// RFC 7515 §2: the URL alphabet without padding.
std::string base64Url(std::string_view bytes)
{
    std::string text = encodeBase64(bytes);
    while (!text.empty() && text.back() == '=')
        text.pop_back();
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

void addField(std::string &form, std::string_view name, std::string_view value)
{
    if (!form.empty())
        form += '&';
    form.append(name).append("=").append(percentEncoded(value));
}

// The first line: Entra adds trace ids and times below.
std::string firstLine(std::string_view text)
{
    return std::string(text.substr(0, std::min(text.find_first_of("\r\n"), longestQuote)));
}

} // namespace

Error tokenRefusal(std::string_view host, std::string_view serviceCode, std::string_view serviceWords)
{
    const std::string code = firstLine(serviceCode);
    const std::string words = firstLine(serviceWords);
    std::string message = std::string(host) + " gave no access token for this credential";
    if (!code.empty())
        message += " (" + code + ")";
    message += words.empty() ? "." : ": " + words;
    Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, std::move(message));
    error.upstreamStatus = 401;
    error.upstreamCode = code;
    return error;
}

Error notAToken(std::string_view host)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           std::string(host) + " answered the request for an access token with something else.");
}

bool canStandInAHeader(std::string_view token)
{
    return !token.empty() && token.size() <= longestToken
           && std::all_of(token.begin(), token.end(), [](char letter) { return letter > ' ' && letter < '\x7f'; });
}

Result<std::string> jwtAssertion(const TokenGrant &grant, WallTime now)
{
    QJsonObject header{{QStringLiteral("alg"), QStringLiteral("RS256")},
                       {QStringLiteral("typ"), QStringLiteral("JWT")}};
    if (!grant.signingKeyId.empty())
        header.insert(QStringLiteral("kid"), toText(grant.signingKeyId));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const QJsonObject claims{{QStringLiteral("iss"), toText(grant.clientId)},
                             {QStringLiteral("scope"), toText(grant.scope)},
                             {QStringLiteral("aud"), toText(grant.tokenUrl)},
                             {QStringLiteral("iat"), static_cast<qint64>(seconds)},
                             {QStringLiteral("exp"), static_cast<qint64>(seconds + assertionSeconds)}};
    std::string text = base64Url(toJson(header)) + "." + base64Url(toJson(claims));
    const auto signature = signRs256(grant.secret, text);
    if (!signature)
        return unexpected(signature.error());
    return text + "." + base64Url(*signature);
}

Result<std::string> tokenForm(const TokenGrant &grant, WallTime now)
{
    std::string form;
    switch (grant.kind) {
    case TokenGrant::Kind::ClientSecret:
        addField(form, "grant_type", "client_credentials");
        addField(form, "client_id", grant.clientId);
        addField(form, "client_secret", grant.secret.reveal());
        addField(form, "scope", grant.scope);
        return form;
    case TokenGrant::Kind::ServiceAccount: {
        const auto assertion = jwtAssertion(grant, now);
        if (!assertion)
            return unexpected(assertion.error());
        addField(form, "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        addField(form, "assertion", *assertion);
        return form;
    }
    case TokenGrant::Kind::RefreshToken:
        addField(form, "grant_type", "refresh_token");
        addField(form, "client_id", grant.clientId);
        addField(form, "client_secret", grant.clientSecret.reveal());
        addField(form, "refresh_token", grant.secret.reveal());
        return form;
    case TokenGrant::Kind::BasicClient: // who it is stands in the header
        addField(form, "grant_type", "client_credentials");
        addField(form, "scope", grant.scope);
        return form;
    case TokenGrant::Kind::AwsRole:
    case TokenGrant::Kind::AwsWebIdentity: return roleForm(grant);
    case TokenGrant::Kind::AwsContainer: // these are asked without a form
    case TokenGrant::Kind::AwsMachine:
    case TokenGrant::Kind::GoogleMachine: return form;
    }
    return form;
}

Result<AccessToken> readToken(int status, const HeaderList &headers, std::string_view body, std::string_view host)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray(body.data(), static_cast<qsizetype>(body.size())));
    const QJsonObject answer = document.object();
    if (status == 400 || status == 401 || status == 403)
        return unexpected(tokenRefusal(host, answer.value(QLatin1String("error")).toString().toStdString(),
                                       answer.value(QLatin1String("error_description")).toString().toStdString()));
    if (status >= 400)
        return unexpected(classifyStatus(status, headers, body));
    const std::string token = answer.value(QLatin1String("access_token")).toString().toStdString();
    if (status != 200 || !canStandInAHeader(token))
        return unexpected(notAToken(host));
    // Without a lifetime it is used once (RFC 6749 §5.1 only recommends to tell it).
    const double told = answer.value(QLatin1String("expires_in")).toVariant().toDouble();
    const double lifetime = told > 0 ? std::min(told, 86400.0) : 0; // "nan" is a number to Qt and none to an integer
    return AccessToken{SecretString(token), std::chrono::seconds(static_cast<std::int64_t>(lifetime))};
}

} // namespace gateway::net
