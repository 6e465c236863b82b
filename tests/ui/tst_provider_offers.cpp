// What the window offers of itself around providers: keys of the environment, a key's models, lines, hosts in the wizard.
#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

#include "gateway/base/provider_extras.h"
#include "tests/ui/window_fixture.h"
#include "ui/dialogs/found_keys_dialog.h"
#include "ui/dialogs/key_models_dialog.h"
#include "ui/dialogs/wizard_steps.h"
#include "ui/pages/found_keys_row.h"
#include "ui/pages/provider_line_form.h"
#include "ui/pages/provider_network_form.h"
#include "ui/pages/proxy_in_force.h"

using gateway::api::ProviderKeyView;
using gateway::api::ProviderPreset;
using gateway::api::ProviderTestReport;
using gateway::api::ProviderView;
using ui::dialogs::FoundKeysDialog;
using ui::dialogs::KeyModelsDialog;
using ui::pages::FoundKeysRow;

namespace {

constexpr auto variable = "BILROST_TEST_FOUND_KEY";
constexpr auto otherVariable = "BILROST_TEST_OTHER_KEY";

ProviderPreset presetOf(const char *id, const char *name, const char *credential = "")
{
    ProviderPreset preset;
    preset.id = QLatin1String(id);
    preset.title = QLatin1String(id);
    preset.family = QStringLiteral("openai");
    preset.baseUrl = QStringLiteral("https://api.example.com");
    preset.keyVariable = QLatin1String(name);
    preset.credential = QLatin1String(credential);
    preset.color = QStringLiteral("#123456");
    preset.letter = QStringLiteral("X");
    return preset;
}

ProviderKeyView keyFor(const QStringList &models, const QStringList &blacklisted = {})
{
    ProviderKeyView key;
    key.id = QStringLiteral("id-1");
    key.name = QStringLiteral("work");
    key.models = models;
    key.blacklistedModels = blacklisted;
    return key;
}

template <typename Widget>
Widget *child(QWidget &parent, const char *name)
{
    return parent.findChild<Widget *>(QLatin1String(name));
}

} // namespace

class ProviderOffersTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void findsWhatIsSetAndNotUsed();
    void offersNothingWithoutVariables();
    void takesNothingUnasked();
    void refersToTheVariableOrCopiesItsValue_data();
    void refersToTheVariableOrCopiesItsValue();
    void neverShowsAValue();
    void listsTheModelsOfTheProvider();
    void deniesWhatLosesItsTick();
    void allowsOnlyWhatIsTicked();
    void saysWhyThereIsNoList();
    void changesNothingButTheLine();
    void saysWhichProxyIsInForce_data();
    void saysWhichProxyIsInForce();
    void takesTheProxyOfTheEnvironmentIntoTheEditor();
    void asksForTheResourceOfAzure();
    void takesTheVariableInTheWizard();

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

void ProviderOffersTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->gateway.storedProviders.clear();
    m_fixture->gateway.knownPresets = {presetOf("first", variable), presetOf("twin", variable),
                                       presetOf("second", otherVariable)};
    qputenv(variable, "value-that-nobody-may-see");
    qunsetenv(otherVariable);
}

void ProviderOffersTest::cleanup()
{
    qunsetenv(variable);
    qunsetenv(otherVariable);
}

void ProviderOffersTest::findsWhatIsSetAndNotUsed()
{
    auto &gateway = m_fixture->gateway;
    auto found = ui::models::foundKeys(gateway.knownPresets, {});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().preset.id, QStringLiteral("first"));
    qputenv(otherVariable, "x");
    QCOMPARE(ui::models::foundKeys(gateway.knownPresets, {}).size(), 2);
    ProviderView used;
    used.name = QStringLiteral("elsewhere");
    used.keys = {keyFor({QStringLiteral("*")})};
    used.keys.first().environmentVariable = QLatin1String(variable);
    found = ui::models::foundKeys(gateway.knownPresets, {used});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().variable, QLatin1String(otherVariable));
    used.name = QStringLiteral("second"); // has a key of its own
    QVERIFY(ui::models::foundKeys(gateway.knownPresets, {used}).isEmpty());
}

void ProviderOffersTest::offersNothingWithoutVariables()
{
    qunsetenv(variable);
    FoundKeysRow row(m_fixture->gateway);
    QVERIFY(row.isHidden());
    qputenv(variable, "");
    row.refresh();
    QVERIFY(row.isHidden());
}

