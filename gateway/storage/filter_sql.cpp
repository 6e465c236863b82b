#include "gateway/storage/filter_sql.h"

#include <string_view>

namespace gateway::storage {

namespace {

// One SQL expression each; several where any of them may hold the text.
std::vector<std::string_view> expressionsOf(FilterField field)
{
    switch (field) {
    case FilterField::AnyText:
        return {"client",     "asked_model", "provider",  "model",      "key_name", "session_id",
                "error_text", "error_code",  "operation", "request_id", "comment"};
    case FilterField::Client: return {"client"};
    case FilterField::AskedModel: return {"asked_model"};
    case FilterField::Provider: return {"provider"};
    case FilterField::Model: return {"model"};
    case FilterField::Key: return {"key_name"};
    case FilterField::VirtualKey: return {"virtual_key"};
    case FilterField::Session: return {"session_id"};
    case FilterField::Error: return {"error_text", "error_code"};
    case FilterField::Id: return {"request_id"};
    case FilterField::Operation: return {"operation"};
    case FilterField::FinishReason: return {"finish_reason"};
    case FilterField::Comment: return {"comment"};
    case FilterField::Status: return {"status"};
    case FilterField::Tries: return {"iif(attempts = '', 0, json_array_length(attempts))"};
    case FilterField::Cost: return {"cost"};
    case FilterField::Duration: return {"duration"};
    case FilterField::FirstToken: return {"first_byte"};
    case FilterField::InputTokens: return {"(uncached_input + coalesce(cache_read, 0) + coalesce(cache_write, 0))"};
    case FilterField::CachedTokens: return {"cache_read"};
    case FilterField::OutputTokens: return {"output"};
    case FilterField::Size: return {"response_bytes"};
    case FilterField::State: return {"state"};
    case FilterField::Streamed: return {"is_stream"};
    case FilterField::FellBack:
        return {"(attempts <> '' AND provider <> '' AND json_array_length(attempts) > 1"
                " AND json_extract(attempts, '$[0].provider') <> provider)"};
    case FilterField::Unpriced: return {"(unpriced > 0)"};
    case FilterField::Pinned: return {"pinned"};
    }
    return {};
}

std::string pattern(const std::string &text, bool isWhole)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            escaped.push_back('\\');
        escaped.push_back(c);
    }
    return isWhole ? escaped : "%" + escaped + "%";
}

std::string_view operatorOf(FilterComparison comparison)
{
    switch (comparison) {
    case FilterComparison::Less: return " < ?";
    case FilterComparison::AtMost: return " <= ?";
    case FilterComparison::Greater: return " > ?";
    case FilterComparison::AtLeast: return " >= ?";
    case FilterComparison::Contains:
    case FilterComparison::Equals:
    case FilterComparison::Holds: break;
    }
    return " = ?";
}

bool isText(FilterField field)
{
    return field <= FilterField::Comment;
}

void append(SqlCondition &condition, const FilterTerm &term);

void appendTexts(SqlCondition &condition, const FilterTerm &term)
{
    bool isFirst = true;
    for (const std::string_view expression : expressionsOf(term.field)) {
        condition.text += isFirst ? "(" : " OR ";
        condition.text += expression;
        condition.text += " LIKE ? ESCAPE '\\'";
        condition.values.emplace_back(pattern(term.text, term.comparison == FilterComparison::Equals));
        isFirst = false;
    }
    condition.text += ")";
}

void appendComparison(SqlCondition &condition, const FilterTerm &term)
{
    if (isText(term.field)) {
        appendTexts(condition, term);
        return;
    }
    const std::string_view expression = expressionsOf(term.field).front();
    condition.text += "((";
    condition.text += expression;
    if (term.field == FilterField::State) {
        condition.text += " IN (";
        for (std::size_t state = 0; state < term.states.size(); ++state) {
            condition.text += state == 0 ? "?" : ", ?";
            condition.values.emplace_back(std::string(requestStateName(term.states[state])));
        }
        condition.text += ")";
    } else if (term.comparison != FilterComparison::Holds) {
        condition.text += operatorOf(term.comparison);
        condition.values.emplace_back(term.number);
    }
    condition.text += ") IS TRUE)"; // what is not known compares false
}

void appendGroup(SqlCondition &condition, const FilterTerm &term, std::string_view between)
{
    condition.text += "(";
    for (std::size_t part = 0; part < term.parts.size(); ++part) {
        if (part > 0)
            condition.text += between;
        append(condition, term.parts[part]);
    }
    condition.text += ")";
}

void append(SqlCondition &condition, const FilterTerm &term)
{
    switch (term.kind) {
    case FilterTerm::Kind::All:
        if (term.parts.empty())
            condition.text += "1";
        else
            appendGroup(condition, term, " AND ");
        return;
    case FilterTerm::Kind::Any:
        if (term.parts.empty())
            condition.text += "0";
        else
            appendGroup(condition, term, " OR ");
        return;
    case FilterTerm::Kind::Not:
        condition.text += "NOT ";
        appendGroup(condition, term, " AND ");
        return;
    case FilterTerm::Kind::Compare: appendComparison(condition, term); return;
    }
}

} // namespace

SqlCondition sqlOf(const FilterTerm &term)
{
    SqlCondition condition;
    append(condition, term);
    return condition;
}

} // namespace gateway::storage
