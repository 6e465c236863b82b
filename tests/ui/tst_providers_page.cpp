#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include "tests/ui/window_fixture.h"
#include "ui/models/provider_key_model.h"
#include "ui/models/provider_table_model.h"
#include "ui/pages/provider_editor.h"
#include "ui/pages/providers_page.h"
#include "ui/widgets/banner.h"

using gateway::api::ProviderHealth;
using gateway::api::ProviderView;
using ui::models::ProviderTableModel;
using ui::pages::ProvidersPage;

namespace {

// With the keyboard in the table.
QTableView *showWithFirstProviderChosen(ProvidersPage &page)
{
    page.show();
    auto *table = page.findChild<QTableView *>(QStringLiteral("provider_table"));
    table->selectRow(0);
    table->setFocus();
    page.activateWindow();
    return QTest::qWaitForWindowActive(&page) ? table : nullptr;
}

} // namespace

class ProvidersPageTest : public QObject {
    Q_OBJECT
private slots:
    void modelKeepsTheRulesWhileRowsComeAndGo()
    {
        ProviderTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<ProviderView> providers = support::sampleProviders();
        model.setProviders(providers, support::samplePresets());
        QCOMPARE(model.rowCount(), 7);
        providers.removeAt(2);
        providers.move(0, 3);
        providers.append(ProviderView{});
        providers.last().name = QStringLiteral("new");
        model.setProviders(providers, support::samplePresets());
        QCOMPARE(model.rowCount(), 7);
        for (int row = 0; row < providers.size(); ++row)
            QCOMPARE(model.providerAt(row)->name, providers.at(row).name);
        model.setProviders({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void anotherProviderDropsNothingUnasked()
    {
        WindowFixture fixture;
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        page.show();
        const QString first = fixture.gateway.storedProviders.at(0).name;
        const QString second = fixture.gateway.storedProviders.at(1).name;
        const auto *name = page.findChild<QLineEdit *>(QStringLiteral("provider_name"));
        auto *title = page.findChild<QLineEdit *>(QStringLiteral("provider_display_name"));
        page.openProvider(first);
        page.openProvider(second); // nothing was typed
        QCOMPARE(name->text(), second);
        QVERIFY(fixture.prompt.questions.isEmpty());
        title->setText(QStringLiteral("half"));
        page.openProvider(second); // it is open, as it is
        QCOMPARE(title->text(), QStringLiteral("half"));
        fixture.prompt.answers = {ui::Answer{0, false}, ui::Answer{1, false}};
        page.openProvider(first);
        QCOMPARE(fixture.prompt.questions.size(), 1);
        QCOMPARE(title->text(), QStringLiteral("half"));
        page.openProvider(first);
        QCOMPARE(name->text(), first);
        QVERIFY(title->isVisible());
    }

    void theMenuKeyIsAboutTheCurrentProvider()
    {
        WindowFixture fixture;
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        page.resize(1000, 800);
        QTableView *table = showWithFirstProviderChosen(page);
        QVERIFY(table);
        QSignalSpy wanted(table, &QWidget::customContextMenuRequested);
        const QPoint middle = table->rect().center(); // as Qt has it
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, middle, table->mapToGlobal(middle));
        QCoreApplication::sendEvent(table, &byKey);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(table->rowAt(wanted.at(0).at(0).toPoint().y()), 0);
    }

    void keyModelKeepsTheRulesAndShowsNoValue()
    {
        ui::models::ProviderKeyModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys(support::sampleProviders().first().keys);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("…3fQA"));
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                QVERIFY(!model.index(row, column).data().toString().contains(QStringLiteral("sk-")));
        }
        model.setKeys({});
        QCOMPARE(model.rowCount(), 0);
    }

    void keyModelSaysWhichModelsAKeyIsFor_data()
    {
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<QStringList>("denied");
        QTest::addColumn<QString>("alias");
        QTest::addColumn<QString>("text");
        const QStringList all{QStringLiteral("*")};
        const QStringList two{QStringLiteral("gpt-*"), QStringLiteral("o3")};
        const QStringList one{QStringLiteral("o3-pro")};
        QTest::newRow("nothing is none") << QStringList() << QStringList() << QString() << QStringLiteral("none");
        QTest::newRow("a star is all") << all << QStringList() << QString() << QStringLiteral("all");
        QTest::newRow("names") << two << QStringList() << QString() << QStringLiteral("gpt-*, o3");
        QTest::newRow("some are denied") << all << one << QString() << QStringLiteral("all but o3-pro");
        QTest::newRow("none but an alias")
            << QStringList() << QStringList() << QStringLiteral("fast") << QStringLiteral("fast");
    }
    void keyModelSaysWhichModelsAKeyIsFor()
    {
        QFETCH(QStringList, models);
        QFETCH(QStringList, denied);
        QFETCH(QString, alias);
        QFETCH(QString, text);
        auto key = support::sampleProviders().first().keys.first();
        key.models = models;
        key.blacklistedModels = denied;
        if (!alias.isEmpty())
            key.aliases = {{alias, QStringLiteral("deployment-1")}};
        ui::models::ProviderKeyModel model;
        model.setKeys({key});
        QCOMPARE(model.index(0, ui::models::ProviderKeyModel::Models).data().toString(), text);
    }

