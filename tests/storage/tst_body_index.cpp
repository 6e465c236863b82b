// What requests and answers say is found while searching is on, whenever they were stored, and no longer than they are.
#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/block_search.h"
#include "gateway/storage/body_codec.h"
#include "gateway/storage/body_index.h"
#include "gateway/storage/history_reader.h"
#include "gateway/storage/history_writer.h"
#include "gateway/storage/schema_migrator.h"
#include "gateway/storage/searchable_words.h"
#include "tests/storage/storage_samples.h"

using namespace gateway;
using namespace gateway::storage;

namespace {

RequestRecord record(const std::string &id, const std::string &request, const std::string &answer)
{
    RequestRecord record = samples::plainRecord(id);
    record.requestBody = std::make_shared<const std::string>(request);
    record.responseBody = std::make_shared<const std::string>(answer);
    return record;
}

std::string words(const std::string &body)
{
    return searchableWords(body);
}

FilterTerm says(const std::string &text)
{
    FilterTerm term;
    term.kind = FilterTerm::Kind::Compare;
    term.field = FilterField::Body;
    term.text = text;
    return term;
}

FilterTerm negated(FilterTerm part)
{
    FilterTerm term;
    term.kind = FilterTerm::Kind::Not;
    term.parts.push_back(std::move(part));
    return term;
}

// A history with the connection that writes it and one that reads it.
struct History {
    History()
    {
        auto file = SqliteFile::open(path(), FileUse::Replayable);
        if (!file || !migrate(*file, historyMigrations()))
            qFatal("no history");
        auto made = HistoryWriter::create(std::move(*file));
        auto readOnly = SqliteFile::open(path(), FileUse::ReadOnly);
        if (!made || !readOnly)
            qFatal("no history");
        writer = std::make_unique<HistoryWriter>(std::move(*made));
        reader = std::make_unique<HistoryReader>(std::move(*readOnly));
    }
    std::filesystem::path path() const { return samples::pathOf(folder) / "history.sqlite3"; }

    void store(const std::string &id, const std::string &request, const std::string &answer = {}) const
    {
        const RequestRecord one = record(id, request, answer);
        const RequestRecord *const batch[] = {&one};
        if (auto done = writer->write(batch); !done)
            qFatal("%s", done.error().privateDetail.c_str());
    }
    void switchTo(bool isOn) const
    {
        if (auto done = writer->switchBodySearch(isOn); !done)
            qFatal("%s", done.error().privateDetail.c_str());
    }
    int indexAll() const
    {
        int steps = 0;
        while (true) {
            const auto hasMore = writer->indexBodies();
            if (!hasMore)
                qFatal("%s", hasMore.error().privateDetail.c_str());
            if (!*hasMore)
                return steps;
            ++steps;
        }
    }
    // The ids of what matches, newest first.
    QStringList ask(const FilterTerm &term) const
    {
        HistoryQuery query;
        query.condition = term;
        const auto page = reader->readPage(query, true);
        if (!page)
            return {QString::fromStdString(page.error().message)};
        QStringList ids;
        for (const StoredRecord &stored : page->records)
            ids << QString::fromStdString(stored.record.id.value);
        return ids;
    }
    QStringList find(const std::string &text) const { return ask(says(text)); }
    // The same question as exports ask it.
    QStringList wholeOnes(const FilterTerm &term) const
    {
        HistoryQuery query;
        query.condition = term;
        const auto page = reader->readWhole(query, 1'000'000);
        if (!page)
            return {QString::fromStdString(page.error().message)};
        QStringList ids;
        for (const StoredRecord &stored : page->records)
            ids << QString::fromStdString(stored.record.id.value);
        return ids;
    }
    double share() const { return readBodySearch(reader->file())->share; }
    std::int64_t countTables() const
    {
        return *reader->file().queryInteger("SELECT count(*) FROM sqlite_master WHERE name GLOB 'body_words*'");
    }

