// Embeddings in the words of three families, through the hub: what is asked, what is answered, what is noted.
#include "gateway/translation/embeddings/embedding_codec.h"
#include "gateway/translation/embeddings/vector_codec.h"
#include "tests/support/json_comparison.h"
#include "tests/translation/conversion_notes.h"

#include <cmath>
#include <limits>

#include <QTest>

using namespace gateway;
using namespace gateway::translation;

namespace {

EmbeddingRequest requestOf(const EmbeddingCodec &codec, std::string_view body, bool isBatch = true)
{
    const auto request = codec.decodeRequest({body, "m", isBatch});
    if (!request)
        qFatal("%s", request.error().message.c_str());
    return *request;
}

EmbeddingResponse sampleResponse(std::size_t count)
{
    EmbeddingResponse response;
    response.id = "id-1";
    response.model = "vectors-1";
    for (std::size_t index = 0; index < count; ++index)
        response.vectors.push_back({0.5F, -1.25F, static_cast<float>(index)});
    response.usage.uncachedInput = 7;
    return response;
}

const EmbeddingCodec *const allCodecs[] = {&openAiEmbeddings(), &geminiEmbeddings(), &cohereEmbeddings()};

} // namespace

class EmbeddingsTest : public QObject {
    Q_OBJECT

private slots:
    void asksVertexInItsOwnWords();
    void addsUpWhatVertexCounted();
    void invokesTitanWithOneText();
    void invokesCohereAtBedrock();
    void packsVectorsAsLittleEndianFloats();
    void readsBothFormsOfAVector();
    void keepsEveryBitOfAVector();
    void refusesWhatIsNoVector_data();
    void refusesWhatIsNoVector();
    void readsOpenAiRequests();
    void readsGeminiRequests();
    void readsCohereRequests();
    void refusesRequestsThatCannotBeMeant_data();
    void refusesRequestsThatCannotBeMeant();
    void asksGemini();
    void asksCohere();
    void asksOpenAi();
    void tokensGoToOpenAiOnly();
    void writesAnswersOfEachFamily();
    void readsAnswersOfEachFamily();
    void putsAnswersInTheirOrder();
    void everyAnswerCanBeReadAgain();
    void namesTheModelInsideGeminiBodies();
};

void EmbeddingsTest::packsVectorsAsLittleEndianFloats()
{
    // 1.0 is 0x3F800000, -2.5 is 0xC0200000
    const std::vector<float> vector{1.0F, -2.5F};
    QCOMPARE(QByteArray::fromBase64(QByteArray::fromStdString(writeBase64(vector))),
             QByteArray::fromHex("0000803f000020c0"));
    QCOMPARE(writeFloats(vector), std::string("[1,-2.5]"));
}

void EmbeddingsTest::readsBothFormsOfAVector()
{
    const std::vector<float> expected{1.0F, -2.5F};
    QVERIFY(readVector(JsonValue::checked(R"("AACAPwAAIMA=")")).value() == expected);
    QVERIFY(readVector(JsonValue::checked("[1, -2.5e0]")).value() == expected);
}

void EmbeddingsTest::keepsEveryBitOfAVector()
{
    std::vector<float> vector;
    std::uint32_t state = 1;
    for (int index = 0; index < 3001; ++index) {
        state = state * 1664525U + 1013904223U;
        vector.push_back((static_cast<float>(state >> 8U) / 8388608.0F - 1.0F)
                         * std::pow(10.0F, static_cast<float>(index % 30) - 20.0F));
    }
    vector.push_back(std::numeric_limits<float>::denorm_min());
    vector.push_back(std::numeric_limits<float>::max());
    for (std::size_t size : {std::size_t(1), std::size_t(2), std::size_t(3), vector.size()}) {
        const std::vector<float> part(vector.begin(), vector.begin() + static_cast<std::ptrdiff_t>(size));
        const std::string numbers = writeFloats(part);
        QVERIFY(readVector(JsonValue::checked(numbers)).value() == part);
        const std::string packed = '"' + writeBase64(part) + '"';
        QVERIFY(readVector(JsonValue::checked(packed)).value() == part);
    }
}

