// Makes throw-away certificates for tests with the openssl command; nothing secret is kept in the source tree.
#pragma once

#include <memory>
#include <string>

#include <QtCore/QString>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslConfiguration>

namespace tests {

// One private authority and four server certificates signed by it, in a directory that goes with the object.
class TestCertificates {
public:
    enum class Kind { Valid, WrongHost, Expired, NotYetValid, SelfSigned };

    // Null when there is no openssl command; the test should QSKIP then.
    static std::unique_ptr<TestCertificates> create();

    std::string authorityPem() const;
    // For a server; "Valid" is for localhost and 127.0.0.1.
    QSslConfiguration serverConfiguration(Kind kind) const;
    QString certificatePath(Kind kind) const;
    QString keyPath() const;

private:
    TestCertificates() = default;
    bool run(const QStringList &arguments) const;
    bool makeAuthority() const;
    bool sign(Kind kind) const;
    QString path(const QString &name) const { return m_directory.filePath(name); }

    QTemporaryDir m_directory;
    QString m_openssl;
};

} // namespace tests
