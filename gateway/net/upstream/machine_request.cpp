#include "gateway/net/upstream/machine_request.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/net/upstream/address_guard.h"
#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/net/upstream/role_request.h"
#include "gateway/net/upstream/upstream_url.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <memory>
#include <utility>

namespace gateway::net {

namespace {

using Kind = TokenGrant::Kind;

// Such a service is next door, or nowhere.
constexpr std::chrono::seconds connectLimit{2};
constexpr std::chrono::seconds answerLimit{5};
constexpr std::chrono::seconds keptOpen{5};

constexpr qint64 largestToken = 16 * 1024; // of a container's file
constexpr std::size_t longestRoleName = 128;

// docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
constexpr std::string_view sessionPath = "/latest/api/token";
constexpr std::string_view rolePath = "/latest/meta-data/iam/security-credentials/";
constexpr std::string_view sessionSeconds = "21600"; // six hours, the longest
// cloud.google.com/compute/docs/access/authenticate-workloads
constexpr std::string_view googlePath = "/computeMetadata/v1/instance/service-accounts/default/token";
constexpr std::string_view googleFlavor = "Metadata-Flavor";

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view whiteSpace = " \t\r\n";
    const auto begin = text.find_first_not_of(whiteSpace);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(whiteSpace) - begin + 1);
}

Error elsewhere(const std::string &host)
{
    return Error::client(ErrorCode::InvalidRequest,
                         "No machine or container has its credentials at " + host + ", so nothing was sent.");
}

// What a container has to show; empty where it has nothing. Read for each call: others renew the file.
Result<SecretString> containerToken(const TokenGrant &grant)
{
    if (grant.role.identityFile.empty())
        return grant.secret;
    QFile file(QString::fromStdString(grant.role.identityFile));
    const bool canBeRead = file.open(QIODevice::ReadOnly) && file.size() <= largestToken;
    const QByteArray token = canBeRead ? file.readAll().trimmed() : QByteArray();
    const std::string_view text(token.constData(), static_cast<std::size_t>(token.size()));
    if (text.empty() || text.find_first_of("\r\n") != std::string_view::npos)
        return unexpected(
            Error::internal(ErrorCode::SecretUnavailable, "The file " + grant.role.identityFile
                                                              + " holds no token for the container's credentials."));
    return SecretString(text);
}

std::string textIn(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toStdString();
}

// The access key that Amazon's services give out as JSON, to machines and to containers.
Result<AccessToken> readAwsKey(int status, const HeaderList &headers, std::string_view body, const std::string &host,
                               WallTime now)
{
    const QJsonObject answer =
        QJsonDocument::fromJson(QByteArray(body.data(), static_cast<qsizetype>(body.size()))).object();
    const std::string code = textIn(answer, answer.contains(QLatin1String("Code")) ? "Code" : "code");
    const std::string words = textIn(answer, answer.contains(QLatin1String("Message")) ? "Message" : "message");
    const bool isRefused = status == 200 && !code.empty() && code != "Success";
    if (isRefused || (status >= 400 && status < 500 && status != 429))
        return unexpected(tokenRefusal(host, code, words));
    if (status >= 400)
        return unexpected(classifyStatus(status, headers, body));
    const AwsCredentials credentials{SecretString(textIn(answer, "AccessKeyId")),
                                     SecretString(textIn(answer, "SecretAccessKey")),
                                     SecretString(textIn(answer, "Token"))};
    for (const SecretString *part :
         {&credentials.accessKeyId, &credentials.secretAccessKey, &credentials.sessionToken}) {
        if (status != 200 || !canStandInAHeader(part->reveal()))
            return unexpected(notAToken(host));
    }
    return AccessToken{tokenOfRole(credentials), lifetimeUntil(textIn(answer, "Expiration"), now)};
}

} // namespace

UpstreamRequest MachineQuestions::question(std::string method, std::string target) const
{
    UpstreamRequest request;
    request.route = m_route;
    request.method = std::move(method);
    request.target = std::move(target);
    request.headers = {{"Accept", "*/*"}, {"Accept-Encoding", "identity"}};
    request.firstByteTimeout = answerLimit;
    request.idleTimeout = answerLimit;
    return request;
}

