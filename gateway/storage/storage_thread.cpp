#include "gateway/storage/storage_thread.h"

#include "gateway/storage/config_repository.h"
#include "gateway/storage/governance_repository.h"
#include "gateway/storage/history_reader.h"
#include "gateway/storage/log_sums.h"
#include "gateway/storage/price_override_repository.h"
#include "gateway/storage/reader_loop.h"
#include "gateway/storage/request_marks.h"
#include "gateway/storage/resilience_repository.h"
#include "gateway/storage/retention_repository.h"
#include "gateway/storage/routing_rule_repository.h"
#include "gateway/storage/schema_migrator.h"
#include "gateway/storage/session_sums.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/writer_loop.h"

#include <future>
#include <utility>

namespace gateway::storage {

namespace {

namespace fs = std::filesystem;

// A page or a record that was just posted is waited for, but a store that fails must not stop reading.
constexpr std::chrono::milliseconds flushLimit{2000};

Result<void> prepareFolder(const fs::path &folder)
{
    std::error_code problem;
    const bool isNew = fs::create_directories(folder, problem);
    if (isNew)
        fs::permissions(folder, fs::perms::owner_all, problem);
    if (problem)
        return unexpected(Error::internal(ErrorCode::StorageFailed,
                                          "The data folder " + folder.string() + " cannot be made: " + problem.message()
                                              + ". Choose another folder or make it by hand."));
    return {};
}

Result<SqliteFile> openConfig(const fs::path &folder)
{
    auto file = SqliteFile::open(folder / "config.sqlite3", FileUse::Precious);
    if (!file)
        return file;
    if (auto sound = file->check(); !sound)
        return unexpected(sound.error());
    if (auto version = migrate(*file, configMigrations()); !version)
        return unexpected(version.error());
    return file;
}

Result<SqliteFile> openHistory(const StorageOptions &options)
{
    auto file = SqliteFile::open(options.folder / "history.sqlite3", FileUse::Replayable);
    if (!file)
        return file;
    if (auto version = migrate(*file, historyMigrations()); !version)
        return unexpected(version.error());
    if (options.maximumHistoryBytes > 0) {
        if (auto done = file->limitSize(options.maximumHistoryBytes); !done)
            return unexpected(done.error());
    }
    return file;
}

// The history may be lost, the program may not fail to start for it: a damaged file is put aside and a new one begun.
Result<SqliteFile> openHistoryOrBeginAnew(const StorageOptions &options, std::string &notice)
{
    auto file = openHistory(options);
    const fs::path path = options.folder / "history.sqlite3";
    if (file || !SqliteFile::isDamaged(path))
        return file;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const std::string suffix =
        ".damaged-" + std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now).count());
    std::error_code problem;
    for (const char *part : {"", "-wal", "-shm"}) {
        const fs::path from = path.string() + part;
        if (fs::exists(from, problem))
            fs::rename(from, path.string() + suffix + part, problem);
    }
    if (problem)
        return file;
    notice = "The history was damaged. It was put aside as " + path.string() + suffix + " and a new one was begun.";
    return openHistory(options);
}

} // namespace

class StorageThread::Private {
public:
    Private(const StorageOptions &options, SqliteFile configFile, HistoryWriter historyWriter, SqliteFile readOnly)
        : config(std::move(configFile))
        , repository(config)
        , writer(options, std::move(historyWriter))
        , reader(HistoryReader(std::move(readOnly)))
    {
    }

    std::string notice; // constant after opening
    SqliteFile config;  // writer thread only
    ConfigRepository repository;
    WriterLoop writer;
    ReaderLoop reader; // last, so it ends first: it may wait for the writer

