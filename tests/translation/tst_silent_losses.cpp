// Nothing is lost in silence: every value of every request fixture reaches the providers of all other dialects, or a note
// says what became of it.
//
// Whether a value reaches a provider is found by trying: where it is another one, what is sent has to be another one, too.
// A value that changes nothing there must be named: without it, or without the part that it stands in and that changes
// nothing either, the report has to have a note less. What says nothing (a default that is written out) is no loss; what
// is left is in known_losses.h, each with its reason.
#include "gateway/translation/dialects/dialect_registry.h"
#include "tests/translation/bedrock_codec.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/dialect_fixtures.h"
#include "tests/translation/known_losses.h"

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

namespace {

using Pointer = Json::json_pointer;

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

struct Outcome {
    bool isRefused = false;
    std::string wire;                   // path, headers and body; of a refusal its words
    std::map<std::string, int> reasons; // of the notes, without their places: these move with what stands before them
    bool operator==(const Outcome &) const = default;

    bool hasFewerNotes(const Outcome &base) const
    {
        return std::any_of(base.reasons.begin(), base.reasons.end(), [this](const auto &reason) {
            const auto found = reasons.find(reason.first);
            return found == reasons.end() || found->second < reason.second;
        });
    }
    bool says(const char *note) const
    {
        return std::any_of(reasons.begin(), reasons.end(),
                           [note](const auto &reason) { return reason.first.find(note) != std::string::npos; });
    }
};

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
    for (const ConversionNote &note : report.notes())
        ++outcome.reasons[std::string(noteKindName(note.kind)) + ": " + note.reason];
    return outcome;
}

Json without(Json body, const Pointer &place)
{
    Json &parent = body.at(place.parent_pointer());
    if (parent.is_array())
        parent.erase(static_cast<std::size_t>(std::stoul(place.back())));
    else
        parent.erase(place.back());
    return body;
}

Json with(Json body, const Pointer &place, Json value)
{
    body.at(place) = std::move(value);
    return body;
}

// Other values of the same kind.
std::vector<Json> othersOf(const Json &value)
{
    if (value.is_boolean())
        return {Json(!value.get<bool>())};
    if (value.is_number_integer()) {
        const auto number = value.get<std::int64_t>();
        return {Json(number + 1), Json(number - 1), Json(number / 2)};
    }
    if (value.is_number())
        return {Json(value.get<double>() / 2), Json(value.get<double>() + 0.25)};
    if (!value.is_string())
        return {};
    const auto text = value.get<std::string>();
    std::vector<Json> others{Json(text + "x"), Json("AAAA" + text)}; // the second stays base64
    // Words of which only a few mean something.
    static const std::map<std::string, const char *> words{
        {"string", "integer"}, {"STRING", "INTEGER"}, {"integer", "string"}, {"INTEGER", "STRING"},
        {"object", "string"},  {"OBJECT", "STRING"},  {"required", "auto"},  {"omitted", "summarized"}};
    if (const auto word = words.find(text); word != words.end())
        others.emplace_back(word->second);
    return others;
}

// The places of all values; null and what is empty say nothing.
void findValues(const Json &value, const Pointer &place, std::vector<Pointer> &places)
{
    if (value.is_structured() && !value.empty()) {
        std::size_t index = 0;
        for (const auto &[name, member] : value.items())
            findValues(member, value.is_array() ? place / index++ : place / name, places);
    } else if (value.is_primitive() && !value.is_null()) {
        places.push_back(place);
    }
}

// One fixture and all changes of it, for one provider after the other.
class Scene {
public:
    Scene(DialectId client, Json body) : m_client(client), m_body(std::move(body)) {}

    // The values of which nothing is told.
    std::vector<std::string> silentLosses(const Provider &provider)
    {
        m_outcomes.clear();
        Json body = m_body;
        const auto request = withoutRefusedParts(body, provider);
        if (!request)
            return {"the whole request: " + m_refusal};
        m_present = body;
        m_base = outcomeOf(*request, provider);
        std::vector<Pointer> places;
        findValues(body, Pointer(), places);
        std::vector<std::string> lost;
        for (const Pointer &place : places) {
            if (!isTold(place, provider))
                lost.push_back(place.to_string());
        }
        return lost;
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

    // What is sent when the place has this value, or none; nothing when the client half refuses it.
    const std::optional<Outcome> &outcomeWith(const Pointer &place, const std::optional<Json> &value,
                                              const Provider &provider)
    {
        const std::string key = place.to_string() + '\n' + (value ? value->dump() : std::string());
        const auto found = m_outcomes.find(key);
        if (found != m_outcomes.end())
            return found->second;
        const auto request = decoded(m_client, value ? with(m_present, place, *value) : without(m_present, place));
        return m_outcomes[key] = request ? std::optional(outcomeOf(*request, provider)) : std::nullopt;
    }

    bool isTold(const Pointer &place, const Provider &provider)
    {
        bool isAccepted = false;
        bool isRead = false;
        for (const Json &other : othersOf(m_present.at(place))) {
            const auto &changed = outcomeWith(place, other, provider);
            if (!changed)
                continue;
            if (changed->wire != m_base.wire)
                return true;
            isAccepted = true;
            isRead = isRead || changed->reasons != m_base.reasons;
        }
        const auto &gone = outcomeWith(place, std::nullopt, provider);
        if (!isAccepted && (!gone || gone->wire != m_base.wire))
            return true; // a word that has to be this one
        if (gone && (gone->hasFewerNotes(m_base) || (isRead && *gone == m_base)))
            return true; // named, or what holds without it
        return !(gone && gone->wire != m_base.wire) && isNamedWithItsPart(place.parent_pointer(), provider);
    }

    bool isNamedWithItsPart(Pointer place, const Provider &provider)
    {
        for (; !place.empty(); place = place.parent_pointer()) {
            const auto &gone = outcomeWith(place, std::nullopt, provider);
            if (!gone)
                continue;
            if (gone->wire != m_base.wire)
                return false;
            if (gone->hasFewerNotes(m_base))
                return true;
        }
        return false;
    }

    DialectId m_client;
    Json m_body;
    Json m_present; // without what the provider refuses
    Outcome m_base;
    std::string m_refusal;
    std::map<std::string, std::optional<Outcome>> m_outcomes;
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
