// Replicate's deployments, names, lists and files for clients of OpenAI's, through the whole pipeline.
#include "tests/core/media_rules.h"
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::PipelineScene;

namespace {

const std::string version(64, 'a');
const HeaderList jsonType{{"Content-Type", "application/json"}};
constexpr const char *file =
    R"({"id":"f1","content_type":"application/pdf","size":1024,"created_at":"2025-04-15T18:37:24.100435Z",)"
    R"("expires_at":"2025-04-16T18:37:24Z","metadata":{"filename":"a.pdf","purpose":"user_data"},)"
    R"("urls":{"get":"https://api.replicate.com/v1/files/f1"},"checksums":{"sha256":"0"}})";

config::ProviderDefinition replicate(bool asksDeployments = false)
{
    auto provider = tests::makeProvider("replicate");
    provider.preset = "replicate";
    provider.keys[0].placeInForce.asksDeployments = asksDeployments;
    return provider;
}

// A question without a body, and where it went.
struct Asked {
    Asked(config::ProviderDefinition provider, const char *method, const QByteArray &path)
        : scene({std::move(provider)}), exchange(method, path.toStdString())
    {
        scene.send(exchange);
    }
    QByteArray sent()
    {
        if (scene.transport.callCount() != 1)
            return QByteArray::fromStdString("not sent: " + exchange.body);
        return QByteArray::fromStdString(scene.sent().method + ' ' + scene.sent().target);
    }
    PipelineScene scene;
    FakeExchange exchange;
};

} // namespace

class ReplicateProviderTest : public QObject {
    Q_OBJECT

private slots:
    void asksForModelsAndDeployments_data();
    void asksForModelsAndDeployments();
    void refusesNamesThatAreNone();
    void asksForPicturesAndFilmsOfDeployments_data();
    void asksForPicturesAndFilmsOfDeployments();
    void putsTheAliasIn();
    void listsModelsPageByPage();
    void endsTheListOfThePublic();
    void listsDeployments();
    void takesNoAddressFromAList();
    void looksAModelUp();
    void uploadsAFile();
    void asksAboutFiles_data();
    void asksAboutFiles();
    void fetchesAFileByItsSignature();
    void refusesFilesThatCannotBeHad_data();
    void refusesFilesThatCannotBeHad();
};

void ReplicateProviderTest::asksForModelsAndDeployments_data()
{
    QTest::addColumn<bool>("asksDeployments");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("version");
    const QByteArray digits = QByteArray::fromStdString(version);
    QTest::newRow("a model") << false << QByteArray("meta/llama-4") << QByteArray("/v1/models/meta/llama-4/predictions")
                             << QByteArray();
    QTest::newRow("a deployment") << true << QByteArray("acme/our-llama")
                                  << QByteArray("/v1/deployments/acme/our-llama/predictions") << QByteArray();
    QTest::newRow("a version of a model")
        << false << QByteArray("meta/llama-4:") + digits << QByteArray("/v1/predictions") << digits;
    QTest::newRow("a version is no deployment")
        << true << QByteArray("meta/llama-4:") + digits << QByteArray("/v1/predictions") << digits;
    QTest::newRow("a version alone") << false << digits << QByteArray("/v1/predictions") << digits;
}

void ReplicateProviderTest::asksForModelsAndDeployments()
{
    QFETCH(bool, asksDeployments);
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, version);
    PipelineScene scene({replicate(asksDeployments)});
    FakeExchange exchange("POST", "/v1/chat/completions",
                          json{{"model", "replicate/" + model.toStdString()},
                               {"messages", json::array({{{"role", "user"}, {"content", "Hi"}}})}}
                              .dump(),
                          jsonType);
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    const auto problem = tests::problemOfMedia(scene.sent());
    QVERIFY2(!problem, problem ? problem->c_str() : "");
    QCOMPARE(scene.sent().target, target.toStdString());
    QCOMPARE(scene.sentBody().value("version", std::string()), version.toStdString());
    scene.transport.lastCall()->answer(201, R"({"id":"p1","status":"succeeded","output":"Hello"})");
    QVERIFY2(exchange.body.find("Hello") != std::string::npos, exchange.body.c_str());
}

void ReplicateProviderTest::refusesNamesThatAreNone()
{
    for (const char *model : {"llama", "a/b/c", "/b", "a/"}) {
        PipelineScene scene({replicate(true)});
        FakeExchange exchange("POST", "/v1/images/generations",
                              json{{"model", "replicate/" + std::string(model)}, {"prompt", "a cat"}}.dump(), jsonType);
        scene.send(exchange);
        QCOMPARE(scene.transport.callCount(), std::size_t(0));
        QCOMPARE(exchange.head->status, 400);
        QVERIFY2(exchange.body.find("owner/name") != std::string::npos, exchange.body.c_str());
    }
}

void ReplicateProviderTest::asksForPicturesAndFilmsOfDeployments_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("pictures") << QByteArray("/v1/images/generations");
    QTest::newRow("films") << QByteArray("/v1/videos");
    QTest::newRow("texts") << QByteArray("/v1/completions");
}

