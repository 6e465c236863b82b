// Random answers on their way through both halves of the codecs: written as a provider of a dialect writes them, read by
// the gateway, and told to a client of the same or of another one.
#include "gateway/translation/dialects/dialect_registry.h"
#include "tests/translation/bedrock_codec.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/expected_answer.h"

#include <QtTest>

using namespace codec_harness;
using namespace tests;

namespace {

StreamEvents decodedStream(DialectId provider, ExchangeState &state, const std::string &wire)
{
    return provider == DialectId::BedrockConverse ? bedrock_codec::decodeStream(state, wire)
                                                  : decodeSseStream(*findProviderDialect(provider), state, wire);
}

ConversionReport together(const ConversionReport &first, const ConversionReport &second)
{
    ConversionReport all = first;
    for (const ConversionNote &note : second.notes())
        all.dropped(note.pointer, note.reason);
    return all;
}

bool isGivenUp(const ChatResponse &answer)
{
    const FinishReason reason = answer.choices.at(0).finishReason;
    return reason == FinishReason::Error || reason == FinishReason::Unknown;
}

} // namespace

class RandomTranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void comeBackFromProviders_data();
    void comeBackFromProviders();
    void goBetweenAllDialects_data();
    void goBetweenAllDialects();
};

// What was written for clients, read as from a provider of the dialect.
void RandomTranslationsTest::comeBackFromProviders_data()
{
    QTest::addColumn<int>("client");
    for (const DialectId dialect : allDialects)
        QTest::newRow(std::string(dialectName(dialect)).c_str()) << static_cast<int>(dialect);
}

void RandomTranslationsTest::comeBackFromProviders()
{
    QFETCH(int, client);
    const auto dialect = static_cast<DialectId>(client);
    const ClientDialect &codec = *findClientDialect(dialect);
    const ProviderDialect &provider = *findProviderDialect(dialect);
    const ChatRequest request = searchingRequest(dialect);
    int seen = 0;
    for (std::uint32_t seed = 0; seed < seedCount(); ++seed) {
        const auto says = [seed](const std::string &what) { return std::to_string(seed) + ": " + what; };
        const StreamEvents events = randomEvents(seed, false);
        const ChatResponse answer = *collected(events);
        if (isGivenUp(answer))
            continue; // providers that give up have failed
        const ToldAnswer expected = expectedOf(answer.choices.at(0), dialect);
        for (const bool isStream : {false, true}) {
            ExchangeState writing(request, randomProvider(seed), "a1");
            ExchangeState reading(request, dialect, "a2");
            const auto read = isStream
                                  ? collected(decodedStream(dialect, reading, encodeEvents(codec, writing, events)))
                                  : provider.decodeResponse(codec.encodeResponse(answer, writing), reading);
            QVERIFY2(read.has_value(), says(read ? "" : read.error().message).c_str());
            const ToldAnswer found = expectedOf(read->choices.at(0), dialect);
            QCOMPARE(says(comparable(found.text, dialect, expected.calls)),
                     says(comparable(expected.text, dialect, expected.calls)));
            QCOMPARE(says(found.refusal), says(expected.refusal));
            QCOMPARE(says(withoutBreaks(found.reasoning)), says(withoutBreaks(expected.reasoning)));
            QCOMPARE(found.calls, expected.calls);
            QCOMPARE(says(expectedUsage(read->usage, dialect)), says(expectedUsage(answer.usage, dialect)));
            const std::string lost =
                lostInSilence(events, othersOf(*read), together(writing.answerReport, reading.answerReport));
            QVERIFY2(lost.empty(), says(lost + (isStream ? ", streamed" : ", whole")).c_str());
            ++seen;
        }
    }
    QVERIFY(seen > 200);
}

void RandomTranslationsTest::goBetweenAllDialects_data()
{
    QTest::addColumn<int>("provider");
    QTest::addColumn<int>("client");
    for (const DialectId provider : allDialects) {
        for (const DialectId client : allDialects) {
            if (provider != client)
                QTest::addRow("%s to %s", std::string(dialectName(provider)).c_str(),
                              std::string(dialectName(client)).c_str())
                    << static_cast<int>(provider) << static_cast<int>(client);
        }
    }
}

void RandomTranslationsTest::goBetweenAllDialects()
{
    QFETCH(int, provider);
    QFETCH(int, client);
    const auto from = static_cast<DialectId>(provider);
    const auto to = static_cast<DialectId>(client);
    const ChatRequest written = searchingRequest(from);
    const ChatRequest asked = searchingRequest(to);
    for (std::uint32_t seed = 0; seed < seedCount(); ++seed) {
        if (randomProvider(seed) != from)
            continue;
        const auto says = [seed](const std::string &what) { return std::to_string(seed) + ": " + what; };
        const StreamEvents events = randomEvents(seed, false);
        const ChatResponse answer = *collected(events);
        if (isGivenUp(answer))
            continue;
        for (const bool isStream : {false, true}) {
            ExchangeState writing(written, randomProvider(seed), "a1");
            ExchangeState passing(asked, from, "a2");
            ToldAnswer told;
            Result<ChatResponse> read{ChatResponse()};
            if (isStream) {
                const StreamEvents passed =
                    decodedStream(from, passing, encodeEvents(*findClientDialect(from), writing, events));
                read = collected(passed);
                told = toldByStream(to, encodeEvents(*findClientDialect(to), passing, passed));
            } else {
                const std::string body = findClientDialect(from)->encodeResponse(answer, writing);
                read = findProviderDialect(from)->decodeResponse(body, passing);
                QVERIFY2(read.has_value(), says(read ? "" : read.error().message).c_str());
                told = toldByWhole(to, findClientDialect(to)->encodeResponse(*read, passing));
            }
            QVERIFY2(told.problem.empty(), says(told.problem).c_str());
            const ToldAnswer expected = expectedOf(read->choices.at(0), to);
            QCOMPARE(says(comparable(told.text, to, expected.calls)),
                     says(comparable(expected.text, to, expected.calls)));
            QCOMPARE(says(told.refusal), says(expected.refusal));
            QCOMPARE(says(told.reasoning), says(expected.reasoning));
            QCOMPARE(told.calls, expected.calls);
            QCOMPARE(says(told.usage), says(expectedUsage(read->usage, to)));
            const std::string lost =
                lostInSilence(events, told.others, together(writing.answerReport, passing.answerReport));
            QVERIFY2(lost.empty(), says(lost + (isStream ? ", streamed" : ", whole")).c_str());
        }
    }
}

QTEST_APPLESS_MAIN(RandomTranslationsTest)
#include "tst_random_translations.moc"
