// The dialogs of single requests: editing before sending again, comparing, exporting.
#include "ui/dialogs/comparison_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/resend_dialog.h"
#include "ui/look/theme.h"
#include "ui/models/comparison_model.h"
#include "ui/models/prefix_words.h"

#include "tests/ui/request_samples.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace gateway::api;
using namespace ui::dialogs;
using Place = PrefixComparison::Place;
using Difference = PrefixComparison::Difference;

namespace {

RequestDetail detail(int number)
{
    RequestDetail detail;
    detail.summary = samples::request(number);
    detail.method = QStringLiteral("POST");
    detail.path = QStringLiteral("/v1/chat/completions");
    detail.hasBodies = true;
    detail.requestBody = "{\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"user\",\"content\":\"\xC3\xA4 model\"}]}";
    return detail;
}

RequestComparison comparison()
{
    RequestComparison comparison{detail(2), detail(4), {}};
    comparison.later.requestBody.replace("\xC3\xA4 model", "another");
    comparison.later.summary.cachedTokens = 0;
    comparison.earlier.requestHeaders = {{QStringLiteral("X-One"), QStringLiteral("1")},
                                         {QStringLiteral("X-Same"), QStringLiteral("s")}};
    comparison.later.requestHeaders = {{QStringLiteral("x-same"), QStringLiteral("s")},
                                       {QStringLiteral("X-Two"), QStringLiteral("2")}};
    comparison.prefix.place = Place::Message;
    comparison.prefix.number = 3;
    comparison.prefix.kind = PartKind::ToolResult;
    comparison.prefix.before = QStringLiteral("It is 14:3");
    comparison.prefix.earlier = QStringLiteral("1\nnow");
    comparison.prefix.later = QStringLiteral("2\nnow");
    comparison.prefix.sharedTokens = 6'812;
    comparison.prefix.lostTokens = 77'400;
    comparison.prefix.otherSettings = {QStringLiteral("temperature")};
    return comparison;
}

template <typename Widget>
Widget *find(const QWidget &window, const char *name)
{
    auto *widget = window.findChild<Widget *>(QLatin1String(name));
    if (widget == nullptr)
        qFatal("no widget is called %s", name);
    return widget;
}

} // namespace

class RequestDialogsTest : public QObject {
    Q_OBJECT

    ui::look::Theme m_theme{ui::look::Scheme::Light};

private slots:
    // --- editing before sending

    void sendsTheBytesThatWereStoredWhenNothingWasEdited()
    {
        ResendDialog dialog(detail(1), {});
        const ResendRequest command = dialog.command();
        QCOMPARE(command.requestId, samples::request(1).id);
        QVERIFY(!command.body.has_value());
        QVERIFY(!command.path.has_value());
    }

    void theModelAndTheBodySayTheSame()
    {
        ResendDialog dialog(detail(1), {{QStringLiteral("claude-sonnet-5-5")}, false, false});
        auto *model = find<QComboBox>(dialog, "resendModel");
        auto *body = find<QPlainTextEdit>(dialog, "resendBody");
        QCOMPARE(model->currentText(), QStringLiteral("gpt-5.4"));
        model->setCurrentText(QStringLiteral("claude-\"odd\""));
        QVERIFY2(body->toPlainText().contains(QStringLiteral("\"model\": \"claude-\\\"odd\\\"\"")),
                 qPrintable(body->toPlainText()));
        QVERIFY(body->toPlainText().contains(QStringLiteral("ä model"))); // only the member was exchanged
        body->setPlainText(QStringLiteral("{\"x\": \"ä\", \"model\": \"third\"}"));
        QCOMPARE(model->currentText(), QStringLiteral("third"));
        model->setCurrentText(QStringLiteral("fourth"));
        QCOMPARE(dialog.command().body.value_or(QByteArray()),
                 QByteArray("{\"x\": \"\xC3\xA4\", \"model\": \"fourth\"}"));
    }

    void keepsABrokenBodyFromBeingSent()
    {
        ResendDialog dialog(detail(1), {});
        dialog.show();
        auto *body = find<QPlainTextEdit>(dialog, "resendBody");
        auto *send = find<QPushButton>(dialog, "resendSend");
        QVERIFY(send->isEnabled());
        body->setPlainText(QStringLiteral("{\"model\": \"m\",\n  \"n\": }"));
        QVERIFY(!send->isEnabled());
        QVERIFY2(find<QLabel>(dialog, "resendProblem")->text().contains(QStringLiteral("line 2, column 8")),
                 qPrintable(find<QLabel>(dialog, "resendProblem")->text()));
        find<QPushButton>(dialog, "resendGoTo")->click();
        QCOMPARE(body->textCursor().blockNumber(), 1);
        QCOMPARE(body->textCursor().positionInBlock(), 7);
        body->setPlainText(QStringLiteral("{\"model\": \"m\"}"));
        QVERIFY(send->isEnabled());
        QVERIFY(!find<QPushButton>(dialog, "resendGoTo")->isVisible());
    }