    // A task for each step, as below.
    void reprice(std::int64_t after, PriceChanges changes, std::function<bool(RequestRecord &)> price,
                 std::function<void(Result<PriceChanges>)> reply)
    {
        const auto step = writer.history().reprice(after, price);
        if (!step) {
            reply(unexpected(step.error()));
            return;
        }
        changes.matched += step->changes.matched;
        changes.priced += step->changes.priced;
        changes.added += step->changes.added;
        if (!step->hasMore) {
            reply(changes);
            return;
        }
        writer.postTask([this, after = step->last, changes, price = std::move(price), reply = std::move(reply)] {
            reprice(after, changes, price, reply);
        });
    }

    // A task for each step, so that records and others are served between two.
    void removeBefore(WallTime before, std::int64_t removed, std::function<void(Result<std::int64_t>)> reply)
    {
        const auto step = writer.history().removeOlder(before);
        if (!step) {
            reply(unexpected(step.error()));
            return;
        }
        writer.rowsRemoved(step->rows);
        removed += step->rows;
        if (!step->hasMore) {
            reply(removed);
            writer.trimSoon();
            return;
        }
        writer.postTask([this, before, removed, reply = std::move(reply)]() mutable {
            removeBefore(before, removed, std::move(reply));
        });
    }
};

Result<std::unique_ptr<StorageThread>> StorageThread::open(const StorageOptions &options)
{
    if (auto made = prepareFolder(options.folder); !made)
        return unexpected(made.error());
    auto config = openConfig(options.folder);
    if (!config)
        return unexpected(config.error());
    if (auto loaded = ConfigRepository(*config).load(); !loaded)
        return unexpected(loaded.error());
    std::string notice;
    auto history = openHistoryOrBeginAnew(options, notice);
    if (!history)
        return unexpected(history.error());
    auto writer = HistoryWriter::create(std::move(*history));
    if (!writer)
        return unexpected(writer.error());
    auto readOnly = SqliteFile::open(options.folder / "history.sqlite3", FileUse::ReadOnly);
    if (!readOnly)
        return unexpected(readOnly.error());
    auto implementation =
        std::make_unique<Private>(options, std::move(*config), std::move(*writer), std::move(*readOnly));
    implementation->notice = std::move(notice);
    return std::unique_ptr<StorageThread>(new StorageThread(std::move(implementation)));
}

StorageThread::StorageThread(std::unique_ptr<Private> implementation) : d(std::move(implementation)) {}

StorageThread::~StorageThread() = default;

void StorageThread::postRecord(RequestRecord record)
{
    d->writer.postRecord(std::move(record));
}

StoredConfig StorageThread::loadConfig()
{
    std::promise<StoredConfig> promise;
    d->writer.postTask([this, &promise] { promise.set_value(d->repository.load().value_or(StoredConfig{})); });
    return promise.get_future().get();
}

std::vector<StoredPriceOverride> StorageThread::loadPriceOverrides()
{
    std::promise<std::vector<StoredPriceOverride>> promise;
    d->writer.postTask([this, &promise] {
        promise.set_value(PriceOverrideRepository(d->config).load().value_or(std::vector<StoredPriceOverride>{}));
    });
    return promise.get_future().get();
}

void StorageThread::postSaveProvider(config::ProviderDefinition provider, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, provider = std::move(provider), reply = std::move(reply)] {
        reply(d->repository.saveProvider(provider));
    });
}

void StorageThread::postRemoveProvider(ProviderId provider, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, provider = std::move(provider), reply = std::move(reply)] {
        reply(d->repository.removeProvider(provider));
    });
}

void StorageThread::postSaveClientSettings(config::ClientSettings settings, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, settings = std::move(settings), reply = std::move(reply)] {
        reply(d->repository.saveClientSettings(settings));
    });
}

void StorageThread::postSaveRoutingRule(config::RoutingRule rule, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, rule = std::move(rule), reply = std::move(reply)] {
        reply(RoutingRuleRepository(d->config).save(rule));
    });
}

void StorageThread::postSaveRoutingRules(std::vector<config::RoutingRule> rules,
                                         std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, rules = std::move(rules), reply = std::move(reply)] {
        reply(RoutingRuleRepository(d->config).saveAll(rules));
    });
}

