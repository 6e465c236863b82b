#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/net/upstream/s3_answer.h"

#include <QtTest/QTest>

#include <string>

using namespace gateway;
using namespace gateway::net;

namespace {

// Of docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
const std::string list =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
    "<Name>bucket</Name><Prefix/><KeyCount>205</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>true</IsTruncated>"
    "<Contents><Key>my &amp; image.jpg</Key><LastModified>2009-10-12T17:50:30.000Z</LastModified>"
    "<ETag>&quot;fba9dede5f27731c9771645a39863328&quot;</ETag><Size>434234</Size>"
    "<Owner><ID>1</ID><Key>not this</Key></Owner><StorageClass>STANDARD</StorageClass></Contents>"
    "<Contents><Key>b</Key><Size>no number</Size></Contents></ListBucketResult>";
const std::string missing =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>NoSuchKey</Code>\n  <Message>The specified key does "
    "not exist.</Message>\n  <Resource>/mybucket/myfoto.jpg</Resource>\n  <RequestId>4442587FB7D0A2F9</RequestId>\n"
    "</Error>";

} // namespace

class S3AnswerTest : public QObject {
    Q_OBJECT
private slots:
    void readsAList()
    {
        const auto read = readS3List(list);
        QVERIFY(read.has_value());
        QVERIFY(read->isTruncated);
        QCOMPARE(read->objects.size(), std::size_t(2));
        QVERIFY(read->objects.at(0) == (S3Object{"my & image.jpg", 434234, "2009-10-12T17:50:30.000Z"}));
        QVERIFY(read->objects.at(1) == (S3Object{"b", 0, ""}));
        const auto empty = readS3List("<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
        QVERIFY(empty && empty->objects.empty() && !empty->isTruncated);
    }

    void refusesWhatIsNoList()
    {
        const std::string entities = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"cccccccccc\">]>"
                                     "<ListBucketResult><Contents><Key>&b;</Key></Contents></ListBucketResult>";
        const std::string large = "<ListBucketResult>" + std::string(9 * 1024 * 1024, ' ') + "</ListBucketResult>";
        for (const std::string &other : {std::string(), std::string("{}"), missing, list.substr(0, list.size() - 5),
                                         entities, large, std::string("<ListBucketResult><Contents>&no;")}) {
            const auto read = readS3List(other);
            QVERIFY2(!read, other.substr(0, 80).c_str());
            QCOMPARE(read.error().code, ErrorCode::UpstreamProtocol);
        }
    }

    void takesNoMoreThanS3Gives()
    {
        std::string many = "<ListBucketResult>";
        for (int number = 0; number < 1200; ++number)
            many += "<Contents><Key>a</Key></Contents>";
        const auto read = readS3List(many + "</ListBucketResult>");
        QVERIFY(read.has_value());
        QCOMPARE(read->objects.size(), std::size_t(1000));
    }

    void tellsErrorsInTheWordsOfS3()
    {
        QVERIFY(readS3Error(missing) == (S3Error{"NoSuchKey", "The specified key does not exist."}));
        for (const char *other : {"", "{}", "<html><body>no</body></html>", "<Error></Error>", "<Error><Code>a</Code>"})
            QVERIFY2(!readS3Error(other), other);
        const Error error = classifyStatus(404, {}, missing);
        QCOMPARE(error.message, std::string("The provider answered 404: The specified key does not exist."));
        QCOMPARE(error.upstreamCode, std::string("NoSuchKey"));
        QCOMPARE(error.httpStatus(), 404);
    }
};

QTEST_APPLESS_MAIN(S3AnswerTest)
#include "tst_s3_answer.moc"
