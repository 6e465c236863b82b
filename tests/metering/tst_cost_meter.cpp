#include "gateway/metering/cost_meter.h"
#include "gateway/metering/request_cost.h"
#include "gateway/metering/usage_details.h"
#include "gateway/translation/passthrough/answer_tap.h"
#include "tests/metering/price_lists.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <limits>

using namespace gateway;
using namespace gateway::metering;
using nlohmann::json;

namespace {

// Each case is an answer as the provider sends it, whole and streamed, with what it costs and the sum that says so.
const json &goldenCases()
{
    static const json cases =
        json::parse(support::readSource(support::sourcePath("tests/fixtures/metering/golden_costs.json")));
    return cases;
}

const json &goldenCase(const char *name)
{
    for (const json &each : goldenCases()) {
        if (each["name"] == name)
            return each;
    }
    qFatal("no case %s", name);
}

std::string dollars(const std::optional<Money> &cost)
{
    if (!cost)
        return "unknown";
    std::string digits = std::to_string(cost->nanoDollars);
    digits.insert(0, digits.size() < 10 ? 10 - digits.size() : 0, '0');
    return digits.insert(digits.size() - 9, ".");
}

translation::AnswerTap tapOf(const json &golden)
{
    return {*translation::dialectFromName(golden["dialect"].get<std::string>()), false};
}

translation::AnswerFacts wholeAnswer(const json &golden)
{
    translation::AnswerTap tap = tapOf(golden);
    tap.readWholeBody(golden["answer"].dump());
    return tap.facts();
}

translation::AnswerFacts streamedAnswer(const json &golden, std::size_t leaveOut = 0)
{
    translation::AnswerTap tap = tapOf(golden);
    const json &frames = golden["frames"];
    for (std::size_t index = 0; index + leaveOut < frames.size(); ++index)
        static_cast<void>(tap.readFrame(frames[index].value("type", ""), frames[index].dump()));
    return tap.facts();
}

MeteredCost costOf(const json &golden, const translation::AnswerFacts &facts, bool isComplete = true)
{
    static const config::PriceBook book(support::shippedPrices(), {});
    const auto provider = golden["provider"].get<std::string>();
    const auto model = golden["model"].get<std::string>();
    MeteredUse use;
    use.usage = facts.usage;
    const UsageDetails details = readUsageDetails(facts.rawUsage, use.usage);
    use.serviceTier = facts.serviceTier.empty() ? details.serviceTier : facts.serviceTier;
    use.at = support::momentOf(QString::fromStdString(golden["at"].get<std::string>()));
    use.isComplete = isComplete;
    use.reportedCost = details.reportedCost;
    config::PriceQuestion question;
    question.provider = provider;
    question.model = model;
    question.at = use.at;
    return meterCost(book.find(question), use);
}

std::string describe(const MeteredCost &metered)
{
    return dollars(metered.cost) + " " + std::string(costBasisName(metered.detail.basis))
           + (metered.detail.problem.empty() ? "" : ": " + metered.detail.problem);
}

const json notBills{json::object(),   {{"cost", nullptr}}, {{"cost", -1}},
                    {{"cost", 1e99}}, {{"cost", "1"}},     {{"cost", 1}, {"is_byok", true}}};
const json perplexitysBill{{"cost", {{"total_cost", 0.0061}}}};

config::TokenRates ratesOf(config::PicoDollars input, config::PicoDollars output,
                           std::optional<config::PicoDollars> cacheWrite = {})
{
    config::TokenRates rates;
    rates.input = input;
    rates.output = output;
    rates.cacheWrite = cacheWrite;
    return rates;
}

config::PriceAnswer answerWith(config::TokenRates rates)
{
    config::ModelPrice price;
    price.standard.rates = std::move(rates);
    return {std::make_shared<const config::ModelPrice>(std::move(price)), {}, false};
}

MeteredUse used(std::int64_t input, std::int64_t output)
{
    MeteredUse use;
    use.usage.uncachedInput = input;
    use.usage.output = output;
    return use;
}

} // namespace

class CostMeterTest : public QObject {
    Q_OBJECT
private slots:
    void countsEightyCases() { QVERIFY(goldenCases().size() >= 80); }

