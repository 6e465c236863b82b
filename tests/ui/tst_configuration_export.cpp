// File > Export configuration…: what is written, and what is said of it.
#include "tests/support/fake_gateway.h"
#include "tests/support/scripted_prompt.h"
#include "ui/shell/configuration_export.h"

#include <QFile>
#include <QTemporaryDir>
#include <QWidget>
#include <QTest>

class ConfigurationExportTest : public QObject {
    Q_OBJECT

private slots:
    void writesWhatTheGatewayExports();
    void leavesEverythingWhenNoFileIsChosen();
    void saysWhyAFileCannotBeWritten();

private:
    ui::shell::FileChoice choosing(const QString &path)
    {
        return [path](QWidget *, const QString &) { return path; };
    }

    support::FakeGateway m_gateway;
    support::ScriptedPrompt m_prompt;
    QWidget m_window;
    QTemporaryDir m_folder;
};

void ConfigurationExportTest::writesWhatTheGatewayExports()
{
    m_gateway.exportedConfiguration = "{\n \x22version\x22: 2\n}\n";
    const QString path = m_folder.filePath(QStringLiteral("config.json"));
    ui::shell::exportConfiguration(m_window, m_gateway, m_prompt, choosing(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), m_gateway.exportedConfiguration);
    QCOMPARE(m_prompt.questions.size(), 1);
    QVERIFY(m_prompt.questions.front().title.contains(QStringLiteral("config.json")));
    QVERIFY(m_prompt.questions.front().text.contains(QStringLiteral("no secrets")));
}

void ConfigurationExportTest::leavesEverythingWhenNoFileIsChosen()
{
    m_prompt.questions.clear();
    ui::shell::exportConfiguration(m_window, m_gateway, m_prompt, choosing({}));
    QVERIFY(m_prompt.questions.isEmpty());
}

void ConfigurationExportTest::saysWhyAFileCannotBeWritten()
{
    m_prompt.questions.clear();
    const QString path = m_folder.filePath(QStringLiteral("no/such/folder/config.json"));
    ui::shell::exportConfiguration(m_window, m_gateway, m_prompt, choosing(path));
    QCOMPARE(m_prompt.questions.size(), 1);
    QVERIFY(m_prompt.questions.front().text.contains(path));
}

QTEST_MAIN(ConfigurationExportTest)
#include "tst_configuration_export.moc"