    void exchangesTheModelInThePath()
    {
        RequestDetail gemini = detail(1);
        gemini.requestBody = "{\"contents\":[]}";
        gemini.path = QStringLiteral("/genai/v1beta/models/gemini-3.1-pro:generateContent");
        ResendDialog dialog(gemini, {});
        auto *model = find<QComboBox>(dialog, "resendModel");
        QCOMPARE(model->currentText(), QStringLiteral("gemini-3.1-pro"));
        model->setCurrentText(QStringLiteral("gemini-3.1-flash"));
        const ResendRequest command = dialog.command();
        QCOMPARE(command.path.value_or(QString()),
                 QStringLiteral("/genai/v1beta/models/gemini-3.1-flash:generateContent"));
        QVERIFY(!command.body.has_value());
    }

    void takesAKeyWhereOneIsNeeded()
    {
        RequestDetail keyed = detail(1);
        keyed.summary.virtualKeyName = QStringLiteral("codex");
        ResendDialog dialog(keyed, {{}, true, true});
        auto *key = find<QLineEdit>(dialog, "resendKey");
        QCOMPARE(key->echoMode(), QLineEdit::Password);
        key->setText(QStringLiteral(" sk-bf-1 "));
        QCOMPARE(dialog.command().virtualKey, QStringLiteral("sk-bf-1"));
        ResendDialog without(detail(1), {});
        QVERIFY(without.findChild<QLineEdit *>(QStringLiteral("resendKey")) == nullptr);
    }

    void sendsALargeBodyAsItWas()
    {
        RequestDetail large = detail(1);
        large.requestBody = "{\"model\":\"m\",\"t\":\"" + QByteArray(ResendDialog::largestEdited, 'x') + "\"}";
        ResendDialog dialog(large, {});
        QVERIFY(find<QPlainTextEdit>(dialog, "resendBody")->isReadOnly());
        QVERIFY(find<QPushButton>(dialog, "resendSend")->isEnabled());
        QVERIFY(!dialog.command().body.has_value());
    }

    // --- comparing

    void saysInWordsWhereTheCacheBreaks()
    {
        QCOMPARE(ui::models::prefixText(comparison().prefix),
                 QStringLiteral("Message 3, tool result: differs from here. About 6,812 tokens before it can be read "
                                "from the cache, 77,400 from it on cannot."));
    }

