// The Routes page: aliases and rules in their order, their editor, the simulator, the health board.
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

#include "tests/support/sample_routes.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/route_steps.h"
#include "ui/models/route_words.h"
#include "ui/models/routing_rule_model.h"
#include "ui/models/target_health_model.h"
#include "ui/pages/route_editor.h"
#include "ui/pages/route_target_row.h"
#include "ui/pages/routes_page.h"
#include "ui/pages/simulator_pane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/route_steps_view.h"
#include "ui/widgets/state_label.h"

using gateway::RequestState;
using gateway::api::ExpressionProblem;
using gateway::api::RoutingRuleView;
using ui::models::RoutingRuleModel;
using ui::pages::RouteEditor;
using ui::pages::RoutesPage;
using ui::pages::RouteTargetRow;

namespace {

// Here and not in the class below, in which moc cannot read them.
const QString quotedAlias = QStringLiteral("deep \"one\"");
const QString quotedExpression = QStringLiteral("model == \"deep \\\"one\\\"\"");
const QString openText = QStringLiteral(" == \"mod");

struct PageFixture : WindowFixture {
    PageFixture(bool hasRules = true)
    {
        if (hasRules)
            support::fillWithRoutes(gateway);
        page = std::make_unique<RoutesPage>(gateway, gateway.fakeRemovals, theme, prompt, ui::pages::ViewSettings{});
        page->resize(1200, 800);
        page->show();
        list = page->findChild<QListView *>(QStringLiteral("route_list"));
        editor = page->findChild<RouteEditor *>();
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return page->findChild<Widget *>(QLatin1String(name));
    }
    void click(const char *name) const { find<QPushButton>(name)->click(); }
    const RoutingRuleView &lastSaved() const { return gateway.savedRules.back().rule; }
    QList<RouteTargetRow *> rows() const
    {
        QList<RouteTargetRow *> shown = editor->findChildren<RouteTargetRow *>();
        shown.removeIf([](const RouteTargetRow *row) { return row->isHidden(); });
        return shown;
    }
    void selectRow(int row) const { list->setCurrentIndex(list->model()->index(row, 0)); }

    std::unique_ptr<RoutesPage> page;
    QListView *list = nullptr;
    RouteEditor *editor = nullptr;
};

// The pointer with the left button down; QTest's own moves the system's pointer, which not every platform has.
void pullTo(QWidget *widget, const QPoint &place)
{
    QMouseEvent event(QEvent::MouseMove, place, widget->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(widget, &event);
}

RoutingRuleView ruleOf(const QString &id, const QString &scope = QStringLiteral("global"))
{
    RoutingRuleView rule;
    rule.id = rule.name = id;
    rule.scope = scope;
    rule.targets = {{QStringLiteral("openai"), QStringLiteral("gpt"), {}, 1.0, {}}};
    return rule;
}

} // namespace

class RoutesPageTest : public QObject {
    Q_OBJECT
private slots:
    void emptyPageSaysWhatToDo()
    {
        PageFixture fixture(false);
        QVERIFY(fixture.find<QLabel>("routes_empty")->isVisible());
        QVERIFY(!fixture.list->isVisible());
        fixture.click("make_alias");
        QVERIFY(!fixture.find<QLabel>("routes_empty")->isVisible());
        QVERIFY(fixture.find<QLineEdit>("route_alias")->isVisible());
        QVERIFY(!fixture.find<QPushButton>("route_save")->isEnabled());
    }

    void modelKeepsTheRulesWhileRowsComeAndGo()
    {
        RoutingRuleModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<RoutingRuleView> rules{ruleOf(QStringLiteral("a")), ruleOf(QStringLiteral("b")),
                                     ruleOf(QStringLiteral("c"))};
        model.setRules(rules);
        rules.removeAt(0);
        rules.append(ruleOf(QStringLiteral("d")));
        rules.move(2, 0);
        model.setRules(rules);
        QCOMPARE(model.rowCount(), 3);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(model.ruleAt(row)->id, rules.at(row).id);
        model.setRules({});
        QCOMPARE(model.rowCount(), 0);
    }

