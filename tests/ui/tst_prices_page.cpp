#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include "tests/support/usage_samples.h"
#include "tests/ui/window_fixture.h"
#include "ui/dialogs/price_dialog.h"
#include "ui/models/price_table_model.h"
#include "ui/pages/prices_page.h"

using ui::dialogs::PriceDialog;
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
