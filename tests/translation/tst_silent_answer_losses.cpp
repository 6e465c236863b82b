// Nothing of an answer is lost in silence: every value of every whole answer in the fixtures reaches the clients of all
// other dialects, or a note says what became of it. How that is found stands in told_values.h.
#include "gateway/translation/dialects/dialect_registry.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/dialect_fixtures.h"
#include "tests/translation/known_answer_losses.h"
#include "tests/translation/told_values.h"

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

#include <array>
#include <set>

using namespace codec_harness;
using namespace tests;

namespace {

constexpr std::array dialects{DialectId::OpenAiChat,     DialectId::OpenAiResponses, DialectId::AnthropicMessages,
                              DialectId::GeminiGenerate, DialectId::BedrockConverse, DialectId::CohereChat};

// What the client gets; nothing when the provider's answer is none.
std::optional<Outcome> outcomeOf(DialectId provider, DialectId client, const Json &body)
{
    ChatRequest request;
    request.dialect = client;
    request.model = std::string("asked-model"); // GCC 12 warns about the assignment of the literal
    ExchangeState state(request, provider, "a1");
    const auto answer = findProviderDialect(provider)->decodeResponse(body.dump(), state);
    if (!answer)
        return std::nullopt;
    Outcome outcome;
    outcome.wire = findClientDialect(client)->encodeResponse(*answer, state);
    if (!answer->createdAt) { // the time of now
        static const QRegularExpression time(QStringLiteral("\"created(_at)?\":[0-9]+"));
        outcome.wire = QString::fromStdString(outcome.wire).remove(time).toStdString();
    }
    outcome.take(state.answerReport);
    return outcome;
}

bool fits(const KnownAnswerLoss &known, DialectId provider, const std::string &place, const Outcome &base)
{
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(QString::fromLatin1(known.place)));
    return (!known.provider || *known.provider == provider) && (!known.note || base.says(known.note))
           && pattern.match(QString::fromStdString(place)).hasMatch();
}

} // namespace

class SilentAnswerLossesTest : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatBecomesOfEveryValue_data();
    void tellsWhatBecomesOfEveryValue();
    void needsEveryKnownLoss();

private:
    bool isKnown(DialectId provider, const std::string &place, const Outcome &base)
    {
        for (std::size_t index = 0; index < knownAnswerLosses.size(); ++index) {
            if (fits(knownAnswerLosses[index], provider, place, base)) {
                m_needed.insert(index);
                return true;
            }
        }
        return false;
    }

    std::set<std::size_t> m_needed;
    std::set<DialectId> m_looked;
};

void SilentAnswerLossesTest::tellsWhatBecomesOfEveryValue_data()
{
    QTest::addColumn<int>("provider");
    for (const DialectId provider : dialects)
        QTest::newRow(std::string(dialectName(provider)).c_str()) << static_cast<int>(provider);
}

void SilentAnswerLossesTest::tellsWhatBecomesOfEveryValue()
{
    QFETCH(int, provider);
    const auto dialect = static_cast<DialectId>(provider);
    const std::string path = std::string(dialectName(dialect)) + "/responses/";
    const QDir folder(support::sourcePath("tests/fixtures/dialects/") + QString::fromStdString(path));
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    int lost = 0;
    for (const QString &name : names) {
        const Json body = Json::parse(readDialectFixture((path + name.toStdString()).c_str()));
        for (const DialectId client : dialects) {
            const auto base = client == dialect ? std::nullopt : outcomeOf(dialect, client, body);
            if (!base)
                continue;
            ToldValues values(body, [&](const Json &changed) { return outcomeOf(dialect, client, changed); });
            for (const std::string &place : values.silentLosses(*base)) {
                if (isKnown(dialect, place, *base))
                    continue;
                ++lost;
                qWarning("%s to a client of %s: %s is lost without a note", qPrintable(name),
                         std::string(dialectName(client)).c_str(), place.c_str());
            }
        }
    }
    m_looked.insert(dialect);
    QCOMPARE(lost, 0);
}

// A row that is not needed any more is to go, so that it hides nothing later.
void SilentAnswerLossesTest::needsEveryKnownLoss()
{
    if (m_looked.size() < dialects.size())
        QSKIP("only some of the dialects were looked at");
    for (std::size_t index = 0; index < knownAnswerLosses.size(); ++index) {
        if (m_needed.count(index) == 0)
            qWarning("not needed: %s", knownAnswerLosses[index].place);
    }
    QCOMPARE(m_needed.size(), knownAnswerLosses.size());
}

QTEST_APPLESS_MAIN(SilentAnswerLossesTest)
#include "tst_silent_answer_losses.moc"
