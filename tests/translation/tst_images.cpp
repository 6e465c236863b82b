// Pictures in the words of Gemini, Imagen, Amazon and Stability: what is asked, what is answered, what is noted.
#include "gateway/translation/images/image_codec.h"
#include "tests/support/json_comparison.h"
#include "tests/translation/conversion_notes.h"

#include <QTest>

using namespace gateway;
using namespace gateway::translation;

namespace {

constexpr auto png = "iVBORw0KGgo=";

ImageRequest requestOf(const char *body, ImageTask task = ImageTask::Generate)
{
    std::vector<Picture> pictures;
    if (task != ImageTask::Generate)
        pictures.push_back({"image/png", png});
    const auto request = readImageRequest(task, Json::parse(body), std::move(pictures));
    if (!request)
        qFatal("%s", request.error().message.c_str());
    return *request;
}

struct Asked {
    std::string path;
    Json body;
    ConversionReport report;
};

Asked ask(const ImageCodec &codec, const ImageRequest &request, const ImageCall &call)
{
    Asked asked;
    const auto encoded = codec.encodeRequest(request, call, asked.report);
    if (!encoded)
        qFatal("%s", encoded.error().message.c_str());
    asked.path = encoded->path;
    asked.body = Json::parse(encoded->body);
    return asked;
}

} // namespace

class ImagesTest : public QObject {
    Q_OBJECT

private slots:
    void knowsWhoMakesPictures();
    void readsNumbersOfAForm();
    void refusesWhatCannotBeMeant_data();
    void refusesWhatCannotBeMeant();
    void asksAGeminiModel();
    void editsWithAGeminiModel();
    void asksImagen();
    void editsWithImagenAtVertexOnly();
    void asksAmazon();
    void variesWithAmazon();
    void asksStability();
    void editsWithStability();
    void takesTheNearestShape_data();
    void takesTheNearestShape();
    void readsWhatGeminiAnswers();
    void readsWhatImagenAnswers();
    void readsWhatBedrockAnswers();
    void tellsWhyThereIsNoPicture_data();
    void tellsWhyThereIsNoPicture();
    void answersInOpenAisWords();
    void knowsPicturesByTheirFirstBytes();
};

void ImagesTest::knowsWhoMakesPictures()
{
    QVERIFY(canMakeImages(DialectFamily::Gemini, {}, ImageTask::Edit));
    QVERIFY(!canMakeImages(DialectFamily::Gemini, {}, ImageTask::Vary));
    QVERIFY(canMakeImages(DialectFamily::Bedrock, {}, ImageTask::Vary));
    QVERIFY(!canMakeImages(DialectFamily::Anthropic, {}, ImageTask::Generate));
    QCOMPARE(findImageCodec(DialectFamily::Gemini, {}, "imagen-4.0-generate-001"), &imagenImages());
    QCOMPARE(findImageCodec(DialectFamily::Gemini, {}, "gemini-2.5-flash-image"), &geminiImages());
    QCOMPARE(findImageCodec(DialectFamily::Bedrock, {}, "stability.sd3-5-large-v1:0"), &stabilityImages());
    QCOMPARE(findImageCodec(DialectFamily::Bedrock, {}, "us.amazon.nova-canvas-v1:0"), &amazonImages());
    QVERIFY(findImageCodec(DialectFamily::Cohere, {}, "command") == nullptr);
    QVERIFY(!imageTaskFromName("speech"));
}

void ImagesTest::readsNumbersOfAForm()
{
    const auto request = requestOf(R"({"prompt":"a","n":"2","seed":"7","output_compression":"80","size":"auto",
        "background":"auto","user":"me","quality":"high","response_format":"url"})");
    QCOMPARE(request.count, std::int64_t(2));
    QCOMPARE(request.seed, std::optional<std::int64_t>(7));
    QCOMPARE(request.compression, std::optional<std::int64_t>(80));
    QVERIFY(request.size.empty());
    QVERIFY(request.wantsUrl);
    QCOMPARE(request.unsaid, std::vector<std::string>{"user"});
}

void ImagesTest::refusesWhatCannotBeMeant_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("pointer");
    QTest::newRow("no prompt") << QByteArray("{}") << QByteArray("/prompt");
    QTest::newRow("no number") << QByteArray(R"({"prompt":"a","n":"two"})") << QByteArray("/n");
    QTest::newRow("none at all") << QByteArray(R"({"prompt":"a","n":0})") << QByteArray("/n");
    QTest::newRow("a size in words") << QByteArray(R"({"prompt":"a","size":"large"})") << QByteArray("/size");
    QTest::newRow("a size of nothing") << QByteArray(R"({"prompt":"a","size":"0x10"})") << QByteArray("/size");
    QTest::newRow("half a shape") << QByteArray(R"({"prompt":"a","aspect_ratio":"16:"})")
                                  << QByteArray("/aspect_ratio");
}

