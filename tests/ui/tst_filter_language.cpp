// The language of the filter field: what it reads, what it says, and that memory and store agree on it.
#include "gateway/service/view_conversion.h"
#include "gateway/storage/storage_thread.h"
#include "tests/storage/storage_samples.h"
#include "ui/models/filter_language.h"
#include "ui/models/request_filter.h"
#include "ui/widgets/filter_completion.h"

#include <QApplication>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace gateway;
using namespace ui::models;
using namespace std::chrono_literals;

namespace {

void addText(const char *text, const char *echo)
{
    QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(echo);
}

void addProblem(const char *text, const char *words, int at)
{
    QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(words) << at;
}

// Records that differ in everything that can be asked for.
std::vector<RequestRecord> variedRecords()
{
    std::vector<RequestRecord> records;
    for (int number = 0; number < 24; ++number) {
        RequestRecord record = samples::plainRecord("request-" + std::to_string(number));
        record.client = number % 3 == 0 ? "Codex" : "Claude Code";
        record.provider = number % 2 == 0 ? "openai" : "anthropic";
        record.model = number % 2 == 0 ? "gpt-5.4" : "claude-sonnet-5-5";
        record.askedModel = number % 5 == 0 ? "medium" : record.model;
        record.keyName = "key_" + std::to_string(number % 4);
        record.sessionId = number % 4 == 0 ? "auth-refactor" : "";
        record.state = number % 6 == 0   ? RequestState::UpstreamError
                       : number % 7 == 0 ? RequestState::RateLimited
                                         : RequestState::Succeeded;
        record.status = number % 6 == 0 ? 502 : number % 7 == 0 ? 429 : 200;
        record.errorText = number % 6 == 0 ? "100% overloaded" : "";
        record.duration = std::chrono::milliseconds(100 * number);
        if (number % 4 != 1)
            record.cost = Money{number * 10'000'000};
        record.unpricedAttempts = number % 4 == 1 ? 1 : 0;
        if (number % 3 != 2)
            record.usage = {number * 100, 10, {}, number, {}};
        record.isStream = number % 2 == 1;
        record.responseBytes = static_cast<std::uint64_t>(number) * 1'000;
        AttemptRecord attempt;
        attempt.provider = number % 8 == 0 ? "bedrock" : record.provider;
        record.attempts.assign(static_cast<std::size_t>(number % 3), attempt);
        if (!record.attempts.empty())
            record.attempts.back().provider = record.attempts.size() > 1 ? record.provider : attempt.provider;
        records.push_back(std::move(record));
    }
    return records;
}

} // namespace

class FilterLanguageTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhatATextMeans_data();
    void saysWhatATextMeans();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void takesOneWordForTheOldSearch();
    void storeAndMemoryAgree();
    void completesFieldsAndValues();
    void writesTermsThatItReads();
};

void FilterLanguageTest::saysWhatATextMeans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("echo");
    addText("", "");
    addText("   ", "");
    addText("cost>5c", "The cost is above $0.05");
    addText("cost>=$0.05 provider:anthropic", "The cost is at least $0.05, and the provider contains “anthropic”");
    addText("duration<300ms and first>=2s",
            "The duration is below 0.30 s, and the time to the first token is at least 2.0 s");
    addText("input>10k", "The number of input tokens is above 10,000");
    addText("size<=2MB", "The size of the answer is at most 2.0 MB");
    addText("state:error or tries>1", "The state is error, or the number of tries is above 1");
    addText("-client:\"Claude Code\"", "Not (the client contains “Claude Code”)");
    addText("not is:pinned", "Not (it is pinned)");
    addText("(sonnet or opus) is:stream",
            "(anything contains “sonnet”, or anything contains “opus”), and it is a stream");
    addText("provider=openai,anthropic", "The provider is “openai”, or the provider is “anthropic”");
    addText("status:4xx", "The status is at least 400, and the status is below 500");
    addText("status!=200", "Not (the status is 200)");
    addText("\"cost>5c\" error:\"say \\\"hi\\\"\"", "Anything contains “cost>5c”, and the error contains “say \"hi\"”");
}

void FilterLanguageTest::saysWhatATextMeans()
{
    QFETCH(QString, text);
    QFETCH(QString, echo);
    const ParsedFilter parsed = parseFilter(text);
    QCOMPARE(parsed.problem, QString());
    QCOMPARE(filterEcho(parsed.term), echo);
}

void FilterLanguageTest::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("at");
    addProblem("modle:gpt", "is no field", 0);
    addProblem("client:", "value of “client” is missing", 7);
    addProblem("cost>much", "cannot be read as a value of cost", 5);
    addProblem("duration>2", "300ms, 2s", 9);
    addProblem("client>a", "has no order", 7);
    addProblem("state:happy", "There are: ok", 6);
    addProblem("is:happy", "There are: stream", 3);
    addProblem("(a or b", "not closed", 0);
    addProblem("a)", "closes nothing", 1);
    addProblem("error:\"open", "quotation mark is not closed", 6);
    addProblem("a or", "missing", 4);
}

void FilterLanguageTest::saysWhatIsWrongAndWhere()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QFETCH(int, at);
    const ParsedFilter parsed = parseFilter(text);
    QVERIFY2(parsed.problem.contains(words), qPrintable(parsed.problem));
    QCOMPARE(parsed.problemAt, at);
    QVERIFY(parsed.term == FilterTerm());
}

