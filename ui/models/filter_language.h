// Reads the text of the filter field, and says in plain words what it means.
//
//   provider:anthropic cost>5c            both
//   state:error or tries>1                one of them
//   -client:"Claude Code" (sonnet or opus) not, groups, words anywhere
#pragma once

#include "gateway/base/filter_term.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ui::models {

struct ParsedFilter {
    gateway::FilterTerm term; // without a problem
    QString problem;          // empty: none
    int problemAt = 0;        // in the text that was read
    QString onlyText;         // when the whole filter is one text that is looked for anywhere
};

ParsedFilter parseFilter(const QString &text);

// "provider contains “anthropic”, and the cost is above $0.05"; empty for a filter that lets everything through.
QString filterEcho(const gateway::FilterTerm &term);

// "provider:", "cost>": what can be written first in a term.
QStringList filterFieldNames();
// Words for the value of that field: states, what can hold; empty for fields with values of their own.
QStringList filterValueNames(const QString &field);
// Which field a name of the language means, for completing its values; nothing for unknown names.
std::optional<gateway::FilterField> filterField(const QString &name);

// As a term of the language, quoted where it must be: `provider:anthropic`, `client:"Claude Code"`.
QString filterTermText(gateway::FilterField field, const QString &value);
QString filterStateText(gateway::RequestState state); // `state:limited`

} // namespace ui::models
