// Nothing is lost in silence: every value of every request fixture reaches the providers of all other dialects, or a note
// says what became of it.
//
// How that is found stands in told_values.h; what is left is in known_losses.h, each with its reason.
#include "gateway/translation/dialects/dialect_registry.h"
#include "tests/translation/bedrock_codec.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/dialect_fixtures.h"
#include "tests/translation/known_losses.h"
#include "tests/translation/told_values.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

using namespace codec_harness;
using namespace tests;

namespace {

struct Provider {
    DialectId dialect;
    const char *preset;
    const char *model;
};

// One of each kind that the codecs tell apart by the names of models and servers.
constexpr std::array providers{
    Provider{DialectId::OpenAiChat, "openai", "gpt-5"},
    Provider{DialectId::OpenAiChat, "openai", "gpt-4.1"},
    Provider{DialectId::OpenAiChat, "openai", "o3"},
    Provider{DialectId::OpenAiChat, "openrouter", "anthropic/claude-sonnet-4.5"},
    Provider{DialectId::OpenAiChat, "mistral", "mistral-large-latest"},
    Provider{DialectId::OpenAiChat, "deepseek", "deepseek-chat"},
    Provider{DialectId::OpenAiChat, "groq", "openai/gpt-oss-120b"},
    Provider{DialectId::OpenAiChat, "xai", "grok-4"},
    Provider{DialectId::OpenAiChat, "vllm", "qwen3-32b"},
    Provider{DialectId::OpenAiChat, "", "gemini-3-pro"},
    Provider{DialectId::OpenAiResponses, "openai", "gpt-5"},
    Provider{DialectId::OpenAiResponses, "openai", "gpt-5.4"},
    Provider{DialectId::OpenAiResponses, "openai", "gpt-4.1"},
    Provider{DialectId::OpenAiResponses, "azure", "our-deployment"},
    Provider{DialectId::AnthropicMessages, "anthropic", "claude-sonnet-4-5"},
    Provider{DialectId::AnthropicMessages, "anthropic", "claude-opus-4-8"},
    Provider{DialectId::AnthropicMessages, "anthropic", "claude-3-haiku-20240307"},
    Provider{DialectId::AnthropicMessages, "", "minimax-m2"},
    Provider{DialectId::GeminiGenerate, "gemini", "gemini-3-pro"},
    Provider{DialectId::GeminiGenerate, "gemini", "gemini-2.5-flash"},
    Provider{DialectId::GeminiGenerate, "vertex", "gemini-2.5-pro"},
    Provider{DialectId::GeminiGenerate, "gemini", "gemini-2.0-flash"},
    Provider{DialectId::GeminiGenerate, "gemini", "gemini-1.5-pro"},
    Provider{DialectId::GeminiGenerate, "gemini", "gemma-3-27b-it"},
    Provider{DialectId::BedrockConverse, "bedrock", bedrock_codec::claude},
    Provider{DialectId::BedrockConverse, "bedrock", "us.anthropic.claude-opus-4-8-v1:0"},
    Provider{DialectId::BedrockConverse, "bedrock", "anthropic.claude-3-haiku-20240307-v1:0"},
    Provider{DialectId::BedrockConverse, "bedrock", "amazon.nova-pro-v1:0"},
    Provider{DialectId::BedrockConverse, "bedrock", "amazon.nova-2-lite-v1:0"},
    Provider{DialectId::BedrockConverse, "bedrock", "mistral.mistral-large-2407-v1:0"},
    Provider{DialectId::BedrockConverse, "bedrock", "openai.gpt-oss-120b-1:0"},
    Provider{DialectId::BedrockConverse, "bedrock", "meta.llama3-3-70b-instruct-v1:0"},
    Provider{DialectId::BedrockConverse, "bedrock", "arn:aws:bedrock:eu-west-1:1:application-inference-profile/a"},
    Provider{DialectId::CohereChat, "cohere", "command-a-reasoning-08-2025"},
    Provider{DialectId::CohereChat, "cohere", "command-r-plus-08-2024"},
};

constexpr std::array clients{DialectId::OpenAiChat,     DialectId::OpenAiResponses, DialectId::AnthropicMessages,
                             DialectId::GeminiGenerate, DialectId::BedrockConverse, DialectId::CohereChat};

std::string folderOf(DialectId dialect)
{
    return std::string(dialectName(dialect)) + "/requests/";
}

// A fixture, or one with a change.
std::optional<ChatRequest> decoded(DialectId client, const Json &body)
{
    const bool isInPath = client == DialectId::GeminiGenerate || client == DialectId::BedrockConverse;
    const std::string text = body.dump();
    auto request = findClientDialect(client)->decodeRequest(
        {text, isInPath ? std::string_view("asked-model") : std::string_view(), isInPath, nullptr});
    return request ? std::optional(std::move(*request)) : std::nullopt;
}

Outcome outcomeOf(const ChatRequest &request, const Provider &provider)
{
    ExchangeState state(request, provider.dialect, "a1");
    ConversionReport report;
    const auto sent =
        findProviderDialect(provider.dialect)->encodeRequest(request, {provider.model, provider.preset}, state, report);
    Outcome outcome;
    outcome.isRefused = !sent;
    if (!sent) {
        outcome.wire = sent.error().message;
        return outcome;
    }
    outcome.wire = sent->path + '\n' + sent->body;
    for (const HeaderField &field : sent->headers)
        outcome.wire += '\n' + field.name + ": " + field.value;
    outcome.take(report);
    return outcome;
}

// One fixture and all changes of it, for one provider after the other.
class Scene {
public:
    Scene(DialectId client, Json body) : m_client(client), m_body(std::move(body)) {}

