// What was removed in the window can be brought back from its bar, by its button and by Ctrl+Z.
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include "tests/ui/window_fixture.h"
#include "ui/pages/page.h"
#include "ui/shell/undo_bar.h"

using gateway::api::RemovableKind;
using gateway::api::RemovedView;
using ui::shell::UndoBar;

namespace {

struct BarFixture : WindowFixture {
    std::unique_ptr<ui::MainWindow> main = window();
    UndoBar *bar = main->findChild<UndoBar *>(QStringLiteral("undo_bar"));

    BarFixture()
    {
        main->activateWindow();
        if (!QTest::qWaitForWindowActive(main.get()))
            qFatal("the window does not become active");
    }
    void removeProvider()
    {
        gateway.removals().remove({RemovableKind::Provider, QStringLiteral("anthropic")},
                                  [](const gateway::Result<RemovedView> &) {});
    }
    QString text(const char *name) { return main->findChild<QLabel *>(QLatin1String(name))->text(); }
    QPushButton *button(const char *name) { return main->findChild<QPushButton *>(QLatin1String(name)); }
    bool hasProvider() const
    {
        for (const auto &provider : gateway.storedProviders) {
            if (provider.name == QLatin1String("anthropic"))
                return true;
        }
        return false;
    }
};

} // namespace

class UndoBarTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhatWasRemovedAndBringsItBack()
    {
        BarFixture fixture;
        QVERIFY(fixture.bar->isHidden());
        fixture.removeProvider();
        QVERIFY(fixture.bar->isVisible());
        QVERIFY(fixture.text("undo_what").contains(QStringLiteral("Anthropic")));
        QVERIFY(fixture.text("undo_meaning").contains(QStringLiteral("anthropic/")));
        QCOMPARE(fixture.bar->accessibleName(), fixture.text("undo_what"));
        QVERIFY(!fixture.hasProvider());
        fixture.button("undo_removal")->click();
        QVERIFY(fixture.hasProvider());
        QVERIFY(fixture.bar->isHidden());
    }

    void controlZUndoesWhileTheBarShows()
    {
        BarFixture fixture;
        QTest::keyClick(fixture.main.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(fixture.gateway.fakeRemovals.undos, 0);
        fixture.removeProvider();
        QTest::keyClick(fixture.main.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(fixture.hasProvider());
    }

    void controlZInAFieldUndoesItsTypingFirst()
    {
        BarFixture fixture;
        fixture.main->showPage(1);
        auto *field = fixture.main->findChild<QLineEdit *>(QStringLiteral("requestFilter"));
        QVERIFY(field != nullptr);
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("abc"));
        fixture.removeProvider();
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(field->text() != QStringLiteral("abc"));
        QVERIFY(!fixture.hasProvider());
        while (field->isUndoAvailable())
            field->undo();
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier); // nothing of its own is left to undo
        QVERIFY(fixture.hasProvider());
    }

    void menuUndoesTheRemovalToo()
    {
        BarFixture fixture;
        fixture.removeProvider();
        fixture.main->findChild<QAction *>(QStringLiteral("action_undo"))->trigger();
        QVERIFY(fixture.hasProvider());
    }

    void dismissingEndsTheUndo()
    {
        BarFixture fixture;
        fixture.removeProvider();
        fixture.button("dismiss_undo")->click();
        QVERIFY(fixture.bar->isHidden());
        QVERIFY(!fixture.gateway.removals().undoable());
        QVERIFY(!fixture.hasProvider());
    }

    void goesWhenTheTimeIsOver()
    {
        BarFixture fixture;
        fixture.removeProvider();
        fixture.gateway.removals().endUndo(); // as the gateway does
        QVERIFY(fixture.bar->isHidden());
    }

    void failureIsSaidAndCanBeTriedAgain()
    {
        BarFixture fixture;
        fixture.removeProvider();
        fixture.gateway.fakeRemovals.failNextUndo(
            gateway::Error::client(gateway::ErrorCode::Conflict, "There is another provider of that name now."));
        fixture.button("undo_removal")->click();
        QVERIFY(fixture.bar->isVisible());
        QVERIFY(fixture.text("undo_meaning").contains(QStringLiteral("another provider")));
        QVERIFY(fixture.button("undo_removal")->isEnabled());
        fixture.button("undo_removal")->click();
        QVERIFY(fixture.hasProvider());
    }

    void namesEachKind_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("words");
        QTest::newRow("key") << int(RemovableKind::ProviderKey) << QStringLiteral("work")
                             << QStringLiteral("Key “work”");
        QTest::newRow("alias") << int(RemovableKind::RoutingRule) << QStringLiteral("r1")
                               << QStringLiteral("Alias “medium”");
        QTest::newRow("rule") << int(RemovableKind::RoutingRule) << QStringLiteral("r2")
                              << QStringLiteral("Rule “Near the budget”");
        QTest::newRow("virtual key") << int(RemovableKind::VirtualKey) << QStringLiteral("v1")
                                     << QStringLiteral("Virtual key “codex”");
        QTest::newRow("limit") << int(RemovableKind::Limit) << QStringLiteral("l1")
                               << QStringLiteral("Limit of 10 requests a day");
        QTest::newRow("team") << int(RemovableKind::Team) << QStringLiteral("t1") << QStringLiteral("Team “research”");
        QTest::newRow("customer") << int(RemovableKind::Customer) << QStringLiteral("c1")
                                  << QStringLiteral("Customer “contoso”");
    }

    void namesEachKind()
    {
        QFETCH(int, kind);
        QFETCH(QString, id);
        QFETCH(QString, words);
        BarFixture fixture;
        gateway::api::RoutingRuleView alias;
        alias.id = QStringLiteral("r1");
        alias.name = QStringLiteral("medium");
        alias.expression = QStringLiteral("model == \u0022medium\u0022");
        gateway::api::RoutingRuleView rule;
        rule.id = QStringLiteral("r2");
        rule.name = QStringLiteral("Near the budget");
        rule.expression = QStringLiteral("budget_used > 90");
        fixture.gateway.setRules({alias, rule});
        gateway::api::VirtualKeyView key;
        key.id = QStringLiteral("v1");
        key.name = QStringLiteral("codex");
        fixture.gateway.fakeGovernance.setKeys({key});
        gateway::api::LimitView limit;
        limit.id = QStringLiteral("l1");
        limit.most = 10;
        fixture.gateway.fakeGovernance.storedTeams = {
            {QStringLiteral("t1"), QStringLiteral("research"), {}, {limit}, {}, {}}};
        fixture.gateway.fakeGovernance.storedCustomers = {
            {QStringLiteral("c1"), QStringLiteral("contoso"), {}, {}, {}}};
        fixture.gateway.removals().remove({static_cast<RemovableKind>(kind), id, QStringLiteral("anthropic")},
                                          [](const gateway::Result<RemovedView> &) {});
        QVERIFY2(fixture.text("undo_what").startsWith(words), qPrintable(fixture.text("undo_what")));
    }
};

QTEST_MAIN(UndoBarTest)
#include "tst_undo_bar.moc"
