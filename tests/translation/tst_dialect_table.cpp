// The golden table: what a representative request, answer and stream of every dialect become in every other one. What is
// sent is judged by the demo provider, which refuses what the real ones refuse and shares no code with us.
//
// The snapshots lie in tests/fixtures/dialects/table. BILROST_WRITE_TABLE=1 writes them anew, to be read like code.
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/framing/aws_event_stream.h"
#include "tests/translation/bedrock_codec.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/dialect_fixtures.h"
#include "tools/demo_provider/anthropic_rules.h"
#include "tools/demo_provider/bedrock_rules.h"
#include "tools/demo_provider/cohere_rules.h"
#include "tools/demo_provider/gemini_rules.h"
#include "tools/demo_provider/openai_chat_rules.h"
#include "tools/demo_provider/openai_responses_rules.h"

#include <array>
#include <map>
#include <regex>

#include <QDir>
#include <QtTest>

using namespace codec_harness;

namespace {

using Ordered = nlohmann::ordered_json;

struct Row {
    DialectId dialect;
    const char *preset;
    const char *model; // a thinking one, by a name that tells it
    std::array<const char *, 3> requests;
    const char *answer;
    const char *stream;
};

constexpr std::array rows{
    Row{DialectId::OpenAiChat,
        "openai",
        "gpt-5",
        {"agent_turn.json", "all_options.json"},
        "reasoning.json",
        "parallel_tool_calls.sse"},
    Row{DialectId::OpenAiResponses,
        "openai",
        "gpt-5",
        {"codex_turn.json", "agent_turn.json"},
        "reasoning_text_tools.json",
        "reasoning_text_tools.sse"},
    Row{DialectId::AnthropicMessages,
        "anthropic",
        "claude-sonnet-4-5",
        {"claude_code.json", "agent_turn.json", "all_blocks.json"},
        "thinking_text_tools.json",
        "thinking_text_tools.sse"},
    Row{DialectId::GeminiGenerate,
        "gemini",
        "gemini-3-pro",
        {"gemini_cli_turn.json", "all_members.json"},
        "thoughts_text_calls.json",
        "thoughts_text_calls.sse"},
    Row{DialectId::BedrockConverse,
        "bedrock",
        bedrock_codec::claude,
        {"agent_turn.json", "all_members.json"},
        "reasoning_text_tools.json",
        "reasoning_text_tools.events"},
    Row{DialectId::CohereChat,
        "cohere",
        "command-a-reasoning-08-2025",
        {"structured.json", "all_members.json"},
        "plan_and_calls.json",
        "plan_and_calls.sse"},
};

const Row &rowOf(const QByteArray &dialect)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row &row) {
        return dialectName(row.dialect) == std::string_view(dialect.constData());
    });
    if (found == rows.end())
        qFatal("no dialect %s", dialect.constData());
    return *found;
}

std::string fixtureOf(const Row &row, const char *folder, const char *name)
{
    return readDialectFixture((std::string(dialectName(row.dialect)) + '/' + folder + '/' + name).c_str());
}

ChatRequest requestOf(const Row &client, const char *name)
{
    const std::string body = fixtureOf(client, "requests", name);
    const bool isInPath = client.dialect == DialectId::GeminiGenerate || client.dialect == DialectId::BedrockConverse;
    const auto request =
        findClientDialect(client.dialect)
            ->decodeRequest({body, isInPath ? std::string_view("asked-model") : std::string_view(), isInPath, nullptr});
    if (!request)
        qFatal("refused: %s", request.error().message.c_str());
    return *request;
}

Ordered notesOf(const ConversionReport &report)
{
    Ordered notes = Ordered::array();
    for (const ConversionNote &note : report.notes())
        notes.push_back(std::string(noteKindName(note.kind)) + ' ' + note.pointer + ": " + note.reason);
    return notes;
}

