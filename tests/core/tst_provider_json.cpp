#include "gateway/admin/key_json.h"
#include "gateway/admin/provider_json.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using namespace gateway::admin;

namespace {

Json json(const char *text)
{
    return *parseObject(text);
}

api::ProviderKeyView storedKey()
{
    api::ProviderKeyView key;
    key.id = QStringLiteral("id-1");
    key.name = QStringLiteral("main");
    key.redactedValue = QStringLiteral("sk-p************************wxyz");
    key.models = QStringList{QStringLiteral("*")};
    return key;
}

} // namespace

class ProviderJsonTest : public QObject {
    Q_OBJECT

private slots:
    void readsTheTwoCallsOfASetUpGuide();
    void readsACustomProvider();
    void takesPresetsAsBaseTypes_data();
    void takesPresetsAsBaseTypes();
    void readsWhereTheKeyStands();
    void readsWhichBetasGoOn();
    void refusesWrongProviders_data();
    void refusesWrongProviders();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void refusesEndlessNesting();
    void givesAbsentMembersTheirDefaultOnAChange();
    void keepsFieldsItDoesNotUse();
    void neverWritesASecret();
    void keepsAProxyPasswordThatComesBackRedacted();
    void keepsASecretThatComesBackRedacted();
    void takesAValueFromTheEnvironment();
    void survivesAFlagOfTheWrongType();
    void refusesWrongKeys_data();
    void refusesWrongKeys();
    void writesKeysInBothForms();
    void writesInvalidTextWithoutAnException();
};

void ProviderJsonTest::readsTheTwoCallsOfASetUpGuide()
{
    const auto provider = readProvider(json(R"({
"provider": "openai",
"network_config": {
"base_url": "https://your-company.llm.aihosting.mittwald.de/v1"
}
})"));
    QVERIFY(provider.has_value());
    QCOMPARE(provider->provider.name, QStringLiteral("openai"));
    QCOMPARE(provider->provider.network.baseUrl, QStringLiteral("https://your-company.llm.aihosting.mittwald.de/v1"));
    QVERIFY(provider->mustBeNew);
    QVERIFY(!provider->provider.isCustom);
    const auto key = readKey(json(R"({
"name": "mittwald-dedicated",
"value": "YOUR_DEDICATED_API_KEY",
"models": ["*"],
"weight": 1.0
})"),
                             QStringLiteral("openai"), nullptr);
    QVERIFY(key.has_value());
    QCOMPARE(key->provider, QStringLiteral("openai"));
    QCOMPARE(key->key.name, QStringLiteral("mittwald-dedicated"));
    QCOMPARE(*key->value, QStringLiteral("YOUR_DEDICATED_API_KEY"));
    QCOMPARE(key->key.models, QStringList{QStringLiteral("*")});
    QCOMPARE(key->key.weight, 1.0);
    QVERIFY(key->key.isEnabled);
}

void ProviderJsonTest::readsACustomProvider()
{
    const auto provider = readProvider(json(R"({"provider":"shared","network_config":{"base_url":"https://a/v1",
        "extra_headers":{"X-A":"b"},"default_request_timeout_in_seconds":30,"stream_idle_timeout_in_seconds":7,
        "max_retries":2,"insecure_skip_verify":true},"custom_provider_config":{"base_provider_type":"anthropic",
        "is_key_less":true},"proxy_config":{"type":"http","url":"http://p:1","username":"u","password":"s"}})"));
    QVERIFY(provider.has_value());
    const api::ProviderView &view = provider->provider;
    QVERIFY(view.isCustom);
    QVERIFY(!view.needsKey);
    QCOMPARE(view.family, QStringLiteral("anthropic"));
    QCOMPARE(view.network.totalTimeoutSeconds, 30);
    QCOMPARE(view.network.streamIdleTimeoutSeconds, 7);
    QCOMPARE(view.network.maxRetries, 2);
    QVERIFY(view.network.skipTlsVerification);
    QCOMPARE(view.network.extraHeaders.at(0).second, QStringLiteral("b"));
    QCOMPARE(view.network.proxyKind, QStringLiteral("http"));
    QCOMPARE(provider->proxyPassword.value_or(QString()), QStringLiteral("s"));
}

