#include "gateway/storage/history_block.h"

namespace gateway::storage {

namespace {

constexpr std::size_t indexOf(BlockColumn column)
{
    return static_cast<std::size_t>(column);
}

std::string selectionOf(std::span<const BlockColumn> columns)
{
    std::string sql = "SELECT ";
    for (std::size_t index = 0; index < columns.size(); ++index)
        sql.append(index == 0 ? "" : ", ").append(sqlOf(columns[index]));
    return sql + " FROM requests WHERE sequence >= ? AND sequence < ? ORDER BY sequence";
}

} // namespace

void HistoryBlock::goTo(std::int64_t number)
{
    m_number = number;
    m_isLoaded.fill(false);
}

const NumberColumn &HistoryBlock::numbers(BlockColumn column)
{
    NumberColumn &numbers = m_numbers[indexOf(column)];
    loadAll(std::span(&column, 1));
    if (column != BlockColumn::Sequence)
        numbers.resize(rows(), notKnown);
    return numbers;
}

const TextColumn &HistoryBlock::texts(BlockColumn column)
{
    TextColumn &texts = m_texts[indexOf(column)];
    loadAll(std::span(&column, 1));
    if (texts.count() == 0) {
        texts.texts.push_back('\0');
        texts.starts.push_back(1);
    }
    texts.codes.resize(rows(), 0);
    return texts;
}

void HistoryBlock::loadAll(std::span<const BlockColumn> columns)
{
    if (const auto done = load(columns); !done)
        m_error = done.error();
}

// What is not stored is read from the rows in one pass for all of them.
Result<void> HistoryBlock::load(std::span<const BlockColumn> columns)
{
    std::vector<BlockColumn> ofRows;
    for (const BlockColumn column : columns) {
        const std::size_t index = indexOf(column);
        if (m_isLoaded[index])
            continue;
        const auto isStored =
            isText(column) ? readStored(column, m_texts[index]) : readStored(column, m_numbers[index]);
        if (!isStored)
            return unexpected(isStored.error());
        m_isLoaded[index] = *isStored;
        if (!*isStored)
            ofRows.push_back(column);
    }
    return ofRows.empty() ? Result<void>() : readRows(ofRows);
}

template <typename Column>
Result<bool> HistoryBlock::readStored(BlockColumn column, Column &into)
{
    if (m_stored.isEmpty()) {
        auto prepared = m_file.prepare("SELECT data FROM request_columns WHERE id = ?");
        if (!prepared)
            return unexpected(prepared.error());
        m_stored = std::move(*prepared);
    }
    m_stored.bind(1, m_number * columnsOfBlock + static_cast<std::int64_t>(column));
    const Result<bool> hasRow = m_stored.step();
    // What cannot be read is read from the rows.
    const bool isRead = hasRow && *hasRow && decodeColumn(m_stored.bytes(0), into);
    m_stored.reset();
    if (!isRead)
        into = {};
    return hasRow ? Result<bool>(isRead) : hasRow;
}

Result<bool> HistoryBlock::isStored()
{
    return readStored(BlockColumn::Sequence, m_numbers[indexOf(BlockColumn::Sequence)]);
}

Result<void> HistoryBlock::readRows(std::span<const BlockColumn> columns)
{
    SqliteStatement several;
    SqliteStatement &statement = columns.size() == 1 ? m_ofRows[indexOf(columns.front())] : several;
    if (statement.isEmpty()) {
        auto prepared = m_file.prepare(selectionOf(columns));
        if (!prepared)
            return unexpected(prepared.error());
        statement = std::move(*prepared);
    }
    statement.bind(1, m_number * sequencesOfBlock);
    statement.bind(2, (m_number + 1) * sequencesOfBlock);
    std::vector<TextColumnBuilder> builders(columns.size());
    for (const BlockColumn column : columns)
        m_numbers[indexOf(column)].clear();
    while (true) {
        const Result<bool> hasRow = statement.step();
        if (!hasRow || !*hasRow) {
            statement.reset();
            if (!hasRow)
                return unexpected(hasRow.error());
            break;
        }
        for (std::size_t index = 0; index < columns.size(); ++index) {
            const auto place = static_cast<int>(index);
            if (isText(columns[index]))
                builders[index].add(statement.bytes(place));
            else
                m_numbers[indexOf(columns[index])].push_back(statement.isNull(place) ? notKnown
                                                                                     : statement.integer(place));
        }
    }
    for (std::size_t index = 0; index < columns.size(); ++index) {
        if (isText(columns[index]))
            m_texts[indexOf(columns[index])] = builders[index].take();
        m_isLoaded[indexOf(columns[index])] = true;
    }
    return {};
}

} // namespace gateway::storage