void ReplicateProviderTest::asksForPicturesAndFilmsOfDeployments()
{
    QFETCH(QByteArray, path);
    PipelineScene scene({replicate(true)});
    FakeExchange exchange("POST", path.toStdString(), R"({"model":"replicate/acme/flux","prompt":"a cat"})", jsonType);
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/deployments/acme/flux/predictions"));
}

// A name of one segment, and an alias that ends with the name itself.
void ReplicateProviderTest::putsTheAliasIn()
{
    for (const char *path : {"/v1/images/generations", "/v1/videos", "/v1/completions"}) {
        auto provider = replicate(true);
        provider.keys[0].aliases = {{"flux", "acme/flux"}};
        PipelineScene scene({provider});
        FakeExchange exchange("POST", path, R"({"model":"replicate/flux","prompt":"a cat"})", jsonType);
        scene.send(exchange);
        QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
        QCOMPARE(scene.sent().target, std::string("/v1/deployments/acme/flux/predictions"));
    }
}

void ReplicateProviderTest::listsModelsPageByPage()
{
    Asked asked(replicate(), "GET", "/v1/models");
    QCOMPARE(asked.sent(), QByteArray("GET /v1/models"));
    asked.scene.transport.lastCall()->answer(
        200, R"({"next":"https://elsewhere.example/v1/models?cursor=abc%3D","previous":null,"results":[)"
             R"({"owner":"meta","name":"llama-4","latest_version":{"created_at":"2025-04-15T18:37:24Z"}}]})");
    QCOMPARE(asked.scene.transport.callCount(), std::size_t(2));
    QCOMPARE(asked.scene.sent().target, std::string("/v1/models?cursor=abc%3D"));
    QCOMPARE(asked.scene.sent().route->host, asked.scene.transport.call(0)->request.route->host);
    asked.scene.transport.lastCall()->answer(
        200, R"({"next":null,"previous":"x","results":[{"owner":"acme","name":"cat","latest_version":null}]})");
    const json data = json::parse(asked.exchange.body).at("data");
    QCOMPARE(data.size(), std::size_t(2));
    QCOMPARE(data.at(0).at("id").get<std::string>(), std::string("replicate/meta/llama-4"));
    QCOMPARE(data.at(0).at("created").get<int>(), 1744742244);
    QCOMPARE(data.at(1).at("id").get<std::string>(), std::string("replicate/acme/cat"));
    QCOMPARE(data.at(1).at("owned_by").get<std::string>(), std::string("acme"));
}

// There are thousands, and a client waits for the list.
void ReplicateProviderTest::endsTheListOfThePublic()
{
    Asked asked(replicate(), "GET", "/v1/models");
    for (int page = 1; page <= 4; ++page) {
        QCOMPARE(asked.scene.transport.callCount(), std::size_t(page));
        QVERIFY(!asked.exchange.isComplete());
        asked.scene.transport.lastCall()->answer(
            200, R"({"next":"https://a/v1/models?cursor=x","results":[{"owner":"a","name":"b"}]})");
    }
    QVERIFY(asked.exchange.isComplete());
    QCOMPARE(asked.scene.transport.callCount(), std::size_t(4));
}

void ReplicateProviderTest::listsDeployments()
{
    Asked asked(replicate(true), "GET", "/v1/models");
    QCOMPARE(asked.sent(), QByteArray("GET /v1/deployments"));
    asked.scene.transport.lastCall()->answer(
        200, R"({"next":null,"previous":null,"results":[{"owner":"acme","name":"our-llama","current_release":{}}]})");
    QCOMPARE(json::parse(asked.exchange.body).at("data").at(0).at("id").get<std::string>(),
             std::string("replicate/acme/our-llama"));
}

// What would make another request of it, or another line of this one, is no page.
void ReplicateProviderTest::takesNoAddressFromAList()
{
    for (const char *next : {R"(https://a/v1/models?cursor=a\r\nX-Y: z)", "https://a/v1/models?cursor=a b", "cursor"}) {
        Asked asked(replicate(), "GET", "/v1/models");
        asked.scene.transport.lastCall()->answer(200, std::string(R"({"next":")") + next
                                                          + R"(","results":[{"owner":"a","name":"b"}]})");
        QCOMPARE(asked.scene.transport.callCount(), std::size_t(1));
        QVERIFY(asked.exchange.isComplete());
    }
}

void ReplicateProviderTest::looksAModelUp()
{
    Asked asked(replicate(), "GET", "/v1/models/replicate/meta/llama-4");
    QCOMPARE(asked.sent(), QByteArray("GET /v1/models/meta/llama-4"));
    asked.scene.transport.lastCall()->answer(200, R"({"owner":"meta","name":"llama-4","visibility":"public"})");
    QVERIFY2(asked.exchange.body.find(R"("id":"replicate/meta/llama-4")") != std::string::npos,
             asked.exchange.body.c_str());
    Asked deployed(replicate(true), "GET", "/v1/models/replicate/acme/our-llama");
    QCOMPARE(deployed.sent(), QByteArray("GET /v1/deployments/acme/our-llama"));
}

