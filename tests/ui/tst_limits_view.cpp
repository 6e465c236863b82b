// Limits, teams and customers on the page of virtual keys.
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

#include "tests/ui/window_fixture.h"
#include "ui/dialogs/limit_dialog.h"
#include "ui/dialogs/owner_dialog.h"
#include "ui/dialogs/raise_dialog.h"
#include "ui/dialogs/virtual_key_dialog.h"
#include "ui/models/limit_table_model.h"
#include "ui/models/owner_table_model.h"
#include "ui/pages/limits_view.h"
#include "ui/pages/owners_view.h"
#include "ui/pages/virtual_keys_page.h"

using gateway::api::LimitOwnerKind;
using gateway::api::LimitUnit;
using gateway::api::LimitView;
using gateway::api::VirtualKeyView;
using ui::dialogs::LimitDialog;
using ui::dialogs::OwnerDialog;
using ui::dialogs::RaiseDialog;
using ui::dialogs::VirtualKeyDialog;
using ui::models::LimitTableModel;
using ui::models::OwnedLimit;
using ui::models::OwnerTableModel;
using ui::pages::VirtualKeysPage;

namespace {

const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);
constexpr qint64 dollar = 1'000'000'000;

template <typename Widget>
Widget &child(QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return *found;
}

void choose(QComboBox &box, const QString &text)
{
    const int index = box.findText(text);
    if (index < 0)
        qFatal("no %s", qPrintable(text));
    box.setCurrentIndex(index);
}

LimitView limit(const char *id, LimitUnit unit, qint64 most, qint64 used, const char *window = "1d")
{
    LimitView view;
    view.id = QLatin1String(id);
    view.unit = unit;
    view.most = most;
    view.used = used;
    view.window = QLatin1String(window);
    view.began = noon.addSecs(-3600);
    view.resetsAt = QDateTime::currentDateTimeUtc().addSecs(7200);
    return view;
}

} // namespace

class LimitsViewTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_fixture.emplace();
        auto &governance = m_fixture->gateway.fakeGovernance;
        VirtualKeyView codex;
        codex.id = codex.name = QStringLiteral("codex");
        codex.limits = {limit("key", LimitUnit::Money, 5 * dollar, dollar)};
        gateway::api::VirtualKeyProviderView openai;
        openai.provider = QStringLiteral("openai");
        openai.limits = {limit("provider of key", LimitUnit::Tokens, 100, 10)};
        openai.modelLimits = {
            {QStringLiteral("gpt-5.4"), {limit("model of key", LimitUnit::Money, 4 * dollar, dollar)}}};
        codex.providers = {openai};
        governance.storedKeys = {codex};
        governance.storedSharedLimits = {
            {QStringLiteral("s1"), {}, QStringLiteral("fast"), {limit("model", LimitUnit::Requests, 10, 9)}, {}, {}},
            {QStringLiteral("s2"), {}, {}, {limit("all", LimitUnit::Money, 50 * dollar, 50 * dollar)}, {}, {}},
            {QStringLiteral("s3"),
             QStringLiteral("openai"),
             {},
             {limit("provider", LimitUnit::Requests, 10, 0)},
             {},
             {}},
        };
        governance.storedTeams = {{QStringLiteral("t"),
                                   QStringLiteral("research"),
                                   {},
                                   {limit("team", LimitUnit::Money, dollar, 0)},
                                   {},
                                   {}}};
        governance.storedCustomers = {
            {QStringLiteral("c"), QStringLiteral("contoso"), {limit("customer", LimitUnit::Money, dollar, 0)}, {}, {}}};
        m_page = std::make_unique<VirtualKeysPage>(m_fixture->gateway, m_fixture->gateway.fakeRemovals,
                                                   m_fixture->theme, m_fixture->prompt);
        m_page->resize(1100, 600);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->showLimits();
    }

    void cleanup()
    {
        m_page.reset();
        m_fixture.reset();
    }

    void listsEveryLimitWhateverItIsOn()
    {
        const QList<OwnedLimit> limits = ui::models::limitsInForce(governance());
        QStringList texts;
        for (const OwnedLimit &each : limits)
            texts.append(ui::models::ownerText(each));
        QCOMPARE(texts, (QStringList{QStringLiteral("All requests"), QStringLiteral("Provider openai"),
                                     QStringLiteral("Model or alias fast"), QStringLiteral("Customer contoso"),
                                     QStringLiteral("Team research"), QStringLiteral("Key codex"),
                                     QStringLiteral("Key codex, only openai"),
                                     QStringLiteral("Key codex, only openai/gpt-5.4")}));
        QCOMPARE(table().model()->rowCount(), 8);
        QCOMPARE(facts(), QStringLiteral("8 limits, 1 used up"));
        QVERIFY(m_page->needsAttention()); // no key is, but everything is
    }

    void modelsKeepTheRulesWhileRowsComeAndGo()
    {
        LimitTableModel limits;
        const QAbstractItemModelTester limitTester(&limits, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<OwnedLimit> rows = ui::models::limitsInForce(governance());
        limits.setLimits(rows, noon);
        rows[0].limit.used = 1;
        limits.setLimits(rows, noon);
        rows.removeAt(2);
        limits.setLimits(rows, noon);
        QCOMPARE(limits.rowCount(), 7);
        QCOMPARE(limits.rowOf(QStringLiteral("model")), -1);
        QCOMPARE(limits.rowOf(QStringLiteral("key")), 4);
        OwnerTableModel owners;
        const QAbstractItemModelTester ownerTester(&owners, QAbstractItemModelTester::FailureReportingMode::QtTest);
        owners.takeOwners(governance(), noon);
        QCOMPARE(owners.rowCount(), 2);
        governance().storedTeams.clear();
        owners.takeOwners(governance(), noon);
        QCOMPARE(owners.rowCount(), 1);
    }

    void sortedRowsStayWhereTheyAreWhileMoreIsUsed()
    {
        const auto ids = [this] {
            QStringList found;
            for (int row = 0; row < table().model()->rowCount(); ++row)
                found.append(static_cast<LimitTableModel *>(table().model())->limitAt(row)->limit.id);
            return found;
        };
        const QStringList given = ids();
        select(QStringLiteral("team"));
        table().sortByColumn(LimitTableModel::Use, Qt::DescendingOrder);
        QCOMPARE(ids().mid(0, 3),
                 (QStringList{QStringLiteral("all"), QStringLiteral("model"), QStringLiteral("model of key")}));
        const int chosen = table().selectionModel()->selectedRows().first().row();
        QCOMPARE(ids().at(chosen), QStringLiteral("team"));
        const QStringList sorted = ids();
        governance().storedTeams.front().limits.front().used = dollar; // now the fullest beside the first
        governance().setKeys(governance().storedKeys);
        QCOMPARE(ids(), sorted);
        table().sortByColumn(-1, Qt::AscendingOrder);
        QCOMPARE(ids(), given);
    }

    void saysHowALimitIs()
    {
        const auto text = [](const LimitView &view) { return ui::models::limitState(view, noon).text; };
        QCOMPARE(text(limit("a", LimitUnit::Requests, 10, 1)), QStringLiteral("Open"));
        QCOMPARE(text(limit("a", LimitUnit::Requests, 10, 9)), QStringLiteral("90% used"));
        LimitView raised = limit("a", LimitUnit::Money, dollar, dollar);
        QVERIFY(text(raised).startsWith(QStringLiteral("Spent, until ")));
        raised.extra = 3 * dollar;
        raised.extraUntil = noon.addSecs(60);
        QVERIFY(text(raised).startsWith(QStringLiteral("Open, $3.00 more until ")));
        LimitView idle = limit("a", LimitUnit::Requests, 10, 0);
        idle.began = {};
        QCOMPARE(ui::models::resetText(idle, noon), QStringLiteral("not begun"));
        idle.isCalendarAligned = true; // begins whether it is used or not
        QVERIFY(ui::models::resetText(idle, noon) != QStringLiteral("not begun"));
    }

    void aReaderHearsTheWholeRow()
    {
        const QString row = table().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(row.startsWith(QStringLiteral("All requests: $50.00 a day, $50.00 of $50.00 used, Spent")),
                 qPrintable(row));
    }

    void aNewLimitOfEverythingJoinsThoseThatThereAre()
    {
        QTest::keyClick(&table(), Qt::Key_Insert);
        auto &dialog = child<LimitDialog>(*m_page, "limit_dialog");
        auto &save = child<QPushButton>(dialog, "limit_save");
        QVERIFY(!save.isEnabled()); // how much is not said yet
        choose(child<QComboBox>(dialog, "limit_unit"), QStringLiteral("Requests"));
        child<QDoubleSpinBox>(dialog, "limit_requests").setValue(1000);
        choose(child<QComboBox>(dialog, "limit_requests_window"), QStringLiteral("an hour"));
        QVERIFY(save.isEnabled());
        save.click();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(governance().storedSharedLimits.size(), 3);
        const QList<LimitView> &limits = governance().storedSharedLimits.at(1).limits;
        QCOMPARE(limits.size(), 2);
        QCOMPARE(limits.at(1).most, qint64(1000));
        QCOMPARE(limits.at(1).window, QStringLiteral("1h"));
        QVERIFY(!limits.at(1).isCalendarAligned); // an hour is no part of a calendar
    }

    void limitsOfModelsNameTheirProviderOrNone()
    {
        child<QPushButton>(*m_page, "add_limit").click();
        auto &dialog = child<LimitDialog>(*m_page, "limit_dialog");
        choose(child<QComboBox>(dialog, "limit_kind"), QStringLiteral("a model or an alias"));
        QVERIFY(!child<QComboBox>(dialog, "limit_owner").isVisible());
        child<QDoubleSpinBox>(dialog, "limit_budget").setValue(2.5);
        QVERIFY(!child<QPushButton>(dialog, "limit_save").isEnabled()); // which model is not said yet
        child<QLineEdit>(dialog, "limit_model").setText(QStringLiteral(" gpt-5.4 "));
        QCOMPARE(child<QComboBox>(dialog, "limit_provider").currentText(), QStringLiteral("any"));
        choose(child<QComboBox>(dialog, "limit_provider"), QStringLiteral("openai"));
        child<QPushButton>(dialog, "limit_save").click();
        const auto &made = governance().storedSharedLimits.last();
        QCOMPARE(made.provider, QStringLiteral("openai"));
        QCOMPARE(made.model, QStringLiteral("gpt-5.4"));
        QCOMPARE(made.limits.front().most, qint64(2'500'000'000));
        QVERIFY(made.limits.front().isCalendarAligned);
        QVERIFY(!made.limits.front().timeZone.isEmpty());
    }

    void limitsOfKeysNameAProviderAndAModelOrNone()
    {
        child<QPushButton>(*m_page, "add_limit").click();
        auto &dialog = child<LimitDialog>(*m_page, "limit_dialog");
        choose(child<QComboBox>(dialog, "limit_kind"), QStringLiteral("a virtual key"));
        auto &provider = child<QComboBox>(dialog, "limit_provider");
        auto &model = child<QLineEdit>(dialog, "limit_model");
        child<QDoubleSpinBox>(dialog, "limit_budget").setValue(2);
        QCOMPARE(provider.currentText(), QStringLiteral("all together"));
        QVERIFY(!model.isVisible());
        QCOMPARE(dialog.limit().kind, LimitOwnerKind::VirtualKey);
        choose(provider, QStringLiteral("openai"));
        QVERIFY(model.isVisible());
        QCOMPARE(dialog.limit().kind, LimitOwnerKind::VirtualKeyProvider);
        model.setText(QStringLiteral("gpt-5.4-nano"));
        child<QPushButton>(dialog, "limit_save").click();
        const auto &openai = governance().storedKeys.front().providers.front();
        QCOMPARE(openai.limits.size(), 1); // stays
        QCOMPARE(openai.modelLimits.size(), 2);
        QCOMPARE(openai.modelLimits.last().model, QStringLiteral("gpt-5.4-nano"));
        QCOMPARE(openai.modelLimits.last().limits.front().most, 2 * dollar);
    }

    void aLimitOfAProviderThatTheKeyDoesNotNameYetForbidsNothing()
    {
        OwnedLimit owned{LimitOwnerKind::VirtualKeyProvider, QStringLiteral("codex"),  {},
                         QStringLiteral("anthropic"),        QStringLiteral("claude"), {}};
        owned.limit = limit("", LimitUnit::Requests, 5, 0);
        ui::models::saveLimit(governance(), owned, [](const gateway::Result<bool> &) {});
        const VirtualKeyView &key = governance().storedKeys.front();
        QVERIFY(key.allowsAllProviders);
        QCOMPARE(key.providers.last().provider, QStringLiteral("anthropic"));
        QCOMPARE(key.providers.last().allowedModels, QStringList{QStringLiteral("*")});
        QCOMPARE(key.providers.last().modelLimits.front().limits.front().most, qint64(5));
    }

    void aLimitIsEditedWhereverItIs_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id :
             {"all", "provider", "model", "customer", "team", "key", "provider of key", "model of key"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void aLimitIsEditedWhereverItIs()
    {
        QFETCH(QString, id);
        const OwnedLimit before = named(id);
        select(id);
        child<QPushButton>(*m_page, "edit_limit").click();
        auto &dialog = child<LimitDialog>(*m_page, "limit_dialog");
        const char *field = before.limit.unit == LimitUnit::Money      ? "limit_budget"
                            : before.limit.unit == LimitUnit::Requests ? "limit_requests"
                                                                       : "limit_tokens";
        child<QDoubleSpinBox>(dialog, field).setValue(77);
        child<QPushButton>(dialog, "limit_save").click();
        OwnedLimit expected = before;
        expected.limit.most = before.limit.unit == LimitUnit::Money ? 77 * dollar : 77;
        QCOMPARE(named(id), expected);
        QCOMPARE(ui::models::limitsInForce(governance()).size(), 8); // none was added
    }

    void aRefusalStandsInTheDialog()
    {
        child<QPushButton>(*m_page, "add_limit").click();
        auto &dialog = child<LimitDialog>(*m_page, "limit_dialog");
        child<QDoubleSpinBox>(dialog, "limit_budget").setValue(1);
        governance().failNext(gateway::Error::client(gateway::ErrorCode::InvalidRequest,
                                                     "Two limits of the same kind have the duration 1d."));
        child<QPushButton>(dialog, "limit_save").click();
        QVERIFY(dialog.isVisible());
        auto &problem = child<QLabel>(dialog, "limit_problem");
        QVERIFY(problem.isVisible());
        QVERIFY(problem.text().contains(QStringLiteral("same kind")));
        child<QDoubleSpinBox>(dialog, "limit_budget").setValue(2);
        QVERIFY(!problem.isVisible());
    }

    void deletingCanBeUndone()
    {
        select(QStringLiteral("model"));
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Delete);
        QCOMPARE(table().model()->rowCount(), 7);
        m_fixture->gateway.removals().undo([](const gateway::Result<gateway::api::RemovedView> &) {});
        QCOMPARE(table().model()->rowCount(), 8);
    }

    void beginningAnewAsksFirst()
    {
        select(QStringLiteral("all"));
        m_fixture->prompt.answers.append({0, false});
        child<QPushButton>(*m_page, "reset_limit").click();
        QVERIFY(governance().resetLimits.isEmpty());
        m_fixture->prompt.answers.append({1, false});
        child<QPushButton>(*m_page, "reset_limit").click();
        QCOMPARE(governance().resetLimits, QStringList{QStringLiteral("all")});
    }

    void moreIsAllowedUntilAnEndThatIsChosen()
    {
        select(QStringLiteral("all"));
        table().setFocus();
        emit table().customContextMenuRequested(table().visualRect(table().currentIndex()).center());
        auto *raises = m_page->findChild<QMenu *>(QStringLiteral("raise_limit"));
        QVERIFY(raises != nullptr);
        raises->actions().at(0)->trigger();
        QCOMPARE(governance().raisedLimits.back(), std::pair(QStringLiteral("all"), 50 * dollar / 4));
        QAction *ask = raises->actions().at(4);
        QCOMPARE(ask->text(), QStringLiteral("Another amount or end…"));
        ask->trigger();
        auto &dialog = child<RaiseDialog>(*m_page, "raise_dialog");
        child<QDoubleSpinBox>(dialog, "raise_amount").setValue(3);
        const QDateTime end(QDate::currentDate().addDays(9), QTime(12, 0));
        child<QDateTimeEdit>(dialog, "raise_until").setDateTime(end);
        child<QPushButton>(dialog, "raise_save").click();
        QCOMPARE(governance().raisedLimits.back(), std::pair(QStringLiteral("all"), 3 * dollar));
        QCOMPARE(named(QStringLiteral("all")).limit.extraUntil, end.toUTC());
    }

    void withoutLimitsItSaysWhatTheyAreFor()
    {
        governance().storedTeams.clear();
        governance().storedCustomers.clear();
        governance().storedSharedLimits.clear();
        governance().setKeys({});
        QVERIFY(child<QWidget>(*m_page, "no_limits").isVisible());
        QVERIFY(!table().isVisible());
        child<QPushButton>(*m_page, "add_first_limit").click();
        QVERIFY(child<LimitDialog>(*m_page, "limit_dialog").isVisible());
    }

    void teamsAndCustomersAreOutOfTheWayUntilThereIsOne()
    {
        auto &tabs = child<QTabBar>(*m_page, "key_tabs");
        auto &show = child<QPushButton>(*m_page, "show_owners");
        QVERIFY(tabs.isTabVisible(2));
        QVERIFY(!show.isVisible());
        governance().storedTeams.clear();
        governance().storedCustomers.clear();
        governance().setKeys(governance().storedKeys);
        QVERIFY(!tabs.isTabVisible(2));
        QVERIFY(show.isVisible());
        show.click();
        QCOMPARE(tabs.currentIndex(), 2);
        QVERIFY(child<QWidget>(*m_page, "no_owners").isVisible());
    }

    void aTeamIsMadeChangedAndDeleted()
    {
        child<QTabBar>(*m_page, "key_tabs").setCurrentIndex(2);
        child<QPushButton>(*m_page, "add_team").click();
        auto *dialog = &child<OwnerDialog>(*m_page, "owner_dialog");
        QVERIFY(!child<QPushButton>(*dialog, "owner_save").isEnabled());
        child<QLineEdit>(*dialog, "owner_name").setText(QStringLiteral(" design "));
        choose(child<QComboBox>(*dialog, "owner_customer"), QStringLiteral("contoso"));
        child<QDoubleSpinBox>(*dialog, "owner_budget").setValue(9);
        child<QPushButton>(*dialog, "owner_save").click();
        const auto made = governance().storedTeams.last();
        QCOMPARE(made.name, QStringLiteral("design"));
        QCOMPARE(made.customerId, QStringLiteral("c"));
        QCOMPARE(made.limits.front().most, 9 * dollar);
        QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
        auto &owners = child<QTableView>(*m_page, "owner_table");
        QCOMPARE(owners.model()->index(1, 0).data().toString(), QStringLiteral("design")); // below its customer
        owners.selectRow(1);
        child<QPushButton>(*m_page, "edit_owner").click();
        dialog = &child<OwnerDialog>(*m_page, "owner_dialog");
        child<QLineEdit>(*dialog, "owner_name").setText(QStringLiteral("art"));
        child<QPushButton>(*dialog, "owner_save").click();
        QCOMPARE(governance().storedTeams.last().name, QStringLiteral("art"));
        QCOMPARE(governance().storedTeams.size(), 2);
        owners.setFocus();
        owners.selectRow(1);
        QTest::keyClick(&owners, Qt::Key_Delete);
        QCOMPARE(governance().storedTeams.size(), 1);
    }

    void aKeyIsGivenToATeam()
    {
        VirtualKeyDialog dialog(governance().storedKeys.front(), {});
        QVERIFY(dialog.findChild<QComboBox *>(QStringLiteral("key_owner")) == nullptr);
        dialog.offerOwners(governance().storedTeams, governance().storedCustomers);
        auto &owner = child<QComboBox>(dialog, "key_owner");
        choose(owner, QStringLiteral("Team research"));
        QCOMPARE(dialog.key().teamId, QStringLiteral("t"));
        QVERIFY(dialog.key().customerId.isEmpty());
        choose(owner, QStringLiteral("Customer contoso"));
        QVERIFY(dialog.key().teamId.isEmpty());
        QCOMPARE(dialog.key().customerId, QStringLiteral("c"));
    }

    void everyControlHasAName()
    {
        m_page->startAdding();
        child<QPushButton>(*m_page, "add_customer").click();
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            const bool isControl =
                qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
            if (isControl && widget->focusPolicy() != Qt::NoFocus && !widget->objectName().isEmpty()
                && !widget->objectName().startsWith(QStringLiteral("qt_")))
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    support::FakeGovernance &governance() { return m_fixture->gateway.fakeGovernance; }
    QTableView &table() { return child<QTableView>(*m_page, "limit_table"); }
    QString facts() { return child<QLabel>(*m_page, "key_facts").text(); }
    OwnedLimit named(const QString &id)
    {
        for (const OwnedLimit &each : ui::models::limitsInForce(governance())) {
            if (each.limit.id == id)
                return each;
        }
        return {};
    }
    void select(const QString &id)
    {
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            if (static_cast<LimitTableModel *>(table().model())->limitAt(row)->limit.id == id)
                table().selectRow(row);
        }
    }

    std::optional<WindowFixture> m_fixture;
    std::unique_ptr<VirtualKeysPage> m_page;
};

QTEST_MAIN(LimitsViewTest)
#include "tst_limits_view.moc"
