#include "tests/support/test_certificates.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslKey>

namespace tests {

namespace {

using Kind = TestCertificates::Kind;

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QString fileName(Kind kind)
{
    switch (kind) {
    case Kind::Valid: return QStringLiteral("valid.pem");
    case Kind::WrongHost: return QStringLiteral("wrong_host.pem");
    case Kind::Expired: return QStringLiteral("expired.pem");
    case Kind::NotYetValid: return QStringLiteral("not_yet_valid.pem");
    case Kind::SelfSigned: return QStringLiteral("self_signed.pem");
    }
    return {};
}

constexpr char configuration[] = R"([req]
distinguished_name = name
prompt = no
[name]
CN = Bilrost test
[ca]
default_ca = authority
[authority]
new_certs_dir = .
database = index.txt
rand_serial = yes
default_md = sha256
policy = policy
unique_subject = no
[policy]
commonName = supplied
[authority_extensions]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[here]
subjectAltName = DNS:localhost,IP:127.0.0.1
[elsewhere]
subjectAltName = DNS:elsewhere.invalid
)";

} // namespace

std::unique_ptr<TestCertificates> TestCertificates::create()
{
    std::unique_ptr<TestCertificates> certificates(new TestCertificates);
    certificates->m_openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (certificates->m_openssl.isEmpty() || !certificates->makeAuthority())
        return nullptr;
    for (const Kind kind : {Kind::Valid, Kind::WrongHost, Kind::Expired, Kind::NotYetValid, Kind::SelfSigned}) {
        if (!certificates->sign(kind))
            return nullptr;
    }
    return certificates;
}

bool TestCertificates::run(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_directory.path());
    process.start(m_openssl, arguments);
    const bool isDone = process.waitForFinished() && process.exitCode() == 0;
    if (!isDone)
        qWarning("openssl %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return isDone;
}

bool TestCertificates::makeAuthority() const
{
    const QString curve = QStringLiteral("ec_paramgen_curve:P-256");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    return writeFile(path(QStringLiteral("openssl.cnf")), configuration)
           && writeFile(path(QStringLiteral("index.txt")), {})
           && run(words("genpkey -algorithm EC -out authority.key -pkeyopt") + QStringList{curve})
           && run(words("genpkey -algorithm EC -out server.key -pkeyopt") + QStringList{curve})
           && run(words("req -x509 -new -key authority.key -out authority.pem -days 30 -config openssl.cnf "
                        "-extensions authority_extensions -subj")
                  + QStringList{QStringLiteral("/CN=Bilrost test authority")})
           && run(words("req -new -key server.key -out server.csr -config openssl.cnf -subj /CN=localhost"));
}

bool TestCertificates::sign(Kind kind) const
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    if (kind == Kind::SelfSigned)
        return run(words("req -x509 -new -key server.key -days 30 -config openssl.cnf -extensions here -subj "
                         "/CN=localhost -out")
                   + QStringList{fileName(kind)});
    QStringList arguments = words("ca -batch -notext -config openssl.cnf -in server.csr -cert authority.pem -keyfile "
                                  "authority.key -out");
    arguments << fileName(kind);
    arguments << words(kind == Kind::WrongHost ? "-extensions elsewhere" : "-extensions here");
    if (kind == Kind::Expired)
        arguments << words("-startdate 20200101000000Z -enddate 20200201000000Z");
    else if (kind == Kind::NotYetValid)
        arguments << words("-startdate 20980101000000Z -enddate 20990101000000Z");
    else
        arguments << words("-days 20");
    return run(arguments);
}

std::string TestCertificates::authorityPem() const
{
    return readFile(path(QStringLiteral("authority.pem"))).toStdString();
}

QString TestCertificates::certificatePath(Kind kind) const
{
    return path(fileName(kind));
}

QString TestCertificates::keyPath() const
{
    return path(QStringLiteral("server.key"));
}

QSslConfiguration TestCertificates::serverConfiguration(Kind kind) const
{
    QSslConfiguration server = QSslConfiguration::defaultConfiguration();
    server.setLocalCertificate(QSslCertificate(readFile(certificatePath(kind)), QSsl::Pem));
    server.setPrivateKey(QSslKey(readFile(keyPath()), QSsl::Ec, QSsl::Pem));
    server.setPeerVerifyMode(QSslSocket::VerifyNone);
    return server;
}

} // namespace tests
