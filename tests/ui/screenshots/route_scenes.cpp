#include "tests/ui/screenshots/route_scenes.h"

#include "tests/support/sample_gateway.h"
#include "tests/support/sample_routes.h"
#include "tests/support/scripted_prompt.h"
#include "ui/look/theme.h"
#include "ui/pages/routes_page.h"

#include <QCheckBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

namespace screenshots {

namespace {

const QString pasted = QStringLiteral("POST /anthropic/v1/messages\nx-claude-code-session-id: 0b1f7c52\n\n"
                                      "{\"model\": \"medium\", \"stream\": true, \"messages\": […]}");

QWidget *makePage(support::FakeGateway &gateway, const ui::look::Theme &theme)
{
    static support::ScriptedPrompt prompt; // asks nothing in a picture
    return new ui::pages::RoutesPage(gateway, gateway.fakeRemovals, theme, prompt, {});
}

QWidget *makeFilled(support::FakeGateway &gateway, const ui::look::Theme &theme)
{
    support::fillWithSamples(gateway);
    support::fillWithRoutes(gateway);
    return makePage(gateway, theme);
}

void select(QWidget &page, int row)
{
    auto *list = page.findChild<QListView *>(QStringLiteral("route_list"));
    list->setCurrentIndex(list->model()->index(row, 0));
    list->setFocus();
    QTest::qWait(30);
}

void simulate(QWidget &page)
{
    page.findChild<QPlainTextEdit *>(QStringLiteral("simulator_request"))->setPlainText(pasted);
    page.findChild<QPushButton *>(QStringLiteral("simulate"))->click();
    QTest::qWait(30);
}

void showTab(QWidget &page, int tab)
{
    page.findChild<QTabBar *>(QStringLiteral("route_tabs"))->setCurrentIndex(tab);
    QTest::qWait(30);
}

} // namespace

QList<Scene> routeScenes()
{
    const QSize usual(1'076, 740); // beside the navigation of a window of 1280
    return {
        {QStringLiteral("routes-alias"), usual, makeFilled,
         [](QWidget &page) {
             select(page, 0);
             simulate(page);
         }},
        {QStringLiteral("routes-rule"), usual, makeFilled,
         [](QWidget &page) {
             page.findChild<QPushButton *>(QStringLiteral("show_simulator"))->setChecked(false);
             select(page, 2);
             page.findChild<QCheckBox *>(QStringLiteral("route_is_on"))->setChecked(false);
             QTest::qWait(30);
         }},
        {QStringLiteral("routes-wrong-expression"), usual,
         [](support::FakeGateway &gateway, const ui::look::Theme &theme) -> QWidget * {
             gateway.expressionProblem =
                 gateway::api::ExpressionProblem{QStringLiteral("There is no variable \"budget_use\"."), 0, 1, 1};
             support::fillWithSamples(gateway);
             support::fillWithRoutes(gateway);
             gateway.storedRules[2].expression = QStringLiteral("budget_use > 90 && model in [\"medium\"]");
             gateway.storedRules[2].problem = QStringLiteral("Line 1, column 1: There is no variable \"budget_use\".");
             return makePage(gateway, theme);
         },
         [](QWidget &page) {
             select(page, 2);
             page.findChild<QPlainTextEdit *>(QStringLiteral("route_expression"))
                 ->setPlainText(QStringLiteral("budget_use > 90 && model in [\"medium\"]"));
             QTest::qWait(30);
         }},
        {QStringLiteral("routes-narrow"), QSize(912, 560), makeFilled, [](QWidget &page) { simulate(page); }},
        {QStringLiteral("routes-empty"), usual,
         [](support::FakeGateway &gateway, const ui::look::Theme &theme) -> QWidget * {
             support::fillWithSamples(gateway);
             return makePage(gateway, theme);
         },
         [](QWidget &) { QTest::qWait(30); }},
        {QStringLiteral("routes-health"), usual, makeFilled, [](QWidget &page) { showTab(page, 1); }},
        {QStringLiteral("routes-care"), usual, makeFilled, [](QWidget &page) { showTab(page, 2); }},
    };
}

} // namespace screenshots
