#include "gateway/translation/counting/token_estimate.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway::translation;

namespace {

Part partOf(PartContent content)
{
    Part part;
    part.content = std::move(content);
    return part;
}

} // namespace

class TokenEstimateTest : public QObject {
    Q_OBJECT

private slots:
    void isNearARealTokenizer_data();
    void isNearARealTokenizer();
    void countsNothingForNothing();
    void survivesBrokenText();
    void countsAllThatIsSent();
    void countsMediaBySize();
    void growsWithTheText();
};

// The numbers are those of OpenAI's o200k_base.
void TokenEstimateTest::isNearARealTokenizer_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("tokens");
    QTest::newRow("english") << QByteArray(
        "The gateway stands between a program and the provider of a model. It takes the request, says it in the words "
        "of the provider, and brings the answer back. Every request is recorded, so that people can see what happened, "
        "what it cost, and why it failed.")
                             << 55;
    QTest::newRow("german") << QByteArray(
        "Das Gateway steht zwischen dem Programm und dem Anbieter des Modells. Es nimmt die Anfrage entgegen, "
        "übersetzt sie in die Sprache des Anbieters und bringt die Antwort zurück. Jede Anfrage wird aufgezeichnet, "
        "damit man sehen kann, was geschehen ist.")
                            << 51;
    QTest::newRow("french") << QByteArray(
        "La passerelle se trouve entre le programme et le fournisseur du modèle. Elle reçoit la requête, la traduit "
        "dans la langue du fournisseur et rapporte la réponse. Chaque requête est enregistrée, afin que l'on puisse "
        "voir ce qui s'est passé.")
                            << 51;
    QTest::newRow("russian") << QByteArray(
        "Шлюз находится между программой и поставщиком модели. Он принимает запрос, переводит его на язык поставщика и "
        "возвращает ответ. Каждый запрос записывается, чтобы люди могли увидеть, что произошло.")
                             << 43;
    QTest::newRow("chinese") << QByteArray(
        "网关位于程序和模型提供商之间。它接收请求，把请求翻译成提供商能够理解的格式，然后把答案送回来。每一个请求都会被"
        "记录下来，这样人们就可以看到发生了什么。")
                             << 50;
    QTest::newRow("japanese") << QByteArray(
        "ゲートウェイはプログラムとモデルの提供者の間にあります。リクエストを受け取り、提供者の言葉に翻訳して、回答を返"
        "します。すべてのリクエストは記録されるので、何が起こったのかを確認できます。")
                              << 68;
    QTest::newRow("code") << QByteArray(
        "void Relay::finish(const Error &error)\n{\n    if (m_isClosed)\n        return;\n    for (const auto &[name, "
        "value] : m_headers) {\n        if (name == \"content-type\" && value.size() > 12)\n            "
        "m_output.append(value.data(), value.size());\n    }\n    m_owner.relayEnded(*this);\n}\n")
                          << 74;
    QTest::newRow("json") << QByteArray("{\"type\":\"object\",\"properties\":{\"file_path\":{\"type\":\"string\","
                                        "\"description\":\"The absolute path to the file to "
                                        "read\"},\"limit\":{\"type\":\"integer\",\"minimum\":1},\"offset\":{\"type\":"
                                        "\"integer\"}},\"required\":[\"file_path\"],\"additionalProperties\":false}")
                          << 54;
}

void TokenEstimateTest::isNearARealTokenizer()
{
    QFETCH(QByteArray, text);
    QFETCH(int, tokens);
    const auto guessed = estimateTokens(text.toStdString());
    const double ratio = static_cast<double>(guessed) / tokens;
    QVERIFY2(ratio > 0.8 && ratio < 1.25, qPrintable(QStringLiteral("guessed %1").arg(guessed)));
}

void TokenEstimateTest::countsNothingForNothing()
{
    QCOMPARE(estimateTokens(""), 0);
    QVERIFY(estimateInputTokens({}) < 10);
}

void TokenEstimateTest::survivesBrokenText()
{
    QVERIFY(estimateTokens("\xff\xfe\xc3") > 0);
    QVERIFY(estimateTokens(std::string(1'000'000, 'a')) > 1'000);
}

void TokenEstimateTest::countsAllThatIsSent()
{
    ChatRequest request;
    Message message;
    message.parts.push_back(makeText("Read the file and tell me what is wrong with it."));
    request.messages.push_back(message);
    const auto alone = estimateInputTokens(request);
    Tool tool;
    tool.name = "read_file";
    tool.description = "Reads a file of the project and returns its text with line numbers.";
    tool.inputSchema = Json::parse(R"({"type":"object","properties":{"path":{"type":"string"}},"required":["path"]})");
    request.tools.push_back(tool);
    const auto withTool = estimateInputTokens(request);
    QVERIFY(withTool > alone + 30);
    Message called;
    called.parts.push_back(
        partOf(ToolCallPart{ToolCallPart::Kind::Function, "id", "read_file", R"({"path":"a.txt"})", {}, {}}));
    request.messages.push_back(called);
    const auto withCall = estimateInputTokens(request);
    QVERIFY(withCall > withTool + 10);
    Message answered;
    ToolResultPart result;
    result.content.push_back(makeText(std::string(400, 'x') + " and more words than one"));
    answered.parts.push_back(partOf(result));
    request.messages.push_back(answered);
    QVERIFY(estimateInputTokens(request) > withCall + 40);
}

void TokenEstimateTest::countsMediaBySize()
{
    const auto tokensOf = [](MediaKind kind, std::size_t size) {
        ChatRequest request;
        MediaPart media;
        media.kind = kind;
        media.source = MediaPart::Source::Base64;
        media.value = std::string(size, 'A');
        Message message;
        message.parts.push_back(partOf(media));
        request.messages.push_back(message);
        return estimateInputTokens(request);
    };
    QVERIFY(tokensOf(MediaKind::Image, 4'000'000) < 2'000); // base64 is not read as text
    QVERIFY(tokensOf(MediaKind::Document, 4'000'000) > tokensOf(MediaKind::Document, 400'000));
    QVERIFY(tokensOf(MediaKind::Audio, 100) > 0);
}

void TokenEstimateTest::growsWithTheText()
{
    std::string text;
    std::int64_t before = 0;
    for (int index = 0; index < 50; ++index) {
        text += "Another sentence follows, with 42 numbers. ";
        const auto now = estimateTokens(text);
        QVERIFY(now > before);
        before = now;
    }
}

QTEST_GUILESS_MAIN(TokenEstimateTest)
#include "tst_token_estimate.moc"
