// What Amazon's own clients ask of Bedrock's jobs and of S3 below "/bedrock", against a strict S3 and Bedrock.
#include "gateway/base/percent_encoding.h"
#include "gateway/config/aws_role.h"
#include "gateway/pipeline/aws_request.h"
#include "tests/core/bedrock_stored_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::BedrockBatchService;
using tests::FakeExchange;
using tests::PipelineScene;
using namespace tests::bedrock;

namespace {

json ownJob(const std::string &input)
{
    return {{"jobName", "mine"},
            {"clientRequestToken", "t"},
            {"modelId", model},
            {"modelInvocationType", "InvokeModel"},
            {"roleArn", BedrockBatchService::roleArn},
            {"timeoutDurationInHours", 24},
            {"inputDataConfig", {{"s3InputDataConfig", {{"s3InputFormat", "JSONL"}, {"s3Uri", input}}}}},
            {"outputDataConfig", {{"s3OutputDataConfig", {{"s3Uri", "s3://batches/team/out/"}}}}}};
}

} // namespace

class BedrockForwardingTest : public QObject {
    Q_OBJECT

private slots:
    void passesJobsOfAmazonsClients();
    void refusesJobsElsewhere();
    void passesObjectsOfAmazonsClients();
    void refusesWhatElseS3Can_data();
    void refusesWhatElseS3Can();
    void findsTheStorageOfEachHost_data();
    void findsTheStorageOfEachHost();
    void signsInTheRoleOfItsKey();
};

void BedrockForwardingTest::passesJobsOfAmazonsClients()
{
    Scene scene;
    scene.amazon.objects["batches/team/a.jsonl"] = {R"({"recordId":"a","modelInput":{}})", {}};
    const json job = ownJob("s3://batches/team/a.jsonl");
    QCOMPARE(scene.ask("POST", "/bedrock/model-invocation-job", job.dump()), 200);
    QCOMPARE(scene.amazon.job, job);
    const std::string arn = scene.textOf("jobArn");
    for (const std::string &id : {percentEncoded(arn), std::string("abc123def456")}) {
        QCOMPARE(scene.ask("GET", "/bedrock/model-invocation-job/" + id), 200);
        QCOMPARE(scene.textOf("jobArn"), arn);
    }
    QCOMPARE(scene.ask("GET", "/bedrock/model-invocation-jobs?sortBy=CreationTime&sortOrder=Descending"), 200);
    QCOMPARE(scene.told().at("invocationJobSummaries").size(), std::size_t(1));
    QCOMPARE(scene.ask("POST", "/bedrock/model-invocation-job/" + percentEncoded(arn) + "/stop"), 200);
    QCOMPARE(scene.amazon.status, std::string("Stopping"));
    QCOMPARE(scene.ask("GET", "/bedrock/model-invocation-job/other"), 404);
    QVERIFY2(scene.says("The provided job does not exist."), scene.exchange->body.c_str());
}

void BedrockForwardingTest::refusesJobsElsewhere()
{
    Scene scene;
    for (const char *input : {"s3://payroll/a.jsonl", "s3://batches/teams/a.jsonl", "a", ""}) {
        QCOMPARE(scene.ask("POST", "/bedrock/model-invocation-job", ownJob(input).dump()), 400);
        QVERIFY2(scene.says("/inputDataConfig/s3InputDataConfig/s3Uri"), scene.exchange->body.c_str());
    }
    QVERIFY(scene.asked.empty());
}

void BedrockForwardingTest::passesObjectsOfAmazonsClients()
{
    Scene scene;
    const std::string path = "/bedrock/files/batches/team/a%20b.jsonl";
    auto put = std::make_unique<FakeExchange>("PUT", path, "{\"recordId\":\"a\"}\n{",
                                              HeaderList{{"Content-Type", "application/jsonl"},
                                                         {"x-amz-meta-kind", "mine"},
                                                         {"x-amz-security-token", "of the client"},
                                                         {"Authorization", "AWS4-HMAC-SHA256 Credential=dummy/x"}});
    QCOMPARE(scene.send(std::move(put)), 200);
    QCOMPARE(scene.amazon.objects.at("batches/team/a b.jsonl").bytes, std::string("{\"recordId\":\"a\"}\n{"));
    QCOMPARE(scene.amazon.objects.at("batches/team/a b.jsonl").metadata.value("x-amz-meta-kind"),
             std::string_view("mine"));
    QCOMPARE(scene.ask("GET", path + "?x-id=GetObject"), 200);
    QCOMPARE(scene.exchange->body, std::string("{\"recordId\":\"a\"}\n{"));
    QCOMPARE(scene.ask("HEAD", path), 200);
    QCOMPARE(scene.exchange->head->headers.value("x-amz-meta-kind"), std::string_view("mine"));
    QCOMPARE(scene.ask("GET", "/bedrock/files/batches?list-type=2&prefix=team%2F"), 200);
    QVERIFY(scene.says("<Key>team/a b.jsonl</Key>"));
    QCOMPARE(scene.ask("DELETE", path), 204);
    QCOMPARE(scene.ask("GET", path), 404);
    QVERIFY2(scene.says("<Code>NoSuchKey</Code>"), scene.exchange->body.c_str()); // its libraries read XML
}

