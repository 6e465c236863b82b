#include "gateway/service/aws_profile.h"

#include "gateway/config/aws_key.h"
#include "gateway/config/aws_role.h"
#include "gateway/service/view_conversion.h"

#include <QDir>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <map>

namespace gateway::service {

namespace {

using Section = std::map<QString, QByteArray>;

constexpr const char *containerService = "http://169.254.170.2"; // with the path of the first variable
constexpr const char *machineService = "http://169.254.169.254";

QString pathOf(const char *variable, const QString &usual)
{
    const QString named = qEnvironmentVariable(variable);
    return named.isEmpty() ? QDir::home().filePath(usual) : named;
}

// "[name]" begins a section, "name = value" is a member; "#" and ";" begin comments at the start of a line.
Section readSection(const QString &path, const QString &heading)
{
    Section section;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return section;
    bool isInside = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty() || line.startsWith('#') || line.startsWith(';'))
            continue;
        if (line.startsWith('[')) {
            isInside = QString::fromUtf8(line.mid(1, line.indexOf(']') - 1)).simplified() == heading;
            continue;
        }
        const auto mark = line.indexOf('=');
        if (isInside && mark > 0)
            section[QString::fromUtf8(line.left(mark).trimmed()).toLower()] = line.mid(mark + 1).trimmed();
    }
    return section;
}

SecretString environmentSecret(const char *variable)
{
    return SecretString(qgetenv(variable).toStdString());
}

AwsCredentials environmentCredentials()
{
    return {environmentSecret("AWS_ACCESS_KEY_ID"), environmentSecret("AWS_SECRET_ACCESS_KEY"),
            environmentSecret("AWS_SESSION_TOKEN")};
}

bool isWhole(const AwsCredentials &credentials)
{
    return !credentials.accessKeyId.isEmpty() && !credentials.secretAccessKey.isEmpty();
}

// One profile in both files: what the file of the keys says goes first.
class Profile {
public:
    explicit Profile(const QString &name)
        : m_keys(readSection(pathOf("AWS_SHARED_CREDENTIALS_FILE", QStringLiteral(".aws/credentials")), name))
        , m_settings(readSection(pathOf("AWS_CONFIG_FILE", QStringLiteral(".aws/config")),
                                 name == QLatin1String("default") ? name : QStringLiteral("profile ") + name))
    {
    }

    std::string text(const char *member) const
    {
        for (const Section *section : {&m_keys, &m_settings}) {
            if (const auto found = section->find(QLatin1String(member)); found != section->end())
                return found->second.toStdString();
        }
        return {};
    }
    // The parts belong together, so all are of one file.
    AwsCredentials credentials() const
    {
        const Section &holder = m_keys.count(QStringLiteral("aws_access_key_id")) > 0 ? m_keys : m_settings;
        const auto part = [&holder](const char *name) {
            const auto found = holder.find(QLatin1String(name));
            return found == holder.end() ? SecretString() : SecretString(found->second.toStdString());
        };
        return {part("aws_access_key_id"), part("aws_secret_access_key"), part("aws_session_token")};
    }

private:
    Section m_keys;
    Section m_settings;
};

// Looks one caller up. A profile may name another as the one who takes its role.
class CallerSearch {
public:
    CallerSearch(std::string tokenUrl, std::string region)
        : m_tokenUrl(std::move(tokenUrl)), m_region(std::move(region))
    {
    }

    AwsCaller inEnvironment()
    {
        AwsCaller caller;
        caller.region = environmentRegion();
        caller.credentials = environmentCredentials();
        if (isWhole(caller.credentials))
            return caller;
        const QString identity = qEnvironmentVariable("AWS_WEB_IDENTITY_TOKEN_FILE");
        const QString role = qEnvironmentVariable("AWS_ROLE_ARN");
        if (!identity.isEmpty() && !role.isEmpty()) {
            caller.credentials = {};
            AwsRole taken;
            taken.arn = toUtf8(role);
            taken.sessionName = toUtf8(qEnvironmentVariable("AWS_ROLE_SESSION_NAME"));
            taken.identityFile = toUtf8(identity);
            caller.grant = grantOf(std::move(taken), caller.region);
            return caller;
        }
        const QString profile = qEnvironmentVariable("AWS_PROFILE");
        AwsCaller found = inProfile(profile.isEmpty() ? QStringLiteral("default") : profile);
        if (!found.problem.empty() && profile.isEmpty() && isInContainer())
            found = inContainer();
        if (!caller.region.empty())
            found.region = caller.region;
        return found;
    }

    // One that is named, instead of files and other variables.
    AwsCaller inSource(const std::string &source)
    {
        AwsCaller caller = source == config::awsMachineSource ? onMachine() : inContainer();
        caller.region = environmentRegion();
        return caller;
    }