Result<UpstreamRequest> MachineQuestions::first(const UpstreamRoute &like)
{
    const std::string &address = m_grant->tokenUrl;
    const auto mark = address.find("://");
    const auto slash = mark == std::string::npos ? mark : address.find('/', mark + 3);
    const auto url = parseUpstreamUrl(address.substr(0, slash));
    if (!url)
        return unexpected(
            Error::client(ErrorCode::InvalidRequest,
                          "The address of this machine's credentials cannot be used: " + url.error().message));
    const bool isContainer = m_grant->kind == Kind::AwsContainer;
    const bool isTls = url->scheme == "https";
    auto route = std::make_shared<UpstreamRoute>(isTls ? like : UpstreamRoute());
    route->scheme = url->scheme;
    route->host = url->host;
    route->port = url->port;
    route->skipTlsVerification = false;
    if (isTls) {
        if (!isContainer)
            return unexpected(elsewhere(url->host));
        if (const auto refusal = refusalOfHost(url->host))
            return unexpected(*refusal);
    } else {
        route->proxyMode = ProxyMode::None;
        route->machineService = isContainer ? MachineService::Container : MachineService::Metadata;
        route->connectTimeout = connectLimit;
        route->keepAlive = keptOpen;
        const QHostAddress numeric = addressInHost(url->host);
        if (!numeric.isNull() && !isMachineService(numeric, route->machineService))
            return unexpected(elsewhere(url->host));
    }
    m_route = std::move(route);
    m_basePath = slash == std::string::npos ? std::string() : address.substr(slash);
    if (m_grant->kind == Kind::AwsMachine) {
        m_step = Step::Session;
        UpstreamRequest request = question("PUT", std::string(sessionPath));
        request.body = std::make_shared<const std::string>();
        request.headers.set("X-aws-ec2-metadata-token-ttl-seconds", std::string(sessionSeconds));
        return request;
    }
    m_step = Step::Token;
    if (m_grant->kind == Kind::GoogleMachine) {
        UpstreamRequest request = question("GET", std::string(googlePath));
        request.headers.set(std::string(googleFlavor), "Google");
        return request;
    }
    UpstreamRequest request = question("GET", m_basePath.empty() ? "/" : m_basePath);
    const auto token = containerToken(*m_grant);
    if (!token)
        return unexpected(token.error());
    if (!token->isEmpty())
        request.headers.set("Authorization", std::string(token->reveal()));
    return request;
}

Result<std::variant<AccessToken, UpstreamRequest>> MachineQuestions::take(int status, const HeaderList &headers,
                                                                          std::string_view body, WallTime now)
{
    using Taken = std::variant<AccessToken, UpstreamRequest>;
    constexpr std::string_view sessionField = "X-aws-ec2-metadata-token";
    if (m_step == Step::Session) {
        // Nobody is asked without a session: that would be version 1, which answers whoever gets a request to it.
        if (status != 200 || !canStandInAHeader(trimmed(body)))
            return unexpected(tokenRefusal(host(), {}, "it is no metadata service of version 2."));
        m_session = SecretString(trimmed(body));
        m_step = Step::RoleName;
        UpstreamRequest request = question("GET", std::string(rolePath));
        request.headers.set(std::string(sessionField), std::string(m_session.reveal()));
        return Taken(std::move(request));
    }
    if (m_step == Step::RoleName) {
        const std::string_view first = trimmed(body.substr(0, body.find_first_of("\r\n")));
        if (status == 404 || (status == 200 && first.empty()))
            return unexpected(tokenRefusal(host(), {}, "this machine has no role."));
        if (status >= 400)
            return unexpected(classifyStatus(status, headers, body));
        if (status != 200 || !canStandInAHeader(first) || first.size() > longestRoleName)
            return unexpected(notAToken(host()));
        m_step = Step::Token;
        UpstreamRequest request = question("GET", std::string(rolePath) + percentEncoded(first));
        request.headers.set(std::string(sessionField), std::string(m_session.reveal()));
        return Taken(std::move(request));
    }
    auto token =
        m_grant->isAwsKey() ? readAwsKey(status, headers, body, host(), now) : readToken(status, headers, body, host());
    // Whoever answers at that address on another network does not say so.
    if (token && m_grant->kind == Kind::GoogleMachine && headers.value(googleFlavor) != "Google")
        return unexpected(notAToken(host()));
    if (!token)
        return unexpected(token.error());
    return Taken(std::move(*token));
}

} // namespace gateway::net
