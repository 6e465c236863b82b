// Programs are pointed at the gateway and back: with a safety copy, and never over a change that nobody saw.
#include "app/clients/client_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

using namespace app::clients;
using gateway::ErrorCode;
using ui::ClientPlan;
using ui::ClientState;
using ui::ClientTool;

namespace {

const QString here = QStringLiteral("http://127.0.0.1:8080");
const QString word = QStringLiteral("bilrost");

struct Computer {
    QTemporaryDir folder;
    QHash<QString, QString> environment;
    ClientFiles files{ClientPlaces{folder.filePath(QStringLiteral("home")), folder.filePath(QStringLiteral("copies")),
                                   [](const QString &) { return QString(); },
                                   [this](const QString &name) { return environment.value(name); }}};

    QString path(const QByteArray &name) const
    {
        return folder.filePath(QStringLiteral("home/") + QString::fromLatin1(name));
    }
    void write(const QByteArray &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name.constData());
    }
    QByteArray read(const QByteArray &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    ClientTool tool(const QByteArray &id) const
    {
        for (const ClientTool &each : files.tools(here)) {
            if (each.id == QString::fromLatin1(id))
                return each;
        }
        return {};
    }
    void connectTool(const QByteArray &id)
    {
        const ClientPlan plan = files.connectPlan(QString::fromLatin1(id), here, word);
        if (const auto applied = files.apply(QString::fromLatin1(id), plan); !applied)
            qFatal("%s", applied.error().message.c_str());
    }
};

} // namespace