void StorageThread::postSaveResilience(config::ResilienceSettings settings, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask(
        [this, settings, reply = std::move(reply)] { reply(ResilienceRepository(d->config).saveSettings(settings)); });
}

void StorageThread::postSaveHealth(config::HealthState health, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, health = std::move(health), reply = std::move(reply)] {
        reply(ResilienceRepository(d->config).saveHealth(health));
    });
}

void StorageThread::postRemoveRoutingRule(config::RuleId rule, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, rule = std::move(rule), reply = std::move(reply)] {
        reply(RoutingRuleRepository(d->config).remove(rule));
    });
}

void StorageThread::postSaveGovernance(GovernanceObject object, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, object = std::move(object), reply = std::move(reply)] {
        reply(GovernanceRepository(d->config).save(object));
    });
}

void StorageThread::postRemoveGovernance(GovernanceKind kind, std::string id, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, kind, id = std::move(id), reply = std::move(reply)] {
        reply(GovernanceRepository(d->config).remove(kind, id));
    });
}

void StorageThread::postSaveLimitCounters(std::vector<config::LimitCounter> counters,
                                          std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, counters = std::move(counters), reply = std::move(reply)] {
        reply(GovernanceRepository(d->config).saveCounters(counters));
    });
}

void StorageThread::postRemoveLimitCounters(std::vector<config::LimitId> limits)
{
    d->writer.postTask([this, limits = std::move(limits)] {
        // A counter without its limit is never read.
        static_cast<void>(GovernanceRepository(d->config).removeCounters(limits));
    });
}

void StorageThread::postSaveLimitExtra(config::LimitExtra extra, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, extra = std::move(extra), reply = std::move(reply)] {
        reply(RetentionRepository(d->config).saveExtra(extra));
    });
}

void StorageThread::postSaveRetention(config::RetentionSettings settings, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, settings, reply = std::move(reply)] {
        auto saved = RetentionRepository(d->config).save(settings);
        if (saved)
            d->writer.setRetention(settings);
        reply(std::move(saved));
    });
}

void StorageThread::startTrimming(const config::RetentionSettings &settings)
{
    d->writer.postTask([this, settings] { d->writer.setRetention(settings); });
}

void StorageThread::postRemoveBefore(WallTime before, std::function<void(Result<std::int64_t>)> reply)
{
    // By way of the reader, which may wait for the records that were posted before.
    d->reader.postTask([this, before, reply = std::move(reply)](HistoryReader &) {
        d->writer.flush(flushLimit);
        d->writer.postTask([this, before, reply] { d->removeBefore(before, 0, reply); });
    });
}

void StorageThread::postSavePriceOverride(StoredPriceOverride price, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask([this, price = std::move(price), reply = std::move(reply)] {
        reply(PriceOverrideRepository(d->config).save(price));
    });
}

void StorageThread::postRemovePriceOverride(std::string id, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask(
        [this, id = std::move(id), reply = std::move(reply)] { reply(PriceOverrideRepository(d->config).remove(id)); });
}

void StorageThread::postQuery(HistoryQuery query, bool countMatching, std::function<void(Result<HistoryPage>)> reply)
{
    d->reader.postTask(
        [this, query = std::move(query), countMatching, reply = std::move(reply)](HistoryReader &reader) {
            d->writer.flush(flushLimit);
            reply(reader.readPage(query, countMatching));
        });
}

void StorageThread::postRead(RequestId id, std::function<void(Result<StoredRecord>)> reply)
{
    d->reader.postTask([this, id = std::move(id), reply = std::move(reply)](HistoryReader &reader) {
        d->writer.flush(flushLimit);
        reply(reader.readRecord(id));
    });
}

void StorageThread::postReadWhole(HistoryQuery query, std::size_t mostBytes,
                                  std::function<void(Result<HistoryPage>)> reply)
{
    d->reader.postTask([this, query = std::move(query), mostBytes, reply = std::move(reply)](HistoryReader &reader) {
        d->writer.flush(flushLimit);
        reply(reader.readWhole(query, mostBytes));
    });
}

