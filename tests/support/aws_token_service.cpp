#include "tests/support/aws_token_service.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/net/upstream/aws_signature.h"
#include "gateway/net/upstream/upstream_url.h"

#include <algorithm>

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace tests {

using gateway::HeaderList;
using gateway::WallTime;
using gateway::net::UpstreamRequest;

namespace {

std::string after(std::string_view text, std::string_view mark, std::string_view end)
{
    const auto begin = text.find(mark);
    if (begin == std::string_view::npos)
        return {};
    const std::string_view rest = text.substr(begin + mark.size());
    return std::string(rest.substr(0, rest.find_first_of(end)));
}

std::string hostOf(const UpstreamRequest &request)
{
    if (request.headers.contains("host"))
        return std::string(request.headers.value("host"));
    return request.route ? gateway::net::authorityOf(request.route->scheme, request.route->host, request.route->port)
                         : std::string();
}

HeaderList signedFields(const UpstreamRequest &request, std::string_view names)
{
    HeaderList fields;
    while (!names.empty()) {
        const std::string_view name = names.substr(0, names.find(';'));
        names.remove_prefix(std::min(names.size(), name.size() + 1));
        fields.add(std::string(name), name == "host" ? hostOf(request) : std::string(request.headers.value(name)));
    }
    return fields;
}

// "20150830T123600Z"
QDateTime momentOf(std::string_view date)
{
    QDateTime moment = QDateTime::fromString(QString::fromLatin1(date.data(), static_cast<qsizetype>(date.size())),
                                             QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    moment.setTimeSpec(Qt::UTC);
    return moment;
}

QDateTime toQt(WallTime moment)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count(), Qt::UTC);
}

TokenAnswer refusal(int status, const std::string &code, const std::string &words)
{
    return {status, "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\n  <Error>\n"
                    "    <Type>Sender</Type>\n    <Code>"
                        + code + "</Code>\n    <Message>" + words
                        + "</Message>\n  </Error>\n  <RequestId>c6104cbe</RequestId>\n</ErrorResponse>\n"};
}

} // namespace

std::optional<AwsTokenService::Fault> AwsTokenService::faultOf(const UpstreamRequest &request, WallTime now,
                                                               std::string_view service) const
{
    const std::string authorization(request.headers.value("authorization"));
    const std::string credential = after(authorization, "Credential=", ",");
    const std::string id = credential.substr(0, credential.find('/'));
    if (id.empty())
        return Fault{"MissingAuthenticationToken", "Request is missing Authentication Token"};
    gateway::AwsCredentials known{gateway::SecretString(accessKeyId), gateway::SecretString(secretAccessKey), {}};
    if (id != accessKeyId) {
        const auto given = m_given.find(id);
        if (given == m_given.end())
            return Fault{"InvalidClientTokenId", "The security token included in the request is invalid."};
        if (now >= given->second.expiry)
            return Fault{"ExpiredToken", "The security token included in the request is expired"};
        known = given->second.credentials;
    }
    if (request.headers.value("x-amz-security-token") != known.sessionToken.reveal())
        return Fault{"InvalidClientTokenId", "The security token included in the request is invalid."};
    const std::string date(request.headers.value("x-amz-date"));
    if (std::abs(momentOf(date).secsTo(toQt(now))) > 300)
        return Fault{"SignatureDoesNotMatch", "Signature expired: " + date + " is now earlier than this moment."};
    const std::string region = after(credential.substr(std::min(credential.size(), id.size() + 10)), "", "/");
    if (credential != id + '/' + date.substr(0, 8) + '/' + region + '/' + std::string(service) + "/aws4_request")
        return Fault{"SignatureDoesNotMatch", "Credential should be scoped to correct service."};
    const std::string names = after(authorization, "SignedHeaders=", ",");
    const bool signsHost = names == "host" || names.find("host;") != std::string::npos;
    const bool signsToken = known.sessionToken.isEmpty() || names.find("x-amz-security-token") != std::string::npos;
    const std::string body = request.body ? std::string(*request.body) : std::string();
    const std::string expected = gateway::net::awsAuthorization(
        request.method, request.target, signedFields(request, names), body, known, {region, std::string(service)});
    if (!signsHost || !signsToken || expected != authorization)
        return Fault{"SignatureDoesNotMatch", "The request signature we calculated does not match the signature you "
                                              "provided. Check your AWS Secret Access Key and signing method."};
    return std::nullopt;
}

