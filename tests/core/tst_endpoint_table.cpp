#include "gateway/routing/endpoint_table.h"

#include <QTest>

using namespace gateway;
using namespace gateway::routing;
using translation::DialectFamily;
using translation::DialectId;
using translation::ErrorShape;

Q_DECLARE_METATYPE(gateway::routing::Operation)

class EndpointTableTest : public QObject {
    Q_OBJECT

private slots:
    void servesOpenAiOperationsBelowEachPrefix_data();
    void servesOpenAiOperationsBelowEachPrefix();
    void servesAnthropicOperations_data();
    void servesAnthropicOperations();
    void servesEveryDialectBelowTheSharedPrefixes_data();
    void servesEveryDialectBelowTheSharedPrefixes();
    void listsModelsForEveryDialect_data();
    void listsModelsForEveryDialect();
    void sendsHeadWhereGetIsServed();
    void ignoresSlashesAtTheEnd();
    void knowsHealthAndManagement();
    void refusesOtherMethods_data();
    void refusesOtherMethods();
    void findsWhatIsForwarded_data();
    void findsWhatIsForwarded();
    void readsAzuresPaths();
    void refusesUnsafeIds();
    void namesTheMethodsOfForwardedPaths();
    void refusesUnknownPaths_data();
    void refusesUnknownPaths();
    void shapesErrorsByPath();
    void namesRequestTypesAsBifrost();
};

void EndpointTableTest::servesOpenAiOperationsBelowEachPrefix_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("native");
    QTest::newRow("/v1") << QByteArray("/v1") << QByteArray();
    QTest::newRow("root") << QByteArray() << QByteArray();
    QTest::newRow("/openai/v1") << QByteArray("/openai/v1") << QByteArray("openai");
    QTest::newRow("/openai") << QByteArray("/openai") << QByteArray("openai");
}

void EndpointTableTest::servesOpenAiOperationsBelowEachPrefix()
{
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, native);
    struct Expected {
        const char *method;
        const char *path;
        Operation operation;
        std::optional<DialectId> dialect;
    };
    const std::vector<Expected> all{
        {"POST", "/chat/completions", Operation::ChatCompletion, DialectId::OpenAiChat},
        {"POST", "/responses", Operation::Responses, DialectId::OpenAiResponses},
        {"POST", "/embeddings", Operation::Embedding, std::nullopt},
        {"GET", "/models", Operation::ListModels, std::nullopt},
    };
    for (const Expected &expected : all) {
        const std::string path = prefix.toStdString() + expected.path;
        const auto found = findEndpoint(expected.method, path);
        QVERIFY2(found.has_value(), path.c_str());
        QCOMPARE(found->operation, expected.operation);
        QCOMPARE(found->family, DialectFamily::OpenAi);
        QVERIFY(found->dialect == expected.dialect);
        QCOMPARE(found->errorShape, ErrorShape::Bifrost);
        QCOMPARE(std::string(found->upstreamPath), std::string("/v1") + expected.path);
        QCOMPARE(std::string(found->nativeProvider), native.toStdString());
        QCOMPARE(found->isBifrostSurface, native.isEmpty());
    }
}

void EndpointTableTest::servesAnthropicOperations_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("upstreamPath");
    QTest::newRow("messages") << QByteArray("POST") << QByteArray("/anthropic/v1/messages") << Operation::Messages
                              << QByteArray("/v1/messages");
    QTest::newRow("count_tokens") << QByteArray("POST") << QByteArray("/anthropic/v1/messages/count_tokens")
                                  << Operation::CountTokens << QByteArray("/v1/messages/count_tokens");
    QTest::newRow("models") << QByteArray("GET") << QByteArray("/anthropic/v1/models") << Operation::ListModels
                            << QByteArray("/v1/models");
    QTest::newRow("hello") << QByteArray("HEAD") << QByteArray("/anthropic/api/hello") << Operation::Hello
                           << QByteArray("");
}