void EmbeddingsTest::refusesWhatIsNoVector_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"null", "[]", "[\"1\"]", "[1, null]", "\"\"", "\"AACA\"", "\"!!!!\"", "\"AADAfw==\"", "[1e39]", "{}"})
        QTest::newRow(json) << QByteArray(json);
}

void EmbeddingsTest::refusesWhatIsNoVector()
{
    QFETCH(QByteArray, json);
    const std::string text = json.toStdString();
    const auto vector = readVector(JsonValue::checked(text));
    QVERIFY(!vector.has_value());
    QVERIFY(vector.error().code == ErrorCode::UpstreamProtocol);
}

void EmbeddingsTest::readsOpenAiRequests()
{
    const auto texts = requestOf(
        openAiEmbeddings(),
        R"({"model":"p/m","input":["a","b"],"dimensions":256,"encoding_format":"base64","user":"u","input_type":"query","x":1})");
    QCOMPARE(texts.model, std::string("p/m"));
    QVERIFY(texts.inputs == (std::vector<EmbeddingInput>{std::string("a"), std::string("b")}));
    QCOMPARE(texts.dimensions.value(), 256);
    QVERIFY(texts.wantsBase64 && !texts.wantsFloats);
    QCOMPARE(texts.endUserId, std::string("u"));
    QVERIFY(texts.purpose == EmbeddingPurpose::SearchQuery);
    QVERIFY(texts.extras == Json({{"x", 1}}));
    QVERIFY(requestOf(openAiEmbeddings(), R"({"input":"a"})").inputs
            == (std::vector<EmbeddingInput>{std::string("a")}));
    const std::vector<std::int64_t> tokens{1, 2};
    QVERIFY(requestOf(openAiEmbeddings(), R"({"input":[1,2]})").inputs == (std::vector<EmbeddingInput>{tokens}));
    QVERIFY(requestOf(openAiEmbeddings(), R"({"input":[[1,2],"a"]})").inputs
            == (std::vector<EmbeddingInput>{tokens, std::string("a")}));
}

void EmbeddingsTest::readsGeminiRequests()
{
    const auto single = requestOf(
        geminiEmbeddings(),
        R"({"content":{"parts":[{"text":"a"},{"text":"b"}]},"taskType":"CODE_RETRIEVAL_QUERY","outputDimensionality":64,"title":"t"})",
        false);
    QVERIFY(single.inputs == (std::vector<EmbeddingInput>{std::string("ab")}));
    QVERIFY(single.purpose == EmbeddingPurpose::CodeQuery);
    QCOMPARE(single.dimensions.value(), 64);
    QCOMPARE(single.title, std::string("t"));
    QVERIFY(!single.isBatch);
    const auto batch = requestOf(
        geminiEmbeddings(),
        R"({"requests":[{"model":"models/m","content":{"parts":[{"text":"a"}]},"task_type":"CLUSTERING","output_dimensionality":8},)"
        R"({"model":"models/m","content":{"parts":[{"text":"b"}]},"taskType":"CLUSTERING","outputDimensionality":8}]})");
    QCOMPARE(batch.inputs.size(), std::size_t(2));
    QVERIFY(batch.purpose == EmbeddingPurpose::Clustering);
    QCOMPARE(batch.dimensions.value(), 8);
}

