#include "gateway/config/price_book.h"

#include <QTest>

using namespace gateway;
using namespace gateway::config;
using Scope = PriceOverride::Scope;

namespace {

const std::string ownPriceSeven = "own price \"7\"";

std::shared_ptr<const PriceTable> shopList()
{
    auto table = std::make_shared<PriceTable>();
    ModelPrice price;
    price.standard.rates.input = 10;
    price.standard.rates.output = 20;
    price.standard.longPrompts.push_back({1000, price.standard.rates});
    price.serviceTiers["flex"].rates = price.standard.rates;
    price.checkedOn = "2026-11-21";
    table->add({"shop"}, {"big"}, price);
    return table;
}

PriceOverride own(Scope scope, const std::string &pattern, PicoDollars input)
{
    PriceOverride made;
    made.name = std::to_string(input);
    made.scope = scope;
    made.providerId = "shop";
    made.keyId = "key-1";
    made.virtualKeyId = "team-a";
    made.pattern = pattern;
    made.isPattern = pattern.ends_with('*');
    made.rates.input = input;
    return made;
}

PriceQuestion question(std::string_view model = "big")
{
    PriceQuestion asked;
    asked.provider = "shop";
    asked.model = model;
    asked.keyId = "key-1";
    asked.virtualKey = "team-a";
    asked.requestType = "chat_completion_stream";
    return asked;
}

PicoDollars inputPrice(const PriceBook &book, const PriceQuestion &asked)
{
    const auto answer = book.find(asked);
    return answer ? answer->price->standard.rates.input.value_or(-2) : -1;
}

} // namespace

class PriceBookTest : public QObject {
    Q_OBJECT
private slots:
    void anOverrideReplacesOnlyWhatItNames()
    {
        const PriceBook book(shopList(), {own(Scope::Global, "big", 7)});
        const auto answer = book.find(question());
        QVERIFY(answer && answer->isOverride);
        QCOMPARE(answer->price->standard.rates.input, 7);
        QCOMPARE(answer->price->standard.rates.output, 20);
        QCOMPARE(answer->price->standard.longPrompts.front().rates.input, 7);
        QCOMPARE(answer->price->serviceTiers.at("flex").rates.input, 7);
        QCOMPARE(answer->source, ownPriceSeven);
    }

    void pricesAModelThatNoListKnows()
    {
        const PriceBook book(nullptr, {own(Scope::Provider, "mine-*", 3)});
        QCOMPARE(inputPrice(book, question("mine-1")), 3);
        QCOMPARE(inputPrice(book, question("yours")), -1);
    }

    void theMostSpecificScopeWins()
    {
        std::vector<PriceOverride> overrides;
        PicoDollars input = 100;
        for (const Scope scope : {Scope::VirtualKeyProvider, Scope::Global, Scope::ProviderKey, Scope::VirtualKey,
                                  Scope::VirtualKeyProviderKey, Scope::Provider})
            overrides.push_back(own(scope, "big", ++input));
        const auto winner = [&] { return inputPrice(PriceBook(shopList(), overrides), question()); };
        for (const PicoDollars next : {105, 101, 104, 103, 106, 102}) {
            QCOMPARE(winner(), next);
            std::erase_if(overrides, [next](const auto &each) { return each.rates.input == next; });
        }
        QCOMPARE(winner(), 10);
    }

    void anExactNameWinsOverAPatternAndALongPatternOverAShortOne()
    {
        const PriceBook book(shopList(),
                             {own(Scope::Global, "*", 1), own(Scope::Global, "bi*", 2), own(Scope::Global, "big", 3)});
        QCOMPARE(inputPrice(book, question("big")), 3);
        QCOMPARE(inputPrice(book, question("bit")), 2);
        QCOMPARE(inputPrice(book, question("small")), 1);
    }

    void scopesOfOthersDoNotCount()
    {
        PriceQuestion other = question();
        other.keyId = "key-2";
        other.virtualKey = "";
        const PriceBook book(shopList(), {own(Scope::ProviderKey, "big", 1), own(Scope::VirtualKey, "big", 2)});
        QCOMPARE(inputPrice(book, other), 10);
    }

    void aRequestTypeCoversItsStream()
    {
        PriceOverride chat = own(Scope::Global, "big", 4);
        chat.requestTypes = {"chat_completion"};
        PriceOverride embedding = own(Scope::Global, "big", 5);
        embedding.requestTypes = {"embedding"};
        const PriceBook book(shopList(), {chat, embedding});
        QCOMPARE(inputPrice(book, question()), 4);
    }

    void aProviderOfAnotherNameFollowsItsPresetsList()
    {
        PriceQuestion asked = question();
        asked.provider = "work";
        const PriceBook book(shopList(), {});
        QCOMPARE(inputPrice(book, asked), -1);
        asked.preset = "shop";
        QCOMPARE(inputPrice(book, asked), 10);
    }
};

QTEST_GUILESS_MAIN(PriceBookTest)
#include "tst_price_book.moc"
