// What is left when the process is killed: the test starts itself as a child that writes, kills it and reads.
#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "gateway/storage/storage_thread.h"
#include "tests/storage/storage_samples.h"

#include <cstdio>
#include <set>

using namespace gateway;
using namespace gateway::storage;
using namespace std::chrono_literals;

namespace {

std::int64_t nowInMicroseconds()
{
    return std::chrono::duration_cast<Microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

// One line in one write, so that lines of two threads do not mix and none is left in a buffer.
void say(const std::string &line)
{
    std::fwrite((line + "\n").data(), 1, line.size() + 1, stdout);
    std::fflush(stdout);
}

// Posts a record every millisecond and saves one provider after the other until it is killed.
class Child : public QObject {
public:
    explicit Child(const char *folder, std::string run) : m_run(std::move(run))
    {
        auto storage = StorageThread::open({.folder = folder});
        if (!storage)
            qFatal("%s", storage.error().message.c_str());
        m_storage = std::move(*storage);
        connect(&m_timer, &QTimer::timeout, this, &Child::postRecord);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(1);
        saveProvider();
    }

private:
    void postRecord()
    {
        const std::string id = m_run + "-" + std::to_string(++m_records);
        RequestRecord record = samples::fullRecord(id);
        m_storage->postRecord(std::move(record));
        say("posted " + id + " " + std::to_string(nowInMicroseconds()));
    }

    void saveProvider()
    {
        const std::string id = m_run + "-provider-" + std::to_string(++m_providers);
        m_storage->postSaveProvider(samples::fullProvider(id, "planted-secret"), [this, id](Result<bool> saved) {
            if (saved)
                say("saved " + id);
            QMetaObject::invokeMethod(this, &Child::saveProvider, Qt::QueuedConnection);
        });
    }

    std::string m_run;
    std::unique_ptr<StorageThread> m_storage;
    QTimer m_timer;
    int m_records = 0;
    int m_providers = 0;
};

struct Said {
    std::vector<std::pair<std::string, std::int64_t>> posted; // id and time
    std::set<std::string> saved;
};

Said parse(const QByteArray &output)
{
    Said said;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3 && words[0] == "posted")
            said.posted.emplace_back(words[1].toStdString(), words[2].toLongLong());
        else if (words.size() == 2 && words[0] == "saved")
            said.saved.insert(words[1].toStdString());
    }
    return said;
}

// How long this busy machine let the child wait for its turn at worst; the writer may have waited as long.
std::int64_t longestPause(const Said &said)
{
    std::int64_t longest = 0;
    for (std::size_t index = 1; index < said.posted.size(); ++index)
        longest = std::max(longest, said.posted[index].second - said.posted[index - 1].second);
    return longest;
}

} // namespace

class KillNineTest : public QObject {
    Q_OBJECT

private slots:
    void losesAtMostAQuarterOfASecondAndNoAcknowledgedProvider();
};

void KillNineTest::losesAtMostAQuarterOfASecondAndNoAcknowledgedProvider()
{
    const QTemporaryDir folder;
    for (const char *run : {"first", "second", "third"}) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--child"), folder.path(), QString::fromLatin1(run)});
        QVERIFY(child.waitForStarted());
        QByteArray output;
        const auto hasSaidEnough = [&] {
            output += child.readAllStandardOutput();
            const Said said = parse(output);
            return said.saved.size() >= 3 && !said.posted.empty()
                   && said.posted.back().second - said.posted.front().second > 700'000;
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasSaidEnough(), 60'000);
        const std::int64_t killedAt = nowInMicroseconds();
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const Said said = parse(output + child.readAllStandardOutput());

        auto storage = StorageThread::open({.folder = samples::pathOf(folder)});
        QVERIFY2(storage, storage ? "" : storage.error().message.c_str());
        const std::int64_t mustBeThere = killedAt - 250'000 - longestPause(said);
        int checked = 0;
        for (const auto &[id, postedAt] : said.posted) {
            if (postedAt > mustBeThere)
                continue;
            QVERIFY2(samples::readRecord(**storage, id), id.c_str());
            ++checked;
        }
        QVERIFY(checked > 0);
        std::set<std::string> kept;
        for (const config::ProviderDefinition &provider : (*storage)->loadConfig().providers) {
            QCOMPARE(provider.keys.size(), std::size_t(2));
            kept.insert(provider.id.value);
        }
        for (const std::string &id : said.saved)
            QVERIFY2(kept.contains(id), id.c_str());
    }
    QVERIFY(samples::allBytesOf(samples::pathOf(folder)).find("planted-secret") == std::string::npos);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && std::string_view(argv[1]) == "--child") {
        const Child child(argv[2], argv[3]);
        return QCoreApplication::exec();
    }
    KillNineTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kill_nine.moc"
