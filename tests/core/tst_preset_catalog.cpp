#include "gateway/service/preset_catalog.h"
#include "tests/support/source_tree.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <QTest>

using namespace gateway::service;

namespace {

PresetCatalog shippedCatalog()
{
    QFile file(support::sourcePath("resources/providers/presets.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no presets");
    return *PresetCatalog::parse(file.readAll());
}

} // namespace

class PresetCatalogTest : public QObject {
    Q_OBJECT

private slots:
    void readsThePresetsThatAreShipped();
    void hasEveryProviderOfBifrost();
    void saysWhatEachCanBeAskedFor();
    void refusesAFileThatIsNotComplete_data();
    void refusesAFileThatIsNotComplete();
};

void PresetCatalogTest::readsThePresetsThatAreShipped()
{
    QFile file(support::sourcePath("resources/providers/presets.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto catalog = PresetCatalog::parse(file.readAll());
    QVERIFY(catalog.has_value());
    QVERIFY(catalog->all().size() >= 10);
    QSet<QString> ids;
    static const QRegularExpression color(QStringLiteral("^#[0-9A-F]{6}$"));
    static const QRegularExpression id(QStringLiteral("^[a-z0-9_-]+$"));
    for (const auto &preset : catalog->all()) {
        QVERIFY2(!ids.contains(preset.id), qPrintable(preset.id));
        ids.insert(preset.id);
        QVERIFY2(id.match(preset.id).hasMatch(), qPrintable(preset.id));
        QVERIFY2(color.match(preset.color).hasMatch(), qPrintable(preset.id));
        QCOMPARE(preset.letter.size(), 1);
        QString address = preset.baseUrl; // what the key says stands for these
        address.replace(QLatin1String("{region}"), QLatin1String("us-east-1"));
        address.replace(QLatin1String("{resource}"), QLatin1String("name"));
        const QUrl url(address, QUrl::StrictMode);
        QVERIFY2(url.isValid() && !url.host().isEmpty(), qPrintable(preset.id));
        QVERIFY2(!preset.baseUrl.endsWith(QLatin1Char('/')) && !preset.baseUrl.endsWith(QLatin1String("/v1")),
                 qPrintable(preset.id));
        QVERIFY2(preset.isLocal || url.scheme() == QLatin1String("https"), qPrintable(preset.id));
        QVERIFY2(!preset.isLocal || url.host() == QLatin1String("127.0.0.1"), qPrintable(preset.id));
        QVERIFY2(!preset.needsKey || preset.keyUrl.startsWith(QLatin1String("https://")), qPrintable(preset.id));
    }
    QVERIFY(catalog->find(QStringLiteral("openai")).has_value());
    QVERIFY(catalog->offerOf("openai", "https://api.openai.com")->requests.back() != "*");
    QCOMPARE(catalog->offerOf("openai", "http://127.0.0.1:4000")->requests.back(), std::string("*"));
    QVERIFY(catalog->offerOf("bedrock", "https://bedrock-runtime.eu-west-1.amazonaws.com")->requests.back() != "*");
    QVERIFY(catalog->offerOf("nobody", "https://api.openai.com") == nullptr);
    QCOMPARE(catalog->find(QStringLiteral("anthropic"))->family, QStringLiteral("anthropic"));
    QVERIFY(!catalog->find(QStringLiteral("nobody")).has_value());
}

// bifrost-api §7, the rows of the current release, and the local servers that people run.
void PresetCatalogTest::hasEveryProviderOfBifrost()
{
    const auto catalog = shippedCatalog();
    for (const char *id : {"openai",       "anthropic",      "azure",      "bedrock",       "cerebras", "cohere",
                           "deepseek",     "elevenlabs",     "fireworks",  "gemini",        "groq",     "huggingface",
                           "mistral",      "nebius",         "ollama",     "openrouter",    "parasail", "perplexity",
                           "replicate",    "runway",         "sgl",        "vertex",        "vllm",     "xai",
                           "together",     "lmstudio",       "llamacpp",   "litellm",       "sarvam",   "wafer",
                           "opencode-zen", "bedrock_mantle", "databricks", "github-models", "typesafe", "runware"})
        QVERIFY2(catalog.find(QLatin1String(id)).has_value(), id);
}

void PresetCatalogTest::saysWhatEachCanBeAskedFor()
{
    // Bifrost's names of requests; a name without its last word stands for a group.
    const QSet<QString> known{QStringLiteral("list_models"),
                              QStringLiteral("text_completion"),
                              QStringLiteral("chat_completion"),
                              QStringLiteral("responses"),
                              QStringLiteral("count_tokens"),
                              QStringLiteral("embedding"),
                              QStringLiteral("rerank"),
                              QStringLiteral("image_generation"),
                              QStringLiteral("image_edit"),
                              QStringLiteral("image_variation"),
                              QStringLiteral("speech"),
                              QStringLiteral("transcription"),
                              QStringLiteral("translation"),
                              QStringLiteral("video"),
                              QStringLiteral("file"),
                              QStringLiteral("batch"),
                              QStringLiteral("container"),
                              QStringLiteral("ocr"),
                              QStringLiteral("realtime"),
                              QStringLiteral("moderation"),
                              QStringLiteral("decision"),
                              QStringLiteral("tokenize"),
                              QStringLiteral("detokenize"),
                              QStringLiteral("cached_content"),
                              QStringLiteral("passthrough")};
    const QSet<QString> variables{QStringLiteral("region"), QStringLiteral("resource")};
    static const QRegularExpression variable(QStringLiteral("\\{([^}]*)\\}"));
    static const QRegularExpression environment(QStringLiteral("^[A-Z][A-Z0-9_]*$"));
    const auto catalog = shippedCatalog();
    for (const auto &preset : catalog.all()) {
        const QByteArray id = preset.id.toUtf8();
        QVERIFY2(!preset.requests.isEmpty(), id.constData());
        QCOMPARE(QSet<QString>(preset.requests.begin(), preset.requests.end()).size(), preset.requests.size());
        for (const QString &request : preset.requests)
            QVERIFY2(known.contains(request), qPrintable(preset.id + QLatin1Char(' ') + request));
        for (const auto &[request, path] : preset.paths) {
            QVERIFY2(preset.requests.contains(request), id.constData());
            QVERIFY2(path.startsWith(QLatin1Char('/')), id.constData());
        }
        for (auto found = variable.globalMatch(preset.baseUrl); found.hasNext();)
            QVERIFY2(variables.contains(found.next().captured(1)), id.constData());
        QVERIFY2(!preset.needsKey || environment.match(preset.keyVariable).hasMatch(), id.constData());
    }
}

void PresetCatalogTest::refusesAFileThatIsNotComplete_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not json") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no id") << QByteArray(
        R"({"presets":[{"title":"A","family":"openai","base_url":"https://a","requests":["chat_completion"]}]})");
    QTest::newRow("no title") << QByteArray(
        R"({"presets":[{"id":"a","family":"openai","base_url":"https://a","requests":["chat_completion"]}]})");
    QTest::newRow("family") << QByteArray(
        R"({"presets":[{"id":"a","title":"A","family":"x","base_url":"https://a","requests":["chat_completion"]}]})");
    QTest::newRow("no address") << QByteArray(
        R"({"presets":[{"id":"a","title":"A","family":"openai","requests":["chat_completion"]}]})");
    QTest::newRow("no requests") << QByteArray(
        R"({"presets":[{"id":"a","title":"A","family":"openai","base_url":"https://a"}]})");
    QTest::newRow("credential") << QByteArray(
        R"({"presets":[{"id":"a","title":"A","family":"openai","base_url":"https://a","requests":["chat_completion"],"credential":"x"}]})");
}

void PresetCatalogTest::refusesAFileThatIsNotComplete()
{
    QFETCH(QByteArray, json);
    QVERIFY(!PresetCatalog::parse(json).has_value());
}

QTEST_APPLESS_MAIN(PresetCatalogTest)
#include "tst_preset_catalog.moc"