    QTemporaryDir folder;
    std::unique_ptr<HistoryWriter> writer;
    std::unique_ptr<HistoryReader> reader;
};

} // namespace

class BodyIndexTest : public QObject {
    Q_OBJECT

private slots:
    void escapesOfJsonAreResolved()
    {
        QCOMPARE(words("{\"content\":\"One\\nTwo \\\"Three\\\" caf\\u00e9\"}"),
                 std::string("content one two three caf\u00e9"));
        QCOMPARE(words("{\"arguments\":\"{\\\"path\\\":\\\"a.cpp\\\\nfoo\\\"}\"}"),
                 std::string("arguments path a cpp foo"));
        QCOMPARE(words("\"\\ud83d\\ude00 ok \\u12\""), std::string("ok u12"));
        QCOMPARE(words("{\"text\":\"cut in the middle of an \\"), std::string("text cut in the middle of an"));
        QCOMPARE(words(""), std::string());
    }

    void piecesOfAStreamAreOneText()
    {
        const std::string stream = "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n"
                                   "data: {\"choices\":[{\"delta\":{\"content\":\"lo wor\"}}]}\n\n"
                                   "data: {\"choices\":[{\"delta\":{\"content\":\"ld\"}}],\"model\":\"gpt\"}\n\n"
                                   "data: [DONE]\n\n";
        QVERIFY2(words(stream).find("hello world") != std::string::npos, words(stream).c_str());
        const std::string events = "event: content_block_delta\n"
                                   "data: {\"type\":\"content_block_delta\",\"delta\":{\"text\":\"depl\"}}\n\n"
                                   "event: content_block_delta\n"
                                   "data: {\"type\":\"content_block_delta\",\"delta\":{\"text\":\"oy it\"}}\n\n";
        QVERIFY2(words(events).find("deploy it") != std::string::npos, words(events).c_str());
    }

    void scriptsWithoutSpacesGivePairs()
    {
        QCOMPARE(words("\u6771\u4eac\u90fd abc"), std::string("\u6771\u4eac \u4eac\u90fd abc"));
        QCOMPARE(words("\u6771"), std::string("\u6771"));
    }

    void picturesAreNoWords()
    {
        const std::string picture(4000, 'A');
        QCOMPARE(words("\"" + picture + "\" seen"), std::string("seen"));
    }

