#include "app/command_line.h"

#include <QProcessEnvironment>
#include <QTest>

using namespace app;
using gateway::config::CaptureLevel;

class CommandLineTest : public QObject {
    Q_OBJECT

private slots:
    void hasUsefulDefaults();
    void takesBifrostsSingleDashes();
    void takesOurOwnOptions();
    void readsTheEnvironment();
    void letsArgumentsWinOverTheEnvironment();
    void splitsListsOfHosts();
    void refusesWrongValues_data();
    void refusesWrongValues();
    void printsHelpAndVersion();
    void knowsWhereAWindowCanBeOpened();

private:
    gateway::Result<Options> parse(const QStringList &arguments, const QProcessEnvironment &environment = {})
    {
        return parseCommandLine(QStringList{QStringLiteral("bilrost")} + arguments, environment);
    }
};

void CommandLineTest::hasUsefulDefaults()
{
    const auto options = parse({});
    QVERIFY(options.has_value());
    QVERIFY(*options == Options{});
    QCOMPARE(options->port, quint16(8080));
    QVERIFY(!options->isPortGiven);
}

void CommandLineTest::takesBifrostsSingleDashes()
{
    const auto options =
        parse({QStringLiteral("-host"), QStringLiteral("0.0.0.0"), QStringLiteral("-port"), QStringLiteral("9000"),
               QStringLiteral("-app-dir"), QStringLiteral("/data"), QStringLiteral("-log-level"),
               QStringLiteral("debug"), QStringLiteral("-log-style"), QStringLiteral("json")});
    QVERIFY(options.has_value());
    QCOMPARE(options->hosts, QStringList{QStringLiteral("0.0.0.0")});
    QCOMPARE(options->port, quint16(9000));
    QVERIFY(options->isPortGiven);
    QCOMPARE(options->dataFolder, QStringLiteral("/data"));
    QVERIFY(options->logLevel == LogLevel::Debug);
    QVERIFY(options->logStyle == LogStyle::Json);
}

void CommandLineTest::takesOurOwnOptions()
{
    const auto options = parse(
        {QStringLiteral("--data-dir=/d"), QStringLiteral("--config=/c.json"), QStringLiteral("--secret-store=vault"),
         QStringLiteral("--passphrase-file=/p"), QStringLiteral("--capture=metadata"), QStringLiteral("--workers=3"),
         QStringLiteral("--allowed-host=gw.example"), QStringLiteral("--demo=http://127.0.0.1:1"),
         QStringLiteral("--hidden"), QStringLiteral("--log-level=warning")});
    QVERIFY(options.has_value());
    QCOMPARE(options->dataFolder, QStringLiteral("/d"));
    QCOMPARE(options->configFile, QStringLiteral("/c.json"));
    QVERIFY(options->secretStore == SecretStoreChoice::Vault);
    QCOMPARE(options->passphraseFile, QStringLiteral("/p"));
    QVERIFY(options->captureLevel == CaptureLevel::Metadata);
    QCOMPARE(options->workerCount, 3);
    QCOMPARE(options->allowedHosts, QStringList{QStringLiteral("gw.example")});
    QCOMPARE(options->demoUrl, QStringLiteral("http://127.0.0.1:1"));
    QVERIFY(options->startHidden);
    QVERIFY(options->logLevel == LogLevel::Warning);
}

void CommandLineTest::readsTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("APP_HOST"), QStringLiteral("::1"));
    environment.insert(QStringLiteral("BIFROST_HOST"), QStringLiteral("0.0.0.0"));
    environment.insert(QStringLiteral("APP_PORT"), QStringLiteral("0"));
    environment.insert(QStringLiteral("APP_DIR"), QStringLiteral("/e"));
    environment.insert(QStringLiteral("LOG_LEVEL"), QStringLiteral("error"));
    environment.insert(QStringLiteral("BILROST_ALLOWED_HOSTS"), QStringLiteral("a.example,b.example"));
    environment.insert(QStringLiteral("BILROST_CAPTURE"), QStringLiteral("errors"));
    const auto options = parse({}, environment);
    QVERIFY(options.has_value());
    QCOMPARE(options->hosts, QStringList{QStringLiteral("::1")});
    QCOMPARE(options->port, quint16(0));
    QVERIFY(options->isPortGiven);
    QCOMPARE(options->dataFolder, QStringLiteral("/e"));
    QVERIFY(options->logLevel == LogLevel::Error);
    QCOMPARE(options->allowedHosts.size(), 2);
    QVERIFY(options->captureLevel == CaptureLevel::Errors);
}

