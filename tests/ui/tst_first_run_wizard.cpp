#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include "tests/ui/window_fixture.h"
#include "ui/dialogs/first_run_wizard.h"
#include "ui/widgets/test_steps_view.h"

using gateway::Error;
using gateway::ErrorCode;
using gateway::RequestState;
using gateway::api::ProviderTestReport;
using gateway::api::RequestSummary;
using ui::dialogs::FirstRunWizard;

namespace {

struct WizardFixture : WindowFixture {
    std::unique_ptr<FirstRunWizard> wizard;

    WizardFixture()
    {
        gateway.storedProviders.clear();
        wizard = std::make_unique<FirstRunWizard>(gateway, theme, prompt);
        wizard->show();
    }
    QPushButton *button(const char *name) { return wizard->findChild<QPushButton *>(QLatin1String(name)); }
    QLineEdit *field(const char *name) { return wizard->findChild<QLineEdit *>(QLatin1String(name)); }
    QString text(const char *name) { return wizard->findChild<QLabel *>(QLatin1String(name))->text(); }
    void choose(const char *preset) { wizard->findChild<QAbstractButton *>(QLatin1String(preset))->click(); }
    void next() { button("wizard_next")->click(); }

    void passTest()
    {
        ProviderTestReport report;
        report.hasPassed = true;
        report.models = {QStringLiteral("model-a")};
        gateway.finishTest(report);
    }
};

RequestSummary request(RequestState state)
{
    RequestSummary summary;
    summary.id = QStringLiteral("req_1");
    summary.startedAt = QDateTime::currentDateTimeUtc();
    summary.state = state;
    summary.client = QStringLiteral("curl");
    summary.provider = QStringLiteral("anthropic");
    summary.model = QStringLiteral("claude-haiku-4-5");
    return summary;
}

} // namespace

class FirstRunWizardTest : public QObject {
    Q_OBJECT
private slots:
    void needsOnlyTheKey()
    {
        WizardFixture fixture;
        fixture.choose("preset_anthropic");
        QVERIFY(!fixture.button("wizard_next")->isEnabled());
        fixture.field("wizard_key")->setText(QStringLiteral("sk-ant-0123456789"));
        QVERIFY(fixture.button("wizard_next")->isEnabled());
        fixture.next();
        QCOMPARE(fixture.wizard->currentStep(), int(FirstRunWizard::Test));
        QCOMPARE(fixture.gateway.tests.front().keyValue.value(), QStringLiteral("sk-ant-0123456789"));
        QVERIFY(fixture.gateway.savedProviders.empty()); // nothing is stored before the test step is left
        fixture.passTest();
        fixture.next();
        QCOMPARE(fixture.gateway.savedProviders.front().provider.name, QStringLiteral("anthropic"));
        QCOMPARE(fixture.gateway.savedKeys.front().value.value(), QStringLiteral("sk-ant-0123456789"));
        QCOMPARE(fixture.gateway.savedKeys.front().key.models, QStringList{QStringLiteral("*")}); // empty is none
        QCOMPARE(fixture.wizard->currentStep(), int(FirstRunWizard::Tool));
    }

    void localServerNeedsNoKey()
    {
        WizardFixture fixture;
        fixture.choose("preset_ollama");
        QVERIFY(!fixture.field("wizard_key")->isVisible());
        QVERIFY(fixture.button("wizard_next")->isEnabled());
        fixture.next();
        QVERIFY(!fixture.gateway.tests.front().keyValue);
        fixture.passTest();
        fixture.next();
        QVERIFY(fixture.gateway.savedKeys.empty());
        QVERIFY(fixture.field("curl_line")->text().contains(QStringLiteral("ollama/model-a")));
    }

    void shortAnswerIsAnnouncedBeforeAndCanBeSkipped()
    {
        WizardFixture fixture;
        fixture.choose("preset_openai");
        fixture.field("wizard_key")->setText(QStringLiteral("sk-1"));
        auto *answer = fixture.wizard->findChild<QAbstractButton *>(QStringLiteral("wizard_short_answer"));
        QVERIFY(answer->isVisible());
        QVERIFY(answer->text().contains(QStringLiteral("$0.001")));
        answer->setChecked(false);
        fixture.next();
        QVERIFY(!fixture.gateway.tests.front().sendShortAnswer);
    }

    void failedTestNamesTheProblemAndLetsGoOn()
    {
        WizardFixture fixture;
        fixture.choose("preset_openai");
        fixture.field("wizard_key")->setText(QStringLiteral("sk-1"));
        fixture.next();
        ProviderTestReport report;
        gateway::api::ProviderTestStep step;
        step.step = gateway::api::TestStep::Key;
        step.outcome = gateway::api::TestOutcome::Failed;
        step.problem = QStringLiteral("The key was refused (401).");
        report.steps = {step};
        fixture.gateway.finishTest(report);
        auto *steps = fixture.wizard->findChild<ui::widgets::TestStepsView *>();
        QCOMPARE(steps->problem(), step.problem);
        QCOMPARE(fixture.button("wizard_next")->text(), QStringLiteral("Continue anyway"));
        fixture.button("wizard_change_key")->click();
        QCOMPARE(fixture.wizard->currentStep(), int(FirstRunWizard::Provider));
    }