    AwsCaller inProfile(const QString &name)
    {
        const Profile profile(name);
        AwsCaller caller;
        if (const std::string region = profile.text("region"); config::isRegion(region))
            caller.region = region;
        const bool isSecondTime = m_seen.contains(name);
        m_seen.append(name);
        // A profile that names itself takes its role with its own key.
        if (!profile.text("role_arn").empty() && !isSecondTime)
            return inRole(name, profile, std::move(caller));
        caller.credentials = profile.credentials();
        if (!isWhole(caller.credentials)) {
            caller.credentials = {};
            caller.problem = about(name)
                             + "holds no access key. Profiles that sign in by a browser or run a program cannot be "
                               "read; put their temporary keys into the file, or enter an access key.";
        }
        return caller;
    }

private:
    static bool isInContainer()
    {
        return qEnvironmentVariableIsSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
               || qEnvironmentVariableIsSet("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }

    static AwsCaller inContainer()
    {
        AwsCaller caller;
        std::string url = toUtf8(qEnvironmentVariable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"));
        if (url.empty())
            url = toUtf8(qEnvironmentVariable("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
        else
            url.insert(0, containerService);
        if (url.empty()) {
            caller.problem = "This is no container of AWS: neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor "
                             "AWS_CONTAINER_CREDENTIALS_FULL_URI is set.";
            return caller;
        }
        caller.grant = config::containerGrant(std::move(url), environmentSecret("AWS_CONTAINER_AUTHORIZATION_TOKEN"),
                                              toUtf8(qEnvironmentVariable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")));
        return caller;
    }

    static AwsCaller onMachine()
    {
        AwsCaller caller;
        if (qEnvironmentVariable("AWS_EC2_METADATA_DISABLED").compare(QLatin1String("true"), Qt::CaseInsensitive)
            == 0) {
            caller.problem = "AWS_EC2_METADATA_DISABLED says that this machine is not to be asked for its role.";
            return caller;
        }
        const std::string url = toUtf8(qEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT"));
        caller.grant = config::machineGrant(url.empty() ? std::string(machineService) : url);
        return caller;
    }

    AwsCaller inRole(const QString &name, const Profile &profile, AwsCaller caller)
    {
        AwsRole role;
        role.arn = profile.text("role_arn");
        role.externalId = profile.text("external_id");
        role.sessionName = profile.text("role_session_name");
        role.identityFile = profile.text("web_identity_token_file");
        role.lifetime = std::chrono::seconds(QByteArray::fromStdString(profile.text("duration_seconds")).toInt());
        if (!profile.text("mfa_serial").empty()) {
            caller.problem = about(name) + "asks for a code for its role, which nobody could type at each request.";
            return caller;
        }
        const AwsCaller source = role.identityFile.empty() ? sourceOf(name, profile) : AwsCaller();
        if (!source.problem.empty()) {
            caller.problem = source.problem;
            return caller;
        }
        role.caller = source.credentials;
        role.callerGrant = source.grant;
        if (caller.region.empty())
            caller.region = source.region;
        caller.grant = grantOf(std::move(role), caller.region);
        return caller;
    }

    AwsCaller sourceOf(const QString &name, const Profile &profile)
    {
        if (const std::string source = profile.text("source_profile"); !source.empty())
            return inProfile(toText(source));
        AwsCaller caller;
        if (profile.text("credential_source") == "Environment") {
            caller.credentials = environmentCredentials();
            if (!isWhole(caller.credentials))
                caller.problem = about(name)
                                 + "takes its access key from AWS_ACCESS_KEY_ID and "
                                   "AWS_SECRET_ACCESS_KEY, which are not set.";
            return caller;
        }
        for (const char *source : {config::awsMachineSource, config::awsContainerSource}) {
            if (profile.text("credential_source") == source)
                return inSource(source);
        }
        caller.problem = about(name)
                         + "has a role but neither source_profile, web_identity_token_file nor credential_source, so "
                           "nothing says who takes it.";
        return caller;
    }

    TokenGrantPointer grantOf(AwsRole role, const std::string &foundRegion) const
    {
        role.region = m_region.empty() ? foundRegion : m_region;
        return config::roleGrant(std::move(role), m_tokenUrl);
    }

    static std::string about(const QString &profile) { return "The AWS profile \"" + toUtf8(profile) + "\" "; }

    static std::string environmentRegion()
    {
        for (const char *variable : {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
            if (const std::string region = qgetenv(variable).toStdString(); config::isRegion(region))
                return region;
        }
        return {};
    }

    std::string m_tokenUrl;
    std::string m_region;
    QStringList m_seen;
};

} // namespace

AwsCaller findAwsCaller(const config::KeyPlace &place, const std::string &region)
{
    CallerSearch search(place.tokenUrl, region);
    if (!place.credentialSource.empty())
        return search.inSource(place.credentialSource);
    return place.profile.empty() ? search.inEnvironment() : search.inProfile(toText(place.profile));
}

} // namespace gateway::service
