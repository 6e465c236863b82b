#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include "tests/support/usage_samples.h"
#include "tests/ui/window_fixture.h"
#include "ui/dialogs/price_dialog.h"
#include "ui/dialogs/price_update_dialog.h"
#include "ui/models/price_change_model.h"
#include "ui/models/price_table_model.h"
#include "ui/pages/prices_page.h"

using ui::dialogs::PriceDialog;
using ui::dialogs::PriceUpdateDialog;
using ui::models::PriceChangeModel;
using ui::models::PriceTableModel;
using ui::pages::PricesPage;

namespace {

struct Fixture : WindowFixture {
    Fixture()
    {
        gateway.listedPrices = support::samplePrices();
        gateway.ownPrices = support::sampleOwnPrices();
    }
    std::unique_ptr<PricesPage> page()
    {
        auto made = std::make_unique<PricesPage>(gateway, theme, prompt);
        made->resize(1200, 600);
        made->show();
        made->pageShown();
        return made;
    }
};

QString dayOf(int year, int month, int day)
{
    const QDate date(year, month, day);
    return ui::DisplayFormat().day(date, date.addYears(1));
}

template <typename Widget>
Widget *part(QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

struct UpdateFixture : Fixture {
    std::unique_ptr<PricesPage> shown = page();
    PriceUpdateDialog *dialog = nullptr;

    UpdateFixture()
    {
        gateway.fakePriceLists.update = support::samplePriceUpdate();
        open();
    }
    void open()
    {
        part<QPushButton>(*shown, "priceUpdate")->click();
        dialog = shown->findChild<PriceUpdateDialog *>();
    }
    void lookAt(const char *url)
    {
        part<QLineEdit>(*dialog, "priceUpdateUrl")->setText(QLatin1String(url));
        part<QPushButton>(*dialog, "priceUpdateLook")->click();
    }
    QString state() { return part<QLabel>(*dialog, "priceUpdateState")->text(); }
    int rowCount() { return part<QTableView>(*dialog, "priceUpdateTable")->model()->rowCount(); }
    bool canTakeOver() { return part<QPushButton>(*dialog, "priceUpdateTake")->isEnabled(); }
};

} // namespace

class PricesPageTest : public QObject {
    Q_OBJECT
private slots:
    void showsOwnPricesBeforeTheList()
    {
        PriceTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPrices(support::samplePrices(), support::sampleOwnPrices());
        const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, PriceTableModel::Model), QStringLiteral("openai / gpt-5*"));
        QCOMPARE(text(0, PriceTableModel::Cached), QStringLiteral("as listed"));
        QCOMPARE(text(1, PriceTableModel::Input), QStringLiteral("$1.00"));
        model.setFilter(QStringLiteral("r7b"), false);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(text(0, PriceTableModel::Input), QStringLiteral("$0.0375")); // never rounded
        QCOMPARE(text(0, PriceTableModel::Cached), QStringLiteral("–"));
        model.setFilter({}, true);
        QCOMPARE(model.rowCount(), 1);
    }

    void saysSinceWhenAPriceCounts()
    {
        PriceTableModel model;
        model.setPrices(support::samplePrices(), {});
        model.setFilter(QStringLiteral("mistral-large-4"), false);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, PriceTableModel::Valid).data().toString(),
                 dayOf(2026, 10, 20) + QStringLiteral(" to ") + dayOf(2026, 10, 29));
        QCOMPARE(model.index(1, PriceTableModel::Valid).data().toString(),
                 QStringLiteral("from ") + dayOf(2026, 10, 29));
    }

    void readsAmountsAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("pico"); // -1: refused
        QTest::newRow("dollars") << QStringLiteral("2.50") << qint64{2'500'000};
        QTest::newRow("sign") << QStringLiteral(" $15 ") << qint64{15'000'000};
        QTest::newRow("comma") << QStringLiteral("0,0375") << qint64{37'500};
        QTest::newRow("free") << QStringLiteral("0") << qint64{0};
        QTest::newRow("negative") << QStringLiteral("-1") << qint64{-1};
        QTest::newRow("words") << QStringLiteral("cheap") << qint64{-1};
        QTest::newRow("too much") << QStringLiteral("9999999") << qint64{-1};
        QTest::newRow("nothing") << QString() << qint64{-1};
    }
    void readsAmountsAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, pico);
        QCOMPARE(PriceDialog::picoDollars(typed).value_or(-1), pico);
    }

    void addsAPriceAndPricesWhatHadNone()
    {
        Fixture fixture;
        fixture.gateway.priceChanges = {40, 38, gateway::Money{1'500'000'000}};
        const auto page = fixture.page();
        part<QPushButton>(*page, "priceAdd")->click();
        auto *dialog = page->findChild<PriceDialog *>();
        QVERIFY(dialog);
        auto *save = part<QPushButton>(*dialog, "priceSave");
        QVERIFY(!save->isEnabled());
        part<QLineEdit>(*dialog, "priceModel")->setText(QStringLiteral("some/new-model"));
        part<QLineEdit>(*dialog, "priceInput")->setText(QStringLiteral("cheap"));
        QVERIFY(!save->isEnabled());
        part<QLineEdit>(*dialog, "priceInput")->setText(QStringLiteral("0.5"));
        QVERIFY(save->isEnabled());
        save->click();
        QCOMPARE(fixture.gateway.ownPrices.size(), 2);
        QCOMPARE(fixture.gateway.ownPrices.last().rates.input, qint64{500'000});
        QVERIFY(!fixture.gateway.ownPrices.last().rates.output);
        QCOMPARE(fixture.gateway.ownPrices.last().scope, QStringLiteral("global"));
        QCOMPARE(fixture.gateway.recalculations, 1);
        QCOMPARE(page->statusText(), QStringLiteral("38 requests got a price: $1.50 more"));
    }

    void keepsTheDialogOpenWhenAPriceIsRefused()
    {
        Fixture fixture;
        const auto page = fixture.page();
        part<QPushButton>(*page, "priceAdd")->click();
        auto *dialog = page->findChild<PriceDialog *>();
        part<QLineEdit>(*dialog, "priceModel")->setText(QStringLiteral("m"));
        part<QLineEdit>(*dialog, "priceInput")->setText(QStringLiteral("1"));
        fixture.gateway.failNext(
            gateway::Error::client(gateway::ErrorCode::InvalidRequest, "A pattern has one *, at its end."));
        part<QPushButton>(*dialog, "priceSave")->click();
        QVERIFY(dialog->isVisible());
        QVERIFY(part<QLabel>(*dialog, "priceProblem")->isVisible());
        QCOMPARE(fixture.gateway.recalculations, 0);
    }

    void goesBackToTheList()
    {
        Fixture fixture;
        const auto page = fixture.page();
        auto *table = part<QTableView>(*page, "priceTable");
        auto *remove = part<QPushButton>(*page, "priceRemove");
        table->setCurrentIndex(table->model()->index(1, 0));
        QVERIFY(!remove->isEnabled()); // what the list says cannot be removed
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(remove->isEnabled());
        remove->click();
        QVERIFY(fixture.gateway.ownPrices.isEmpty());
        QCOMPARE(table->model()->rowCount(), int(fixture.gateway.listedPrices.size()));
    }

    void saysWhatIsSoldByThePiece()
    {
        gateway::api::PriceView price;
        price.provider = QStringLiteral("shop");
        price.model = QStringLiteral("painter");
        price.pieces = {{gateway::CostClass::Image, QStringLiteral("hd 1024x1024"), 40'000'000'000},
                        {gateway::CostClass::Character, {}, 15'000'000}};
        PriceTableModel model;
        model.setPrices({price}, {});
        const QModelIndex output = model.index(0, PriceTableModel::Output);
        QCOMPARE(output.data().toString(), QStringLiteral("by the piece"));
        QCOMPARE(output.data(Qt::ToolTipRole).toString(),
                 QStringLiteral("by the piece\na picture (hd 1024x1024): $0.04\na character: $0.000015"));
    }

    void showsWhatAListWouldChange()
    {
        PriceChangeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChanges(support::samplePriceUpdate().changes);
        const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, PriceChangeModel::Change), QStringLiteral("new"));
        QCOMPARE(text(0, PriceChangeModel::Input), QStringLiteral("$3.00"));
        QCOMPARE(text(1, PriceChangeModel::Input), QStringLiteral("$2.50 → $2.00"));
        QCOMPARE(text(1, PriceChangeModel::Note), QStringLiteral("your own counts"));
        QCOMPARE(text(2, PriceChangeModel::Change), QStringLiteral("gone"));
        QCOMPARE(text(2, PriceChangeModel::Input), QStringLiteral("$1.00"));
        QCOMPARE(text(3, PriceChangeModel::Note), QStringLiteral("a picture: $0.04 → $0.03"));
    }

    void takesAListOverOnlyWhenAsked()
    {
        UpdateFixture fixture;
        QVERIFY(!fixture.canTakeOver());
        fixture.lookAt("https://shop.example/prices.json");
        QCOMPARE(fixture.gateway.fakePriceLists.askedUrls,
                 QStringList(QStringLiteral("https://shop.example/prices.json")));
        QCOMPARE(fixture.state(),
                 QStringLiteral("1 new, 2 changed, 1 gone. Your own prices go on counting for 1 of them."));
        QCOMPARE(fixture.rowCount(), 4);
        QCOMPARE(fixture.gateway.fakePriceLists.takenOver, 0);
        part<QPushButton>(*fixture.dialog, "priceUpdateTake")->click();
        QCOMPARE(fixture.gateway.fakePriceLists.takenOver, 1);
        QVERIFY(fixture.shown->statusText().startsWith(QStringLiteral("The list was taken over.")));
        QVERIFY(!fixture.dialog->isVisible());
    }

    void leavesPricesAsTheyAre()
    {
        UpdateFixture fixture;
        fixture.lookAt("https://shop.example/prices.json");
        part<QPushButton>(*fixture.dialog, "priceUpdateLeave")->click();
        QCOMPARE(fixture.gateway.fakePriceLists.takenOver, 0);
        QVERIFY(!fixture.dialog->isVisible());
    }

    void saysWhyAListIsRefused()
    {
        UpdateFixture fixture;
        fixture.gateway.fakePriceLists.nextError =
            gateway::Error::client(gateway::ErrorCode::InvalidRequest, "The price list is not JSON.");
        fixture.lookAt("https://shop.example/index.html");
        QVERIFY2(fixture.state().contains(QStringLiteral("The price list is not JSON.")), qPrintable(fixture.state()));
        QCOMPARE(fixture.rowCount(), 0);
        QVERIFY(!fixture.canTakeOver());
    }

    void takesNothingOverTwice()
    {
        UpdateFixture fixture;
        fixture.lookAt("https://shop.example/prices.json");
        fixture.gateway.fakePriceLists.nextError =
            gateway::Error::client(gateway::ErrorCode::Conflict, "Look for prices first.");
        part<QPushButton>(*fixture.dialog, "priceUpdateTake")->click();
        QVERIFY(fixture.dialog->isVisible());
        QVERIFY(fixture.state().contains(QStringLiteral("Look for prices first.")));
        QVERIFY(!fixture.canTakeOver());
    }

    void forgetsWhatWasFoundWhenAnotherAddressIsTyped()
    {
        UpdateFixture fixture;
        fixture.lookAt("https://shop.example/prices.json");
        QVERIFY(fixture.canTakeOver());
        part<QLineEdit>(*fixture.dialog, "priceUpdateUrl")->setText(QStringLiteral("https://other.example"));
        QVERIFY(!fixture.canTakeOver());
        QCOMPARE(fixture.rowCount(), 0);
    }

    void waitsForTheListAndMayBeClosedBefore()
    {
        UpdateFixture fixture;
        fixture.gateway.fakePriceLists.holdsReplies = true;
        fixture.lookAt("https://shop.example/prices.json");
        QVERIFY(!part<QPushButton>(*fixture.dialog, "priceUpdateLook")->isEnabled());
        fixture.gateway.fakePriceLists.release();
        QVERIFY(fixture.canTakeOver());
        fixture.gateway.fakePriceLists.holdsReplies = true;
        part<QPushButton>(*fixture.dialog, "priceUpdateTake")->click();
        delete fixture.dialog;
        fixture.gateway.fakePriceLists.release();
        QCOMPARE(fixture.gateway.fakePriceLists.takenOver, 1);
    }

    void remembersWhereAListCameFrom()
    {
        Fixture fixture;
        QByteArray kept;
        const ui::pages::ViewSettings settings{[&kept](const QString &) { return kept; },
                                               [&kept](const QString &, const QByteArray &value) { kept = value; }};
        PricesPage page(fixture.gateway, fixture.theme, fixture.prompt, settings);
        page.show();
        const auto open = [&page] {
            part<QPushButton>(page, "priceUpdate")->click();
            return page.findChild<PriceUpdateDialog *>();
        };
        auto *dialog = open();
        part<QLineEdit>(*dialog, "priceUpdateUrl")->setText(QStringLiteral(" https://shop.example/p.json "));
        part<QPushButton>(*dialog, "priceUpdateLook")->click();
        QCOMPARE(kept, QByteArray("https://shop.example/p.json"));
        delete dialog;
        QCOMPARE(part<QLineEdit>(*open(), "priceUpdateUrl")->text(), QStringLiteral("https://shop.example/p.json"));
    }

    void saysWhatToDoWhenNothingIsFound()
    {
        Fixture fixture;
        const auto page = fixture.page();
        part<QLineEdit>(*page, "priceFind")->setText(QStringLiteral("qwen"));
        QVERIFY(part<QLabel>(*page, "pricesEmpty")->isVisible());
        QVERIFY(part<QLabel>(*page, "pricesEmpty")->text().contains(QStringLiteral("qwen")));
    }
};

QTEST_MAIN(PricesPageTest)
#include "tst_prices_page.moc"