void ImagesTest::refusesWhatCannotBeMeant()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, pointer);
    ConversionReport report;
    const auto request = readImageRequest(ImageTask::Generate, Json::parse(body.toStdString()), {});
    const auto refused = request ? geminiImages().encodeRequest(*request, {"m"}, report) : unexpected(request.error());
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().httpStatus(), 400);
    QVERIFY2(refused.error().message.starts_with(pointer.toStdString() + ":"), refused.error().message.c_str());
}

void ImagesTest::asksAGeminiModel()
{
    const auto asked =
        ask(geminiImages(), requestOf(R"({"prompt":"a cat","n":3,"size":"1536x1024","quality":"high","user":"me"})"),
            {"gemini-2.5-flash-image"});
    QCOMPARE(asked.path, std::string("/v1beta/models/gemini-2.5-flash-image:generateContent"));
    QCOMPARE(asked.body, Json::parse(R"({"contents":[{"role":"user","parts":[{"text":"a cat"}]}],
        "generationConfig":{"responseModalities":["TEXT","IMAGE"],"imageConfig":{"aspectRatio":"3:2"}}})"));
    QVERIFY(hasNote(asked.report, ConversionNote::Kind::Dropped, "/n"));
    QVERIFY(hasNote(asked.report, ConversionNote::Kind::Dropped, "/quality"));
    QVERIFY(hasNote(asked.report, ConversionNote::Kind::Dropped, "/user"));
    QVERIFY(hasNote(asked.report, ConversionNote::Kind::Approximated, "/size"));
}

void ImagesTest::editsWithAGeminiModel()
{
    const auto asked = ask(geminiImages(), requestOf(R"({"prompt":"blue"})", ImageTask::Edit), {"m"});
    QCOMPARE(asked.body["contents"][0]["parts"][1], Json::parse(R"({"inlineData":{"mimeType":"image/png",
        "data":"iVBORw0KGgo="}})"));
    QVERIFY(!asked.body["generationConfig"].contains("imageConfig"));
    QVERIFY(asked.report.notes().empty());
}

void ImagesTest::asksImagen()
{
    const auto asked =
        ask(imagenImages(), requestOf(R"({"prompt":"a cat","n":2,"aspect_ratio":"16:9","output_format":"jpeg",
                               "output_compression":80,"negative_prompt":"dogs","seed":3})"),
            {"imagen-4.0-generate-001", true});
    QCOMPARE(asked.path, std::string("/v1beta/models/imagen-4.0-generate-001:predict"));
    QCOMPARE(asked.body, Json::parse(R"({"instances":[{"prompt":"a cat"}],"parameters":{"sampleCount":2,
        "aspectRatio":"16:9","outputOptions":{"mimeType":"image/jpeg","compressionQuality":80},
        "negativePrompt":"dogs"}})"));
    QVERIFY(hasNote(asked.report, ConversionNote::Kind::Dropped, "/seed"));
    const auto elsewhere =
        ask(imagenImages(), requestOf(R"({"prompt":"a","negative_prompt":"dogs"})"), {"imagen-4.0", false});
    QVERIFY(hasNote(elsewhere.report, ConversionNote::Kind::Dropped, "/negative_prompt"));
}

void ImagesTest::editsWithImagenAtVertexOnly()
{
    const auto request = requestOf(R"({"prompt":"blue","size":"1024x1024"})", ImageTask::Edit);
    const auto asked = ask(imagenImages(), request, {"imagen-3.0-capability-001", true});
    QCOMPARE(asked.body["instances"], Json::parse(R"([{"prompt":"blue","referenceImages":[
        {"referenceType":"REFERENCE_TYPE_RAW","referenceId":1,
         "referenceImage":{"bytesBase64Encoded":"iVBORw0KGgo=","mimeType":"image/png"}}]}])"));
    QVERIFY(hasNote(asked.report, ConversionNote::Kind::Dropped, "/size")); // it keeps its shape
    ConversionReport report;
    const auto refused = imagenImages().encodeRequest(request, {"imagen-3.0-capability-001", false}, report);
    QCOMPARE(refused.error().code, ErrorCode::UnsupportedOperation);
}

