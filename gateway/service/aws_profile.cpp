#include "gateway/service/aws_profile.h"

#include "gateway/config/aws_key.h"
#include "gateway/service/view_conversion.h"

#include <QDir>
#include <QFile>

#include <map>

namespace gateway::service {

namespace {

using Section = std::map<QString, QByteArray>;

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

SecretString secretIn(const Section &section, const char *name)
{
    const auto found = section.find(QLatin1String(name));
    return found == section.end() ? SecretString() : SecretString(found->second.toStdString());
}

} // namespace

void readAwsProfile(config::ProviderKey &key)
{
    const QString profile = toText(key.placeInForce.profile);
    const Section credentials =
        readSection(pathOf("AWS_SHARED_CREDENTIALS_FILE", QStringLiteral(".aws/credentials")), profile);
    const QString heading = profile == QLatin1String("default") ? profile : QStringLiteral("profile ") + profile;
    const Section settings = readSection(pathOf("AWS_CONFIG_FILE", QStringLiteral(".aws/config")), heading);
    const Section &holder = credentials.count(QStringLiteral("aws_access_key_id")) > 0 ? credentials : settings;
    const AwsCredentials parts{secretIn(holder, "aws_access_key_id"), secretIn(holder, "aws_secret_access_key"),
                               secretIn(holder, "aws_session_token")};
    key.valueProblem.clear();
    if (parts.accessKeyId.isEmpty() || parts.secretAccessKey.isEmpty()) {
        key.value = {};
        key.lastFour.clear();
        key.valueProblem = "The AWS profile \"" + toUtf8(profile)
                           + "\" holds no access key. Profiles that sign in by a browser or run a program cannot be "
                             "read; put their temporary keys into the file, or enter an access key.";
        return;
    }
    key.lastFour = parts.accessKeyId.lastFour();
    key.value = config::packAwsKey(parts);
    const auto region = settings.find(QStringLiteral("region"));
    if (key.region.empty() && region != settings.end() && config::isRegion(region->second.toStdString()))
        key.region = region->second.toStdString();
}

} // namespace gateway::service
