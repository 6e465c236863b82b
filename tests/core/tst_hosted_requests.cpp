// What hosts make of a dialect: paths, names, bodies and credentials of Azure, Vertex and providers with paths of their own.
#include "gateway/admin/key_json.h"
#include "gateway/admin/key_place_json.h"
#include "gateway/config/aws_role.h"
#include "gateway/config/token_credential.h"
#include "gateway/pipeline/provider_address.h"
#include "gateway/pipeline/provider_headers.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/service/key_values.h"
#include "gateway/service/preset_catalog.h"
#include "gateway/service/view_conversion.h"
#include "tests/core/pipeline_scene.h"
#include "tests/support/source_tree.h"
#include "tests/support/token_endpoint.h"
#include "tests/support/json_comparison.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gateway;
using config::CredentialScheme;
using nlohmann::json;
using tests::FakeExchange;
using tests::PipelineScene;
using translation::DialectFamily;

namespace {

constexpr const char *chatBody = R"({"model":"%1","messages":[{"role":"user","content":"Hi"}],"max_tokens":9})";
constexpr const char *streamBody =
    R"({"model":"%1","stream":true,"max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})";
constexpr const char *responsesBody = R"({"model":"%1","input":"Hi"})";
constexpr const char *embeddingBody = R"({"model":"%1","input":"Hi"})";
constexpr const char *geminiBody = R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]}]})";

std::string serviceAccountFile()
{
    return json{{"type", "service_account"},
                {"project_id", "project-1"},
                {"private_key_id", "key-1"},
                {"private_key", tests::rsaPrivateKeyPem()},
                {"client_email", "robot@project-1.iam.gserviceaccount.com"},
                {"token_uri", "https://oauth2.googleapis.com/token"}}
        .dump();
}

service::PresetCatalog presets()
{
    QFile file(support::sourcePath("resources/providers/presets.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no presets");
    return *service::PresetCatalog::parse(file.readAll());
}

// A provider as the configuration makes it of its preset.
config::ProviderDefinition made(const char *preset, config::ProviderKey key)
{
    const auto catalog = presets();
    const auto found = *catalog.find(QLatin1String(preset));
    api::ProviderView view;
    view.name = found.id;
    view.preset = found.id;
    view.family = found.family;
    view.credential = found.credential;
    view.needsKey = found.needsKey;
    view.network.baseUrl = found.baseUrl;
    auto provider = service::providerDefinition(view, nullptr);
    provider.offer = catalog.offerOf(preset, found.baseUrl.toStdString());
    service::readKeyParts(key, provider);
    provider.keys = {std::move(key)};
    return provider;
}

// Nothing is known of it but how it is paid.
config::ProviderDefinition paidBy(CredentialScheme scheme)
{
    config::ProviderDefinition provider;
    provider.credentialScheme = scheme;
    return provider;
}

config::ProviderKey azureKey(const char *version = "")
{
    auto key = tests::makeKey("azure", "azure-key");
    key.place.endpoint = "our-resource";
    key.place.apiVersion = version;
    key.aliases = {{"gpt-5", "prod gpt"}, {"claude-sonnet-4-5", "our-claude"}};
    return key;
}

config::ProviderKey vertexKey(const char *region = "europe-west4")
{
    auto key = tests::makeKey("vertex", serviceAccountFile());
    key.region = region;
    return key;
}

std::string withName(const char *body, const char *name)
{
    std::string text = body;
    return text.replace(text.find("%1"), 2, name);
}

} // namespace

class HostedRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void asksAzureWhereItListens_data();
    void asksAzureWhereItListens();
    void signsForAzure();
    void takesAzuresEndpointInEveryForm_data();
    void takesAzuresEndpointInEveryForm();
    void saysWhatAnAzureKeyLacks();
    void asksVertexWhereItListens_data();
    void asksVertexWhereItListens();
    void asksVertexForAFilm();
    void saysClaudesVersionInTheBodyAtVertex();
    void usesAnApiKeyOfVertex();
    void saysWhatAVertexKeyLacks();
    void pricesTheModelAndNotItsAlias();
    void knowsWhichModelAnAliasIs();
    void namesAnAliasInThePath();
    void asksWhereTheProviderSays();
    void refusesWhatIsNotOffered_data();
    void refusesWhatIsNotOffered();
    void allowsOnlyWhatItsOwnerAllows();
    void asksAServerThatItsKeyNames();
    void readsGooglesKeyFiles_data();
    void readsGooglesKeyFiles();
    void readsAProfileOfAws();
    void readsRolesOfProfiles_data();
    void readsRolesOfProfiles();
    void findsWhatTheEnvironmentSays();
    void asksMachinesOnlyWhereTheyAreNamed();
    void takesASourceOnlyOfItsCloud();
    void findsApplicationDefaultCredentials();
    void signsInAtTheWorkspaceOfDatabricks();
    void readsBifrostsKeyObjects();
    void keepsAValueFromAnotherEndpoint();

private:
    void send(PipelineScene &scene, const std::string &path, const std::string &body)
    {
        m_exchange = std::make_unique<FakeExchange>("POST", path, body);
        scene.send(*m_exchange);
    }
    std::unique_ptr<FakeExchange> m_exchange;
};