void EmbeddingsTest::readsCohereRequests()
{
    const auto request = requestOf(
        cohereEmbeddings(),
        R"({"model":"m","texts":["a"],"inputs":[{"content":[{"type":"text","text":"b"}]}],"input_type":"search_query",)"
        R"("embedding_types":["float","base64","int8"],"output_dimension":512,"truncate":"END","max_tokens":9})");
    QCOMPARE(request.inputs.size(), std::size_t(2));
    QVERIFY(request.purpose == EmbeddingPurpose::SearchQuery);
    QVERIFY(request.wantsFloats && request.wantsBase64);
    QCOMPARE(request.dimensions.value(), 512);
    QCOMPARE(request.truncation, std::string("END"));
    QVERIFY(request.extras.contains("max_tokens") && request.extras.contains("embedding_types"));
}

void EmbeddingsTest::refusesRequestsThatCannotBeMeant_data()
{
    QTest::addColumn<int>("codec");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("pointer");
    const auto row = [](int codec, const char *body, const char *pointer) {
        QTest::newRow(body) << codec << QByteArray(body) << QByteArray(pointer);
    };
    row(0, R"({"model":"m"})", "/input");
    row(0, R"({"input":[]})", "/input");
    row(0, R"({"input":["a",5.5]})", "/input/1");
    row(0, R"({"input":"a","encoding_format":"hex"})", "/encoding_format");
    row(0, R"([])", "/input");
    row(1, R"({"requests":[]})", "/requests");
    row(1, R"({"requests":[{"content":{"parts":[{"inlineData":{}}]}}]})", "/requests/0/content/parts/0");
    row(1,
        R"({"requests":[{"content":{"parts":[{"text":"a"}]}},{"content":{"parts":[{"text":"b"}]},"taskType":"CLUSTERING"}]})",
        "/requests/1");
    row(2, R"({"model":"m"})", "/texts");
    row(2, R"({"texts":[1]})", "/texts/0");
    row(2, R"({"images":["data:image/png;base64,AA"]})", "/images");
    row(2, R"({"texts":["a"],"embedding_types":["int8"]})", "/embedding_types");
}

void EmbeddingsTest::refusesRequestsThatCannotBeMeant()
{
    QFETCH(int, codec);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, pointer);
    const std::string text = body.toStdString();
    const auto request = allCodecs[codec]->decodeRequest({text, "m", true});
    QVERIFY(!request.has_value());
    QVERIFY(request.error().httpStatus() == 400);
    QVERIFY2(request.error().message.starts_with(pointer.toStdString() + ":"), request.error().message.c_str());
}

void EmbeddingsTest::asksGemini()
{
    ConversionReport report;
    const auto request = requestOf(
        openAiEmbeddings(),
        R"({"input":["a","b"],"dimensions":256,"user":"u","input_type":"document","encoding_format":"base64","x":1})");
    const auto encoded = geminiEmbeddings().encodeRequest(request, {"gemini-embedding-001", "gemini"}, report);
    QCOMPARE(encoded->path, std::string("/v1beta/models/gemini-embedding-001:batchEmbedContents"));
    const Json requests = Json::parse(encoded->body).at("requests");
    QCOMPARE(requests.size(), std::size_t(2));
    QVERIFY(requests[1]
            == Json::parse(R"({"model":"models/gemini-embedding-001","content":{"parts":[{"text":"b"}]},)"
                           R"("taskType":"RETRIEVAL_DOCUMENT","outputDimensionality":256})"));
    QVERIFY(hasNote(report, ConversionNote::Kind::Dropped, "/user"));
    QVERIFY(hasNote(report, ConversionNote::Kind::Dropped, "/x"));
    QVERIFY(!geminiEmbeddings().encodeRequest(request, {"..", ""}, report).has_value());
}