void ProviderOffersTest::takesNothingUnasked()
{
    FoundKeysRow row(m_fixture->gateway);
    QVERIFY(!row.isHidden());
    child<QPushButton>(row, "found_keys_choose")->click();
    auto *dialog = row.findChild<FoundKeysDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->chosen().isEmpty());
    QVERIFY(!child<QPushButton>(*dialog, "found_save")->isEnabled());
    dialog->reject();
    QVERIFY(m_fixture->gateway.savedProviders.empty());
    QVERIFY(m_fixture->gateway.savedKeys.empty());
}

void ProviderOffersTest::refersToTheVariableOrCopiesItsValue_data()
{
    QTest::addColumn<bool>("isCopied");
    QTest::addColumn<QString>("value");
    QTest::newRow("reference") << false << QStringLiteral("env.BILROST_TEST_FOUND_KEY");
    QTest::newRow("copy") << true << QStringLiteral("value-that-nobody-may-see");
}

void ProviderOffersTest::refersToTheVariableOrCopiesItsValue()
{
    QFETCH(bool, isCopied);
    QFETCH(QString, value);
    FoundKeysRow row(m_fixture->gateway);
    child<QPushButton>(row, "found_keys_choose")->click();
    auto *dialog = row.findChild<FoundKeysDialog *>();
    child<QCheckBox>(*dialog, "found_BILROST_TEST_FOUND_KEY")->click();
    child<QRadioButton>(*dialog, isCopied ? "found_copy" : "found_reference")->click();
    child<QPushButton>(*dialog, "found_save")->click();
    QCOMPARE(m_fixture->gateway.savedProviders.size(), std::size_t(1));
    QCOMPARE(m_fixture->gateway.savedProviders.front().provider.name, QStringLiteral("first"));
    QCOMPARE(m_fixture->gateway.savedKeys.size(), std::size_t(1));
    QCOMPARE(m_fixture->gateway.savedKeys.front().value.value_or(QString()), value);
    QCOMPARE(m_fixture->gateway.savedKeys.front().key.models, QStringList{QStringLiteral("*")}); // empty is none
}

void ProviderOffersTest::neverShowsAValue()
{
    FoundKeysRow row(m_fixture->gateway);
    child<QPushButton>(row, "found_keys_choose")->click();
    const auto labels = row.findChildren<QLabel *>();
    const auto buttons = row.findChildren<QAbstractButton *>();
    QVERIFY(!buttons.isEmpty() && !labels.isEmpty());
    for (const QLabel *label : labels)
        QVERIFY(!label->text().contains(QStringLiteral("nobody-may-see")));
    for (const QAbstractButton *button : buttons)
        QVERIFY(!button->text().contains(QStringLiteral("nobody-may-see")));
    QVERIFY(child<QLabel>(row, "found_keys_text")->text().contains(QLatin1String(variable)));
}

void ProviderOffersTest::listsTheModelsOfTheProvider()
{
    ProviderView provider;
    provider.name = QStringLiteral("openai");
    KeyModelsDialog dialog(m_fixture->gateway, provider, keyFor({QStringLiteral("*")}));
    QCOMPARE(m_fixture->gateway.tests.size(), std::size_t(1));
    QCOMPARE(m_fixture->gateway.tests.front().keyId, QStringLiteral("id-1"));
    QVERIFY(!m_fixture->gateway.tests.front().sendShortAnswer); // which would cost money
    ProviderTestReport report;
    report.models = {QStringLiteral("gpt-b"), QStringLiteral("gpt-a"), QStringLiteral("whisper")};
    m_fixture->gateway.finishTest(report);
    auto *list = child<QListWidget>(dialog, "models_list");
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->item(0)->text(), QStringLiteral("gpt-a"));
    child<QLineEdit>(dialog, "models_search")->setText(QStringLiteral("WHIS"));
    QVERIFY(list->isRowHidden(0));
    QVERIFY(!list->isRowHidden(2));
    QCOMPARE(dialog.key().models, QStringList{QStringLiteral("*")});
    QVERIFY(dialog.key().blacklistedModels.isEmpty());
}

void ProviderOffersTest::deniesWhatLosesItsTick()
{
    KeyModelsDialog dialog(m_fixture->gateway, {}, keyFor({QStringLiteral("*")}, {QStringLiteral("old-one")}));
    ProviderTestReport report;
    report.models = {QStringLiteral("a"), QStringLiteral("b")};
    m_fixture->gateway.finishTest(report);
    auto *list = child<QListWidget>(dialog, "models_list");
    QCOMPARE(list->item(0)->text(), QStringLiteral("old-one")); // although the provider does not list it
    QCOMPARE(list->item(0)->checkState(), Qt::Unchecked);
    list->item(2)->setCheckState(Qt::Unchecked);
    QCOMPARE(dialog.key().blacklistedModels, (QStringList{QStringLiteral("old-one"), QStringLiteral("b")}));
    QCOMPARE(dialog.key().models, QStringList{QStringLiteral("*")});
}

