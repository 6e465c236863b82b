#include "tests/metering/price_lists.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <map>
#include <set>

using namespace gateway;
using namespace gateway::config;
using nlohmann::json;

namespace {

const json goodList{
    {"provider", "shop"},
    {"published_at", "https://shop.example/prices"},
    {"checked", "2026-11-21"},
    {"tables", {"a table"}},
    {"prices",
     json::array({{{"models", {"big"}}, {"rates", {{"input", "2.5"}, {"output", "15"}}}, {"confirmed_by", 2}}})}};

const std::string oneDefect[][3] = {
    {"not JSON", "]}", "]"},
    {"unknown member", "\"confirmed_by\":2", "\"confirmed_by\":2,\"colour\":1"},
    {"unknown class", "\"output\"", "\"outptu\""},
    {"a number instead of a text", "\"2.5\"", "2.5"},
    {"no input", "\"input\"", "\"reasoning\""},
    {"no models", "[\"big\"]", "[]"},
    {"no day", "2026-11-21", "yesterday"},
    {"no page", "https://shop.example/prices", ""},
    {"a picture for nothing", "\"confirmed_by\":2", "\"confirmed_by\":2,\"per_image\":{\"\":null}"},
    {"no pictures", "\"confirmed_by\":2", "\"confirmed_by\":2,\"per_image\":{}"},
    {"pictures as a list", "\"confirmed_by\":2", "\"confirmed_by\":2,\"per_image\":[1]"},
    {"a second as a number", "\"confirmed_by\":2", "\"confirmed_by\":2,\"per_second\":1}"}};

std::string with(const std::string &text, const std::string &from, const std::string &to)
{
    std::string changed = text;
    changed.replace(changed.find(from), from.size(), to);
    return changed;
}

} // namespace

class PriceListsTest : public QObject {
    Q_OBJECT
private slots:
    void readsEveryListThatIsShipped()
    {
        QVERIFY(priceCount() > 500);
        QCOMPARE(priceCount(), support::shippedPrices()->entries().size());
    }

    // Hosts are on the lists of the makers. Nobody has checked the lists of the rest: their costs are unknown, not zero.
    void hasPricesForEveryPreset()
    {
        const std::set<std::string> unlisted{
            "azure",   "vertex",     "bedrock_mantle", "together",    "perplexity", "huggingface", "parasail",
            "sarvam",  "wafer",      "opencode-zen",   "opencode-go", "elevenlabs", "replicate",   "runway",
            "litellm", "databricks", "github-models",  "typesafe",    "runware"};
        const json presets = json::parse(support::readSource(support::sourcePath("resources/providers/presets.json")));
        const auto table = support::shippedPrices();
        for (const json &preset : presets["presets"]) {
            const auto id = preset["id"].get<std::string>();
            const auto count = std::count_if(table->entries().begin(), table->entries().end(),
                                             [&id](const PriceTable::Entry &each) { return each.provider == id; });
            QCOMPARE(count > 0, unlisted.count(id) == 0);
            if (count == 0)
                continue;
            if (preset.contains("test_model") && id != "deepseek" && id != "bedrock")
                QVERIFY2(table->find(id, preset["test_model"].get<std::string>(),
                                     support::momentOf(u"2026-11-21T12:00:00Z")),
                         id.c_str());
        }
    }

    void periodsOfOneModelNeitherOverlapNorLeaveAGap()
    {
        std::map<std::pair<std::string, std::string>, std::vector<const ModelPrice *>> byModel;
        const auto table = support::shippedPrices();
        for (const PriceTable::Entry &each : table->entries())
            byModel[{each.provider, each.model}].push_back(each.price);
        for (const auto &[name, prices] : byModel) {
            QVERIFY2(prices.back()->validUntil.empty(), name.second.c_str());
            for (std::size_t index = 1; index < prices.size(); ++index) {
                QVERIFY2(!prices[index]->validFrom.empty(), name.second.c_str());
                QVERIFY2(prices[index - 1]->validUntil == prices[index]->validFrom, name.second.c_str());
            }
        }
    }

    // Only what runs on the user's own computer is free. What is sold by the piece has no price of tokens.
    void chargesForEveryModelOfAService()
    {
        const auto table = support::shippedPrices();
        const std::set<std::string> local{"ollama", "lmstudio", "llamacpp", "vllm", "sgl"};
        for (const PriceTable::Entry &each : table->entries()) {
            if (local.contains(each.provider))
                continue;
            const auto pieces = piecePrices(*each.price);
            QVERIFY2(each.price->standard.rates.input > 0 || !pieces.empty(), each.model.c_str());
            for (const PiecePrice &piece : pieces)
                QVERIFY2(piece.price > 0, each.model.c_str());
        }
    }