void EndpointTableTest::servesAnthropicOperations()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(Operation, operation);
    QFETCH(QByteArray, upstreamPath);
    const auto found = findEndpoint(method.toStdString(), path.toStdString());
    QVERIFY(found.has_value());
    QCOMPARE(found->operation, operation);
    QCOMPARE(found->family, DialectFamily::Anthropic);
    QCOMPARE(found->errorShape, ErrorShape::Anthropic);
    QCOMPARE(std::string(found->upstreamPath), upstreamPath.toStdString());
    QCOMPARE(std::string(found->nativeProvider), std::string("anthropic"));
    QVERIFY(!found->isBifrostSurface);
}

void EndpointTableTest::servesEveryDialectBelowTheSharedPrefixes_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<bool>("servesAll"); // or OpenAI's and Anthropic's alone
    for (const char *prefix : {"/litellm", "/langchain", "/pydanticai"})
        QTest::newRow(prefix) << QByteArray(prefix) << true;
    QTest::newRow("/cursor") << QByteArray("/cursor") << false;
}

void EndpointTableTest::servesEveryDialectBelowTheSharedPrefixes()
{
    QFETCH(QByteArray, prefix);
    QFETCH(bool, servesAll);
    struct Expected {
        const char *path;
        DialectId dialect;
        const char *native;
    };
    const std::vector<Expected> all{
        {"/v1/chat/completions", DialectId::OpenAiChat, "openai"},
        {"/chat/completions", DialectId::OpenAiChat, "openai"},
        {"/v1/responses", DialectId::OpenAiResponses, "openai"},
        {"/responses", DialectId::OpenAiResponses, "openai"},
        {"/v1/messages", DialectId::AnthropicMessages, "anthropic"},
        {"/v1beta/models/gemini-3-pro:generateContent", DialectId::GeminiGenerate, "gemini"},
        {"/v1/models/gemini-3-pro:generateContent", DialectId::GeminiGenerate, "gemini"}, // as @google/genai 3 calls it
        {"/v1/models/openai/gpt-5:streamGenerateContent", DialectId::GeminiGenerate, "gemini"},
        {"/model/claude/converse", DialectId::BedrockConverse, "bedrock"},
        {"/model/claude/invoke-with-response-stream", DialectId::AnthropicMessages, "bedrock"},
        {"/v2/chat", DialectId::CohereChat, "cohere"},
    };
    for (const Expected &expected : all) {
        const std::string path = prefix.toStdString() + expected.path;
        const auto found = findEndpoint("POST", path);
        const bool isServed =
            servesAll || expected.native == std::string("openai") || expected.native == std::string("anthropic");
        QVERIFY2(found.has_value() == isServed, path.c_str());
        if (!isServed)
            continue;
        QVERIFY2(found->dialect == expected.dialect, path.c_str());
        QCOMPARE(std::string(found->nativeProvider), std::string(expected.native));
    }
    QCOMPARE(findEndpoint("POST", prefix.toStdString() + "/v1/models").error().httpStatus(), 405);
}

void EndpointTableTest::listsModelsForEveryDialect_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("family");
    const auto row = [](const char *path, DialectFamily family) {
        QTest::newRow(path) << QByteArray(path) << static_cast<int>(family);
    };
    row("/openai/v1/models", DialectFamily::OpenAi);
    row("/anthropic/v1/models", DialectFamily::Anthropic);
    row("/genai/v1beta/models", DialectFamily::Gemini);
    row("/bedrock/foundation-models", DialectFamily::Bedrock);
    row("/cohere/v1/models", DialectFamily::Cohere);
}