void HostedRequestsTest::asksAzureWhereItListens_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, const char *version, const char *path, const std::string &body,
                        const char *url) {
        QTest::newRow(name) << QByteArray(version) << QByteArray(path) << QByteArray::fromStdString(body)
                            << QByteArray(url);
    };
    row("chat", "", "/v1/chat/completions", withName(chatBody, "azure/gpt-4o"),
        "our-resource.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21");
    row("alias", "2025-01-01", "/v1/chat/completions", withName(streamBody, "azure/gpt-5"),
        "our-resource.openai.azure.com/openai/deployments/prod%20gpt/chat/completions?api-version=2025-01-01");
    row("embedding", "", "/v1/embeddings", withName(embeddingBody, "azure/text-embedding-3-small"),
        "our-resource.openai.azure.com/openai/deployments/text-embedding-3-small/embeddings?api-version=2024-10-21");
    row("responses", "", "/v1/responses", withName(responsesBody, "azure/gpt-5"),
        "our-resource.openai.azure.com/openai/v1/responses");
    row("version 1", "v1", "/v1/chat/completions", withName(chatBody, "azure/gpt-5"),
        "our-resource.openai.azure.com/openai/v1/chat/completions");
    row("preview", "preview", "/v1/responses", withName(responsesBody, "azure/gpt-5"),
        "our-resource.openai.azure.com/openai/v1/responses?api-version=preview");
    row("Claude in its own words", "", "/anthropic/v1/messages", withName(chatBody, "azure/claude-sonnet-4-5"),
        "our-resource.services.ai.azure.com/anthropic/v1/messages");
    row("Claude in others'", "", "/v1/chat/completions", withName(chatBody, "azure/claude-sonnet-4-5"),
        "our-resource.services.ai.azure.com/anthropic/v1/messages");
}

void HostedRequestsTest::asksAzureWhereItListens()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, url);
    PipelineScene scene({made("azure", azureKey(version.constData()))});
    send(scene, path.toStdString(), body.toStdString());
    QVERIFY2(scene.transport.callCount() == 1, m_exchange->body.c_str());
    QCOMPARE(QByteArray::fromStdString(scene.sent().route->host + scene.sent().target), url);
    const bool isClaude = body.contains("claude");
    const char *deployment = isClaude ? "our-claude" : body.contains("gpt-5") ? "prod gpt" : nullptr;
    if (deployment)
        QCOMPARE(scene.sentBody()["model"].get<std::string>(), std::string(deployment));
    QCOMPARE(std::string(scene.sent().headers.value(isClaude ? "x-api-key" : "api-key")), std::string("azure-key"));
    QVERIFY(!scene.sent().headers.contains("authorization"));
    QCOMPARE(scene.sent().headers.contains("anthropic-version"), isClaude);
}

void HostedRequestsTest::signsForAzure()
{
    auto key = azureKey();
    key.place.tenantId = "tenant-1";
    key.place.clientId = "client-1";
    PipelineScene scene({made("azure", key)});
    send(scene, "/v1/chat/completions", withName(chatBody, "azure/gpt-4o"));
    const TokenGrantPointer grant = scene.sent().tokenGrant;
    QVERIFY(grant);
    QCOMPARE(grant->tokenUrl, std::string("https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token"));
    QCOMPARE(grant->scope, std::string("https://cognitiveservices.azure.com/.default"));
    QVERIFY(!scene.sent().headers.contains("api-key"));
    QVERIFY(!scene.sent().headers.contains("authorization")); // the client adds it when the token is there
}

void HostedRequestsTest::takesAzuresEndpointInEveryForm_data()
{
    QTest::addColumn<QByteArray>("endpoint");
    for (const char *endpoint :
         {"https://our-resource.openai.azure.com", "https://our-resource.openai.azure.com/",
          "https://our-resource.openai.azure.com/openai/", "https://our-resource.openai.azure.com/openai/v1/",
          "our-resource.openai.azure.com", "our-resource", "env.BILROST_TEST_ENDPOINT"})
        QTest::newRow(endpoint) << QByteArray(endpoint);
}

void HostedRequestsTest::takesAzuresEndpointInEveryForm()
{
    QFETCH(QByteArray, endpoint);
    qputenv("BILROST_TEST_ENDPOINT", "https://our-resource.openai.azure.com");
    auto key = azureKey("v1");
    key.place.endpoint = endpoint.toStdString();
    PipelineScene scene({made("azure", key)});
    send(scene, "/v1/chat/completions", withName(chatBody, "azure/gpt-4o"));
    QCOMPARE(scene.sent().route->host + scene.sent().target,
             std::string("our-resource.openai.azure.com/openai/v1/chat/completions"));
    qunsetenv("BILROST_TEST_ENDPOINT");
}

void HostedRequestsTest::saysWhatAnAzureKeyLacks()
{
    auto key = azureKey();
    key.place.endpoint.clear();
    PipelineScene scene({made("azure", key)});
    send(scene, "/v1/chat/completions", withName(chatBody, "azure/gpt-4o"));
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
    QCOMPARE(m_exchange->head->status, 400);
    QVERIFY(m_exchange->body.find("resource") != std::string::npos);
}

