#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>

#include "tests/ui/window_fixture.h"
#include "ui/pages/providers_page.h"
#include "ui/pages/routes_page.h"
#include "ui/pages/settings_page.h"

using gateway::api::CaptureLevel;

namespace {

struct Scene : WindowFixture {
    std::unique_ptr<ui::MainWindow> shown = window();
    ui::pages::SettingsPage *page = shown->findChild<ui::pages::SettingsPage *>();

    Scene() { shown->openPage(page); }

    template <typename Control>
    Control *control(const char *name) const
    {
        return page->findChild<Control *>(QLatin1String(name));
    }

    // As a person does it: a choice counts when it is made, not when the page shows one.
    void choose(const char *name, const QVariant &value) const
    {
        auto *box = control<QComboBox>(name);
        box->setCurrentIndex(box->findData(value));
        emit box->activated(box->currentIndex());
    }
};

} // namespace

class SettingsPageTest : public QObject {
    Q_OBJECT
private slots:
    void searchingWhatWasSaidIsASwitchThatTellsHowFarItIs()
    {
        Scene scene;
        auto *box = scene.control<QCheckBox>("setting_body_search");
        auto *hint = scene.control<QLabel>("setting_body_search_hint");
        QVERIFY(!box->isChecked());
        box->click();
        QVERIFY(scene.gateway.fakeInspector.bodySearchState.isOn);
        QVERIFY2(hint->text().startsWith(QStringLiteral("0")), qPrintable(hint->text()));
        scene.gateway.fakeInspector.changeBodySearch({true, 0.25});
        QVERIFY2(hint->text().contains(QStringLiteral("25%")), qPrintable(hint->text()));
        QCOMPARE(box->accessibleDescription(), hint->text()); // a screen reader reads it with the switch
        scene.gateway.fakeInspector.changeBodySearch({true, 0.999});
        QVERIFY2(hint->text().contains(QStringLiteral("99%")), qPrintable(hint->text()));
        scene.gateway.fakeInspector.changeBodySearch({true, 1.0});
        QVERIFY2(hint->text().contains(QStringLiteral("text:word")), qPrintable(hint->text()));
        box->click();
        QVERIFY(!scene.gateway.fakeInspector.bodySearchState.isOn);
        scene.gateway.fakeInspector.failNext(
            gateway::Error::internal(gateway::ErrorCode::StorageFailed, "This SQLite has no FTS5."));
        box->click();
        QVERIFY(!box->isChecked());
        QVERIFY2(hint->text().contains(QStringLiteral("FTS5")), qPrintable(hint->text()));
    }

    void hintsAreWholeInTheNarrowestWindow()
    {
        Scene scene;
        for (const QSize &size : {QSize(960, 600), QSize(1280, 800)}) {
            scene.shown->resize(size);
            QCoreApplication::processEvents();
            int hints = 0;
            for (const QLabel *label : scene.page->findChildren<QLabel *>()) {
                if (!label->wordWrap() || !label->isVisible())
                    continue;
                ++hints;
                const int right = label->mapTo(scene.page, QPoint(label->width(), 0)).x();
                QVERIFY2(right <= scene.page->width(), qPrintable(label->text()));
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            }
            QVERIFY(hints > 5);
        }
    }

    void themeChangesAtOnceAndTheMenuSaysSo()
    {
        const Scene scene;
        scene.choose("setting_theme", QStringLiteral("dark"));
        QCOMPARE(scene.theme.scheme(), ui::look::Scheme::Dark);
        QVERIFY(scene.shown->findChild<QAction *>(QStringLiteral("theme_dark"))->isChecked());
    }

    void pageShowsWhatWasChangedElsewhere()
    {
        const Scene scene;
        scene.shown->showPage(0);
        scene.shown->findChild<QAction *>(QStringLiteral("theme_light"))->trigger();
        scene.shown->openPage(scene.page);
        QCOMPARE(scene.control<QComboBox>("setting_theme")->currentData().toString(), QStringLiteral("light"));
    }

    void languageIsKeptAndChangedWithoutARestart()
    {
        const Scene scene;
        scene.choose("setting_language", QStringLiteral("de"));
        QCOMPARE(scene.settings.read(ui::settings::language), QStringLiteral("de"));
        QCOMPARE(scene.program.usedLanguages, QStringList{QStringLiteral("de")});
        scene.choose("setting_language", QStringLiteral("de")); // the same again makes no window
        QCOMPARE(scene.program.usedLanguages.size(), 1);
    }

