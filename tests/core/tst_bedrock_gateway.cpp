// A batch of Bedrock from its file to its results, through a whole gateway and real connections.
#include "tests/core/bedrock_batch_service.h"
#include "tests/support/fake_upstream.h"
#include "tests/support/form_body.h"
#include "tests/support/gateway_under_test.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::BedrockBatchService;
using tests::FakePeer;
using tests::FakeUpstream;
using tests::ReceivedRequest;

namespace {

struct Amazon {
    BedrockBatchService service;
    std::vector<std::string> asked;
    FakeUpstream upstream{[this](FakePeer &peer, const ReceivedRequest &request) { answer(peer, request); }};

    Amazon() { service.ownHost = "127.0.0.1:" + std::to_string(upstream.port()); }

    void answer(FakePeer &peer, const ReceivedRequest &received)
    {
        auto route = std::make_shared<net::UpstreamRoute>();
        route->scheme = "http";
        route->host = std::string(received.headers.value("host"));
        net::UpstreamRequest request;
        request.route = route;
        request.method = received.method;
        request.target = received.target;
        request.headers = received.headers;
        request.body = std::make_shared<const std::string>(received.body);
        asked.push_back(request.method + ' ' + request.target.substr(0, request.target.find('?')));
        auto answer = service.answer(request);
        answer.headers.remove("Content-Length");
        if (received.method != "HEAD") {
            peer.answer(answer.status, answer.headers, answer.body);
            return;
        }
        std::string head = "HTTP/1.1 " + std::to_string(answer.status)
                           + " X\r\nContent-Length: " + std::to_string(answer.body.size()) + "\r\n";
        for (const HeaderField &field : answer.headers)
            head += field.name + ": " + field.value + "\r\n";
        peer.send(head + "\r\n");
    }
};

void setUp(tests::GatewayUnderTest &gateway, const Amazon &amazon)
{
    const json provider{{"provider", "bedrock"},
                        {"network_config", {{"base_url", "http://" + amazon.service.ownHost}}}};
    QCOMPARE(gateway.call("POST", "/api/providers", QByteArray::fromStdString(provider.dump())).status, 200);
    const json key{
        {"name", "aws"},
        {"models", {"*"}},
        {"weight", 1},
        {"value", ""},
        {"bedrock_key_config",
         {{"access_key", BedrockBatchService::accessKeyId},
          {"secret_key", BedrockBatchService::secretAccessKey},
          {"region", "us-east-1"},
          {"batch_s3_config",
           {{"buckets", json::array({{{"bucket_name", "batches"}, {"prefix", "team"}, {"is_default", true}}})},
            {"role_arn", BedrockBatchService::roleArn}}}}}};
    QCOMPARE(gateway.call("POST", "/api/providers/bedrock/keys", QByteArray::fromStdString(key.dump())).status, 200);
}

std::string lineFor(int number)
{
    return json{{"custom_id", "request-" + std::to_string(number)},
                {"method", "POST"},
                {"url", "/v1/chat/completions"},
                {"body",
                 {{"model", "bedrock/amazon.nova-micro-v1:0"},
                  {"max_tokens", 9},
                  {"messages", json::array({{{"role", "user"}, {"content", std::string(400, 'x')}}})}}}}
               .dump()
           + '\n';
}

json told(const tests::ClientAnswer &answer)
{
    return json::parse(answer.body.toStdString(), nullptr, false);
}

} // namespace

class BedrockGatewayTest : public QObject {
    Q_OBJECT

private slots:
    void servesABatchFromItsFileToItsResults()
    {
        constexpr int count = 4000; // more than 1 MB: it waits on the disk
        Amazon amazon;
        tests::GatewayUnderTest gateway(1);
        setUp(gateway, amazon);
        std::string lines;
        for (int number = 0; number < count; ++number)
            lines += lineFor(number);
        const std::string form =
            tests::formField("purpose", "batch") + tests::formFile("file", "in.jsonl", lines) + tests::formEnd;
        const auto uploaded = gateway.call("POST", "/v1/files?provider=bedrock", QByteArray::fromStdString(form),
                                           QByteArray::fromStdString("Content-Type: " + tests::formType + "\r\n"));
        QVERIFY2(uploaded.status == 200, uploaded.body.constData());
        const std::string file = told(uploaded).at("id").get<std::string>();
        const std::string &kept = amazon.service.objects.begin()->second.bytes;
        QCOMPARE(std::count(kept.begin(), kept.end(), '\n'), std::ptrdiff_t(count));
        QVERIFY(kept.starts_with("{\"recordId\":\"request-0\",\"modelInput\":{"));

        const auto described =
            gateway.call("GET", QByteArray::fromStdString("/v1/files/" + file + "?provider=bedrock"));
        QVERIFY2(described.status == 200, described.body.constData());
        QCOMPARE(told(described).at("bytes").get<std::size_t>(), kept.size());

        const json asked{{"provider", "bedrock"},
                         {"model", "amazon.nova-micro-v1:0"},
                         {"input_file_id", file},
                         {"endpoint", "/v1/chat/completions"},
                         {"completion_window", "24h"}};
        const auto made = gateway.call("POST", "/v1/batches", QByteArray::fromStdString(asked.dump()));
        QVERIFY2(made.status == 200, made.body.constData());
        QCOMPARE(told(made).at("status").get<std::string>(), std::string("validating"));
        amazon.service.runJob();
        const auto done =
            gateway.call("GET", QByteArray("/v1/batches/") + BedrockBatchService::jobId + "?provider=bedrock");
        QCOMPARE(told(done).at("status").get<std::string>(), std::string("completed"));
        const std::string output = told(done).at("output_file_id").get<std::string>();
        const auto results =
            gateway.call("GET", QByteArray::fromStdString("/v1/files/" + output + "/content?provider=bedrock"));
        QCOMPARE(results.status, 200);
        QVERIFY(results.isWhole);
        QCOMPARE(results.body.count('\n'), count);
        const json first = json::parse(results.body.left(results.body.indexOf('\n')).toStdString());
        QCOMPARE(first.at("custom_id").get<std::string>(), std::string("request-0"));
        QCOMPARE(first.at("response").at("body").at("choices").at(0).at("message").at("content").get<std::string>(),
                 std::string("Hello"));
        // Each went to Amazon once, and the key's secret to nobody.
        QCOMPARE(amazon.asked.size(), std::size_t(7));
        for (const char *path : {"/api/providers/bedrock/keys", "/api/logs"})
            QVERIFY(!gateway.call("GET", path).body.contains(BedrockBatchService::secretAccessKey));
        QVERIFY(gateway.call("GET", "/api/providers/bedrock/keys").body.contains("\"bucket_name\":\"batches\""));
    }
};

QTEST_GUILESS_MAIN(BedrockGatewayTest)
#include "tst_bedrock_gateway.moc"