TokenAnswer AwsTokenService::answer(const UpstreamRequest &request, WallTime now)
{
    ++m_calls;
    if (request.method != "POST" || request.headers.value("content-type") != "application/x-www-form-urlencoded")
        return refusal(400, "MissingAction", "Could not find operation with name in the request.");
    auto fields = formFields(*request.body);
    const std::string action = fields["Action"];
    if (fields["Version"] != "2011-06-15" || (action != "AssumeRole" && action != "AssumeRoleWithWebIdentity"))
        return refusal(400, "InvalidAction",
                       "Could not find operation " + action + " for version NO_VERSION_SPECIFIED");
    if (fields["RoleSessionName"].size() < 2)
        return refusal(400, "ValidationError", "Value null at 'roleSessionName' failed to satisfy constraint.");
    const std::string arn = fields["RoleArn"];
    const std::string asked = fields["DurationSeconds"];
    const std::chrono::seconds lifetime(asked.empty() ? 3600 : std::stoi(asked));
    if (action == "AssumeRoleWithWebIdentity") {
        if (request.headers.contains("authorization"))
            return refusal(400, "ValidationError", "This call is not signed.");
        if (fields["WebIdentityToken"] != identityToken)
            return refusal(400, "InvalidIdentityToken", "The ID Token provided is not a valid JWT.");
        return arn == webRoleArn ? give(action, arn, lifetime, now)
                                 : refusal(403, "AccessDenied",
                                           "Not authorized to perform "
                                           "sts:AssumeRoleWithWebIdentity");
    }
    if (const auto fault = faultOf(request, now, "sts"))
        return refusal(403, fault->code, fault->words);
    const std::string credential = after(request.headers.value("authorization"), "Credential=", "/");
    const auto given = m_given.find(credential);
    const bool isUser = given == m_given.end();
    const bool mayHaveFirst = isUser && arn == roleArn && fields["ExternalId"] == externalId;
    const bool mayHaveSecond = !isUser && arn == secondRoleArn;
    if (!mayHaveFirst && !mayHaveSecond)
        return refusal(403, "AccessDenied",
                       "User: arn:aws:iam::111122223333:user/taker is not authorized to perform: "
                       "sts:AssumeRole on resource: "
                           + arn);
    if (lifetime < std::chrono::minutes(15) || lifetime > std::chrono::hours(isUser ? 12 : 1))
        return refusal(400, "ValidationError",
                       "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    return give(action, arn, lifetime, now);
}

TokenAnswer AwsTokenService::give(const std::string &action, const std::string &arn, std::chrono::seconds lifetime,
                                  WallTime now)
{
    const std::string number = std::to_string(m_calls);
    const std::string id = "ASIATEMPORARY00" + std::string(4 - std::min<std::size_t>(4, number.size()), '0') + number;
    const std::string secret = "temporary/secret+" + number;
    const std::string token = "FwoGZXIvYXdzE+" + number + "/=";
    m_given[id] = {{gateway::SecretString(id), gateway::SecretString(secret), gateway::SecretString(token)},
                   now + std::chrono::duration_cast<WallTime::duration>(lifetime),
                   arn};
    const std::string expiration =
        toQt(m_given[id].expiry).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")).toStdString();
    return {200, '<' + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\n  <" + action
                     + "Result>\n    <AssumedRoleUser>\n      <AssumedRoleId>AROA:bilrost</AssumedRoleId>\n      <Arn>"
                     + arn + "</Arn>\n    </AssumedRoleUser>\n    <Credentials>\n      <AccessKeyId>" + id
                     + "</AccessKeyId>\n      <SecretAccessKey>" + secret + "</SecretAccessKey>\n      <SessionToken>"
                     + token + "</SessionToken>\n      <Expiration>" + expiration
                     + "</Expiration>\n    </Credentials>\n  </" + action
                     + "Result>\n  <ResponseMetadata>\n    <RequestId>c6104cbe</RequestId>\n  </ResponseMetadata>\n</"
                     + action + "Response>\n"};
}

std::optional<TokenAnswer> AwsTokenService::refusalOf(const UpstreamRequest &request, WallTime now,
                                                      std::string_view service, std::string *errorType) const
{
    const auto fault = faultOf(request, now, service);
    if (!fault)
        return std::nullopt;
    const bool isUnknown = fault->code == "InvalidClientTokenId";
    const std::string type = isUnknown ? "UnrecognizedClientException" : fault->code + "Exception";
    if (errorType)
        *errorType = type;
    return TokenAnswer{403, "{\"message\":\"" + fault->words + "\"}"};
}

} // namespace tests
