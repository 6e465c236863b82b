// Draws every page, dialog and wizard step with sample data into a folder, for the eye of a designer.
//
// bilrost-screenshots FOLDER [SCALE] [--language NAME]. Without a scale it runs itself for 1 and 2, because the scale of
// an application is fixed when it starts. The language "pseudo" has every text longer and with accents, "mirrored" has
// that read from the right.
// bilrost-screenshots --check [--language NAME] draws nothing: it looks each of them over and names its faults.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFontDatabase>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QSplitter>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include "tests/support/fake_client_setup.h"
#include "tests/support/fake_models.h"
#include "tests/support/fake_program.h"
#include "tests/support/sample_gateway.h"
#include "tests/support/scripted_prompt.h"
#include "tests/support/usage_samples.h"
#include "tests/ui/screenshots/language.h"
#include "tests/ui/screenshots/request_scenes.h"
#include "tests/ui/screenshots/route_scenes.h"
#include "tests/ui/screenshots/window_inspection.h"
#include "ui/dialogs/date_range_dialog.h"
#include "ui/dialogs/first_run_wizard.h"
#include "ui/dialogs/key_dialog.h"
#include "ui/dialogs/limit_dialog.h"
#include "ui/dialogs/new_value_dialog.h"
#include "ui/dialogs/owner_dialog.h"
#include "ui/dialogs/price_update_dialog.h"
#include "ui/dialogs/raise_dialog.h"
#include "ui/dialogs/virtual_key_dialog.h"
#include "ui/look/state_shape.h"
#include "ui/look/system_look.h"
#include "ui/look/theme.h"
#include "ui/main_window.h"
#include "ui/pages/page.h"
#include "ui/pages/providers_page.h"
#include "ui/pages/requests_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/usage_page.h"
#include "ui/pages/virtual_keys_page.h"
#include "ui/shell/command_palette.h"
#include "ui/tray_icon.h"
#include "ui/ui_settings.h"
#include "ui/user_prompt.h"

#include <QPainter>

#include <utility>

using gateway::api::ListenerState;
using gateway::api::ProviderTestReport;
using gateway::api::ProviderTestStep;
using gateway::api::TestOutcome;
using gateway::api::TestStep;

namespace {

struct Check {
    bool isPseudoLocale = false;
    QStringList faults;
};

struct Shot {
    QString folder;
    QString suffix;         // "-dark-2x"
    Check *check = nullptr; // looks instead of drawing