void EndpointTableTest::listsModelsForEveryDialect()
{
    QFETCH(QByteArray, path);
    QFETCH(int, family);
    const auto list = findEndpoint("GET", path.toStdString());
    QVERIFY(list.has_value());
    QCOMPARE(list->operation, Operation::ListModels);
    QCOMPARE(static_cast<int>(list->family), family);
    const auto one = findEndpoint("GET", path.toStdString() + "/maker/model");
    QVERIFY(one.has_value());
    QCOMPARE(one->operation, Operation::GetModel);
    QCOMPARE(one->pathModel, std::string("maker/model"));
}

void EndpointTableTest::sendsHeadWhereGetIsServed()
{
    QCOMPARE(findEndpoint("HEAD", "/v1/models")->operation, Operation::ListModels);
    QCOMPARE(findEndpoint("HEAD", "/health")->operation, Operation::Health);
    QVERIFY(!findEndpoint("HEAD", "/v1/chat/completions").has_value());
}

void EndpointTableTest::ignoresSlashesAtTheEnd()
{
    QCOMPARE(findEndpoint("POST", "/v1/chat/completions/")->operation, Operation::ChatCompletion);
    QCOMPARE(findEndpoint("POST", "/anthropic/v1/messages//")->operation, Operation::Messages);
    QCOMPARE(findEndpoint("GET", "/health/")->operation, Operation::Health);
}

void EndpointTableTest::knowsHealthAndManagement()
{
    QCOMPARE(findEndpoint("GET", "/health")->operation, Operation::Health);
    for (const char *path : {"/api", "/api/providers", "/api/providers/openai/keys", "/api/logs"}) {
        for (const char *method : {"GET", "POST", "PUT", "DELETE"})
            QCOMPARE(findEndpoint(method, path)->operation, Operation::Management);
    }
    QVERIFY(!findEndpoint("GET", "/apiary").has_value());
}

void EndpointTableTest::refusesOtherMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("allowed");
    QTest::newRow("chat") << QByteArray("GET") << QByteArray("/v1/chat/completions") << QByteArray("POST");
    QTest::newRow("models") << QByteArray("POST") << QByteArray("/openai/v1/models") << QByteArray("GET");
    QTest::newRow("messages") << QByteArray("DELETE") << QByteArray("/anthropic/v1/messages") << QByteArray("POST");
    QTest::newRow("health") << QByteArray("POST") << QByteArray("/health") << QByteArray("GET");
    QTest::newRow("lower case") << QByteArray("post") << QByteArray("/v1/responses") << QByteArray("POST");
}

void EndpointTableTest::refusesOtherMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, allowed);
    const auto found = findEndpoint(method.toStdString(), path.toStdString());
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::MethodNotAllowed);
    QCOMPARE(found.error().httpStatus(), 405);
    QCOMPARE(QByteArray::fromStdString(found.error().allowedMethods),
             allowed == "GET" ? QByteArray("GET, HEAD") : allowed);
    QVERIFY(found.error().message.find("takes " + allowed.toStdString()) != std::string::npos);
}