void HostedRequestsTest::asksVertexWhereItListens_data()
{
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, const char *region, const char *path, const std::string &body,
                        const char *url) {
        QTest::newRow(name) << QByteArray(region) << QByteArray(path) << QByteArray::fromStdString(body)
                            << QByteArray(url);
    };
    row("Gemini", "europe-west4", "/v1/chat/completions", withName(chatBody, "vertex/gemini-2.5-flash"),
        "europe-west4-aiplatform.googleapis.com/v1/projects/project-1/locations/europe-west4/publishers/google/models/"
        "gemini-2.5-flash:generateContent");
    row("Gemini, streamed", "", "/v1/chat/completions", withName(streamBody, "vertex/gemini-2.5-flash"),
        "aiplatform.googleapis.com/v1/projects/project-1/locations/global/publishers/google/models/"
        "gemini-2.5-flash:streamGenerateContent?alt=sse");
    row("Gemini in its own words", "global", "/genai/v1beta/models/vertex%2Fgemini-2.5-flash:generateContent",
        geminiBody,
        "aiplatform.googleapis.com/v1/projects/project-1/locations/global/publishers/google/models/"
        "gemini-2.5-flash:generateContent");
    row("ranking", "europe-west4", "/v1/rerank",
        R"({"model":"vertex/semantic-ranker-default@latest","query":"q","documents":["a"]})",
        "discoveryengine.googleapis.com/v1/projects/project-1/locations/global/rankingConfigs/"
        "default_ranking_config:rank");
    row("Imagen", "europe-west4", "/genai/v1beta/models/vertex%2Fimagen-4.0-generate-001:predict",
        R"({"instances":[{"prompt":"a"}]})",
        "europe-west4-aiplatform.googleapis.com/v1/projects/project-1/locations/europe-west4/publishers/google/models/"
        "imagen-4.0-generate-001:predict");
    row("embeddings", "europe-west4", "/v1/embeddings", withName(embeddingBody, "vertex/text-embedding-005"),
        "europe-west4-aiplatform.googleapis.com/v1/projects/project-1/locations/europe-west4/publishers/google/models/"
        "text-embedding-005:predict");
    row("embeddings in Gemini's words", "europe-west4",
        "/genai/v1beta/models/vertex%2Fgemini-embedding-001:embedContent", R"({"content":{"parts":[{"text":"Hi"}]}})",
        "europe-west4-aiplatform.googleapis.com/v1/projects/project-1/locations/europe-west4/publishers/google/models/"
        "gemini-embedding-001:predict");
    row("Claude", "us-east5", "/anthropic/v1/messages?beta=true",
        withName(chatBody, "vertex/claude-sonnet-4-5@20250929"),
        "us-east5-aiplatform.googleapis.com/v1/projects/project-1/locations/us-east5/publishers/anthropic/models/"
        "claude-sonnet-4-5%4020250929:rawPredict");
    row("Claude, streamed, in others' words", "us-east5", "/v1/chat/completions",
        withName(streamBody, "vertex/claude-sonnet-4-5@20250929"),
        "us-east5-aiplatform.googleapis.com/v1/projects/project-1/locations/us-east5/publishers/anthropic/models/"
        "claude-sonnet-4-5%4020250929:streamRawPredict");
    row("counting Claude's tokens", "us-east5", "/anthropic/v1/messages/count_tokens",
        withName(chatBody, "vertex/claude-sonnet-4-5@20250929"),
        "us-east5-aiplatform.googleapis.com/v1/projects/project-1/locations/us-east5/publishers/anthropic/models/"
        "count-tokens:rawPredict");
    row("a model as a service", "us-central1", "/v1/chat/completions",
        withName(chatBody, "vertex/meta/llama-4-maverick-17b-128e-instruct-maas"),
        "us-central1-aiplatform.googleapis.com/v1/projects/project-1/locations/us-central1/endpoints/openapi/chat/"
        "completions");
}

void HostedRequestsTest::asksVertexWhereItListens()
{
    QFETCH(QByteArray, region);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, url);
    PipelineScene scene({made("vertex", vertexKey(region.constData()))});
    send(scene, path.toStdString(), body.toStdString());
    QVERIFY2(scene.transport.callCount() == 1, m_exchange->body.c_str());
    QCOMPARE(QByteArray::fromStdString(scene.sent().route->host + scene.sent().target), url);
    QVERIFY(scene.sent().tokenGrant);
    QCOMPARE(scene.sent().tokenGrant->clientId, std::string("robot@project-1.iam.gserviceaccount.com"));
    QVERIFY(!scene.sent().headers.contains("x-goog-api-key"));
}

void HostedRequestsTest::asksVertexForAFilm()
{
    const std::string model =
        "/v1/projects/project-1/locations/us-central1/publishers/google/models/veo-3.0-generate-001";
    PipelineScene scene({made("vertex", vertexKey("us-central1"))});
    send(scene, "/genai/v1beta/models/vertex%2Fveo-3.0-generate-001:predictLongRunning",
         R"({"instances":[{"prompt":"a cat"}]})");
    QVERIFY2(scene.transport.callCount() == 1, m_exchange->body.c_str());
    QCOMPARE(scene.sent().target, model + ":predictLongRunning");
    const std::string name = model.substr(4) + "/operations/film-1";
    scene.transport.lastCall()->answer(200, json{{"name", name}}.dump());
    const std::string told = json::parse(m_exchange->body).at("name").get<std::string>();
    QCOMPARE(told, std::string("models/vertex/veo-3.0-generate-001/operations/film-1"));
    // What Google's client asks next, with the name that it was told.
    FakeExchange question("GET", "/genai/v1beta/" + told, "");
    scene.send(question);
    QVERIFY2(scene.transport.callCount() == 2, question.body.c_str());
    QCOMPARE(scene.sent().method, std::string("POST"));
    QCOMPARE(scene.sent().target, model + ":fetchPredictOperation");
    QCOMPARE(scene.sentBody(), json({{"operationName", name}}));
    scene.transport.lastCall()->answer(
        200, json{{"name", name},
                  {"done", true},
                  {"response",
                   {{"raiMediaFilteredCount", 0},
                    {"videos", json::array({{{"bytesBase64Encoded", "AAAA"}, {"mimeType", "video/mp4"}}})}}}}
                 .dump());
    const json film = json::parse(question.body);
    QVERIFY(film.at("done").get<bool>());
    QCOMPARE(film.at("name").get<std::string>(), told);
    QCOMPARE(film.at("response").at("generateVideoResponse").at("generatedSamples"),
             json::array({{{"video", {{"encodedVideo", "AAAA"}, {"encoding", "video/mp4"}}}}}));
    QVERIFY(!film.at("response").contains("videos"));
}

void HostedRequestsTest::saysClaudesVersionInTheBodyAtVertex()
{
    PipelineScene scene({made("vertex", vertexKey())});
    send(scene, "/anthropic/v1/messages", withName(streamBody, "vertex/claude-sonnet-4-5@20250929"));
    const json sent = scene.sentBody();
    QCOMPARE(sent["anthropic_version"].get<std::string>(), std::string("vertex-2023-10-16"));
    QVERIFY(!sent.contains("model"));
    QCOMPARE(sent["stream"].get<bool>(), true);
    QVERIFY(!scene.sent().headers.contains("anthropic-version"));
}

void HostedRequestsTest::usesAnApiKeyOfVertex()
{
    PipelineScene scene({made("vertex", tests::makeKey("express", "AIza-express"))});
    send(scene, "/v1/chat/completions", withName(chatBody, "vertex/gemini-2.5-flash"));
    QCOMPARE(std::string(scene.sent().headers.value("x-goog-api-key")), std::string("AIza-express"));
    QCOMPARE(scene.sent().route->host + scene.sent().target,
             std::string("aiplatform.googleapis.com/v1/publishers/google/models/gemini-2.5-flash:generateContent"));
    QVERIFY(!scene.sent().tokenGrant);
}