void ImagesTest::asksAmazon()
{
    const auto asked =
        ask(amazonImages(), requestOf(R"({"prompt":"a cat","n":2,"size":"1280x720","quality":"hd","seed":5,
                               "negative_prompt":"dogs","output_format":"webp"})"),
            {"amazon.nova-canvas-v1:0"});
    QCOMPARE(asked.path, std::string("/model/amazon.nova-canvas-v1%3A0/invoke"));
    QCOMPARE(asked.body, Json::parse(R"({"taskType":"TEXT_IMAGE","textToImageParams":{"text":"a cat",
        "negativeText":"dogs"},"imageGenerationConfig":{"numberOfImages":2,"width":1280,"height":720,
        "quality":"premium","seed":5}})"));
    QVERIFY(hasNote(asked.report, ConversionNote::Kind::Dropped, "/output_format"));
    const auto shaped = ask(amazonImages(), requestOf(R"({"prompt":"a","aspect_ratio":"1:1"})"), {"m"});
    QCOMPARE(shaped.body["imageGenerationConfig"]["width"].get<int>(), 1024);
    QCOMPARE(shaped.body["imageGenerationConfig"]["height"].get<int>(), 1024);
}

void ImagesTest::variesWithAmazon()
{
    const auto edited = ask(amazonImages(), requestOf(R"({"prompt":"blue"})", ImageTask::Edit), {"m"});
    QCOMPARE(edited.body, Json::parse(R"({"taskType":"IMAGE_VARIATION","imageVariationParams":{"text":"blue",
        "images":["iVBORw0KGgo="]},"imageGenerationConfig":{"numberOfImages":1}})"));
    QVERIFY(hasNote(edited.report, ConversionNote::Kind::Approximated, "/prompt"));
    const auto varied = ask(amazonImages(), requestOf("{}", ImageTask::Vary), {"m"});
    QVERIFY(!varied.body["imageVariationParams"].contains("text"));
    QVERIFY(varied.report.notes().empty());
}

void ImagesTest::asksStability()
{
    const auto asked =
        ask(stabilityImages(), requestOf(R"({"prompt":"a cat","aspect_ratio":"16:9","output_format":"jpeg","seed":5,
                               "negative_prompt":"dogs","n":2})"),
            {"stability.stable-image-core-v1:1"});
    QCOMPARE(asked.body, Json::parse(R"({"prompt":"a cat","negative_prompt":"dogs","seed":5,"output_format":"jpeg",
        "aspect_ratio":"16:9"})"));
    QVERIFY(hasNote(asked.report, ConversionNote::Kind::Dropped, "/n"));
}

void ImagesTest::editsWithStability()
{
    const auto request = requestOf(R"({"prompt":"blue"})", ImageTask::Edit);
    const auto asked = ask(stabilityImages(), request, {"stability.sd3-5-large-v1:0"});
    QCOMPARE(asked.body,
             Json::parse(R"({"prompt":"blue","image":"iVBORw0KGgo=","strength":0.7,"mode":"image-to-image"})"));
    QVERIFY(hasNote(asked.report, ConversionNote::Kind::Injected, "/strength"));
    ConversionReport report;
    const auto refused = stabilityImages().encodeRequest(requestOf("{}", ImageTask::Vary), {"stability.x"}, report);
    QCOMPARE(refused.error().code, ErrorCode::UnsupportedOperation);
}

void ImagesTest::takesTheNearestShape_data()
{
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<QByteArray>("shape");
    QTest::newRow("square") << QByteArray("512x512") << QByteArray("1:1");
    QTest::newRow("nearly square") << QByteArray("1000x1010") << QByteArray("1:1");
    QTest::newRow("wide") << QByteArray("1792x1024") << QByteArray("16:9");
    QTest::newRow("high") << QByteArray("1024x1792") << QByteArray("9:16");
    QTest::newRow("a strip") << QByteArray("4000x10") << QByteArray("21:9");
}

void ImagesTest::takesTheNearestShape()
{
    QFETCH(QByteArray, size);
    QFETCH(QByteArray, shape);
    ImageRequest request;
    request.size = size.toStdString();
    ConversionReport report;
    const auto found = nearestShape(request, {"1:1", "9:16", "16:9", "21:9"}, report);
    QCOMPARE(found.value(), shape.toStdString());
}

void ImagesTest::readsWhatGeminiAnswers()
{
    const auto answer = geminiImages().decodeResponse(R"({"candidates":[{"content":{"parts":[{"text":"Here it is."},
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}}]},"finishReason":"STOP"}],
        "usageMetadata":{"promptTokenCount":265,"candidatesTokenCount":1290,
        "promptTokensDetails":[{"modality":"TEXT","tokenCount":7},{"modality":"IMAGE","tokenCount":258}]},
        "modelVersion":"gemini-2.5-flash-image"})");
    QVERIFY(answer.has_value());
    QCOMPARE(answer->pictures.size(), std::size_t(1));
    QCOMPARE(answer->usage.output, std::optional<std::int64_t>(1290));
    QCOMPARE(answer->pictureTokens, std::int64_t(258));
    const Json said = Json::parse(writeImageResponse(*answer, 1));
    QCOMPARE(said["usage"], Json::parse(R"({"total_tokens":1555,"input_tokens":265,"output_tokens":1290,
        "input_tokens_details":{"text_tokens":7,"image_tokens":258}})"));
}

