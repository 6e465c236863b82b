// Pages go before counts, and a count that has begun makes way and is begun anew.
#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/block_condition.h"
#include "gateway/storage/reader_loop.h"
#include "gateway/storage/schema_migrator.h"
#include "tests/storage/storage_samples.h"

#include <future>
#include <thread>
#include <vector>

using namespace gateway;
using namespace gateway::storage;

class ReaderLoopTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tasksGoBeforeCounts();
    void aCountThatHasBegunMakesWay();
    void aCountIsNotInterruptedForEver();
    void whatWasPostedRunsBeforeTheEnd();
    void walksOverTheRowsEndEarly();

private:
    HistoryReader reader() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ReaderLoopTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto file = SqliteFile::open(samples::pathOf(*m_folder) / "history.sqlite3", FileUse::Replayable);
    QVERIFY(file && migrate(*file, historyMigrations()));
}

HistoryReader ReaderLoopTest::reader() const
{
    auto file = SqliteFile::open(samples::pathOf(*m_folder) / "history.sqlite3", FileUse::ReadOnly);
    if (!file)
        qFatal("%s", file.error().privateDetail.c_str());
    return HistoryReader(std::move(*file));
}

void ReaderLoopTest::tasksGoBeforeCounts()
{
    std::vector<int> order; // reader thread only, then here
    {
        ReaderLoop loop(reader());
        std::promise<void> allPosted;
        loop.postTask([future = allPosted.get_future().share()](HistoryReader &) { future.wait(); });
        loop.postCount([&order](HistoryReader &) {
            order.push_back(3);
            return true;
        });
        loop.postTask([&order](HistoryReader &) { order.push_back(1); });
        loop.postTask([&order](HistoryReader &) { order.push_back(2); });
        allPosted.set_value();
    }
    QCOMPARE(order, (std::vector<int>{1, 2, 3}));
}

void ReaderLoopTest::aCountThatHasBegunMakesWay()
{
    std::vector<QString> order;
    std::promise<void> begun;
    {
        ReaderLoop loop(reader());
        loop.postCount([&order, &begun, isFirst = true](HistoryReader &reader) mutable {
            if (!std::exchange(isFirst, false)) {
                order.push_back(QStringLiteral("count"));
                return true;
            }
            begun.set_value();
            while (!reader.file().isInterrupted())
                std::this_thread::yield();
            order.push_back(QStringLiteral("interrupted"));
            return false;
        });
        begun.get_future().wait();
        loop.postTask([&order](HistoryReader &reader) {
            order.push_back(reader.file().isInterrupted() ? QStringLiteral("wrong") : QStringLiteral("page"));
        });
    }
    QCOMPARE(order,
             (std::vector<QString>{QStringLiteral("interrupted"), QStringLiteral("page"), QStringLiteral("count")}));
}

void ReaderLoopTest::aCountIsNotInterruptedForEver()
{
    int interruptions = 0;
    {
        ReaderLoop loop(reader());
        loop.postCount([&](HistoryReader &reader) {
            loop.postTask([](HistoryReader &) {}); // always somebody else
            if (!reader.file().isInterrupted())
                return true;
            ++interruptions;
            return false;
        });
    }
    QCOMPARE(interruptions, 5);
}

void ReaderLoopTest::whatWasPostedRunsBeforeTheEnd()
{
    int ran = 0;
    {
        ReaderLoop loop(reader());
        for (int each = 0; each < 10; ++each) {
            loop.postCount([&ran](HistoryReader &) { return ++ran > 0; });
            loop.postTask([&ran](HistoryReader &) { ++ran; });
        }
    }
    QCOMPARE(ran, 20);
}

void ReaderLoopTest::walksOverTheRowsEndEarly()
{
    HistoryReader asked = reader();
    const std::atomic<bool> isWanted{true};
    asked.file().setInterruption(&isWanted);
    const auto visit = [](HistoryBlock &, const RowMask &) { return true; };
    const auto stopped = visitBlocks(asked.file(), BlockCondition(HistoryQuery{}), false, 0, visit);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    asked.file().setInterruption(nullptr);
    QVERIFY(visitBlocks(asked.file(), BlockCondition(HistoryQuery{}), false, 0, visit));
}

QTEST_GUILESS_MAIN(ReaderLoopTest)
#include "tst_reader_loop.moc"
