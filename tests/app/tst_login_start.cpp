// Start at login: what is written where, that it says what was meant, and that it is truly gone when off.
#include "app/login/launch_agent.h"
#include "app/login/run_key.h"
#include "app/login/xdg_autostart.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace app::login;

namespace {

const StartCommand hiddenStart{QStringLiteral("/opt/my apps/bilrost"), {QStringLiteral("--hidden")}};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int filesIn(const QString &folder)
{
    return static_cast<int>(QDir(folder).entryList(QDir::Files).size());
}

const QString awkwardWord = QStringLiteral("a \"b\" $HOME `c` 100% d\\e");
const QByteArray execOfUpdate = "Exec=\"/opt/new/bilrost\"\n";
const QString commandLine = QStringLiteral("\"bilrost\" \"--data-dir\" \"C:\\my data\\\\\"");
const QByteArray execOfHidden = "Exec=\"/opt/my apps/bilrost\" \"--hidden\"\n";

} // namespace

class LoginStartTest : public QObject {
    Q_OBJECT
private slots:
    void nothingIsWrittenBeforeItIsAsked()
    {
        const QTemporaryDir home;
        QVERIFY(!XdgAutostart(home.path()).isOn());
        QVERIFY(!LaunchAgent(home.path()).isOn());
        QVERIFY(QDir(home.path()).isEmpty());
    }

    void desktopEntryStartsTheProgram()
    {
        const QTemporaryDir home;
        XdgAutostart entry(home.path());
        QVERIFY(entry.turnOn(hiddenStart).has_value());
        QVERIFY(entry.isOn());
        const QByteArray text = contentOf(home.filePath(QStringLiteral("autostart/org.bilrost.Bilrost.desktop")));
        QVERIFY(text.startsWith("[Desktop Entry]\n"));
        QVERIFY2(text.contains(execOfHidden), text.constData());
    }

    // A shell takes the quotes of the Exec key for its own, so it can say what the words come to.
    void awkwardArgumentsSurviveTheQuotes()
    {
        QString quoted = quotedForExec(awkwardWord);
        quoted.replace(QStringLiteral("%%"), QStringLiteral("%"));
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("printf '%s' ") + quoted});
        if (!shell.waitForFinished())
            QSKIP("There is no shell here.");
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), awkwardWord);
    }

    void entryThatTheDesktopSwitchedOffCountsAsOff()
    {
        const QTemporaryDir home;
        XdgAutostart entry(home.path());
        QVERIFY(entry.turnOn(hiddenStart).has_value());
        QByteArray text = contentOf(entry.file());
        text.replace("X-GNOME-Autostart-enabled=true", "X-GNOME-Autostart-enabled=false");
        QFile file(entry.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(!entry.isOn());
    }

    void turningOffRemovesEveryTrace()
    {
        const QTemporaryDir home;
        XdgAutostart entry(home.path());
        QVERIFY(entry.turnOn(hiddenStart).has_value());
        QVERIFY(entry.turnOff().has_value());
        QCOMPARE(filesIn(home.filePath(QStringLiteral("autostart"))), 0);
        QVERIFY(entry.turnOff().has_value()); // off already
        LaunchAgent agent(home.path());
        QVERIFY(agent.turnOn(hiddenStart).has_value());
        QVERIFY(agent.turnOff().has_value());
        QCOMPARE(filesIn(home.filePath(QStringLiteral("Library/LaunchAgents"))), 0);
    }

    void anUpdateMovesTheEntryToTheNewProgram()
    {
        const QTemporaryDir home;
        XdgAutostart entry(home.path());
        QVERIFY(entry.turnOn(hiddenStart).has_value());
        QVERIFY(entry.turnOn({QStringLiteral("/opt/new/bilrost"), {}}).has_value());
        QCOMPARE(filesIn(home.filePath(QStringLiteral("autostart"))), 1);
        QVERIFY(contentOf(entry.file()).contains(execOfUpdate));
    }

    void launchAgentRunsAtLogin()
    {
        const QTemporaryDir home;
        LaunchAgent agent(home.path());
        QVERIFY(agent.turnOn({QStringLiteral("/Applications/A & B.app/bilrost"), hiddenStart.arguments}).has_value());
        QVERIFY(agent.isOn());
        const QByteArray text = contentOf(agent.file());
        QVERIFY2(text.contains("<string>/Applications/A &amp; B.app/bilrost</string>"), text.constData());
        QVERIFY(text.contains("<string>--hidden</string>"));
    }

    void runKeyHoldsOneCommandLine()
    {
        const QTemporaryDir home;
        const QString file = home.filePath(QStringLiteral("run.ini"));
        RunKey key(file, QSettings::IniFormat);
        QVERIFY(!key.isOn());
        QVERIFY(key.turnOn(hiddenStart).has_value());
        QVERIFY(RunKey(file, QSettings::IniFormat).isOn());
        QVERIFY(key.turnOff().has_value());
        QVERIFY(!RunKey(file, QSettings::IniFormat).isOn());
    }

    void backslashesBeforeTheLastQuotationMarkAreDoubled()
    {
        const StartCommand command{QStringLiteral("bilrost"),
                                   {QStringLiteral("--data-dir"), QStringLiteral("C:\\my data\\")}};
        QCOMPARE(quotedCommandLine(command), commandLine);
    }

    void folderThatCannotBeWrittenIsAnError()
    {
        const QTemporaryDir home;
        QFile inTheWay(home.filePath(QStringLiteral("autostart")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        const auto result = XdgAutostart(home.path()).turnOn(hiddenStart);
        QVERIFY(!result.has_value());
        QVERIFY(result.error().message.find("org.bilrost.Bilrost.desktop") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(LoginStartTest)
#include "tst_login_start.moc"
