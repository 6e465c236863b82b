// Every preset and every operation: what is answered well, with an error, as a stream, and what is not offered. What each
// cell comes to stands in provider_matrix.txt, and docs/providers.md is made of that.
//
// BILROST_WRITE_MATRIX=1 writes both files anew; read what changed like code.
#include "gateway/base/s3_place.h"
#include "gateway/config/aws_key.h"
#include "gateway/service/key_values.h"
#include "gateway/service/preset_catalog.h"
#include "gateway/service/view_conversion.h"
#include "tests/core/matrix_upstream.h"
#include "tests/core/pipeline_scene.h"
#include "tests/support/source_tree.h"
#include "tests/support/token_endpoint.h"

#include <QFile>
#include <QtTest>

#include <array>
#include <map>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::PipelineScene;

namespace {

constexpr auto expectationsFile = "tests/core/provider_matrix.txt";
constexpr auto documentFile = "docs/providers.md";

struct Operation {
    const char *name;  // Bifrost's
    const char *title; // of its column
    const char *path;  // "%p" is the provider, where no model names it
    const char *body;  // "%m" is the model; of a form: a field of its own, "name=value"
    bool isForm = false;
    bool canStream = false;
    const char *method = "POST";
};

constexpr std::array operations{
    Operation{"list_models", "Models", "/v1/models", "", false, false, "GET"},
    Operation{"chat_completion", "Chat", "/v1/chat/completions",
              R"({"model":"%m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})", false, true},
    Operation{"responses", "Responses", "/v1/responses", R"({"model":"%m","input":"Hi"})", false, true},
    Operation{"text_completion", "Text", "/v1/completions", R"({"model":"%m","prompt":"Hi","max_tokens":9})", false,
              true},
    Operation{"count_tokens", "Count", "/v1/responses/input_tokens", R"({"model":"%m","input":"Hi"})"},
    Operation{"embedding", "Embeddings", "/v1/embeddings", R"({"model":"%m","input":"Hi"})"},
    Operation{"rerank", "Rerank", "/v1/rerank", R"({"model":"%m","query":"q","documents":["a"]})"},
    Operation{"image_generation", "Images", "/v1/images/generations", R"({"model":"%m","prompt":"a"})"},
    Operation{"image_edit", "Edits", "/v1/images/edits", "prompt=a cat", true},
    Operation{"image_variation", "Variations", "/v1/images/variations", "n=1", true},
    Operation{"speech", "Speech", "/v1/audio/speech", R"({"model":"%m","input":"a","voice":"alloy"})"},
    Operation{"transcription", "Transcription", "/v1/audio/transcriptions", "language=en", true},
    Operation{"translation", "Into English", "/v1/audio/translations", "prompt=a", true},
    Operation{"moderation", "Moderation", "/v1/moderations", R"({"model":"%m","input":"a"})"},
    Operation{"decision", "Decisions", "/v1/decisions",
              R"({"model":"%m","state":"a","questions":{"q":{"type":"boolean","instructions":"Is it?"}}})"},
    Operation{"ocr", "OCR", "/v1/ocr",
              R"({"model":"%m","document":{"type":"document_url","document_url":"https://a/b"}})"},
    Operation{"video", "Video", "/v1/videos", R"({"model":"%m","prompt":"a"})"},
    Operation{"batch", "Batches", "/v1/batches",
              R"({"model":"%m","input_file_id":"f","endpoint":"/v1/chat/completions"})"},
    Operation{"file_upload", "Files", "/v1/files?provider=%p", "purpose=batch", true},
    Operation{"container_create", "Containers", "/v1/containers?provider=%p", R"({"name":"c"})"},
};

constexpr auto batchWithRequests =
    R"({"model":"%m","requests":[{"custom_id":"a","body":{"model":"%m","max_tokens":9,"messages":[{"role":"user",)"
    R"("content":"Hi"}]}}]})";

bool isAboutPictures(std::string_view operation)
{
    return operation.starts_with("image_");
}

// A model that the host knows as its own, for each operation.
std::string modelFor(const QString &preset, std::string_view operation)
{
    if (preset == QLatin1String("bedrock"))
        return operation == "embedding"     ? "amazon.titan-embed-text-v2:0"
               : operation == "rerank"      ? "amazon.rerank-v1:0"
               : isAboutPictures(operation) ? "amazon.nova-canvas-v1:0"
                                            : "amazon.nova-micro-v1:0";
    if (preset == QLatin1String("vertex"))
        return operation == "embedding"     ? "text-embedding-005"
               : operation == "rerank"      ? "semantic-ranker-default@latest"
               : isAboutPictures(operation) ? "imagen-3.0-capability-001"
                                            : "gemini-2.5-flash";
    if (preset == QLatin1String("huggingface") || preset == QLatin1String("replicate"))
        return "owner/model-1";
    return "model-1";
}

service::PresetCatalog presets()
{
    QFile file(support::sourcePath("resources/providers/presets.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no presets");
    return *service::PresetCatalog::parse(file.readAll());
}

config::ProviderDefinition providerOf(const service::PresetCatalog &catalog, const api::ProviderPreset &preset)
{
    api::ProviderView view;
    view.name = preset.id;
    view.preset = preset.id;
    view.family = preset.family;
    view.credential = preset.credential;
    view.needsKey = preset.needsKey;
    view.network.baseUrl = preset.baseUrl;
    auto provider = service::providerDefinition(view, nullptr);
    provider.offer = catalog.offerOf(preset.id.toStdString(), preset.baseUrl.toStdString());
    std::string value = "key-of-the-matrix";
    if (preset.credential == QLatin1String("google_cloud"))
        value = json{{"type", "service_account"},
                     {"project_id", "project-1"},
                     {"private_key_id", "key-1"},
                     {"private_key", tests::rsaPrivateKeyPem()},
                     {"client_email", "robot@project-1.iam.gserviceaccount.com"},
                     {"token_uri", "https://oauth2.googleapis.com/token"}}
                    .dump();
    auto key = tests::makeKey("matrix", value);
    if (preset.id == QLatin1String("bedrock")) { // an API key has no files
        key.value = config::packAwsKey({SecretString("AKIA0123456789"), SecretString("a-secret"), {}});
        key.place.batchBuckets = "s3://batches/team";
        key.place.batchRole = "arn:aws:iam::123456789012:role/batches";
    }
    if (preset.baseUrl.contains(QLatin1String("{resource}")))
        key.place.endpoint = "our-resource";
    service::readKeyParts(key, provider);
    if (preset.needsKey)
        provider.keys = {key};
    return provider;
}

std::string withProvider(const Operation &operation, const std::string &provider)
{
    std::string path = operation.path;
    if (const auto place = path.find("%p"); place != std::string::npos)
        path.replace(place, 2, provider);
    return path;
}

std::string field(std::string_view name, std::string_view value)
{
    return std::string("--b\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append("\"\r\n\r\n")
        .append(value)
        .append("\r\n");
}

std::string formFor(const Operation &operation, const std::string &model)
{
    const std::string_view own = operation.body;
    const auto equals = own.find('=');
    const bool hasModel = std::string_view(operation.path).find("%p") == std::string_view::npos;
    const bool isPicture = isAboutPictures(operation.name);
    return (hasModel ? field("model", model) : std::string()) + field(own.substr(0, equals), own.substr(equals + 1))
           + "--b\r\nContent-Disposition: form-data; name=\"" + (isPicture ? "image" : "file")
           + "\"; filename=\"a.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n"
           + (isPicture ? "\x89PNG\r\n\x1a\n" : "ID3") + "\r\n--b--\r\n";
}

std::string bodyFor(const Operation &operation, const std::string &model, bool isStream)
{
    if (operation.isForm)
        return formFor(operation, model);
    // Anthropic's batches have their requests inside.
    const bool hasRequests = operation.name == std::string_view("batch") && model.starts_with("anthropic/");
    std::string body = hasRequests ? batchWithRequests : operation.body;
    const bool isInStorage = operation.name == std::string_view("batch") && model.starts_with("bedrock/");
    if (const auto place = body.find(R"("f")"); isInStorage && place != std::string::npos)
        body.replace(place, 3, '"' + s3FileId({"batches", "team/f.jsonl"}) + '"');
    for (auto place = body.find("%m"); place != std::string::npos; place = body.find("%m"))
        body.replace(place, 2, model);
    if (isStream)
        body.insert(1, "\"stream\":true,");
    return body;
}

const std::string refusal = R"({"error":{"message":"words of the provider","type":"invalid_request_error","code":"x"},)"
                            R"("message":"words of the provider"})";

// What a client gets, as one word or a sentence of what is wrong.
class Cell {
public:
    Cell(const config::ProviderDefinition &provider, const Operation &operation, bool isStream)
        : m_scene({provider})
        , m_exchange(
              operation.method, withProvider(operation, provider.id.value),
              bodyFor(operation,
                      provider.id.value + "/" + modelFor(QString::fromStdString(provider.preset), operation.name),
                      isStream),
              {{"Content-Type", operation.isForm ? "multipart/form-data; boundary=b" : "application/json"}})
        , m_isStream(isStream)
        , m_isList(operation.name == std::string_view("list_models"))
        , m_isAboutPictures(isAboutPictures(operation.name))
        , m_isVideo(operation.name == std::string_view("video"))
    {
        m_scene.send(m_exchange);
        // A file is prepared in steps.
        static_cast<void>(
            QTest::qWaitFor([this] { return m_exchange.hasEnded || m_scene.transport.callCount() > 0; }, 5'000));
    }

    std::string answered()
    {
        if (m_scene.transport.callCount() == 0)
            return refused();
        for (std::size_t index = m_scene.transport.callCount() - 1; index < m_scene.transport.callCount(); ++index) {
            const auto call = m_scene.transport.call(index);
            if (const auto problem = tests::problemOfRequest(call->request))
                return "WRONG REQUEST: " + *problem;
            const tests::MatrixAnswer answer = tests::matrixAnswer(call->request);
            call->answer(200, answer.body, answer.contentType);
            if (!m_exchange.isComplete())
                QTest::qWait(0); // what follows is sent by a timer
        }
        if (!m_exchange.isComplete() || m_exchange.head->status != 200)
            return "WRONG ANSWER: " + m_exchange.body;
        if (m_isList && m_exchange.body.find("listed-model") == std::string::npos)
            return "EMPTY LIST: " + m_exchange.body;
        if (m_isAboutPictures && m_exchange.body.find("\"b64_json\":\"iVBORw0KGgo=\"") == std::string::npos)
            return "NO PICTURE: " + m_exchange.body;
        const bool isFilm = m_exchange.body.find("\"object\":\"video\"") != std::string::npos;
        const bool isThing = m_exchange.body.find("\"object\":\"thing\"") != std::string::npos;
        if (m_isVideo && !isFilm && !isThing)
            return "NO FILM: " + m_exchange.body;
        if (m_isStream && m_exchange.head->headers.value("content-type").find("event-stream") == std::string_view::npos)
            return "NO STREAM";
        if (m_scene.record().state != RequestState::Succeeded)
            return "WRONG RECORD: " + m_scene.record().errorCode;
        return "pass";
    }

    // The provider answers 400: its words reach the client, in the shape that the client knows.
    std::string failed()
    {
        if (m_scene.transport.callCount() == 0)
            return refused();
        m_scene.transport.lastCall()->answer(400, refusal);
        if (!m_exchange.isComplete())
            return "NO ANSWER";
        if (m_exchange.head->status == 200 && m_scene.hasNote("estimate"))
            return "estimated";
        if (m_isList) // the others' lists are told all the same
            return m_exchange.head->status == 200 && m_scene.hasNote("words of the provider") ? "pass" : "NO NOTE";
        const json said = json::parse(m_exchange.body, nullptr, false);
        const bool isTold = said.is_object() && said.contains("error")
                            && m_exchange.body.find("words of the provider") != std::string::npos;
        return m_exchange.head->status == 400 && isTold ? "pass" : "WRONG ERROR: " + m_exchange.body;
    }

private:
    std::string refused()
    {
        if (!m_exchange.isComplete())
            return "NO ANSWER";
        if (m_exchange.head->status == 200)
            return m_isList ? "not offered" : "estimated";
        const std::string code = m_scene.record().errorCode;
        return code == "unsupported_operation" ? "not offered" : "REFUSED: " + m_exchange.body;
    }

    PipelineScene m_scene;
    FakeExchange m_exchange;
    bool m_isStream;
    bool m_isList;
    bool m_isAboutPictures;
    bool m_isVideo;
};

using Row = std::map<std::string, std::string>; // "chat_completion stream" -> outcome

Row rowOf(const config::ProviderDefinition &provider)
{
    Row row;
    for (const Operation &operation : operations) {
        const std::string name = operation.name;
        row[name + " ok"] = Cell(provider, operation, false).answered();
        row[name + " error"] = Cell(provider, operation, false).failed();
        if (operation.canStream)
            row[name + " stream"] = Cell(provider, operation, true).answered();
    }
    return row;
}

std::string markOf(const Row &row, const Operation &operation)
{
    const std::string &outcome = row.at(std::string(operation.name) + " ok");
    if (outcome == "pass")
        return operation.canStream && row.at(std::string(operation.name) + " stream") == "pass" ? "yes, streamed"
                                                                                                : "yes";
    return outcome == "estimated" ? "estimated" : "–";
}

std::string documentOf(const QList<api::ProviderPreset> &all, const std::map<std::string, Row> &rows)
{
    std::string text =
        "# Providers\n\nWhat clients of `/v1` can ask of each built-in provider, in OpenAI's words. Where the "
        "provider speaks another dialect,\nthe request is said in that one. `estimated`: nobody there counts, so "
        "Bilrost guesses; –: it is not offered in these words.\nWhat a provider has beyond this is asked in its own "
        "words, below its own prefix ([dialects](dialects.md)).\n\nMade by `tst_provider_matrix` from what it "
        "saw.\n\n| Provider |";
    std::string line = "|---|";
    for (const Operation &operation : operations) {
        text += std::string(" ") + operation.title + " |";
        line += "---|";
    }
    text += "\n" + line + "\n";
    for (const api::ProviderPreset &preset : all) {
        text += "| `" + preset.id.toStdString() + "` |";
        for (const Operation &operation : operations)
            text += " " + markOf(rows.at(preset.id.toStdString()), operation) + " |";
        text += "\n";
    }
    return text
           + "\n"
             "Of Bifrost's providers GitHub Copilot is no preset: its API is documented for GitHub Apps with an "
             "installation only, not\n"
             "for a person's subscription. `github-models` is what GitHub offers people by a token. Of a workspace of "
             "Databricks its serving\n"
             "endpoints are asked; its AI gateway needs a custom provider with `request_path_overrides`. `Decisions` "
             "are in System One's\n"
             "words, which `typesafe` and `runware` answer. Cohere counts the texts of a request with its tokenizer; "
             "what is no text is\n"
             "estimated. Of Hugging Face its own servers (`hf-inference`) are asked: the other companies behind its "
             "router have words of\n"
             "their own for pictures, edits and speech, and a name of the model that only the Hub's API tells, on "
             "another host. Models of\n"
             "Replicate answer a prompt with a text, and none is documented to answer with a call of a tool, so tools "
             "of a conversation are\n"
             "left out with a note.\n";
}

std::string expectationsOf(const QList<api::ProviderPreset> &all, const std::map<std::string, Row> &rows)
{
    std::string text;
    for (const api::ProviderPreset &preset : all) {
        for (const auto &[cell, outcome] : rows.at(preset.id.toStdString()))
            text += preset.id.toStdString() + " " + cell + ": " + outcome + "\n";
    }
    return text;
}

std::string contentsOf(const char *path)
{
    QFile file(support::sourcePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

void write(const char *path, const std::string &text)
{
    QFile file(support::sourcePath(path));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", path);
    file.write(QByteArray::fromStdString(text));
}

} // namespace

class ProviderMatrixTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCellIsAsExpected_data();
    void everyCellIsAsExpected();
    void noCellIsWrong();
    void documentIsCurrent();

private:
    service::PresetCatalog m_catalog = presets();
    std::map<std::string, Row> m_rows;
};

void ProviderMatrixTest::initTestCase()
{
    for (const api::ProviderPreset &preset : m_catalog.all())
        m_rows[preset.id.toStdString()] = rowOf(providerOf(m_catalog, preset));
    if (!qEnvironmentVariableIsSet("BILROST_WRITE_MATRIX"))
        return;
    write(expectationsFile, expectationsOf(m_catalog.all(), m_rows));
    write(documentFile, documentOf(m_catalog.all(), m_rows));
}

void ProviderMatrixTest::everyCellIsAsExpected_data()
{
    QTest::addColumn<QString>("preset");
    for (const api::ProviderPreset &preset : m_catalog.all())
        QTest::newRow(qPrintable(preset.id)) << preset.id;
}

void ProviderMatrixTest::everyCellIsAsExpected()
{
    QFETCH(QString, preset);
    const std::string expected = contentsOf(expectationsFile);
    for (const auto &[cell, outcome] : m_rows.at(preset.toStdString())) {
        const std::string line = preset.toStdString() + " " + cell + ": " + outcome + "\n";
        const bool isExpected = expected.starts_with(line) || expected.find("\n" + line) != std::string::npos;
        QVERIFY2(isExpected, ("nobody expects " + line).c_str());
    }
}

// Whatever is expected: a failure cannot be.
void ProviderMatrixTest::noCellIsWrong()
{
    for (const auto &[preset, row] : m_rows) {
        for (const auto &[cell, outcome] : row) {
            const bool isFine = outcome == "pass" || outcome == "not offered" || outcome == "estimated";
            QVERIFY2(isFine, (preset + " " + cell + ": " + outcome).c_str());
        }
    }
}

void ProviderMatrixTest::documentIsCurrent()
{
    QVERIFY2(contentsOf(documentFile) == documentOf(m_catalog.all(), m_rows),
             "docs/providers.md is not what this test saw: BILROST_WRITE_MATRIX=1 tst_provider_matrix");
}

QTEST_GUILESS_MAIN(ProviderMatrixTest)
#include "tst_provider_matrix.moc"
