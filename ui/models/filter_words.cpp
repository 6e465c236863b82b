// Says a filter in plain words; reading it is in filter_language.cpp.
#include "ui/display_format.h"
#include "ui/models/filter_fields.h"
#include "ui/models/filter_language.h"

#include <algorithm>

namespace ui::models {

using namespace filter_detail;
using gateway::FilterComparison;
using gateway::FilterField;
using gateway::FilterTerm;

namespace {

QString listed(const QStringList &words)
{
    return words.join(FilterText::tr(", or ", "between words of which one must hold"));
}

QString fieldWords(FilterField field)
{
    switch (field) {
    case FilterField::AnyText: return FilterText::tr("anything");
    case FilterField::Client: return FilterText::tr("the client");
    case FilterField::AskedModel: return FilterText::tr("the model that was asked for");
    case FilterField::Provider: return FilterText::tr("the provider");
    case FilterField::Model: return FilterText::tr("the model");
    case FilterField::Key: return FilterText::tr("the key");
    case FilterField::VirtualKey: return FilterText::tr("the virtual key");
    case FilterField::Session: return FilterText::tr("the session");
    case FilterField::Error: return FilterText::tr("the error");
    case FilterField::Id: return FilterText::tr("the id");
    case FilterField::Operation: return FilterText::tr("the operation");
    case FilterField::FinishReason: return FilterText::tr("the reason of the end");
    case FilterField::Comment: return FilterText::tr("the comment");
    case FilterField::Body: return FilterText::tr("what was said");
    case FilterField::Status: return FilterText::tr("the status");
    case FilterField::Tries: return FilterText::tr("the number of tries");
    case FilterField::Cost: return FilterText::tr("the cost");
    case FilterField::Duration: return FilterText::tr("the duration");
    case FilterField::FirstToken: return FilterText::tr("the time to the first token");
    case FilterField::InputTokens: return FilterText::tr("the number of input tokens");
    case FilterField::CachedTokens: return FilterText::tr("the number of cached tokens");
    case FilterField::OutputTokens: return FilterText::tr("the number of output tokens");
    case FilterField::Size: return FilterText::tr("the size of the answer");
    case FilterField::State: return FilterText::tr("the state");
    case FilterField::Streamed: return FilterText::tr("it is a stream");
    case FilterField::FellBack: return FilterText::tr("it fell back");
    case FilterField::Unpriced: return FilterText::tr("it has no price");
    case FilterField::Pinned: return FilterText::tr("it is pinned");
    }
    return {};
}

QString amountText(const FilterTerm &term)
{
    const DisplayFormat format;
    switch (term.field) {
    case FilterField::Cost: return format.exactMoney(gateway::Money{term.number});
    case FilterField::Duration:
    case FilterField::FirstToken: return format.duration(Microseconds(term.number));
    case FilterField::Size: return format.size(term.number);
    case FilterField::Status: return QString::number(term.number);
    default: return format.exactCount(term.number);
    }
}

QString stateWordsOf(const FilterTerm &term)
{
    for (const StateWord &word : stateWords) {
        if (std::equal(term.states.begin(), term.states.end(), word.states.begin(), word.states.end()))
            return QLatin1String(word.name);
    }
    return {};
}

QString comparisonText(const FilterTerm &term)
{
    const QString field = fieldWords(term.field);
    const QString text = QString::fromStdString(term.text);
    if (term.field >= FilterField::Streamed)
        return field;
    if (term.field == FilterField::State)
        return FilterText::tr("%1 is %2", "field, value").arg(field, stateWordsOf(term));
    if (term.field == FilterField::Body)
        return FilterText::tr("%1 contains “%2”").arg(field, text);
    const bool isText = term.field <= FilterField::Comment;
    switch (term.comparison) {
    case FilterComparison::Contains: return FilterText::tr("%1 contains “%2”").arg(field, text);
    case FilterComparison::Equals:
        return isText ? FilterText::tr("%1 is “%2”").arg(field, text)
                      : FilterText::tr("%1 is %2", "field, value").arg(field, amountText(term));
    case FilterComparison::Less: return FilterText::tr("%1 is below %2").arg(field, amountText(term));
    case FilterComparison::AtMost: return FilterText::tr("%1 is at most %2").arg(field, amountText(term));
    case FilterComparison::Greater: return FilterText::tr("%1 is above %2").arg(field, amountText(term));
    case FilterComparison::AtLeast: return FilterText::tr("%1 is at least %2").arg(field, amountText(term));
    case FilterComparison::Holds: return field;
    }
    return field;
}

QString echoOf(const FilterTerm &term, bool isInside)
{
    QStringList parts;
    for (const FilterTerm &part : term.parts)
        parts << echoOf(part, true);
    switch (term.kind) {
    case FilterTerm::Kind::Compare: return comparisonText(term);
    case FilterTerm::Kind::Not: return FilterText::tr("not (%1)").arg(parts.join(FilterText::tr(", and ")));
    case FilterTerm::Kind::Any: {
        const QString text = listed(parts);
        return isInside ? QStringLiteral("(%1)").arg(text) : text;
    }
    case FilterTerm::Kind::All: return parts.join(FilterText::tr(", and "));
    }
    return {};
}

} // namespace

QString filterEcho(const FilterTerm &term)
{
    const QString echo = echoOf(term, false);
    return echo.isEmpty() ? echo : echo.left(1).toUpper() + echo.mid(1);
}

} // namespace ui::models