void EmbeddingsTest::asksCohere()
{
    ConversionReport report;
    const auto similar = requestOf(geminiEmbeddings(),
                                   R"({"content":{"parts":[{"text":"a"}]},"taskType":"SEMANTIC_SIMILARITY"})", false);
    const Json body = Json::parse(cohereEmbeddings().encodeRequest(similar, {"embed-v4.0", ""}, report)->body);
    QVERIFY(body
            == Json::parse(
                R"({"model":"embed-v4.0","texts":["a"],"input_type":"clustering","embedding_types":["float"]})"));
    QVERIFY(hasNote(report, ConversionNote::Kind::Approximated, "/taskType"));
    ConversionReport unsaid;
    const auto plain = requestOf(openAiEmbeddings(), R"({"input":"a","dimensions":512})");
    const Json injected = Json::parse(cohereEmbeddings().encodeRequest(plain, {"m", ""}, unsaid)->body);
    QCOMPARE(injected.at("input_type").get<std::string>(), std::string("search_document"));
    QCOMPARE(injected.at("output_dimension").get<int>(), 512);
    QVERIFY(hasNote(unsaid, ConversionNote::Kind::Injected, "/input_type"));
}

void EmbeddingsTest::asksOpenAi()
{
    ConversionReport report;
    const auto request = requestOf(
        cohereEmbeddings(),
        R"({"model":"m","texts":["a","b"],"input_type":"search_query","embedding_types":["base64"],"output_dimension":512,"truncate":"END"})");
    const Json body =
        Json::parse(openAiEmbeddings().encodeRequest(request, {"text-embedding-3-small", "openai"}, report)->body);
    QVERIFY(body == Json::parse(R"({"model":"text-embedding-3-small","input":["a","b"],"dimensions":512})"));
    QVERIFY(hasNote(report, ConversionNote::Kind::Dropped, "/input_type"));
    QVERIFY(hasNote(report, ConversionNote::Kind::Dropped, "/truncate"));
}

void EmbeddingsTest::tokensGoToOpenAiOnly()
{
    ConversionReport report;
    const auto request = requestOf(openAiEmbeddings(), R"({"input":[[1,2],[3]]})");
    QVERIFY(Json::parse(openAiEmbeddings().encodeRequest(request, {"m", ""}, report)->body).at("input")
            == Json::parse("[[1,2],[3]]"));
    QVERIFY(!geminiEmbeddings().encodeRequest(request, {"m", ""}, report).has_value());
    QVERIFY(!cohereEmbeddings().encodeRequest(request, {"m", ""}, report).has_value());
}

void EmbeddingsTest::writesAnswersOfEachFamily()
{
    auto request = requestOf(openAiEmbeddings(), R"({"model":"p/m","input":["a","b"]})");
    QVERIFY(Json::parse(openAiEmbeddings().encodeResponse(sampleResponse(2), request))
            == Json::parse(R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.5,-1.25,0.0]},)"
                           R"({"object":"embedding","index":1,"embedding":[0.5,-1.25,1.0]}],"model":"vectors-1",)"
                           R"("usage":{"prompt_tokens":7,"total_tokens":7}})"));
    request.wantsBase64 = true;
    QCOMPARE(Json::parse(openAiEmbeddings().encodeResponse(sampleResponse(2), request))["data"][0]["embedding"],
             Json("AAAAPwAAoL8AAAAA"));
    const auto batch = requestOf(geminiEmbeddings(), R"({"requests":[{"content":{"parts":[{"text":"a"}]}}]})");
    QVERIFY(Json::parse(geminiEmbeddings().encodeResponse(sampleResponse(1), batch))
            == Json::parse(R"({"embeddings":[{"values":[0.5,-1.25,0]}],"usageMetadata":{"promptTokenCount":7}})"));
    const auto single = requestOf(geminiEmbeddings(), R"({"content":{"parts":[{"text":"a"}]}})", false);
    QVERIFY(Json::parse(geminiEmbeddings().encodeResponse(sampleResponse(1), single)).at("embedding")
            == Json::parse(R"({"values":[0.5,-1.25,0]})"));
    const auto cohere =
        requestOf(cohereEmbeddings(), R"({"model":"m","texts":["a \"x\""],"embedding_types":["base64","float"]})");
    QVERIFY(Json::parse(cohereEmbeddings().encodeResponse(sampleResponse(1), cohere))
            == Json::parse(
                R"({"id":"id-1","embeddings":{"float":[[0.5,-1.25,0]],"base64":["AAAAPwAAoL8AAAAA"]},)"
                R"("texts":["a \"x\""],"meta":{"api_version":{"version":"2"},"billed_units":{"input_tokens":7}},)"
                R"("response_type":"embeddings_by_type"})"));
}