    void anotherLanguageTakesAlongWhatWasTyped()
    {
        Scene scene;
        const auto field = [](const ui::MainWindow &window, const char *name) {
            return window.findChild<QLineEdit *>(QLatin1String(name));
        };
        auto *providers = scene.shown->findChild<ui::pages::ProvidersPage *>();
        scene.shown->openPage(providers);
        providers->openProvider(scene.gateway.storedProviders.first().name);
        field(*scene.shown, "provider_display_name")->setText(QStringLiteral("half"));
        field(*scene.shown, "provider_address")->setText(QStringLiteral("https://other.example.com"));
        field(*scene.shown, "provider_key")->setText(QStringLiteral("sk-half"));
        field(*scene.shown, "proxy_user")->setText(QStringLiteral("me"));
        scene.shown->findChild<QSpinBox *>(QStringLiteral("line_places"))->setValue(7);
        field(*scene.shown, "health_probe")->setText(QStringLiteral("/up"));
        scene.shown->findChild<QTabBar *>(QStringLiteral("provider_tabs"))->setCurrentIndex(1);
        const QString changes = scene.shown->findChild<QLabel *>(QStringLiteral("changes"))->text();
        auto *routes = scene.shown->findChild<ui::pages::RoutesPage *>();
        routes->startRule();
        scene.shown->findChild<QLineEdit *>(QStringLiteral("route_name"))->setText(QStringLiteral("half a rule"));
        scene.shown->openPage(scene.page);
        scene.choose("setting_language", QStringLiteral("de"));
        QVERIFY(scene.prompt.questions.isEmpty());
        QCOMPARE(scene.program.usedLanguages, QStringList{QStringLiteral("de")});

        const auto next = scene.window(); // as the program makes it then
        next->resume(scene.shown->unsaved());
        QCOMPARE(field(*next, "provider_display_name")->text(), QStringLiteral("half"));
        QCOMPARE(field(*next, "provider_key")->text(), QStringLiteral("sk-half"));
        QCOMPARE(field(*next, "proxy_user")->text(), QStringLiteral("me"));
        QCOMPARE(next->findChild<QSpinBox *>(QStringLiteral("line_places"))->value(), 7);
        QCOMPARE(field(*next, "health_probe")->text(), QStringLiteral("/up"));
        QCOMPARE(next->findChild<QTabBar *>(QStringLiteral("provider_tabs"))->currentIndex(), 1);
        QCOMPARE(next->findChild<QLabel *>(QStringLiteral("changes"))->text(), changes); // still not saved
        QCOMPARE(field(*next, "route_name")->text(), QStringLiteral("half a rule"));
        QVERIFY(next->findChild<ui::pages::RoutesPage *>()->unsaved().has_value());
    }

    void allIsDeletedOnlyWhenThePersonSaysSo()
    {
        Scene scene;
        auto status = scene.gateway.currentStatus;
        status.storedRequests = 48'213;
        status.storedBytes = 2'100'000'000;
        scene.gateway.setStatus(status);
        auto *clear = scene.control<QPushButton>("setting_clear_history");
        QVERIFY(clear->isEnabled());
        scene.prompt.answers = {ui::Answer{0, false}, ui::Answer{1, false}};
        clear->click();
        const QString asked = scene.prompt.questions.last().title;
        QVERIFY2(asked.contains(QStringLiteral("48,213")) && asked.contains(QStringLiteral("2.1 GB")),
                 qPrintable(asked));
        QVERIFY(scene.gateway.clearings.isEmpty());
        clear->click();
        QCOMPARE(scene.gateway.clearings.size(), 1);
        QVERIFY(scene.control<QLabel>("setting_stored_hint")->text().contains(QStringLiteral("deleted")));
    }

    void howMuchIsKeptChangesWhenAskedFor()
    {
        Scene scene;
        auto *days = scene.control<QSpinBox>("setting_most_days");
        auto *size = scene.control<QSpinBox>("setting_most_megabytes");
        auto *use = scene.control<QPushButton>("setting_use_retention");
        QCOMPARE(days->value(), 365);
        QCOMPARE(size->value(), 4295); // 4 GiB
        QVERIFY(!use->isEnabled());
        days->setValue(30);
        QVERIFY(use->isEnabled());
        QCOMPARE(scene.gateway.retentionSettings.mostDays, 365); // a number alone deletes nothing
        use->click();
        QCOMPARE(scene.gateway.retentionSettings.mostDays, 30);
        QCOMPARE(scene.gateway.retentionSettings.mostBytes, 4LL * 1024 * 1024 * 1024); // not rounded by the field
        QVERIFY(!use->isEnabled());
        size->setValue(1);
        use->click();
        QCOMPARE(scene.gateway.retentionSettings.mostBytes, gateway::api::RetentionView::smallestLimit);
        size->setValue(0);
        use->click();
        QCOMPARE(scene.gateway.retentionSettings.mostBytes, qint64{0});
        days->setValue(7);
        scene.gateway.failNext(gateway::Error::internal(gateway::ErrorCode::StorageFailed, "The disk is full."));
        use->click();
        QVERIFY(scene.control<QLabel>("setting_retention_hint")->text().contains(QStringLiteral("The disk is full.")));
        QCOMPARE(days->value(), 30); // what is in force
    }

    void limitsOfClientsAreSetHere()
    {
        const Scene scene;
        scene.control<QSpinBox>("setting_most_body")->setValue(25);
        QCOMPARE(scene.gateway.clientValues.mostBodyMegabytes, 25);
        auto *origins = scene.control<QLineEdit>("setting_origins");
        origins->setText(QStringLiteral("https://chat.example.com , https://*.example.org"));
        emit origins->editingFinished();
        const QStringList both{QStringLiteral("https://chat.example.com"), QStringLiteral("https://*.example.org")};
        QCOMPARE(scene.gateway.clientValues.allowedOrigins, both);
    }

