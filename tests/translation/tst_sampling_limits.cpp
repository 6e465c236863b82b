#include "gateway/translation/dialects/sampling_limits.h"

#include <QTest>

using namespace gateway;
using namespace gateway::translation;

class SamplingLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatTheDialectsOwnProviderRefuses_data();
    void refusesWhatTheDialectsOwnProviderRefuses();
    void takesWhatIsInTheRange();
};

void SamplingLimitsTest::refusesWhatTheDialectsOwnProviderRefuses_data()
{
    QTest::addColumn<int>("dialect");
    QTest::addColumn<double>("temperature");
    QTest::addColumn<int>("maxOutputTokens");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char *name, DialectId dialect, double temperature, int tokens, const char *place) {
        QTest::newRow(name) << static_cast<int>(dialect) << temperature << tokens << QByteArray(place);
    };
    row("hot chat", DialectId::OpenAiChat, 2.1, 10, "/temperature: must be from 0 to 2");
    row("cold chat", DialectId::OpenAiChat, -0.1, 10, "/temperature");
    row("hot Claude", DialectId::AnthropicMessages, 1.1, 10, "/temperature: must be from 0 to 1");
    row("nothing to say", DialectId::AnthropicMessages, 1, 0, "/max_tokens: must be at least 1, not 0.");
    row("Gemini's place", DialectId::GeminiGenerate, 1, -5, "/generationConfig/maxOutputTokens");
    row("Responses' name", DialectId::OpenAiResponses, 1, 0, "/max_output_tokens");
}

void SamplingLimitsTest::refusesWhatTheDialectsOwnProviderRefuses()
{
    QFETCH(int, dialect);
    QFETCH(double, temperature);
    QFETCH(int, maxOutputTokens);
    QFETCH(QByteArray, place);
    ChatRequest request;
    request.dialect = static_cast<DialectId>(dialect);
    request.sampling.temperature = temperature;
    request.sampling.maxOutputTokens = maxOutputTokens;
    const auto checked = checkSampling(request);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::InvalidRequest);
    QVERIFY2(QByteArray::fromStdString(checked.error().message).startsWith(place), checked.error().message.c_str());
}

void SamplingLimitsTest::takesWhatIsInTheRange()
{
    ChatRequest request;
    QVERIFY(checkSampling(request));
    request.sampling = {2.0, 1.0, 40, -2.0, 2.0, 1, 3, true, 5, {}, {}, 1};
    QVERIFY(checkSampling(request));
    request.sampling.topP = 1.01;
    QVERIFY(!checkSampling(request));
}

QTEST_APPLESS_MAIN(SamplingLimitsTest)
#include "tst_sampling_limits.moc"
