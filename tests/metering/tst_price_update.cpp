// What a newer price list would change, and which lists change nothing.
#include "gateway/config/price_file.h"
#include "gateway/config/price_update.h"

#include <QTest>

using namespace gateway;
using namespace gateway::config;
using Kind = PriceDifference::Kind;

namespace {

std::string listOf(const std::string &provider, const std::string &prices)
{
    return R"({"provider":")" + provider + R"(","published_at":"https://a.example","checked":"2026-11-22",)"
           + R"("tables":["t"],"prices":[)" + prices + "]}";
}

std::string price(const std::string &model, const std::string &input, const std::string &more = {})
{
    return R"({"models":[")" + model + R"("],"rates":{"input":")" + input + R"(","output":"9"},"confirmed_by":1)" + more
           + "}";
}

PriceTable table()
{
    PriceTable made;
    const std::string own = price("small", "1") + "," + price("large", "5") + "," + price("old", "2");
    for (const std::string &list : {listOf("house", own), listOf("other", price("x", "7"))}) {
        if (!readPriceFile(list, made))
            qFatal("not a list");
    }
    return made;
}

PicoDollars inputOf(const PriceTable &prices, const char *provider, const char *model)
{
    const ModelPrice *found = prices.find(provider, model, WallTime(std::chrono::hours(24 * 20'000)));
    return found ? found->standard.rates.input.value_or(-1) : -2;
}

} // namespace

class PriceUpdateTest : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatWouldChange();
    void findsNoDifferenceInTheSamePrices();
    void tellsWhatIsSoldByThePiece();
    void takesSeveralListsAtOnce();
    void refuses_data();
    void refuses();
};

void PriceUpdateTest::tellsWhatWouldChange()
{
    const PriceTable before = table();
    const auto update = readPriceUpdate(
        listOf("house", price("small", "0.5") + "," + price("large", "5") + "," + price("new", "3")), before);
    QVERIFY(update);
    QCOMPARE(update->differences.size(), std::size_t(3));
    const auto &[added, removed, changed] =
        std::tie(update->differences[0], update->differences[1], update->differences[2]);
    QVERIFY(added.kind == Kind::Added);
    QCOMPARE(added.model, std::string("new"));
    QCOMPARE(added.after.input, std::optional<PicoDollars>(3'000'000));
    QVERIFY(!added.before.input);
    QVERIFY(removed.kind == Kind::Removed);
    QCOMPARE(removed.model, std::string("old"));
    QVERIFY(changed.kind == Kind::Changed);
    QCOMPARE(changed.before.input, std::optional<PicoDollars>(1'000'000));
    QCOMPARE(changed.after.input, std::optional<PicoDollars>(500'000));
    QCOMPARE(inputOf(*update->list, "house", "small"), PicoDollars(500'000));
    QCOMPARE(inputOf(*update->list, "house", "old"), PicoDollars(-2));
    QCOMPARE(inputOf(*update->list, "other", "x"), PicoDollars(7'000'000)); // not named: it stays
    QCOMPARE(inputOf(before, "house", "small"), PicoDollars(1'000'000));
}

void PriceUpdateTest::findsNoDifferenceInTheSamePrices()
{
    const auto update = readPriceUpdate(
        listOf("house", price("old", "2") + "," + price("large", "5") + "," + price("small", "1")), table());
    QVERIFY(update);
    QVERIFY(update->differences.empty());
    // What lies behind the usual rates is a difference, too.
    const std::string tier = R"(,"tiers":{"batch":{"rates":{"input":"0.5"}}})";
    const auto tiered = readPriceUpdate(
        listOf("house", price("old", "2") + "," + price("large", "5") + "," + price("small", "1", tier)), table());
    QCOMPARE(tiered->differences.size(), std::size_t(1));
    QVERIFY(tiered->differences.front().changesOthers);
}

void PriceUpdateTest::tellsWhatIsSoldByThePiece()
{
    const auto pictures = [](const char *amount) {
        return listOf("shop", std::string(R"({"models":["painter"],"per_image":{"hd 1024x1024":")") + amount
                                  + R"("},"confirmed_by":1})");
    };
    PriceTable before;
    QVERIFY(readPriceFile(pictures("0.04"), before));
    QVERIFY(readPriceUpdate(pictures("0.04"), before)->differences.empty());
    const auto update = readPriceUpdate(pictures("0.03"), before);
    QVERIFY(update);
    QCOMPARE(update->differences.size(), std::size_t(1));
    const PriceDifference &change = update->differences.front();
    QVERIFY(change.kind == Kind::Changed && !change.changesOthers);
    QVERIFY((change.piecesBefore == std::vector<PiecePrice>{{CostClass::Image, "hd 1024x1024", 40'000'000'000}}));
    QVERIFY((change.piecesAfter == std::vector<PiecePrice>{{CostClass::Image, "hd 1024x1024", 30'000'000'000}}));
}

void PriceUpdateTest::takesSeveralListsAtOnce()
{
    const std::string lists = "[" + listOf("other", price("x", "8")) + "," + listOf("third", price("y", "1")) + "]";
    const auto update = readPriceUpdate(lists, table());
    QVERIFY(update);
    QCOMPARE(update->differences.size(), std::size_t(2));
    QCOMPARE(inputOf(*update->list, "house", "large"), PicoDollars(5'000'000));
}

void PriceUpdateTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    row("nothing", "");
    row("a page", "<html>404</html>");
    row("no lists", "[]");
    row("no prices", listOf("house", ""));
    row("a number", "7");
    row("lists in lists without an end", std::string(1'000'000, '[') + std::string(1'000'000, ']'));
    row("an object without an end", R"({"a":)" + std::string(1'000'000, '[') + std::string(1'000'000, ']') + "}");
    row("an amount that is none", listOf("house", price("small", "free")));
    row("below zero", listOf("house", price("small", "-1")));
    row("one list of two that is wrong", "[" + listOf("other", price("x", "8")) + ",{}]");
    row("nearly everything gone", listOf("house", price("new", "1")));
}

void PriceUpdateTest::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readPriceUpdate(text.toStdString(), table()));
}

QTEST_APPLESS_MAIN(PriceUpdateTest)
#include "tst_price_update.moc"
