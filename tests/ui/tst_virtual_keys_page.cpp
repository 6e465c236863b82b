#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

#include "tests/ui/window_fixture.h"
#include "ui/dialogs/new_value_dialog.h"
#include "ui/dialogs/virtual_key_dialog.h"
#include "ui/display_format.h"
#include "ui/models/spend_curve.h"
#include "ui/models/virtual_key_table_model.h"
#include "ui/models/virtual_key_words.h"
#include "ui/pages/virtual_keys_page.h"
#include "ui/widgets/spend_curve_chart.h"

using gateway::api::LimitUnit;
using gateway::api::LimitView;
using gateway::api::VirtualKeyView;
using ui::dialogs::NewValueDialog;
using ui::dialogs::VirtualKeyDialog;
using ui::models::VirtualKeyTableModel;
using ui::pages::VirtualKeysPage;

namespace {

const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);

template <typename Widget>
Widget &child(QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return *found;
}

// Shortcuts work in active windows only.
void showActive(QWidget &widget)
{
    widget.show();
    widget.activateWindow();
    if (!QTest::qWaitForWindowActive(&widget))
        qFatal("the window does not become active");
}

// What the menu of the selected row has under that name; null when it has not.
QAction *menuAction(QWidget &page, const QString &text)
{
    auto &table = child<QTableView>(page, "key_table");
    emit table.customContextMenuRequested(table.visualRect(table.currentIndex()).center());
    QMenu *menu = nullptr;
    for (QMenu *each : page.findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
        if (each->isVisible())
            menu = each;
    }
    if (!menu)
        qFatal("no menu");
    QAction *found = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            found = action;
    }
    menu->hide();
    return found;
}

bool offers(QWidget &page, const QString &text)
{
    return menuAction(page, text) != nullptr;
}

void trigger(QWidget &page, const QString &text)
{
    QAction *action = menuAction(page, text);
    if (!action)
        qFatal("no action");
    action->trigger();
}

VirtualKeyView keyWith(const QList<LimitView> &limits)
{
    VirtualKeyView key;
    key.id = key.name = QStringLiteral("k");
    key.limits = limits;
    return key;
}

LimitView money(qint64 used, qint64 most)
{
    LimitView limit;
    limit.unit = LimitUnit::Money;
    limit.most = most * 1'000'000'000;
    limit.used = used * 1'000'000'000;
    limit.resetsAt = noon.addDays(1);
    return limit;
}

} // namespace