    void saysEveryKindOfBreak_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("difference");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *title, Place place, Difference difference, const char *name,
                            const char *words) {
            QTest::newRow(title) << static_cast<int>(place) << static_cast<int>(difference) << QString::fromLatin1(name)
                                 << QString::fromLatin1(words);
        };
        row("tool gone", Place::Tool, Difference::OnlyInEarlier, "Read",
            "Tool 2, Read: only the earlier request has it.");
        row("tool new", Place::Tool, Difference::OnlyInLater, "", "Tool 2: only the later request has it.");
        row("system", Place::System, Difference::InBoth, "", "System text, block 2: differs from here.");
        row("nothing", Place::Nowhere, Difference::InBoth, "", "The later prompt begins with all of the earlier one");
    }

    void saysEveryKindOfBreak()
    {
        QFETCH(int, place);
        QFETCH(int, difference);
        QFETCH(QString, name);
        QFETCH(QString, words);
        PrefixComparison prefix;
        prefix.place = static_cast<Place>(place);
        prefix.difference = static_cast<Difference>(difference);
        prefix.number = 2;
        prefix.name = name;
        const QString text = ui::models::prefixText(prefix);
        QVERIFY2(text.startsWith(words), qPrintable(text));
    }

    void namesWhatElseKeepsTheCacheFromBeingRead()
    {
        RequestComparison same = comparison();
        QVERIFY(ui::models::cacheObstacles(same).isEmpty());
        same.later.summary.provider = QStringLiteral("bedrock");
        QVERIFY(ui::models::cacheObstacles(same).first().contains(QStringLiteral("openai, then bedrock")));
        RequestComparison late = comparison();
        late.later.summary.startedAt = late.earlier.summary.startedAt.addSecs(7 * 60);
        QVERIFY(ui::models::cacheObstacles(late).first().startsWith(QStringLiteral("7 minutes")));
        RequestComparison thinking = comparison();
        thinking.later.summary.dialect = QStringLiteral("anthropic_messages");
        thinking.prefix.otherSettings = {QStringLiteral("thinking")};
        QVERIFY(ui::models::cacheObstacles(thinking).first().startsWith(QStringLiteral("Thinking")));
    }

    void showsFactsHeadersBodiesAndAnswers()
    {
        ComparisonDialog dialog(comparison(), m_theme);
        dialog.show();
        QVERIFY(find<QLabel>(dialog, "earlierExcerpt")->text().contains(QStringLiteral("14:3▸1⏎now")));
        QVERIFY(find<QLabel>(dialog, "laterExcerpt")->text().contains(QStringLiteral("14:3▸2⏎now")));
        const auto *facts = find<QTableView>(dialog, "comparedFacts")->model();
        QStringList different;
        for (int row = 0; row < facts->rowCount(); ++row) {
            if (!facts->index(row, ui::models::ComparisonModel::Mark).data().toString().isEmpty())
                different << facts->index(row, ui::models::ComparisonModel::Name).data().toString();
        }
        QCOMPARE(different, QStringList{QStringLiteral("of them cached")});
        auto *tabs = find<QTabBar>(dialog, "comparisonTabs");
        tabs->setCurrentIndex(1);
        const QString body = find<QPlainTextEdit>(dialog, "comparedBodies")->toPlainText();
        QVERIFY2(body.contains(QStringLiteral("- ")) && body.contains(QStringLiteral("ä model"))
                     && body.contains(QStringLiteral("another")),
                 qPrintable(body));
        QCOMPARE(find<QTableView>(dialog, "comparedHeaders")->model()->rowCount(), 3);
        tabs->setCurrentIndex(3);
        QVERIFY(find<QPlainTextEdit>(dialog, "comparedAnswers")
                    ->toPlainText()
                    .contains(QStringLiteral("No line differs.")));
        find<QPushButton>(dialog, "copySummary")->click();
        const QString summary = QGuiApplication::clipboard()->text();
        QVERIFY(summary.contains(QStringLiteral("Message 3, tool result")));
        QVERIFY(summary.contains(QStringLiteral("of them cached: 79,904 → 0")));
    }

    void theModelOfFactsKeepsTheRulesOfModels()
    {
        ui::models::ComparisonModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFacts(ui::models::comparedFacts(comparison()));
        QVERIFY(model.rowCount() > 10);
        model.setFacts({});
        QCOMPARE(model.rowCount(), 0);
    }

    // --- exporting

    void asksWhatAndSaysWhatTheFileHolds()
    {
        ExportDialog::Choice choice;
        choice.selected = {QStringLiteral("a"), QStringLiteral("b")};
        choice.query.text = QStringLiteral("sonnet");
        choice.isFiltered = true;
        choice.folder = QStringLiteral("/tmp");
        ExportDialog dialog(choice);
        dialog.show();
        QVERIFY(find<QRadioButton>(dialog, "exportSelected")->isChecked());
        QCOMPARE(dialog.command().ids.size(), 2);
        QVERIFY(dialog.command().query.text.isEmpty());
        find<QRadioButton>(dialog, "exportListed")->setChecked(true);
        QVERIFY(dialog.command().ids.isEmpty());
        QCOMPARE(dialog.command().query.text, QStringLiteral("sonnet"));
        QVERIFY(dialog.command().hasBodies);
        auto *file = find<QLineEdit>(dialog, "exportFile");
        QVERIFY(file->text().endsWith(QStringLiteral(".har")));
        find<QComboBox>(dialog, "exportFormat")->setCurrentIndex(2);
        QVERIFY(file->text().endsWith(QStringLiteral(".csv")));
        QCOMPARE(dialog.command().format, ExportFormat::Csv);
        QVERIFY(!dialog.command().hasBodies);
        QVERIFY(!find<QCheckBox>(dialog, "exportBodies")->isEnabled());
        file->clear();
        QVERIFY(!find<QPushButton>(dialog, "exportStart")->isEnabled());
    }

    void offersNoSelectionWhereThereIsNone()
    {
        ExportDialog dialog(ExportDialog::Choice{});
        dialog.show();
        QVERIFY(!find<QRadioButton>(dialog, "exportSelected")->isVisible());
        QVERIFY(find<QRadioButton>(dialog, "exportListed")->isChecked());
    }

    void showsHowAnExportGoesAndEnds()
    {
        ExportProgress progress(QStringLiteral("/tmp/all.har"));
        progress.show();
        QSignalSpy cancelled(&progress, &ExportProgress::cancelWanted);
        progress.showAdvance(1'200);
        QVERIFY(find<QLabel>(progress, "exportText")->text().contains(QStringLiteral("1,200")));
        QTest::keyClick(&progress, Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(progress.isVisible()); // until the export has ended
        progress.showFailure(QStringLiteral("The export was cancelled; nothing was written."));
        QVERIFY(find<QLabel>(progress, "exportText")->text().contains(QStringLiteral("cancelled")));
        QTest::keyClick(&progress, Qt::Key_Escape);
        QVERIFY(!progress.isVisible());
    }

    void saysHowManyBodiesWereMissing()
    {
        ExportProgress progress(QStringLiteral("/tmp/all.har"));
        progress.showEnd({1'300, 12'000'000, 7});
        const QString text = find<QLabel>(progress, "exportText")->text();
        QVERIFY2(text.contains(QStringLiteral("1,300")) && text.contains(QStringLiteral(" MB"))
                     && text.contains(QStringLiteral("bodies of 7")),
                 qPrintable(text));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    RequestDialogsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_request_dialogs.moc"