    void failureToStoreIsShownWhereTheKeyIs()
    {
        WizardFixture fixture;
        fixture.choose("preset_openai");
        fixture.field("wizard_key")->setText(QStringLiteral("sk-1"));
        fixture.next();
        fixture.passTest();
        fixture.gateway.failNext(Error::internal(ErrorCode::StorageFailed, "The disk is full."));
        fixture.next();
        QCOMPARE(fixture.wizard->currentStep(), int(FirstRunWizard::Provider));
        QCOMPARE(fixture.text("wizard_problem"), QStringLiteral("The disk is full."));
    }

    void firstRequestIsGreeted()
    {
        WizardFixture fixture;
        fixture.choose("preset_ollama");
        fixture.next();
        fixture.passTest();
        fixture.next();
        fixture.next();
        QCOMPARE(fixture.button("wizard_next")->text(), QStringLiteral("Finish without it"));
        fixture.gateway.emitRequests({request(RequestState::InFlight)});
        QCOMPARE(fixture.text("wizard_greeting"), QStringLiteral("There it is."));
        fixture.gateway.emitRequests({request(RequestState::Succeeded)});
        QVERIFY(fixture.text("wizard_greeting").startsWith(QStringLiteral("Welcome")));
        QVERIFY(fixture.text("wizard_request_facts").contains(QStringLiteral("anthropic / claude-haiku-4-5")));
        QSignalSpy finished(fixture.wizard.get(), &QDialog::accepted);
        fixture.next();
        QCOMPARE(finished.count(), 1);
    }

    // From a clean profile to the first answer, with a key to be typed.
    void sixClicksLeadToTheFirstAnswer()
    {
        WizardFixture fixture;
        fixture.wizard->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.wizard.get()));
        int clicks = 0;
        const auto click = [&](const char *name) {
            auto *widget = fixture.wizard->findChild<QWidget *>(QLatin1String(name));
            QVERIFY2(widget != nullptr && widget->isVisible() && widget->isEnabled(), name);
            QTest::mouseClick(widget, Qt::LeftButton);
            ++clicks;
        };
        click("preset_anthropic");
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("wizard_key")); // ready to be typed into
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("sk-ant-0123456789"));
        click("wizard_next");
        fixture.passTest();
        click("wizard_next");
        QCOMPARE(fixture.wizard->currentStep(), int(FirstRunWizard::Tool));
        click("copy_anthropic_url");
        QVERIFY(QApplication::clipboard()->text().endsWith(QStringLiteral("/anthropic")));
        click("wizard_next");
        fixture.gateway.emitRequests({request(RequestState::Succeeded)});
        QVERIFY(fixture.text("wizard_greeting").startsWith(QStringLiteral("Welcome")));
        QSignalSpy finished(fixture.wizard.get(), &QDialog::accepted);
        click("wizard_next");
        QCOMPARE(finished.count(), 1);
        QVERIFY2(clicks <= 6, qPrintable(QString::number(clicks)));
    }

    void failedFirstRequestSaysWhy()
    {
        WizardFixture fixture;
        fixture.choose("preset_ollama");
        fixture.next();
        fixture.passTest();
        fixture.next();
        fixture.next();
        RequestSummary failed = request(RequestState::ClientError);
        failed.errorText = QStringLiteral("No provider serves “gpt-9”.");
        fixture.gateway.emitRequests({failed});
        bool isShown = false;
        for (const QLabel *label : fixture.wizard->findChildren<QLabel *>())
            isShown = isShown || (label->isVisible() && label->text() == failed.errorText);
        QVERIFY(isShown);
    }

    void skippingWithATypedKeyAsks()
    {
        WizardFixture fixture;
        QSignalSpy rejected(fixture.wizard.get(), &QDialog::rejected);
        fixture.choose("preset_openai");
        fixture.field("wizard_key")->setText(QStringLiteral("sk-1"));
        fixture.prompt.answers = {{0, false}, {1, false}};
        fixture.button("wizard_skip")->click();
        QCOMPARE(rejected.count(), 0);
        fixture.button("wizard_skip")->click();
        QCOMPARE(rejected.count(), 1);
    }

    void runsByKeyboardAlone()
    {
        WizardFixture fixture;
        FirstRunWizard &wizard = *fixture.wizard;
        wizard.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        };
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("preset_openai"));
        press(Qt::Key_Right); // the next tile
        press(Qt::Key_Space);
        for (int tabs = 0; tabs < 20 && QApplication::focusWidget()->objectName() != QLatin1String("wizard_key");
             ++tabs)
            press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("wizard_key"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("sk-ant-0123"));
        press(Qt::Key_Return);
        QCOMPARE(wizard.currentStep(), int(FirstRunWizard::Test));
        QCOMPARE(fixture.gateway.tests.front().provider.name, QStringLiteral("anthropic"));
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(wizard.currentStep(), int(FirstRunWizard::Provider));
        press(Qt::Key_Return);
        fixture.passTest();
        press(Qt::Key_Return);
        QCOMPARE(wizard.currentStep(), int(FirstRunWizard::Tool));
        press(Qt::Key_Return);
        QCOMPARE(wizard.currentStep(), int(FirstRunWizard::Request));
        press(Qt::Key_Return);
        QVERIFY(!wizard.isVisible());
    }

    void everyInteractiveWidgetHasNames()
    {
        WizardFixture fixture;
        for (const QAbstractButton *button : fixture.wizard->findChildren<QAbstractButton *>()) {
            if (qobject_cast<const QLineEdit *>(button->parentWidget()) != nullptr)
                continue;
            QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        }
    }
};

QTEST_MAIN(FirstRunWizardTest)
#include "tst_first_run_wizard.moc"