class VirtualKeysPageTest : public QObject {
    Q_OBJECT
private slots:
    void modelKeepsTheRulesWhileRowsComeAndGo()
    {
        VirtualKeyTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<VirtualKeyView> keys = support::sampleVirtualKeys();
        model.setKeys(keys, noon);
        QCOMPARE(model.rowCount(), 7);
        keys[0].limits[0].used += 1;
        model.setKeys(keys, noon);
        keys.removeAt(2);
        model.setKeys(keys, noon);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.keyAt(2)->name, QStringLiteral("nightly-eval"));
        QCOMPARE(model.rowOf(QStringLiteral("zed")), 3);
        const QPersistentModelIndex zed = model.index(3, 0);
        model.sort(VirtualKeyTableModel::Use, Qt::DescendingOrder);
        QCOMPARE(model.keyAt(0)->name, QStringLiteral("nightly-eval")); // has spent all
        QCOMPARE(zed.data().toString(), QStringLiteral("zed"));
        QCOMPARE(zed.row(), 5); // has no limit
        keys[5].limits[0].used = keys[5].limits[0].most;
        model.setKeys(keys, noon);
        QCOMPARE(zed.row(), 5); // nothing moves because more is used
        model.sort(-1);
        QCOMPARE(zed.row(), 3);
        model.setKeys({}, noon);
        QCOMPARE(model.rowOf(QStringLiteral("zed")), -1);
    }

    void saysHowAKeyIs()
    {
        const auto text = [](const VirtualKeyView &key) { return ui::models::keyState(key, noon).text; };
        QCOMPARE(text(keyWith({})), QStringLiteral("Active"));
        QCOMPARE(text(keyWith({money(1, 2)})), QStringLiteral("Active"));
        QCOMPARE(text(keyWith({money(9, 10)})), QStringLiteral("90% used"));
        QVERIFY(text(keyWith({money(5, 5)})).startsWith(QStringLiteral("Spent, until ")));
        QVERIFY(ui::models::keyState(keyWith({money(5, 5)}), noon).isSpent);
        VirtualKeyView off = keyWith({money(5, 5)});
        off.isActive = false;
        QCOMPARE(text(off), QStringLiteral("Off"));
        VirtualKeyView expired = keyWith({});
        expired.expiresAt = noon;
        QVERIFY(text(expired).startsWith(QStringLiteral("Expired ")));
        expired.expiresAt = noon.addSecs(1);
        QCOMPARE(text(expired), QStringLiteral("Active"));
    }

    void saysWhatTheWindowComesTo()
    {
        LimitView limit = money(2, 5);
        QCOMPARE(ui::models::useText(limit, noon), QStringLiteral("$2.00 of $5.00")); // too early to say
        limit.resetsAt = noon.addDays(3);
        limit.forecast = 7'500'000'000;
        QVERIFY(ui::models::useText(limit, noon).startsWith(QStringLiteral("$2.00 of $5.00, about $7.50 by ")));
        limit.forecast = limit.used; // no more will be used
        QCOMPARE(ui::models::useText(limit, noon), QStringLiteral("$2.00 of $5.00"));
    }

    void countsWhatIsAllowedBeyondALimit()
    {
        LimitView limit = money(5, 5);
        limit.extra = 5'000'000'000;
        limit.extraUntil = limit.resetsAt;
        QCOMPARE(ui::models::useText(limit), QStringLiteral("$5.00 of $10.00"));
        QCOMPARE(ui::models::usedShare(limit), 0.5);
        QVERIFY(!ui::models::keyState(keyWith({limit}), noon).isSpent);
    }

    void saysWhatIsUsedInTheUnitOfTheLimit()
    {
        QCOMPARE(ui::models::useText(money(4, 5)), QStringLiteral("$4.00 of $5.00"));
        LimitView small = money(0, 5);
        small.used = 1'200'000;
        QCOMPARE(ui::models::useText(small), QStringLiteral("$0.0012 of $5.00"));
        LimitView tokens;
        tokens.unit = LimitUnit::Tokens;
        tokens.most = 2000;
        tokens.used = 10;
        tokens.window = QStringLiteral("1M");
        QCOMPARE(ui::models::useText(tokens), QStringLiteral("10 of 2,000 tokens"));
        QCOMPARE(ui::models::limitText(tokens), QStringLiteral("2,000 tokens a month"));
        tokens.window = QStringLiteral("5m");
        QCOMPARE(ui::models::limitText(tokens), QStringLiteral("2,000 tokens every 5 minutes"));
    }

    void showsTheLimitThatIsUsedMost()
    {
        LimitView requests;
        requests.unit = LimitUnit::Requests;
        requests.most = 10;
        requests.used = 9;
        const VirtualKeyView key = keyWith({money(1, 5), requests});
        QCOMPARE(ui::models::tightestLimit(key)->unit, LimitUnit::Requests);
        QCOMPARE(ui::models::tightestLimit(keyWith({})), nullptr);
    }

    void theCurveBeginsWithWhatIsNotStoredAndEndsWithWhatIsUsed()
    {
        VirtualKeyView key = keyWith({money(4, 5)});
        key.limits[0].began = noon.addSecs(-6 * 3600);
        key.limits[0].resetsAt = noon.addSecs(6 * 3600);
        key.limits[0].forecast = 6'000'000'000;
        const auto window = ui::models::spendWindow(key, noon);
        QCOMPARE(window.from, noon.addSecs(-6 * 3600));
        QCOMPARE(ui::models::bucketSeconds(window), 7 * 60);
        gateway::api::LogBucket bucket;
        bucket.start = noon.addSecs(-3600);
        bucket.stats.cost = gateway::Money{3'000'000'000};
        const auto curve = ui::models::makeSpendCurve(window, {bucket}, 420, noon);
        QCOMPARE(curve.points.first().spent, qint64(1'000'000'000)); // was deleted since
        QCOMPARE(curve.points.first().time, noon.addSecs(-6 * 3600).toLocalTime());
        QCOMPARE(curve.points.at(1).spent, qint64(1'000'000'000)); // level until the next request
        QCOMPARE(curve.points.at(1).time, bucket.start.toLocalTime());
        QCOMPARE(curve.points.last().spent, qint64(4'000'000'000));
        QCOMPARE(curve.points.last().time, noon.toLocalTime());
        QCOMPARE(*curve.most, qint64(5'000'000'000));
        for (qsizetype index = 1; index < curve.points.size(); ++index) {
            QVERIFY(curve.points.at(index).spent >= curve.points.at(index - 1).spent);
            QVERIFY(curve.points.at(index).time >= curve.points.at(index - 1).time);
        }
    }

    void saysWhenTheBudgetWillBeSpent()
    {
        VirtualKeyView key = keyWith({money(4, 5)});
        LimitView &budget = key.limits[0];
        budget.began = noon.addSecs(-4 * 3600);
        budget.resetsAt = noon.addSecs(4 * 3600);
        budget.forecast = 6'000'000'000; // another dollar in two hours
        const QString at = ui::models::untilText(noon.addSecs(2 * 3600), noon);
        const QString end = ui::models::untilText(budget.resetsAt, noon);
        QCOMPARE(ui::models::paceText(key, noon),
                 QStringLiteral("At this pace the budget is spent at about %1. Requests are then refused until %2.")
                     .arg(at, end));
        budget.forecast = 4'500'000'000;
        QVERIFY(ui::models::paceText(key, noon).startsWith(QStringLiteral("At this pace $4.50 are spent when")));
        budget.used = budget.most;
        QVERIFY(ui::models::paceText(key, noon).startsWith(QStringLiteral("The budget is spent.")));
        QCOMPARE(ui::models::paceText(keyWith({}), noon), QStringLiteral("Nothing limits what this key spends."));
    }

    void showsTheSpendOfTheSelectedKeyAndWhenItWasUsed()
    {
        gateway::api::RequestSummary request;
        request.id = QStringLiteral("r1");
        request.startedAt = QDateTime::currentDateTimeUtc().addSecs(-60);
        m_fixture.gateway.history = {request};
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        page.resize(1100, 700);
        showActive(page);
        auto &table = child<QTableView>(page, "key_table");
        const auto lastUsed = [&table](int row) {
            return table.model()->index(row, VirtualKeyTableModel::LastUsed).data().toString();
        };
        const QDateTime now = QDateTime::currentDateTime();
        QCOMPARE(lastUsed(0), ui::DisplayFormat().moment(request.startedAt.toLocalTime(), now));
        const auto &asked = m_fixture.gateway.queries;
        const auto asksFor = [&asked](const QString &key) {
            return std::any_of(asked.begin(), asked.end(), [&key](const gateway::api::HistoryQuery &query) {
                return query.virtualKeys.size() == 1 && query.virtualKeys.first().id == key;
            });
        };
        QVERIFY(asksFor(QStringLiteral("codex")));
        QVERIFY(!asksFor(QStringLiteral("librechat"))); // private: nothing is kept that could tell
        QCOMPARE(lastUsed(5), QStringLiteral("–"));
        request.id = QStringLiteral("r2");
        request.virtualKeyId = QStringLiteral("claude-code");
        request.startedAt = QDateTime::currentDateTimeUtc();
        m_fixture.gateway.emitRequests({request});
        QCOMPARE(lastUsed(0), ui::DisplayFormat().moment(request.startedAt.toLocalTime(), now));
        table.selectRow(2);
        QCOMPARE(child<QLabel>(page, "key_use_name").text(), QStringLiteral("gemini-cli"));
        auto &curve = child<ui::widgets::SpendCurveChart>(page, "keySpendCurve");
        QVERIFY(curve.itemText(curve.itemCount() - 1).endsWith(QStringLiteral("$4.42")));
        QVERIFY(!m_fixture.gateway.histogramQuestions.empty());
    }

    void newKeysAreShownOnceAndCanBeCopied()
    {
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        showActive(page);
        QTest::keyClick(&page, Qt::Key_Insert);
        auto &dialog = child<VirtualKeyDialog>(page, "virtual_key_dialog");
        auto &save = child<QPushButton>(dialog, "key_save");
        QVERIFY(!save.isEnabled());
        child<QLineEdit>(dialog, "key_name").setText(QStringLiteral(" codex-2 "));
        QVERIFY(save.isEnabled());
        child<QDoubleSpinBox>(dialog, "key_budget").setValue(2.5);
        save.click();
        QCOMPARE(m_fixture.gateway.fakeGovernance.savedKeys.size(), std::size_t(1));
        const VirtualKeyView &made = m_fixture.gateway.fakeGovernance.savedKeys.front().key;
        QCOMPARE(made.name, QStringLiteral("codex-2"));
        QCOMPARE(made.limits.size(), 1);
        QCOMPARE(made.limits.at(0).most, qint64(2'500'000'000));
        QVERIFY(made.limits.at(0).isCalendarAligned);
        auto &shown = child<NewValueDialog>(page, "new_value_dialog");
        QCOMPARE(child<QLineEdit>(shown, "new_value").text(), m_fixture.gateway.fakeGovernance.nextValue);
        child<QPushButton>(shown, "copy_value").click();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_fixture.gateway.fakeGovernance.nextValue);
        QTest::keyClick(&shown, Qt::Key_Escape);
        QVERIFY(shown.isVisible());
        child<QPushButton>(shown, "value_stored").click();
        QVERIFY(!shown.isVisible());
        for (const VirtualKeyView &key : m_fixture.gateway.fakeGovernance.storedKeys)
            QVERIFY(!key.shownPrefix.contains(QStringLiteral("IsShownOnce")));
    }

    void valuesThatAreKeptCanBeHadAgain()
    {
        m_fixture.gateway.currentStatus.secretStore = gateway::api::SecretStoreKind::Keychain;
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        showActive(page);
        QTest::keyClick(&page, Qt::Key_Insert);
        auto &dialog = child<VirtualKeyDialog>(page, "virtual_key_dialog");
        child<QLineEdit>(dialog, "key_name").setText(QStringLiteral("kept"));
        QVERIFY(!child<QCheckBox>(dialog, "key_keeps_value").isChecked());
        child<QCheckBox>(dialog, "key_keeps_value").setChecked(true);
        child<QPushButton>(dialog, "key_save").click();
        auto &shown = child<NewValueDialog>(page, "new_value_dialog");
        QTest::keyClick(&shown, Qt::Key_Escape);
        QVERIFY(!shown.isVisible()); // it can be shown again
        const VirtualKeyView made = m_fixture.gateway.fakeGovernance.storedKeys.back();
        QVERIFY(made.keepsValue);
        m_fixture.gateway.fakeGovernance.keptValues.insert(made.id, QStringLiteral("sk-bf-kept"));
        auto &table = child<QTableView>(page, "key_table");
        table.selectRow(static_cast<int>(m_fixture.gateway.fakeGovernance.storedKeys.size()) - 1);
        QGuiApplication::clipboard()->clear();
        trigger(page, QStringLiteral("Copy the value"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("sk-bf-kept"));
        table.selectRow(0); // whose value nobody knows
        QVERIFY(!offers(page, QStringLiteral("Copy the value")));
    }

    void withoutAKeychainNothingIsKept()
    {
        m_fixture.gateway.currentStatus.secretStore = gateway::api::SecretStoreKind::Memory;
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        showActive(page);
        page.startAdding();
        QVERIFY(!child<QCheckBox>(child<VirtualKeyDialog>(page, "virtual_key_dialog"), "key_keeps_value").isEnabled());
    }

    void theDialogKeepsWhatItDoesNotShow()
    {
        VirtualKeyView key = keyWith({money(1, 5), money(2, 100)});
        key.limits[1].window = QStringLiteral("1M");
        key.limits[0].id = QStringLiteral("a");
        key.limits[1].id = QStringLiteral("b");
        key.allowsAllProviders = false;
        gateway::api::VirtualKeyProviderView openai;
        openai.provider = QStringLiteral("openai");
        openai.weight = 0.25;
        openai.deniedModels = {QStringLiteral("o1")};
        gateway::api::VirtualKeyProviderView gone = openai;
        gone.provider = QStringLiteral("gone");
        gone.allowedModels = {QStringLiteral("m"), QStringLiteral("n")};
        key.providers = {openai, gone};
        key.teamId = QStringLiteral("team");
        key.keepsValue = key.hasKeptValue = key.goesWhenExpired = true;
        openai.modelLimits = {{QStringLiteral("m"), {money(0, 1)}}};
        key.providers[0] = openai;
        const VirtualKeyDialog dialog(key, {QStringLiteral("openai"), QStringLiteral("groq")});
        QCOMPARE(dialog.key(), key);
    }

    void theDialogLimitsProvidersAndModels()
    {
        VirtualKeyDialog dialog(VirtualKeyView(), {QStringLiteral("openai"), QStringLiteral("groq")});
        child<QLineEdit>(dialog, "key_name").setText(QStringLiteral("a"));
        child<QComboBox>(dialog, "key_reach").setCurrentIndex(1);
        QVERIFY(!child<QPushButton>(dialog, "key_save").isEnabled());
        child<QCheckBox>(dialog, "key_provider_groq").setChecked(true);
        QVERIFY(child<QPushButton>(dialog, "key_save").isEnabled());
        child<QLineEdit>(dialog, "key_models").setText(QStringLiteral("m, n"));
        const VirtualKeyView key = dialog.key();
        QVERIFY(!key.allowsAllProviders);
        QCOMPARE(key.providers.size(), 1);
        QCOMPARE(key.providers.at(0).provider, QStringLiteral("groq"));
        QCOMPARE(key.providers.at(0).allowedModels, (QStringList{QStringLiteral("m"), QStringLiteral("n")}));
    }

    void spaceTurnsAKeyOffAndOn()
    {
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        showActive(page);
        auto &table = child<QTableView>(page, "key_table");
        table.selectRow(1);
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Space);
        QCOMPARE(m_fixture.gateway.fakeGovernance.savedKeys.back().key.name, QStringLiteral("codex"));
        QVERIFY(!m_fixture.gateway.fakeGovernance.storedKeys.at(1).isActive);
        QCOMPARE(child<QPushButton>(page, "toggle_key").text(), QStringLiteral("Turn on"));
        child<QPushButton>(page, "toggle_key").click();
        QVERIFY(m_fixture.gateway.fakeGovernance.storedKeys.at(1).isActive);
    }

    void aNewValueAsksForItsGrace()
    {
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        showActive(page);
        m_fixture.prompt.answers.append({1, false});
        child<QPushButton>(page, "rotate_key").click();
        QCOMPARE(m_fixture.gateway.fakeGovernance.rotatedKeys.size(), std::size_t(1));
        QCOMPARE(m_fixture.gateway.fakeGovernance.rotatedKeys.front().second, std::chrono::seconds(86'400));
        child<NewValueDialog>(page, "new_value_dialog").accept();
        m_fixture.prompt.answers.append({0, false});
        child<QPushButton>(page, "rotate_key").click();
        QCOMPARE(m_fixture.gateway.fakeGovernance.rotatedKeys.size(), std::size_t(1));
    }

    void deletingAsksNothingBecauseItCanBeUndone()
    {
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        showActive(page);
        auto &table = child<QTableView>(page, "key_table");
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Delete);
        QCOMPARE(m_fixture.gateway.fakeGovernance.removedKeys, QStringList{QStringLiteral("claude-code")});
        QCOMPARE(table.model()->rowCount(), 6);
        QVERIFY(m_fixture.gateway.removals().undoable().has_value());
        m_fixture.gateway.removals().endUndo();
    }

    void signsOfDollarsAreThoseOfAmounts()
    {
        const auto [before, behind] = ui::models::dollarSigns();
        QCOMPARE(before + QStringLiteral("2.50") + behind,
                 ui::DisplayFormat().moneyTotal(gateway::Money{2'500'000'000}));
    }

    void requiringKeysIsOneClick()
    {
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        showActive(page);
        auto &box = child<QCheckBox>(page, "require_keys");
        QVERIFY(!box.isChecked());
        box.click();
        QVERIFY(m_fixture.gateway.fakeGovernance.isRequired);
        QVERIFY(box.isChecked());
    }

    void withoutKeysItSaysWhatTheyAreFor()
    {
        m_fixture.gateway.fakeGovernance.storedKeys.clear();
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        showActive(page);
        QVERIFY(child<QWidget>(page, "no_keys").isVisible());
        QVERIFY(!child<QTableView>(page, "key_table").isVisible());
        QVERIFY(!page.needsAttention());
    }

    void everyControlHasAName()
    {
        VirtualKeysPage page(m_fixture.gateway, m_fixture.gateway.fakeRemovals, m_fixture.theme, m_fixture.prompt);
        VirtualKeyDialog dialog(VirtualKeyView(), {QStringLiteral("openai")});
        for (QWidget *root : {static_cast<QWidget *>(&page), static_cast<QWidget *>(&dialog)}) {
            for (const QWidget *widget : root->findChildren<QWidget *>()) {
                const bool isControl = qobject_cast<const QAbstractButton *>(widget)
                                       || qobject_cast<const QComboBox *>(widget)
                                       || qobject_cast<const QAbstractSpinBox *>(widget);
                if (isControl && widget->focusPolicy() != Qt::NoFocus
                    && !widget->objectName().startsWith(QStringLiteral("qt_")))
                    QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }

    void init()
    {
        m_fixture.gateway.fakeGovernance.storedKeys = support::sampleVirtualKeys();
        m_fixture.gateway.fakeGovernance.savedKeys.clear();
        m_fixture.gateway.fakeGovernance.rotatedKeys.clear();
        m_fixture.gateway.fakeGovernance.removedKeys.clear();
    }

private:
    WindowFixture m_fixture;
};

QTEST_MAIN(VirtualKeysPageTest)
#include "tst_virtual_keys_page.moc"
