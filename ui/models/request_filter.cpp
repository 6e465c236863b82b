#include "ui/models/request_filter.h"

#include "ui/models/request_text.h"

#include <algorithm>

namespace ui::models {

using gateway::FilterComparison;
using gateway::FilterField;
using gateway::FilterTerm;
using gateway::api::RequestMark;
using gateway::api::RequestSummary;

namespace {

// The texts of a field; any of them may hold what is looked for.
QStringList textsOf(FilterField field, const RequestSummary &request, const RequestMark &mark)
{
    switch (field) {
    case FilterField::AnyText:
        return {request.client,    request.askedModel, request.provider,  request.model,
                request.keyName,   request.sessionId,  request.errorText, request.errorCode,
                request.operation, request.id,         mark.comment};
    case FilterField::Client: return {request.client};
    case FilterField::AskedModel: return {request.askedModel};
    case FilterField::Provider: return {request.provider};
    case FilterField::Model: return {request.model};
    case FilterField::Key: return {request.keyName};
    case FilterField::VirtualKey: return {request.virtualKeyName};
    case FilterField::Session: return {request.sessionId};
    case FilterField::Error: return {request.errorText, request.errorCode};
    case FilterField::Id: return {request.id};
    case FilterField::Operation: return {request.operation};
    case FilterField::FinishReason: return {request.finishReason};
    case FilterField::Comment: return {mark.comment};
    default: return {};
    }
}

std::optional<std::int64_t> numberOf(FilterField field, const RequestSummary &request)
{
    switch (field) {
    case FilterField::Status: return request.status;
    case FilterField::Tries: return request.attempts;
    case FilterField::Cost: return request.cost ? std::optional(request.cost->nanoDollars) : std::nullopt;
    case FilterField::Duration: return request.duration.count();
    case FilterField::FirstToken:
        return request.firstByteAt ? std::optional(request.firstByteAt->count()) : std::nullopt;
    case FilterField::InputTokens: return request.inputTokens;
    case FilterField::CachedTokens: return request.cachedTokens;
    case FilterField::OutputTokens: return request.outputTokens;
    case FilterField::Size: return request.responseBytes;
    default: return std::nullopt;
    }
}

bool compare(std::int64_t value, FilterComparison comparison, std::int64_t bound)
{
    switch (comparison) {
    case FilterComparison::Less: return value < bound;
    case FilterComparison::AtMost: return value <= bound;
    case FilterComparison::Greater: return value > bound;
    case FilterComparison::AtLeast: return value >= bound;
    case FilterComparison::Contains:
    case FilterComparison::Equals:
    case FilterComparison::Holds: break;
    }
    return value == bound;
}

bool comparisonHolds(const FilterTerm &term, const RequestSummary &request, const RequestMark &mark)
{
    switch (term.field) {
    case FilterField::State:
        return std::find(term.states.begin(), term.states.end(), request.state) != term.states.end();
    case FilterField::Streamed: return request.isStream;
    case FilterField::FellBack: return hasFallenBack(request);
    case FilterField::Unpriced: return request.unpricedAttempts > 0;
    case FilterField::Pinned: return mark.isPinned;
    default: break;
    }
    if (term.field <= FilterField::Comment) {
        const QString wanted = QString::fromStdString(term.text);
        const QStringList texts = textsOf(term.field, request, mark);
        return std::any_of(texts.begin(), texts.end(), [&](const QString &text) {
            return term.comparison == FilterComparison::Equals ? text.compare(wanted, Qt::CaseInsensitive) == 0
                                                               : text.contains(wanted, Qt::CaseInsensitive);
        });
    }
    const auto number = numberOf(term.field, request);
    return number && compare(*number, term.comparison, term.number);
}

} // namespace

bool asksForBodies(const FilterTerm &term)
{
    return (term.kind == FilterTerm::Kind::Compare && term.field == FilterField::Body)
           || std::any_of(term.parts.begin(), term.parts.end(), asksForBodies);
}

QString wordsOfBodies(const FilterTerm &term)
{
    if (term.kind == FilterTerm::Kind::Compare)
        return term.field == FilterField::Body ? QString::fromStdString(term.text) : QString();
    if (term.kind == FilterTerm::Kind::Not)
        return {};
    QStringList words;
    for (const FilterTerm &part : term.parts) {
        if (const QString found = wordsOfBodies(part); !found.isEmpty())
            words << found;
    }
    return words.join(QLatin1Char(' '));
}

bool holds(const FilterTerm &term, const RequestSummary &request, const RequestMark &mark)
{
    const auto partHolds = [&](const FilterTerm &part) { return holds(part, request, mark); };
    switch (term.kind) {
    case FilterTerm::Kind::All: return std::all_of(term.parts.begin(), term.parts.end(), partHolds);
    case FilterTerm::Kind::Any: return std::any_of(term.parts.begin(), term.parts.end(), partHolds);
    case FilterTerm::Kind::Not: return !std::all_of(term.parts.begin(), term.parts.end(), partHolds);
    case FilterTerm::Kind::Compare: return comparisonHolds(term, request, mark);
    }
    return true;
}

bool RequestFilter::matches(const RequestSummary &request, const RequestMark &mark) const
{
    if (!states.isEmpty() && !states.contains(request.state))
        return false;
    if (startedFrom.isValid() && request.startedAt < startedFrom)
        return false;
    if (startedUntil.isValid() && request.startedAt > startedUntil)
        return false;
    if (condition && asksForBodies(*condition))
        return request.sequence > 0;
    if (condition && !holds(*condition, request, mark))
        return false;
    if (text.isEmpty())
        return true;
    const QStringList texts = textsOf(FilterField::AnyText, request, mark);
    return std::any_of(texts.begin(), texts.end(),
                       [this](const QString &each) { return each.contains(text, Qt::CaseInsensitive); });
}

QStringList RequestFilter::stateNames() const
{
    QStringList names;
    for (const gateway::RequestState state : states) {
        const std::string_view name = gateway::requestStateName(state);
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    names.sort();
    return names;
}

} // namespace ui::models
