#include "gateway/admin/key_json.h"
#include "gateway/admin/provider_json.h"
#include "gateway/config/aws_key.h"
#include "gateway/pipeline/provider_headers.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/routing/endpoint_table.h"
#include "gateway/service/key_values.h"
#include "gateway/service/view_conversion.h"
#include "tests/core/core_fixtures.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using config::CredentialScheme;
using translation::DialectFamily;
using translation::DialectId;

namespace {

config::ProviderKey awsKey(const char *region = "eu-central-1")
{
    auto key = tests::makeKey("aws", {});
    key.value = config::packAwsKey({SecretString("AKIA0123456789"), SecretString("a-secret"), SecretString("a-token")});
    key.region = region;
    service::readAwsParts(key);
    return key;
}

// Nothing is known of it but how it is paid.
config::ProviderDefinition paidBy(CredentialScheme scheme)
{
    config::ProviderDefinition provider;
    provider.credentialScheme = scheme;
    return provider;
}

config::ProviderDefinition bedrock(config::ProviderKey key,
                                   const char *baseUrl = "https://bedrock-runtime.{region}.amazonaws.com")
{
    auto provider = tests::makeProvider("bedrock", DialectFamily::Bedrock, {std::move(key)});
    provider.credentialScheme = CredentialScheme::AwsSigV4;
    provider.network.baseUrl = baseUrl;
    return provider;
}

Result<net::UpstreamRequest> requestOf(const config::ProviderDefinition &provider)
{
    net::UpstreamRequest request;
    request.route = pipeline::addressOf(provider)->route;
    request.headers = {{"Authorization", "AWS4-HMAC-SHA256 of the client"}, {"X-Amz-Security-Token", "client"}};
    const auto added = pipeline::addProviderHeaders(request, provider, &provider.keys.front());
    return added ? Result<net::UpstreamRequest>(request) : unexpected(added.error());
}

admin::Json json(const char *text)
{
    return admin::parseJson(text);
}

// Outside of the class, where moc would stumble over it.
constexpr const char *keyInARole =
    R"({"name":"k","value":"","bedrock_key_config":{"access_key":"AKIA0123456789","secret_key":"a-secret",)"
    R"("region":"eu-west-1","role_arn":"arn:aws:iam::123456789012:role/x","external_id":"ours",)"
    R"("session_name":"me","token_url":"http://127.0.0.1:9/sts"}})";

constexpr const char *keyWithFiles =
    R"({"name":"k","value":"","bedrock_key_config":{"region":"eu-west-1","batch_s3_config":{"buckets":[)"
    R"({"bucket_name":"other","prefix":"/a/"},{"bucket_name":"files","is_default":true}],)"
    R"("role_arn":"arn:aws:iam::123456789012:role/batches"}}})";
constexpr const char *filesAgain =
    R"({"buckets":[{"bucket_name":"files","is_default":true},)"
    R"({"bucket_name":"other","prefix":"a","is_default":false}],)"
    R"("role_arn":{"value":"arn:aws:iam::123456789012:role/batches","env_var":"","from_env":false}})";

std::string keyWithBuckets(const std::string &buckets)
{
    return R"({"name":"k","value":"","bedrock_key_config":{"region":"eu-west-1","batch_s3_config":)" + buckets + "}}";
}

} // namespace

class BedrockProviderTest : public QObject {
    Q_OBJECT

private slots:
    void packsAnAccessKeyAsOneSecret()
    {
        const AwsCredentials parts{SecretString("AKIA"), SecretString("secret/+="), SecretString()};
        QVERIFY(config::unpackAwsKey(config::packAwsKey(parts)) == parts);
        for (const char *other : {"", "bedrock-api-key", "{\"access_key\":1}", "bilrost aws key 1\nAKIA\n"})
            QVERIFY(!config::unpackAwsKey(SecretString(other)));
    }

    void knowsRegions()
    {
        for (const char *region : {"us-east-1", "us-gov-west-1", "eu-central-1"})
            QVERIFY(config::isRegion(region));
        // It becomes a part of the host's name.
        for (const char *other : {"", "US-EAST-1", "evil.example/", "a.b", "us east", "-a", "a-", "us-east-1#"})
            QVERIFY2(!config::isRegion(other), other);
    }

