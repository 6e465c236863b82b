// Reads the columns of one block of stored requests after the other: from request_columns, else from the rows.
#pragma once

#include "gateway/storage/block_column.h"
#include "gateway/storage/sqlite_file.h"

#include <array>
#include <optional>
#include <span>

namespace gateway::storage {

// Lives on the thread of its file, inside one transaction, so that all columns are of the same rows. Each column is
// read when it is first asked for.
class HistoryBlock {
public:
    explicit HistoryBlock(SqliteFile &file) : m_file(file) {}

    void goTo(std::int64_t number);
    std::int64_t number() const { return m_number; }

    std::size_t rows() { return numbers(BlockColumn::Sequence).size(); }
    // After a failure these have rows() values that mean nothing; see error().
    const NumberColumn &numbers(BlockColumn column);
    const TextColumn &texts(BlockColumn column);
    void loadAll(std::span<const BlockColumn> columns); // that will be asked for, at one go
    const std::optional<Error> &error() const { return m_error; }
    void fail(const Error &error) { m_error = error; } // of a question about this block
    SqliteFile &file() { return m_file; }

    // From the rows themselves, all in one pass.
    Result<void> readRows(std::span<const BlockColumn> columns);
    Result<bool> isStored();

private:
    static constexpr std::size_t columnCount = static_cast<std::size_t>(BlockColumn::End);

    Result<void> load(std::span<const BlockColumn> columns);
    template <typename Column>
    Result<bool> readStored(BlockColumn column, Column &into);

    SqliteFile &m_file;
    SqliteStatement m_stored;
    std::array<SqliteStatement, columnCount> m_ofRows; // for each column alone
    std::array<NumberColumn, columnCount> m_numbers;
    std::array<TextColumn, columnCount> m_texts;
    std::array<bool, columnCount> m_isLoaded{};
    std::optional<Error> m_error;
    std::int64_t m_number = 0;
};

// What is read until its end is of one moment.
class ReadSnapshot {
public:
    explicit ReadSnapshot(SqliteFile &file) : m_file(file) { (void)m_file.execute("BEGIN"); }
    ReadSnapshot(const ReadSnapshot &) = delete;
    ReadSnapshot &operator=(const ReadSnapshot &) = delete;
    ~ReadSnapshot() { (void)m_file.execute("COMMIT"); }

private:
    SqliteFile &m_file;
};

} // namespace gateway::storage