void EmbeddingsTest::readsAnswersOfEachFamily()
{
    const std::vector<std::vector<float>> vectors{{1.0F, -2.5F}};
    const auto openAi = openAiEmbeddings().decodeResponse(
        R"({"object":"list","data":[{"embedding":"AACAPwAAIMA=","index":0}],"model":"m","usage":{"prompt_tokens":3,"total_tokens":3}})");
    QVERIFY(openAi->vectors == vectors);
    QCOMPARE(openAi->usage.uncachedInput.value(), 3);
    QCOMPARE(openAi->model, std::string("m"));
    const auto gemini = geminiEmbeddings().decodeResponse(R"({"embeddings":[{"values":[1,-2.5]}]})");
    QVERIFY(gemini->vectors == vectors);
    QVERIFY(!gemini->usage.uncachedInput); // not told is not zero
    const auto cohere = cohereEmbeddings().decodeResponse(
        R"({"id":"x","embeddings":{"float":[[1,-2.5]]},"meta":{"billed_units":{"input_tokens":4}}})");
    QVERIFY(cohere->vectors == vectors);
    QCOMPARE(cohere->usage.uncachedInput.value(), 4);
    QVERIFY(cohereEmbeddings().decodeResponse(R"({"embeddings":[[1,-2.5]]})")->vectors == vectors);
    for (const EmbeddingCodec *codec : allCodecs) {
        for (const char *body :
             {"", "<html>", "{}", R"({"data":[],"embeddings":[]})", R"({"data":[{}],"embeddings":[{}]})"})
            QVERIFY2(!codec->decodeResponse(body).has_value(), body);
    }
}

void EmbeddingsTest::putsAnswersInTheirOrder()
{
    const auto response =
        openAiEmbeddings().decodeResponse(R"({"data":[{"index":1,"embedding":[1]},{"index":0,"embedding":[0]}]})");
    QVERIFY(response->vectors == (std::vector<std::vector<float>>{{0.0F}, {1.0F}}));
}

void EmbeddingsTest::everyAnswerCanBeReadAgain()
{
    const EmbeddingResponse sample = sampleResponse(3);
    EmbeddingRequest request;
    request.inputs = {std::string("a"), std::string("b"), std::string("c")};
    for (const EmbeddingCodec *codec : allCodecs) {
        const auto again = codec->decodeResponse(codec->encodeResponse(sample, request));
        QVERIFY(again.has_value());
        QVERIFY(again->vectors == sample.vectors);
        QVERIFY(again->usage.uncachedInput == sample.usage.uncachedInput);
    }
}

void EmbeddingsTest::namesTheModelInsideGeminiBodies()
{
    QVERIFY(!withGeminiEmbeddingModel(R"({"content":{}})", "m"));
    QVERIFY(!withGeminiEmbeddingModel(R"({"requests":[{"model":"models/m"}]})", "m"));
    QCOMPARE(withGeminiEmbeddingModel(R"({"requests":[{"model":"models/p/m"},{"model":"models/m"}]})", "m").value(),
             std::string(R"({"requests":[{"model":"models/m"},{"model":"models/m"}]})"));
    QCOMPARE(withGeminiEmbeddingModel(R"({"model":"models/p/m"})", "tunedModels/m").value(),
             std::string(R"({"model":"tunedModels/m"})"));
}