class ClientFilesTest : public QObject {
    Q_OBJECT
private slots:
    void connectsAndRestoresEach_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *id, const char *file, const char *before, const char *words) {
            QTest::newRow(id) << QByteArray(id) << QByteArray(file) << QByteArray(before) << QByteArray(words);
        };
        row("claude-code", ".claude/settings.json", "{\n  \u0022model\u0022: \u0022opus\u0022\n}\n",
            "\u0022ANTHROPIC_BASE_URL\u0022: \u0022http://127.0.0.1:8080/anthropic\u0022");
        row("codex", ".codex/config.toml",
            "model = \u0022gpt-5.4\u0022\n\n[mcp_servers.docs]\ncommand = \u0022x\u0022\n",
            "base_url = \u0022http://127.0.0.1:8080/openai/v1\u0022");
        row("gemini-cli", ".gemini/.env", "OTHER=1\n",
            "GOOGLE_GEMINI_BASE_URL=\u0022http://127.0.0.1:8080/genai\u0022");
        row("qwen-code", ".qwen/.env", "OPENAI_API_KEY=mine\n",
            "OPENAI_BASE_URL=\u0022http://127.0.0.1:8080/openai/v1\u0022");
        row("opencode", ".config/opencode/opencode.json", "{ /* mine */ \u0022theme\u0022: \u0022dark\u0022 }",
            "\u0022baseURL\u0022: \u0022http://127.0.0.1:8080/anthropic/v1\u0022");
    }

    void connectsAndRestoresEach()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, words);
        Computer computer;
        QCOMPARE(computer.tool(id).state, ClientState::NotFound);
        computer.write(file, before);
        QCOMPARE(computer.tool(id).state, ClientState::NotConnected);

        computer.connectTool(id);
        QVERIFY2(computer.read(file).contains(words), computer.read(file).constData());
        QCOMPARE(computer.tool(id).state, ClientState::Connected);
        QVERIFY(computer.tool(id).hasSafetyCopy);
        QVERIFY(computer.files.connectPlan(QString::fromLatin1(id), here, word).files.isEmpty());

        const ClientPlan back = computer.files.restorePlan(QString::fromLatin1(id));
        QVERIFY(back.warnings.isEmpty());
        QVERIFY(computer.files.apply(QString::fromLatin1(id), back).has_value());
        QCOMPARE(computer.read(file), before);
        QCOMPARE(computer.tool(id).state, ClientState::NotConnected);
        QVERIFY(!computer.tool(id).hasSafetyCopy);
    }

    void removesFilesThatItMade()
    {
        Computer computer;
        computer.connectTool("gemini-cli");
        QVERIFY(QFile::exists(computer.path(".gemini/settings.json")));
        const auto permissions = QFileInfo(computer.path(".gemini/.env")).permissions();
        QVERIFY(!permissions.testAnyFlags(QFileDevice::ReadGroup | QFileDevice::ReadOther));
        QVERIFY(
            computer.files.apply(QStringLiteral("gemini-cli"), computer.files.restorePlan(QStringLiteral("gemini-cli")))
                .has_value());
        QVERIFY(!QFile::exists(computer.path(".gemini/settings.json")));
        QVERIFY(!QFile::exists(computer.path(".gemini/.env")));
    }

    void keepsTheFirstCopyWhenTheAddressChanges()
    {
        Computer computer;
        const QByteArray before = "{}\n";
        computer.write(".claude/settings.json", before);
        computer.connectTool("claude-code");
        const QString other = QStringLiteral("http://127.0.0.1:8081");
        QCOMPARE(computer.files.tools(other).first().state, ClientState::Elsewhere);
        QCOMPARE(computer.files.tools(other).first().otherAddress, here + QStringLiteral("/anthropic"));
        const ClientPlan plan = computer.files.connectPlan(QStringLiteral("claude-code"), other, word);
        QVERIFY(computer.files.apply(QStringLiteral("claude-code"), plan).has_value());
        QCOMPARE(computer.files.tools(other).first().state, ClientState::Connected);
        const ClientPlan back = computer.files.restorePlan(QStringLiteral("claude-code"));
        QVERIFY(back.warnings.isEmpty());
        QCOMPARE(back.files.first().after, before);
    }

    void writesNothingOverAChangeThatNobodySaw()
    {
        Computer computer;
        computer.write(".claude/settings.json", "{}\n");
        const ClientPlan plan = computer.files.connectPlan(QStringLiteral("claude-code"), here, word);
        computer.write(".claude/settings.json", "{\u0022a\u0022: 1}\n");
        const auto applied = computer.files.apply(QStringLiteral("claude-code"), plan);
        QCOMPARE(applied.error().code, ErrorCode::Conflict);
        QCOMPARE(computer.read(".claude/settings.json"), QByteArray("{\u0022a\u0022: 1}\n"));
        QVERIFY(!computer.tool("claude-code").hasSafetyCopy);
    }

    void saysWhatARestoreWouldLose()
    {
        Computer computer;
        computer.connectTool("claude-code");
        computer.write(".claude/settings.json", computer.read(".claude/settings.json") + "\n");
        const ClientPlan back = computer.files.restorePlan(QStringLiteral("claude-code"));
        QCOMPARE(back.warnings.size(), 1);
        QVERIFY(back.warnings.first().contains(QStringLiteral("settings.json")));
    }

    void leavesWhatItCannotReadAlone()
    {
        Computer computer;
        computer.write(".claude/settings.json", "{ \u0022env\u0022: ");
        QCOMPARE(computer.tool("claude-code").state, ClientState::Unreadable);
        const ClientPlan plan = computer.files.connectPlan(QStringLiteral("claude-code"), here, word);
        QVERIFY(plan.problem.contains(QStringLiteral("line 1")));
        QVERIFY(!computer.files.snippet(QStringLiteral("claude-code"), here, word).isEmpty());
    }

    void namesVariablesThatCountBeforeTheFile()
    {
        Computer computer;
        computer.environment.insert(QStringLiteral("GEMINI_API_KEY"), QStringLiteral("x"));
        const ClientPlan plan = computer.files.connectPlan(QStringLiteral("gemini-cli"), here, word);
        QCOMPARE(plan.warnings.size(), 1);
        QVERIFY(plan.warnings.first().contains(QStringLiteral("GEMINI_API_KEY")));
    }

    void writesThroughALink()
    {
        Computer computer;
        computer.write("dotfiles/claude.json", "{}\n");
        QDir().mkpath(computer.path(".claude"));
        QVERIFY(QFile::link(computer.path("dotfiles/claude.json"), computer.path(".claude/settings.json")));
        computer.connectTool("claude-code");
        QVERIFY(QFileInfo(computer.path(".claude/settings.json")).isSymLink());
        QVERIFY(computer.read("dotfiles/claude.json").contains("ANTHROPIC_BASE_URL"));
    }

    void codexWithAnotherProviderIsNotConnected()
    {
        Computer computer;
        computer.connectTool("codex");
        QByteArray text = computer.read(".codex/config.toml");
        computer.write(".codex/config.toml",
                       text.replace("model_provider = \u0022bilrost\u0022", "model_provider = \u0022openai\u0022"));
        QCOMPARE(computer.tool("codex").state, ClientState::NotConnected);
    }
};

QTEST_GUILESS_MAIN(ClientFilesTest)
#include "tst_client_files.moc"