void CommandLineTest::letsArgumentsWinOverTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("APP_PORT"), QStringLiteral("1"));
    QCOMPARE(parse({QStringLiteral("--port"), QStringLiteral("2")}, environment)->port, quint16(2));
    environment.insert(QStringLiteral("APP_PORT"), QStringLiteral("many"));
    QVERIFY(!parse({}, environment).has_value());
}

void CommandLineTest::splitsListsOfHosts()
{
    const auto options = parse({QStringLiteral("--host"), QStringLiteral("localhost"), QStringLiteral("--host"),
                                QStringLiteral("10.0.0.1,10.0.0.2")});
    QCOMPARE(options->hosts, (QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("::1"),
                                          QStringLiteral("10.0.0.1"), QStringLiteral("10.0.0.2")}));
}

void CommandLineTest::refusesWrongValues_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *argument, const char *text) {
        QTest::newRow(argument) << QString::fromLatin1(argument) << QString::fromLatin1(text);
    };
    row("--host=example.org", "--host takes a numeric address");
    row("--port=65536", "--port takes a number from 0 to 65535");
    row("--port=-1", "--port takes");
    row("--port=http", "--port takes");
    row("--log-level=loud", "--log-level is one of debug, info, warn");
    row("--log-style=xml", "--log-style is one of pretty, json");
    row("--secret-store=file", "--secret-store is one of auto, keychain, vault, memory");
    row("--capture=all", "--capture is one of metadata, errors, everything");
    row("--workers=0", "--workers takes a number from 1 to 64");
    row("--workers=65", "--workers takes");
    row("--workers=two", "--workers takes");
    row("--unknown", "unknown");
    row("stray", "Unexpected argument: stray");
    row("--hidden=yes", "hidden");
}

void CommandLineTest::refusesWrongValues()
{
    QFETCH(QString, argument);
    QFETCH(QString, text);
    const auto options = parse({argument});
    QVERIFY(!options.has_value());
    QCOMPARE(options.error().code, gateway::ErrorCode::InvalidRequest);
    QVERIFY2(QString::fromStdString(options.error().message).contains(text), options.error().message.c_str());
}

void CommandLineTest::printsHelpAndVersion()
{
    QVERIFY(parse({QStringLiteral("--help")})->notice.contains(QStringLiteral("--secret-store")));
    QVERIFY(parse({QStringLiteral("-version")})->notice.startsWith(QStringLiteral("Bilrost ")));
}

void CommandLineTest::knowsWhereAWindowCanBeOpened()
{
#if !defined(Q_OS_UNIX) || defined(Q_OS_MACOS)
    QSKIP("The window system is always there.");
#endif
    const QStringList plain{QStringLiteral("bilrost")};
    const auto with = [](const char *name) {
        QProcessEnvironment environment;
        environment.insert(QLatin1String(name), QStringLiteral("x"));
        return environment;
    };
    QVERIFY(!hasDisplay(plain, {}));
    QVERIFY(hasDisplay(plain, with("DISPLAY")));
    QVERIFY(hasDisplay(plain, with("WAYLAND_DISPLAY")));
    QVERIFY(hasDisplay(plain, with("QT_QPA_PLATFORM")));
    QVERIFY(hasDisplay(plain + QStringList{QStringLiteral("-platform"), QStringLiteral("offscreen")}, {}));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_command_line.moc"