void ProviderJsonTest::takesPresetsAsBaseTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("Hugging Face") << QStringLiteral("huggingface");
    QTest::newRow("Replicate") << QStringLiteral("replicate");
}

void ProviderJsonTest::takesPresetsAsBaseTypes()
{
    QFETCH(QString, type);
    const std::string custom = R"("custom_provider_config":{"base_provider_type":")" + type.toStdString() + "\"}";
    const auto made = readProvider(json((R"({"provider":"own",)" + custom + "}").c_str()));
    QVERIFY2(made.has_value(), made ? "" : made.error().message.c_str());
    QVERIFY(made->provider.isCustom);
    QCOMPARE(made->provider.preset, type);
    QCOMPARE(made->provider.family, QStringLiteral("openai"));
    QCOMPARE(writeProvider(made->provider)["custom_provider_config"]["base_provider_type"], Json(type.toStdString()));
    // Another type takes the words with it; a change of something else does not.
    const auto renamed = readProviderChange(json(R"({"network_config":{"max_retries":2}})"), made->provider);
    QCOMPARE(renamed->provider.preset, type);
    const auto changed =
        readProviderChange(json(R"({"custom_provider_config":{"base_provider_type":"gemini"}})"), made->provider);
    QCOMPARE(changed->provider.preset, QString());
    QCOMPARE(changed->provider.family, QStringLiteral("gemini"));
}

void ProviderJsonTest::readsWhereTheKeyStands()
{
    const auto made = readProvider(json(R"({"provider":"own","network_config":{"base_url":"https://a"},
        "custom_provider_config":{"base_provider_type":"openai","credential":"query_key","key_parameter":"api_key"}})"));
    QVERIFY2(made.has_value(), made ? "" : made.error().message.c_str());
    QCOMPARE(made->provider.credential, QStringLiteral("query_key"));
    const Json written = writeProvider(made->provider);
    QCOMPARE(written["custom_provider_config"]["credential"], Json("query_key"));
    QCOMPARE(written["custom_provider_config"]["key_parameter"], Json("api_key"));
    QVERIFY(!written.contains("key_parameter"));
    // A script of Bifrost's knows neither, and takes neither away.
    const auto changed = readProviderChange(
        json(R"({"network_config":{},"custom_provider_config":{"base_provider_type":"openai"}})"), made->provider);
    QVERIFY(changed.has_value());
    QCOMPARE(writeProvider(changed->provider)["custom_provider_config"], written["custom_provider_config"]);
    const auto back = readProviderChange(
        json(R"({"custom_provider_config":{"base_provider_type":"openai","credential":""}})"), made->provider);
    QVERIFY(back->provider.credential.isEmpty());
}

void ProviderJsonTest::readsWhichBetasGoOn()
{
    const auto made = readProvider(json(R"({"provider":"anthropic","network_config":{
        "beta_header_overrides":{"context-1m-":false,"files-api-":true}}})"));
    QVERIFY2(made.has_value(), made ? "" : made.error().message.c_str());
    const Json written = writeProvider(made->provider);
    QCOMPARE(written["network_config"]["beta_header_overrides"], json(R"({"context-1m-":false,"files-api-":true})"));
    QVERIFY(!written.contains("beta_header_overrides"));
}

void ProviderJsonTest::refusesWrongProviders_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *title, const char *body, const char *text) {
        QTest::newRow(title) << QByteArray(body) << QByteArray(text);
    };
    row("no name", "{}", "Missing provider");
    row("empty name", R"({"provider":""})", "Missing provider");
    row("number as name", R"({"provider":5})", "provider must be a string.");
    row("network is text", R"({"provider":"a","network_config":"x"})", "network_config must be an object.");
    row("base url is a number", R"({"provider":"a","network_config":{"base_url":1}})", "base_url must be a string.");
    row("timeout of zero", R"({"provider":"a","network_config":{"default_request_timeout_in_seconds":0}})",
        "default_request_timeout_in_seconds must be");
    row("timeout beyond a day", R"({"provider":"a","network_config":{"default_request_timeout_in_seconds":1e300}})",
        "default_request_timeout_in_seconds must be");
    row("half a retry", R"({"provider":"a","network_config":{"max_retries":0.5}})", "max_retries must be");
    row("betas are a list", R"({"provider":"a","network_config":{"beta_header_overrides":["x"]}})",
        "beta_header_overrides");
    row("a beta is a number", R"({"provider":"a","network_config":{"beta_header_overrides":{"x":1}}})",
        "beta_header_overrides");
    row("credential", R"({"provider":"a","custom_provider_config":{"base_provider_type":"openai","credential":"x"}})",
        "query_key");
    row("parameter",
        R"({"provider":"a","custom_provider_config":{"base_provider_type":"openai","key_parameter":"a&b"}})",
        "key_parameter");
    row("header of numbers", R"({"provider":"a","network_config":{"extra_headers":{"a":1}}})", "extra_headers");
    row("custom without type", R"({"provider":"a","custom_provider_config":{}})",
        "BaseProviderType is required when CustomProviderConfig is provided");
    row("custom of another type", R"({"provider":"a","custom_provider_config":{"base_provider_type":"x"}})",
        "BaseProviderType must be a standard provider");
    row("proxy of another type", R"({"provider":"a","proxy_config":{"type":"ftp"}})", "proxy_config.type");
}

