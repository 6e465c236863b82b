#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QCheckBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

#include "gateway/base/provider_extras.h"
#include "tests/support/usage_samples.h"
#include "tests/ui/window_fixture.h"
#include "ui/dialogs/key_dialog.h"
#include "ui/models/provider_key_model.h"
#include "ui/models/provider_model_table.h"
#include "ui/pages/provider_editor.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secret_line_edit.h"
#include "ui/widgets/test_steps_view.h"

using gateway::Error;
using gateway::ErrorCode;
using gateway::api::ProviderTestReport;
using gateway::api::ProviderTestStep;
using gateway::api::TestOutcome;
using gateway::api::TestStep;
using ui::pages::ProviderEditor;

namespace {

struct EditorFixture : WindowFixture {
    ProviderEditor editor{gateway, gateway.fakeRemovals, theme, prompt, nullptr, &models};

    EditorFixture()
    {
        editor.resize(1100, 700);
        editor.show();
    }
    QLineEdit *field(const char *name) { return editor.findChild<QLineEdit *>(QLatin1String(name)); }
    QPushButton *button(const char *name) { return editor.findChild<QPushButton *>(QLatin1String(name)); }
    QString text(const char *name) { return editor.findChild<QLabel *>(QLatin1String(name))->text(); }
};

} // namespace

class ProviderEditorTest : public QObject {
    Q_OBJECT
private slots:
    void showsTheModelsOfTheProviderWithTheirPrices()
    {
        EditorFixture fixture;
        const auto model = [](const char *provider, const char *name, bool isOffered) {
            return gateway::api::KnownModel{QLatin1String(provider), QLatin1String(name), 200'000, {}, isOffered};
        };
        fixture.gateway.listedPrices = support::samplePrices();
        fixture.models.known = {model("anthropic", "claude-haiku-4-5", true), model("anthropic", "new-one", false),
                                model("openai", "gpt-5.4", true)};
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        QCOMPARE(fixture.text("model_facts"), QStringLiteral("2 known, 1 may be used"));
        auto *table = fixture.editor.findChild<QTableView *>(QStringLiteral("model_table"));
        const auto row = [table](int at) {
            QStringList texts;
            for (int column = 0; column < table->model()->columnCount(); ++column)
                texts.append(table->model()->index(at, column).data().toString());
            return texts;
        };
        QCOMPARE(row(0), (QStringList{QStringLiteral("claude-haiku-4-5"), QStringLiteral("200,000"),
                                      QStringLiteral("$1.00"), QStringLiteral("$0.10"), QStringLiteral("$5.00")}));
        QCOMPARE(row(1).mid(2), QStringList(3, QStringLiteral("–"))); // an unknown price is no zero
        for (int number = 0; number < 40; ++number)
            fixture.models.known.append(model("anthropic", qPrintable(QStringLiteral("m-%1").arg(number)), true));
        emit fixture.gateway.pricesChanged();
        QCOMPARE(table->model()->rowCount(), 42);
        auto *find = fixture.field("find_model");
        QVERIFY(find->isVisible());
        find->setText(QStringLiteral("HAIKU"));
        QCOMPARE(table->model()->rowCount(), 1);
        fixture.editor.openProvider(fixture.gateway.storedProviders.at(4));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(row(0).first(), QStringLiteral("gpt-5.4"));
    }

    void aNewProviderSaysWhereItsKeysAreMade()
    {
        EditorFixture fixture;
        auto preset = fixture.gateway.knownPresets.first();
        preset.keyUrl = QStringLiteral("https://keys.example.com/new?a=1&b=2");
        fixture.gateway.knownPresets[0] = preset;
        fixture.editor.openPreset(preset);
        QVERIFY(fixture.text("provider_key_hint").contains(QStringLiteral(">keys.example.com</a>")));
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        QVERIFY(!fixture.text("provider_key_hint").contains(QStringLiteral("<a")));
    }

    void keysStandBelowTheFieldsWhereItIsNarrow()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        const auto place = [&fixture](const char *name) {
            auto *widget = fixture.editor.findChild<QWidget *>(QLatin1String(name));
            return QRect(widget->mapTo(&fixture.editor, QPoint()), widget->size());
        };
        QCoreApplication::processEvents();
        QVERIFY(place("key_table").left() > place("provider_address").right());
        fixture.editor.resize(912, 500);
        QCoreApplication::processEvents();
        QVERIFY(place("key_table").top() > place("provider_address").bottom());
        QVERIFY(place("key_table").right() < 912); // nothing is cut off
        QVERIFY(place("remove_key").right() < 912);
    }