    void startAtLoginIsOffUntilAsked()
    {
        const Scene scene;
        auto *login = scene.control<QCheckBox>("setting_login");
        QVERIFY(!login->isChecked());
        QVERIFY(!scene.control<QCheckBox>("setting_login_in_tray")->isEnabled());
        QVERIFY(!scene.program.isOn);
        login->click();
        QVERIFY(scene.program.isOn);
        QVERIFY(scene.program.isInTray);
        scene.control<QCheckBox>("setting_login_in_tray")->click();
        QVERIFY(!scene.program.isInTray);
        login->click();
        QVERIFY(!scene.program.isOn);
    }

    void startAtLoginThatCannotBeWrittenIsSaidAndStaysOff()
    {
        Scene scene;
        scene.program.nextError =
            gateway::Error::internal(gateway::ErrorCode::StorageFailed, "The entry cannot be written.");
        scene.control<QCheckBox>("setting_login")->click();
        QVERIFY(!scene.control<QCheckBox>("setting_login")->isChecked());
        bool isSaid = false;
        for (const QLabel *label : scene.page->findChildren<QLabel *>())
            isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("cannot be written")));
        QVERIFY(isSaid);
    }

    void portIsChangedAndProgramsThatNameTheOldOneAreTold()
    {
        const Scene scene;
        auto *use = scene.control<QPushButton>("setting_use_port");
        QVERIFY(!use->isEnabled());
        scene.control<QSpinBox>("setting_port")->setValue(9090);
        QVERIFY(use->isEnabled());
        use->click();
        QCOMPARE(scene.gateway.listenCommands.size(), std::size_t(1));
        QCOMPARE(scene.gateway.listenCommands.front().port, quint16(9090));
        QCOMPARE(scene.settings.read(ui::settings::port), 9090);
        QVERIFY(scene.control<QLabel>("setting_port_hint")->text().contains(QStringLiteral("Claude Code")));
        QVERIFY(scene.clients.applied.isEmpty()); // nothing is written that was not shown
        scene.control<QPushButton>("setting_show_clients")->click();
        QCOMPARE(scene.shown->page(scene.shown->currentPage())->objectName(), QStringLiteral("clients_page"));
    }

    void portThatCannotBeHadIsNotKept()
    {
        Scene scene;
        scene.gateway.failNext(gateway::Error::client(gateway::ErrorCode::Conflict, "Port 9090 is in use."));
        scene.control<QSpinBox>("setting_port")->setValue(9090);
        scene.control<QPushButton>("setting_use_port")->click();
        QCOMPARE(scene.settings.read(ui::settings::port), 0);
        QVERIFY(scene.control<QLabel>("setting_port_hint")->text().contains(QStringLiteral("9090")));
    }

    void captureLevelIsSet()
    {
        const Scene scene;
        scene.choose("setting_capture", static_cast<int>(CaptureLevel::Metadata));
        QCOMPARE(scene.gateway.captureLevels, std::vector{CaptureLevel::Metadata});
    }

    void notificationsAreOnUntilSwitchedOff()
    {
        const Scene scene;
        auto *box = scene.control<QCheckBox>("notify_budget");
        QVERIFY(box->isChecked());
        box->click();
        QVERIFY(!scene.settings.read(ui::settings::notifiesBudget));
        QVERIFY(scene.settings.read(ui::settings::notifiesProviderDown));
    }

    void searchLeavesWhatMatches()
    {
        const Scene scene;
        auto *search = scene.control<QLineEdit>("settings_search");
        search->setText(QStringLiteral("port"));
        QVERIFY(scene.control<QSpinBox>("setting_port")->isVisible());
        QVERIFY(!scene.control<QComboBox>("setting_theme")->isVisible());
        search->setText(QStringLiteral("autostart")); // a word that stands nowhere on the page
        QVERIFY(scene.control<QCheckBox>("setting_login")->isVisible());
        QVERIFY(!scene.control<QSpinBox>("setting_port")->isVisible());
        search->setText(QStringLiteral("xylophone"));
        QVERIFY(scene.control<QLabel>("settings_nothing")->isVisible());
        search->clear();
        QVERIFY(scene.control<QComboBox>("setting_theme")->isVisible());
        QVERIFY(!scene.control<QLabel>("settings_nothing")->isVisible());
    }

    void sectionsOfAHiddenRowAreHiddenToo()
    {
        const Scene scene;
        auto *sections = scene.control<QListWidget>("settings_sections");
        QVERIFY(sections->count() >= 5);
        scene.control<QLineEdit>("settings_search")->setText(QStringLiteral("theme"));
        int left = 0;
        for (int row = 0; row < sections->count(); ++row)
            left += sections->isRowHidden(row) ? 0 : 1;
        QCOMPARE(left, 1);
    }

    void folderIsCopied()
    {
        const Scene scene;
        scene.control<QPushButton>("setting_copy_folder")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), scene.program.dataFolder());
    }
};

QTEST_MAIN(SettingsPageTest)
#include "tst_settings_page.moc"