void FilterLanguageTest::takesOneWordForTheOldSearch()
{
    QCOMPARE(parseFilter(QStringLiteral(" sonnet ")).onlyText, QStringLiteral("sonnet"));
    QCOMPARE(parseFilter(QStringLiteral("\"two words\"")).onlyText, QStringLiteral("two words"));
    QVERIFY(parseFilter(QStringLiteral("two words")).onlyText.isEmpty());
    QVERIFY(parseFilter(QStringLiteral("model:sonnet")).onlyText.isEmpty());
}

void FilterLanguageTest::storeAndMemoryAgree()
{
    const QTemporaryDir folder;
    auto storage = storage::StorageThread::open({.folder = samples::pathOf(folder)});
    QVERIFY(storage);
    QHash<QString, api::RequestMark> marks;
    for (const RequestRecord &record : variedRecords()) {
        (*storage)->postRecord(record);
        if (record.duration == 500ms || record.duration == 900ms) {
            const QString id = QString::fromStdString(record.id.value);
            marks.insert(id, {id, record.duration == 500ms, QStringLiteral("ask Jana"), {}});
            (*storage)->postSaveMark({record.id, record.duration == 500ms, "ask Jana", {}},
                                     [](const Result<bool> &) {});
        }
    }
    int answers = 0;
    for (const char *text : {"codex",
                             "client:code",
                             "client=codex",
                             "-client:codex",
                             "provider:openai cost>5c",
                             "cost>5c or state:error",
                             "not (cost>5c or state:error)",
                             "-cost>5c",
                             "is:unpriced",
                             "is:fallback",
                             "-is:fallback",
                             "is:stream tries>1",
                             "is:pinned",
                             "comment:jana",
                             "jana",
                             "error:100%",
                             "key:key_1",
                             "key:key%1",
                             "status:5xx",
                             "status!=200",
                             "duration>=1s duration<2s",
                             "input>1k",
                             "-input>1k",
                             "cached>5",
                             "output<=3",
                             "size>5kB",
                             "state:ok,limited",
                             "asked=medium -provider=openai",
                             "id:request-1",
                             "tries=0",
                             "first>1s"}) {
        const ParsedFilter parsed = parseFilter(QString::fromLatin1(text));
        QVERIFY2(parsed.problem.isEmpty(), qPrintable(parsed.problem));
        storage::HistoryQuery query;
        query.condition = parsed.term;
        const auto found = samples::queryPage(**storage, query);
        QVERIFY2(found, text);
        QStringList stored;
        for (const storage::StoredRecord &each : found->records)
            stored << QString::fromStdString(each.record.id.value);
        RequestFilter filter;
        filter.condition = parsed.term;
        QStringList remembered;
        const auto all = samples::queryPage(**storage, {});
        for (const storage::StoredRecord &each : all->records) {
            const api::RequestSummary summary = service::requestSummary(each.record, each.sequence);
            if (filter.matches(summary, marks.value(summary.id)))
                remembered << summary.id;
        }
        if (stored != remembered)
            qWarning("%s", text);
        QCOMPARE(stored, remembered);
        answers += stored.isEmpty() || stored.size() == static_cast<qsizetype>(all->records.size()) ? 0 : 1;
    }
    QVERIFY2(answers > 25, qPrintable(QString::number(answers))); // nearly all of them tell requests apart
}

void FilterLanguageTest::completesFieldsAndValues()
{
    QLineEdit field;
    const ui::widgets::FilterCompletion completion(field, [](const QString &name) {
        return name == QLatin1String("client") ? QStringList{QStringLiteral("Claude Code"), QStringLiteral("Codex")}
                                               : QStringList();
    });
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    field.setFocus();
    QTest::keyClicks(&field, QStringLiteral("cli"));
    QCOMPARE(completion.offered(), QStringList{QStringLiteral("client:")});
    QTest::keyClicks(&field, QStringLiteral("ent:cl"));
    QCOMPARE(completion.offered(), QStringList{QStringLiteral("Claude Code")});
    field.clear();
    QTest::keyClicks(&field, QStringLiteral("sonnet -state:ok,can"));
    QCOMPARE(completion.offered(), QStringList{QStringLiteral("cancelled")});
}

void FilterLanguageTest::writesTermsThatItReads()
{
    for (const QString &value :
         {QStringLiteral("plain"), QStringLiteral("two words"), QStringLiteral("a\"b\\c"), QStringLiteral("(x, y)")}) {
        const ParsedFilter parsed = parseFilter(filterTermText(FilterField::Client, value));
        QCOMPARE(parsed.problem, QString());
        QCOMPARE(QString::fromStdString(parsed.term.text), value);
        QCOMPARE(parsed.term.field, FilterField::Client);
    }
    using gateway::RequestState;
    for (const RequestState state :
         {RequestState::Succeeded, RequestState::ClientError, RequestState::UpstreamError, RequestState::RateLimited,
          RequestState::Blocked, RequestState::Cancelled, RequestState::BrokenStream}) {
        const ParsedFilter parsed = parseFilter(filterStateText(state));
        QCOMPARE(parsed.term.states, std::vector<RequestState>{state});
    }
    QCOMPARE(filterStateText(RequestState::Streaming), QStringLiteral("state:running"));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    FilterLanguageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_filter_language.moc"