    void aPriceCountsOnItsDaysOnly()
    {
        gateway::api::ProviderView mistral;
        mistral.name = mistral.preset = QStringLiteral("mistral");
        const QList<gateway::api::KnownModel> known{
            {QStringLiteral("mistral"), QStringLiteral("mistral-large-4"), {}, {}, true}};
        const auto input = [&](const QDate &day) {
            return ui::models::modelsOf(mistral, known, support::samplePrices(), day).first().rates.input;
        };
        QCOMPARE(input(QDate(2026, 10, 28)), std::optional<qint64>(1'360'000));
        QCOMPARE(input(QDate(2026, 10, 29)), std::optional<qint64>(700'000));
        QCOMPARE(input(QDate(2026, 10, 1)), std::optional<qint64>());
    }

    void footCountsChangesAndDiscardTakesThemBack()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        QVERIFY(!fixture.button("save_changes")->isVisible());
        fixture.field("provider_display_name")->setText(QStringLiteral("Claude"));
        fixture.editor.findChild<QCheckBox *>(QStringLiteral("allow_http2"))->setChecked(false);
        QVERIFY(fixture.button("save_changes")->isVisible());
        QCOMPARE(fixture.text("changes"), QStringLiteral("2 changes not saved"));
        fixture.button("discard_changes")->click();
        QVERIFY(!fixture.editor.hasChanges());
        QCOMPARE(fixture.field("provider_display_name")->text(), QStringLiteral("Anthropic"));
    }

    void savingSendsWhatWasTyped()
    {
        EditorFixture fixture;
        QSignalSpy closed(&fixture.editor, &ProviderEditor::closed);
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        fixture.field("provider_display_name")->setText(QStringLiteral("Claude"));
        fixture.editor.findChild<QPlainTextEdit *>(QStringLiteral("extra_headers"))
            ->setPlainText(QStringLiteral("X-Team: research\nX-Empty:"));
        fixture.button("save_changes")->click();
        QCOMPARE(fixture.gateway.savedProviders.size(), std::size_t(1));
        const auto &sent = fixture.gateway.savedProviders.front();
        QCOMPARE(sent.provider.title, QStringLiteral("Claude"));
        const QList<std::pair<QString, QString>> headers{{QStringLiteral("X-Team"), QStringLiteral("research")},
                                                         {QStringLiteral("X-Empty"), QString()}};
        QCOMPARE(sent.provider.network.extraHeaders, headers);
        QVERIFY(!sent.mustBeNew);
        QVERIFY(!sent.proxyPassword);
        QCOMPARE(closed.count(), 1);
        QVERIFY(fixture.gateway.savedKeys.empty());
    }

    void limitsOfProviderAndModelsAreSaved()
    {
        EditorFixture fixture;
        fixture.gateway.storedProviders.first().network.modelLimits = {{QStringLiteral("slow*"), {}}};
        fixture.gateway.storedProviders.first().network.modelLimits[0].limits.idleMs = 1'234;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        const auto seconds = [&fixture](const char *name) {
            return fixture.editor.findChild<QSpinBox *>(QLatin1String(name));
        };
        seconds("first_token_timeout")->setValue(20);
        seconds("head_timeout")->setValue(15);
        fixture.button("add_model_limits")->click();
        const auto models = fixture.editor.findChildren<QLineEdit *>(QStringLiteral("limited_model"));
        QCOMPARE(models.size(), 2);
        models.last()->setText(QStringLiteral("quick"));
        fixture.editor.findChildren<QDoubleSpinBox *>(QStringLiteral("model_total")).last()->setValue(9);
        fixture.button("save_changes")->click();
        const auto &network = fixture.gateway.savedProviders.front().provider.network;
        QCOMPARE(network.firstTokenTimeoutSeconds, 20);
        QCOMPARE(network.headTimeoutSeconds, 15);
        QCOMPARE(network.streamTimeoutSeconds, 0);
        QCOMPARE(network.modelLimits.size(), 2);
        QCOMPARE(network.modelLimits[0].limits.idleMs.value_or(0), 1'234); // more decimals than the field shows
        QCOMPARE(network.modelLimits[1].model, QStringLiteral("quick"));
        QCOMPARE(network.modelLimits[1].limits.totalMs.value_or(0), 9'000);
    }

    void keyCanStandInTheAddress()
    {
        EditorFixture fixture;
        auto provider = fixture.gateway.storedProviders.last(); // a custom one
        provider.needsKey = true;
        provider.extraJson = R"({"health_probe":"models"})";
        fixture.editor.openProvider(provider);
        auto *box = fixture.editor.findChild<QAbstractButton *>(QStringLiteral("key_in_address"));
        QVERIFY(!box->isChecked());
        QVERIFY(!fixture.field("key_parameter")->isEnabled());
        QVERIFY(!fixture.field("key_parameter")->accessibleName().isEmpty());
        box->click();
        fixture.field("key_parameter")->setText(QStringLiteral("api_key"));
        QCOMPARE(fixture.text("changes"), QStringLiteral("2 changes not saved"));
        fixture.button("save_changes")->click();
        const auto saved = fixture.gateway.savedProviders.front().provider;
        QCOMPARE(saved.credential, QStringLiteral("query_key"));
        const auto extras = gateway::readProviderExtras(saved.extraJson.toStdString());
        QCOMPARE(extras.keyParameter, std::string("api_key"));
        QCOMPARE(extras.healthProbe, std::string("models"));
        fixture.editor.openProvider(saved);
        box->click(); // back into the header
        fixture.button("save_changes")->click();
        QVERIFY(fixture.gateway.savedProviders.back().provider.credential.isEmpty());
    }

    void connectionsAreLimited()
    {
        EditorFixture fixture;
        auto provider = fixture.gateway.storedProviders.last();
        provider.extraJson = R"({"health_probe":"models","max_conns_per_host":4})";
        fixture.editor.openProvider(provider);
        auto *connections = fixture.editor.findChild<QSpinBox *>(QStringLiteral("connections_per_host"));
        auto *keepAlive = fixture.editor.findChild<QSpinBox *>(QStringLiteral("keep_alive"));
        QCOMPARE(connections->value(), 4);
        QCOMPARE(keepAlive->value(), 30);
        QVERIFY(!connections->accessibleName().isEmpty());
        connections->setValue(2);
        keepAlive->setValue(5);
        QCOMPARE(fixture.text("changes"), QStringLiteral("2 changes not saved"));
        fixture.button("save_changes")->click();
        const auto saved = fixture.gateway.savedProviders.front().provider;
        QCOMPARE(saved.extraJson,
                 QByteArray(R"({"health_probe":"models","keep_alive_timeout_in_seconds":5,"max_conns_per_host":2})"));
    }

    void nothingIsKeptAtTheProvider()
    {
        EditorFixture fixture;
        auto provider = fixture.gateway.storedProviders.last();
        provider.family = QStringLiteral("openai");
        provider.extraJson = R"({"openai_config":{"other":1}})";
        fixture.editor.openProvider(provider);
        auto *box = fixture.editor.findChild<QAbstractButton *>(QStringLiteral("disable_store"));
        QVERIFY(!box->isChecked());
        box->click();
        fixture.button("save_changes")->click();
        auto saved = fixture.gateway.savedProviders.back().provider;
        QCOMPARE(saved.extraJson, QByteArray(R"({"openai_config":{"disable_store":true,"other":1}})"));
        fixture.editor.openProvider(saved);
        QVERIFY(box->isChecked());
        box->click();
        fixture.button("save_changes")->click();
        saved = fixture.gateway.savedProviders.back().provider;
        QCOMPARE(saved.extraJson, QByteArray(R"({"openai_config":{"other":1}})"));
        provider.family = QStringLiteral("anthropic");
        fixture.editor.openProvider(provider);
        QVERIFY(box->parentWidget()->parentWidget()->isHidden()); // it is a word of OpenAI's
    }

    void expertSettingsAreSaved()
    {
        EditorFixture fixture;
        auto provider = fixture.gateway.storedProviders.last(); // a custom one
        provider.extraJson = R"({"openai_config":{"disable_store":true}})";
        provider.allowedRequests = QStringList(); // nothing at all
        fixture.editor.openProvider(provider);
        QVERIFY(!fixture.editor.hasChanges());
        const auto text = [&fixture](const char *name) {
            return fixture.editor.findChild<QPlainTextEdit *>(QLatin1String(name));
        };
        fixture.field("health_probe")->setText(QStringLiteral(" /health "));
        text("request_paths")
            ->setPlainText(QStringLiteral("embedding: /vectors\nnonsense\nrerank: https://a.example/r"));
        QVERIFY(fixture.text("paths_hint").contains(QStringLiteral("nonsense")));
        QCOMPARE(fixture.text("changes"), QStringLiteral("2 changes not saved"));
        fixture.button("save_changes")->click();
        auto saved = fixture.gateway.savedProviders.front().provider;
        const auto extras = gateway::readProviderExtras(saved.extraJson.toStdString());
        QCOMPARE(extras.healthProbe, std::string("/health"));
        QVERIFY(saved.extraJson.contains("disable_store"));
        const gateway::api::NamePairs paths{{QStringLiteral("embedding"), QStringLiteral("/vectors")},
                                            {QStringLiteral("rerank"), QStringLiteral("https://a.example/r")}};
        QCOMPARE(saved.pathOverrides, paths);
        QCOMPARE(saved.allowedRequests, std::optional(QStringList())); // untouched: still nothing
        fixture.editor.openProvider(saved);
        text("allowed_requests")->setPlainText(QStringLiteral("chat_completion,\n\n embedding "));
        fixture.button("save_changes")->click();
        saved = fixture.gateway.savedProviders.back().provider;
        QCOMPARE(saved.allowedRequests,
                 std::optional(QStringList{QStringLiteral("chat_completion"), QStringLiteral("embedding")}));
        fixture.editor.openProvider(saved);
        text("allowed_requests")->clear();
        fixture.button("save_changes")->click();
        QVERIFY(!fixture.gateway.savedProviders.back().provider.allowedRequests); // all
    }

    void requestsAreLimitedOfCustomProvidersOnly()
    {
        EditorFixture fixture;
        auto *tabs = fixture.editor.findChild<QTabBar *>(QStringLiteral("provider_tabs"));
        const auto *requests = fixture.editor.findChild<QPlainTextEdit *>(QStringLiteral("allowed_requests"));
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        tabs->setCurrentIndex(2);
        QVERIFY(!requests->isVisible());
        fixture.editor.openProvider(fixture.gateway.storedProviders.last());
        tabs->setCurrentIndex(2);
        QVERIFY(requests->isVisible());
    }

    void anotherHostAsksForTheKeyAgain()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        QVERIFY(!fixture.field("provider_key")->isVisible());
        fixture.field("provider_address")->setText(QStringLiteral("https://api.anthropic.com/other/path"));
        QVERIFY(!fixture.field("provider_key")->isVisible()); // same host
        fixture.field("provider_address")->setText(QStringLiteral("https://elsewhere.example.com"));
        QVERIFY(fixture.field("provider_key")->isVisible());
        QVERIFY(!fixture.button("save_changes")->isEnabled());
        fixture.field("provider_key")->setText(QStringLiteral(" sk-new-key-1234 "));
        fixture.button("save_changes")->click();
        // The keys of the old host are turned off first; only the one typed for the new host is on again.
        const auto &saved = fixture.gateway.savedKeys;
        QCOMPARE(saved.size(), std::size_t(3));
        QVERIFY(!saved.at(0).key.isEnabled && !saved.at(0).value);
        QVERIFY(!saved.at(1).key.isEnabled && !saved.at(1).value);
        QCOMPARE(saved.back().key.id, QStringLiteral("work"));
        QVERIFY(saved.back().key.isEnabled);
        QCOMPARE(saved.back().value.value(), QStringLiteral("sk-new-key-1234"));
        for (const auto &key : fixture.gateway.storedProviders.first().keys)
            QCOMPARE(key.isEnabled, key.id == QLatin1String("work"));
    }

    void storedKeyIsNotTestedAgainstAnotherHost()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        fixture.field("provider_address")->setText(QStringLiteral("https://elsewhere.example.com"));
        fixture.button("start_test")->click();
        QVERIFY(fixture.gateway.tests.empty());
        fixture.field("provider_key")->setText(QStringLiteral("sk-new"));
        fixture.button("start_test")->click();
        QCOMPARE(fixture.gateway.tests.front().keyValue.value(), QStringLiteral("sk-new"));
    }