void ProviderJsonTest::refusesWrongProviders()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, text);
    const auto provider = readProvider(json(body.constData()));
    QVERIFY(!provider.has_value());
    QCOMPARE(provider.error().httpStatus(), 400);
    QVERIFY2(provider.error().message.find(text.toStdString()) != std::string::npos, provider.error().message.c_str());
}

void ProviderJsonTest::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "[]", "null", "5", "{", "{}x", "{\"a\":\"\xff\"}"})
        QTest::newRow(*body ? body : "nothing") << QByteArray(body);
}

void ProviderJsonTest::refusesWhatIsNoObject()
{
    QFETCH(QByteArray, body);
    const auto parsed = parseObject(body.toStdString());
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().code, ErrorCode::MalformedJson);
}

void ProviderJsonTest::refusesEndlessNesting()
{
    const std::string nested = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    QVERIFY(!parseObject(R"({"provider":"x","openai_config":)" + nested + "}").has_value());
    QVERIFY(!parseObject(nested).has_value());
    QVERIFY(parseObject(R"({"a":"[[\"[["})").has_value());
}

void ProviderJsonTest::givesAbsentMembersTheirDefaultOnAChange()
{
    api::ProviderView previous;
    previous.name = QStringLiteral("mine");
    previous.title = QStringLiteral("Mine");
    previous.isCustom = true;
    previous.family = QStringLiteral("openai");
    previous.network.maxRetries = 5;
    const auto change = readProviderChange(json(R"({"network_config":{"base_url":"http://b"}})"), previous);
    QVERIFY(change.has_value());
    QCOMPARE(change->provider.name, QStringLiteral("mine"));
    QCOMPARE(change->provider.title, QStringLiteral("Mine"));
    QVERIFY(change->provider.isCustom);
    QCOMPARE(change->provider.network.maxRetries, 0);
    QVERIFY(!change->mustBeNew);
    QVERIFY(!change->proxyPassword);
}

void ProviderJsonTest::keepsFieldsItDoesNotUse()
{
    auto command = readProvider(json(R"({"provider":"openai","concurrency_and_buffer_size":{"concurrency":7,
        "buffer_size":9},"send_back_raw_request":true,"openai_config":{"disable_store":true}})"));
    const Json written = writeProvider(command->provider);
    QCOMPARE(written["concurrency_and_buffer_size"]["concurrency"].get<int>(), 7);
    QVERIFY(written["send_back_raw_request"].get<bool>());
    QVERIFY(written["openai_config"]["disable_store"].get<bool>());
    QCOMPARE(written["provider_status"].get<std::string>(), std::string("active"));
    QVERIFY(!written.contains("keys"));
    const Json list = writeProviders({command->provider});
    QCOMPARE(list["total"].get<int>(), 1);
    QCOMPARE(list["providers"][0]["name"].get<std::string>(), std::string("openai"));
}

void ProviderJsonTest::neverWritesASecret()
{
    const Json written = writeKey(storedKey());
    QCOMPARE(written["value"]["value"].get<std::string>(), std::string("sk-p************************wxyz"));
    QVERIFY(!written["value"]["from_env"].get<bool>());
    auto fromEnvironment = storedKey();
    fromEnvironment.environmentVariable = QStringLiteral("MY_KEY");
    fromEnvironment.redactedValue = QStringLiteral("env.MY_KEY");
    const Json reference = writeKey(fromEnvironment);
    QCOMPARE(reference["value"]["value"].get<std::string>(), std::string());
    QCOMPARE(reference["value"]["env_var"].get<std::string>(), std::string("env.MY_KEY"));
    QVERIFY(reference["value"]["from_env"].get<bool>());
}

void ProviderJsonTest::keepsAProxyPasswordThatComesBackRedacted()
{
    const char *body = R"({"provider":"a","proxy_config":{"type":"http","url":"http://p:1","password":"<redacted>"}})";
    QVERIFY(!readProvider(json(body))->proxyPassword);
}

void ProviderJsonTest::keepsASecretThatComesBackRedacted()
{
    const auto key = storedKey();
    const auto asText = readKey(json(R"({"name":"main","value":"sk-p************************wxyz"})"), {}, &key);
    QVERIFY(asText.has_value() && !asText->value);
    Json written = writeKey(key);
    written["weight"] = 0.5;
    const auto asObject = readKey(written, {}, &key);
    QVERIFY(asObject.has_value() && !asObject->value);
    QCOMPARE(asObject->key.weight, 0.5);
    QCOMPARE(asObject->key.id, QStringLiteral("id-1"));
    const auto withoutValue = readKey(json(R"({"name":"main"})"), {}, &key);
    QVERIFY(withoutValue.has_value() && !withoutValue->value);
    const auto changed = readKey(json(R"({"name":"main","value":"new"})"), {}, &key);
    QCOMPARE(*changed->value, QStringLiteral("new"));
}

void ProviderJsonTest::takesAValueFromTheEnvironment()
{
    for (const char *body : {R"({"value":"env.MY_KEY"})", R"({"value":{"env_var":"env.MY_KEY","from_env":true}})",
                             R"({"value":{"env_var":"MY_KEY","from_env":true,"value":""}})"}) {
        const auto key = readKey(json(body), {}, nullptr);
        QVERIFY(key.has_value());
        QCOMPARE(key->value.value_or(QString()), QStringLiteral("env.MY_KEY"));
    }
}

void ProviderJsonTest::refusesWrongKeys_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {R"({"name":1})", R"({"models":"*"})", R"({"models":[1]})", R"({"weight":-1})",
                             R"({"weight":"1"})", R"({"enabled":"yes"})", R"({"value":5})", R"({"value":{}})",
                             R"({"value":{"value":5}})", R"({"value":{"from_env":true}})", R"({"value":["a"]})"})
        QTest::newRow(body) << QByteArray(body);
}

void ProviderJsonTest::refusesWrongKeys()
{
    QFETCH(QByteArray, body);
    const auto key = readKey(json(body.constData()), {}, nullptr);
    QVERIFY(!key.has_value());
    QCOMPARE(key.error().httpStatus(), 400);
}

void ProviderJsonTest::writesKeysInBothForms()
{
    const Json list = writeKeys({storedKey()});
    QCOMPARE(list["total"].get<int>(), 1);
    QCOMPARE(list["keys"][0]["id"].get<std::string>(), std::string("id-1"));
    api::ProviderView provider;
    provider.name = QStringLiteral("openai");
    provider.keys = {storedKey()};
    const Json all = writeAllKeys({provider});
    QVERIFY(all.is_array());
    QCOMPARE(all[0]["key_id"].get<std::string>(), std::string("id-1"));
    QCOMPARE(all[0]["id"].get<int>(), 0);
    QCOMPARE(all[0]["provider"].get<std::string>(), std::string("openai"));
}

void ProviderJsonTest::writesInvalidTextWithoutAnException()
{
    QCOMPARE(toText(Json("a\xff")), std::string("\"a\xef\xbf\xbd\"\n"));
}

void ProviderJsonTest::survivesAFlagOfTheWrongType()
{
    for (const char *flag : {"null", "5", "\"yes\"", "[]", "{}"}) {
        const std::string body = std::string("{\"value\":{\"value\":\"v\",\"from_env\":") + flag + "}}";
        const auto key = readKey(json(body.c_str()), {}, nullptr);
        QVERIFY(key.has_value());
        QCOMPARE(key->value.value_or(QString()), QStringLiteral("v"));
    }
}

QTEST_APPLESS_MAIN(ProviderJsonTest)
#include "tst_provider_json.moc"