void HostedRequestsTest::saysWhatAVertexKeyLacks()
{
    PipelineScene scene({made("vertex", tests::makeKey("express", "AIza-express"))});
    send(scene, "/v1/chat/completions", withName(chatBody, "vertex/claude-sonnet-4-5"));
    QCOMPARE(scene.transport.callCount(), std::size_t(0));
    QVERIFY(m_exchange->body.find("project") != std::string::npos);
}

void HostedRequestsTest::pricesTheModelAndNotItsAlias()
{
    const auto azure = made("azure", azureKey());
    QCOMPARE(azure.priceList("gpt-5"), std::string_view("openai"));
    QCOMPARE(azure.priceList("claude-sonnet-4-5"), std::string_view("anthropic"));
    QCOMPARE(made("vertex", vertexKey()).priceList("gemini-2.5-flash"), std::string_view("gemini"));
    PipelineScene scene({azure});
    send(scene, "/v1/chat/completions", withName(chatBody, "azure/gpt-5"));
    scene.transport.lastCall()->answer(200, "{}");
    QCOMPARE(scene.record().attempts.at(0).model, std::string("gpt-5"));
}

// A model that reasons refuses max_tokens, whatever its deployment is called.
void HostedRequestsTest::knowsWhichModelAnAliasIs()
{
    PipelineScene scene({made("azure", azureKey())});
    send(scene, "/v1/chat/completions", withName(chatBody, "azure/gpt-5"));
    QCOMPARE(scene.sentBody()["max_completion_tokens"].get<int>(), 9);
    QVERIFY(!scene.sentBody().contains("max_tokens"));
}

void HostedRequestsTest::namesAnAliasInThePath()
{
    auto gemini = made("gemini", tests::makeKey("k"));
    gemini.keys.front().aliases = {{"flash", "gemini-2.5-flash"}};
    PipelineScene scene({gemini});
    send(scene, "/v1/chat/completions", withName(chatBody, "gemini/flash"));
    QCOMPARE(scene.sent().target, std::string("/v1beta/models/gemini-2.5-flash:generateContent"));
}

void HostedRequestsTest::asksWhereTheProviderSays()
{
    PipelineScene perplexity({made("perplexity", tests::makeKey("k"))});
    send(perplexity, "/v1/chat/completions", withName(streamBody, "perplexity/sonar"));
    QCOMPARE(perplexity.sent().target, std::string("/chat/completions"));
    auto own = tests::makeProvider("own");
    own.isCustom = true;
    own.network.baseUrl = "http://127.0.0.1:9/base";
    own.pathOverrides = {{"chat_completion", "/ask?mode=1"},
                         {"chat_completion_stream", "https://stream.test/v1/flow"},
                         {"embedding", "/vectors"}};
    PipelineScene scene({own});
    send(scene, "/v1/chat/completions", withName(chatBody, "own/m"));
    QCOMPARE(scene.sent().target, std::string("/base/ask?mode=1"));
    send(scene, "/v1/chat/completions", withName(streamBody, "own/m"));
    QCOMPARE(scene.sent().route->host + scene.sent().target, std::string("stream.test/v1/flow"));
    send(scene, "/v1/embeddings", withName(embeddingBody, "own/m"));
    QCOMPARE(scene.sent().target, std::string("/base/vectors"));
    // What is asked of the provider counts, not what the client asked.
    send(scene, "/anthropic/v1/messages", withName(chatBody, "own/m"));
    QCOMPARE(scene.sent().target, std::string("/base/ask?mode=1"));
}

void HostedRequestsTest::refusesWhatIsNotOffered_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("shape");
    QTest::newRow("openai") << QByteArray("/v1/embeddings")
                            << QByteArray::fromStdString(withName(embeddingBody, "perplexity/sonar"))
                            << QByteArray("unsupported_operation");
    QTest::newRow("gemini") << QByteArray("/genai/v1beta/models/perplexity%2Fsonar:embedContent")
                            << QByteArray(geminiBody) << QByteArray("INVALID_ARGUMENT");
    QTest::newRow("anthropic") << QByteArray("/anthropic/v1/messages")
                               << QByteArray::fromStdString(withName(chatBody, "runway/gen4_turbo"))
                               << QByteArray("invalid_request_error");
}

void HostedRequestsTest::refusesWhatIsNotOffered()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, shape);
    PipelineScene scene({made("perplexity", tests::makeKey("k")), made("runway", tests::makeKey("r"))});
    send(scene, path.toStdString(), body.toStdString());
    QCOMPARE(scene.transport.callCount(), std::size_t(0)); // no 404 of the provider's
    QCOMPARE(m_exchange->head->status, 400);
    QVERIFY2(m_exchange->body.find("does not offer") != std::string::npos, m_exchange->body.c_str());
    QVERIFY2(m_exchange->body.find(shape.toStdString()) != std::string::npos, m_exchange->body.c_str());
}

void HostedRequestsTest::allowsOnlyWhatItsOwnerAllows()
{
    auto own = tests::makeProvider("own");
    own.isCustom = true;
    own.allowedRequests = {"chat_completion", "embedding"};
    PipelineScene scene({own});
    send(scene, "/v1/chat/completions", withName(chatBody, "own/m"));
    QCOMPARE(scene.transport.callCount(), std::size_t(1));
    send(scene, "/v1/embeddings", withName(embeddingBody, "own/m"));
    QCOMPARE(scene.transport.callCount(), std::size_t(2));
    send(scene, "/v1/chat/completions", withName(streamBody, "own/m")); // a stream must be named by itself
    QCOMPARE(scene.transport.callCount(), std::size_t(2));
    QVERIFY(m_exchange->body.find("chat_completion_stream") != std::string::npos);
    send(scene, "/v1/responses", withName(responsesBody, "own/m"));
    QCOMPARE(scene.transport.callCount(), std::size_t(2));
}

