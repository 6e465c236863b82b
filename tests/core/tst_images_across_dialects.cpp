// Pictures that clients of OpenAI's ask of Gemini, Vertex and Bedrock, through the whole pipeline.
#include "tests/core/pipeline_scene.h"
#include "tests/support/form_body.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::formField;
using tests::formType;
using tests::makeProvider;
using tests::PipelineScene;
using translation::DialectFamily;

namespace {

const std::string png = "\x89PNG\r\n\x1a\n";

std::string file(const std::string &name, const std::string &bytes)
{
    return tests::formFile(name, "a", bytes);
}

FakeExchange generate(const json &body, HeaderList headers = {})
{
    headers.add("Content-Type", "application/json");
    return FakeExchange("POST", "/v1/images/generations", body.dump(), std::move(headers));
}

FakeExchange edit(const std::string &fields)
{
    return FakeExchange("POST", "/v1/images/edits", fields + tests::formEnd, {{"Content-Type", formType}});
}

config::ProviderDefinition bedrock()
{
    auto provider = makeProvider("bedrock", DialectFamily::Bedrock);
    provider.credentialScheme = config::CredentialScheme::AwsSigV4;
    return provider;
}

const std::string geminiAnswer =
    R"({"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}}]},)"
    R"("finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":7,"candidatesTokenCount":1290},"modelVersion":"g"})";

} // namespace

class ImagesAcrossDialectsTest : public QObject {
    Q_OBJECT

private slots:
    void makesPicturesWithGemini();
    void editsPicturesWithGemini_data();
    void editsPicturesWithGemini();
    void variesPicturesWithBedrock();
    void asksVertexWhereItListens();
    void refusesWhatCannotBeSent_data();
    void refusesWhatCannotBeSent();
    void refusesLossesInStrictMode();
    void tellsWhyThereIsNoPicture();
};

