// What exported requests look like as HAR, JSON Lines and CSV.
#include "gateway/service/export_text.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace gateway;
using namespace gateway::service;
using namespace std::chrono_literals;
using api::ExportFormat;
using Json = nlohmann::json;

class ExportTextTest : public QObject {
    Q_OBJECT

private slots:
    void writesAHarThatOtherProgramsRead();
    void writesAnEmptyHar();
    void leavesBodiesOut();
    void encodesBodiesThatAreNoText();
    void writesOneJsonObjectInEachLine();
    void quotesCells();
    void keepsFormulasFromRunning();
    void writesAsManyCellsAsTheHeadHas();
};

namespace {

RequestRecord record()
{
    RequestRecord record;
    record.id.value = "req-1";
    record.startedAt = WallTime(std::chrono::milliseconds(1'800'000'000'123));
    record.duration = 1'500ms;
    record.firstByteAt = 400ms;
    record.state = RequestState::Succeeded;
    record.method = "POST";
    record.path = "/v1/chat/completions";
    record.client = "Claude Code";
    record.askedModel = "gpt-5.4";
    record.status = 200;
    record.usage.uncachedInput = 12;
    record.cost = Money{64'500'000};
    record.requestHeaders = {{"content-type", "application/json"}, {"authorization", "Bearer ***3fQA"}};
    record.responseHeaders = {{"content-type", "text/event-stream"}};
    record.requestBody = std::make_shared<const std::string>("{\"model\":\"gpt-5.4\"}");
    record.responseBody = std::make_shared<const std::string>("data: \"\xC3\xA4\"\n\n");
    record.requestBytes = 19;
    record.responseBytes = 13;
    record.attempts.push_back({"openai", "gpt-5.4", "work", 200, "", "", "", 0us, {}, {}, 1'400ms, {}, {}, {}});
    return record;
}

ExportContext context(const QString &comment = {})
{
    ExportContext context;
    context.baseUrl = QStringLiteral("http://127.0.0.1:8080");
    if (!comment.isEmpty())
        context.marks.insert(QStringLiteral("req-1"), {QStringLiteral("req-1"), true, comment, {}});
    return context;
}

std::string whole(ExportFormat format, const std::vector<RequestRecord> &records, bool hasBodies = true,
                  const ExportContext &about = context())
{
    api::ExportRequests command;
    command.format = format;
    command.hasBodies = hasBodies;
    std::string text = exportHead(format);
    for (std::size_t index = 0; index < records.size(); ++index)
        text += exportRecord(command, about, records[index], index == 0);
    return text + exportTail(format);
}

// RFC 4180, one row after the other.
QList<QStringList> csvRows(const std::string &text)
{
    QList<QStringList> rows{{QString()}};
    bool isQuoted = false;
    const QString content = QString::fromStdString(text);
    for (qsizetype at = 0; at < content.size(); ++at) {
        const QChar character = content[at];
        if (isQuoted && character == QLatin1Char('"') && at + 1 < content.size() && content[at + 1] == character) {
            rows.last().last() += character;
            ++at;
        } else if (character == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (!isQuoted && character == QLatin1Char(',')) {
            rows.last() << QString();
        } else if (!isQuoted && character == QLatin1Char('\r')) {
            ++at;
            rows << QStringList{QString()};
        } else {
            rows.last().last() += character;
        }
    }
    rows.removeLast();
    return rows;
}

QString cell(const QList<QStringList> &rows, const char *column)
{
    const qsizetype place = rows.at(0).indexOf(QLatin1String(column));
    return place < 0 ? QStringLiteral("no such column") : rows.at(1).value(place);
}

} // namespace

void ExportTextTest::writesAHarThatOtherProgramsRead()
{
    const Json har = Json::parse(whole(ExportFormat::Har, {record(), record()}, true, context(QStringLiteral("slow"))));
    const Json &log = har.at("log");
    QCOMPARE(log.at("version").get<std::string>(), std::string("1.2"));
    QCOMPARE(log.at("creator").at("name").get<std::string>(), std::string("Bilrost"));
    QCOMPARE(log.at("entries").size(), std::size_t(2));
    const Json &entry = log.at("entries").at(0);
    QCOMPARE(entry.at("startedDateTime").get<std::string>(), std::string("2027-01-15T08:00:00.123Z"));
    QCOMPARE(entry.at("time").get<double>(), 1500.0);
    QCOMPARE(entry.at("request").at("url").get<std::string>(),
             std::string("http://127.0.0.1:8080/v1/chat/completions"));
    QCOMPARE(entry.at("request").at("postData").at("mimeType").get<std::string>(), std::string("application/json"));
    QCOMPARE(entry.at("request").at("postData").at("text").get<std::string>(), *record().requestBody);
    QCOMPARE(entry.at("response").at("status").get<int>(), 200);
    QCOMPARE(entry.at("response").at("content").at("text").get<std::string>(), *record().responseBody);
    QCOMPARE(entry.at("timings").at("wait").get<double>(), 400.0);
    QCOMPARE(entry.at("timings").at("receive").get<double>(), 1100.0);
    QCOMPARE(entry.at("comment").get<std::string>(), std::string("slow"));
    QVERIFY(entry.at("cache").is_object());
    for (const char *needed : {"cookies", "headers", "queryString", "headersSize", "bodySize", "httpVersion"})
        QVERIFY2(entry.at("request").contains(needed), needed);
    for (const char *needed : {"cookies", "headers", "redirectURL", "headersSize", "bodySize", "statusText"})
        QVERIFY2(entry.at("response").contains(needed), needed);
}

void ExportTextTest::writesAnEmptyHar()
{
    QVERIFY(Json::parse(whole(ExportFormat::Har, {})).at("log").at("entries").empty());
}

void ExportTextTest::leavesBodiesOut()
{
    for (const ExportFormat format : {ExportFormat::Har, ExportFormat::JsonLines, ExportFormat::Csv}) {
        const std::string text = whole(format, {record()}, false);
        QVERIFY(text.find("data: ") == std::string::npos);
        QVERIFY(text.find("postData") == std::string::npos);
        QVERIFY(text.find("req-1") != std::string::npos);
    }
}

void ExportTextTest::encodesBodiesThatAreNoText()
{
    RequestRecord binary = record();
    binary.responseBody = std::make_shared<const std::string>("\xFF\x01");
    const Json har = Json::parse(whole(ExportFormat::Har, {binary}));
    const Json &content = har.at("log").at("entries").at(0).at("response").at("content");
    QCOMPARE(content.at("encoding").get<std::string>(), std::string("base64"));
    QCOMPARE(content.at("text").get<std::string>(), std::string("/wE="));
    const Json line = Json::parse(whole(ExportFormat::JsonLines, {binary}));
    QCOMPARE(line.at("response_body_encoding").get<std::string>(), std::string("base64"));
}

void ExportTextTest::writesOneJsonObjectInEachLine()
{
    RequestRecord cut = record();
    cut.id.value = "req-2";
    cut.isResponseBodyTruncated = true;
    cut.cost.reset();
    cut.errorText = "two\nlines";
    const std::string text = whole(ExportFormat::JsonLines, {record(), cut}, true, context(QStringLiteral("keep")));
    const QStringList lines = QString::fromStdString(text).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.last().isEmpty());
    const Json first = Json::parse(lines.at(0).toStdString());
    QCOMPARE(first.at("cost_usd").get<double>(), 0.0645);
    QCOMPARE(first.at("is_pinned").get<bool>(), true);
    QCOMPARE(first.at("comment").get<std::string>(), std::string("keep"));
    QCOMPARE(first.at("attempts").at(0).at("provider").get<std::string>(), std::string("openai"));
    QCOMPARE(first.at("uncached_input_tokens").get<int>(), 12);
    QVERIFY(first.at("cache_read_tokens").is_null());
    QCOMPARE(first.at("request_body").get<std::string>(), *record().requestBody);
    const Json second = Json::parse(lines.at(1).toStdString());
    QVERIFY(second.at("cost_usd").is_null());
    QCOMPARE(second.at("response_body_is_truncated").get<bool>(), true);
}

void ExportTextTest::quotesCells()
{
    RequestRecord odd = record();
    odd.errorText = "He said \"no\", twice\nand left";
    const auto rows = csvRows(whole(ExportFormat::Csv, {odd}));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(cell(rows, "error_text"), QString::fromStdString(odd.errorText));
    QCOMPARE(cell(rows, "client"), QStringLiteral("Claude Code"));
    QCOMPARE(cell(rows, "cost_usd"), QStringLiteral("0.0645"));
    QCOMPARE(cell(rows, "attempts"), QStringLiteral("1"));
    QCOMPARE(cell(rows, "cache_read_tokens"), QString());
}

void ExportTextTest::keepsFormulasFromRunning()
{
    RequestRecord odd = record();
    odd.client = "=HYPERLINK(\"http://example.test\")";
    odd.askedModel = "@SUM(1)";
    const auto rows = csvRows(whole(ExportFormat::Csv, {odd}));
    QCOMPARE(cell(rows, "client"), QStringLiteral("'=HYPERLINK(\"http://example.test\")"));
    QCOMPARE(cell(rows, "asked_model"), QStringLiteral("'@SUM(1)"));
}

void ExportTextTest::writesAsManyCellsAsTheHeadHas()
{
    const auto rows = csvRows(whole(ExportFormat::Csv, {record(), RequestRecord()}));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(1).size(), rows.at(0).size());
    QCOMPARE(rows.at(2).size(), rows.at(0).size());
    QVERIFY(!rows.at(0).contains(QStringLiteral("request_body")));
}

QTEST_GUILESS_MAIN(ExportTextTest)
#include "tst_export_text.moc"