void HostedRequestsTest::asksAServerThatItsKeyNames()
{
    auto first = tests::makeKey("first", {}, {"small"});
    first.place.endpoint = "http://127.0.0.1:11501";
    auto second = tests::makeKey("second", {}, {"large"});
    second.place.endpoint = "http://192.168.1.7:11434/v1";
    auto ollama = made("ollama", first);
    service::readKeyParts(second, ollama);
    ollama.keys.push_back(second);
    PipelineScene scene({ollama});
    send(scene, "/v1/chat/completions", withName(chatBody, "ollama/small"));
    QCOMPARE(scene.sent().route->port, std::uint16_t(11501));
    QVERIFY(!scene.sent().headers.contains("authorization"));
    send(scene, "/v1/chat/completions", withName(chatBody, "ollama/large"));
    QCOMPARE(scene.sent().route->host + scene.sent().target, std::string("192.168.1.7/v1/chat/completions"));
}

void HostedRequestsTest::readsGooglesKeyFiles_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("whole") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("type") << QByteArray("type") << QByteArray("external_account") << QByteArray("external_account");
    QTest::newRow("no address") << QByteArray("client_email") << QByteArray() << QByteArray("client_email");
    QTest::newRow("no key") << QByteArray("private_key") << QByteArray("secret-text") << QByteArray("private_key");
}

void HostedRequestsTest::readsGooglesKeyFiles()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, problem);
    json file = json::parse(serviceAccountFile());
    if (!member.isEmpty())
        file[member.toStdString()] = value.toStdString();
    config::ProviderKey key;
    const auto taken =
        service::takeTypedValue(key, QString::fromStdString(file.dump()), {}, CredentialScheme::GoogleCloud);
    QCOMPARE(taken.has_value(), problem.isEmpty());
    if (!taken) {
        QVERIFY(taken.error().message.find(problem.toStdString()) != std::string::npos);
        QVERIFY(taken.error().message.find("secret-text") == std::string::npos);
        return;
    }
    service::readKeyParts(key, paidBy(CredentialScheme::GoogleCloud));
    const TokenGrantPointer grant = key.tokenGrant;
    QVERIFY(grant);
    QCOMPARE(key.placeInForce.project, std::string("project-1"));
    service::readKeyParts(key, paidBy(CredentialScheme::GoogleCloud));
    QVERIFY(key.tokenGrant == grant); // the same object: its token stays
    const auto view = service::keyView(key, false);
    QCOMPARE(view.redactedValue, QStringLiteral("robot@project-1.iam.gserviceaccount.com"));
}

void HostedRequestsTest::readsAProfileOfAws()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("credentials")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# mine\n[default]\naws_access_key_id = AKIADEFAULT0000\naws_secret_access_key = d\n\n[team]\n"
               "aws_access_key_id=ASIATEAM00001234\naws_secret_access_key = te=am/+\naws_session_token = token\n");
    file.close();
    qputenv("AWS_SHARED_CREDENTIALS_FILE", file.fileName().toUtf8());
    qputenv("AWS_CONFIG_FILE", folder.filePath(QStringLiteral("none")).toUtf8());
    auto key = tests::makeKey("aws", {});
    key.source = config::KeySource::AwsProfile;
    key.place.profile = "team";
    service::readKeyParts(key, paidBy(CredentialScheme::AwsSigV4));
    QCOMPARE(key.valueProblem, std::string());
    QCOMPARE(key.aws,
             (AwsCredentials{SecretString("ASIATEAM00001234"), SecretString("te=am/+"), SecretString("token")}));
    key.place.profile = "nobody";
    service::readKeyParts(key, paidBy(CredentialScheme::AwsSigV4));
    QVERIFY(key.valueProblem.find("nobody") != std::string::npos);
    QVERIFY(key.value.isEmpty());
    qunsetenv("AWS_SHARED_CREDENTIALS_FILE");
    qunsetenv("AWS_CONFIG_FILE");
}

namespace {

constexpr const char *awsFiles = R"([default]
aws_access_key_id = AKIADEFAULT0000
aws_secret_access_key = d
[base]
aws_access_key_id = AKIABASE00001234
aws_secret_access_key = base-secret
)";
constexpr const char *awsSettings = R"([profile base]
region = eu-north-1
[profile role]
role_arn = arn:aws:iam::123456789012:role/one
source_profile = base
external_id = ours
role_session_name = me
duration_seconds = 900
region = eu-west-3
[profile chain]
role_arn = arn:aws:iam::123456789012:role/two
source_profile = role
[profile web]
role_arn = arn:aws:iam::123456789012:role/web
web_identity_token_file = /var/run/token
[profile variables]
role_arn = arn:aws:iam::123456789012:role/three
credential_source = Environment
[profile machine]
role_arn = arn:aws:iam::123456789012:role/three
credential_source = Ec2InstanceMetadata
[profile nowhere]
role_arn = arn:aws:iam::123456789012:role/three
credential_source = EcsContainer
[profile nobody]
role_arn = arn:aws:iam::123456789012:role/three
credential_source = Somebody
[profile code]
role_arn = arn:aws:iam::123456789012:role/three
source_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/me
[profile round]
role_arn = arn:aws:iam::123456789012:role/three
source_profile = trip
[profile trip]
role_arn = arn:aws:iam::123456789012:role/three
source_profile = round
)";

// The files and variables that AWS's own tools would find.
class AwsComputer {
public:
    AwsComputer()
    {
        set("AWS_SHARED_CREDENTIALS_FILE", written("credentials", awsFiles));
        set("AWS_CONFIG_FILE", written("config", awsSettings));
    }
    ~AwsComputer()
    {
        for (const QByteArray &name : m_names)
            qunsetenv(name.constData());
    }
    void set(const char *name, const QByteArray &value)
    {
        qputenv(name, value);
        m_names.append(name);
    }

private:
    QByteArray written(const char *name, const char *text)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(text);
        return file.fileName().toUtf8();
    }
    QTemporaryDir m_folder;
    QList<QByteArray> m_names;
};

config::ProviderKey profileKey(const char *profile)
{
    auto key = tests::makeKey("aws", {});
    key.source = config::KeySource::AwsProfile;
    key.place.profile = profile;
    service::readKeyParts(key, paidBy(CredentialScheme::AwsSigV4));
    return key;
}

} // namespace

