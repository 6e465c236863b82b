// The command palette finds pages, commands and names by a few letters, and does what is chosen.
#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include "tests/ui/window_fixture.h"
#include "ui/menu_text.h"
#include "ui/models/command_list_model.h"
#include "ui/pages/page.h"
#include "ui/shell/command_palette.h"

using ui::models::Command;
using ui::models::CommandListModel;
using ui::models::fitOf;
using ui::shell::CommandPalette;

namespace {

struct PaletteFixture : WindowFixture {
    std::unique_ptr<ui::MainWindow> main = window();

    CommandPalette *open()
    {
        main->findChild<QAction *>(QStringLiteral("action_palette"))->trigger();
        return main->findChild<CommandPalette *>();
    }
    static QLineEdit *field(CommandPalette &palette)
    {
        return palette.findChild<QLineEdit *>(QStringLiteral("palette_field"));
    }
    static QString row(CommandPalette &palette, int number)
    {
        const auto *table = palette.findChild<QTableView *>(QStringLiteral("palette_list"));
        return table->model()->index(number, 0).data().toString();
    }
    QString page() { return main->page(main->currentPage())->objectName(); }
};

} // namespace

class CommandPaletteTest : public QObject {
    Q_OBJECT
private slots:
    void wordsFitBetterAtTheirBeginning()
    {
        QVERIFY(fitOf(QStringLiteral("Add provider"), QStringLiteral("add"))
                > fitOf(QStringLiteral("Add provider"), QStringLiteral("prov")));
        QVERIFY(fitOf(QStringLiteral("Add provider"), QStringLiteral("prov"))
                > fitOf(QStringLiteral("Add provider"), QStringLiteral("vider")));
        QVERIFY(fitOf(QStringLiteral("Add provider"), QStringLiteral("vider"))
                > fitOf(QStringLiteral("Add provider"), QStringLiteral("apv")));
        QVERIFY(fitOf(QStringLiteral("Add provider"), QStringLiteral("apv")) > 0);
        QVERIFY(fitOf(QStringLiteral("Add provider"), QStringLiteral("PROV add")) > 0);
        QCOMPARE(fitOf(QStringLiteral("Add provider"), QStringLiteral("zz")), 0);
        QCOMPARE(fitOf(QStringLiteral("Add provider"), QStringLiteral("add zz")), 0);
    }

    void prefixNarrowsToAKind()
    {
        const Command command{QStringLiteral("Copy address"), {}, {}, QLatin1Char('>'), [] {}};
        const Command provider{QStringLiteral("Cohere"), {}, {}, QLatin1Char('@'), [] {}};
        CommandListModel model({command, provider}, nullptr);
        QCOMPARE(model.rowCount(), 2);
        model.setTyped(QStringLiteral("@co"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.commandAt(0)->text, QStringLiteral("Cohere"));
        model.setTyped(QStringLiteral("co"));
        QCOMPARE(model.rowCount(), 2);
    }

    void namesOfCommandsHaveNoMarksOfMenus_data()
    {
        QTest::addColumn<QString>("menu");
        QTest::addColumn<QString>("said");
        QTest::newRow("letter") << QStringLiteral("&Add provider…\tIns") << QStringLiteral("Add provider…");
        QTest::newRow("letter behind") << QStringLiteral("新建虚拟密钥(&N)…") << QStringLiteral("新建虚拟密钥…");
        QTest::newRow("sign") << QStringLiteral("Cut && paste") << QStringLiteral("Cut & paste");
        QTest::newRow("brackets") << QStringLiteral("Keys (&2)") << QStringLiteral("Keys");
        QTest::newRow("none") << QStringLiteral("Usage (7 d)") << QStringLiteral("Usage (7 d)");
    }
    void namesOfCommandsHaveNoMarksOfMenus()
    {
        QFETCH(QString, menu);
        QFETCH(QString, said);
        QCOMPARE(ui::plainMenuText(menu), said);
    }

    void opensAProviderByItsName()
    {
        PaletteFixture fixture;
        CommandPalette *palette = fixture.open();
        QVERIFY(palette != nullptr);
        QTest::keyClicks(fixture.field(*palette), QStringLiteral("anthr"));
        QCOMPARE(fixture.row(*palette, 0), QStringLiteral("Anthropic"));
        QTest::keyClick(fixture.field(*palette), Qt::Key_Return);
        QCOMPARE(fixture.page(), QStringLiteral("providers_page"));
        auto *name = fixture.main->findChild<QLineEdit *>(QStringLiteral("provider_display_name"));
        QTRY_VERIFY(name->isVisible());
        QCOMPARE(name->text(), QStringLiteral("Anthropic"));
        QTRY_VERIFY(fixture.main->findChild<CommandPalette *>() == nullptr);
    }

    void goesToAPageAndDoesCommands()
    {
        PaletteFixture fixture;
        CommandPalette *palette = fixture.open();
        fixture.field(*palette)->setText(QStringLiteral("usage"));
        QTest::keyClick(fixture.field(*palette), Qt::Key_Return);
        QCOMPARE(fixture.page(), QStringLiteral("usage_page"));
        palette = fixture.open();
        fixture.field(*palette)->setText(QStringLiteral(">dark"));
        QVERIFY(fixture.row(*palette, 0).contains(QStringLiteral("Dark")));
        QTest::keyClick(fixture.field(*palette), Qt::Key_Return);
        QCOMPARE(fixture.theme.scheme(), ui::look::Scheme::Dark);
    }

    void arrowsMoveWhileTheFieldKeepsTheFocus()
    {
        PaletteFixture fixture;
        CommandPalette *palette = fixture.open();
        auto *table = palette->findChild<QTableView *>(QStringLiteral("palette_list"));
        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(fixture.field(*palette), Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        QCOMPARE(fixture.field(*palette)->accessibleDescription(), fixture.row(*palette, 1));
        QTest::keyClick(fixture.field(*palette), Qt::Key_PageUp);
        QCOMPARE(table->currentIndex().row(), 0);
    }

    void escapeDoesNothing()
    {
        PaletteFixture fixture;
        const QString before = fixture.page();
        CommandPalette *palette = fixture.open();
        fixture.field(*palette)->setText(QStringLiteral("usage"));
        QTest::keyClick(fixture.field(*palette), Qt::Key_Escape);
        QTRY_VERIFY(fixture.main->findChild<CommandPalette *>() == nullptr);
        QCOMPARE(fixture.page(), before);
    }

    void saysWhenNothingFits()
    {
        PaletteFixture fixture;
        CommandPalette *palette = fixture.open();
        fixture.field(*palette)->setText(QStringLiteral("zzzzzz"));
        QVERIFY(palette->findChild<QWidget *>(QStringLiteral("palette_nothing"))->isVisible());
        QTest::keyClick(fixture.field(*palette), Qt::Key_Return);
        QVERIFY(palette->isVisible());
    }
};

QTEST_MAIN(CommandPaletteTest)
#include "tst_command_palette.moc"
