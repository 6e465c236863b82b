#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include "tests/ui/window_fixture.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/models/diagnostics_text.h"
#include "ui/pages/diagnostics_page.h"

namespace {

const QString secret = QStringLiteral("sk-ant-api03-0123456789abcdefghijklmnopqrstuvwxyz");

struct Scene : WindowFixture {
    std::unique_ptr<ui::MainWindow> shown;
    ui::pages::DiagnosticsPage *page = nullptr;

    void open()
    {
        shown = window();
        page = shown->findChild<ui::pages::DiagnosticsPage *>();
        shown->openPage(page);
    }
    QString text() const
    {
        return page->findChild<QPlainTextEdit *>(QStringLiteral("diagnostics_text"))->toPlainText();
    }
    void click(const char *name) const { page->findChild<QPushButton *>(QLatin1String(name))->click(); }
    QString answer() const { return page->findChild<QLabel *>(QStringLiteral("diagnostics_answer"))->text(); }
};

} // namespace

class DiagnosticsPageTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhatIsNeededToFindAFault()
    {
        Scene scene;
        scene.open();
        for (const char *fact : {"listening", "port 8080", "anthropic", "key rejected", "End of the log",
                                 "listening on http://127.0.0.1:8080"})
            QVERIFY2(scene.text().contains(QLatin1String(fact)), fact);
        QVERIFY(scene.text().contains(QString::fromLatin1(qVersion())));
    }

    void nothingSecretIsInIt()
    {
        Scene scene;
        auto &provider = scene.gateway.storedProviders[0];
        provider.network.baseUrl = QStringLiteral("https://ada:hunter2@api.example.com/v1?token=abcdef0123#x");
        provider.healthReason = QStringLiteral("refused ") + secret;
        provider.keys[0].redactedValue = QStringLiteral("sk-a****3fQA");
        provider.keys[0].lastFour = QStringLiteral("3fQA");
        provider.network.extraHeaders = {{QStringLiteral("X-Token"), QStringLiteral("letmein")}};
        scene.program.log = "opened " + QDir::homePath().toUtf8() + "/notes\n";
        scene.open();
        for (const QString &word :
             {secret, QStringLiteral("hunter2"), QStringLiteral("abcdef0123"), QStringLiteral("3fQA"),
              QStringLiteral("letmein"), QDir::homePath() + QStringLiteral("/notes")})
            QVERIFY2(!scene.text().contains(word), qPrintable(word));
        QVERIFY(scene.text().contains(QStringLiteral("https://api.example.com/v1")));
        QVERIFY(scene.text().contains(QStringLiteral("opened ~/notes")));
    }

    void copiesExactlyWhatItShows()
    {
        Scene scene;
        scene.open();
        scene.click("diagnostics_copy");
        QCOMPARE(QGuiApplication::clipboard()->text(), scene.text());
    }

    void savesExactlyWhatItShows()
    {
        Scene scene;
        scene.open();
        const QString name = scene.folder.filePath(QStringLiteral("out.txt"));
        scene.page->setChooseFile([&name](QWidget *, const QString &) { return name; });
        scene.click("diagnostics_save");
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), scene.text());
        QVERIFY(scene.answer().contains(QStringLiteral("out.txt")));
    }

    void fileThatCannotBeWrittenIsSaid()
    {
        Scene scene;
        scene.open();
        const QString name = scene.folder.filePath(QStringLiteral("missing/out.txt"));
        scene.page->setChooseFile([&name](QWidget *, const QString &) { return name; });
        scene.click("diagnostics_save");
        QVERIFY(scene.answer().contains(QStringLiteral("cannot be written")));
    }

    void savingCanBeGivenUp()
    {
        Scene scene;
        scene.open();
        scene.page->setChooseFile([](QWidget *, const QString &) { return QString(); });
        const QString before = scene.answer();
        scene.click("diagnostics_save");
        QCOMPARE(scene.answer(), before);
    }

    void shortcutsSheetHasEveryKeyOfTheMenus()
    {
        Scene scene;
        scene.open();
        scene.shown->findChild<QAction *>(QStringLiteral("action_shortcuts"))->trigger();
        auto *dialog = scene.shown->findChild<ui::dialogs::ShortcutsDialog *>();
        QVERIFY(dialog != nullptr);
        QStringList keys;
        for (const QLabel *label : dialog->findChildren<QLabel *>(QStringLiteral("shortcut_keys")))
            keys.append(label->text());
        for (const QAction *action : scene.shown->findChildren<QAction *>()) {
            const bool isInMenu = action->objectName().startsWith(QLatin1String("action_"));
            if (isInMenu && !action->shortcut().isEmpty())
                QVERIFY2(keys.contains(action->shortcut().toString(QKeySequence::NativeText)),
                         qPrintable(action->objectName()));
        }
        QVERIFY(keys.size() > 12);
    }
};

QTEST_MAIN(DiagnosticsPageTest)
#include "tst_diagnostics_page.moc"
