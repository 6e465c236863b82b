// Turns a history query into the WHERE clause of a statement with bound values.
#pragma once

#include "gateway/storage/sqlite_statement.h"
#include "gateway/storage/storage_thread.h"

#include <string>
#include <variant>
#include <vector>

namespace gateway::storage {

class HistoryFilter {
public:
    explicit HistoryFilter(const HistoryQuery &query);

    // Adds a bound on the sequence, as "sequence < ?".
    void addSequenceBound(std::string_view comparison, std::int64_t sequence);

    bool isEmpty() const { return m_clause.empty(); }
    const std::string &whereClause() const { return m_clause; } // " WHERE ..." or empty
    int bindTo(SqliteStatement &statement) const;               // returns the number of bound values

private:
    void add(std::string_view condition);
    void addOneOf(std::string_view column, const std::vector<std::string> &values);
    void addText(const std::string &text);

    std::string m_clause;
    std::vector<std::variant<std::int64_t, std::string>> m_values;
};

} // namespace gateway::storage