    // The values of which nothing is told.
    std::vector<std::string> silentLosses(const Provider &provider)
    {
        Json body = m_body;
        const auto request = withoutRefusedParts(body, provider);
        if (!request)
            return {"the whole request: " + m_refusal};
        m_base = outcomeOf(*request, provider);
        ToldValues values(body, [&](const Json &changed) {
            const auto read = decoded(m_client, changed);
            return read ? std::optional(outcomeOf(*read, provider)) : std::nullopt;
        });
        return values.silentLosses(m_base);
    }

    const Outcome &base() const { return m_base; }

private:
    // A refusal names what it is about: the rest is looked at without it.
    std::optional<ChatRequest> withoutRefusedParts(Json &body, const Provider &provider)
    {
        for (int attempt = 0; attempt < 8; ++attempt) {
            auto request = decoded(m_client, body);
            if (!request)
                return std::nullopt;
            const Outcome outcome = outcomeOf(*request, provider);
            if (!outcome.isRefused)
                return request;
            m_refusal = outcome.wire;
            if (!outcome.wire.starts_with('/'))
                return std::nullopt;
            const Pointer place(outcome.wire.substr(0, outcome.wire.find(": ")));
            if (!body.contains(place))
                return std::nullopt;
            body = without(std::move(body), place);
        }
        return std::nullopt;
    }

    DialectId m_client;
    Json m_body;
    Outcome m_base;
    std::string m_refusal;
};

bool fits(const KnownLoss &known, DialectId client, DialectId provider, const std::string &place)
{
    static std::map<const char *, QRegularExpression> patterns;
    auto pattern = patterns.find(known.place);
    if (pattern == patterns.end()) {
        pattern =
            patterns
                .emplace(known.place,
                         QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(known.place))))
                .first;
    }
    return (!known.client || *known.client == client) && (!known.provider || *known.provider == provider)
           && pattern->second.match(QString::fromStdString(place)).hasMatch();
}

} // namespace

class SilentLossesTest : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatBecomesOfEveryValue_data();
    void tellsWhatBecomesOfEveryValue();
    void needsEveryKnownLoss();
    void noticesALossThatNobodyTells();

private:
    bool isKnown(DialectId client, DialectId provider, const std::string &place, const Outcome &base)
    {
        for (std::size_t index = 0; index < knownLosses.size(); ++index) {
            const KnownLoss &known = knownLosses[index];
            if (!fits(known, client, provider, place) || (known.note && !base.says(known.note)))
                continue;
            m_needed.insert(index);
            return true;
        }
        return false;
    }

    std::set<std::size_t> m_needed;
    std::set<DialectId> m_looked;
};

void SilentLossesTest::tellsWhatBecomesOfEveryValue_data()
{
    QTest::addColumn<int>("client");
    for (const DialectId client : clients)
        QTest::newRow(dialectName(client).data()) << static_cast<int>(client);
}

void SilentLossesTest::tellsWhatBecomesOfEveryValue()
{
    QFETCH(int, client);
    const auto dialect = static_cast<DialectId>(client);
    const QDir folder(support::sourcePath("tests/fixtures/dialects/") + QString::fromStdString(folderOf(dialect)));
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    int lost = 0;
    for (const QString &name : names) {
        const std::string fixture = readDialectFixture((folderOf(dialect) + name.toStdString()).c_str());
        Scene scene(dialect, Json::parse(fixture));
        for (const Provider &provider : providers) {
            if (provider.dialect == dialect)
                continue;
            for (const std::string &place : scene.silentLosses(provider)) {
                if (isKnown(dialect, provider.dialect, place, scene.base()))
                    continue;
                ++lost;
                qWarning("%s to %s of %s: %s is lost without a note", qPrintable(name), provider.model, provider.preset,
                         place.c_str());
            }
        }
    }
    m_looked.insert(dialect);
    QCOMPARE(lost, 0);
}

// A row that is not needed any more is to go, so that it hides nothing later.
void SilentLossesTest::needsEveryKnownLoss()
{
    if (m_looked.size() < clients.size())
        QSKIP("only some of the dialects were looked at");
    for (std::size_t index = 0; index < knownLosses.size(); ++index) {
        if (m_needed.count(index) == 0)
            qWarning("not needed: %s", knownLosses[index].place);
    }
    QCOMPARE(m_needed.size(), knownLosses.size());
}

void SilentLossesTest::noticesALossThatNobodyTells()
{
    const Json body = Json::parse(R"({"model": "m", "messages": [{"role": "user", "content": "Hi"}]})");
    Scene scene(DialectId::OpenAiChat, body);
    const auto lost = scene.silentLosses({DialectId::AnthropicMessages, "anthropic", "claude-sonnet-4-5"});
    QCOMPARE(lost, std::vector<std::string>{"/model"}); // the target says which model is asked
}

QTEST_APPLESS_MAIN(SilentLossesTest)
#include "tst_silent_losses.moc"