void ReplicateProviderTest::uploadsAFile()
{
    PipelineScene scene({replicate()});
    FakeExchange exchange("POST", "/v1/files?provider=replicate",
                          "--X\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nuser_data\r\n"
                          "--X\r\nContent-Disposition: form-data; name=\"expires_after[seconds]\"\r\n\r\n9\r\n"
                          "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                          "Content-Type: application/pdf\r\n\r\n%PDF\r\n--X--\r\n",
                          {{"Content-Type", "multipart/form-data; boundary=X"}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/files"));
    QCOMPARE(scene.sent().headers.value("authorization"), std::string_view("Bearer value"));
    QCOMPARE(scene.sent().headers.value("content-type"), std::string_view("multipart/form-data; boundary=X"));
    QCOMPARE(*scene.sent().body, std::string("--X\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                                             "Content-Type: application/json\r\n\r\n"
                                             "{\"filename\":\"a.pdf\",\"purpose\":\"user_data\"}\r\n"
                                             "--X\r\nContent-Disposition: form-data; name=\"content\"; "
                                             "filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                                             "%PDF\r\n--X--\r\n"));
    scene.transport.lastCall()->answer(201, file);
    QVERIFY(scene.hasNote("dropped /expires_after[seconds]"));
    json told = json::parse(exchange.body);
    told.erase("extra_fields");
    QCOMPARE(told, json({{"id", "f1"},
                         {"object", "file"},
                         {"bytes", 1024},
                         {"created_at", 1744742244},
                         {"expires_at", 1744828644},
                         {"filename", "a.pdf"},
                         {"purpose", "user_data"},
                         {"status", "processed"}}));
    QCOMPARE(scene.record().operation, std::string("file_upload"));
}

void ReplicateProviderTest::asksAboutFiles_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("list") << QByteArray("GET") << QByteArray("/v1/files?provider=replicate&limit=2&page_token=a%3D")
                          << QByteArray("GET /v1/files?cursor=a%3D") << 200
                          << QByteArray("{\"next\":\"https://a/v1/files?cursor=b%3D\",\"previous\":null,\"results\":[")
                                 + file + "]}"
                          << QByteArray(R"("has_more":false,"next_page_token":"b=")");
    QTest::newRow("one") << QByteArray("GET") << QByteArray("/v1/files/f1?provider=replicate")
                         << QByteArray("GET /v1/files/f1") << 200 << QByteArray(file)
                         << QByteArray(R"("filename":"a.pdf")");
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/v1/files/f1?provider=replicate")
                            << QByteArray("DELETE /v1/files/f1") << 204 << QByteArray()
                            << QByteArray(R"("deleted":true)");
}

void ReplicateProviderTest::asksAboutFiles()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, sent);
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, told);
    Asked asked(replicate(), method.constData(), path);
    QCOMPARE(asked.sent(), sent);
    asked.scene.transport.lastCall()->answer(status, answer.toStdString());
    QVERIFY(asked.exchange.isComplete());
    QCOMPARE(asked.exchange.head->status, 200);
    QVERIFY2(asked.exchange.body.find(told.toStdString()) != std::string::npos, asked.exchange.body.c_str());
}

void ReplicateProviderTest::fetchesAFileByItsSignature()
{
    Asked asked(replicate(), "GET",
                "/v1/files/f1/content?provider=replicate&signature=a%2Fb%3D&owner=acme&expiry=1708515345");
    QCOMPARE(asked.sent(), QByteArray("GET /v1/files/f1/download?owner=acme&expiry=1708515345&signature=a%2Fb%3D"));
    asked.scene.transport.lastCall()->answer(200, "%PDF", "application/pdf");
    QCOMPARE(asked.exchange.body, std::string("%PDF"));
    QCOMPARE(asked.exchange.head->headers.value("content-type"), std::string_view("application/pdf"));
}

void ReplicateProviderTest::refusesFilesThatCannotBeHad_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("without a signature") << QByteArray("/v1/files/f1/content?provider=replicate&owner=acme")
                                         << QByteArray("/expiry");
    QTest::newRow("behind an id") << QByteArray("/v1/files?provider=replicate&after=f1") << QByteArray("page_token");
}

void ReplicateProviderTest::refusesFilesThatCannotBeHad()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, words);
    Asked asked(replicate(), "GET", path);
    QCOMPARE(asked.scene.transport.callCount(), std::size_t(0));
    QCOMPARE(asked.exchange.head->status, 400);
    QVERIFY2(asked.exchange.body.find(words.toStdString()) != std::string::npos, asked.exchange.body.c_str());
}

QTEST_GUILESS_MAIN(ReplicateProviderTest)
#include "tst_replicate_provider.moc"