void HostedRequestsTest::readsRolesOfProfiles_data()
{
    QTest::addColumn<QByteArray>("profile");
    QTest::addColumn<QByteArray>("role");   // its last part; empty: refused
    QTest::addColumn<QByteArray>("caller"); // access key, or the role before
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("problem");
    const auto row = [](const char *profile, const char *role, const char *caller, const char *region,
                        const char *problem) {
        QTest::newRow(profile) << QByteArray(profile) << QByteArray(role) << QByteArray(caller) << QByteArray(region)
                               << QByteArray(problem);
    };
    row("role", "one", "AKIABASE00001234", "eu-west-3", "");
    row("chain", "two", "one", "eu-west-3", "");
    row("web", "web", "", "us-east-1", "");
    row("variables", "three", "AKIAVARIABLE0000", "us-east-1", "");
    row("machine", "three", "machine", "us-east-1", "");
    row("nowhere", "", "", "", "This is no container of AWS");
    row("nobody", "", "", "", "nothing says who takes it");
    row("code", "", "", "", "asks for a code");
    row("round", "", "", "", "holds no access key");
}

void HostedRequestsTest::readsRolesOfProfiles()
{
    QFETCH(QByteArray, profile);
    QFETCH(QByteArray, role);
    QFETCH(QByteArray, caller);
    QFETCH(QByteArray, region);
    QFETCH(QByteArray, problem);
    AwsComputer computer;
    computer.set("AWS_ACCESS_KEY_ID", "AKIAVARIABLE0000");
    computer.set("AWS_SECRET_ACCESS_KEY", "variable-secret");
    const auto key = profileKey(profile.constData());
    QVERIFY2(key.valueProblem.find(problem.toStdString()) != std::string::npos, key.valueProblem.c_str());
    QCOMPARE(key.hasCredential(), problem.isEmpty());
    if (!problem.isEmpty())
        return;
    const AwsRole &taken = key.tokenGrant->role;
    QCOMPARE(taken.arn, "arn:aws:iam::123456789012:role/" + role.toStdString());
    QCOMPARE(taken.region, region.toStdString());
    if (caller == "machine")
        QCOMPARE(*taken.callerGrant, *config::machineGrant("http://169.254.169.254"));
    else if (taken.callerGrant)
        QCOMPARE(taken.callerGrant->role.arn, "arn:aws:iam::123456789012:role/" + caller.toStdString());
    else
        QCOMPARE(std::string(taken.caller.accessKeyId.reveal()), caller.toStdString());
    if (role != "one")
        return;
    QCOMPARE(taken.externalId, std::string("ours"));
    QCOMPARE(taken.sessionName, std::string("me"));
    QCOMPARE(taken.lifetime, std::chrono::seconds(900));
    // A role that the key itself names is taken by who is in the profile's.
    auto further = key;
    further.place.roleArn = "arn:aws:iam::123456789012:role/further";
    service::readKeyParts(further, paidBy(CredentialScheme::AwsSigV4));
    QCOMPARE(further.tokenGrant->role.arn, further.place.roleArn);
    QVERIFY(*further.tokenGrant->role.callerGrant == *key.tokenGrant);
}

void HostedRequestsTest::findsWhatTheEnvironmentSays()
{
    AwsComputer computer;
    QCOMPARE(std::string(profileKey("").aws.accessKeyId.reveal()), std::string("AKIADEFAULT0000"));
    computer.set("AWS_PROFILE", "base");
    QCOMPARE(std::string(profileKey("").aws.accessKeyId.reveal()), std::string("AKIABASE00001234"));
    computer.set("AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/token");
    computer.set("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/web");
    computer.set("AWS_REGION", "ap-south-1");
    const auto web = profileKey("");
    QVERIFY2(web.tokenGrant, web.valueProblem.c_str());
    QCOMPARE(int(web.tokenGrant->kind), int(TokenGrant::Kind::AwsWebIdentity));
    QCOMPARE(web.tokenGrant->role.identityFile, std::string("/var/run/token"));
    QCOMPARE(web.tokenGrant->tokenUrl, std::string("https://sts.ap-south-1.amazonaws.com"));
    QCOMPARE(web.region, std::string("ap-south-1"));
    computer.set("AWS_ACCESS_KEY_ID", "AKIAVARIABLE0000");
    computer.set("AWS_SECRET_ACCESS_KEY", "variable-secret");
    const auto pair = profileKey("");
    QVERIFY(!pair.tokenGrant);
    QCOMPARE(std::string(pair.aws.accessKeyId.reveal()), std::string("AKIAVARIABLE0000"));
    const auto view = service::keyView(pair, false);
    QVERIFY(view.isFoundByAws && view.hasValue);
}

void HostedRequestsTest::asksMachinesOnlyWhereTheyAreNamed()
{
    AwsComputer computer;
    const QTemporaryDir empty;
    for (const char *file : {"AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"})
        computer.set(file, empty.filePath(QStringLiteral("none")).toUtf8());
    QVERIFY(!profileKey("").tokenGrant); // an empty pair on a laptop: nobody is asked
    // A container's variables are set by AWS, for this process.
    computer.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials");
    computer.set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/var/run/pod-token");
    auto found = profileKey("");
    QCOMPARE(*found.tokenGrant,
             *config::containerGrant("http://169.254.170.23/v1/credentials", {}, "/var/run/pod-token"));
    computer.set("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/1");
    QCOMPARE(profileKey("").tokenGrant->tokenUrl, std::string("http://169.254.170.2/v2/credentials/1"));
    // A machine is asked when the key says so.
    auto key = tests::makeKey("aws", {});
    key.source = config::KeySource::AwsProfile;
    key.place.credentialSource = config::awsMachineSource;
    key.place.roleArn = "arn:aws:iam::123456789012:role/further";
    service::readKeyParts(key, paidBy(CredentialScheme::AwsSigV4));
    QVERIFY2(key.tokenGrant, key.valueProblem.c_str());
    QCOMPARE(*key.tokenGrant->role.callerGrant, *config::machineGrant("http://169.254.169.254"));
    computer.set("AWS_EC2_METADATA_DISABLED", "True");
    service::readKeyParts(key, paidBy(CredentialScheme::AwsSigV4));
    QVERIFY(!key.hasCredential());
    QVERIFY(key.valueProblem.find("AWS_EC2_METADATA_DISABLED") != std::string::npos);
}

