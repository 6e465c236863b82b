#include "tools/demo_provider/traffic.h"

#include "tools/demo_provider/field_check.h"

#include <QNetworkReply>
#include <QRandomGenerator>

namespace demo_provider {

namespace {

constexpr const char *pythonSdk = "OpenAI/Python 3.52.0";
constexpr const char *nodeSdk = "OpenAI/JS 7.55.0";
constexpr const char *claudeCode = "claude-cli/2.1.329 (external, cli)";
constexpr const char *codex = "codex_exec/0.169.0 (Linux; x86_64)";

std::string chat(const char *model, const char *text, bool stream)
{
    OrderedJson body = {{"model", model}, {"messages", OrderedJson::array({{{"role", "user"}, {"content", text}}})}};
    if (stream) {
        body["stream"] = true;
        body["stream_options"] = {{"include_usage", true}};
    }
    return dumped(body);
}

std::string message(const char *model, const char *text, bool stream)
{
    OrderedJson body = {{"model", model},
                        {"max_tokens", 4096},
                        {"messages", OrderedJson::array({{{"role", "user"}, {"content", text}}})}};
    if (stream) {
        body["stream"] = true;
    }
    return dumped(body);
}

std::string toolCall()
{
    const OrderedJson parameters = {
        {"type", "object"}, {"properties", {{"city", {{"type", "string"}}}}}, {"required", {"city"}}};
    return dumped(OrderedJson{
        {"model", "demo/demo-tools"},
        {"messages", OrderedJson::array({{{"role", "user"},
                                          {"content", "Use get_weather with city=Oslo and tell me what to wear."}}})},
        {"tools",
         OrderedJson::array(
             {{{"type", "function"},
               {"function",
                {{"name", "get_weather"}, {"description", "Weather of a city"}, {"parameters", parameters}}}}})}});
}

std::string responses(const char *text)
{
    return dumped(OrderedJson{{"model", "demo/demo-thinker"},
                              {"input", text},
                              {"reasoning", {{"summary", "auto"}}},
                              {"stream", true},
                              {"store", false}});
}

} // namespace

std::vector<Traffic::Scene> Traffic::scenes()
{
    return {
        {"/v1/chat/completions", pythonSdk, chat("demo/demo-fast", "What does a gateway do?", true)},
        {"/anthropic/v1/messages", claudeCode,
         message("demo-anthropic/demo-fast", "Explain this stack trace in one paragraph.", true), true},
        {"/v1/chat/completions", nodeSdk, toolCall()},
        {"/openai/v1/responses", codex, responses("Plan the migration of our settings file.")},
        {"/v1/chat/completions", pythonSdk, chat("demo/demo-fast", "Summarise the release notes.", false)},
        {"/v1/chat/completions", nodeSdk, chat("demo/demo-429", "Is anybody there?", false)},
        {"/v1/embeddings", pythonSdk,
         dumped(OrderedJson{{"model", "demo/demo-embedding"}, {"input", {"a bridge", "a rainbow"}}})},
        {"/v1/chat/completions", nodeSdk, chat("demo/demo-slow", "Take your time.", true)},
        {"/anthropic/v1/messages", claudeCode, message("demo-anthropic/demo-fast", "Write a haiku about tests.", false),
         true},
        {"/v1/chat/completions", pythonSdk, chat("demo/demo-fast", "Tell me a long story.", true), false, true},
        {"/openai/v1/chat/completions", "curl/7.88.1", chat("demo-fast", "A bare model name works as well.", false)},
        {"/v1/chat/completions", pythonSdk, chat("demo/demo-500", "This one fails.", false)},
        {"/v1/chat/completions", nodeSdk, chat("demo/demo-cut", "This one breaks off.", true)},
    };
}

Traffic::Traffic(QUrl gateway, std::string key, QObject *parent)
    : QObject(parent), m_gateway(std::move(gateway)), m_key(std::move(key)), m_scenes(scenes())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        play(m_scenes[m_next]);
        m_next = (m_next + 1) % m_scenes.size();
        rest();
    });
}

void Traffic::start()
{
    m_pause.start(0);
}

void Traffic::rest()
{
    m_pause.start(1500 + QRandomGenerator::global()->bounded(3500));
}

void Traffic::play(const Scene &scene)
{
    QUrl url = m_gateway;
    url.setPath(QString::fromLatin1(scene.path));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QString::fromLatin1(scene.userAgent));
    if (!m_key.empty()) {
        request.setRawHeader("Authorization", QByteArray::fromStdString("Bearer " + m_key));
    }
    if (scene.anthropic) {
        request.setRawHeader("anthropic-version", "2023-06-01");
    }
    QNetworkReply *reply = m_network.post(request, QByteArray::fromStdString(scene.body));
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    connect(reply, &QNetworkReply::readyRead, reply, [reply, early = scene.leavesEarly, read = qint64{0}]() mutable {
        constexpr qint64 enough = 4000;
        read += reply->readAll().size();
        if (early && read > enough) {
            reply->abort();
        }
    });
}

} // namespace demo_provider
