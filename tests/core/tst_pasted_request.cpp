// Requests as people paste them.
#include "gateway/pipeline/pasted_request.h"

#include <QTest>

using namespace gateway;
using pipeline::readPastedRequest;

namespace {

std::string headersOf(const net::HttpRequest &request)
{
    std::string text;
    for (const HeaderField &field : request.headers)
        text += field.name + "=" + field.value + ";";
    return text;
}

struct Sample {
    const char *name;
    std::string text;
    std::string method;
    std::string target;
    std::string headers;
    std::string body;
};

const std::vector<Sample> samples{
    {"curl with single quotes",
     "curl http://127.0.0.1:8080/v1/chat/completions \\\n  -H 'Content-Type: application/json' \\\n"
     "  -d '{\"model\": \"medium\", \"x\": \"it'\\''s\"}'\n",
     "POST", "/v1/chat/completions", "Content-Type=application/json;", "{\"model\": \"medium\", \"x\": \"it's\"}"},
    {"curl with double quotes and long options",
     "curl --request POST --url \"http://localhost:8080/v1/messages?beta=true\" --header \"x-bf-vk: sk-bf-1\" "
     "--data-raw \"{\\\"model\\\":\\\"m\\\"}\"",
     "POST", "/v1/messages?beta=true", "x-bf-vk=sk-bf-1;", "{\"model\":\"m\"}"},
    {"options in one word", "curl -sSN -XPUT --json='{}' localhost:8080/a", "PUT", "/a", "", "{}"},
    {"curl of Windows' line ends", "curl http://h/v1/x \\\r\n -d '{}'\r\n", "POST", "/v1/x", "", "{}"},
    {"a quotation with escapes", "curl h/a -d $'{\"t\":\"a\\nb\\'c\"}'", "POST", "/a", "", "{\"t\":\"a\nb'c\"}"},
    {"options with words that do not matter", "curl -m 30 -o out.txt -u a:b http://h/v1/models", "GET", "/v1/models",
     "", ""},
    {"what follows a pipe is not ours", "$ curl http://h/v1/models | jq .data", "GET", "/v1/models", "", ""},
    {"an address without a path", "curl http://h:8080", "GET", "/", "", ""},
    {"HTTP", "POST /v1/responses HTTP/1.1\r\nHost: h\r\nX-Team:  maps \r\n\r\n{\"model\":\"m\"}\r\n", "POST",
     "/v1/responses", "Host=h;X-Team=maps;", "{\"model\":\"m\"}"},
    {"HTTP without the empty line", "POST /v1/responses\nX-Team: maps\n{\"model\":\n\"m\"}", "POST", "/v1/responses",
     "X-Team=maps;", "{\"model\":\n\"m\"}"},
    {"an address with a host", "GET http://h:1/v1/models?u=http://x/y#z HTTP/1.1", "GET", "/v1/models?u=http://x/y", "",
     ""},
    {"a query with an address", "GET /v1/models?u=http://x/y", "GET", "/v1/models?u=http://x/y", "", ""},
    {"a body alone", " {\"model\":\"m\",\"messages\":[]} ", "POST", "/v1/chat/completions", "",
     "{\"model\":\"m\",\"messages\":[]}"},
    {"a body for responses", "{\"model\":\"m\",\"input\":\"Hi\"}", "POST", "/v1/responses", "",
     "{\"model\":\"m\",\"input\":\"Hi\"}"},
};

const std::vector<std::pair<const char *, std::string>> refusals{
    {"nothing", "  \n"},
    {"prose", "Please simulate this."},
    {"a file", "curl http://h/a -d @body.json"},
    {"an open quotation", "curl http://h/a -d '{"},
    {"no address", "curl -d '{}'"},
};

} // namespace

class PastedRequestTest : public QObject {
    Q_OBJECT

private slots:
    void readsWhatPeoplePaste_data();
    void readsWhatPeoplePaste();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void survivesEveryCut();
};

void PastedRequestTest::readsWhatPeoplePaste_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t index = 0; index < samples.size(); ++index)
        QTest::newRow(samples[index].name) << static_cast<int>(index);
}

void PastedRequestTest::readsWhatPeoplePaste()
{
    QFETCH(int, index);
    const Sample &sample = samples.at(static_cast<std::size_t>(index));
    const auto request = readPastedRequest(sample.text);
    QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
    QCOMPARE(request->method, sample.method);
    QCOMPARE(request->target, sample.target);
    QCOMPARE(headersOf(*request), sample.headers);
    QCOMPARE(*request->body, sample.body);
}

void PastedRequestTest::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &[name, text] : refusals)
        QTest::newRow(name) << QString::fromStdString(text);
}

void PastedRequestTest::saysWhatIsMissing()
{
    QFETCH(QString, text);
    const auto request = readPastedRequest(text.toStdString());
    QVERIFY(!request.has_value());
    QCOMPARE(request.error().code, ErrorCode::InvalidRequest);
    QVERIFY(!request.error().message.empty());
}

void PastedRequestTest::survivesEveryCut()
{
    for (const Sample &sample : samples) {
        for (std::size_t size = 0; size <= sample.text.size(); ++size) {
            const auto request = readPastedRequest(sample.text.substr(0, size));
            QVERIFY(!request || request->body != nullptr);
        }
    }
}

QTEST_APPLESS_MAIN(PastedRequestTest)
#include "tst_pasted_request.moc"