    void goesToTheRegionOfTheKey()
    {
        const auto request = requestOf(bedrock(awsKey()));
        QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
        QCOMPARE(request->route->host, std::string("bedrock-runtime.eu-central-1.amazonaws.com"));
        QCOMPARE(request->awsSigning->scope, (net::AwsScope{"eu-central-1", "bedrock"}));
        QCOMPARE(requestOf(bedrock(awsKey("")))->route->host, std::string("bedrock-runtime.us-east-1.amazonaws.com"));
        const auto elsewhere = requestOf(bedrock(awsKey(), "http://127.0.0.1:9"));
        QCOMPARE(elsewhere->route->host, std::string("127.0.0.1"));
        QCOMPARE(elsewhere->awsSigning->scope.region, std::string("eu-central-1"));
    }

    void signsWithTheProvidersKeyOnly()
    {
        const auto request = requestOf(bedrock(awsKey()));
        QCOMPARE(std::string(request->awsSigning->credentials.accessKeyId.reveal()), std::string("AKIA0123456789"));
        QCOMPARE(std::string(request->awsSigning->credentials.secretAccessKey.reveal()), std::string("a-secret"));
        QCOMPARE(request->headers, HeaderList());
    }

    void sendsABedrockApiKeyAsItIs()
    {
        const auto request = requestOf(bedrock(tests::makeKey("api", "bedrock-api-key")));
        QCOMPARE(std::string(request->headers.value("authorization")), std::string("Bearer bedrock-api-key"));
        QVERIFY(!request->awsSigning);
    }

    void leavesACredentialOfExtraHeadersAlone()
    {
        auto provider = bedrock(awsKey());
        provider.network.extraHeaders = {{"Authorization", "Custom"}};
        const auto request = requestOf(provider);
        QCOMPARE(std::string(request->headers.value("authorization")), std::string("Custom"));
        QVERIFY(!request->awsSigning);
    }

    void listsModelsAtTheControlPlane()
    {
        const auto provider = bedrock(awsKey());
        const auto list = pipeline::encodeOwnRequest(provider, &provider.keys.front(), *pipeline::addressOf(provider),
                                                     "GET", "/foundation-models");
        QCOMPARE(list->route->host, std::string("bedrock.eu-central-1.amazonaws.com"));
        QVERIFY(list->awsSigning);
        const auto ask = pipeline::encodeOwnRequest(provider, &provider.keys.front(), *pipeline::addressOf(provider),
                                                    "POST", "/model/a/converse");
        QCOMPARE(ask->route->host, std::string("bedrock-runtime.eu-central-1.amazonaws.com"));
    }

    void readsPartsFromTheEnvironment()
    {
        qputenv("BILROST_TEST_SECRET", "from the environment");
        config::ProviderKey key;
        const api::AwsKeyInput typed{QStringLiteral("AKIA0123456789"), QStringLiteral("env.BILROST_TEST_SECRET"), {}};
        QVERIFY(service::takeTypedValue(key, {}, typed, CredentialScheme::AwsSigV4).has_value());
        QCOMPARE(std::string(key.aws.secretAccessKey.reveal()), std::string("from the environment"));
        QVERIFY(key.value.reveal().find("from the environment") == std::string_view::npos);
        qunsetenv("BILROST_TEST_SECRET");
        service::readAwsParts(key);
        QVERIFY(key.valueProblem.find("BILROST_TEST_SECRET") != std::string::npos);
        const auto refused = requestOf(bedrock(key));
        QCOMPARE(refused.error().code, ErrorCode::SecretUnavailable);
    }

    void changesOnePartAndKeepsTheOthers()
    {
        auto key = awsKey();
        QVERIFY(service::takeTypedValue(key, {}, {{}, QStringLiteral("new secret"), {}}, CredentialScheme::AwsSigV4));
        QCOMPARE(key.aws,
                 (AwsCredentials{SecretString("AKIA0123456789"), SecretString("new secret"), SecretString("a-token")}));
        // Another access key does not keep the token that was issued with the old one.
        QVERIFY(
            service::takeTypedValue(key, {}, {QStringLiteral("AKIAOTHER99999"), {}, {}}, CredentialScheme::AwsSigV4));
        QVERIFY(key.aws.sessionToken.isEmpty());
        QCOMPARE(key.lastFour, std::string("9999"));
    }

    void refusesHalfAKey()
    {
        config::ProviderKey key;
        QVERIFY(!service::takeTypedValue(key, {}, {QStringLiteral("AKIA"), {}, {}}, CredentialScheme::AwsSigV4));
        QVERIFY(!service::takeTypedValue(key, {}, {QStringLiteral("AKIA"), QStringLiteral("s"), {}},
                                         CredentialScheme::Bearer));
        QVERIFY(!service::takeRegion(key, QStringLiteral("evil.example/"), bedrock(awsKey())));
        QVERIFY(!service::takeRegion(key, QStringLiteral("us-east-1"), tests::makeProvider("openai")));
    }