void ProviderOffersTest::allowsOnlyWhatIsTicked()
{
    KeyModelsDialog dialog(m_fixture->gateway, {}, keyFor({QStringLiteral("gpt-*")}));
    ProviderTestReport report;
    report.models = {QStringLiteral("a"), QStringLiteral("b")};
    m_fixture->gateway.finishTest(report);
    auto *list = child<QListWidget>(dialog, "models_list");
    auto *save = child<QPushButton>(dialog, "models_save");
    QCOMPARE(list->item(1)->checkState(), Qt::Unchecked);
    list->item(1)->setCheckState(Qt::Checked);
    QCOMPARE(dialog.key().models, (QStringList{QStringLiteral("gpt-*"), QStringLiteral("a")}));
    QVERIFY(dialog.key().blacklistedModels.isEmpty());
    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(Qt::Unchecked);
    QVERIFY(!save->isEnabled()); // it would serve nothing
    child<QComboBox>(dialog, "models_rule")->setCurrentIndex(0);
    QVERIFY(save->isEnabled());
}

void ProviderOffersTest::saysWhyThereIsNoList()
{
    KeyModelsDialog dialog(m_fixture->gateway, {}, keyFor({QStringLiteral("*")}));
    ProviderTestReport report;
    gateway::api::ProviderTestStep step;
    step.outcome = gateway::api::TestOutcome::Failed;
    step.problem = QStringLiteral("The key was refused (401).");
    report.steps = {step};
    m_fixture->gateway.finishTest(report);
    QCOMPARE(child<QLabel>(dialog, "models_state")->text(), step.problem);
}

void ProviderOffersTest::changesNothingButTheLine()
{
    const QByteArray stored = R"({"health_probe":"/alive","openai_config":{"disable_store":true}})";
    ui::pages::ProviderLineForm form;
    form.setExtras(stored);
    QCOMPARE(form.countChanges(), 0);
    QCOMPARE(form.extras(), stored);
    child<QSpinBox>(form, "line_places")->setValue(3);
    child<QSpinBox>(form, "line_waiting")->setValue(2); // too short for so many places
    child<QCheckBox>(form, "line_refuses")->click();
    const auto extras = gateway::readProviderExtras(form.extras().toStdString());
    QCOMPARE(extras.places, 3);
    QCOMPARE(extras.mostWaiting, 3);
    QVERIFY(extras.refusesWhenFull);
    QVERIFY(form.extras().contains("disable_store"));
    QCOMPARE(extras.healthProbe, std::string("/alive"));
    QCOMPARE(form.countChanges(), 3);
}

void ProviderOffersTest::saysWhichProxyIsInForce_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("proxyUrl");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("named"); // by the system
    QTest::addColumn<QString>("text");
    const QString remote = QStringLiteral("https://api.example.com");
    const QString system = QStringLiteral("system");
    const QString proxy = QStringLiteral("proxy.example.com:3128");
    QTest::newRow("none") << QStringLiteral("none") << QString() << remote << proxy
                          << QStringLiteral("Requests go straight to the provider.");
    QTest::newRow("of the provider") << QStringLiteral("http") << proxy << remote << QStringLiteral("other:1")
                                     << QStringLiteral("Requests go through proxy.example.com:3128.");
    QTest::newRow("of the provider, socks")
        << QStringLiteral("socks5") << QStringLiteral("socks5://inside:1080") << remote << QString()
        << QStringLiteral("Requests go through socks5://inside:1080.");
    QTest::newRow("of the provider, with a password in it")
        << QStringLiteral("http") << QStringLiteral("http://me:secret@proxy.example.com:3128") << remote << QString()
        << QStringLiteral("Requests go through proxy.example.com:3128.");
    QTest::newRow("no address yet") << system << QString() << QString() << proxy << QString();
    QTest::newRow("not entered yet") << QStringLiteral("http") << QString() << remote << proxy
                                     << QStringLiteral("Enter the address of the proxy.");
    QTest::newRow("of the system") << system << QString() << remote << proxy
                                   << QStringLiteral("Requests go through proxy.example.com:3128, as the environment "
                                                     "or the system says.");
    QTest::newRow("nobody names one") << QString() << QString() << remote << QString()
                                      << QStringLiteral(
                                             "Requests go straight to the provider: neither the environment nor the "
                                             "system names a proxy for this host.");
    QTest::newRow("this computer") << system << QString() << QStringLiteral("http://localhost:11434") << proxy
                                   << QStringLiteral(
                                          "Requests go straight to the provider: a server on this computer is "
                                          "reached without a proxy.");
}

