// Turns a history query into the WHERE clause of a statement with bound values.
#pragma once

#include "gateway/storage/sqlite_statement.h"
#include "gateway/storage/storage_thread.h"

#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace gateway::storage {

class HistoryFilter {
public:
    explicit HistoryFilter(const HistoryQuery &query);

    // Adds a condition with one value, as "hour >= ?"; none without a value.
    void addBound(std::string_view condition, const std::optional<std::int64_t> &value);
    // Adds a bound on the sequence, as "sequence < ?".
    void addSequenceBound(std::string_view comparison, std::int64_t sequence);

    bool isEmpty() const { return m_clause.empty(); }
    const std::string &whereClause() const { return m_clause; } // " WHERE ..." or empty
    int bindTo(SqliteStatement &statement) const;               // returns the number of bound values

private:
    void add(std::string_view condition);
    template <typename Value>
    void addOneOf(std::string_view column, const std::vector<Value> &values)
    {
        if (values.empty())
            return;
        std::string condition = std::string(column) + " IN (";
        for (std::size_t index = 0; index < values.size(); ++index)
            condition += index == 0 ? "?" : ", ?";
        add(condition + ")");
        for (const Value &value : values) {
            if constexpr (std::is_integral_v<Value>)
                m_values.emplace_back(std::int64_t{value});
            else
                m_values.emplace_back(value);
        }
    }
    void addKeys(const char *idColumn, const char *nameColumn, const std::vector<KeyChoice> &keys);
    void addText(const std::string &text);
    void addMeasures(const HistoryMeasures &measures);

    std::string m_clause;
    std::vector<std::variant<std::int64_t, std::string>> m_values;
};

} // namespace gateway::storage