    void readsBifrostsKeyObject()
    {
        const auto command =
            admin::readKey(json(R"({"name":"k","value":"","bedrock_key_config":{"access_key":"AKIA","secret_key":)"
                                R"({"env_var":"env.S","from_env":true},"session_token":"t","region":"us-west-2"}})"),
                           QStringLiteral("bedrock"), nullptr);
        QVERIFY(command.has_value());
        QCOMPARE(command->aws.accessKey.value(), QStringLiteral("AKIA"));
        QCOMPARE(command->aws.secretKey.value(), QStringLiteral("env.S"));
        QCOMPARE(command->aws.sessionToken.value(), QStringLiteral("t"));
        QCOMPARE(command->key.region, QStringLiteral("us-west-2"));
        QVERIFY(!command->value);
    }

    void readsAnApiKeysObject()
    {
        const auto command = admin::readKey(
            json(R"({"name":"k","value":"api-key","bedrock_key_config":{"access_key":"","secret_key":"",)"
                 R"("region":{"value":"us-west-2"}}})"),
            QStringLiteral("bedrock"), nullptr);
        QCOMPARE(command->value.value(), QStringLiteral("api-key"));
        QVERIFY(command->aws.isEmpty());
        QCOMPARE(command->key.region, QStringLiteral("us-west-2"));
    }

    void readsWhereTheFilesOfBatchesLie()
    {
        const auto command = admin::readKey(json(keyWithFiles), QStringLiteral("bedrock"), nullptr);
        QVERIFY2(command.has_value(), command ? "" : command.error().message.c_str());
        QCOMPARE(command->key.place.batchBuckets,
                 QStringLiteral("s3://files s3://other/a/")); // the default comes first
        config::ProviderKey key;
        QVERIFY(service::takePlace(key, command->key, true).has_value());
        QCOMPARE(key.place.batchRole, std::string("arn:aws:iam::123456789012:role/batches"));
        const auto written = admin::writeKey(command->key)["bedrock_key_config"]["batch_s3_config"];
        QCOMPARE(written, json(filesAgain));
        // What comes back means the same.
        const auto again =
            admin::readKey(json(keyWithBuckets(written.dump()).c_str()), QStringLiteral("bedrock"), &command->key);
        QVERIFY(again.has_value());
        QCOMPARE(again->key.place.batchBuckets, QStringLiteral("s3://files s3://other/a"));
        QCOMPARE(again->key.place.batchRole, command->key.place.batchRole);
    }

    void refusesBucketsThatCannotBe()
    {
        for (const char *buckets : {"[]", "{\"buckets\":1}", "{\"buckets\":[1]}", "{\"buckets\":[{}]}",
                                    "{\"buckets\":[{\"bucket_name\":\"evil.example.com/\"}]}",
                                    "{\"buckets\":[{\"bucket_name\":\"a bucket\"}]}",
                                    "{\"buckets\":[{\"bucket_name\":\"files\",\"prefix\":\"a b\"}]}",
                                    "{\"buckets\":[{\"bucket_name\":\"files\",\"prefix\":\"../x\"}]}"})
            QVERIFY2(!admin::readKey(json(keyWithBuckets(buckets).c_str()), QStringLiteral("bedrock"), nullptr),
                     buckets);
    }