    void newProviderNeedsOnlyItsKey()
    {
        EditorFixture fixture;
        fixture.editor.openPreset(fixture.gateway.knownPresets.at(6)); // xAI
        QVERIFY(!fixture.button("save_changes")->isEnabled());
        fixture.field("provider_key")->setText(QStringLiteral("xai-0123456789"));
        fixture.button("save_changes")->click();
        QVERIFY(fixture.gateway.savedProviders.front().mustBeNew);
        QCOMPARE(fixture.gateway.savedProviders.front().provider.name, QStringLiteral("xai"));
        QCOMPARE(fixture.gateway.savedKeys.front().value.value(), QStringLiteral("xai-0123456789"));
        QCOMPARE(fixture.gateway.savedKeys.front().key.models, QStringList{QStringLiteral("*")}); // empty is none
    }

    void secondProviderOfAPresetGetsAFreeName()
    {
        EditorFixture fixture;
        fixture.editor.openPreset(fixture.gateway.knownPresets.first());
        QCOMPARE(fixture.field("provider_name")->text(), QStringLiteral("openai-2"));
    }

    void refusedSaveStaysInPlaceWithItsReason()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        fixture.field("provider_display_name")->setText(QStringLiteral("Claude"));
        fixture.gateway.failNext(Error::client(ErrorCode::Conflict, "This address is Bilrost itself."));
        fixture.button("save_changes")->click();
        QCOMPARE(fixture.text("save_hint"), QStringLiteral("This address is Bilrost itself."));
        QCOMPARE(fixture.field("provider_display_name")->text(), QStringLiteral("Claude"));
        QVERIFY(fixture.button("save_changes")->isEnabled());
    }

    void liveNewsDoesNotTouchWhatIsTyped()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        fixture.field("provider_display_name")->setText(QStringLiteral("half-typed"));
        auto providers = fixture.gateway.storedProviders;
        providers.first().health = gateway::api::ProviderHealth::RateLimited;
        providers.first().requestsLastHour += 1;
        fixture.gateway.setProviders(providers);
        QCOMPARE(fixture.field("provider_display_name")->text(), QStringLiteral("half-typed"));
    }

    void leavingWithChangesAsks()
    {
        EditorFixture fixture;
        QSignalSpy closed(&fixture.editor, &ProviderEditor::closed);
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        fixture.field("provider_display_name")->setText(QStringLiteral("Claude"));
        fixture.prompt.answers = {{0, false}, {1, false}};
        fixture.button("back_to_providers")->click();
        QCOMPARE(closed.count(), 0);
        fixture.button("back_to_providers")->click();
        QCOMPARE(closed.count(), 1);
    }

    void testCostsNothingUnlessAskedAndNamesWhatIsWrong()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        fixture.button("start_test")->click();
        QVERIFY(!fixture.gateway.tests.front().sendShortAnswer);
        ProviderTestStep step;
        step.step = TestStep::Key;
        step.outcome = TestOutcome::Failed;
        step.problem = QStringLiteral("The key was refused (401).");
        fixture.gateway.emitTestStep(step);
        auto *steps = fixture.editor.findChild<ui::widgets::TestStepsView *>(QStringLiteral("test_steps"));
        QCOMPARE(steps->problem(), step.problem);
        ProviderTestReport report;
        report.steps = {step};
        fixture.gateway.finishTest(report);
        QCOMPARE(steps->problem(), step.problem);
    }

    void openingAnotherProviderStopsTheTest()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        fixture.button("start_test")->click();
        fixture.editor.openProvider(fixture.gateway.storedProviders.last());
        QCOMPARE(fixture.gateway.cancelledTests, QList<int>{1});
    }

    void skippingCertificatesIsWarnedAbout()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.first());
        auto *warning = fixture.editor.findChild<ui::widgets::Banner *>(QStringLiteral("tls_warning"));
        QVERIFY(warning->isHidden());
        fixture.editor.findChild<QCheckBox *>(QStringLiteral("skip_tls"))->setChecked(true);
        QVERIFY(!warning->isHidden());
    }

    void removingAKeyCanBeUndone()
    {
        EditorFixture fixture;
        fixture.editor.openProvider(fixture.gateway.storedProviders.at(1)); // one key
        fixture.button("remove_key")->click();
        QVERIFY(fixture.prompt.questions.isEmpty());
        QCOMPARE(fixture.gateway.removedKeys.front().second, QStringLiteral("work"));
        QVERIFY(std::holds_alternative<gateway::api::ProviderKeyView>(*fixture.gateway.removals().undoable()));
    }

    void keyDialogKeepsTheStoredValueWhenLeftEmpty()
    {
        const auto key = support::sampleProviders().first().keys.first();
        ui::dialogs::KeyDialog dialog(key, false);
        auto *value = dialog.findChild<ui::widgets::SecretLineEdit *>(QStringLiteral("key_value"));
        QVERIFY(value->text().isEmpty()); // a stored value is never shown
        QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("key_save"))->isEnabled());
        QVERIFY(dialog.value().isEmpty());
        dialog.findChild<QLineEdit *>(QStringLiteral("key_models"))->setText(QStringLiteral("a, b  c"));
        const QStringList models{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QCOMPARE(dialog.key().models, models);
    }

    void emptyModelsOfAKeyMeanWhatTheFieldSays_data()
    {
        QTest::addColumn<QStringList>("stored");
        QTest::addColumn<bool>("isNew");
        QTest::addColumn<QStringList>("saved");
        const QStringList all{QStringLiteral("*")};
        QTest::newRow("a new key") << QStringList() << true << all;
        QTest::newRow("for all") << all << false << all;
        QTest::newRow("for none") << QStringList() << false << QStringList();
    }
    void emptyModelsOfAKeyMeanWhatTheFieldSays()
    {
        QFETCH(QStringList, stored);
        QFETCH(bool, isNew);
        QFETCH(QStringList, saved);
        auto key = support::sampleProviders().first().keys.first();
        key.models = stored;
        ui::dialogs::KeyDialog dialog(key, isNew);
        auto *models = dialog.findChild<QLineEdit *>(QStringLiteral("key_models"));
        QVERIFY(models->text().isEmpty());
        QCOMPARE(models->placeholderText(), saved.isEmpty() ? QStringLiteral("none") : QStringLiteral("all"));
        QCOMPARE(dialog.key().models, saved); // untouched, or emptied
        models->setText(QStringLiteral("gpt-*"));
        QCOMPARE(dialog.key().models, QStringList{QStringLiteral("gpt-*")});
    }

    void weightOfAKeyIsShownAndCanBeChanged()
    {
        EditorFixture fixture;
        auto provider = fixture.gateway.storedProviders.first();
        provider.keys = {provider.keys.first(), provider.keys.first()};
        provider.keys[0].weight = 0.123456;
        provider.keys[1].id = QStringLiteral("other");
        provider.keys[1].weight = 3 * 0.123456;
        fixture.editor.openProvider(provider);
        const auto *table = fixture.editor.findChild<QTableView *>(QStringLiteral("key_table"));
        using Model = ui::models::ProviderKeyModel;
        const QModelIndex cell = table->model()->index(0, Model::Weight);
        QCOMPARE(cell.data().toString(), QLocale().toString(0.1235));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("25%")));

        ui::dialogs::KeyDialog dialog(provider.keys.first(), false);
        QCOMPARE(dialog.key().weight, 0.123456); // untouched: not rounded to what the field shows
        dialog.findChild<QDoubleSpinBox *>(QStringLiteral("key_weight"))->setValue(2.5);
        QCOMPARE(dialog.key().weight, 2.5);
    }

    void newKeyNeedsAValueOrAVariable()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("work");
        ui::dialogs::KeyDialog dialog(key, true);
        auto *save = dialog.findChild<QPushButton *>(QStringLiteral("key_save"));
        QVERIFY(!save->isEnabled());
        dialog.findChild<QAbstractButton *>(QStringLiteral("key_is_from_environment"))->click();
        dialog.findChild<QLineEdit *>(QStringLiteral("key_variable"))->setText(QStringLiteral("OPENAI_API_KEY"));
        QVERIFY(save->isEnabled());
        QCOMPARE(dialog.key().environmentVariable, QStringLiteral("OPENAI_API_KEY"));
        QVERIFY(dialog.value().isEmpty());
    }

    void bedrockKeyIsAnAccessKeyWithItsRegion()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("aws");
        ui::dialogs::KeyDialog dialog(key, true, nullptr, QStringLiteral("bedrock"));
        auto *save = dialog.findChild<QPushButton *>(QStringLiteral("key_save"));
        const auto field = [&dialog](const char *name) { return dialog.findChild<QLineEdit *>(QLatin1String(name)); };
        field("key_aws_access")->setText(QStringLiteral("AKIA0123456789"));
        QVERIFY(!save->isEnabled()); // half a key
        field("key_aws_secret")->setText(QStringLiteral("secret"));
        field("key_region")->setText(QStringLiteral("eu-central-1"));
        QVERIFY(save->isEnabled());
        QCOMPARE(dialog.aws().accessKey.value(), QStringLiteral("AKIA0123456789"));
        QCOMPARE(dialog.aws().secretKey.value(), QStringLiteral("secret"));
        QVERIFY(!dialog.aws().sessionToken);
        QCOMPARE(dialog.key().region, QStringLiteral("eu-central-1"));
        QVERIFY(dialog.value().isEmpty());
        // A Bedrock API key instead, in the same region.
        dialog.findChild<QAbstractButton *>(QStringLiteral("key_is_typed"))->click();
        QVERIFY(!save->isEnabled());
        field("key_value")->setText(QStringLiteral("bedrock-api-key"));
        QVERIFY(save->isEnabled());
        QVERIFY(dialog.aws().isEmpty());
        QCOMPARE(dialog.value(), QStringLiteral("bedrock-api-key"));
        ui::dialogs::KeyDialog other(key, true, nullptr, QStringLiteral("openai"));
        QVERIFY(!other.findChild<QLineEdit *>(QStringLiteral("key_aws_access")));
    }

    void bedrockKeyTakesARole()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("aws");
        ui::dialogs::KeyDialog dialog(key, true, nullptr, QStringLiteral("bedrock"));
        dialog.show();
        auto *save = dialog.findChild<QPushButton *>(QStringLiteral("key_save"));
        const auto field = [&dialog](const char *name) { return dialog.findChild<QLineEdit *>(QLatin1String(name)); };
        const auto choose = [&dialog](const char *name) {
            dialog.findChild<QAbstractButton *>(QLatin1String(name))->click();
        };
        field("key_aws_access")->setText(QStringLiteral("AKIA0123456789"));
        field("key_aws_secret")->setText(QStringLiteral("secret"));
        QVERIFY(!field("key_external_id")->isEnabled()); // of a role alone
        field("key_role")->setText(QStringLiteral(" arn:aws:iam::123456789012:role/x "));
        QVERIFY(field("key_external_id")->isEnabled());
        field("key_external_id")->setText(QStringLiteral("ours"));
        field("key_session_name")->setText(QStringLiteral("me"));
        field("key_batch_buckets")->setText(QStringLiteral(" s3://files/team  s3://other "));
        field("key_batch_role")->setText(QStringLiteral("arn:aws:iam::123456789012:role/batches"));
        auto made = dialog.key();
        QCOMPARE(made.place.batchBuckets, QStringLiteral("s3://files/team s3://other"));
        QCOMPARE(made.place.batchRole, QStringLiteral("arn:aws:iam::123456789012:role/batches"));
        QCOMPARE(made.place.roleArn, QStringLiteral("arn:aws:iam::123456789012:role/x"));
        QCOMPARE(made.place.externalId, QStringLiteral("ours"));
        QCOMPARE(made.place.sessionName, QStringLiteral("me"));
        QVERIFY(!made.isFoundByAws);
        // Whoever AWS's own files say.
        QVERIFY(!field("key_profile")->isVisible());
        choose("key_is_found_by_aws");
        QVERIFY(field("key_profile")->isVisible());
        QVERIFY(!field("key_aws_access")->isVisible());
        QVERIFY(save->isEnabled()); // as AWS's tools choose
        field("key_profile")->setText(QStringLiteral("team"));
        made = dialog.key();
        QVERIFY(made.isFoundByAws);
        QCOMPARE(made.place.profile, QStringLiteral("team"));
        QCOMPARE(made.place.externalId, QStringLiteral("ours"));
        QVERIFY(dialog.aws().isEmpty() && dialog.value().isEmpty());
        // An API key takes none.
        choose("key_is_typed");
        QVERIFY(!field("key_role")->isVisible());
        QVERIFY(dialog.key().place.roleArn.isEmpty() && dialog.key().place.profile.isEmpty());
        QVERIFY(!field("key_batch_buckets")->isVisible() && dialog.key().place.batchBuckets.isEmpty());
        for (const char *name : {"key_profile", "key_region", "key_role", "key_external_id", "key_session_name",
                                 "key_batch_buckets", "key_batch_role"})
            QVERIFY2(!field(name)->accessibleName().isEmpty(), name);
        // A stored one is shown as what it is.
        ui::dialogs::KeyDialog again(made, false, nullptr, QStringLiteral("bedrock"));
        QVERIFY(again.findChild<QAbstractButton *>(QStringLiteral("key_is_found_by_aws"))->isChecked());
        QCOMPARE(again.key(), made);
    }

    void databricksKeyHasItsWorkspace()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("work");
        key.place.kind = QStringLiteral("databricks");
        ui::dialogs::KeyDialog dialog(key, true, nullptr, QStringLiteral("openai"));
        auto *save = dialog.findChild<QPushButton *>(QStringLiteral("key_save"));
        dialog.findChild<QLineEdit *>(QStringLiteral("key_value"))->setText(QStringLiteral("dapi-token"));
        QVERIFY(!save->isEnabled());
        dialog.findChild<QLineEdit *>(QStringLiteral("key_endpoint"))
            ->setText(QStringLiteral("adb-1.2.azuredatabricks.net"));
        QVERIFY(save->isEnabled());
        QCOMPARE(dialog.key().place.endpoint, QStringLiteral("adb-1.2.azuredatabricks.net"));
        dialog.findChild<QLineEdit *>(QStringLiteral("key_client"))->setText(QStringLiteral("client"));
        QVERIFY(save->isEnabled());
        QCOMPARE(dialog.key().place.clientId, QStringLiteral("client"));
    }

    void vertexKeyCanBeFoundHere()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("vertex");
        key.place.kind = QStringLiteral("vertex");
        ui::dialogs::KeyDialog dialog(key, true, nullptr, QStringLiteral("gemini"));
        const auto *save = dialog.findChild<QPushButton *>(QStringLiteral("key_save"));
        QVERIFY(!save->isEnabled());
        auto *choice = dialog.findChild<QAbstractButton *>(QStringLiteral("key_is_found_by_google"));
        QVERIFY(!choice->accessibleName().isEmpty());
        choice->click();
        QVERIFY(save->isEnabled());
        auto made = dialog.key();
        QVERIFY(made.isFoundByGoogle && dialog.value().isEmpty());
        made.place.credentialSource = QStringLiteral("MetadataServer");
        made.hasValue = true;
        ui::dialogs::KeyDialog again(made, false, nullptr, QStringLiteral("gemini"));
        QVERIFY(again.findChild<QAbstractButton *>(QStringLiteral("key_is_found_by_google"))->isChecked());
        QCOMPARE(again.key(), made);
        again.findChild<QAbstractButton *>(QStringLiteral("key_is_typed"))->click();
        QVERIFY(!again.findChild<QPushButton *>(QStringLiteral("key_save"))->isEnabled()); // there is none to keep
        QVERIFY(again.key().place.credentialSource.isEmpty());
    }

    void bedrockKeyAsksItsMachine()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("aws");
        ui::dialogs::KeyDialog dialog(key, true, nullptr, QStringLiteral("bedrock"));
        dialog.findChild<QAbstractButton *>(QStringLiteral("key_is_found_by_aws"))->click();
        auto *box = dialog.findChild<QAbstractButton *>(QStringLiteral("key_asks_machine"));
        QVERIFY(!box->isChecked()); // nobody is asked unless somebody says so
        QVERIFY(dialog.key().place.credentialSource.isEmpty());
        box->click();
        QVERIFY(!dialog.findChild<QLineEdit *>(QStringLiteral("key_profile"))->isEnabled());
        auto made = dialog.key();
        QCOMPARE(made.place.credentialSource, QStringLiteral("Ec2InstanceMetadata"));
        made.place.credentialSource = QStringLiteral("EcsContainer");
        ui::dialogs::KeyDialog again(made, false, nullptr, QStringLiteral("bedrock"));
        QCOMPARE(again.key(), made);
    }

    void keyOfReplicateSaysWhatItsModelsAre()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("replicate");
        key.place.kind = QStringLiteral("replicate");
        ui::dialogs::KeyDialog dialog(key, true, nullptr, QStringLiteral("openai"));
        auto *deployments = dialog.findChild<QCheckBox *>(QStringLiteral("key_asks_deployments"));
        QVERIFY(deployments && !deployments->isChecked());
        QVERIFY(!dialog.key().place.asksDeployments);
        deployments->setChecked(true);
        QVERIFY(dialog.key().place.asksDeployments);
        ui::dialogs::KeyDialog again(dialog.key(), false, nullptr, QStringLiteral("openai"));
        QVERIFY(again.findChild<QCheckBox *>(QStringLiteral("key_asks_deployments"))->isChecked());
    }

    void azureKeyHasItsResourceAndDeployments()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("azure");
        key.place.kind = QStringLiteral("azure");
        ui::dialogs::KeyDialog dialog(key, true, nullptr, QStringLiteral("openai"),
                                      QStringLiteral("AZURE_OPENAI_API_KEY"));
        const auto *save = dialog.findChild<QPushButton *>(QStringLiteral("key_save"));
        const auto field = [&dialog](const char *name) { return dialog.findChild<QLineEdit *>(QLatin1String(name)); };
        QCOMPARE(field("key_variable")->placeholderText(), QStringLiteral("AZURE_OPENAI_API_KEY"));
        field("key_value")->setText(QStringLiteral("secret"));
        QVERIFY(!save->isEnabled()); // where?
        field("key_endpoint")->setText(QStringLiteral("our-resource"));
        QVERIFY(save->isEnabled());
        field("key_deployments")->setText(QStringLiteral("gpt-5.4 = ours, o3=other , broken"));
        field("key_tenant")->setText(QStringLiteral("tenant"));
        QVERIFY(!save->isEnabled()); // half a client
        field("key_client")->setText(QStringLiteral("client"));
        QVERIFY(save->isEnabled());
        const auto made = dialog.key();
        QCOMPARE(made.place.endpoint, QStringLiteral("our-resource"));
        QCOMPARE(made.place.tenantId, QStringLiteral("tenant"));
        const gateway::api::NamePairs aliases{{QStringLiteral("gpt-5.4"), QStringLiteral("ours")},
                                              {QStringLiteral("o3"), QStringLiteral("other")}};
        QCOMPARE(made.aliases, aliases);
    }

    void anotherEndpointNeedsTheKeyAgain()
    {
        auto key = support::sampleProviders().first().keys.first();
        key.place.kind = QStringLiteral("azure");
        key.place.endpoint = QStringLiteral("our-resource");
        ui::dialogs::KeyDialog dialog(key, false);
        const auto *save = dialog.findChild<QPushButton *>(QStringLiteral("key_save"));
        QVERIFY(save->isEnabled());
        auto *endpoint = dialog.findChild<QLineEdit *>(QStringLiteral("key_endpoint"));
        endpoint->setText(QStringLiteral("another"));
        QVERIFY(!save->isEnabled());
        dialog.findChild<QLineEdit *>(QStringLiteral("key_value"))->setText(QStringLiteral("typed again"));
        QVERIFY(save->isEnabled());
    }

    void vertexKeyHasProjectAndRegion()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("robot");
        key.place.kind = QStringLiteral("vertex");
        ui::dialogs::KeyDialog dialog(key, true, nullptr, QStringLiteral("gemini"));
        const auto field = [&dialog](const char *name) { return dialog.findChild<QLineEdit *>(QLatin1String(name)); };
        field("key_project")->setText(QStringLiteral("our-project"));
        field("key_place_region")->setText(QStringLiteral("europe-west4"));
        QCOMPARE(dialog.key().place.project, QStringLiteral("our-project"));
        QCOMPARE(dialog.key().region, QStringLiteral("europe-west4"));
        QVERIFY(!field("key_endpoint"));
    }

    void serverOfOnesOwnNeedsNoKey()
    {
        gateway::api::ProviderKeyView key;
        key.name = QStringLiteral("cellar");
        key.place.kind = QStringLiteral("ollama");
        ui::dialogs::KeyDialog dialog(key, true);
        QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("key_save"))->isEnabled());
    }

    void secretIsMaskedAgainWhenItsFieldIsHidden()
    {
        ui::widgets::SecretLineEdit field;
        field.show();
        field.setText(QStringLiteral("sk-1"));
        QCOMPARE(field.echoMode(), QLineEdit::Password);
        field.actions().first()->trigger();
        QCOMPARE(field.echoMode(), QLineEdit::Normal);
        field.hide();
        QCOMPARE(field.echoMode(), QLineEdit::Password);
    }
};

QTEST_MAIN(ProviderEditorTest)
#include "tst_provider_editor.moc"
