// What is said about two stored requests, and what would be sent when one is sent again.
#include "gateway/service/request_comparison.h"
#include "gateway/service/request_resending.h"

#include <QTest>

using namespace gateway;
using namespace gateway::service;
using Prefix = api::PrefixComparison;

class RequestComparisonTest : public QObject {
    Q_OBJECT

private slots:
    void namesTheMessageThatBreaksTheCache();
    void dividesTheCountThatTheProviderTold();
    void saysNothingBrokeWhenTheConversationWentOn();
    void saysThatAToolIsOnlyInOne();
    void saysWhyPromptsCannotBeCompared_data();
    void saysWhyPromptsCannotBeCompared();
    void putsTheEarlierOneFirst();
    void repeatsARequestWithoutItsCredentials();
    void repeatsAnEditedRequestWithAKey();
    void asksGeminiForAnEventStreamAgain();
    void refusesToRepeatWhatWasNotStored();
};

namespace {

RequestRecord chat(const std::string &messages, const std::string &tools = "[]")
{
    RequestRecord record;
    record.id.value = "one";
    record.startedAt = WallTime(std::chrono::seconds(1'800'000'000));
    record.state = RequestState::Succeeded;
    record.dialect = "openai_chat";
    record.method = "POST";
    record.path = "/v1/chat/completions";
    record.requestBody =
        std::make_shared<const std::string>("{\"tools\":" + tools + ",\"messages\":[" + messages + "]}");
    record.requestBytes = record.requestBody->size();
    return record;
}

const std::string first = R"({"role":"user","content":"Read the file"},)"
                          R"({"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function",)"
                          R"("function":{"name":"Read","arguments":"{}"}}]})";

} // namespace

void RequestComparisonTest::namesTheMessageThatBreaksTheCache()
{
    const Prefix prefix =
        comparePrompts(chat(first + R"(,{"role":"tool","tool_call_id":"c","content":"It is 14:31 now"})"),
                       chat(first + R"(,{"role":"tool","tool_call_id":"c","content":"It is 14:32 now"})"));
    QCOMPARE(prefix.problem, QString());
    QCOMPARE(prefix.place, Prefix::Place::Message);
    QCOMPARE(prefix.number, 3);
    QCOMPARE(prefix.kind, api::PartKind::ToolResult);
    QCOMPARE(prefix.difference, Prefix::Difference::InBoth);
    QVERIFY2(prefix.before.endsWith(QStringLiteral("It is 14:3")), qPrintable(prefix.before));
    QVERIFY(prefix.earlier.startsWith(QStringLiteral("1 now")));
    QVERIFY(prefix.later.startsWith(QStringLiteral("2 now")));
    QCOMPARE(prefix.sharedParts, 2);
    QVERIFY(prefix.sharedTokens > 0);
    QVERIFY(prefix.lostTokens > 0);
}

void RequestComparisonTest::dividesTheCountThatTheProviderTold()
{
    RequestRecord later = chat(R"({"role":"user","content":"a"},{"role":"user","content":"c"})");
    later.usage.uncachedInput = 900;
    later.usage.cacheRead = 100;
    const Prefix prefix = comparePrompts(chat(R"({"role":"user","content":"a"},{"role":"user","content":"b"})"), later);
    QCOMPARE(prefix.sharedTokens + prefix.lostTokens, 1'000);
    QVERIFY(prefix.sharedTokens > 300 && prefix.sharedTokens < 700);
}

void RequestComparisonTest::saysNothingBrokeWhenTheConversationWentOn()
{
    const Prefix prefix = comparePrompts(chat(first), chat(first + R"(,{"role":"user","content":"Go on"})"));
    QCOMPARE(prefix.place, Prefix::Place::Nowhere);
    QCOMPARE(prefix.sharedParts, 2);
    QVERIFY(prefix.lostTokens > 0); // the new message
}

void RequestComparisonTest::saysThatAToolIsOnlyInOne()
{
    const std::string one = R"([{"type":"function","function":{"name":"Read"}}])";
    const std::string two =
        R"([{"type":"function","function":{"name":"Read"}},{"type":"function","function":{"name":"Bash"}}])";
    Prefix prefix = comparePrompts(chat(first, two), chat(first, one));
    QCOMPARE(prefix.place, Prefix::Place::Tool);
    QCOMPARE(prefix.number, 2);
    QCOMPARE(prefix.name, QStringLiteral("Bash"));
    QCOMPARE(prefix.difference, Prefix::Difference::OnlyInEarlier);
    QVERIFY(prefix.later.isEmpty());
    prefix = comparePrompts(chat(first, one), chat(first, two));
    QCOMPARE(prefix.place, Prefix::Place::Tool);
    QCOMPARE(prefix.difference, Prefix::Difference::OnlyInLater);
    QVERIFY(prefix.earlier.isEmpty());
    QVERIFY(prefix.later.contains(QStringLiteral("Bash")));
    // A shorter conversation has its end where the earlier one went on.
    prefix = comparePrompts(chat(first), chat(R"({"role":"user","content":"Read the file"})"));
    QCOMPARE(prefix.place, Prefix::Place::Message);
    QCOMPARE(prefix.difference, Prefix::Difference::OnlyInEarlier);
    QCOMPARE(prefix.number, 2);
}

void RequestComparisonTest::saysWhyPromptsCannotBeCompared_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("words");
    QTest::newRow("no body") << 0 << QStringLiteral("was not stored");
    QTest::newRow("dialects") << 1 << QStringLiteral("different dialects");
    QTest::newRow("no prompt") << 2 << QStringLiteral("no prompt");
    QTest::newRow("cut") << 3 << QStringLiteral("in part");
}

void RequestComparisonTest::saysWhyPromptsCannotBeCompared()
{
    QFETCH(int, what);
    QFETCH(QString, words);
    RequestRecord earlier = chat(first);
    RequestRecord later = chat(first);
    if (what == 0)
        earlier.requestBody.reset();
    if (what == 1)
        later.dialect = "anthropic_messages";
    if (what == 2)
        earlier.dialect = later.dialect = "";
    if (what == 3) {
        later.requestBody = std::make_shared<const std::string>("{\"messages\":[{\"role\":\"us");
        later.isRequestBodyTruncated = true;
    }
    const Prefix prefix = comparePrompts(earlier, later);
    QVERIFY2(prefix.problem.contains(words), qPrintable(prefix.problem));
    QCOMPARE(prefix.place, Prefix::Place::Nowhere);
}

void RequestComparisonTest::putsTheEarlierOneFirst()
{
    storage::StoredRecord later{2, chat(first)};
    later.record.id.value = "later";
    later.record.startedAt += std::chrono::seconds(5);
    const auto comparison = compareRequests(later, {1, chat(first)});
    QCOMPARE(comparison.earlier.summary.id, QStringLiteral("one"));
    QCOMPARE(comparison.later.summary.id, QStringLiteral("later"));
}

void RequestComparisonTest::repeatsARequestWithoutItsCredentials()
{
    RequestRecord record = chat(first);
    record.requestHeaders = {{"Host", "127.0.0.1:8080"},
                             {"Authorization", "Bearer ***3fQA"},
                             {"x-bf-vk", "***"},
                             {"Content-Length", "77"},
                             {"X-Request-Id", "one"},
                             {"X-Odd", "before***after"},
                             {"User-Agent", "claude-cli/2.4.0"},
                             {"X-Claude-Code-Session-Id", "s-1"}};
    const QNetworkRequest request =
        repeatedRequest(record, {}, QStringLiteral("http://127.0.0.1:8081"), QStringLiteral("new-id"));
    QCOMPARE(request.url().toString(), QStringLiteral("http://127.0.0.1:8081/v1/chat/completions"));
    QCOMPARE(request.rawHeader("User-Agent"), QByteArray("claude-cli/2.4.0"));
    QCOMPARE(request.rawHeader("X-Claude-Code-Session-Id"), QByteArray("s-1"));
    QCOMPARE(request.rawHeader("X-Request-Id"), QByteArray("new-id"));
    for (const char *gone : {"Authorization", "X-Bf-Vk", "X-Odd", "Host", "Content-Length"})
        QVERIFY2(!request.hasRawHeader(gone), gone);
}

void RequestComparisonTest::repeatsAnEditedRequestWithAKey()
{
    api::ResendRequest command;
    command.path = QStringLiteral("/v1/responses");
    command.virtualKey = QStringLiteral("sk-bf-abc");
    const QNetworkRequest request =
        repeatedRequest(chat(first), command, QStringLiteral("http://127.0.0.1:8081"), QStringLiteral("new-id"));
    QCOMPARE(request.url().path(), QStringLiteral("/v1/responses"));
    QCOMPARE(request.rawHeader("X-Bf-Vk"), QByteArray("sk-bf-abc"));
    QCOMPARE(request.rawHeader("Content-Type"), QByteArray("application/json")); // its headers were not stored
}

void RequestComparisonTest::asksGeminiForAnEventStreamAgain()
{
    RequestRecord record = chat(first);
    record.dialect = "gemini_generate";
    record.path = "/v1beta/models/gemini-3.1-pro:streamGenerateContent";
    record.responseHeaders = {{"Content-Type", "text/event-stream"}};
    const QUrl url = repeatedRequest(record, {}, QStringLiteral("http://h"), QStringLiteral("n")).url();
    QCOMPARE(url.query(), QStringLiteral("alt=sse"));
    record.responseHeaders = {{"Content-Type", "application/json"}};
    QVERIFY(repeatedRequest(record, {}, QStringLiteral("http://h"), QStringLiteral("n")).url().query().isEmpty());
}

void RequestComparisonTest::refusesToRepeatWhatWasNotStored()
{
    RequestRecord record = chat(first);
    QVERIFY(checkRepeatable(record, {}));
    record.isRequestBodyTruncated = true;
    QVERIFY(!checkRepeatable(record, {}));
    api::ResendRequest edited;
    edited.body = QByteArray("{}");
    QVERIFY(checkRepeatable(record, edited));
    record.requestBody.reset();
    record.isRequestBodyTruncated = false;
    QVERIFY(!checkRepeatable(record, {}));
    record.requestBytes = 0; // GET /v1/models has no body
    QVERIFY(checkRepeatable(record, {}));
    edited.path = QStringLiteral("http://elsewhere.test/");
    const auto elsewhere = checkRepeatable(record, edited);
    QVERIFY(!elsewhere);
    QCOMPARE(elsewhere.error().code, ErrorCode::InvalidRequest);
}

QTEST_GUILESS_MAIN(RequestComparisonTest)
#include "tst_request_comparison.moc"