void BedrockForwardingTest::refusesWhatElseS3Can_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const char *method, const char *path, const char *field = "") {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(field);
    };
    row("rights", "GET", "/bedrock/files/batches/team/a?acl");
    row("rights of a bucket", "GET", "/bedrock/files/batches?policy");
    row("the first list", "GET", "/bedrock/files/batches?prefix=team/");
    row("above the prefix", "GET", "/bedrock/files/batches?list-type=2");
    row("beside the prefix", "GET", "/bedrock/files/batches?list-type=2&prefix=teams/");
    row("another bucket", "GET", "/bedrock/files/payroll/a");
    row("another object", "DELETE", "/bedrock/files/batches/other");
    row("an encoded way out", "GET", "/bedrock/files/batches/team/..%2Fx");
    row("uploads in pieces", "POST", "/bedrock/files/batches/team/a?uploads");
    row("signed pieces", "PUT", "/bedrock/files/batches/team/a", "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
}

void BedrockForwardingTest::refusesWhatElseS3Can()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, field);
    Scene scene;
    const int status = scene.send(std::make_unique<FakeExchange>(
        method.toStdString(), path.toStdString(), "", HeaderList{{"x-amz-content-sha256", field.toStdString()}}));
    QVERIFY2(status >= 400 && status < 500, scene.exchange->body.c_str());
    QVERIFY(scene.asked.empty());
}

void BedrockForwardingTest::findsTheStorageOfEachHost_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("bucket");
    QTest::addColumn<QByteArray>("storage");
    QTest::addColumn<QByteArray>("target");
    const auto row = [](const char *name, const char *host, const char *bucket, const char *storage,
                        const char *target) {
        QTest::newRow(name) << QByteArray(host) << QByteArray(bucket) << QByteArray(storage) << QByteArray(target);
    };
    row("models", "bedrock-runtime.us-east-1.amazonaws.com", "batches", "batches.s3.us-east-1.amazonaws.com",
        "/a%20b/c?q");
    row("control plane", "bedrock.eu-west-1.amazonaws.com", "batches", "batches.s3.eu-west-1.amazonaws.com",
        "/a%20b/c?q");
    row("a bucket with dots", "bedrock-runtime.us-east-1.amazonaws.com", "batches.two", "s3.us-east-1.amazonaws.com",
        "/batches.two/a%20b/c?q");
    row("FIPS", "bedrock-runtime-fips.us-gov-west-1.amazonaws.com", "batches",
        "batches.s3-fips.us-gov-west-1.amazonaws.com", "/a%20b/c?q");
    row("China", "bedrock-runtime.cn-north-1.amazonaws.com.cn", "batches", "batches.s3.cn-north-1.amazonaws.com.cn",
        "/a%20b/c?q");
    row("one's own", "127.0.0.1", "batches", "127.0.0.1", "/base/batches/a%20b/c?q");
    row("one's own with the name", "bedrock-runtime.example.com", "batches", "bedrock-runtime.example.com",
        "/base/batches/a%20b/c?q");
}

void BedrockForwardingTest::findsTheStorageOfEachHost()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, bucket);
    QFETCH(QByteArray, storage);
    QFETCH(QByteArray, target);
    auto route = std::make_shared<net::UpstreamRoute>();
    route->host = host.toStdString();
    net::UpstreamRequest request;
    request.route = route;
    request.awsSigning = std::make_shared<const net::AwsSigning>(net::AwsSigning{{}, {"us-east-1", "bedrock"}});
    pipeline::goToStorage(request, "/base", {bucket.toStdString(), "a b/c"}, "q");
    QCOMPARE(request.route->host, storage.toStdString());
    QCOMPARE(request.target, target.toStdString());
    QCOMPARE(request.awsSigning->scope, (net::AwsScope{"us-east-1", "s3"}));
}

void BedrockForwardingTest::signsInTheRoleOfItsKey()
{
    auto made = provider();
    AwsRole role;
    role.arn = "arn:aws:iam::123456789012:role/x";
    role.region = "us-east-1";
    role.caller = made.keys.front().aws;
    made.keys.front().tokenGrant = config::roleGrant(std::move(role), {});
    PipelineScene scene({made});
    FakeExchange exchange("GET", "/v1/files?provider=bedrock");
    scene.send(exchange);
    QCOMPARE(scene.transport.callCount(), std::size_t(1));
    QVERIFY(scene.sent().tokenGrant == made.keys.front().tokenGrant);
    QVERIFY(scene.sent().awsSigning->credentials.isEmpty()); // they come when it is sent
    QCOMPARE(scene.sent().awsSigning->scope, (net::AwsScope{"us-east-1", "s3"}));
}

QTEST_GUILESS_MAIN(BedrockForwardingTest)
#include "tst_bedrock_forwarding.moc"