// The time of an answer is now where its provider tells none.
std::string withoutTimes(const std::string &wire)
{
    static const std::regex time("\"(created|created_at)\":[0-9]+");
    return std::regex_replace(wire, time, "\"$1\":0");
}

Ordered linesOf(const ClientDialect &client, const std::string &wire)
{
    Ordered lines = Ordered::array();
    if (client.id() == DialectId::BedrockConverse) {
        AwsEventStreamDecoder frames;
        frames.feed(wire);
        for (auto next = frames.next(); next && *next; next = frames.next())
            lines.push_back(std::string((*next)->event) + ' ' + std::string((*next)->data));
        return lines;
    }
    for (const QByteArray &line : QByteArray::fromStdString(withoutTimes(wire)).split('\n')) {
        const QByteArray text = line.trimmed();
        if (!text.isEmpty())
            lines.push_back(text.toStdString());
    }
    return lines;
}

StreamEvents eventsOfStream(const Row &provider, ExchangeState &state)
{
    const std::string bytes = fixtureOf(provider, "streams", provider.stream);
    if (provider.dialect == DialectId::BedrockConverse)
        return bedrock_codec::decodeStream(state, bedrock_codec::framesOf(bytes));
    return decodeSseStream(*findProviderDialect(provider.dialect), state, bytes);
}

// What the provider of this dialect would refuse; empty when nothing.
std::string refusalOf(const Row &provider, const EncodedRequest &sent)
{
    const auto body = demo_provider::Json::parse(sent.body);
    std::optional<demo_provider::Refusal> refusal;
    switch (provider.dialect) {
    case DialectId::OpenAiChat: refusal = demo_provider::openai::checkChat(body, true); break;
    case DialectId::OpenAiResponses:
        refusal = demo_provider::openai::checkResponses(body, demo_provider::Json::array(), true);
        break;
    case DialectId::AnthropicMessages:
        refusal = demo_provider::anthropic::checkMessages(body, {sent.headers.value("anthropic-beta"), false, false});
        break;
    case DialectId::GeminiGenerate: refusal = demo_provider::gemini::checkGenerate(body, true); break;
    case DialectId::BedrockConverse: refusal = demo_provider::bedrock::checkConverse(body); break;
    case DialectId::CohereChat: refusal = demo_provider::cohere::checkChat(body); break;
    }
    return refusal ? refusal->message : std::string();
}

QString fileOf(const std::string &name)
{
    return support::sourcePath("tests/fixtures/dialects/table/") + QString::fromStdString(name)
           + QStringLiteral(".json");
}

bool isWriting()
{
    return qEnvironmentVariableIsSet("BILROST_WRITE_TABLE");
}

// Files of snapshots, one object a dialect, with a member for every dialect on the other side.
class Snapshots {
public:
    // The committed one; while writing the new one, which is kept for write().
    Ordered take(const std::string &file, const std::string &member, const Ordered &found)
    {
        Ordered &all = m_files[file];
        if (isWriting())
            return all[member] = found;
        if (all.is_null()) {
            QFile stored(fileOf(file));
            all = stored.open(QIODevice::ReadOnly) ? Ordered::parse(stored.readAll().toStdString()) : Ordered::object();
        }
        return all.value(member, Ordered());
    }
    void write() const
    {
        QDir().mkpath(QFileInfo(fileOf("x")).path());
        for (const auto &[name, content] : m_files) {
            QFile stored(fileOf(name));
            if (!stored.open(QIODevice::WriteOnly))
                qFatal("%s cannot be written", qPrintable(stored.fileName()));
            stored.write(QByteArray::fromStdString(content.dump(1) + '\n'));
        }
    }

private:
    std::map<std::string, Ordered> m_files;
};