    // A cached token never costs more than a fresh one, and a longer prompt never less: what breaks this is a slip.
    void hasNoPriceThatIsUpsideDown()
    {
        const auto table = support::shippedPrices();
        for (const PriceTable::Entry &each : table->entries()) {
            const TokenRates &rates = each.price->standard.rates;
            if (rates.cacheRead)
                QVERIFY2(*rates.cacheRead <= *rates.input, each.model.c_str());
            if (rates.cacheWriteOneHour && rates.cacheWrite)
                QVERIFY2(*rates.cacheWriteOneHour >= *rates.cacheWrite, each.model.c_str());
            for (const LongPromptRates &tier : each.price->standard.longPrompts)
                QVERIFY2(*tier.rates.input >= *rates.input, each.model.c_str());
            if (const auto batch = each.price->serviceTiers.find("batch"); batch != each.price->serviceTiers.end())
                QVERIFY2(*batch->second.rates.input <= *rates.input, each.model.c_str());
        }
    }

    void readsAmountsExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("pico"); // -1: refused
        QTest::newRow("whole") << QStringLiteral("15") << qint64{15'000'000};
        QTest::newRow("decimals") << QStringLiteral("0.0375") << qint64{37'500};
        QTest::newRow("six decimals") << QStringLiteral("0.003625") << qint64{3'625};
        QTest::newRow("zero") << QStringLiteral("0") << qint64{0};
        QTest::newRow("seven decimals") << QStringLiteral("0.0000001") << qint64{-1};
        QTest::newRow("negative") << QStringLiteral("-1") << qint64{-1};
        QTest::newRow("exponent") << QStringLiteral("1e-3") << qint64{-1};
        QTest::newRow("empty") << QStringLiteral("") << qint64{-1};
        QTest::newRow("only a point") << QStringLiteral("1.") << qint64{-1};
        QTest::newRow("too large") << QStringLiteral("99999999999999999") << qint64{-1};
    }
    void readsAmountsExactly()
    {
        QFETCH(QString, text);
        QFETCH(qint64, pico);
        QCOMPARE(picoDollarsPerToken(text.toStdString()).value_or(-1), pico);
    }

    void refusesAListThatIsNotAsDescribed_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const auto &[name, from, to] : oneDefect)
            QTest::newRow(name.c_str()) << QString::fromStdString(from) << QString::fromStdString(to);
    }
    void refusesAListThatIsNotAsDescribed()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        PriceTable good;
        QVERIFY(readPriceFile(goodList.dump(), good));
        QCOMPARE(good.entries().size(), std::size_t{1});
        PriceTable table;
        QVERIFY(!readPriceFile(with(goodList.dump(), from.toStdString(), to.toStdString()), table));
        QVERIFY(table.isEmpty());
    }

    void findsNamesThatSayWhereOrSinceWhen_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("listed");
        QTest::newRow("snapshot") << QStringLiteral("openai") << QStringLiteral("gpt-5.4-mini-2030-01-01")
                                  << QStringLiteral("gpt-5.4-mini");
        QTest::newRow("snapshot, written together")
            << QStringLiteral("anthropic") << QStringLiteral("claude-sonnet-5-5-20300101")
            << QStringLiteral("claude-sonnet-5-5");
        QTest::newRow("snapshot, Vertex' way")
            << QStringLiteral("anthropic") << QStringLiteral("claude-sonnet-5-5@20300101")
            << QStringLiteral("claude-sonnet-5-5");
        QTest::newRow("folder") << QStringLiteral("gemini") << QStringLiteral("models/gemini-2.5-pro")
                                << QStringLiteral("gemini-2.5-pro");
        QTest::newRow("region") << QStringLiteral("bedrock") << QStringLiteral("apac.amazon.titan-embed-text-v2:0")
                                << QStringLiteral("amazon.titan-embed-text-v2:0");
    }
    void findsNamesThatSayWhereOrSinceWhen()
    {
        QFETCH(QString, provider);
        QFETCH(QString, model);
        QFETCH(QString, listed);
        const auto table = support::shippedPrices();
        const auto now = support::momentOf(u"2026-11-21T12:00:00Z");
        const ModelPrice *found = table->find(provider.toStdString(), model.toStdString(), now);
        QVERIFY(found);
        QCOMPARE(found, table->find(provider.toStdString(), listed.toStdString(), now));
    }

    void doesNotGuessFromSimilarNames()
    {
        const auto table = support::shippedPrices();
        const auto now = support::momentOf(u"2026-11-21T12:00:00Z");
        for (const char *model : {"gpt-5.4-turbo", "gpt-5.4-", "gpt-5", "GPT-5.4x", "us.gpt-5.4", "gpt-5.4-latest", ""})
            QVERIFY2(!table->find("openai", model, now) || std::string(model) == "gpt-5", model);
        QVERIFY(!table->find("nobody", "gpt-5.4", now));
    }

    void looksUpFast()
    {
        const auto table = support::shippedPrices();
        const auto now = support::momentOf(u"2026-11-21T12:00:00Z");
        QBENCHMARK
        {
            QVERIFY(table->find("bedrock", "eu.anthropic.claude-sonnet-4-6", now));
        }
    }

private:
    static std::size_t priceCount()
    {
        std::size_t count = 0;
        for (const QString &path : support::priceListPaths()) {
            const json file = json::parse(support::readSource(path));
            const std::size_t providers = file["provider"].is_array() ? file["provider"].size() : 1;
            for (const json &price : file["prices"])
                count += price["models"].size() * providers;
        }
        return count;
    }
};

QTEST_GUILESS_MAIN(PriceListsTest)
#include "tst_price_lists.moc"
