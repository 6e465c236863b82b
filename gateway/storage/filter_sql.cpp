#include "gateway/storage/filter_sql.h"

#include "gateway/storage/block_column.h"
#include "gateway/storage/body_index.h"

#include <string_view>

namespace gateway::storage {

namespace {

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
    for (const BlockColumn column : columnsOf(term.field)) {
        condition.text += isFirst ? "(" : " OR ";
        condition.text += sqlOf(column);
        condition.text += " LIKE ? ESCAPE '\\'";
        condition.values.emplace_back(pattern(term.text, term.comparison == FilterComparison::Equals));
        isFirst = false;
    }
    condition.text += ")";
}

void appendBodies(SqlCondition &condition, const FilterTerm &term)
{
    std::string question = bodyQuestion(term.text);
    if (question.empty()) {
        condition.text += "0";
        return;
    }
    condition.text += "(requests.sequence IN (SELECT rowid FROM body_words WHERE body_words MATCH ?))";
    condition.values.emplace_back(std::move(question));
}

void appendComparison(SqlCondition &condition, const FilterTerm &term)
{
    if (term.field == FilterField::Body) {
        appendBodies(condition, term);
        return;
    }
    if (isText(term.field)) {
        appendTexts(condition, term);
        return;
    }
    condition.text += "((";
    condition.text += sqlOf(columnsOf(term.field).front());
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
