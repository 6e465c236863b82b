#include "tests/support/token_endpoint.h"

#include "gateway/base/base64.h"
#include "gateway/base/percent_encoding.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <QtCore/QByteArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace tests {

namespace {

using Key = std::shared_ptr<EVP_PKEY>;

Key made(EVP_PKEY *key)
{
    if (!key)
        std::abort();
    return {key, &EVP_PKEY_free};
}

const Key &rsaKey()
{
    static const Key key = made(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048}));
    return key;
}

std::string pemOf(EVP_PKEY *key)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> buffer(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PrivateKey(buffer.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *text = nullptr;
    const long size = BIO_ctrl(buffer.get(), BIO_CTRL_INFO, 0, &text);
    return {text, static_cast<std::size_t>(size)};
}

bool isSigned(std::string_view text, std::string_view signature)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto bytes = [](std::string_view view) { return reinterpret_cast<const unsigned char *>(view.data()); };
    return EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, rsaKey().get()) == 1
           && EVP_DigestVerify(digest.get(), bytes(signature), signature.size(), bytes(text), text.size()) == 1;
}

QJsonObject decodedJson(std::string_view part)
{
    const auto json = gateway::decodeBase64(part).value_or(std::string());
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

TokenAnswer refusal(int status, const std::string &code, const std::string &words)
{
    return {status, R"({"error":")" + code + R"(","error_description":")" + words + R"("})"};
}

TokenAnswer granted(std::string_view token)
{
    return {200, R"({"access_token":")" + std::string(token) + R"(","expires_in":3599,"token_type":"Bearer"})"};
}

bool isForm(const gateway::net::UpstreamRequest &request)
{
    return request.method == "POST" && request.headers.value("content-type") == "application/x-www-form-urlencoded"
           && request.body;
}

} // namespace

std::string rsaPrivateKeyPem()
{
    return pemOf(rsaKey().get());
}

std::string ecPrivateKeyPem()
{
    return pemOf(made(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")).get());
}

std::map<std::string, std::string> formFields(std::string_view body)
{
    std::map<std::string, std::string> fields;
    while (!body.empty()) {
        const auto end = std::min(body.find('&'), body.size());
        const std::string_view field = body.substr(0, end);
        const auto mark = std::min(field.find('='), field.size());
        fields[gateway::percentDecoded(field.substr(0, mark))] =
            gateway::percentDecoded(field.substr(std::min(mark + 1, field.size())));
        body.remove_prefix(std::min(end + 1, body.size()));
    }
    return fields;
}

TokenAnswer answerLikeGoogle(const gateway::net::UpstreamRequest &request, gateway::WallTime now,
                             std::string_view token, std::string_view audience)
{
    if (!isForm(request))
        return refusal(400, "invalid_request", "Bad Request");
    auto fields = formFields(*request.body);
    if (fields["grant_type"] != "urn:ietf:params:oauth:grant-type:jwt-bearer")
        return refusal(400, "unsupported_grant_type", "Invalid grant_type");
    const std::string assertion = fields["assertion"];
    const auto first = assertion.find('.');
    const auto second = assertion.find('.', first + 1);
    if (first == std::string::npos || second == std::string::npos || assertion.find('=') != std::string::npos)
        return refusal(400, "invalid_request", "Invalid JWT");
    const QJsonObject header = decodedJson(assertion.substr(0, first));
    const QJsonObject claims = decodedJson(assertion.substr(first + 1, second - first - 1));
    if (header.value(QLatin1String("alg")) != QLatin1String("RS256")
        || !isSigned(assertion.substr(0, second), *gateway::decodeBase64(assertion.substr(second + 1))))
        return refusal(400, "invalid_grant", "Invalid JWT Signature.");
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const qint64 issued = claims.value(QLatin1String("iat")).toInteger();
    const qint64 expires = claims.value(QLatin1String("exp")).toInteger();
    if (issued > seconds + 60 || expires <= seconds || expires - issued > 3600)
        return refusal(400, "invalid_grant",
                       "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
                       "Check your iat and exp values in the JWT claim.");
    if (claims.value(QLatin1String("aud")).toString().toStdString() != audience)
        return refusal(400, "invalid_grant", "Invalid JWT: Failed audience check.");
    if (claims.value(QLatin1String("iss")).toString() != QLatin1String("robot@project-1.iam.gserviceaccount.com"))
        return refusal(400, "invalid_grant", "Invalid grant: account not found");
    if (claims.value(QLatin1String("scope")).toString()
        != QLatin1String("https://www.googleapis.com/auth/cloud-platform"))
        return refusal(400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    return granted(token);
}

TokenAnswer answerLikeEntra(const gateway::net::UpstreamRequest &request, std::string_view token)
{
    if (!isForm(request))
        return refusal(400, "invalid_request", "AADSTS900144: The request body must contain the parameter grant_type.");
    if (request.target != "/tenant-1/oauth2/v2.0/token")
        return refusal(400, "invalid_request", "AADSTS90002: Tenant not found.");
    auto fields = formFields(*request.body);
    if (fields["grant_type"] != "client_credentials")
        return refusal(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.");
    if (fields["client_id"] != "client-1")
        return refusal(400, "unauthorized_client", "AADSTS700016: Application was not found in the directory.");
    if (fields["client_secret"] != "s3cret/+=&")
        return refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
    if (fields["scope"] != "https://cognitiveservices.azure.com/.default")
        return refusal(400, "invalid_scope", "AADSTS70011: The provided value for scope is not valid.");
    return granted(token);
}

} // namespace tests
