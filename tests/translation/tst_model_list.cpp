#include "gateway/translation/listing/model_list.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <string>

using namespace gateway;
using namespace gateway::translation;
using nlohmann::json;

namespace {

const std::vector<ListedModel> twoModels = {
    {"openai", {"gpt-5", "", "openai", 1754500000, 400000}},
    {"anthropic", {"claude-sonnet-4-5", "Claude Sonnet 4.5", "", 1759104000, std::nullopt}}};

} // namespace

class ModelListTest : public QObject {
    Q_OBJECT
private slots:
    void readsOpenAisListing()
    {
        const auto page =
            readModelList(DialectFamily::OpenAi, R"({"object":"list","data":[{"id":"gpt-5","object":"model",)"
                                                 R"("created":1754500000,"owned_by":"openai"},{"id":"o3"}]})");
        QVERIFY(page.has_value());
        QCOMPARE(page->models.size(), std::size_t{2});
        QVERIFY((page->models[0] == ModelEntry{"gpt-5", "", "openai", 1754500000, std::nullopt}));
        QVERIFY((page->models[1] == ModelEntry{"o3", "", "", std::nullopt, std::nullopt}));
        QVERIFY(page->nextPage.empty());
    }

    void readsAnthropicsListingWithItsPages()
    {
        const auto page =
            readModelList(DialectFamily::Anthropic,
                          R"({"data":[{"type":"model","id":"claude-x","display_name":"Claude X",)"
                          R"("created_at":"2025-09-29T00:00:00Z"}],"has_more":true,"first_id":"a","last_id":"b&c"})");
        QVERIFY(page.has_value());
        QVERIFY((page->models.at(0) == ModelEntry{"claude-x", "Claude X", "", 1759104000, std::nullopt}));
        QCOMPARE(page->nextPage, std::string("after_id=b%26c"));
        const auto last = readModelList(DialectFamily::Anthropic, R"({"data":[],"has_more":false,"last_id":"b"})");
        QVERIFY(last->nextPage.empty());
    }