void ImagesTest::readsWhatImagenAnswers()
{
    const auto answer = imagenImages().decodeResponse(R"({"predictions":[
        {"mimeType":"image/jpeg","bytesBase64Encoded":"/9j/"},{"raiFilteredReason":"one was filtered"},
        {"mimeType":"image/jpeg","bytesBase64Encoded":"/9j/4A=="}]})");
    QCOMPARE(answer->pictures.size(), std::size_t(2));
    QCOMPARE(answer->pictures[1].base64, std::string("/9j/4A=="));
}

void ImagesTest::readsWhatBedrockAnswers()
{
    const auto amazon =
        amazonImages().decodeResponse(R"({"images":["iVBORw0KGgo=","/9j/4AAQSkZJRgABAQ=="],"error":null})");
    QCOMPARE(amazon->pictures.size(), std::size_t(2));
    QCOMPARE(amazon->pictures[0].mediaType, std::string("image/png"));
    QCOMPARE(amazon->pictures[1].mediaType, std::string("image/jpeg"));
    const auto stability =
        stabilityImages().decodeResponse(R"({"seeds":[1],"finish_reasons":[null],"images":["iVBORw0KGgo="]})");
    QCOMPARE(stability->pictures.size(), std::size_t(1));
}

void ImagesTest::tellsWhyThereIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *model, const char *answer, const char *words, int status) {
        QTest::newRow(name) << QByteArray(model) << QByteArray(answer) << QByteArray(words) << status;
    };
    row("Gemini's prompt", "gemini", R"({"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}})", "PROHIBITED_CONTENT",
        400);
    row("Gemini's picture", "gemini", R"({"candidates":[{"finishReason":"IMAGE_SAFETY"}]})", "IMAGE_SAFETY", 400);
    row("Gemini says it", "gemini", R"({"candidates":[{"content":{"parts":[{"text":"I cannot draw that."}]}}]})",
        "I cannot draw that.", 400);
    row("Imagen", "imagen", R"({"predictions":[{"raiFilteredReason":"violence"}]})", "violence", 400);
    row("Imagen says nothing", "imagen", "{}", "filtered", 400);
    row("Amazon", "amazon.", R"({"images":[],"error":"Blocked by our filters."})", "Blocked by our filters.", 400);
    row("Stability", "stability.", R"({"images":["AA=="],"finish_reasons":["Filter reason: prompt"]})",
        "Filter reason: prompt", 400);
    row("no answer of Gemini", "gemini", R"({"candidates":[]})", "no picture", 502);
    row("no JSON", "gemini", "<html>", "no picture", 502);
    row("no answer of Bedrock", "amazon.", "{}", "no picture", 502);
}

void ImagesTest::tellsWhyThereIsNoPicture()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, words);
    QFETCH(int, status);
    const bool isBedrock = model.endsWith('.');
    const auto *codec =
        findImageCodec(isBedrock ? DialectFamily::Bedrock : DialectFamily::Gemini, {}, model.toStdString());
    const auto response = codec->decodeResponse(answer.toStdString());
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().httpStatus(), status);
    QVERIFY2(response.error().message.find(words.toStdString()) != std::string::npos, response.error().message.c_str());
}

void ImagesTest::answersInOpenAisWords()
{
    ImageResponse response;
    response.pictures = {{"image/png", "iVBORw0KGgo="}, {"image/png", "AAAA"}};
    QCOMPARE(Json::parse(writeImageResponse(response, 1'700'000'000)),
             Json::parse(R"({"created":1700000000,"data":[{"b64_json":"iVBORw0KGgo="},{"b64_json":"AAAA"}],
             "output_format":"png"})"));
}

void ImagesTest::knowsPicturesByTheirFirstBytes()
{
    QCOMPARE(mediaTypeOfPicture("\x89PNG\r\n\x1a\nrest"), std::string_view("image/png"));
    QCOMPARE(mediaTypeOfPicture("\xff\xd8\xff\xe0"), std::string_view("image/jpeg"));
    QCOMPARE(mediaTypeOfPicture("RIFF1234WEBPVP8 "), std::string_view("image/webp"));
    QCOMPARE(mediaTypeOfPicture("RIFF1234WAVEfmt "), std::string_view());
    QCOMPARE(mediaTypeOfPicture("GIF89a"), std::string_view("image/gif"));
    QCOMPARE(mediaTypeOfPicture(""), std::string_view());
    QCOMPARE(mediaTypeOfBase64(png), std::string_view("image/png"));
}

QTEST_GUILESS_MAIN(ImagesTest)
#include "tst_images.moc"