void EndpointTableTest::findsWhatIsForwarded_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("native");
    const auto row = [](const char *method, const char *path, const char *name, const char *target,
                        const char *native) {
        QTest::newRow(path) << QByteArray(method) << QByteArray(path) << QByteArray(name) << QByteArray(target)
                            << QByteArray(native);
    };
    row("POST", "/v1/completions", "text_completion", "/v1/completions", "");
    row("POST", "/audio/transcriptions", "transcription", "/v1/audio/transcriptions", "");
    row("POST", "/openai/images/edits", "image_edit", "/v1/images/edits", "openai");
    row("POST", "/openai/v1/rerank", "rerank", "/v1/rerank", "openai");
    row("GET", "/openai/v1/files/file-1/content/", "file_content", "/v1/files/file-1/content", "openai");
    row("HEAD", "/v1/batches/b", "batch_retrieve", "/v1/batches/b", "");
    row("POST", "/v1/batches/b/cancel", "batch_cancel", "/v1/batches/b/cancel", "");
    row("DELETE", "/langchain/v1/containers/c/files/f", "container_file_delete", "/v1/containers/c/files/f", "openai");
    row("GET", "/v1/responses/resp_1/input_items", "responses_input_items", "/v1/responses/resp_1/input_items", "");
    row("POST", "/v1/videos/v/remix", "video_remix", "/v1/videos/v/remix", "");
    row("POST", "/v1/ocr", "ocr", "/v1/ocr", "");
    row("POST", "/v1/decisions", "decision", "/v1/decisions", "");
    row("POST", "/anthropic/v1/complete", "text_completion", "/v1/complete", "anthropic");
    row("GET", "/anthropic/v1/messages/batches/b/results", "batch_results", "/v1/messages/batches/b/results",
        "anthropic");
    row("DELETE", "/pydanticai/v1/messages/batches/b", "batch_delete", "/v1/messages/batches/b", "anthropic");
    row("POST", "/genai/upload/v1beta/files", "file_upload", "/upload/v1beta/files", "gemini");
    row("POST", "/genai/v1beta/batches/b:cancel", "batch_cancel", "/v1beta/batches/b:cancel", "gemini");
    row("PATCH", "/genai/v1beta/cachedContents/c", "cached_content", "/v1beta/cachedContents/c", "gemini");
    row("POST", "/genai/v1beta/models/veo-3:predictLongRunning", "video_generation",
        "/v1beta/models/veo-3:predictLongRunning", "gemini");
    row("GET", "/genai/v1beta/models/veo-3/operations/o", "video_retrieve", "/v1beta/models/veo-3/operations/o",
        "gemini");
    row("POST", "/bedrock/model-invocation-job", "batch_create", "/model-invocation-job", "bedrock");
    row("GET", "/litellm/model-invocation-jobs", "batch_list", "/model-invocation-jobs", "bedrock");
    row("POST", "/bedrock/model-invocation-job/arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Amodel-invocation-job%2Fabc/stop",
        "batch_cancel", "/model-invocation-job/abc/stop", "bedrock");
    row("GET", "/v1/batches/arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Amodel-invocation-job%2Fabc", "batch_retrieve",
        "/v1/batches/abc", "");
    row("GET", "/bedrock/files/bucket", "file_list", "/files/bucket", "bedrock");
    row("PUT", "/bedrock/files/bucket/a/b.jsonl", "file_upload", "/files/bucket/a/b.jsonl", "bedrock");
    row("HEAD", "/bedrock/files/bucket/a/b.jsonl", "file_content", "/files/bucket/a/b.jsonl", "bedrock");
    row("GET", "/openai/v1/files/s3%3A%2F%2Fbucket%2Fa%2Fb.jsonl/content", "file_content",
        "/v1/files/s3-YnVja2V0L2EvYi5qc29ubA/content", "openai");
    row("POST", "/cohere/v2/rerank", "rerank", "/v2/rerank", "cohere");
    row("POST", "/litellm/v1/tokenize", "tokenize", "/v1/tokenize", "cohere");
}

void EndpointTableTest::findsWhatIsForwarded()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, native);
    const auto found = findEndpoint(method.toStdString(), path.toStdString());
    QVERIFY2(found.has_value(), path.constData());
    QCOMPARE(found->operation, Operation::Forwarded);
    QVERIFY(found->forwarded != nullptr);
    QCOMPARE(QByteArray::fromStdString(std::string(requestTypeName(*found, false))), name);
    QCOMPARE(QByteArray::fromStdString(found->rawPath), target);
    QCOMPARE(QByteArray::fromStdString(std::string(found->nativeProvider)), native);
}