    void readsARole()
    {
        const auto command = admin::readKey(json(keyInARole), QStringLiteral("bedrock"), nullptr);
        QVERIFY2(command.has_value(), command ? "" : command.error().message.c_str());
        QVERIFY(!command->key.isFoundByAws);
        config::ProviderKey key;
        key.region = "eu-west-1";
        QVERIFY(service::takePlace(key, command->key, true).has_value());
        QVERIFY(service::takeTypedValue(key, {}, command->aws, CredentialScheme::AwsSigV4).has_value());
        service::readKeyParts(key, paidBy(CredentialScheme::AwsSigV4));
        QVERIFY(key.tokenGrant);
        const TokenGrantPointer grant = key.tokenGrant;
        QCOMPARE(int(grant->kind), int(TokenGrant::Kind::AwsRole));
        QCOMPARE(grant->tokenUrl, std::string("http://127.0.0.1:9/sts"));
        QCOMPARE(grant->role.arn, std::string("arn:aws:iam::123456789012:role/x"));
        QCOMPARE(grant->role.externalId, std::string("ours"));
        QCOMPARE(grant->role.sessionName, std::string("me"));
        QCOMPARE(grant->role.region, std::string("eu-west-1"));
        QCOMPARE(grant->role.caller, key.aws);
        service::readKeyParts(key, paidBy(CredentialScheme::AwsSigV4));
        QVERIFY(key.tokenGrant == grant); // its temporary key stays

        const auto request = requestOf(bedrock(key));
        QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
        QVERIFY(request->tokenGrant == grant);
        QCOMPARE(request->awsSigning->scope, (net::AwsScope{"eu-west-1", "bedrock"}));
        QVERIFY(request->awsSigning->credentials.isEmpty()); // the role's come when it is sent
        QCOMPARE(request->headers, HeaderList());

        // What is written is read as the same.
        const api::ProviderKeyView view = service::keyView(key, false);
        const auto back = admin::readKey(admin::writeKey(view), QStringLiteral("bedrock"), &view);
        QVERIFY(back.has_value());
        QCOMPARE(back->key.place, view.place);
        QVERIFY(back->aws.isEmpty() && !back->value);
    }

    void refusesAnArnOfModels()
    {
        const auto command = admin::readKey(json(R"({"bedrock_key_config":{"arn":"arn:aws:bedrock:x"}})"),
                                            QStringLiteral("bedrock"), nullptr);
        QVERIFY(command.error().message.find("aliases") != std::string::npos);
    }

    // Bifrost's way to say that AWS's own tools know who this is.
    void findsItselfWhereThePairIsEmpty()
    {
        const auto command = admin::readKey(
            json(
                R"({"name":"k","value":"","bedrock_key_config":{"access_key":"","secret_key":"","region":"us-west-2"}})"),
            QStringLiteral("bedrock"), nullptr);
        QVERIFY2(command.has_value(), command ? "" : command.error().message.c_str());
        QVERIFY(command->key.isFoundByAws);
        QVERIFY(!command->value && command->aws.isEmpty());
    }

    void keepsAnAccessKeyThatComesBackRedacted()
    {
        const api::ProviderKeyView view = service::keyView(awsKey(), false);
        const admin::Json written = admin::writeKey(view);
        QVERIFY(written.dump().find("a-secret") == std::string::npos);
        QVERIFY(written.dump().find("a-token") == std::string::npos);
        QCOMPARE(written["bedrock_key_config"]["region"]["value"].get<std::string>(), std::string("eu-central-1"));
        QCOMPARE(written["bedrock_key_config"]["access_key"]["value"].get<std::string>(),
                 std::string("AKIA************************6789"));
        const auto back = admin::readKey(written, QStringLiteral("bedrock"), &view);
        QVERIFY(back.has_value());
        QVERIFY(back->aws.isEmpty() && !back->value);
        QCOMPARE(back->key.region, QStringLiteral("eu-central-1"));
    }

    void servesBedrocksPaths_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isStream");
        QTest::addColumn<bool>("isInvoke");
        QTest::newRow("converse") << QByteArray("converse") << false << false;
        QTest::newRow("converse-stream") << QByteArray("converse-stream") << true << false;
        QTest::newRow("invoke") << QByteArray("invoke") << false << true;
        QTest::newRow("invoke-with-response-stream") << QByteArray("invoke-with-response-stream") << true << true;
    }

    void servesBedrocksPaths()
    {
        QFETCH(QByteArray, path);
        QFETCH(bool, isStream);
        QFETCH(bool, isInvoke);
        const auto endpoint = routing::findEndpoint("POST", "/bedrock/model/openai%2Fgpt-5%3A0/" + path.toStdString());
        QVERIFY(endpoint.has_value());
        QCOMPARE(endpoint->pathModel, std::string("openai/gpt-5:0"));
        QCOMPARE(endpoint->isStreamPath, isStream);
        QCOMPARE(endpoint->isBedrockInvoke, isInvoke);
        QCOMPARE(*endpoint->dialect, isInvoke ? DialectId::AnthropicMessages : DialectId::BedrockConverse);
        QCOMPARE(int(endpoint->errorShape), int(translation::ErrorShape::Bedrock));
        QCOMPARE(endpoint->nativeProvider, std::string_view("bedrock"));
        QVERIFY(!routing::findEndpoint("GET", "/bedrock/model/a/" + path.toStdString()));
    }
};

QTEST_APPLESS_MAIN(BedrockProviderTest)
#include "tst_bedrock_provider.moc"