    void aVeryLongBodyIsKnownByItsEnds()
    {
        std::string body = "beginning ";
        while (body.size() < 600'000)
            body += "filler ";
        body += "middle ";
        while (body.size() < 1'300'000)
            body += "filler ";
        body += "ending";
        const std::string found = words(body);
        QVERIFY(found.starts_with("beginning "));
        QVERIFY(found.ends_with(" ending"));
        QVERIFY(found.find("middle") == std::string::npos);
    }

    void isOffUntilItIsSwitchedOnAndSaysSo()
    {
        const History history;
        history.store("a", R"({"content":"deploy the app"})");
        QCOMPARE(history.indexAll(), 0);
        QVERIFY2(history.find("deploy").value(0).contains(QStringLiteral("is off")),
                 qPrintable(history.find("deploy").value(0)));
        QVERIFY(history.wholeOnes(says("deploy")).value(0).contains(QStringLiteral("is off")));
        QVERIFY(!readBodySearch(history.reader->file())->isOn);
    }

    void findsWhatIsStoredBeforeAndAfter()
    {
        const History history;
        history.store("old", R"({"content":"deploy the app"})", R"({"content":"done, and the tests are green"})");
        history.switchTo(true);
        QCOMPARE(history.find("deploy"), QStringList());
        QCOMPARE(history.share(), 0.0);
        QVERIFY(history.indexAll() > 0);
        QCOMPARE(history.share(), 1.0);
        QCOMPARE(history.find("deploy"), QStringList{QStringLiteral("old")});
        QCOMPARE(history.find("tests GREEN deploy"), QStringList{QStringLiteral("old")}); // in any order
        QCOMPARE(history.find("deploy blue"), QStringList());
        QCOMPARE(history.find("deplo"), QStringList{QStringLiteral("old")}); // as it is typed
        QCOMPARE(history.find("ploy"), QStringList());
        QCOMPARE(history.find("?!"), QStringList());
        history.store("new", R"({"content":"deploy again"})");
        QVERIFY(history.indexAll() > 0);
        QCOMPARE(history.find("deploy"), (QStringList{QStringLiteral("new"), QStringLiteral("old")}));
        QCOMPARE(history.ask(negated(says("again"))), QStringList{QStringLiteral("old")});
        QCOMPARE(history.wholeOnes(says("deploy")), (QStringList{QStringLiteral("new"), QStringLiteral("old")}));
        QCOMPARE(history.wholeOnes(says("?!")), QStringList());
    }

    void quotesAndOperatorsOfTheIndexAreNoCommands()
    {
        const History history;
        history.switchTo(true);
        history.store("a", R"({"content":"near or not said: all of it"})");
        history.indexAll();
        for (const char *text : {"\"near", "near OR", "said:all", "NOT said", "it*", "(all", "all^", "-it"})
            QCOMPARE(history.find(text), QStringList{QStringLiteral("a")});
    }

    void compressedBodiesAreRead()
    {
        const History history;
        history.switchTo(true);
        std::string body = "{\"content\":\"";
        for (int line = 0; line < 1000; ++line)
            body += "the same line ";
        history.store("big", body + "needle\"}");
        history.indexAll();
        QCOMPARE(history.find("needle"), QStringList{QStringLiteral("big")});
    }

    void oldRequestsAreIndexedInSteps()
    {
        const History history;
        for (int number = 0; number < 500; ++number)
            history.store(std::to_string(number), "{\"content\":\"word" + std::to_string(number) + "\"}");
        history.switchTo(true);
        QVERIFY(*history.writer->indexBodies());
        const double share = history.share();
        QVERIFY2(share > 0.0 && share < 1.0, std::to_string(share).c_str());
        QCOMPARE(history.find("word499"), QStringList{QStringLiteral("499")}); // the newest first
        QCOMPARE(history.find("word0"), QStringList());
        QVERIFY(history.indexAll() > 0);
        QCOMPARE(history.find("word0"), QStringList{QStringLiteral("0")});
    }

    void whatIsRemovedLeavesTheIndex()
    {
        const History history;
        history.switchTo(true);
        history.store("kept", R"({"content":"alpha"})");
        history.store("gone", R"({"content":"alpha beta"})");
        history.indexAll();
        const RequestId gone[] = {RequestId{"gone"}};
        QVERIFY(history.writer->remove(gone));
        QCOMPARE(history.find("alpha"), QStringList{QStringLiteral("kept")});
        // Its number is given again.
        history.store("next", R"({"content":"gamma"})");
        history.indexAll();
        QCOMPARE(history.find("beta"), QStringList());
        QCOMPARE(history.find("gamma"), QStringList{QStringLiteral("next")});
        auto rows =
            history.reader->file().queryInteger("SELECT count(*) FROM body_words WHERE body_words MATCH '\"beta\"'");
        QCOMPARE(*rows, std::int64_t(0));
    }

    void trimmingBodiesTakesThemOut()
    {
        const History history;
        history.switchTo(true);
        history.store("a", R"({"content":"alpha"})");
        history.indexAll();
        config::RetentionSettings settings;
        settings.mostDays = 0;
        settings.mostBytes = 1;
        QVERIFY(history.writer->trim(settings, std::chrono::system_clock::now()));
        QCOMPARE(history.find("alpha"), QStringList());
    }

    void switchedOffNothingIsLeft()
    {
        const History history;
        history.store("a", R"({"content":"alpha"})");
        history.switchTo(true);
        history.indexAll();
        history.switchTo(false);
        QVERIFY(history.find("alpha").value(0).contains(QStringLiteral("is off"))); // at once
        history.indexAll();
        QCOMPARE(history.countTables(), std::int64_t(0));
        const RequestId id[] = {RequestId{"a"}};
        QVERIFY(history.writer->remove(id));
        history.store("b", R"({"content":"beta"})");
        history.switchTo(true);
        history.indexAll();
        QCOMPARE(history.find("beta"), QStringList{QStringLiteral("b")});
    }

    void aLargeIndexLeavesInSteps()
    {
        const History history;
        // Words that no two requests share, so that the index has many pages.
        const auto word = [](int number) { return "w" + std::to_string(number * 2654435761u) + "abcdefghijklmnop"; };
        const auto text = [&word](int number) {
            std::string words = "{\"content\":\"";
            for (int each = 0; each < 4000; ++each)
                words += word(number * 4000 + each) + " ";
            return words + "\"}";
        };
        for (int number = 0; number < 70; ++number)
            history.store(std::to_string(number), text(number));
        history.switchTo(true);
        history.indexAll();
        auto &file = history.reader->file();
        const auto pages = file.queryInteger("SELECT count(*) FROM body_words_data");
        QVERIFY2(*pages > 1100, std::to_string(*pages).c_str());
        history.switchTo(false);
        QCOMPARE(*file.queryInteger("SELECT count(*) FROM body_words_leaving1_data"), *pages);
        QVERIFY(*history.writer->indexBodies());
        QCOMPARE(*file.queryInteger("SELECT count(*) FROM body_words_leaving1_data"), *pages - 1000);
        const RequestId removed[] = {RequestId{"0"}}; // it is no business of the index that leaves
        QVERIFY(history.writer->remove(removed));

        history.switchTo(true); // before the old one is gone
        history.store("new", R"({"content":"alpha"})");
        QVERIFY(*history.writer->indexBodies());
        QCOMPARE(history.find("alpha"), QStringList{QStringLiteral("new")});
        history.switchTo(false); // two of them leave now
        history.switchTo(true);
        QVERIFY(history.indexAll() > 3);
        QCOMPARE(*file.queryInteger("SELECT count(*) FROM sqlite_master WHERE name GLOB 'body_words_leaving*'"),
                 std::int64_t(0));
        QCOMPARE(history.find("alpha"), QStringList{QStringLiteral("new")});
        QCOMPARE(history.find(word(4000)), QStringList{QStringLiteral("1")});
    }

    void anIndexOfAnotherRuleIsBegunAnew()
    {
        const History history;
        history.store("a", R"({"content":"alpha"})");
        history.switchTo(true);
        history.indexAll();
        auto file = SqliteFile::open(history.path(), FileUse::Replayable);
        QVERIFY(file->execute("UPDATE body_search SET words = 0"));
        auto again = HistoryWriter::create(std::move(*file));
        QVERIFY(again);
        QCOMPARE(history.find("alpha"), QStringList());
        QVERIFY(*again->indexBodies());
        QCOMPARE(history.find("alpha"), QStringList{QStringLiteral("a")});
    }

    void theStorageIndexesByItself()
    {
        const QTemporaryDir folder;
        StorageOptions options;
        options.folder = samples::pathOf(folder);
        auto storage = StorageThread::open(options);
        QVERIFY(storage);
        const auto state = samples::waitFor<BodySearchState>(
            [&](auto reply) { (*storage)->postSetBodySearch(true, std::move(reply)); });
        QVERIFY(state && state->isOn);
        (*storage)->postRecord(record("a", R"({"content":"alpha"})", ""));
        HistoryQuery query;
        query.condition = says("alpha");
        QTRY_COMPARE_WITH_TIMEOUT(samples::queryPage(**storage, query)->records.size(), std::size_t(1), 20'000);
        const auto off = samples::waitFor<BodySearchState>(
            [&](auto reply) { (*storage)->postSetBodySearch(false, std::move(reply)); });
        QVERIFY(off && !off->isOn);
        QVERIFY(!samples::queryPage(**storage, query));
    }
};

QTEST_GUILESS_MAIN(BodyIndexTest)
#include "tst_body_index.moc"