void EndpointTableTest::readsAzuresPaths()
{
    const auto chat = findEndpoint("POST", "/openai/openai/deployments/my%2Dgpt/chat/completions");
    QVERIFY(chat.has_value());
    QCOMPARE(chat->operation, Operation::ChatCompletion);
    QCOMPARE(chat->deployment, std::string("my-gpt"));
    QCOMPARE(std::string(chat->nativeProvider), std::string("azure"));
    const auto images = findEndpoint("POST", "/openai/openai/deployments/d/images/generations");
    QVERIFY(images.has_value());
    QCOMPARE(images->rawPath, std::string("/v1/images/generations"));
    const auto responses = findEndpoint("POST", "/openai/openai/v1/responses");
    QVERIFY(responses.has_value());
    QVERIFY(responses->deployment.empty());
    QVERIFY(!findEndpoint("POST", "/openai/openai/deployments//chat/completions").has_value());
}

void EndpointTableTest::refusesUnsafeIds()
{
    for (const char *path :
         {"/v1/files/..", "/v1/files/%2e%2e/content", "/v1/files/a%2Fb", "/genai/v1beta/models/../operations/x",
          "/openai/v1/videos/%00", "/bedrock/files/bucket/..", "/bedrock/files/bucket/a%2Fb",
          "/v1/files/s3%3A%2F%2Fbucket%2F..%2Fb", "/v1/files/s3%3A%2F%2Fb%2Fc"}) {
        const auto found = findEndpoint("GET", path);
        QVERIFY2(!found.has_value(), path);
        QVERIFY2(found.error().code == ErrorCode::InvalidRequest || found.error().code == ErrorCode::NotFound, path);
    }
}

void EndpointTableTest::namesTheMethodsOfForwardedPaths()
{
    const auto found = findEndpoint("PUT", "/v1/files/file-1");
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::MethodNotAllowed);
    QCOMPARE(found.error().allowedMethods, std::string("GET, HEAD, DELETE"));
    const auto tokens = findEndpoint("POST", "/v1/responses/input_tokens"); // like an id, but no id
    QVERIFY(tokens.has_value());
    QCOMPARE(tokens->operation, Operation::CountTokens);
}

void EndpointTableTest::refusesUnknownPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/", "", "//", "/v1", "/v1/chat", "/v1/chat/completions/x", "/v1/completions2",
                             "/V1/models", "/openai/v1/v1/models", "/openaix/v1/models", "/anthropic/messages",
                             "/v1x/models", "/anthropic/v1/messages/count", "/healthy", "*"})
        QTest::newRow(*path ? path : "empty") << QByteArray(path);
}

void EndpointTableTest::refusesUnknownPaths()
{
    QFETCH(QByteArray, path);
    const auto found = findEndpoint("POST", path.toStdString());
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::NotFound);
    QCOMPARE(found.error().httpStatus(), 404);
}

void EndpointTableTest::shapesErrorsByPath()
{
    QCOMPARE(errorShapeOf("/anthropic"), ErrorShape::Anthropic);
    QCOMPARE(errorShapeOf("/anthropic/v1/unknown"), ErrorShape::Anthropic);
    QCOMPARE(errorShapeOf("/anthropical"), ErrorShape::Bifrost);
    QCOMPARE(errorShapeOf("/v1/messages"), ErrorShape::Bifrost);
    QCOMPARE(errorShapeOf(""), ErrorShape::Bifrost);
}

void EndpointTableTest::namesRequestTypesAsBifrost()
{
    QCOMPARE(std::string(requestTypeName(Operation::ChatCompletion, false)), std::string("chat_completion"));
    QCOMPARE(std::string(requestTypeName(Operation::Messages, true)), std::string("chat_completion_stream"));
    QCOMPARE(std::string(requestTypeName(Operation::Responses, true)), std::string("responses_stream"));
    QCOMPARE(std::string(requestTypeName(Operation::Embedding, false)), std::string("embedding"));
    QCOMPARE(std::string(requestTypeName(Operation::ListModels, false)), std::string("list_models"));
    QCOMPARE(std::string(requestTypeName(Operation::CountTokens, false)), std::string("count_tokens"));
}

QTEST_APPLESS_MAIN(EndpointTableTest)
#include "tst_endpoint_table.moc"