    void rowsSayTheirStateInWords()
    {
        ProviderTableModel model;
        model.setProviders(support::sampleProviders(), support::samplePresets());
        const int row = model.rowOf(QStringLiteral("mistral"));
        const QString words = model.index(row, ProviderTableModel::State).data().toString();
        QVERIFY(words.contains(QStringLiteral("Key rejected")));
        QVERIFY(words.contains(QStringLiteral("401")));
        const QString spoken = model.index(row, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(QStringLiteral("Mistral")) && spoken.contains(words));
    }

    void findsAmongManyProvidersAndPresets()
    {
        WindowFixture fixture;
        QList<ProviderView> providers = fixture.gateway.storedProviders;
        for (int number = 0; number < 40; ++number) {
            ProviderView more;
            more.name = QStringLiteral("server-%1").arg(number);
            providers.append(more);
        }
        fixture.gateway.setProviders(providers);
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        page.resize(1100, 800);
        QTableView *table = showWithFirstProviderChosen(page);
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 47);
        auto *find = page.findChild<QLineEdit *>(QStringLiteral("find_provider"));
        QTest::keyClick(table, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(find->hasFocus());
        QTest::keyClicks(find, QStringLiteral("Open"));
        QCOMPARE(table->model()->rowCount(), 2); // OpenAI and OpenRouter
        const auto isShown = [&page](const char *name) {
            return page.findChild<QWidget *>(QLatin1String(name))->isVisibleTo(&page);
        };
        QVERIFY(isShown("preset_openai")); // looked for, though it is set up
        QVERIFY(!isShown("preset_deepseek"));
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(find->text().isEmpty());
        QCOMPARE(table->model()->rowCount(), 47);
        QVERIFY(!isShown("preset_openai")); // is set up
        QVERIFY(isShown("preset_deepseek"));
        QTest::keyClicks(find, QStringLiteral("server-17"));
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(page.findChild<QLineEdit *>(QStringLiteral("provider_name"))->text(), QStringLiteral("server-17"));
    }