    void rowsSayWhatTheyDoInWords()
    {
        PageFixture fixture;
        const QAbstractItemModel *model = fixture.list->model();
        QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("medium"));
        const QString spoken = model->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QStringLiteral("Alias")) && spoken.contains(QStringLiteral("90%")),
                 qPrintable(spoken));
        const QString rule = model->index(2, 0).data(RoutingRuleModel::SubtitleRole).toString();
        QVERIFY(rule.startsWith(QStringLiteral("budget_used > 90")));
    }

    void newAliasBecomesARuleWithTheRightExpression()
    {
        PageFixture fixture;
        fixture.click("new_alias");
        fixture.find<QLineEdit>("route_alias")->setText(quotedAlias);
        RouteTargetRow *row = fixture.rows().first();
        auto *provider = row->findChild<QComboBox *>(QStringLiteral("target_provider"));
        QVERIFY(provider->findData(QString()) < 0); // an alias names its provider
        provider->setCurrentIndex(provider->findData(QStringLiteral("openai")));
        QVERIFY(!fixture.find<QPushButton>("route_save")->isEnabled()); // without a model
        row->findChild<QLineEdit *>(QStringLiteral("target_model"))->setText(QStringLiteral("gpt-5.4"));
        row->findChild<QDoubleSpinBox *>(QStringLiteral("target_limit"))->setValue(2.5);
        fixture.click("route_save");
        const RoutingRuleView &saved = fixture.lastSaved();
        QCOMPARE(saved.name, quotedAlias);
        QCOMPARE(saved.expression, quotedExpression);
        QCOMPARE(saved.targets.size(), 1);
        QCOMPARE(saved.targets.first().provider, QStringLiteral("openai"));
        QCOMPARE(saved.targets.first().model, QStringLiteral("gpt-5.4"));
        QCOMPARE(saved.targets.first().weight, 1.0);
        QCOMPARE(saved.targets.first().firstTokenLimitMs.value_or(0), 2'500);
        QCOMPARE(fixture.list->currentIndex().data().toString(), quotedAlias);
        QVERIFY(!fixture.find<QPushButton>("route_save")->isVisible());
    }

    void sharesOfSeveralTargetsAddUpToOne()
    {
        PageFixture fixture;
        fixture.selectRow(0);
        QCOMPARE(fixture.rows().size(), 3); // two that are drawn, one fallback
        fixture.click("add_target");
        RouteTargetRow *added = nullptr;
        for (RouteTargetRow *row : fixture.rows()) {
            if (row->findChild<QLineEdit *>(QStringLiteral("target_model"))->text().isEmpty())
                added = row;
        }
        QVERIFY(added != nullptr);
        added->findChild<QLineEdit *>(QStringLiteral("target_model"))->setText(QStringLiteral("third"));
        added->findChild<QSpinBox *>(QStringLiteral("target_share"))->setValue(100);
        fixture.click("route_save");
        double total = 0;
        for (const auto &target : fixture.lastSaved().targets)
            total += target.weight;
        QVERIFY(qAbs(total - 1.0) < 1e-9);
        QCOMPARE(fixture.lastSaved().targets.last().weight, 0.5);
        QCOMPARE(fixture.lastSaved().fallbacks.size(), 1);
    }

    void targetsAreDraggedToAnotherPlace()
    {
        PageFixture fixture;
        fixture.selectRow(0);
        const auto before = fixture.gateway.storedRules.first().targets;
        RouteTargetRow *first = nullptr;
        for (RouteTargetRow *row : fixture.rows()) {
            if (row->target().model == before.first().model)
                first = row;
        }
        QVERIFY(first != nullptr);
        auto *number = first->findChild<QLabel *>(QStringLiteral("target_number"));
        const QPoint start = number->rect().center();
        QTest::mousePress(number, Qt::LeftButton, {}, start);
        pullTo(number, start + QPoint(0, first->height() / 4)); // not far enough
        QVERIFY(!fixture.editor->hasChanges());
        pullTo(number, start + QPoint(0, first->height() + 10));
        QVERIFY(fixture.editor->hasChanges());
        QTest::mouseRelease(number, Qt::LeftButton, {}, number->rect().center());
        pullTo(number, start + QPoint(0, -2 * first->height())); // it was let go
        fixture.click("route_save");
        const auto after = fixture.lastSaved().targets;
        QCOMPARE(after.size(), before.size());
        QCOMPARE(after.first().model, before.last().model);
        QCOMPARE(after.last().model, before.first().model);
        QCOMPARE(after.last().weight, before.first().weight); // its share goes with it
    }

    void aRouteHasItsOwnPatienceAndCare()
    {
        PageFixture fixture;
        fixture.selectRow(0);
        QVERIFY(!fixture.editor->hasChanges());
        fixture.find<QDoubleSpinBox>("route_head")->setValue(4);
        fixture.find<QDoubleSpinBox>("route_idle")->setValue(0.5);
        auto *rescue = fixture.find<QComboBox>("route_rescue");
        rescue->setCurrentIndex(rescue->findData(static_cast<int>(gateway::api::Rescue::Off)));
        QVERIFY(!fixture.find<QSpinBox>("route_held_tokens")->isVisible());
        fixture.find<QComboBox>("route_hold")->setCurrentIndex(2);
        QVERIFY(fixture.find<QSpinBox>("route_held_tokens")->isVisible());
        fixture.find<QSpinBox>("route_held_tokens")->setValue(5);
        fixture.find<QComboBox>("route_hedge")->setCurrentIndex(1);
        fixture.find<QComboBox>("route_balance")->setCurrentIndex(2);
        fixture.click("route_save");
        const RoutingRuleView saved = fixture.lastSaved();
        QVERIFY(saved.limits == (gateway::api::LimitsView{std::nullopt, 4'000, std::nullopt, 500, std::nullopt}));
        QVERIFY(saved.care == (gateway::api::CareView{gateway::api::Rescue::Off, 0, 5, true}));
        // What was saved is shown again, and left alone it is no change.
        fixture.selectRow(1);
        fixture.selectRow(0);
        QVERIFY(!fixture.editor->hasChanges());
        QCOMPARE(fixture.find<QDoubleSpinBox>("route_head")->value(), 4.0);
        QCOMPARE(fixture.find<QComboBox>("route_hedge")->currentIndex(), 1);
    }

    void keepsWhatItDoesNotShow()
    {
        PageFixture fixture;
        RoutingRuleView rule = fixture.gateway.storedRules.first();
        rule.targets[0].weight = 0.905;
        rule.targets[1].weight = 0.095;
        rule.targets[0].firstTokenLimitMs = 1'234;
        rule.limits.totalMs = 61'234;
        rule.care.slowStartAfterMs = 1'234;
        rule.care.heldTokens = gateway::api::wholeAnswer;
        rule.expression = QStringLiteral(" model=='medium' ");
        rule.queryJson = QStringLiteral("{}");
        rule.priority = 77;
        fixture.gateway.setRules({rule});
        fixture.selectRow(0);
        QVERIFY(!fixture.editor->hasChanges());
        fixture.find<QCheckBox>("route_is_on")->setChecked(false);
        QVERIFY(fixture.editor->hasChanges());
        fixture.click("route_save");
        rule.isEnabled = false;
        QVERIFY(fixture.lastSaved() == rule);
    }

    void wrongExpressionPointsAtTheCharacterAndCannotBeSaved()
    {
        PageFixture fixture;
        fixture.selectRow(2);
        auto *expression = fixture.find<ui::widgets::ExpressionEdit>("route_expression");
        QVERIFY(expression->isVisible());
        QVERIFY(expression->extraSelections().isEmpty());
        fixture.gateway.expressionProblem = ExpressionProblem{QStringLiteral("There is no variable “modle”."), 4, 1, 5};
        expression->setPlainText(QStringLiteral("1 + modle"));
        QCOMPARE(expression->extraSelections().size(), 1);
        QCOMPARE(expression->extraSelections().first().cursor.selectedText(), QStringLiteral("modle"));
        QVERIFY(fixture.find<QLabel>("expression_problem")->text().contains(QStringLiteral("modle")));
        QVERIFY(fixture.find<ui::widgets::StateLabel>("expression_check")->text().contains(QStringLiteral("5")));
        QVERIFY(!fixture.find<QPushButton>("route_save")->isEnabled());
        fixture.gateway.expressionProblem.reset();
        expression->setPlainText(QStringLiteral("true"));
        QVERIFY(fixture.find<QPushButton>("route_save")->isEnabled());
    }

    void expressionCompletesVariables()
    {
        PageFixture fixture;
        ui::widgets::ExpressionEdit edit(fixture.theme);
        edit.setVariables(fixture.gateway.ruleVariables());
        edit.show();
        QTest::keyClicks(&edit, QStringLiteral("bud"));
        auto *offer = edit.findChild<QAbstractItemView *>(QStringLiteral("expression_completions"));
        if (offer == nullptr) { // the list is a window of its own
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                if (widget->objectName() == QLatin1String("expression_completions") && widget->isVisible())
                    offer = qobject_cast<QAbstractItemView *>(widget);
            }
        }
        QVERIFY(offer != nullptr && offer->isVisible());
        QCOMPARE(offer->currentIndex().data().toString(), QStringLiteral("budget_used"));
        QTest::keyClick(offer, Qt::Key_Return);
        QCOMPARE(edit.toPlainText(), QStringLiteral("budget_used"));
        QTest::keyClicks(&edit, openText);
        QVERIFY(!offer->isVisible()); // inside a text nothing is a name
    }

    void keysMoveTheSelectedRule()
    {
        PageFixture fixture;
        fixture.selectRow(0);
        fixture.list->setFocus();
        fixture.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.page.get()));
        const QString id = fixture.gateway.storedRules.first().id;
        QTest::keyClick(fixture.list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(fixture.gateway.orders.size(), 1);
        QCOMPARE(fixture.gateway.orders.first().indexOf(id), 1);
        QCOMPARE(fixture.list->currentIndex().row(), 1); // the selection goes with it
        QTest::keyClick(fixture.list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(fixture.gateway.orders.last().indexOf(id), 0);
    }

    void draggedRuleStaysInItsScope()
    {
        RoutingRuleModel model;
        model.setRules({ruleOf(QStringLiteral("k"), QStringLiteral("virtual_key")), ruleOf(QStringLiteral("a")),
                        ruleOf(QStringLiteral("b")), ruleOf(QStringLiteral("c"))});
        QSignalSpy wanted(&model, &RoutingRuleModel::orderWanted);
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(3)}));
        QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, 0, 0, {})); // the view must not remove the row
        QCOMPARE(wanted.count(), 1);
        const QStringList expected{QStringLiteral("k"), QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")};
        QCOMPARE(wanted.first().first().toStringList(), expected);
        QVERIFY(!model.moveTo(0, 3)); // the only one of its scope
        QVERIFY(!model.moveTo(3, 9));
        QCOMPARE(wanted.count(), 1);
    }

    void spaceSwitchesARule()
    {
        PageFixture fixture;
        fixture.selectRow(1);
        fixture.list->setFocus();
        QTest::keyClick(fixture.list, Qt::Key_Space);
        QCOMPARE(fixture.gateway.savedRules.size(), std::size_t(1));
        QVERIFY(!fixture.lastSaved().isEnabled);
        QCOMPARE(fixture.lastSaved().id, fixture.gateway.storedRules.at(1).id);
    }

    void unsavedChangesAreNotLostUnasked()
    {
        PageFixture fixture;
        fixture.selectRow(0);
        fixture.find<QLineEdit>("route_alias")->setText(QStringLiteral("other"));
        fixture.prompt.answers = {{0, false}, {1, false}};
        fixture.selectRow(1);
        QCOMPARE(fixture.prompt.questions.size(), 1);
        QCOMPARE(fixture.list->currentIndex().row(), 0);
        QCOMPARE(fixture.find<QLineEdit>("route_alias")->text(), QStringLiteral("other"));
        fixture.selectRow(1);
        QCOMPARE(fixture.list->currentIndex().row(), 1);
        QCOMPARE(fixture.find<QLineEdit>("route_alias")->text(), QStringLiteral("fast"));
    }

    void removingAsksNothingBecauseItCanBeUndone()
    {
        PageFixture fixture;
        fixture.selectRow(0);
        const qsizetype before = fixture.gateway.storedRules.size();
        fixture.click("route_remove");
        QVERIFY(fixture.prompt.questions.isEmpty());
        QCOMPARE(fixture.gateway.storedRules.size(), before - 1);
        QVERIFY(fixture.gateway.removals().undoable().has_value());
    }

    void failureToSaveIsSaidAndNothingIsLost()
    {
        PageFixture fixture;
        fixture.selectRow(0);
        fixture.find<QLineEdit>("route_alias")->setText(QStringLiteral("other"));
        fixture.gateway.failNext(gateway::Error::internal(gateway::ErrorCode::StorageFailed, "The disk is full."));
        fixture.click("route_save");
        QVERIFY(!fixture.find<ui::widgets::Banner>("route_banner")->isHidden());
        QVERIFY(fixture.editor->hasChanges());
        QVERIFY(fixture.find<QPushButton>("route_save")->isEnabled());
    }

    void aliasCanBeGivenOnlyOnce()
    {
        PageFixture fixture;
        fixture.click("new_alias");
        fixture.find<QLineEdit>("route_alias")->setText(QStringLiteral("medium"));
        fixture.rows().first()->findChild<QLineEdit *>(QStringLiteral("target_model"))->setText(QStringLiteral("m"));
        QVERIFY(!fixture.find<QPushButton>("route_save")->isEnabled());
        QVERIFY(!fixture.find<QLabel>("route_missing")->text().isEmpty());
    }

    void simulatorShowsEachStep()
    {
        PageFixture fixture;
        fixture.find<QPlainTextEdit>("simulator_request")->setPlainText(QStringLiteral("curl http://h/v1/models"));
        fixture.click("simulate");
        QCOMPARE(fixture.gateway.simulations.size(), std::size_t(1));
        QCOMPARE(fixture.gateway.simulations.front().pasted, QStringLiteral("curl http://h/v1/models"));
        const QString told = fixture.page->findChild<ui::widgets::RouteStepsView *>()->text();
        for (const char *words :
             {"Client asks for medium", "Near the budget", "(no)", "anthropic / claude-sonnet-5-5: 90%, drawn",
              "(chosen)", "Key personal may not use this model", "(stands by)"})
            QVERIFY2(told.contains(QLatin1String(words)),
                     qPrintable(QLatin1String(words) + QStringLiteral(" in ") + told));
        fixture.gateway.setRules(fixture.gateway.storedRules); // what is in force changed: asked again
        QCOMPARE(fixture.gateway.simulations.size(), std::size_t(2));
    }

    void simulatorSaysWhatItCannotRead()
    {
        PageFixture fixture;
        fixture.gateway.failNext(
            gateway::Error::client(gateway::ErrorCode::InvalidRequest, "This is neither a curl command, nor HTTP."));
        fixture.click("simulate");
        QVERIFY(fixture.find<QLabel>("simulator_hint")->isVisible());
        QVERIFY(fixture.find<QLabel>("simulator_hint")->text().contains(QStringLiteral("curl")));
    }

    void stepsTellAnErrorAndWhoIsPassedOver()
    {
        gateway::api::RouteExplanationView explanation = support::sampleExplanation();
        explanation.problem = QStringLiteral("No key may be used.");
        explanation.problemStatus = 400;
        const auto steps = ui::models::routeSteps(explanation);
        QCOMPARE(steps.last().badge, QStringLiteral("400"));
        QCOMPARE(steps.last().shape, RequestState::ClientError);
        explanation = support::sampleExplanation();
        explanation.attempts[0].trials[0].isWell = false;
        explanation.attempts[0].targetIndex = 1;
        const auto passed = ui::models::routeSteps(explanation);
        QVERIFY(std::any_of(passed.begin(), passed.end(),
                            [](const auto &step) { return step.badge == QLatin1String("passed over"); }));
    }

    void healthBoardHoldsReleasesAndResets()
    {
        PageFixture fixture;
        fixture.find<QTabBar>("route_tabs")->setCurrentIndex(1);
        QVERIFY(fixture.page->needsAttention());
        auto *table = fixture.find<QTableView>("health_table");
        QVERIFY(table->isVisible());
        QVERIFY(table->model()->index(0, 1).data().toString().contains(QStringLiteral("Not asked")));
        QCOMPARE(table->model()->index(0, 0).data(ui::models::TargetHealthModel::StateRole).toInt(),
                 static_cast<int>(RequestState::UpstreamError));
        table->selectRow(0);
        fixture.click("hold_selected");
        QCOMPARE(fixture.gateway.holds.size(), std::size_t(1));
        QVERIFY(fixture.gateway.holds.front().second);
        QCOMPARE(fixture.find<QPushButton>("hold_selected")->text(), QStringLiteral("Release"));
        QCOMPARE(table->model()->index(0, 0).data(ui::models::TargetHealthModel::StateRole).toInt(),
                 static_cast<int>(RequestState::Blocked));
        fixture.click("hold_selected");
        QVERIFY(!fixture.gateway.holds.back().second);
        const int rows = table->model()->rowCount();
        fixture.click("reset_selected");
        QCOMPARE(table->model()->rowCount(), rows - 1);
        fixture.gateway.setBoard({});
        QVERIFY(!table->isVisible());
        QVERIFY(fixture.find<QLabel>("health_empty")->isVisible());
        QVERIFY(!fixture.page->needsAttention());
    }

    void careSettingsAreInForceAtOnce()
    {
        PageFixture fixture;
        fixture.find<QTabBar>("route_tabs")->setCurrentIndex(2);
        auto *rescue = fixture.find<QComboBox>("rescue_streams");
        rescue->setCurrentIndex(0);
        QVERIFY(fixture.gateway.resilienceSettings.rescue == gateway::api::Rescue::Off);
        rescue->setCurrentIndex(2);
        QVERIFY(fixture.gateway.resilienceSettings.rescue == gateway::api::Rescue::MatchAndContinue);
        fixture.find<QComboBox>("hold_streams")->setCurrentIndex(1);
        fixture.find<QSpinBox>("held_tokens")->setValue(7);
        QCOMPARE(fixture.gateway.resilienceSettings.heldTokens, 7);
        fixture.find<QComboBox>("hold_streams")->setCurrentIndex(2);
        QCOMPARE(fixture.gateway.resilienceSettings.heldTokens, gateway::api::wholeAnswer);
        fixture.find<QCheckBox>("balance_targets")->setChecked(true);
        QVERIFY(fixture.gateway.resilienceSettings.isBalanced);
        fixture.find<QSpinBox>("hedge_after")->setValue(20);
        QCOMPARE(fixture.gateway.resilienceSettings.slowStartAfterMs, 20'000);
        fixture.find<QCheckBox>("hedge_slow_starts")->setChecked(false);
        QCOMPARE(fixture.gateway.resilienceSettings.slowStartAfterMs, 0);
        QVERIFY(!fixture.find<QSpinBox>("hedge_after")->isEnabled());
        fixture.gateway.resilienceSettings.longestRetryAfterMs = 4'500; // by the management API
        emit fixture.gateway.resilienceChanged();
        rescue->setCurrentIndex(1);
        QCOMPARE(fixture.gateway.resilienceSettings.longestRetryAfterMs, 4'500);
    }
};

QTEST_MAIN(RoutesPageTest)
#include "tst_routes_page.moc"
