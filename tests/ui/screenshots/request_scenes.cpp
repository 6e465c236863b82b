#include "tests/ui/screenshots/request_scenes.h"

#include "ui/dialogs/comparison_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/resend_dialog.h"
#include "ui/look/theme.h"
#include "ui/models/request_table_model.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/request_table_view.h"

#include <QAbstractButton>
#include <algorithm>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

using namespace std::chrono_literals;
using gateway::RequestState;
using namespace gateway::api;

namespace screenshots {

namespace {

struct Row {
    const char *time;
    RequestState state;
    const char *client;
    const char *asked;
    const char *provider;
    const char *model;
    int tries;
    int milliseconds;
    int status;
    const char *reason;
    int firstToken; // milliseconds; 0: none
    qint64 input;
    qint64 cached;
    qint64 output;
};

constexpr Row rows[] = {
    {"14:32:08.114", RequestState::Streaming, "Claude Code", "medium", "anthropic", "claude-sonnet-5-5", 1, 6'200, 200,
     "", 810, 84'212, 79'904, 412},
    {"14:32:07.902", RequestState::InFlight, "Codex", "gpt-5.4", "openai", "gpt-5.4", 1, 6'400, 0, "", 0, 31'870, -1,
     -1},
    {"14:31:59.377", RequestState::Succeeded, "opencode", "title", "openai", "gpt-5.4-nano", 1, 510, 200, "stop", 290,
     612, 0, 9},
    {"14:31:52.640", RequestState::Succeeded, "Claude Code", "medium", "bedrock", "claude-sonnet-5-5", 3, 11'800, 200,
     "end_turn", 2'940, 83'105, 76'288, 1'204},
    {"14:31:40.218", RequestState::Succeeded, "Claude Code", "medium", "anthropic", "claude-sonnet-5-5", 1, 5'100, 200,
     "tool_use", 740, 81'466, 80'120, 388},
    {"14:31:33.051", RequestState::RateLimited, "Gemini CLI", "gemini-3.1-pro-preview", "gemini",
     "gemini-3.1-pro-preview", 2, 380, 429, "Quota per minute reached, free in 27 s", 0, -1, -1, -1},
    {"14:31:21.795", RequestState::Succeeded, "Claude Code", "deep", "anthropic", "claude-opus-5-5", 1, 48'300, 200,
     "end_turn", 1'620, 96'840, 91'377, 3'918},
    {"14:31:04.412", RequestState::Succeeded, "Zed", "fast", "openrouter", "gpt-oss-120b:nitro", 1, 1'900, 200, "stop",
     220, 4'318, 0, 640},
    {"14:30:58.006", RequestState::ClientError, "Qwen Code", "qwen3-coder:30b", "ollama", "qwen3-coder:30b", 1, 90, 400,
     "Prompt is 41,207 tokens, model takes 32,768", 0, -1, -1, -1},
    {"14:30:47.530", RequestState::Succeeded, "Codex", "gpt-5.4", "openai", "gpt-5.4", 1, 9'700, 200, "function_call",
     1'080, 30'912, 27'648, 701},
    {"14:30:31.914", RequestState::BrokenStream, "LibreChat", "medium", "anthropic", "claude-sonnet-5-5", 1, 14'600,
     200, "", 920, 6'201, 0, 812},
    {"14:30:12.288", RequestState::Blocked, "nightly-eval", "deep", "", "", 0, 10, 403,
     "This page may not use the gateway: its origin is not allowed", 0, -1, -1, -1},
    {"14:29:55.730", RequestState::Succeeded, "Claude Code", "medium", "anthropic", "claude-sonnet-5-5", 1, 7'700, 200,
     "tool_use", 690, 79'884, 75'002, 902},
    {"14:29:41.163", RequestState::Cancelled, "Claude Code", "deep", "anthropic", "claude-opus-5-5", 1, 3'200, 499, "",
     1'440, 95'118, 91'377, 120},
    {"14:29:18.500", RequestState::UpstreamError, "Codex", "openai/gpt-5.4", "openai", "gpt-5.4", 2, 30'010, 504,
     "openai sent nothing for 30 s; the connection was closed", 0, -1, -1, -1},
    {"14:28:51.077", RequestState::Succeeded, "Continue", "fast", "groq", "llama-4-maverick", 1, 640, 200, "stop", 110,
     1'204, 0, 233},
};

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

// Dollars for a million tokens.
struct Rates {
    const char *model;
    double input;
    double cacheRead;
    double cacheWrite;
    double output;
};

constexpr Rates rates[] = {
    {"claude-sonnet-5-5", 2.0, 0.10, 2.50, 10.0},
    {"claude-opus-5-5", 4.0, 0.20, 5.0, 20.0},
    {"gpt-5.4", 2.5, 0.25, 0, 15.0},
    {"gpt-5.4-nano", 0.20, 0.02, 0, 1.25},
    {"gpt-oss-120b:nitro", 0.15, 0, 0, 0.60},
    {"llama-4-maverick", 0.20, 0, 0, 0.60},
};

struct Tokens {
    qint64 fresh = 0;
    qint64 cached = 0;
    qint64 written = 0;
    qint64 output = 0;
};

// Of a prompt that is mostly in the cache, a part of the rest is written to it where that has a price.
Tokens tokensOf(const RequestSummary &request)
{
    constexpr qint64 mostWritten = 4'104;
    Tokens tokens{request.inputTokens.value_or(0), request.cachedTokens.value_or(0), 0,
                  request.outputTokens.value_or(0)};
    tokens.fresh -= tokens.cached;
    if (request.model.startsWith(QLatin1String("claude")) && tokens.cached > 0) {
        tokens.written = qMin(mostWritten, tokens.fresh - 200);
        tokens.fresh -= tokens.written;
    }
    return tokens;
}

gateway::AttemptCost costOf(const RequestSummary &request)
{
    gateway::AttemptCost cost;
    const auto found = std::find_if(std::begin(rates), std::end(rates),
                                    [&](const Rates &each) { return request.model == QLatin1String(each.model); });
    if (!request.inputTokens || found == std::end(rates))
        return cost;
    cost.basis = request.state == RequestState::Succeeded ? gateway::CostBasis::Priced : gateway::CostBasis::Partial;
    cost.source = request.provider.toStdString() + ", list of 2026-11-21";
    const auto add = [&cost](gateway::CostClass costClass, qint64 count, double dollars) {
        if (count > 0)
            cost.lines.push_back({costClass, count, static_cast<std::int64_t>(dollars * 1e6 + 0.5)});
    };
    const Tokens tokens = tokensOf(request);
    add(gateway::CostClass::Input, tokens.fresh, found->input);
    add(gateway::CostClass::CacheRead, tokens.cached, found->cacheRead);
    add(gateway::CostClass::CacheWrite, tokens.written, found->cacheWrite);
    add(gateway::CostClass::Output, tokens.output, found->output);
    return cost;
}

gateway::Money sumOf(const gateway::AttemptCost &cost)
{
    std::int64_t picoDollars = 0;
    for (const gateway::CostLine &line : cost.lines)
        picoDollars += line.count * line.picoDollars;
    return gateway::Money{picoDollars / 1'000};
}

RequestSummary summaryOf(const Row &row, int number)
{
    const auto known = [](qint64 count) { return count < 0 ? std::optional<qint64>() : count; };
    RequestSummary request;
    request.id = QStringLiteral("req_01K9QW%1").arg(9'000 - number);
    request.sequence = hasEnded(row.state) ? 9'000 - number : 0;
    request.startedAt =
        QDateTime(QDate::currentDate(), QTime::fromString(text(row.time), QStringLiteral("HH:mm:ss.zzz")));
    request.state = row.state;
    request.client = text(row.client);
    request.operation = QStringLiteral("chat");
    request.dialect = QStringLiteral("anthropic_messages");
    request.askedModel = text(row.asked);
    request.provider = text(row.provider);
    request.model = text(row.model);
    request.keyName = QStringLiteral("eu-central-1");
    request.sessionId = QStringLiteral("auth-refactor");
    request.status = row.status;
    const bool isGood = row.state == RequestState::Succeeded;
    (isGood ? request.finishReason : request.errorText) = text(row.reason);
    request.isStream = true;
    request.attempts = row.tries;
    if (row.tries == 3)
        request.firstProvider = QStringLiteral("anthropic");
    if (row.firstToken > 0)
        request.firstByteAt = std::chrono::milliseconds(row.firstToken);
    request.duration = std::chrono::milliseconds(row.milliseconds);
    request.inputTokens = known(row.input);
    request.cachedTokens = known(row.cached);
    request.outputTokens = known(row.output);
    request.requestBytes = 318'204;
    request.responseBytes = 5'812;
    if (hasEnded(row.state))
        request.cost = sumOf(costOf(request));
    return request;
}

PartView part(PartKind kind, const char *content, const char *name = "", const char *callId = "", qint64 bytes = 0)
{
    return {kind, text(content), text(name), text(callId), bytes};
}

ConversationView conversation(const QString &id, bool isComplete)
{
    ConversationView view;
    view.requestId = id;
    view.isComplete = isComplete;
    const QString rules = QStringLiteral("You are a coding agent. Read before you write.\n").repeated(80);
    view.messages << MessageView{MessageRole::System, {{PartKind::Text, rules, {}, {}, 0}}, false};
    for (int turn = 0; turn < 18; ++turn) {
        view.messages << MessageView{MessageRole::User, {part(PartKind::Text, "Go on with the next file.")}, false};
        view.messages << MessageView{MessageRole::Assistant,
                                     {part(PartKind::ToolCall, "{\"path\":\"src/main.cpp\"}", "Read", "toolu_01Aa")},
                                     false};
    }
    view.messages << MessageView{
        MessageRole::User,
        {part(PartKind::Text, "The token refresh test fails on CI only. Find out why and fix it "
                              "without touching the public interface of SessionStore."),
         part(PartKind::Image, "", "image/png", "", 48'200)},
        false};
    view.messages << MessageView{
        MessageRole::Assistant,
        {part(PartKind::Reasoning, "The fixture writes UTC.\nThe code reads local time."),
         part(PartKind::Text,
              "The test pins the clock to UTC, but refreshDue() reads local time. CI runs in UTC+0, so the "
              "margin of 60 s is never reached. I will read the file first."),
         part(PartKind::ToolCall, "{\"file\":\"src/auth/session_store.cpp\",\"from\":120,\"to\":168}", "Read",
              "toolu_01Qx7")},
        false};
    QString source =
        QStringLiteral("bool SessionStore::refreshDue() const\n{\n    const auto now = QDateTime::currentDateTime();\n"
                       "    return now.secsTo(m_expiry) < 60;\n}\n");
    source += QStringLiteral("\nvoid SessionStore::refresh()\n{\n    if (!refreshDue())\n        return;\n"
                             "    m_tokens.renew();\n}\n");
    view.messages << MessageView{
        MessageRole::Tool, {{PartKind::ToolResult, source, QStringLiteral("Read"), {}, 0}}, false};
    view.messages << MessageView{
        MessageRole::Assistant,
        {part(PartKind::Text,
              "Found it. currentDateTime() is local time while the fixture writes UTC. I make both sides UTC "
              "and keep the signature as it is."),
         part(PartKind::ToolCall,
              "{\"file\":\"src/auth/session_store.cpp\",\"old\":\"auto now = "
              "QDateTime::currentDateTime();\",\"new\":\"const "
              "auto now = QDateTime::currentDateTimeUtc();\\n    return now.secsTo(m_exp",
              "Edit", "toolu_01Rz2")},
        true};
    return view;
}

AttemptView attempt(const char *provider, const char *key, int status, const char *reason, int from, int firstByte,
                    int to)
{
    AttemptView view;
    view.provider = text(provider);
    view.model = QStringLiteral("claude-sonnet-5-5");
    view.keyName = text(key);
    view.status = status;
    view.reason = text(reason);
    view.startedAt = std::chrono::milliseconds(from);
    view.connectedAt = std::chrono::milliseconds(from + 41);
    if (firstByte > 0)
        view.firstByteAt = std::chrono::milliseconds(firstByte);
    view.endedAt = std::chrono::milliseconds(to);
    return view;
}

RequestDetail detailOf(const RequestSummary &request)
{
    RequestDetail detail;
    detail.summary = request;
    detail.method = QStringLiteral("POST");
    detail.path = QStringLiteral("/anthropic/v1/messages");
    detail.peerAddress = QStringLiteral("127.0.0.1:51234");
    detail.answeredModel = request.firstByteAt ? request.model : QString();
    detail.overhead = 600us;
    const Tokens tokens = tokensOf(request);
    detail.uncachedInputTokens = tokens.fresh;
    detail.cacheWriteTokens = tokens.written;
    detail.reasoningTokens = request.outputTokens.value_or(0) / 2;
    if (request.state == RequestState::RateLimited) {
        detail.uncachedInputTokens.reset();
        detail.cacheWriteTokens.reset();
        detail.reasoningTokens.reset();
        detail.attempts = {attempt("gemini", "work", 429, "Quota per minute reached", 2, 0, 180),
                           attempt("gemini", "work", 429, "Quota per minute reached, free in 27 s", 200, 0, 380)};
    } else if (request.attempts == 3) {
        detail.attempts = {attempt("anthropic", "work", 529, "Overloaded", 2, 0, 422),
                           attempt("anthropic", "personal", 429, "Retry in 31 s", 430, 0, 600),
                           attempt("bedrock", "eu-central-1", 200, "OK", 660, 2'940, 11'800)};
        detail.notes = {QStringLiteral("The cache marker was moved to the last system block."),
                        QStringLiteral("The beta header “context-1m” was left out: bedrock does not know it.")};
    } else if (hasEnded(request.state) && request.attempts > 0) {
        detail.attempts = {attempt(request.provider.toUtf8().constData(), "work", request.status, "", 2, 700,
                                   static_cast<int>(request.duration.count() / 1000))};
    }
    for (AttemptView &each : detail.attempts)
        each.cost = gateway::Money{0};
    if (!detail.attempts.isEmpty()) {
        detail.attempts.last().costDetail = costOf(request);
        detail.attempts.last().cost = sumOf(detail.attempts.last().costDetail);
    }
    detail.requestHeaders = {{QStringLiteral("Host"), QStringLiteral("127.0.0.1:8080")},
                             {QStringLiteral("User-Agent"), QStringLiteral("claude-cli/2.4.0 (external, cli)")},
                             {QStringLiteral("Content-Type"), QStringLiteral("application/json")},
                             {QStringLiteral("X-Api-Key"), QStringLiteral("sk-b****")},
                             {QStringLiteral("Anthropic-Version"), QStringLiteral("2023-06-01")}};
    detail.responseHeaders = {{QStringLiteral("Content-Type"), QStringLiteral("text/event-stream")},
                              {QStringLiteral("Request-Id"), QStringLiteral("req_011CSHoEeqs5C35K2UUqR7Fy")},
                              {QStringLiteral("Cache-Control"), QStringLiteral("no-cache")}};
    detail.hasBodies = true;
    detail.requestBody =
        "{\"model\":\"medium\",\"max_tokens\":32000,\"stream\":true,\"thinking\":{\"type\":\"adaptive\"},"
        "\"messages\":[{\"role\":\"user\",\"content\":\"The token refresh test fails on CI only.\"},"
        "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"I will read the file first.\"}]}],"
        "\"tools\":[{\"name\":\"Read\"},{\"name\":\"Edit\"}],\"temperature\":1}";
    detail.responseBody = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_01\"}}\n\n"
                          "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
                          "{\"type\":\"text_delta\",\"text\":\"Found it.\"}}\n\nevent: message_stop\ndata: "
                          "{\"type\":\"message_stop\"}\n\n";
    const char *names[] = {"message_start",       "content_block_start", "content_block_delta", "content_block_delta",
                           "content_block_delta", "content_block_stop",  "message_delta",       "message_stop"};
    int at = 2'940;
    for (const char *name : names) {
        detail.streamEvents << StreamEventView{
            std::chrono::milliseconds(at), 118 + at % 40, text(name),
            QStringLiteral("{\"type\":\"%1\",\"index\":0,\"delta\":{\"type\":\"text_delta\","
                           "\"text\":\"Found it.\"}}")
                .arg(text(name))};
        at += 870;
    }
    detail.conversation = conversation(request.id, hasEnded(request.state));
    return detail;
}

ui::pages::ViewSettings keptAs(const QByteArray &place)
{
    return {[place](const QString &name) {
                if (name.startsWith(QStringLiteral("requests/detail")))
                    return place;
                return name == QStringLiteral("requests/share_right") ? QByteArray("46") : QByteArray();
            },
            {}};
}

Scene filled(const QString &name, QSize size, int row, int tab, const QByteArray &place = "below")
{
    return {name, size,
            [place](support::FakeGateway &gateway, const ui::look::Theme &theme) -> QWidget * {
                fillWithRequests(gateway);
                return new ui::pages::RequestsPage(gateway, gateway.fakeInspector, theme, keptAs(place));
            },
            [row, tab](QWidget &page) {
                auto *table = page.findChild<ui::widgets::RequestTableView *>(QStringLiteral("requestTable"));
                QTest::qWait(60);
                table->setFocus();
                if (row >= 0)
                    table->selectRow(row);
                QTest::qWait(200);
                page.findChild<QTabBar *>(QStringLiteral("detailTabs"))->setCurrentIndex(tab);
                QTest::qWait(60);
            }};
}

RequestComparison comparisonOf(const RequestSummary &request)
{
    RequestComparison comparison{detailOf(request), detailOf(request), {}};
    comparison.earlier.summary.id += QStringLiteral("A");
    comparison.earlier.summary.startedAt = request.startedAt.addSecs(-41);
    comparison.later.requestBody.replace("fails on CI only", "fails on CI since 14:31");
    comparison.later.summary.cachedTokens = 6'812;
    comparison.prefix.place = PrefixComparison::Place::Message;
    comparison.prefix.number = 3;
    comparison.prefix.role = MessageRole::User;
    comparison.prefix.kind = PartKind::ToolResult;
    comparison.prefix.before = QStringLiteral("{\"type\":\"tool_result\",\"content\":\"Today is 2026-11-21, ");
    comparison.prefix.earlier = QStringLiteral("14:31:08. The branch is main and nothing is staged.");
    comparison.prefix.later = QStringLiteral("14:31:49. The branch is main and nothing is staged.");
    comparison.prefix.sharedTokens = 6'812;
    comparison.prefix.lostTokens = 77'400;
    comparison.prefix.otherSettings = {QStringLiteral("temperature")};
    return comparison;
}

// Dialogs of one request; each is a scene of its own.
QList<Scene> dialogScenes()
{
    const auto nothing = [](QWidget &) { QTest::qWait(30); };
    const auto sample = [] { return summaryOf(rows[3], 3); };
    const auto comparison = [sample](support::FakeGateway &, const ui::look::Theme &theme) -> QWidget * {
        return new ui::dialogs::ComparisonDialog(comparisonOf(sample()), theme);
    };
    const auto showBodies = [](QWidget &dialog) {
        dialog.findChild<QTabBar *>(QStringLiteral("comparisonTabs"))->setCurrentIndex(1);
        QTest::qWait(30);
    };
    const auto resend = [sample](support::FakeGateway &, const ui::look::Theme &) -> QWidget * {
        RequestDetail detail = detailOf(sample());
        detail.summary.virtualKeyName = QStringLiteral("codex");
        return new ui::dialogs::ResendDialog(detail, {{QStringLiteral("deep"), QStringLiteral("fast")}, true, true});
    };
    const auto breakBody = [](QWidget &dialog) {
        auto *body = dialog.findChild<QPlainTextEdit *>(QStringLiteral("resendBody"));
        body->moveCursor(QTextCursor::End);
        body->insertPlainText(QStringLiteral(","));
        QTest::qWait(30);
    };
    const auto exporting = [](support::FakeGateway &, const ui::look::Theme &) -> QWidget * {
        ui::dialogs::ExportDialog::Choice choice;
        choice.selected = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        choice.isFiltered = true;
        choice.folder = QStringLiteral("/home/jana");
        return new ui::dialogs::ExportDialog(choice);
    };
    return {{QStringLiteral("requests-compare"), QSize(1'000, 680), comparison, nothing},
            {QStringLiteral("requests-compare-bodies"), QSize(1'000, 680), comparison, showBodies},
            {QStringLiteral("requests-resend"), QSize(820, 640), resend, nothing},
            {QStringLiteral("requests-resend-broken"), QSize(820, 640), resend, breakBody},
            {QStringLiteral("requests-export"), QSize(620, 320), exporting, nothing}};
}

// By session, the second one open.
Scene sessionScene(QSize size)
{
    Scene scene;
    scene.name = QStringLiteral("requests-sessions");
    scene.size = size;
    scene.make = [](support::FakeGateway &gateway, const ui::look::Theme &theme) -> QWidget * {
        fillWithRequests(gateway);
        const char *const names[] = {"auth-refactor", "docs-sweep", "", "nightly-eval"};
        SessionPage page;
        for (int each = 0; each < 4; ++each)
            page.sessions.append({text(names[each]), 0, 0, {}, 0, 0, 0, {}, {}});
        for (qsizetype row = 0; row < gateway.history.size(); ++row) {
            RequestSummary &request = gateway.history[row];
            SessionView &session = page.sessions[(row / 3) % 4];
            request.sessionId = session.id;
            ++session.requests;
            session.failed += request.state == RequestState::UpstreamError ? 1 : 0;
            session.cost += request.cost.value_or(gateway::Money{});
            session.inputTokens += request.inputTokens.value_or(0);
            session.outputTokens += request.outputTokens.value_or(0);
            session.firstStart = request.startedAt;
            if (!session.lastStart.isValid())
                session.lastStart = request.startedAt;
        }
        page.matching = page.sessions.size();
        page.totalStored = gateway.history.size();
        gateway.fakeInspector.sessionPage = page;
        const auto kept = keptAs("below");
        return new ui::pages::RequestsPage(gateway, gateway.fakeInspector, theme,
                                           {[kept](const QString &name) {
                                                return name == QStringLiteral("requests/grouping")
                                                           ? QByteArray("session")
                                                           : kept.value(name);
                                            },
                                            {}});
    };
    scene.prepare = [](QWidget &page) {
        auto *table = page.findChild<ui::widgets::RequestTableView *>(QStringLiteral("requestTable"));
        QTest::qWait(60);
        table->setFocus();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_Right);
        QTest::qWait(60);
        table->selectRow(3);
        QTest::qWait(200);
    };
    return scene;
}

// A session is chosen, and says what it came to.
Scene chosenSessionScene(QSize size)
{
    Scene scene = sessionScene(size);
    scene.name = QStringLiteral("requests-session-chosen");
    scene.prepare = [](QWidget &page) {
        auto *table = page.findChild<ui::widgets::RequestTableView *>(QStringLiteral("requestTable"));
        QTest::qWait(60);
        table->setFocus();
        table->selectRow(1);
        QTest::qWait(60);
    };
    return scene;
}

// What the list was searched for, marked in the conversation.
Scene searchedScene(QSize size)
{
    Scene scene = filled(QStringLiteral("requests-searched"), size, 2, 1);
    const auto prepare = scene.prepare;
    scene.prepare = [prepare](QWidget &page) {
        prepare(page);
        page.findChild<QLineEdit *>(QStringLiteral("conversationFind"))->setText(QStringLiteral("token session"));
        QTest::qWait(60);
    };
    return scene;
}

Scene markedScene(QSize size)
{
    Scene marked = filled(QStringLiteral("requests-marked"), size, 3, 0);
    marked.make = [](support::FakeGateway &gateway, const ui::look::Theme &theme) -> QWidget * {
        fillWithRequests(gateway);
        const auto mark = [&gateway](int row, bool isPinned, const char *comment, int original) {
            RequestMark noted;
            noted.requestId = gateway.history.at(row).id;
            noted.isPinned = isPinned;
            noted.comment = text(comment);
            if (original > 0)
                noted.resentFrom = gateway.history.at(original).id;
            gateway.fakeInspector.storedMarks.insert(noted.requestId, noted);
        };
        mark(1, true, "The slow one. Ask Jana whether bedrock answers like this in Ireland too.", 6);
        mark(3, false, "Quota again", 0);
        mark(5, false, "", 8);
        mark(8, true, "", 0);
        return new ui::pages::RequestsPage(gateway, gateway.fakeInspector, theme, keptAs("below"));
    };
    return marked;
}

} // namespace

void fillWithRequests(support::FakeGateway &gateway)
{
    gateway.currentStatus.listener = ListenerState::Listening;
    gateway.currentStatus.baseUrl = QStringLiteral("http://127.0.0.1:8080");
    gateway.currentStatus.port = 8080;
    gateway.currentStatus.inFlight = 2;
    for (int number = 0; number < 60; ++number) {
        Row row = rows[number % std::size(rows)];
        if (number >= static_cast<int>(std::size(rows)) && !hasEnded(row.state))
            row.state = RequestState::Succeeded;
        RequestSummary request = summaryOf(row, number);
        request.startedAt = request.startedAt.addSecs(-230 * (number / static_cast<int>(std::size(rows))));
        (hasEnded(request.state) ? gateway.history : gateway.running) << request;
        gateway.details.insert(request.id, detailOf(request));
    }
    for (auto request = gateway.history.crbegin(); request != gateway.history.crend(); ++request) {
        gateway::api::LogBucket bucket;
        bucket.start = request->startedAt;
        bucket.stats.requests = 1;
        bucket.stats.succeeded = request->state == RequestState::Succeeded ? 1 : 0;
        bucket.stats.cost = request->cost.value_or(gateway::Money{});
        bucket.stats.promptTokens = request->inputTokens.value_or(0);
        bucket.stats.completionTokens = request->outputTokens.value_or(0);
        gateway.logBuckets << bucket;
    }
}

QList<Scene> requestScenes()
{
    const QSize usual(1236, 820); // a window of 1440 without its side bar
    QList<Scene> scenes{
        filled(QStringLiteral("requests-list"), usual, 3, 0),
        filled(QStringLiteral("requests-narrow"), QSize(912, 560), 3, 0),
        filled(QStringLiteral("requests-streaming-right"), usual, 0, 1, "right"),
        filled(QStringLiteral("requests-error-row"), usual, 5, 0),
        filled(QStringLiteral("requests-nothing-selected"), usual, -1, 0),
    };
    const char *tabs[] = {"conversation", "request", "response", "stream", "timing", "headers", "raw"};
    for (int tab = 1; tab <= 7; ++tab)
        scenes << filled(QStringLiteral("requests-tab-") + text(tabs[tab - 1]), usual, 3, tab);
    scenes << Scene{QStringLiteral("requests-empty"), usual,
                    [](support::FakeGateway &gateway, const ui::look::Theme &theme) -> QWidget * {
                        gateway.currentStatus.listener = ListenerState::Listening;
                        gateway.currentStatus.baseUrl = QStringLiteral("http://127.0.0.1:8080");
                        return new ui::pages::RequestsPage(gateway, gateway.fakeInspector, theme, {});
                    },
                    [](QWidget &) { QTest::qWait(60); }};
    Scene paused = filled(QStringLiteral("requests-paused-filtered"), usual, 2, 0);
    paused.prepare = [next = paused.prepare](QWidget &page) {
        next(page);
        page.findChild<QAbstractButton *>(QStringLiteral("chipErrors"))->click();
        page.findChild<QLineEdit *>(QStringLiteral("requestFilter"))->setText(QStringLiteral("o"));
        QTest::qWait(250);
        page.findChild<QAbstractButton *>(QStringLiteral("liveButton"))->click();
        QTest::qWait(20);
    };
    scenes << paused;
    Scene several = filled(QStringLiteral("requests-several"), usual, 2, 0);
    several.prepare = [next = several.prepare](QWidget &page) {
        next(page);
        auto *table = page.findChild<ui::widgets::RequestTableView *>(QStringLiteral("requestTable"));
        const auto *model = table->model();
        table->selectionModel()->select(QItemSelection(model->index(2, 0), model->index(8, 0)),
                                        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QTest::qWait(30);
    };
    scenes << several << markedScene(usual) << sessionScene(usual) << chosenSessionScene(usual) << searchedScene(usual)
           << dialogScenes();
    return scenes;
}

} // namespace screenshots