void HostedRequestsTest::takesASourceOnlyOfItsCloud()
{
    const auto isTaken = [](const char *source, CredentialScheme scheme) {
        return service::checkCredentialSource(source, scheme).has_value();
    };
    QVERIFY(isTaken("", CredentialScheme::Bearer));
    QVERIFY(isTaken("Ec2InstanceMetadata", CredentialScheme::AwsSigV4));
    QVERIFY(isTaken("EcsContainer", CredentialScheme::AwsSigV4));
    QVERIFY(isTaken("MetadataServer", CredentialScheme::GoogleCloud));
    QVERIFY(!isTaken("MetadataServer", CredentialScheme::AwsSigV4));
    QVERIFY(!isTaken("Ec2InstanceMetadata", CredentialScheme::GoogleCloud));
    QVERIFY(!isTaken("Ec2InstanceMetadata", CredentialScheme::Bearer));
    QVERIFY(!isTaken("http://169.254.169.254", CredentialScheme::AwsSigV4));
}

void HostedRequestsTest::findsApplicationDefaultCredentials()
{
    AwsComputer computer; // for its variables
    const QTemporaryDir folder;
    computer.set("CLOUDSDK_CONFIG", folder.path().toUtf8());
    auto key = tests::makeKey("vertex", {});
    key.source = config::KeySource::GoogleDefault;
    service::readKeyParts(key, paidBy(CredentialScheme::GoogleCloud));
    QVERIFY(!key.hasCredential());
    QVERIFY(key.valueProblem.find("GOOGLE_APPLICATION_CREDENTIALS is not set") != std::string::npos);
    // What gcloud writes of a person.
    QFile person(folder.filePath(QStringLiteral("application_default_credentials.json")));
    QVERIFY(person.open(QIODevice::WriteOnly));
    person.write(R"({"type":"authorized_user","client_id":"c","client_secret":"s","refresh_token":"refresh-me",
        "quota_project_id":"project-2"})");
    person.close();
    service::readKeyParts(key, paidBy(CredentialScheme::GoogleCloud));
    QVERIFY2(key.tokenGrant, key.valueProblem.c_str());
    QCOMPARE(int(key.tokenGrant->kind), int(TokenGrant::Kind::RefreshToken));
    QCOMPARE(key.placeInForce.project, std::string("project-2"));
    const TokenGrantPointer grant = key.tokenGrant;
    service::readKeyParts(key, paidBy(CredentialScheme::GoogleCloud));
    QVERIFY(key.tokenGrant == grant); // its token stays
    const auto view = service::keyView(key, false);
    QVERIFY(view.isFoundByGoogle && view.hasValue);
    const std::string shown = admin::writeKey(view).dump();
    QVERIFY(shown.find("refresh-me") == std::string::npos && shown.find("\"c\"") == std::string::npos);
    // A file that is named goes first, and what is wrong with it is told.
    computer.set("GOOGLE_APPLICATION_CREDENTIALS", folder.filePath(QStringLiteral("none.json")).toUtf8());
    service::readKeyParts(key, paidBy(CredentialScheme::GoogleCloud));
    QVERIFY(!key.tokenGrant);
    QVERIFY(key.valueProblem.find("none.json cannot be read") != std::string::npos);
    // The machine, when the key says so.
    computer.set("GOOGLE_CLOUD_PROJECT", "project-3");
    key.place.credentialSource = config::googleMachineSource;
    service::readKeyParts(key, paidBy(CredentialScheme::GoogleCloud));
    QVERIFY2(key.valueProblem.empty(), key.valueProblem.c_str());
    QCOMPARE(*key.tokenGrant, *config::googleMachineGrant("http://metadata.google.internal"));
    QCOMPARE(key.placeInForce.project, std::string("project-3"));
}

void HostedRequestsTest::signsInAtTheWorkspaceOfDatabricks()
{
    const auto command = admin::readKey(
        admin::parseJson(R"({"name":"d","value":"","databricks_key_config":{"workspace_url":"our-workspace",
            "client_id":"client","client_secret":{"value":"dose-secret"}}})"),
        QStringLiteral("databricks"), nullptr);
    QVERIFY2(command.has_value(), command ? "" : command.error().message.c_str());
    QCOMPARE(command->value.value_or(QString()), QStringLiteral("dose-secret"));
    auto key = tests::makeKey("d", {});
    QVERIFY(service::takePlace(key, command->key, true).has_value());
    QVERIFY(service::takeTypedValue(key, command->value, {}, CredentialScheme::Bearer).has_value());
    for (const auto &[endpoint, tokenUrl] :
         {std::pair{"our-workspace", "https://our-workspace.cloud.databricks.com/oidc/v1/token"},
          {"adb-1.2.azuredatabricks.net", "https://adb-1.2.azuredatabricks.net/oidc/v1/token"},
          {"https://adb-1.2.azuredatabricks.net/some/path", "https://adb-1.2.azuredatabricks.net/oidc/v1/token"}}) {
        key.place.endpoint = endpoint;
        const auto provider = made("databricks", key);
        const TokenGrantPointer grant = provider.keys.front().tokenGrant;
        QVERIFY(grant);
        QCOMPARE(int(grant->kind), int(TokenGrant::Kind::BasicClient));
        QCOMPARE(grant->tokenUrl, std::string(tokenUrl));
        QCOMPARE(grant->scope, std::string("all-apis"));
        net::UpstreamRequest request;
        request.headers = {{"Authorization", "Bearer of the client"}};
        request.route = pipeline::addressOf(provider, &provider.keys.front())->route;
        QVERIFY(pipeline::addProviderHeaders(request, provider, &provider.keys.front()).has_value());
        QVERIFY(request.tokenGrant == grant);
        QVERIFY(!request.headers.contains("authorization")); // the token comes when it is sent
    }
    // The same client is shown and comes back without its secret.
    key.place.endpoint = "our-workspace";
    const auto provider = made("databricks", key);
    const auto view = service::keyView(provider.keys.front(), false, &provider);
    const admin::Json written = admin::writeKey(view);
    QVERIFY(written.dump().find("dose-secret") == std::string::npos);
    QCOMPARE(written["databricks_key_config"]["client_id"]["value"].get<std::string>(), std::string("client"));
    const auto back = admin::readKey(written, QStringLiteral("databricks"), &view);
    QVERIFY(back.has_value() && !back->value);
    QCOMPARE(back->key.place, view.place);
    // A personal access token is one, and another provider has no workspace.
    key.place.clientId.clear();
    QVERIFY(!made("databricks", key).keys.front().tokenGrant);
    key.place.clientId = "client";
    QVERIFY(!made("openai", key).keys.front().tokenGrant);
}