void addPairs(const char *from, const char *to)
{
    QTest::addColumn<QByteArray>(from);
    QTest::addColumn<QByteArray>(to);
    for (const Row &left : rows) {
        for (const Row &right : rows) {
            const QByteArray leftName(dialectName(left.dialect).data());
            const QByteArray rightName(dialectName(right.dialect).data());
            QTest::newRow((leftName + " to " + rightName).constData()) << leftName << rightName;
        }
    }
}

} // namespace

class DialectTableTest : public QObject {
    Q_OBJECT

private slots:
    void cleanupTestCase();
    void requests_data() { addPairs("client", "provider"); }
    void requests();
    void answers_data() { addPairs("provider", "client"); }
    void answers();
    void streams_data() { addPairs("provider", "client"); }
    void streams();

private:
    void compare(const std::string &file, const QByteArray &member, const Ordered &found)
    {
        const Ordered wanted = m_snapshots.take(file, member.toStdString(), found);
        if (wanted != found)
            qWarning("%s, %s: found %s", file.c_str(), member.constData(), found.dump(1).c_str());
        QVERIFY(wanted == found);
    }

    Snapshots m_snapshots;
};

void DialectTableTest::cleanupTestCase()
{
    if (isWriting())
        m_snapshots.write();
}

void DialectTableTest::requests()
{
    QFETCH(QByteArray, client);
    QFETCH(QByteArray, provider);
    const Row &from = rowOf(client);
    const Row &to = rowOf(provider);
    Ordered found;
    for (const char *name : from.requests) {
        if (!name)
            break;
        const ChatRequest request = requestOf(from, name);
        ExchangeState state(request, to.dialect, "a1");
        ConversionReport report;
        const auto sent = findProviderDialect(to.dialect)->encodeRequest(request, {to.model, to.preset}, state, report);
        Ordered &told = found[name]; // a refusal of ours, or what is sent; with what the provider would refuse in it
        if (!sent) {
            told["refused"] = sent.error().message;
            continue;
        }
        // What a client says to its own dialect's provider is its own affair.
        const std::string refusal = client == provider ? std::string() : refusalOf(to, *sent);
        if (!refusal.empty())
            told["provider_refuses"] = refusal;
        told["path"] = sent->path;
        for (const HeaderField &field : sent->headers)
            told["headers"][field.name] = field.value;
        told["body"] = Ordered::parse(sent->body);
        told["notes"] = notesOf(report);
    }
    compare("requests_" + client.toStdString(), provider, found);
}

void DialectTableTest::answers()
{
    QFETCH(QByteArray, provider);
    QFETCH(QByteArray, client);
    const Row &from = rowOf(provider);
    const ChatRequest request = requestOf(rowOf(client), rowOf(client).requests.front());
    ExchangeState state(request, from.dialect, "a1");
    const auto answer =
        findProviderDialect(from.dialect)->decodeResponse(fixtureOf(from, "responses", from.answer), state);
    QVERIFY2(answer.has_value(), answer ? "" : answer.error().message.c_str());
    const std::string body = findClientDialect(rowOf(client).dialect)->encodeResponse(*answer, state);
    const Ordered found{{"body", Ordered::parse(withoutTimes(body))}, {"notes", notesOf(state.answerReport)}};
    compare("answers_" + provider.toStdString(), client, found);
}

void DialectTableTest::streams()
{
    QFETCH(QByteArray, provider);
    QFETCH(QByteArray, client);
    const Row &from = rowOf(provider);
    const ChatRequest request = requestOf(rowOf(client), rowOf(client).requests.front());
    ExchangeState state(request, from.dialect, "a1");
    const StreamEvents events = eventsOfStream(from, state);
    const ClientDialect &to = *findClientDialect(rowOf(client).dialect);
    const Ordered found{{"lines", linesOf(to, encodeEvents(to, state, events))},
                        {"notes", notesOf(state.answerReport)}};
    compare("streams_" + provider.toStdString(), client, found);
}

QTEST_APPLESS_MAIN(DialectTableTest)
#include "tst_dialect_table.moc"
