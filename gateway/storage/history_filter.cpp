#include "gateway/storage/history_filter.h"

#include "gateway/storage/filter_sql.h"
#include "gateway/storage/history_columns.h"
#include "gateway/storage/stored_time.h"

namespace gateway::storage {

namespace {

constexpr std::string_view searchedColumns[] = {"client",    "asked_model", "provider",   "model",
                                                "key_name",  "session_id",  "error_text", "error_code",
                                                "operation", "request_id",  "comment"};

// A pattern for LIKE that finds the text itself anywhere.
std::string containing(const std::string &text)
{
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern.push_back('\\');
        pattern.push_back(c);
    }
    return pattern + "%";
}

} // namespace

HistoryFilter::HistoryFilter(const HistoryQuery &query)
{
    addOneOf("state", query.states);
    addOneOf("provider", query.providers);
    addOneOf("model", query.models);
    addOneOf("asked_model", query.askedModels);
    addOneOf("operation", query.operations);
    addOneOf("finish_reason", query.finishReasons);
    addKeys("key_id", "key_name", query.keys);
    addKeys("virtual_key_id", "virtual_key", query.virtualKeys);
    addOneOf("client", query.clients);
    addOneOf("session_id", query.sessionIds);
    addOneOf("request_id", query.requestIds);
    addOneOf("error_code", query.errorCodes);
    addOneOf("status", query.statuses);
    addMeasures(query.measures);
    // The unary plus keeps SQLite from walking the time index and sorting: rows are wanted in the order of the sequence.
    if (query.startedFrom) {
        add("+started_at >= ?");
        m_values.emplace_back(microsecondsSinceEpoch(*query.startedFrom));
    }
    if (query.startedUntil) {
        add("+started_at <= ?");
        m_values.emplace_back(microsecondsSinceEpoch(*query.startedUntil));
    }
    if (!query.text.empty())
        addText(query.text);
    if (query.condition != FilterTerm{}) {
        SqlCondition condition = sqlOf(query.condition);
        add(condition.text);
        m_values.insert(m_values.end(), condition.values.begin(), condition.values.end());
    }
}

void HistoryFilter::addSequenceBound(std::string_view comparison, std::int64_t sequence)
{
    add("sequence " + std::string(comparison) + " ?");
    m_values.emplace_back(sequence);
}

int HistoryFilter::bindTo(SqliteStatement &statement) const
{
    int parameter = 0;
    for (const auto &value : m_values) {
        ++parameter;
        if (const auto *number = std::get_if<std::int64_t>(&value))
            statement.bind(parameter, *number);
        else
            statement.bind(parameter, std::string_view(std::get<std::string>(value)));
    }
    return parameter;
}

void HistoryFilter::add(std::string_view condition)
{
    m_clause += m_clause.empty() ? " WHERE " : " AND ";
    m_clause += condition;
}

void HistoryFilter::addMeasures(const HistoryMeasures &measures)
{
    const auto count = [](const std::optional<Microseconds> &duration) {
        return duration ? std::optional<std::int64_t>(duration->count()) : std::nullopt;
    };
    const auto nanoDollars = [](const std::optional<Money> &money) {
        return money ? std::optional<std::int64_t>(money->nanoDollars) : std::nullopt;
    };
    addBound("duration >= ?", count(measures.leastDuration));
    addBound("duration <= ?", count(measures.mostDuration));
    addBound(BILROST_TOKENS " >= ?", measures.leastTokens);
    addBound(BILROST_TOKENS " <= ?", measures.mostTokens);
    addBound("cost >= ?", nanoDollars(measures.leastCost));
    addBound("cost <= ?", nanoDollars(measures.mostCost));
    if (measures.isUnpricedOnly)
        add("unpriced > 0");
}

void HistoryFilter::addBound(std::string_view condition, const std::optional<std::int64_t> &value)
{
    if (!value)
        return;
    add(condition);
    m_values.emplace_back(*value);
}

// Names alone need no other column: the sums of the hours have none.
void HistoryFilter::addKeys(const char *idColumn, const char *nameColumn, const std::vector<KeyChoice> &keys)
{
    if (keys.empty())
        return;
    const std::string id = idColumn;
    const std::string name = nameColumn;
    std::string condition;
    for (const KeyChoice &key : keys) {
        condition += condition.empty() ? "(" : " OR ";
        if (!key.id.empty()) {
            condition += id + " = ?";
            m_values.emplace_back(key.id);
        }
        if (key.name.empty())
            continue;
        condition += key.id.empty() ? name + " = ?" : " OR (" + id + " = '' AND " + name + " = ?)";
        m_values.emplace_back(key.name);
    }
    add(condition + ")");
}

void HistoryFilter::addText(const std::string &text)
{
    std::string condition;
    for (const std::string_view column : searchedColumns) {
        condition += condition.empty() ? "(" : " OR ";
        condition += std::string(column) + " LIKE ? ESCAPE '\\'";
        m_values.emplace_back(containing(text));
    }
    add(condition + ")");
}

} // namespace gateway::storage