    void sortsByStateWithTroubleFirstAndBackToNames()
    {
        WindowFixture fixture;
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        page.resize(1100, 800);
        QTableView *table = showWithFirstProviderChosen(page);
        QVERIFY(table);
        const auto names = [table] {
            QStringList found;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                found.append(table->model()->index(row, 0).data(ProviderTableModel::NameRole).toString());
            return found;
        };
        const QStringList byName = names();
        QCOMPARE(byName.first(), QStringLiteral("anthropic"));
        auto *header = table->horizontalHeader();
        const auto click = [header](int column) {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                              QPoint(header->sectionViewportPosition(column) + 20, header->height() / 2));
        };
        click(ProviderTableModel::State);
        QCOMPARE(names().mid(0, 3),
                 (QStringList{QStringLiteral("groq"), QStringLiteral("mistral"), QStringLiteral("openrouter")}));
        QCOMPARE(names().last(), byName.last()); // off
        QCOMPARE(table->currentIndex().data(ProviderTableModel::NameRole).toString(), QStringLiteral("anthropic"));
        click(ProviderTableModel::State);
        click(ProviderTableModel::State);
        QCOMPARE(names(), byName);
    }

    void tellsWhatWasMeasuredOnlyWhileItIsSeen()
    {
        WindowFixture fixture;
        gateway::api::UsageGroup group;
        group.name = QStringLiteral("anthropic");
        group.sums.cost = gateway::Money{196'004'700'000};
        fixture.gateway.usage.byProvider = {group};
        gateway::api::ProviderLatency latency{QStringLiteral("anthropic"), {}};
        latency.latency.firstToken.answers = 9;
        latency.latency.firstToken.p50 = std::chrono::milliseconds(740);
        fixture.gateway.usage.latencyByProvider = {latency};
        gateway::api::LogBucket bucket;
        bucket.name = QStringLiteral("anthropic");
        bucket.start = QDateTime::currentDateTimeUtc().addSecs(-60);
        bucket.stats.requests = 7;
        fixture.gateway.logBuckets = {bucket};
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        QVERIFY(fixture.gateway.usageQueries.empty());
        page.resize(1200, 800);
        page.show();
        auto *table = page.findChild<QTableView *>(QStringLiteral("provider_table"));
        const auto text = [table](int column) { return table->model()->index(0, column).data().toString(); };
        QCOMPARE(text(ProviderTableModel::Spend), QStringLiteral("$196.00"));
        QCOMPARE(text(ProviderTableModel::FirstToken), QStringLiteral("0.74 s"));
        const auto bars = table->model()
                              ->index(0, ProviderTableModel::LastHour)
                              .data(ProviderTableModel::BarsRole)
                              .value<QList<qint64>>();
        QCOMPARE(bars.size(), 12);
        QCOMPARE(bars.last(), qint64(7));
        QCOMPARE(bars.first(), qint64(0));
    }

    void withoutANetworkTheBannerNamesNoProvider()
    {
        WindowFixture fixture;
        QList<ProviderView> providers = fixture.gateway.storedProviders;
        for (ProviderView &provider : providers)
            provider.health = ProviderHealth::Healthy;
        providers[0].health = ProviderHealth::Unreachable;
        fixture.gateway.setProviders(providers);
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        auto *banner = page.findChild<ui::widgets::Banner *>(QStringLiteral("provider_banner"));
        QVERIFY(banner->title().contains(QStringLiteral("Anthropic")));
        page.setOffline(true);
        QCOMPARE(banner->title(), QStringLiteral("This computer is offline"));
        QVERIFY(!page.needsAttention());
        page.setOffline(false);
        QVERIFY(banner->title().contains(QStringLiteral("Anthropic")));
        QVERIFY(page.needsAttention());
    }

    void selectionSurvivesNewProviders()
    {
        WindowFixture fixture;
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        auto *table = page.findChild<QTableView *>(QStringLiteral("provider_table"));
        table->selectRow(4);
        const QString name = table->currentIndex().data(ProviderTableModel::NameRole).toString();
        QList<ProviderView> providers = fixture.gateway.storedProviders;
        ProviderView first;
        first.name = QStringLiteral("aaa");
        providers.prepend(first);
        fixture.gateway.setProviders(providers);
        const QModelIndexList rows = table->selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().data(ProviderTableModel::NameRole).toString(), name);
    }

    void worstTroubleIsInTheBannerUntilItIsSolved()
    {
        WindowFixture fixture;
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        QSignalSpy attention(&page, &ui::pages::Page::attentionChanged);
        auto *banner = page.findChild<ui::widgets::Banner *>(QStringLiteral("provider_banner"));
        QVERIFY(banner->title().contains(QStringLiteral("Mistral")));
        QVERIFY(page.needsAttention());
        QList<ProviderView> providers = fixture.gateway.storedProviders;
        for (ProviderView &provider : providers)
            provider.health = ProviderHealth::Healthy;
        fixture.gateway.setProviders(providers);
        QVERIFY(banner->isHidden());
        QVERIFY(!page.needsAttention());
        QCOMPARE(attention.count(), 1);
    }

    void removingAsksNothingBecauseItCanBeUndone()
    {
        WindowFixture fixture;
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        QTableView *table = showWithFirstProviderChosen(page);
        QVERIFY(table);
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(fixture.prompt.questions.isEmpty());
        QCOMPARE(fixture.gateway.removedProviders, QStringList{QStringLiteral("anthropic")});
        QCOMPARE(std::get<ProviderView>(*fixture.gateway.removals().undoable()).keys.size(), 3);
    }

    void failureToRemoveIsSaid()
    {
        WindowFixture fixture;
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        QTableView *table = showWithFirstProviderChosen(page);
        QVERIFY(table);
        fixture.gateway.failNext(gateway::Error::internal(gateway::ErrorCode::StorageFailed, "The disk is full."));
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(fixture.prompt.questions.size(), 1);
        QVERIFY(fixture.prompt.questions.first().text.contains(QStringLiteral("The disk is full.")));
        QVERIFY(!fixture.gateway.removals().undoable());
    }

    // A current row that is not selected looks like nothing and takes neither Down nor Enter.
    void firstProviderIsSelectedAsSoonAsItIsThere()
    {
        WindowFixture fixture;
        const QList<ProviderView> providers = fixture.gateway.storedProviders;
        fixture.gateway.setProviders({});
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        page.show();
        fixture.gateway.setProviders(providers.mid(0, 1));
        auto *table = page.findChild<QTableView *>(QStringLiteral("provider_table"));
        table->setFocus(Qt::TabFocusReason);
        QVERIFY(page.findChild<QPushButton *>(QStringLiteral("edit_provider"))->isEnabled());
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(page.findChild<ui::pages::ProviderEditor *>()->isVisible());
    }

    void emptyListSaysHowToStart()
    {
        WindowFixture fixture;
        fixture.gateway.storedProviders.clear();
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        QVERIFY(page.findChild<QTableView *>(QStringLiteral("provider_table"))->isHidden());
        QVERIFY(!page.findChild<QLabel *>(QStringLiteral("provider_empty"))->isHidden());
    }

    void presetOpensTheEditorOfANewProvider()
    {
        WindowFixture fixture;
        ProvidersPage page(fixture.gateway, fixture.gateway.fakeRemovals, fixture.theme, fixture.prompt);
        page.show();
        page.findChild<QAbstractButton *>(QStringLiteral("preset_xai"))->click();
        QVERIFY(page.findChild<ui::pages::ProviderEditor *>()->isVisible());
        QCOMPARE(page.findChild<QLineEdit *>(QStringLiteral("provider_name"))->text(), QStringLiteral("xai"));
    }
};

QTEST_MAIN(ProvidersPageTest)
#include "tst_providers_page.moc"
