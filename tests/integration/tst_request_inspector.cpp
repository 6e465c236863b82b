// What a person does with requests, on a whole gateway: sends them again, marks, compares and exports them.
#include "gateway/api/inspector_facade.h"
#include "tests/support/fake_upstream.h"
#include "tests/support/gateway_under_test.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace gateway;
using Json = nlohmann::json;

namespace {

const std::string answerBody =
    R"({"id":"c","model":"gpt-5","choices":[{"index":0,"finish_reason":"stop","message":)"
    R"({"role":"assistant","content":"Hi"}}],"usage":{"prompt_tokens":5,"completion_tokens":2}})";
const QByteArray question = R"({"model":"lab/gpt-5","messages":[{"role":"user","content":"It is 14:31"}]})";
const QByteArray laterQuestion = R"({"model":"lab/gpt-5","messages":[{"role":"user","content":"It is 14:32"}]})";

template <typename Value, typename Ask>
Result<Value> ask(Ask asking)
{
    std::optional<Result<Value>> answer;
    asking([&answer](Result<Value> reply) { answer = std::move(reply); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000))
        qFatal("no reply");
    return *answer;
}

} // namespace

class RequestInspectorTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sendsARequestAgainAndLinksIt();
    void sendsAnEditedBody();
    void readsAStreamThatWasSentAgain();
    void refusesToResendWhileNothingListens();
    void refusesToResendWhatItDoesNotKnow();
    void marksARequestAndTellsIt();
    void sumsUpSessions();
    void searchesWhatWasSaidOnceThatIsSwitchedOn();
    void comparesTwoRequests();
    void exportsManyRequestsPageByPage();
    void exportsTheSelectedOnesOnly();
    void leavesTheFileAloneWhenCancelled();
    void saysWhyAFileCannotBeWritten();

private:
    api::InspectorFacade &inspector() { return m_gateway->service().inspector(); }
    QString storedId(const QByteArray &body); // of a new request with that body
    api::HistoryPage history();
    Result<api::ExportReport> exported(const api::ExportRequests &command);

    std::unique_ptr<tests::FakeUpstream> m_upstream;
    std::unique_ptr<tests::GatewayUnderTest> m_gateway;
    QTemporaryDir m_folder;
};

void RequestInspectorTest::init()
{
    m_upstream = std::make_unique<tests::FakeUpstream>([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.answer(200, {{"Content-Type", "application/json"}}, answerBody);
    });
    m_gateway = std::make_unique<tests::GatewayUnderTest>(1);
    m_gateway->addProvider("lab", "openai", "http://127.0.0.1:" + QByteArray::number(m_upstream->port()));
}

void RequestInspectorTest::cleanup()
{
    m_gateway.reset();
    m_upstream.reset();
}

api::HistoryPage RequestInspectorTest::history()
{
    return *ask<api::HistoryPage>([this](auto reply) { m_gateway->service().queryHistory({}, reply); });
}