void EmbeddingsTest::asksVertexInItsOwnWords()
{
    EmbeddingRequest request = requestOf(openAiEmbeddings(), R"({"model":"m","input":["a","b"],"dimensions":8})");
    request.purpose = EmbeddingPurpose::SearchQuery;
    request.truncation = "NONE";
    ConversionReport report;
    const auto encoded = vertexEmbeddings().encodeRequest(request, {"text-embedding-005", "vertex"}, report);
    QVERIFY(encoded.has_value());
    QCOMPARE(encoded->path, std::string("/v1beta/models/text-embedding-005:predict"));
    const Json expected = Json::parse(R"({"instances":[{"content":"a","task_type":"RETRIEVAL_QUERY"},)"
                                      R"({"content":"b","task_type":"RETRIEVAL_QUERY"}],)"
                                      R"("parameters":{"outputDimensionality":8,"autoTruncate":false}})");
    QVERIFY2(Json::parse(encoded->body) == expected, encoded->body.c_str());
}

void EmbeddingsTest::addsUpWhatVertexCounted()
{
    const auto response = vertexEmbeddings().decodeResponse(
        R"({"predictions":[{"embeddings":{"values":[0.5,1],"statistics":{"token_count":3,"truncated":false}}},)"
        R"({"embeddings":{"values":[0.25,2],"statistics":{"token_count":4}}}]})");
    QVERIFY(response.has_value());
    QCOMPARE(response->vectors.size(), std::size_t(2));
    QCOMPARE(response->vectors.at(1).at(0), 0.25F);
    QCOMPARE(response->usage.uncachedInput.value_or(0), std::int64_t(7));
    QVERIFY(!vertexEmbeddings().decodeResponse(R"({"predictions":[]})").has_value());
}

void EmbeddingsTest::invokesTitanWithOneText()
{
    ConversionReport report;
    const EmbeddingRequest one =
        requestOf(openAiEmbeddings(), R"({"model":"m","input":"a","dimensions":256,"user":"u"})");
    const auto encoded = bedrockEmbeddings().encodeRequest(one, {"amazon.titan-embed-text-v2:0", "bedrock"}, report);
    QVERIFY(encoded.has_value());
    QCOMPARE(encoded->path, std::string("/model/amazon.titan-embed-text-v2%3A0/invoke"));
    QVERIFY2(Json::parse(encoded->body) == Json::parse(R"({"inputText":"a","dimensions":256})"), encoded->body.c_str());
    QVERIFY(hasNote(report, ConversionNote::Kind::Dropped, "/user"));
    const EmbeddingRequest two = requestOf(openAiEmbeddings(), R"({"model":"m","input":["a","b"]})");
    const auto refused = bedrockEmbeddings().encodeRequest(two, {"amazon.titan-embed-text-v2:0", "bedrock"}, report);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().httpStatus(), 400);
    const auto response = bedrockEmbeddings().decodeResponse(R"({"embedding":[0.5,-1],"inputTextTokenCount":2})");
    QVERIFY(response.has_value());
    QCOMPARE(response->vectors.front().at(1), -1.0F);
    QCOMPARE(response->usage.uncachedInput.value_or(0), std::int64_t(2));
}

void EmbeddingsTest::invokesCohereAtBedrock()
{
    ConversionReport report;
    const EmbeddingRequest request = requestOf(openAiEmbeddings(), R"({"model":"m","input":["a","b"]})");
    const auto encoded =
        bedrockEmbeddings().encodeRequest(request, {"cohere.embed-multilingual-v3", "bedrock"}, report);
    QVERIFY(encoded.has_value());
    QCOMPARE(encoded->path, std::string("/model/cohere.embed-multilingual-v3/invoke"));
    const Json body = Json::parse(encoded->body);
    QVERIFY(!body.contains("model"));
    QVERIFY(body.at("texts") == Json::array({"a", "b"}));
    const auto response = bedrockEmbeddings().decodeResponse(R"({"id":"1","embeddings":{"float":[[1],[2]]}})");
    QVERIFY(response.has_value());
    QCOMPARE(response->vectors.size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(EmbeddingsTest)
#include "tst_embeddings.moc"