void ImagesAcrossDialectsTest::makesPicturesWithGemini()
{
    PipelineScene scene({makeProvider("gemini", DialectFamily::Gemini)});
    FakeExchange exchange = generate({{"model", "gemini/gemini-2.5-flash-image"}, {"prompt", "a cat"}, {"user", "me"}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1beta/models/gemini-2.5-flash-image:generateContent"));
    scene.transport.lastCall()->answer(200, geminiAnswer);
    const json answer = json::parse(exchange.body);
    QCOMPARE(answer.at("data").at(0).at("b64_json").get<std::string>(), std::string("iVBORw0KGgo="));
    QVERIFY(answer.at("created").is_number());
    QCOMPARE(answer.at("extra_fields").at("provider").get<std::string>(), std::string("gemini"));
    QCOMPARE(scene.record().usage.output, std::optional<std::int64_t>(1290));
    QCOMPARE(scene.record().operation, std::string("image_generation"));
    QVERIFY(scene.hasNote("dropped /user"));
}

void ImagesAcrossDialectsTest::editsPicturesWithGemini_data()
{
    QTest::addColumn<bool>("isOnDisk");
    QTest::newRow("in the memory") << false;
    QTest::newRow("on the disk") << true;
}

void ImagesAcrossDialectsTest::editsPicturesWithGemini()
{
    QFETCH(bool, isOnDisk);
    PipelineScene scene({makeProvider("gemini", DialectFamily::Gemini)});
    const std::string form = formField("model", "gemini/g-image") + formField("prompt", "blue") + formField("n", "1")
                             + file("image[]", png + "one") + file("image[]", png + "two") + tests::formEnd;
    FakeExchange exchange("POST", "/v1/images/edits", isOnDisk ? std::string() : form, {{"Content-Type", formType}});
    if (isOnDisk)
        tests::spool(exchange, form);
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    const json parts = scene.sentBody().at("contents").at(0).at("parts");
    QCOMPARE(parts.size(), std::size_t(3));
    QCOMPARE(parts.at(0).at("text").get<std::string>(), std::string("blue"));
    QCOMPARE(parts.at(1).at("inlineData"), json({{"mimeType", "image/png"}, {"data", "iVBORw0KGgpvbmU="}}));
    QCOMPARE(parts.at(2).at("inlineData").at("data").get<std::string>(), std::string("iVBORw0KGgp0d28="));
    QCOMPARE(scene.sent().headers.value("content-type"), std::string_view("application/json"));
    scene.transport.lastCall()->answer(200, geminiAnswer);
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(scene.record().operation, std::string("image_edit"));
}

void ImagesAcrossDialectsTest::variesPicturesWithBedrock()
{
    PipelineScene scene({bedrock()});
    FakeExchange exchange("POST", "/v1/images/variations",
                          formField("model", "bedrock/amazon.nova-canvas-v1:0") + formField("n", "2")
                              + file("image", png) + tests::formEnd,
                          {{"Content-Type", formType}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/model/amazon.nova-canvas-v1%3A0/invoke"));
    QCOMPARE(scene.sentBody().at("imageGenerationConfig").at("numberOfImages").get<int>(), 2);
    scene.transport.lastCall()->answer(200, R"({"images":["iVBORw0KGgo=","iVBORw0KGgo="],"error":null})");
    QCOMPARE(json::parse(exchange.body).at("data").size(), std::size_t(2));
}

void ImagesAcrossDialectsTest::asksVertexWhereItListens()
{
    auto vertex = makeProvider("vertex", DialectFamily::Gemini);
    vertex.credentialScheme = config::CredentialScheme::GoogleCloud;
    vertex.keys[0].placeInForce.project = "project-1";
    vertex.keys[0].region = "europe-west4";
    PipelineScene scene({vertex});
    FakeExchange exchange = generate({{"model", "vertex/imagen-4.0-generate-001"}, {"prompt", "a cat"}, {"n", 2}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sent().target, std::string("/v1/projects/project-1/locations/europe-west4/publishers/google/models/"
                                              "imagen-4.0-generate-001:predict"));
    QCOMPARE(scene.sentBody().at("parameters").at("sampleCount").get<int>(), 2);
}

void ImagesAcrossDialectsTest::refusesWhatCannotBeSent_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("words");
    const std::string model = formField("model", "gemini/g-image") + formField("prompt", "blue");
    const auto row = [](const char *name, const std::string &form, const char *words) {
        QTest::newRow(name) << QByteArray::fromStdString(form) << QByteArray(words);
    };
    row("a mask", model + file("image", png) + file("mask", png), "/mask");
    row("no picture", model, "at least one image is required");
    row("another file", model + file("image", "%PDF-1.7"), "/image");
}

void ImagesAcrossDialectsTest::refusesWhatCannotBeSent()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, words);
    PipelineScene scene({makeProvider("gemini", DialectFamily::Gemini)});
    FakeExchange exchange = edit(form.toStdString());
    scene.send(exchange);
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find(words.toStdString()) != std::string::npos, exchange.body.c_str());
}

void ImagesAcrossDialectsTest::refusesLossesInStrictMode()
{
    PipelineScene scene({makeProvider("gemini", DialectFamily::Gemini)});
    FakeExchange exchange =
        generate({{"model", "gemini/g-image"}, {"prompt", "a"}, {"n", 2}}, {{"x-bf-strict", "true"}});
    scene.send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find("/n") != std::string::npos, exchange.body.c_str());
}

void ImagesAcrossDialectsTest::tellsWhyThereIsNoPicture()
{
    PipelineScene scene({makeProvider("gemini", DialectFamily::Gemini)});
    FakeExchange exchange = generate({{"model", "gemini/g-image"}, {"prompt", "a"}});
    scene.send(exchange);
    scene.transport.lastCall()->answer(200, R"({"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}})");
    QCOMPARE(exchange.head->status, 400);
    QVERIFY2(exchange.body.find("PROHIBITED_CONTENT") != std::string::npos, exchange.body.c_str());
    QCOMPARE(scene.transport.callCount(), std::size_t(1)); // asking again would be refused again
}

QTEST_GUILESS_MAIN(ImagesAcrossDialectsTest)
#include "tst_images_across_dialects.moc"