void HostedRequestsTest::readsBifrostsKeyObjects()
{
    const auto azure = admin::readKey(
        admin::parseJson(R"({"name":"a","value":"","models":["*"],"aliases":{"gpt-5":"prod","o3":{"model_id":"o"}},
            "azure_key_config":{"endpoint":"https://r.openai.azure.com","api_version":"2025-01-01","tenant_id":"t",
            "client_id":"c","client_secret":{"value":"the-secret"},"scopes":["one","two"]}})"),
        QStringLiteral("azure"), nullptr);
    QVERIFY2(azure.has_value(), azure ? "" : azure.error().message.c_str());
    QCOMPARE(azure->value.value_or(QString()), QStringLiteral("the-secret"));
    QCOMPARE(azure->key.place.endpoint, QStringLiteral("https://r.openai.azure.com"));
    QCOMPARE(azure->key.place.scope, QStringLiteral("one two"));
    QCOMPARE(azure->key.aliases.size(), 2);
    const auto vertex =
        admin::readKey(admin::parseJson(R"({"name":"v","value":"","vertex_key_config":{"project_id":"env.PROJECT",
            "region":"us-central1","auth_credentials":{"env_var":"env.GOOGLE","from_env":true}}})"),
                       QStringLiteral("vertex"), nullptr);
    QCOMPARE(vertex->value.value_or(QString()), QStringLiteral("env.GOOGLE"));
    QCOMPARE(vertex->key.place.project, QStringLiteral("env.PROJECT"));
    QCOMPARE(vertex->key.region, QStringLiteral("us-central1"));
    const auto ollama =
        admin::readKey(admin::parseJson(R"({"name":"o","value":"","ollama_key_config":{"url":"http://127.0.0.1:1"}})"),
                       QStringLiteral("ollama"), nullptr);
    QVERIFY(!ollama->value.has_value());
    QCOMPARE(ollama->key.place.endpoint, QStringLiteral("http://127.0.0.1:1"));

    const auto replicate = admin::readKey(
        admin::parseJson(R"({"name":"r","value":"v","replicate_key_config":{"use_deployments_endpoint":true}})"),
        QStringLiteral("replicate"), nullptr);
    QVERIFY2(replicate.has_value(), replicate ? "" : replicate.error().message.c_str());
    QVERIFY(replicate->key.place.asksDeployments);
    QCOMPARE(admin::writeKey(replicate->key)["replicate_key_config"],
             admin::parseJson(R"({"use_deployments_endpoint":true})"));
    const auto old = admin::readKey(
        admin::parseJson(R"({"name":"r","value":"v","replicate_key_config":{"deployments":{"cat":"acme/cat"}}})"),
        QStringLiteral("replicate"), nullptr);
    QVERIFY(old->key.place.asksDeployments);
    QCOMPARE(old->key.aliases, (api::NamePairs{{QStringLiteral("cat"), QStringLiteral("acme/cat")}}));
    const auto none = admin::readKey(
        admin::parseJson(R"({"name":"r","value":"v","replicate_key_config":{"use_deployments_endpoint":false}})"),
        QStringLiteral("replicate"), nullptr);
    QVERIFY(!none->key.place.asksDeployments);
    QVERIFY(!admin::writeKey(none->key).contains("replicate_key_config"));
    QVERIFY(!admin::readKey(admin::parseJson(R"({"name":"r","value":"v","replicate_key_config":[]})"),
                            QStringLiteral("replicate"), nullptr));

    // What is written is read back as the same, and keeps the stored secret.
    auto key = azureKey("2025-01-01");
    key.place.tenantId = "t";
    key.place.clientId = "c";
    const auto provider = made("azure", key);
    const api::ProviderKeyView view = service::providerView(provider, false).keys.first();
    const auto written = admin::writeKey(view);
    QVERIFY(written.dump().find("azure-key") == std::string::npos);
    const auto back = admin::readKey(written, QStringLiteral("azure"), &view);
    QVERIFY2(back.has_value(), back ? "" : back.error().message.c_str());
    QVERIFY(!back->value.has_value());
    QCOMPARE(back->key.place.tenantId, view.place.tenantId);
    QCOMPARE(back->key.aliases, view.aliases);
}

void HostedRequestsTest::keepsAValueFromAnotherEndpoint()
{
    auto key = azureKey();
    api::ProviderKeyView typed = service::keyView(key, false);
    QVERIFY(service::takePlace(key, typed, false).has_value());
    typed.place.endpoint = QStringLiteral("https://evil.test");
    const auto refused = service::takePlace(key, typed, false);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(service::takePlace(key, typed, true).has_value());
    typed.place.tokenUrl = QStringLiteral("https://evil.test/token");
    QVERIFY(!service::takePlace(key, typed, false).has_value());
    typed.place.tokenUrl.clear();
    for (const char *endpoint : {"ftp://x", "two words", "https://user:pass@host"}) {
        typed.place.endpoint = QLatin1String(endpoint);
        QVERIFY2(!service::takePlace(key, typed, true).has_value(), endpoint);
    }
}

QTEST_GUILESS_MAIN(HostedRequestsTest)
#include "tst_hosted_requests.moc"