QString RequestInspectorTest::storedId(const QByteArray &body)
{
    const auto before = history().rows.size();
    const auto answer = m_gateway->call("POST", "/v1/chat/completions", body, "X-Odd: kept\r\nX-Api-Key: dummy\r\n");
    if (answer.status != 200 || !QTest::qWaitFor([&] { return history().rows.size() > before; }, 10'000))
        qFatal("not stored");
    return history().rows.first().id;
}

Result<api::ExportReport> RequestInspectorTest::exported(const api::ExportRequests &command)
{
    return ask<api::ExportReport>([&](auto reply) { inspector().exportRequests(command, reply); });
}

void RequestInspectorTest::sendsARequestAgainAndLinksIt()
{
    const QString original = storedId(question);
    QSignalSpy marked(&inspector(), &api::InspectorFacade::markChanged);
    api::ResendRequest command;
    command.requestId = original;
    const auto sent = ask<QString>([&](auto reply) { inspector().resend(command, reply); });
    QVERIFY(sent);
    QVERIFY(*sent != original);
    QCOMPARE(marked.size(), 1);
    QTRY_COMPARE(history().rows.size(), 2);
    const api::RequestSummary row = history().rows.first();
    QCOMPARE(row.id, *sent);
    QCOMPARE(row.state, RequestState::Succeeded);
    QCOMPARE(inspector().mark(*sent).resentFrom, original);
    QCOMPARE(m_upstream->requests().size(), std::size_t(2));
    QCOMPARE(m_upstream->requests().at(1).body, m_upstream->requests().at(0).body);
    const auto detail = ask<api::RequestDetail>([&](auto reply) { m_gateway->service().requestDetail(*sent, reply); });
    QCOMPARE(detail->requestBody, question);
    QVERIFY(detail->requestHeaders.contains({QStringLiteral("X-Odd"), QStringLiteral("kept")}));
}

void RequestInspectorTest::sendsAnEditedBody()
{
    api::ResendRequest command;
    command.requestId = storedId(question);
    command.body = laterQuestion;
    const auto sent = ask<QString>([&](auto reply) { inspector().resend(command, reply); });
    QVERIFY(sent);
    QTRY_COMPARE(m_upstream->requests().size(), std::size_t(2));
    QVERIFY(m_upstream->requests().at(1).body.find("14:32") != std::string::npos);
    QTRY_COMPARE(history().rows.size(), 2);
}

void RequestInspectorTest::readsAStreamThatWasSentAgain()
{
    m_upstream->setScript([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        std::string stream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
        for (int piece = 0; piece < 2'000; ++piece)
            stream +=
                "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + std::string(200, 'x') + "\"}}]}\n\n";
        peer.send(stream
                  + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
        peer.close();
    });
    QByteArray body = question;
    api::ResendRequest command;
    command.requestId = storedId(body.replace("}]}", "}],\"stream\":true}"));
    QVERIFY(ask<QString>([&](auto reply) { inspector().resend(command, reply); }));
    QTRY_COMPARE(history().rows.size(), 2);
    QCOMPARE(history().rows.first().state, RequestState::Succeeded); // it was read to its end, whoever it was for
    QVERIFY(history().rows.first().isStream);
}

void RequestInspectorTest::refusesToResendWhileNothingListens()
{
    api::ResendRequest command;
    command.requestId = storedId(question);
    QVERIFY(ask<api::Done>([this](auto reply) { m_gateway->service().stopListening(reply); }));
    const auto sent = ask<QString>([&](auto reply) { inspector().resend(command, reply); });
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Conflict);
}

void RequestInspectorTest::refusesToResendWhatItDoesNotKnow()
{
    api::ResendRequest command;
    command.requestId = QStringLiteral("nobody");
    const auto sent = ask<QString>([&](auto reply) { inspector().resend(command, reply); });
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::NotFound);
}

void RequestInspectorTest::marksARequestAndTellsIt()
{
    const QString id = storedId(question);
    QVERIFY(inspector().mark(id).isEmpty());
    QSignalSpy marked(&inspector(), &api::InspectorFacade::markChanged);
    QVERIFY(ask<api::RequestMark>([&](auto reply) { inspector().pin(id, true, reply); }));
    const auto commented =
        ask<api::RequestMark>([&](auto reply) { inspector().comment(id, QStringLiteral("  slow "), reply); });
    QVERIFY(commented->isPinned);
    QCOMPARE(commented->comment, QStringLiteral("slow"));
    QCOMPARE(marked.size(), 2);
    QCOMPARE(inspector().marks().size(), 1);
    QVERIFY(ask<api::RequestMark>([&](auto reply) { inspector().pin(id, false, reply); }));
    QVERIFY(ask<api::RequestMark>([&](auto reply) { inspector().comment(id, {}, reply); }));
    QVERIFY(inspector().marks().isEmpty());
}

void RequestInspectorTest::sumsUpSessions()
{
    for (const char *session : {"build", "build", "docs"}) {
        const auto answer = m_gateway->call("POST", "/v1/chat/completions", question,
                                            "X-Bf-Session-Id: " + QByteArray(session) + "\r\nX-Api-Key: dummy\r\n");
        QCOMPARE(answer.status, 200);
    }
    QTRY_COMPARE(history().rows.size(), 3);
    const auto ofAll =
        ask<api::SessionPage>([&](auto reply) { inspector().querySessions({}, FilterTerm{}, std::move(reply)); });
    QVERIFY(ofAll);
    QCOMPARE(ofAll->matching, qint64{2});
    QCOMPARE(ofAll->totalStored, qint64{3});
    QCOMPARE(ofAll->sessions.first().id, QStringLiteral("docs"));
    QCOMPARE(ofAll->sessions.last().requests, qint64{2});
    QCOMPARE(ofAll->sessions.last().inputTokens, qint64{10});
    QCOMPARE(ofAll->sessions.last().outputTokens, qint64{4});
    FilterTerm docs;
    docs.kind = FilterTerm::Kind::Compare;
    docs.field = FilterField::Session;
    docs.text = "docs";
    const auto ofOne =
        ask<api::SessionPage>([&](auto reply) { inspector().querySessions({}, docs, std::move(reply)); });
    QVERIFY(ofOne);
    QCOMPARE(ofOne->sessions.size(), 1);
}

void RequestInspectorTest::searchesWhatWasSaidOnceThatIsSwitchedOn()
{
    const QString id = storedId(question);
    FilterTerm says;
    says.kind = FilterTerm::Kind::Compare;
    says.field = FilterField::Body;
    says.text = "14 31 assistant"; // of the request, and of its answer
    const auto found = [&] {
        return ask<api::HistoryPage>([&](auto reply) { inspector().queryRequests({}, says, std::move(reply)); });
    };
    QVERIFY(!inspector().bodySearch().isOn);
    QCOMPARE(found().error().code, ErrorCode::Conflict);
    QSignalSpy changed(&inspector(), &api::InspectorFacade::bodySearchChanged);
    const auto state = ask<api::BodySearchView>([&](auto reply) { inspector().setBodySearch(true, std::move(reply)); });
    QVERIFY(state && state->isOn);
    QVERIFY(inspector().bodySearch().isOn);
    QVERIFY(!changed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(found()->rows.size(), 1, 20'000);
    QCOMPARE(found()->rows.first().id, id);
    says.text = "14 32";
    QCOMPARE(found()->rows.size(), 0);
}

void RequestInspectorTest::comparesTwoRequests()
{
    const QString earlier = storedId(question);
    const QString later = storedId(laterQuestion);
    const auto comparison =
        ask<api::RequestComparison>([&](auto reply) { inspector().compareRequests(later, earlier, reply); });
    QVERIFY(comparison);
    QCOMPARE(comparison->earlier.summary.id, earlier);
    QCOMPARE(comparison->prefix.place, api::PrefixComparison::Place::Message);
    QCOMPARE(comparison->prefix.number, 1);
    QVERIFY(comparison->prefix.later.startsWith(QLatin1Char('2')));
    QCOMPARE(comparison->prefix.sharedTokens + comparison->prefix.lostTokens, 5); // as the provider counted
    const auto missing = ask<api::RequestComparison>(
        [&](auto reply) { inspector().compareRequests(later, QStringLiteral("nobody"), reply); });
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void RequestInspectorTest::exportsManyRequestsPageByPage()
{
    constexpr int count = 130; // more than one page
    for (int number = 0; number < count; ++number)
        QCOMPARE(m_gateway->call("POST", "/v1/chat/completions", question).status, 200);
    QSignalSpy advanced(&inspector(), &api::InspectorFacade::exportAdvanced);
    api::ExportRequests command;
    command.format = api::ExportFormat::Har;
    command.file = m_folder.filePath(QStringLiteral("all.har"));
    const auto report = exported(command);
    QVERIFY(report);
    QCOMPARE(report->requests, count);
    QCOMPARE(report->withoutBodies, 0);
    QVERIFY(advanced.size() >= 2);
    QFile file(command.file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.size(), report->bytes);
    const Json har = Json::parse(file.readAll().toStdString());
    const Json &entries = har.at("log").at("entries");
    QCOMPARE(entries.size(), std::size_t(count));
    QVERIFY(std::is_sorted(entries.begin(), entries.end(), [](const Json &left, const Json &right) {
        return left.at("startedDateTime") < right.at("startedDateTime");
    }));
    QCOMPARE(entries.at(0).at("response").at("content").at("text").get<std::string>(), answerBody);
    QCOMPARE(QFile::permissions(command.file) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
}

void RequestInspectorTest::exportsTheSelectedOnesOnly()
{
    const QString id = storedId(question);
    storedId(laterQuestion);
    api::ExportRequests command;
    command.format = api::ExportFormat::JsonLines;
    command.ids = {id, QStringLiteral("nobody")};
    command.hasBodies = false;
    command.file = m_folder.filePath(QStringLiteral("one.jsonl"));
    const auto report = exported(command);
    QVERIFY(report);
    QCOMPARE(report->requests, 1);
    QFile file(command.file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(Json::parse(text.toStdString()).at("id").get<std::string>(), id.toStdString());
    QVERIFY(!text.contains("It is 14:31")); // the whole sentence: times in the record may say the same
    QVERIFY(!text.contains("dummy"));       // the key that was sent
}

void RequestInspectorTest::leavesTheFileAloneWhenCancelled()
{
    storedId(question);
    api::ExportRequests command;
    command.file = m_folder.filePath(QStringLiteral("kept.har"));
    QFile before(command.file);
    std::optional<Result<api::ExportReport>> report;
    // The reader answers one after the other, so the export waits. On a busy computer it may be over all the same before
    // this thread goes on: then once more.
    for (int attempt = 0; attempt < 50 && (!report || *report); ++attempt) {
        QVERIFY(before.open(QIODevice::WriteOnly | QIODevice::Truncate));
        before.write("before");
        before.close();
        report.reset();
        for (int page = 0; page < 50; ++page)
            m_gateway->service().queryHistory({}, [](const Result<api::HistoryPage> &) {});
        const int ticket = inspector().exportRequests(
            command, [&report](Result<api::ExportReport> reply) { report = std::move(reply); });
        inspector().cancelExport(ticket);
        QTRY_VERIFY(report.has_value());
    }
    QVERIFY(!*report);
    QCOMPARE(report->error().code, ErrorCode::Cancelled);
    QVERIFY(before.open(QIODevice::ReadOnly));
    QCOMPARE(before.readAll(), QByteArray("before"));
}

void RequestInspectorTest::saysWhyAFileCannotBeWritten()
{
    storedId(question);
    api::ExportRequests command;
    command.file = m_folder.filePath(QStringLiteral("no such folder/all.har"));
    const auto report = exported(command);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::StorageFailed);
    QVERIFY(report.error().message.find("all.har") != std::string::npos);
}

QTEST_GUILESS_MAIN(RequestInspectorTest)
#include "tst_request_inspector.moc"
