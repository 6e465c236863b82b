// The Clients page shows what would be written before it is, writes only what was shown, and brings it back.
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include "tests/support/fake_client_setup.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/line_diff.h"
#include "ui/pages/clients_page.h"

using ui::ClientState;
using ui::models::DiffLine;
using ui::pages::ClientsPage;

namespace {

struct PageFixture : WindowFixture {
    support::FakeClientSetup setup;
    ClientsPage page{gateway, setup, theme};

    PageFixture()
    {
        page.resize(1100, 700);
        page.show();
    }
    QPushButton *button(const char *name) { return page.findChild<QPushButton *>(QLatin1String(name)); }
    QString text(const char *name) { return page.findChild<QLabel *>(QLatin1String(name))->text(); }
    QString diff() { return page.findChild<QPlainTextEdit *>(QStringLiteral("client_diff"))->toPlainText(); }
    QLineEdit *key() { return page.findChild<QLineEdit *>(QStringLiteral("client_key")); }
    void choose(int row)
    {
        auto *list = page.findChild<QListView *>(QStringLiteral("client_list"));
        list->setCurrentIndex(list->model()->index(row, 0));
    }
};

} // namespace

class ClientsPageTest : public QObject {
    Q_OBJECT
private slots:
    void showsTheChangeAndWritesOnlyOnApply()
    {
        PageFixture fixture;
        fixture.choose(1);
        QCOMPARE(fixture.text("client_name"), QStringLiteral("Codex"));
        QVERIFY2(fixture.diff().contains(QStringLiteral("+ url = http://127.0.0.1:8080")), qPrintable(fixture.diff()));
        QVERIFY(fixture.diff().contains(QStringLiteral("- url = old")));
        QVERIFY(fixture.setup.applied.isEmpty());
        fixture.button("apply_client")->click();
        QCOMPARE(fixture.setup.applied, QStringList{QStringLiteral("codex")});
        QVERIFY(fixture.text("client_foot").contains(QStringLiteral("Codex")));
        QVERIFY(!fixture.button("apply_client")->isEnabled()); // nothing is left to write
        QVERIFY(fixture.text("client_facts").contains(QStringLiteral("2 of 2")));
    }

    void keyIsPartOfWhatIsShown()
    {
        PageFixture fixture;
        fixture.choose(1);
        QVERIFY(fixture.diff().contains(QStringLiteral("key = bilrost")));
        fixture.key()->setText(QStringLiteral("tool-word"));
        QVERIFY(fixture.diff().contains(QStringLiteral("key = tool-word")));
        fixture.key()->setText(QStringLiteral("sk-bf-0123456789abcdefghijklmnop"));
        QVERIFY2(!fixture.diff().contains(QStringLiteral("abcdefghijklmnop")), qPrintable(fixture.diff()));
    }

    void aKeyIsNeededWhereEveryToolNeedsOne()
    {
        PageFixture fixture;
        fixture.gateway.fakeGovernance.isRequired = true;
        fixture.choose(1);
        QVERIFY(!fixture.button("apply_client")->isEnabled());
        QVERIFY(fixture.text("client_key_hint").contains(QStringLiteral("virtual key")));
        fixture.key()->setText(QStringLiteral("sk-bf-0123456789abcdefghijklmnop"));
        QVERIFY(fixture.button("apply_client")->isEnabled());
    }

    void restoreIsShownBeforeItIsDone()
    {
        PageFixture fixture;
        fixture.choose(0);
        QVERIFY(fixture.button("start_restore")->isVisible());
        fixture.button("start_restore")->click();
        QVERIFY(fixture.diff().contains(QStringLiteral("+ as it was")));
        fixture.button("leave_restore")->click();
        QVERIFY(!fixture.diff().contains(QStringLiteral("as it was")));
        fixture.button("start_restore")->click();
        fixture.button("apply_client")->click();
        QCOMPARE(fixture.setup.restored, QStringList{QStringLiteral("claude-code")});
        QVERIFY(!fixture.button("start_restore")->isVisible());
        QVERIFY(!fixture.button("leave_restore")->isVisible());
    }

    void failureIsSaid()
    {
        PageFixture fixture;
        fixture.choose(1);
        fixture.setup.nextError =
            gateway::Error::client(gateway::ErrorCode::Conflict, "The file has changed just now.");
        fixture.button("apply_client")->click();
        QVERIFY(fixture.text("client_foot").contains(QStringLiteral("changed just now")));
        QVERIFY(fixture.button("apply_client")->isEnabled());
    }

    void problemsStandInTheWay()
    {
        PageFixture fixture;
        fixture.setup.problem = QStringLiteral("The file is not valid TOML at line 7.");
        fixture.choose(1);
        QCOMPARE(fixture.text("client_problem"), fixture.setup.problem);
        QVERIFY(!fixture.button("apply_client")->isEnabled());
        QVERIFY(fixture.button("copy_snippet")->isEnabled());
    }

    void anotherAddressAsksForALook()
    {
        PageFixture fixture;
        QVERIFY(!fixture.page.needsAttention());
        QSignalSpy attention(&fixture.page, &ui::pages::Page::attentionChanged);
        auto status = fixture.gateway.currentStatus;
        status.baseUrl = QStringLiteral("http://127.0.0.1:8081");
        fixture.gateway.setStatus(status);
        QVERIFY(fixture.page.needsAttention()); // Claude Code still asks the port before
        QCOMPARE(attention.count(), 1);
    }

    void diffShowsLinesAroundChanges()
    {
        const auto diff = ui::models::lineDiff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\nsix\n7\n8\n9\n", 1);
        QCOMPARE(diff.added, 2);
        QCOMPARE(diff.removed, 1);
        const QList<DiffLine> expected{{DiffLine::Kind::Gap, 0, {}},
                                       {DiffLine::Kind::Same, 5, QStringLiteral("5")},
                                       {DiffLine::Kind::Removed, 6, QStringLiteral("6")},
                                       {DiffLine::Kind::Added, 6, QStringLiteral("six")},
                                       {DiffLine::Kind::Same, 7, QStringLiteral("7")},
                                       {DiffLine::Kind::Same, 8, QStringLiteral("8")},
                                       {DiffLine::Kind::Added, 9, QStringLiteral("9")}};
        QCOMPARE(diff.lines, expected);
        QVERIFY(ui::models::lineDiff("a\n", "a\n").added == 0);
    }
};

QTEST_MAIN(ClientsPageTest)
#include "tst_clients_page.moc"