    void take(QWidget &widget, const QString &name) const
    {
        for (int round = 0; round < 5; ++round)
            QApplication::processEvents();
        if (check) {
            for (const QString &fault : screenshots::inspectWindow(widget, check->isPseudoLocale)) {
                if (!check->faults.contains(fault))
                    check->faults.append(fault);
            }
            return;
        }
        const QString file = QDir(folder).filePath(name + suffix + QStringLiteral(".png"));
        if (!widget.grab().save(file))
            qWarning("Cannot write %s", qPrintable(file));
    }
};

ProviderTestStep step(TestStep which, TestOutcome outcome, const QString &fact, int milliseconds)
{
    return {which, outcome, fact, {}, std::chrono::milliseconds(milliseconds)};
}

void playTest(support::FakeGateway &gateway)
{
    gateway.emitTestStep(
        step(TestStep::Address, TestOutcome::Passed, QStringLiteral("api.anthropic.com, TLS 1.3"), 38));
    gateway.emitTestStep(step(TestStep::Key, TestOutcome::Passed, QStringLiteral("accepted"), 112));
    gateway.emitTestStep(step(TestStep::Models, TestOutcome::Passed, QStringLiteral("9 models"), 140));
    gateway.emitTestStep(step(TestStep::Answer, TestOutcome::Running, QStringLiteral("“Hello. The bridge is up"), 300));
}

void failTest(support::FakeGateway &gateway)
{
    ProviderTestReport report;
    report.steps = {step(TestStep::Address, TestOutcome::Passed, QStringLiteral("api.anthropic.com, TLS 1.3"), 38),
                    step(TestStep::Key, TestOutcome::Failed, QStringLiteral("answered 401"), 112),
                    step(TestStep::Models, TestOutcome::Skipped, {}, 0),
                    step(TestStep::Answer, TestOutcome::Skipped, {}, 0)};
    report.steps[1].problem = QStringLiteral(
        "The key was refused (401). Check that it is complete, or make a new one at console.anthropic.com.");
    gateway.finishTest(report);
}

// A quiet beginning, a hole, and some minutes in which every third request failed.
QList<gateway::api::LogBucket> lastHour()
{
    QList<gateway::api::LogBucket> buckets;
    QDateTime now = QDateTime::currentDateTimeUtc();
    now.setTime(QTime(now.time().hour(), now.time().minute()));
    for (int minute = 0; minute < 60; ++minute) {
        gateway::api::LogBucket bucket;
        bucket.start = now.addSecs(-60 * (59 - minute));
        bucket.stats.requests = 14 + (minute * 7) % 23 - (minute > 22 && minute < 32 ? 12 : 0);
        const bool isBad = minute >= 32 && minute < 40;
        bucket.stats.cost = gateway::Money{bucket.stats.requests * 1'900'000};
        bucket.name = QStringLiteral("anthropic");
        bucket.stats.succeeded = bucket.stats.requests - (isBad ? bucket.stats.requests / 3 : minute % 17 == 0 ? 1 : 0);
        buckets.append(bucket);
    }
    return buckets;
}

class Session {
public:
    Session(const Shot &shot, ui::look::Theme &theme, const QString &schemeName)
        : m_shot(shot)
        , m_theme(theme)
        , m_store(m_folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat)
        , m_settings(m_store)
    {
        if (!shot.check) { // where there are figures, there are requests; the inspection has them in scenes of their own
            screenshots::fillWithRequests(m_gateway);
            m_gateway.logBuckets = lastHour();
        }
        support::fillWithSamples(m_gateway);
        m_gateway.usage = support::sampleUsage(QDate::currentDate());
        m_gateway.earlierHours = support::sampleEarlierHours(QDate::currentDate());
        m_gateway.listedPrices = support::samplePrices();
        m_gateway.ownPrices = support::sampleOwnPrices();
        for (const auto &price : std::as_const(m_gateway.listedPrices)) {
            m_models.known.append({price.provider, price.model, 200'000, {}, true});
        }
        m_models.known.append({QStringLiteral("anthropic"), QStringLiteral("claude-next-preview"), {}, {}, false});
        m_gateway.currentStatus.spentToday = gateway::Money{18'420'000'000};
        m_settings.write(ui::settings::theme, schemeName);
    }

    void takeAll(bool isMainOnly)
    {
        takePages();
        takeScenes(screenshots::routeScenes());
        takeScenes(screenshots::requestScenes());
        takePictures();
        if (isMainOnly)
            return;
        takeEditor();
        takeStates();
        takeWizard();
        takeKeyDialog();
        takeVirtualKeys();
        takePriceUpdate();
        takeRemoval();
        takeQuestion();
    }

private:
    std::unique_ptr<ui::MainWindow> window()
    {
        auto made = std::make_unique<ui::MainWindow>(
            ui::WindowSurroundings{m_gateway, m_theme, m_systemLook, m_settings, m_prompt, m_clients,
                                   m_gateway.fakeRemovals, m_gateway.fakeInspector, m_program, nullptr, &m_models});
        made->resize(1280, 800);
        made->show();
        return made;
    }

    void takePages()
    {
        const auto main = window();
        for (int index = 0; main->page(index) != nullptr; ++index) {
            main->showPage(index);
            m_shot.take(*main, main->page(index)->objectName());
        }
        takeSettings(*main);
        main->resize(960, 600);
        m_shot.take(*main, QStringLiteral("narrow"));
        takeUsage(*main);
    }

    // Where prompts are kept and searched, which stands below the fold.
    void takeSettings(ui::MainWindow &main)
    {
        main.openPage(main.findChild<ui::pages::SettingsPage *>());
        m_gateway.fakeInspector.changeBodySearch({true, 0.43});
        main.findChild<QListWidget *>(QStringLiteral("settings_sections"))->setCurrentRow(3);
        m_shot.take(main, QStringLiteral("settings_storage"));
        m_gateway.fakeInspector.changeBodySearch({});
    }

    // The whole of it, which is higher than a screen, with drawings and with figures.
    void takeUsage(ui::MainWindow &main)
    {
        auto *page = main.findChild<ui::pages::UsagePage *>();
        main.openPage(page);
        m_shot.take(main, QStringLiteral("usage_narrow"));
        main.resize(1280, 1780);
        m_shot.take(main, QStringLiteral("usage_whole"));
        main.findChild<QAction *>(QStringLiteral("usageLinesChoice"))->trigger();
        main.findChild<QPushButton *>(QStringLiteral("usageLatencyKind1"))->click();
        page->showRange({ui::models::UsageRange::Kind::Year, QDate::currentDate()});
        m_shot.take(main, QStringLiteral("usage_year"));
        main.findChild<QPushButton *>(QStringLiteral("usageAsTable"))->click();
        m_shot.take(main, QStringLiteral("usage_tables"));
        // What is kept, later windows would show too.
        main.findChild<QAction *>(QStringLiteral("usageBarsChoice"))->trigger();
        main.findChild<QPushButton *>(QStringLiteral("usageLatencyKind0"))->click();
        ui::dialogs::DateRangeDialog dialog(QDate::currentDate().addDays(-9), QDate::currentDate(),
                                            QDate::currentDate());
        dialog.show();
        m_shot.take(dialog, QStringLiteral("date_range"));
    }

    void takeScenes(const QList<screenshots::Scene> &scenes)
    {
        for (const screenshots::Scene &scene : scenes) {
            support::FakeGateway gateway;
            const std::unique_ptr<QWidget> page(scene.make(gateway, m_theme));
            page->resize(scene.size);
            page->show();
            page->activateWindow();
            scene.prepare(*page);
            m_shot.take(*page, scene.name);
        }
    }

    // What the documents show: the whole window, once with the overview and once with the answer that comes in.
    void takePictures()
    {
        support::FakeGateway gateway;
        support::fillWithSamples(gateway);
        screenshots::fillWithRequests(gateway);
        const auto timesOfRows = std::exchange(gateway.logBuckets, lastHour());
        gateway.usage.total.requests = 2418;
        gateway.usage.total.errors = 37;
        gateway.usage.total.cacheRead = 84'000'000;
        gateway.usage.total.uncachedInput = 16'000'000;
        gateway.usage.total.output = 1'300'000;
        gateway.currentStatus.spentToday = gateway::Money{18'420'000'000};
        ui::MainWindow main(ui::WindowSurroundings{gateway, m_theme, m_systemLook, m_settings, m_prompt, m_clients,
                                                   gateway.fakeRemovals, gateway.fakeInspector, m_program, nullptr,
                                                   &m_models});
        main.resize(1440, 900);
        main.show();
        main.showPage(0);
        QTest::qWait(100);
        m_shot.take(main, QStringLiteral("picture-dashboard"));
        gateway.logBuckets = timesOfRows;
        main.showPage(1);
        QTest::qWait(100);
        auto *table = main.findChild<QTableView *>(QStringLiteral("requestTable"));
        auto *tabs = main.findChild<QTabBar *>(QStringLiteral("detailTabs"));
        auto *splitter = main.findChild<QSplitter *>(QStringLiteral("requestsSplitter"));
        splitter->setSizes({380, 400});
        table->setFocus();
        table->selectRow(4);
        QTest::qWait(200);
        m_shot.take(main, QStringLiteral("picture-requests"));
        splitter->setSizes({270, 510});
        table->selectRow(0);
        QTest::qWait(200);
        tabs->setCurrentIndex(1);
        QTest::qWait(100);
        m_shot.take(main, QStringLiteral("picture-conversation"));
    }

    void takeEditor()
    {
        const auto main = window();
        auto *page = main->findChild<ui::pages::ProvidersPage *>();
        for (int index = 0; main->page(index) != nullptr; ++index) {
            if (main->page(index) == page)
                main->showPage(index);
        }
        page->openProvider(QStringLiteral("anthropic"));
        main->findChild<QPushButton *>(QStringLiteral("start_test"))->click();
        playTest(m_gateway);
        main->findChild<QLineEdit *>(QStringLiteral("provider_display_name"))->setText(QStringLiteral("Claude"));
        main->findChild<QLineEdit *>(QStringLiteral("provider_address"))
            ->setText(QStringLiteral("https://claude.example.org"));
        m_shot.take(*main, QStringLiteral("provider_editor"));
        failTest(m_gateway);
        main->findChild<QTabBar *>(QStringLiteral("provider_tabs"))->setCurrentIndex(1);
        main->findChild<QAbstractButton *>(QStringLiteral("skip_tls"))->setChecked(true);
        m_shot.take(*main, QStringLiteral("provider_network"));
        main->findChild<QTabBar *>(QStringLiteral("provider_tabs"))->setCurrentIndex(2);
        m_shot.take(*main, QStringLiteral("provider_expert"));
        m_prompt.answers = {ui::Answer{1, false}};                 // leave what was typed
        page->openProvider(m_gateway.storedProviders.last().name); // a custom one has more of it
        main->findChild<QTabBar *>(QStringLiteral("provider_tabs"))->setCurrentIndex(2);
        m_shot.take(*main, QStringLiteral("provider_expert_custom"));
        page->openProvider(QStringLiteral("anthropic"));
        main->resize(960, 600);
        m_shot.take(*main, QStringLiteral("provider_editor_narrow"));
        main->resize(1280, 800);
        main->findChild<QAbstractButton *>(QStringLiteral("preset_openai"))->click();
        m_shot.take(*main, QStringLiteral("provider_new"));
    }

    void takeStates()
    {
        const auto providers = m_gateway.storedProviders;
        auto status = m_gateway.currentStatus;
        status.listener = ListenerState::Failed;
        status.listenerProblem = QStringLiteral("Port 8080 is used by node (4711).");
        status.nextFreePort = 8081;
        status.secretStore = gateway::api::SecretStoreKind::Memory;
        status.droppedRecords = 12;
        status.storageProblem = QStringLiteral("The disk is full");
        std::swap(status, m_gateway.currentStatus);
        m_gateway.storedProviders.clear();
        const auto history = std::exchange(m_gateway.history, {});
        const auto running = std::exchange(m_gateway.running, {});
        const auto buckets = std::exchange(m_gateway.logBuckets, {});
        const auto main = window();
        m_shot.take(*main, QStringLiteral("port_busy_empty"));
        m_gateway.history = history;
        m_gateway.running = running;
        m_gateway.logBuckets = buckets;
        std::swap(status, m_gateway.currentStatus);
        m_gateway.storedProviders = providers;
    }

    void takeWizard()
    {
        ui::dialogs::FirstRunWizard wizard(m_gateway, m_theme, m_prompt);
        wizard.show();
        const auto next = [&] { wizard.findChild<QPushButton *>(QStringLiteral("wizard_next"))->click(); };
        wizard.findChild<QAbstractButton *>(QStringLiteral("preset_anthropic"))->click();
        wizard.findChild<QLineEdit *>(QStringLiteral("wizard_key"))->setText(QStringLiteral("sk-ant-0123456789-3fQA"));
        m_shot.take(wizard, QStringLiteral("wizard_1_provider"));
        next();
        playTest(m_gateway);
        m_shot.take(wizard, QStringLiteral("wizard_2_test"));
        failTest(m_gateway);
        m_shot.take(wizard, QStringLiteral("wizard_2_test_failed"));
        next();
        m_shot.take(wizard, QStringLiteral("wizard_3_tool"));
        next();
        m_shot.take(wizard, QStringLiteral("wizard_4_waiting"));
        gateway::api::RequestSummary request;
        request.id = QStringLiteral("req_1");
        request.startedAt = QDateTime::currentDateTimeUtc();
        request.state = gateway::RequestState::Succeeded;
        request.client = QStringLiteral("curl");
        request.provider = QStringLiteral("anthropic");
        request.model = QStringLiteral("claude-haiku-4-5");
        request.duration = std::chrono::milliseconds(640);
        m_gateway.emitRequests({request});
        m_shot.take(wizard, QStringLiteral("wizard_4_seen"));
    }

    void takeKeyDialog()
    {
        ui::dialogs::KeyDialog dialog(m_gateway.storedProviders.first().keys.first(), false);
        dialog.show();
        m_shot.take(dialog, QStringLiteral("key_dialog"));
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("work account");
        key.region = QStringLiteral("eu-central-1");
        ui::dialogs::KeyDialog bedrock(key, true, nullptr, QStringLiteral("bedrock"),
                                       QStringLiteral("AWS_BEARER_TOKEN_BEDROCK"));
        bedrock.show();
        m_shot.take(bedrock, QStringLiteral("key_dialog_bedrock"));
        key.region.clear();
        key.place.kind = QStringLiteral("azure");
        key.place.endpoint = QStringLiteral("contoso-sweden");
        key.place.tenantId = QStringLiteral("72f988bf-86f1-41af-91ab-2d7cd011db47");
        key.place.clientId = QStringLiteral("4ef1f21c-54a5-4dc4-a1b6-0a5e2c0a66d1");
        key.aliases = {{QStringLiteral("gpt-5.4"), QStringLiteral("prod-gpt")}};
        ui::dialogs::KeyDialog azure(key, true, nullptr, QStringLiteral("openai"),
                                     QStringLiteral("AZURE_OPENAI_API_KEY"));
        azure.show();
        m_shot.take(azure, QStringLiteral("key_dialog_azure"));
        key.place = {};
        key.place.kind = QStringLiteral("vertex");
        ui::dialogs::KeyDialog vertex(key, true, nullptr, QStringLiteral("gemini"),
                                      QStringLiteral("GOOGLE_APPLICATION_CREDENTIALS"));
        vertex.show();
        m_shot.take(vertex, QStringLiteral("key_dialog_vertex"));
    }

    void takeVirtualKeys()
    {
        const QStringList providers{QStringLiteral("anthropic"), QStringLiteral("openai")};
        ui::dialogs::VirtualKeyDialog fresh(gateway::api::VirtualKeyView(), providers);
        fresh.show();
        m_shot.take(fresh, QStringLiteral("virtual_key_new"));
        ui::dialogs::VirtualKeyDialog edited(support::sampleVirtualKeys().at(1), providers);
        edited.show();
        m_shot.take(edited, QStringLiteral("virtual_key_edit"));
        ui::dialogs::NewValueDialog value(QStringLiteral("codex"), m_gateway.fakeGovernance.nextValue,
                                          QStringLiteral("http://127.0.0.1:8080"), false);
        value.show();
        value.findChild<QPushButton *>(QStringLiteral("copy_value"))->click();
        m_shot.take(value, QStringLiteral("virtual_key_value"));
        ui::dialogs::NewValueDialog kept(QStringLiteral("codex"), m_gateway.fakeGovernance.nextValue,
                                         QStringLiteral("http://127.0.0.1:8080"), true);
        kept.show();
        m_shot.take(kept, QStringLiteral("virtual_key_kept_value"));
        const auto keys = std::exchange(m_gateway.fakeGovernance.storedKeys, {});
        ui::pages::VirtualKeysPage empty(m_gateway, m_gateway.fakeRemovals, m_theme, m_prompt);
        empty.resize(1000, 600);
        empty.show();
        m_shot.take(empty, QStringLiteral("virtual_keys_empty"));
        empty.showLimits();
        m_shot.take(empty, QStringLiteral("limits_empty"));
        empty.findChild<QPushButton *>(QStringLiteral("show_owners"))->click();
        m_shot.take(empty, QStringLiteral("owners_empty"));
        m_gateway.fakeGovernance.storedKeys = keys;
        takeLimits();
    }

    void takeLimits()
    {
        auto &governance = m_gateway.fakeGovernance;
        governance.storedSharedLimits = support::sampleSharedLimits();
        governance.storedTeams = support::sampleTeams();
        governance.storedCustomers = support::sampleCustomers();
        const auto keys = governance.storedKeys;
        governance.storedKeys[0].teamId = governance.storedTeams.front().id;
        governance.storedKeys[1].teamId = governance.storedTeams.front().id;
        const auto main = window();
        main->showPage(5);
        auto *page = main->findChild<ui::pages::VirtualKeysPage *>();
        page->showLimits();
        m_shot.take(*main, QStringLiteral("limits"));
        main->resize(960, 600);
        m_shot.take(*main, QStringLiteral("limits_narrow"));
        main->resize(1280, 800);
        page->findChild<QTabBar *>(QStringLiteral("key_tabs"))->setCurrentIndex(2);
        m_shot.take(*main, QStringLiteral("owners"));
        ui::dialogs::LimitDialog fresh(ui::dialogs::LimitPlaces{{QStringLiteral("anthropic"), QStringLiteral("openai")},
                                                                governance.storedKeys,
                                                                governance.storedTeams,
                                                                governance.storedCustomers});
        fresh.show();
        fresh.findChild<QComboBox *>(QStringLiteral("limit_kind"))->setCurrentIndex(2);
        m_shot.take(fresh, QStringLiteral("limit_new"));
        ui::dialogs::LimitDialog edited(ui::models::limitsInForce(governance).front());
        edited.show();
        edited.showProblem(QStringLiteral("Two limits of the same kind have the duration 1d."));
        m_shot.take(edited, QStringLiteral("limit_edit"));
        ui::dialogs::RaiseDialog raise(ui::models::limitsInForce(governance).front().limit,
                                       ui::models::ownerText(ui::models::limitsInForce(governance).front()),
                                       QDateTime::currentDateTimeUtc());
        raise.show();
        m_shot.take(raise, QStringLiteral("limit_raise"));
        ui::dialogs::OwnerDialog team(governance.storedTeams.front(), governance.storedCustomers);
        team.show();
        m_shot.take(team, QStringLiteral("owner_team"));
        ui::dialogs::VirtualKeyDialog key(governance.storedKeys.front(), {QStringLiteral("openai")});
        key.offerOwners(governance.storedTeams, governance.storedCustomers);
        key.show();
        m_shot.take(key, QStringLiteral("virtual_key_owner"));
        governance.storedSharedLimits.clear();
        governance.storedTeams.clear();
        governance.storedCustomers.clear();
        governance.storedKeys = keys;
    }

    void takePriceUpdate()
    {
        m_gateway.fakePriceLists.update = support::samplePriceUpdate();
        ui::dialogs::PriceUpdateDialog dialog(m_gateway.fakePriceLists,
                                              QStringLiteral("https://prices.example.org/list.json"), m_theme);
        dialog.show();
        dialog.findChild<QPushButton *>(QStringLiteral("priceUpdateLook"))->click();
        m_shot.take(dialog, QStringLiteral("price_update"));
    }

    void takeRemoval()
    {
        const auto main = window();
        main->showPage(3);
        m_gateway.removals().remove({gateway::api::RemovableKind::Provider, QStringLiteral("groq")},
                                    [](const gateway::Result<gateway::api::RemovedView> &) {});
        m_shot.take(*main, QStringLiteral("undo_bar"));
        m_gateway.removals().undo([](const gateway::Result<gateway::api::RemovedView> &) {});
        main->findChild<QAction *>(QStringLiteral("action_palette"))->trigger();
        auto *palette = main->findChild<ui::shell::CommandPalette *>();
        palette->findChild<QLineEdit *>(QStringLiteral("palette_field"))->setText(QStringLiteral("pr"));
        m_shot.take(*palette, QStringLiteral("command_palette"));
        palette->close();
        main->findChild<QAction *>(QStringLiteral("action_shortcuts"))->trigger();
        m_shot.take(*main->findChild<QDialog *>(QStringLiteral("shortcuts_dialog")), QStringLiteral("shortcuts"));
    }

    // What cannot be undone is asked for in a box of the system's.
    void takeQuestion()
    {
        const auto prompt = ui::makeMessageBoxPrompt();
        ui::MainWindow main(ui::WindowSurroundings{m_gateway, m_theme, m_systemLook, m_settings, *prompt, m_clients,
                                                   m_gateway.fakeRemovals, m_gateway.fakeInspector, m_program, nullptr,
                                                   &m_models});
        main.resize(1280, 800);
        main.show();
        emit main.findChild<ui::pages::RequestsPage *>()->removalWanted(
            {QStringLiteral("one"), QStringLiteral("other"), QStringLiteral("third")});
        if (auto *box = main.findChild<QMessageBox *>()) {
            m_shot.take(*box, QStringLiteral("question_delete"));
            box->close();
        }
    }

    Shot m_shot;
    ui::look::Theme &m_theme;
    QTemporaryDir m_folder;
    QSettings m_store;
    ui::UiSettings m_settings;
    ui::look::SystemLook m_systemLook;
    support::FakeGateway m_gateway;
    support::ScriptedPrompt m_prompt;
    support::FakeClientSetup m_clients;
    support::FakeProgram m_program;
    support::FakeModels m_models;
};

// The drawings of the tray at their sizes and enlarged, and the nine shapes, on light and on dark.
void takeSymbols(const QString &folder)
{
    QImage sheet(760, 560, QImage::Format_ARGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.fillRect(380, 0, 380, 560, QColor(0x1E2024));
    for (int state = 0; state < 6; ++state) {
        for (const int half : {0, 380}) {
            int x = half + 20;
            const QColor ink = half == 0 ? QColor(0x1A1D23) : QColor(0xE5E7EB);
            for (const int size : {16, 22, 24, 32, 48, 96}) {
                painter.drawPixmap(
                    x, 10 + state * 60,
                    ui::drawTrayState(static_cast<ui::TrayState>(state), size, ink).scaledToHeight(qMin(size, 56)));
                x += qMin(size, 56) + 16;
            }
        }
    }
    const ui::look::Theme light(ui::look::Scheme::Light);
    const ui::look::Theme dark(ui::look::Scheme::Dark);
    for (int state = 0; state < 9; ++state) {
        const auto shape = static_cast<gateway::RequestState>(state);
        for (const int half : {0, 380}) {
            const QColor ink = (half == 0 ? light : dark).stateColor(shape);
            ui::look::paintStateShape(painter, QRectF(half + 10 + state * 40, 400, 14, 14), shape, ink);
            ui::look::paintStateShape(painter, QRectF(half + 6 + state * 40, 430, 36, 36), shape, ink);
        }
    }
    painter.end();
    sheet.save(QDir(folder).filePath(QStringLiteral("symbols.png")));
}

int runScales(const QStringList &arguments, const QString &language)
{
    int worst = 0;
    for (const QString &scale : {QStringLiteral("1"), QStringLiteral("2")}) {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        QStringList childArguments{arguments.at(1), scale};
        if (!language.isEmpty())
            childArguments << QStringLiteral("--language") << language;
        child.start(QCoreApplication::applicationFilePath(), childArguments);
        child.waitForFinished(-1);
        worst = qMax(worst, child.exitCode());
    }
    return worst;
}

void useOurFont()
{
    QFont font(QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter")
                                                                 : QStringLiteral("Noto Sans"));
    font.setPixelSize(13);
    QApplication::setFont(font);
}

int checkAll(const QString &language)
{
    ui::look::Theme theme(ui::look::Scheme::Light);
    theme.applyToApplication();
    Check check;
    check.isPseudoLocale = screenshots::isInvented(language);
    Session(Shot{{}, {}, &check}, theme, QStringLiteral("light")).takeAll(false);
    QTextStream out(stdout);
    for (const QString &fault : std::as_const(check.faults))
        out << fault << '\n';
    out << check.faults.size() << " faults\n";
    return check.faults.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QStringList arguments = QCoreApplication::arguments();
    const QString language = screenshots::takeLanguage(arguments);
    if (arguments.size() < 2) {
        QTextStream(stderr) << "usage: bilrost-screenshots FOLDER|--check [SCALE] [--language NAME]\n";
        return 2;
    }
    const bool isCheck = arguments.at(1) == QLatin1String("--check");
    if (arguments.size() == 2 && !isCheck)
        return runScales(arguments, language);
    if (!screenshots::useLanguage(application, language))
        return 1;
    if (language == QLatin1String("mirrored"))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    useOurFont();
    if (isCheck)
        return checkAll(language);
    QDir().mkpath(arguments.at(1));
    ui::look::Theme theme(ui::look::Scheme::Light);
    theme.applyToApplication();
    const QString scale = QStringLiteral("-%1x").arg(arguments.at(2));
    for (const QString &scheme : {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")}) {
        const Shot shot{arguments.at(1), QLatin1Char('-') + scheme + scale};
        Session(shot, theme, scheme).takeAll(scheme == QLatin1String("contrast"));
    }
    if (arguments.at(2) == QLatin1String("1"))
        takeSymbols(arguments.at(1));
    return 0;
}