void ProviderOffersTest::saysWhichProxyIsInForce()
{
    QFETCH(QString, kind);
    QFETCH(QString, proxyUrl);
    QFETCH(QString, address);
    QFETCH(QString, named);
    QFETCH(QString, text);
    gateway::api::ProviderNetworkView network;
    network.proxyKind = kind;
    network.proxyUrl = proxyUrl;
    network.baseUrl = address;
    ui::pages::ProxyInForce line;
    line.setSystemProxy([named](const QUrl &) { return named; });
    line.showFor(network);
    QTRY_COMPARE(line.text(), text);
}

void ProviderOffersTest::takesTheProxyOfTheEnvironmentIntoTheEditor()
{
#ifndef Q_OS_LINUX
    QSKIP("Only Linux reads the environment; other systems ask their settings.");
#endif
    qputenv("https_proxy", "http://proxy.example.com:3128");
    ui::pages::ProviderNetworkForm form(m_fixture->theme);
    gateway::api::ProviderNetworkView network;
    network.baseUrl = QStringLiteral("https://api.example.com");
    form.setNetwork(network);
    const auto *line = child<QLabel>(form, "proxy_in_force");
    QTRY_VERIFY2(line->text().contains(QStringLiteral("proxy.example.com:3128")), qPrintable(line->text()));
    form.setAddress(QStringLiteral("http://127.0.0.1:8080"));
    QVERIFY2(line->text().contains(QStringLiteral("this computer")), qPrintable(line->text()));
    child<QComboBox>(form, "proxy_kind")->setCurrentIndex(1);
    QCOMPARE(line->text(), QStringLiteral("Requests go straight to the provider."));
    qunsetenv("https_proxy");
}

void ProviderOffersTest::asksForTheResourceOfAzure()
{
    m_fixture->gateway.knownPresets = {presetOf("plain", ""), presetOf("azure", "", "azure_key"),
                                       presetOf("vertex", "", "google_cloud"), presetOf("eleven", "", "xi_api_key")};
    ui::dialogs::WizardProviderStep step(m_fixture->gateway, m_fixture->theme, nullptr);
    const auto choose = [&step](const char *name) { step.findChild<QAbstractButton *>(QLatin1String(name))->click(); };
    QVERIFY(step.findChild<QAbstractButton *>(QStringLiteral("preset_eleven")) == nullptr);
    choose("preset_azure");
    child<QLineEdit>(step, "wizard_key")->setText(QStringLiteral("key-of-azure"));
    QVERIFY(!step.isComplete());
    child<QLineEdit>(step, "key_endpoint")->setText(QStringLiteral("our-resource"));
    child<QLineEdit>(step, "key_deployments")->setText(QStringLiteral("gpt-5 = ours"));
    QVERIFY(step.isComplete());
    QCOMPARE(step.chosen().keyPlace.place.endpoint, QStringLiteral("our-resource"));
    QCOMPARE(step.chosen().keyPlace.aliases.first().second, QStringLiteral("ours"));
    choose("preset_vertex");
    QVERIFY(child<QLineEdit>(step, "key_endpoint") == nullptr);
    child<QLineEdit>(step, "key_project")->setText(QStringLiteral("our-project"));
    QCOMPARE(step.chosen().keyPlace.place.project, QStringLiteral("our-project"));
    choose("preset_plain");
    QVERIFY(child<QLineEdit>(step, "key_project") == nullptr);
    QVERIFY(step.chosen().keyPlace.place.project.isEmpty());
}

void ProviderOffersTest::takesTheVariableInTheWizard()
{
    ui::dialogs::WizardProviderStep step(m_fixture->gateway, m_fixture->theme, nullptr);
    auto *use = child<QPushButton>(step, "wizard_from_environment");
    QVERIFY(!use->isHidden());
    QVERIFY(step.chosen().key.isEmpty()); // never unasked
    use->click();
    QCOMPARE(step.chosen().key, QStringLiteral("env.BILROST_TEST_FOUND_KEY"));
    QVERIFY(step.isComplete());
    step.findChild<QAbstractButton *>(QStringLiteral("preset_second"))->click();
    QVERIFY(use->isHidden());
    QVERIFY(step.chosen().key.isEmpty());
}

QTEST_MAIN(ProviderOffersTest)
#include "tst_provider_offers.moc"
