#include "gateway/storage/schema_migrator.h"

#include "gateway/storage/sqlite_file.h"

#include <QDir>
#include <QFile>
#include <QString>

// Resources of a static library are dropped by the linker unless someone asks for them; the macro must stand outside
// of any namespace.
static void keepMigrationResources()
{
    Q_INIT_RESOURCE(gateway_storage_migrations);
}

namespace gateway::storage {

namespace {

std::vector<Migration> readMigrations(const QString &folder)
{
    keepMigrationResources();
    std::vector<Migration> migrations;
    const QDir directory(folder);
    for (const QString &name : directory.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.push_back({name.left(4).toInt(), file.readAll().toStdString()});
    }
    return migrations;
}

Error newerDatabase(const SqliteFile &file, const MigrationPlan &plan, std::int64_t found, int known)
{
    return Error::internal(ErrorCode::StorageFailed,
                           "The " + plan.contentName + " in " + file.path().string()
                               + " was written by a newer version of Bilrost: its schema has version "
                               + std::to_string(found) + ", this program knows versions up to " + std::to_string(known)
                               + ". Install the newer version again, or move the file away to begin with an empty "
                               + plan.contentName + ".");
}

Result<void> applyOne(SqliteFile &file, const Migration &migration)
{
    auto transaction = Transaction::begin(file);
    if (!transaction)
        return unexpected(transaction.error());
    if (auto done = file.execute(migration.sql); !done)
        return done;
    if (auto done = file.execute("PRAGMA user_version = " + std::to_string(migration.version)); !done)
        return done;
    return transaction->commit();
}

} // namespace

MigrationPlan configMigrations()
{
    return {"configuration", readMigrations(QStringLiteral(":/bilrost/migrations/config")), true};
}

MigrationPlan historyMigrations()
{
    return {"history", readMigrations(QStringLiteral(":/bilrost/migrations/history")), false};
}

Result<int> migrate(SqliteFile &file, const MigrationPlan &plan)
{
    const int known = plan.migrations.empty() ? 0 : plan.migrations.back().version;
    const Result<std::int64_t> found = file.queryInteger("PRAGMA user_version");
    if (!found)
        return unexpected(found.error());
    if (*found > known)
        return unexpected(newerDatabase(file, plan, *found, known));
    if (*found == known)
        return known;
    if (plan.backsUpFirst && *found > 0) {
        std::filesystem::path copy = file.path();
        copy += ".before-" + std::to_string(known);
        if (auto done = file.backUpTo(copy); !done)
            return unexpected(done.error());
    }
    for (const Migration &migration : plan.migrations) {
        if (migration.version <= *found)
            continue;
        if (auto done = applyOne(file, migration); !done) {
            Error error = done.error();
            error.message = "The " + plan.contentName + " could not be brought to version "
                            + std::to_string(migration.version) + " and was left as it was. " + error.message;
            return unexpected(std::move(error));
        }
    }
    return known;
}

} // namespace gateway::storage
