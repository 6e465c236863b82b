#include "gateway/net/upstream/role_request.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/net/upstream/failure_classifier.h"

#include <algorithm>
#include <array>
#include <map>

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QXmlStreamReader>

namespace gateway::net {

namespace {

constexpr std::string_view apiVersion = "2011-06-15";
constexpr qint64 largestIdentity = 20'000; // of the parameter WebIdentityToken
constexpr std::chrono::hours longestLifetime{12};

using Texts = std::map<std::string, std::string, std::less<>>;

void addField(std::string &form, std::string_view name, std::string_view value)
{
    if (!value.empty())
        form.append("&").append(name).append("=").append(percentEncoded(value));
}

Result<SecretString> readIdentity(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    const bool canBeRead = file.open(QIODevice::ReadOnly) && file.size() <= largestIdentity;
    const QByteArray token = canBeRead ? file.readAll().trimmed() : QByteArray();
    if (token.isEmpty())
        return unexpected(
            Error::internal(ErrorCode::SecretUnavailable, "The file " + path + " holds no identity token for AWS."));
    return SecretString(std::string_view(token.constData(), static_cast<std::size_t>(token.size())));
}

// The texts of the elements that an answer or a refusal is made of, by their names.
Texts textsIn(std::string_view xml)
{
    constexpr std::array names{"AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration", "Code", "Message"};
    Texts texts;
    QXmlStreamReader reader(QByteArray(xml.data(), static_cast<qsizetype>(xml.size())));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const std::string name = reader.name().toString().toStdString();
        if (std::find(names.begin(), names.end(), name) != names.end())
            texts[name] = reader.readElementText(QXmlStreamReader::SkipChildElements).toStdString();
    }
    return reader.hasError() ? Texts() : texts;
}

SecretString secretIn(const Texts &texts, std::string_view name)
{
    const auto found = texts.find(name);
    return found == texts.end() ? SecretString() : SecretString(found->second);
}

std::string textIn(const Texts &texts, std::string_view name)
{
    const auto found = texts.find(name);
    return found == texts.end() ? std::string() : found->second;
}

// Codes that mean "later" and no "never", with the status that says so elsewhere.
int statusOf(std::string_view code, int status)
{
    if (code.find("Throttl") != std::string_view::npos || code == "RequestLimitExceeded")
        return 429;
    return code == "IDPCommunicationError" ? 503 : status;
}

} // namespace

Result<std::string> roleForm(const TokenGrant &grant)
{
    const AwsRole &role = grant.role;
    const bool isIdentity = grant.kind == TokenGrant::Kind::AwsWebIdentity;
    std::string form = isIdentity ? "Action=AssumeRoleWithWebIdentity" : "Action=AssumeRole";
    addField(form, "Version", apiVersion);
    addField(form, "RoleArn", role.arn);
    addField(form, "RoleSessionName", role.sessionName);
    if (role.lifetime.count() > 0)
        addField(form, "DurationSeconds", std::to_string(role.lifetime.count()));
    if (!isIdentity) {
        addField(form, "ExternalId", role.externalId);
        return form;
    }
    const auto identity = readIdentity(role.identityFile);
    if (!identity)
        return unexpected(identity.error());
    addField(form, "WebIdentityToken", identity->reveal());
    return form;
}

Result<AccessToken> readRole(int status, const HeaderList &headers, std::string_view body, std::string_view host,
                             WallTime now)
{
    const Texts texts = textsIn(body);
    const std::string code = textIn(texts, "Code");
    const int meant = statusOf(code, status);
    if (meant == 400 || meant == 401 || meant == 403)
        return unexpected(tokenRefusal(host, code, textIn(texts, "Message")));
    if (meant >= 400)
        return unexpected(classifyStatus(meant, headers, body));
    const AwsCredentials credentials{secretIn(texts, "AccessKeyId"), secretIn(texts, "SecretAccessKey"),
                                     secretIn(texts, "SessionToken")};
    for (const SecretString *part :
         {&credentials.accessKeyId, &credentials.secretAccessKey, &credentials.sessionToken}) {
        if (status != 200 || !canStandInAHeader(part->reveal()))
            return unexpected(notAToken(host));
    }
    return AccessToken{tokenOfRole(credentials), lifetimeUntil(textIn(texts, "Expiration"), now)};
}

std::chrono::seconds lifetimeUntil(const std::string &moment, WallTime now)
{
    const QDateTime end = QDateTime::fromString(QString::fromStdString(moment), Qt::ISODate);
    if (!end.isValid())
        return std::chrono::seconds(0);
    const WallTime expiry{std::chrono::milliseconds(end.toMSecsSinceEpoch())};
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(expiry - now);
    return std::clamp<std::chrono::seconds>(left, std::chrono::seconds(0), longestLifetime);
}

SecretString tokenOfRole(const AwsCredentials &credentials)
{
    SecretString token(credentials.accessKeyId.reveal());
    for (const SecretString *part : {&credentials.secretAccessKey, &credentials.sessionToken}) {
        std::string longer(token.reveal());
        longer.append("\n").append(part->reveal()); // in which no part can have a line feed
        token = SecretString(longer);
        std::fill(longer.begin(), longer.end(), '\0');
    }
    return token;
}

std::optional<AwsCredentials> credentialsOfRole(const SecretString &token)
{
    const std::string_view text = token.reveal();
    const auto first = text.find('\n');
    const auto second = first == std::string_view::npos ? first : text.find('\n', first + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    return AwsCredentials{SecretString(text.substr(0, first)), SecretString(text.substr(first + 1, second - first - 1)),
                          SecretString(text.substr(second + 1))};
}

// docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html
bool refusesRole(int status, const HeaderList &headers)
{
    constexpr std::array<std::string_view, 2> codes{"ExpiredToken", "UnrecognizedClient"};
    const std::string_view said = headers.value("x-amzn-errortype");
    return (status == 400 || status == 401 || status == 403)
           && std::any_of(codes.begin(), codes.end(), [said](std::string_view code) { return said.starts_with(code); });
}

} // namespace gateway::net
