#include "gateway/service/google_default.h"

#include "gateway/config/token_credential.h"
#include "gateway/service/view_conversion.h"

#include <QDir>
#include <QFile>

namespace gateway::service {

namespace {

constexpr qint64 largestFile = 64 * 1024;
constexpr const char *fileVariable = "GOOGLE_APPLICATION_CREDENTIALS";
constexpr const char *machineHost = "metadata.google.internal";

// Where "gcloud auth application-default login" puts it.
QString fileOfGcloud()
{
    const QString name = QStringLiteral("application_default_credentials.json");
    if (const QString folder = qEnvironmentVariable("CLOUDSDK_CONFIG"); !folder.isEmpty())
        return QDir(folder).filePath(name);
#ifdef Q_OS_WIN
    return QDir(qEnvironmentVariable("APPDATA")).filePath(QStringLiteral("gcloud/") + name);
#else
    return QDir::home().filePath(QStringLiteral(".config/gcloud/") + name);
#endif
}

void readFile(const QString &path, GoogleDefault &found)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        found.problem = "The file " + toUtf8(path) + " cannot be read.";
        return;
    }
    QByteArray content = file.readAll();
    found.file = SecretString(std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
    content.fill('\0');
    if (!config::looksLikeGoogleFile(found.file.reveal())) {
        found.file = {};
        found.problem = "The file " + toUtf8(path) + " is no key file of Google.";
    }
}

} // namespace

GoogleDefault findGoogleDefault(const config::KeyPlace &place)
{
    GoogleDefault found;
    found.project = toUtf8(qEnvironmentVariable("GOOGLE_CLOUD_PROJECT"));
    if (place.credentialSource == config::googleMachineSource) {
        const std::string host = toUtf8(qEnvironmentVariable("GCE_METADATA_HOST"));
        found.grant = config::googleMachineGrant("http://" + (host.empty() ? std::string(machineHost) : host));
        return found;
    }
    if (const QString named = qEnvironmentVariable(fileVariable); !named.isEmpty()) {
        readFile(named, found);
        return found;
    }
    if (const QString usual = fileOfGcloud(); QFile::exists(usual))
        readFile(usual, found);
    else
        found.problem = "There are no application default credentials here: GOOGLE_APPLICATION_CREDENTIALS is not set, "
                        "and gcloud has written none.";
    return found;
}

} // namespace gateway::service
