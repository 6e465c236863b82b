#include "gateway/net/upstream/aws_signature.h"

#include <QtTest/QTest>

#include <string>

using gateway::AwsCredentials;
using gateway::HeaderList;
using gateway::SecretString;
using gateway::WallTime;
using namespace gateway::net;

namespace {

// Of AWS's Signature Version 4 test suite (github.com/awslabs/aws-c-auth, tests/aws-signing-test-suite/v4).
AwsCredentials suiteCredentials()
{
    return {SecretString("AKIDEXAMPLE"), SecretString("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), SecretString()};
}

const AwsScope suiteScope{"us-east-1", "service"};
constexpr const char *suiteToken = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";

HeaderList suiteFields(HeaderList more = {})
{
    more.add("Host", "example.amazonaws.com");
    more.add("X-Amz-Date", "20150830T123600Z");
    return more;
}

WallTime suiteTime()
{
    using namespace std::chrono;
    return sys_days(2015y / August / 30) + 12h + 36min;
}

std::string expected(const std::string &names, const std::string &signature)
{
    return "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=" + names
           + ", Signature=" + signature;
}

std::string unreserved()
{
    return "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
}

} // namespace

class AwsSignatureTest : public QObject {
    Q_OBJECT
private slots:
    void signsTheRequestsOfTheSuite_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("signature");
        const auto row = [](const char *name, const char *method, const std::string &target, const char *signature) {
            QTest::newRow(name) << QByteArray(method) << QByteArray::fromStdString(target) << QByteArray(signature);
        };
        row("get-vanilla", "GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
        row("post-vanilla", "POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
        row("get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
        row("get-vanilla-query-order-encoded", "GET", "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1",
            "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac");
        row("get-vanilla-query-unreserved", "GET", "/?" + unreserved() + "=" + unreserved(),
            "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197");
        row("get-unreserved", "GET", "/" + unreserved(),
            "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f");
        row("get-utf8", "GET", "/\xE1\x88\xB4", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85");
        row("get-space-normalized", "GET", "/example space/",
            "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741");
        row("get-slashes-normalized", "GET", "//example//",
            "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84");
        row("get-slash-pointless-dot-normalized", "GET", "/./example",
            "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5");
        row("get-relative-relative-normalized", "GET", "/example1/example2/../..",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    void signsTheRequestsOfTheSuite()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, signature);
        QCOMPARE(awsAuthorization(method.toStdString(), target.toStdString(), suiteFields(), {}, suiteCredentials(),
                                  suiteScope),
                 expected("host;x-amz-date", signature.toStdString()));
    }

    void signsFieldsAsTheSuiteDoes()
    {
        const HeaderList fields = suiteFields({{"My-Header1", " value1"}, {"My-Header2", " \"a   b   c\""}});
        QCOMPARE(awsAuthorization("GET", "/", fields, {}, suiteCredentials(), suiteScope),
                 expected("host;my-header1;my-header2;x-amz-date",
                          "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"));
    }

    // post-x-www-form-urlencoded
    void signsTheBody()
    {
        const HeaderList fields =
            suiteFields({{"Content-Type", "application/x-www-form-urlencoded"},
                         {"Content-Length", "13"},
                         {"x-amz-content-sha256", "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"}});
        QCOMPARE(awsAuthorization("POST", "/", fields, "Param1=value1", suiteCredentials(), suiteScope),
                 expected("content-length;content-type;host;x-amz-content-sha256;x-amz-date",
                          "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b"));
    }

    // get-vanilla-with-session-token
    void signsTheSessionToken()
    {
        const HeaderList fields = suiteFields({{"X-Amz-Security-Token", suiteToken}});
        QCOMPARE(awsAuthorization("GET", "/", fields, {}, suiteCredentials(), suiteScope),
                 expected("host;x-amz-date;x-amz-security-token",
                          "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8"));
    }

    // docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, its four examples.
    void signsTheExamplesOfS3_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("signature");
        const auto row = [](const char *name, const char *method, const char *target, const char *field,
                            const char *signature) {
            QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(field)
                                << QByteArray(signature);
        };
        row("GET object", "GET", "/test.txt", "Range",
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        row("PUT object", "PUT", "/test%24file.text", "x-amz-storage-class",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
        row("GET lifecycle", "GET", "/?lifecycle", "",
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        row("list objects", "GET", "/?max-keys=2&prefix=J", "",
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    void signsTheExamplesOfS3()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, signature);
        const bool isPut = method == "PUT";
        HeaderList fields{
            {"Host", "examplebucket.s3.amazonaws.com"},
            {"x-amz-date", "20130524T000000Z"},
            {"x-amz-content-sha256", isPut ? "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"
                                           : "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}};
        if (field == "Range")
            fields.add("Range", "bytes=0-9");
        if (isPut) {
            fields.add("Date", "Fri, 24 May 2013 00:00:00 GMT");
            fields.add("x-amz-storage-class", "REDUCED_REDUNDANCY");
        }
        const AwsCredentials credentials{SecretString("AKIAIOSFODNN7EXAMPLE"),
                                         SecretString("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), SecretString()};
        const std::string authorization = awsAuthorization(method.toStdString(), target.toStdString(), fields,
                                                           "not looked at", credentials, {"us-east-1", "s3"});
        QCOMPARE(authorization.substr(authorization.find("Signature=") + 10), signature.toStdString());
    }

    void saysOfWhatGoesToS3WhatItsBytesAre()
    {
        auto spooled = SpooledBody::create();
        QVERIFY(spooled && !(*spooled)->append("Welcome to Amazon S3."));
        for (const char *scheme : {"https", "http"}) {
            for (const bool isOnDisk : {true, false}) {
                UpstreamRequest request;
                auto route = std::make_shared<UpstreamRoute>();
                route->scheme = scheme;
                route->host = "s3.test";
                route->port = 443;
                request.route = route;
                request.method = "PUT";
                request.target = "/bucket/a//b%20c";
                if (isOnDisk)
                    request.body =
                        UpstreamBody(std::make_shared<const UploadSource>(*spooled, std::vector<UploadSource::Edit>()));
                else
                    request.body = std::make_shared<const std::string>("Welcome to Amazon S3.");
                AwsCredentials credentials = suiteCredentials();
                credentials.sessionToken = SecretString("token");
                request.awsSigning = std::make_shared<const AwsSigning>(AwsSigning{credentials, {"us-east-1", "s3"}});
                signAwsRequest(request, suiteTime());
                // Only TLS guards bytes that are not signed.
                const bool isUnsigned = isOnDisk && route->scheme == "https";
                QCOMPARE(std::string(request.headers.value("x-amz-content-sha256")),
                         std::string(isUnsigned ? "UNSIGNED-PAYLOAD"
                                                : "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"));
                QVERIFY(request.headers.value("authorization").find("x-amz-security-token") != std::string_view::npos);
            }
        }
    }

    void tellsTheTimeInAwsWords()
    {
        QCOMPARE(awsDate(suiteTime()), std::string("20150830T123600Z"));
        QCOMPARE(awsDate(suiteTime() + std::chrono::milliseconds(999)), std::string("20150830T123600Z"));
        QCOMPARE(awsDate(WallTime()), std::string("19700101T000000Z"));
    }

    void signsWhatIsSent()
    {
        AwsCredentials credentials = suiteCredentials();
        credentials.sessionToken = SecretString("token");
        UpstreamRequest request;
        auto route = std::make_shared<UpstreamRoute>();
        route->scheme = "https";
        route->host = "bedrock-runtime.us-east-1.amazonaws.com";
        route->port = 443;
        request.route = route;
        request.method = "POST";
        request.target = "/model/anthropic.claude-3-5-sonnet-20240620-v1%3A0/converse";
        request.headers = {{"Content-Type", "application/json"}, {"User-Agent", "a"}};
        request.body = std::make_shared<const std::string>("{}");
        request.awsSigning = std::make_shared<const AwsSigning>(AwsSigning{credentials, {"us-east-1", "bedrock"}});
        signAwsRequest(request, suiteTime());
        QCOMPARE(std::string(request.headers.value("x-amz-content-sha256")),
                 std::string("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
        QCOMPARE(std::string(request.headers.value("x-amz-security-token")), std::string("token"));
        // By botocore 1.44.5 for the same request: its path is "/model/anthropic...v1%253A0/converse" there.
        QCOMPARE(std::string(request.headers.value("authorization")),
                 std::string("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/bedrock/aws4_request, "
                             "SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token, "
                             "Signature=2642cc89bec8febe17190dcf10705070d9a92718e14cd38eb500a92b83060a3c"));
        const HeaderList before = request.headers;
        signAwsRequest(request, suiteTime());
        QCOMPARE(request.headers.size(), before.size()); // a second attempt replaces the signature
    }

    void leavesOtherRequestsAlone()
    {
        UpstreamRequest request;
        request.headers = {{"Authorization", "Bearer key"}};
        signAwsRequest(request, suiteTime());
        QCOMPARE(request.headers, (HeaderList{{"Authorization", "Bearer key"}}));
    }

    void refusesCredentialsThatCannotSign_data()
    {
        QTest::addColumn<QByteArray>("accessKey");
        QTest::addColumn<QByteArray>("secretKey");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("fine") << QByteArray("AKIA") << QByteArray("s") << QByteArray() << true;
        QTest::newRow("no access key") << QByteArray() << QByteArray("s") << QByteArray() << false;
        QTest::newRow("no secret") << QByteArray("AKIA") << QByteArray() << QByteArray() << false;
        QTest::newRow("line break") << QByteArray("AKIA\r\nX: 1") << QByteArray("s") << QByteArray() << false;
        QTest::newRow("line break in the token")
            << QByteArray("AKIA") << QByteArray("s") << QByteArray("a\nb") << false;
    }

    void refusesCredentialsThatCannotSign()
    {
        QFETCH(QByteArray, accessKey);
        QFETCH(QByteArray, secretKey);
        QFETCH(QByteArray, token);
        QFETCH(bool, isFine);
        const auto checked =
            checkAwsCredentials({SecretString(accessKey.toStdString()), SecretString(secretKey.toStdString()),
                                 SecretString(token.toStdString())});
        QCOMPARE(checked.has_value(), isFine);
        if (!isFine)
            QCOMPARE(checked.error().code, gateway::ErrorCode::SecretUnavailable);
    }
};

QTEST_APPLESS_MAIN(AwsSignatureTest)
#include "tst_aws_signature.moc"