void StorageThread::postSaveMark(RequestMark mark, std::function<void(Result<bool>)> reply)
{
    d->writer.postTask(
        [this, mark = std::move(mark), reply = std::move(reply)] { reply(d->writer.history().saveMark(mark)); });
}

void StorageThread::postReadMarks(std::function<void(Result<std::vector<RequestMark>>)> reply)
{
    d->reader.postTask([this, reply = std::move(reply)](HistoryReader &reader) {
        d->writer.flush(flushLimit);
        reply(readMarks(reader.file()));
    });
}

void StorageThread::postUsage(UsageQuery query, std::function<void(Result<UsageReport>)> reply)
{
    d->reader.postTask([this, query = std::move(query), reply = std::move(reply)](HistoryReader &reader) {
        d->writer.flush(flushLimit);
        reply(readUsage(reader.file(), query));
    });
}

void StorageThread::postLogStats(HistoryQuery query, std::function<void(Result<LogStats>)> reply)
{
    d->reader.postTask([this, query = std::move(query), reply = std::move(reply)](HistoryReader &reader) {
        d->writer.flush(flushLimit);
        reply(readLogStats(reader.file(), query));
    });
}

void StorageThread::postLogHistogram(LogHistogramQuery query, std::function<void(Result<std::vector<LogBucket>>)> reply)
{
    d->reader.postCount([this, query = std::move(query), reply = std::move(reply)](HistoryReader &reader) {
        d->writer.flush(flushLimit);
        auto buckets = readLogHistogram(reader.file(), query);
        if (!buckets && reader.file().isInterrupted())
            return false;
        reply(std::move(buckets));
        return true;
    });
}

void StorageThread::postSessionSums(HistoryQuery query, std::function<void(Result<SessionSums>)> reply)
{
    d->reader.postTask([this, query = std::move(query), reply = std::move(reply)](HistoryReader &reader) {
        d->writer.flush(flushLimit);
        reply(readSessionSums(reader.file(), query));
    });
}

void StorageThread::postReadBodySearch(std::function<void(Result<BodySearchState>)> reply)
{
    d->reader.postTask([reply = std::move(reply)](HistoryReader &reader) { reply(readBodySearch(reader.file())); });
}

void StorageThread::postSetBodySearch(bool isOn, std::function<void(Result<BodySearchState>)> reply)
{
    d->writer.postTask([this, isOn, reply = std::move(reply)] { reply(d->writer.history().switchBodySearch(isOn)); });
}

void StorageThread::postReprice(std::function<bool(RequestRecord &)> price,
                                std::function<void(Result<PriceChanges>)> reply)
{
    // By way of the reader, which may wait for the records that were posted before.
    d->reader.postTask([this, price = std::move(price), reply = std::move(reply)](HistoryReader &) {
        d->writer.flush(flushLimit);
        d->writer.postTask([this, price, reply] { d->reprice(0, {}, price, reply); });
    });
}

void StorageThread::postRemoveRequests(std::vector<RequestId> requests, std::function<void(Result<std::int64_t>)> reply)
{
    d->reader.postTask([this, requests = std::move(requests), reply = std::move(reply)](HistoryReader &) {
        d->writer.flush(flushLimit);
        d->writer.postTask([this, requests, reply] {
            auto removed = d->writer.history().remove(requests);
            d->writer.rowsRemoved(removed.value_or(0));
            reply(std::move(removed));
        });
    });
}

void StorageThread::postWork(std::function<void()> work)
{
    d->reader.postTask([work = std::move(work)](HistoryReader &) { work(); });
}

StorageCounters StorageThread::counters() const
{
    StorageCounters counters = d->writer.counters();
    counters.notice = d->notice;
    return counters;
}

} // namespace gateway::storage