    void readsOtherServicesListings_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<qint64>("contextLength");
        QTest::newRow("openrouter") << QByteArray(R"({"data":[{"id":"a/b","name":"B","context_length":32768}]})")
                                    << QByteArray("a/b") << qint64{32768};
        QTest::newRow("vllm") << QByteArray(R"({"data":[{"id":"m","max_model_len":4096,"root":"m"}]})")
                              << QByteArray("m") << qint64{4096};
        QTest::newRow("mistral") << QByteArray(
            R"({"object":"list","data":[{"id":"mistral-small","name":"mistral-small","max_context_length":131072}]})")
                                 << QByteArray("mistral-small") << qint64{131072};
        QTest::newRow("groq") << QByteArray(R"({"data":[{"id":"llama","context_window":8192}]})") << QByteArray("llama")
                              << qint64{8192};
        QTest::newRow("together") << QByteArray(R"([{"id":"t","display_name":"T","organization":"o"}])")
                                  << QByteArray("t") << qint64{-1};
        QTest::newRow("ollama tags") << QByteArray(
            R"({"models":[{"name":"qwen3:8b","model":"qwen3:8b","modified_at":"2025-05-04T17:37:44.706015396-07:00"}]})")
                                     << QByteArray("qwen3:8b") << qint64{-1};
        QTest::newRow("bare names") << QByteArray(R"(["one"])") << QByteArray("one") << qint64{-1};
    }

    void readsOtherServicesListings()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, id);
        QFETCH(qint64, contextLength);
        const auto page = readModelList(DialectFamily::OpenAi, body.toStdString());
        QVERIFY(page.has_value());
        QCOMPARE(page->models.size(), std::size_t{1});
        QCOMPARE(page->models[0].id, id.toStdString());
        QCOMPARE(page->models[0].contextLength.value_or(-1), std::int64_t{contextLength});
    }

    void readsWhatPublishersHaveAtVertex()
    {
        const auto page = readModelList(DialectFamily::Gemini,
                                        R"({"publisherModels":[{"name":"publishers/google/models/gemini-2.5-flash",)"
                                        R"("versionId":"1"}],"nextPageToken":"n"})");
        QVERIFY(page.has_value());
        QCOMPARE(page->models.at(0).id, std::string("gemini-2.5-flash"));
        QCOMPARE(page->nextPage, std::string("pageToken=n"));
    }

    void takesAnEmptyListAsEmpty()
    {
        for (const char *body : {"{\"object\":\"list\",\"data\":null}", "{\"data\":[]}", "[]", "{\"models\":[]}"}) {
            const auto page = readModelList(DialectFamily::OpenAi, body);
            QVERIFY(page.has_value());
            QVERIFY(page->models.empty());
        }
    }

    void refusesWhatIsNoList()
    {
        for (const char *body : {"", "<html>", "{}", "{\"data\":5}", "{\"data\":["}) {
            const auto page = readModelList(DialectFamily::OpenAi, body);
            QVERIFY(!page.has_value());
            QCOMPARE(page.error().code, ErrorCode::UpstreamProtocol);
        }
    }

    void leavesOutItemsWithoutAName()
    {
        const auto page = readModelList(DialectFamily::OpenAi, R"({"data":[{},5,null,{"id":""},{"id":"x"}]})");
        QCOMPARE(page->models.size(), std::size_t{1});
    }

    void writesBifrostsListing()
    {
        const json list = json::parse(writeBifrostModelList(twoModels));
        QVERIFY(list["object"] == "list");
        QVERIFY(list["extra_fields"].is_object());
        QVERIFY(list["data"][0]["id"] == "openai/gpt-5");
        QVERIFY(list["data"][0]["object"] == "model");
        QVERIFY(list["data"][0]["context_length"] == 400000);
        QVERIFY(list["data"][1]["id"] == "anthropic/claude-sonnet-4-5");
        QVERIFY(list["data"][1]["name"] == "Claude Sonnet 4.5");
        QVERIFY(list["data"][1]["owned_by"] == "anthropic");
    }

    void writesOpenAisListing()
    {
        const json list = json::parse(writeOpenAiModelList(twoModels, "openai"));
        const json wanted = {{"object", "list"},
                             {"data",
                              {{{"id", "gpt-5"}, {"object", "model"}, {"created", 1754500000}, {"owned_by", "openai"}},
                               {{"id", "anthropic/claude-sonnet-4-5"},
                                {"object", "model"},
                                {"created", 1759104000},
                                {"owned_by", "anthropic"}}}}};
        QVERIFY(list == wanted);
    }

    void writesAnthropicsListing()
    {
        const json list = json::parse(writeAnthropicModelList(twoModels, "anthropic"));
        const json wanted = {{"data",
                              {{{"type", "model"},
                                {"id", "openai/gpt-5"},
                                {"display_name", "gpt-5"},
                                {"created_at", "2025-08-06T17:06:40Z"}},
                               {{"type", "model"},
                                {"id", "claude-sonnet-4-5"},
                                {"display_name", "Claude Sonnet 4.5"},
                                {"created_at", "2025-09-29T00:00:00Z"}}}},
                             {"has_more", false},
                             {"first_id", "openai/gpt-5"},
                             {"last_id", "claude-sonnet-4-5"}};
        QVERIFY2(list == wanted, list.dump().c_str());
        const json empty = json::parse(writeAnthropicModelList({}, "anthropic"));
        QVERIFY(empty["data"].empty() && empty["data"].is_array() && empty["last_id"].is_null());
    }

    void readsWhatItWrites()
    {
        const auto openAi = readModelList(DialectFamily::OpenAi, writeOpenAiModelList(twoModels, {}));
        QCOMPARE(openAi->models[0].id, std::string("openai/gpt-5"));
        const auto anthropic = readModelList(DialectFamily::Anthropic, writeAnthropicModelList(twoModels, {}));
        QCOMPARE(*anthropic->models[1].created, std::int64_t{1759104000});
    }
};

QTEST_APPLESS_MAIN(ModelListTest)
#include "tst_model_list.moc"