    void costsWhatArithmeticSays_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const json &golden : goldenCases()) {
            const auto name = golden["name"].get<std::string>();
            QTest::newRow(name.c_str()) << QByteArray::fromStdString(name);
        }
    }
    void costsWhatArithmeticSays()
    {
        QFETCH(QByteArray, name);
        const json &golden = goldenCase(name.constData());
        const bool isUnknown = golden["basis"] == "unknown";
        std::string expected = isUnknown ? "unknown" : golden["cost"].get<std::string>();
        expected += " " + golden["basis"].get<std::string>();
        if (isUnknown)
            expected += ": " + golden["because"].get<std::string>();
        QCOMPARE(describe(costOf(golden, wholeAnswer(golden))), expected);
        QCOMPARE(describe(costOf(golden, streamedAnswer(golden))), expected);
    }

    // The lines that a person is shown add up to the cost.
    void linesAddUpToTheCost()
    {
        for (const json &golden : goldenCases()) {
            const MeteredCost metered = costOf(golden, wholeAnswer(golden));
            if (metered.detail.basis != CostBasis::Priced)
                continue;
            std::int64_t pico = 0;
            for (const CostLine &line : metered.detail.lines)
                pico += line.count * line.picoDollars;
            QCOMPARE((pico + 500) / 1000, metered.cost->nanoDollars);
        }
    }

    void aCutStreamOfAnthropicCostsAtLeastItsInput()
    {
        const json &golden = goldenCase("messages: cache read");
        const MeteredCost metered = costOf(golden, streamedAnswer(golden, 2), false);
        // 12 at $2, 48,000 at $0.10 and the one token of output that its beginning tells at $10
        QCOMPARE(describe(metered), std::string("0.004834000 partial"));
    }

    void aCutStreamWithoutUsageIsUnknown()
    {
        const json &golden = goldenCase("plain text");
        QCOMPARE(describe(costOf(golden, streamedAnswer(golden, 1), false)),
                 std::string("unknown unknown: The answer ended before the provider said what was used."));
    }

    void ownPriceCountsBeforeTheProvidersReport()
    {
        config::PriceAnswer own = answerWith(ratesOf(1'000'000, 2'000'000));
        own.isOverride = true;
        MeteredUse use = used(1000, 1000);
        use.reportedCost = Money{5};
        const MeteredCost metered = meterCost(own, use);
        QCOMPARE(describe(metered), std::string("0.003000000 priced"));
        QCOMPARE(metered.detail.reported->nanoDollars, 5);
        own.isOverride = false;
        QCOMPARE(describe(meterCost(own, use)), std::string("0.000000005 reported"));
    }

    void reasoningWithAPriceOfItsOwnIsNotCountedTwice()
    {
        MeteredUse use = used(0, 1000);
        use.usage.reasoning = 600;
        config::TokenRates rates = ratesOf(0, 1'000'000);
        rates.reasoning = 3'000'000;
        const auto price = answerWith(rates);
        QCOMPARE(describe(meterCost(price, use)), std::string("0.002200000 priced"));
    }

    void anHoursWriteWithoutAPriceIsUnknownBesideAPricedOne()
    {
        MeteredUse use = used(10, 10);
        use.usage.cacheWrite = 100;
        use.usage.cacheWriteOneHour = 100;
        const auto price = answerWith(ratesOf(1'000'000, 1'000'000, 1'250'000));
        QCOMPARE(describe(meterCost(price, use)),
                 std::string("unknown unknown: There is no price of cache writes for an hour."));
    }

    // Cohere's rerankers tell searches and no tokens; two of them at the listed $0.002.
    void searchesAloneArePricedByTheSearch()
    {
        MeteredUse use;
        use.usage.webSearches = 2;
        const config::PriceBook book(support::shippedPrices(), {});
        config::PriceQuestion question;
        question.provider = "cohere";
        question.model = "rerank-v3.5";
        question.at = support::momentOf(u"2026-11-22T12:00:00Z");
        QCOMPARE(describe(meterCost(book.find(question), use)), std::string("0.004000000 priced"));
        question.model = "command-a";
        QCOMPARE(meterCost(book.find(question), use).detail.basis, CostBasis::Unknown);
    }

    void picturesAreNotPricedAsText()
    {
        MeteredUse use = used(9, 272);
        use.other.imageOutputTokens = 272;
        config::TokenRates rates = ratesOf(5'000'000, 10'000'000);
        QCOMPARE(describe(meterCost(answerWith(rates), use)),
                 std::string("unknown unknown: There is no price of the pictures that were made."));
        rates.imageOutput = 40'000'000; // 9 x $5/M + 272 x $40/M
        QCOMPARE(describe(meterCost(answerWith(rates), use)), std::string("0.010925000 priced"));
    }

    void inputThatIsNotToldIsNotFree()
    {
        MeteredUse use;
        use.usage.output = 10;
        const auto price = answerWith(ratesOf(1'000'000, 1'000'000));
        QCOMPARE(meterCost(price, use).detail.basis, CostBasis::Unknown);
    }

    void outputThatIsNotToldMakesTheRestALowerBound()
    {
        MeteredUse use;
        use.usage.uncachedInput = 10;
        const auto price = answerWith(ratesOf(1'000'000, 1'000'000));
        QCOMPARE(describe(meterCost(price, use)), std::string("0.000010000 partial"));
        const auto embedding = answerWith(ratesOf(1'000'000, 0));
        QCOMPARE(describe(meterCost(embedding, use)), std::string("0.000010000 priced"));
    }

    void absurdCountsAreUnknownInsteadOfOverflowing()
    {
        const auto price = answerWith(ratesOf(600'000'000, 600'000'000));
        const auto most = std::numeric_limits<std::int64_t>::max() / 600'000'000;
        QCOMPARE(meterCost(price, used(most, 0)).detail.basis, CostBasis::Priced);
        QCOMPARE(meterCost(price, used(most, 1)).detail.basis, CostBasis::Unknown);
        QCOMPARE(meterCost(price, used(most + 1, 0)).detail.basis, CostBasis::Unknown);
    }

    void aRequestCostsWhatItsAttemptsCost()
    {
        RequestRecord record;
        sumUpCost(record);
        QCOMPARE(record.cost, Money{});
        record.attempts.resize(3);
        record.attempts[0].cost = Money{};
        record.attempts[1].cost = Money{70};
        record.attempts[2].cost = Money{5};
        sumUpCost(record);
        QCOMPARE(record.cost, Money{75});
        record.attempts[1].cost.reset();
        sumUpCost(record);
        QVERIFY(!record.cost);
        QCOMPARE(record.unpricedAttempts, 1);
    }

    void readsOnlyCostsThatCanBeBills()
    {
        for (const json &raw : notBills) {
            TokenUsage usage;
            QVERIFY2(!readUsageDetails(raw.dump(), usage).reportedCost, raw.dump().c_str());
        }
        TokenUsage usage;
        QCOMPARE(readUsageDetails(perplexitysBill.dump(), usage).reportedCost, Money{6'100'000});
    }
};

QTEST_GUILESS_MAIN(CostMeterTest)
#include "tst_cost_meter.moc"
