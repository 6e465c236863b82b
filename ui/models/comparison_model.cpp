#include "ui/models/comparison_model.h"

#include "ui/display_format.h"
#include "ui/look/state_shape.h"
#include "ui/models/body_text.h"
#include "ui/models/cost_text.h"
#include "ui/models/json_pieces.h"
#include "ui/models/request_text.h"

#include <QCoreApplication>
#include <QFont>
#include <QStringList>

#include <algorithm>

namespace ui::models {

using gateway::api::RequestComparison;
using gateway::api::RequestDetail;
using gateway::api::RequestSummary;

namespace {

struct Facts {
    Q_DECLARE_TR_FUNCTIONS(ComparisonFacts)
};

constexpr qsizetype longestLine = 400;

} // namespace

QList<ComparedFact> comparedFacts(const RequestComparison &comparison)
{
    const DisplayFormat format;
    QList<ComparedFact> facts;
    const auto add = [&](const QString &name, bool isOfContent, const auto &textOf) {
        const ComparedFact fact{name, textOf(comparison.earlier), textOf(comparison.later), isOfContent};
        if (!fact.earlier.isEmpty() || !fact.later.isEmpty())
            facts << fact;
    };
    const auto summaryText = [&](const QString &name, QString RequestSummary::*member) {
        add(name, true, [member](const RequestDetail &detail) { return detail.summary.*member; });
    };
    add(Facts::tr("Started"), false,
        [](const RequestDetail &detail) { return DisplayFormat::iso(detail.summary.startedAt); });
    add(Facts::tr("Id"), false, [](const RequestDetail &detail) { return detail.summary.id; });
    add(Facts::tr("State"), true, [](const RequestDetail &detail) { return look::stateText(detail.summary.state); });
    add(Facts::tr("Result"), true, [](const RequestDetail &detail) { return resultText(detail.summary); });
    summaryText(Facts::tr("Client"), &RequestSummary::client);
    summaryText(Facts::tr("Session"), &RequestSummary::sessionId);
    summaryText(Facts::tr("Virtual key"), &RequestSummary::virtualKeyName);
    add(Facts::tr("Path"), true, [](const RequestDetail &detail) { return detail.path; });
    summaryText(Facts::tr("Operation"), &RequestSummary::operation);
    summaryText(Facts::tr("Dialect"), &RequestSummary::dialect);
    summaryText(Facts::tr("Asked for"), &RequestSummary::askedModel);
    summaryText(Facts::tr("Provider"), &RequestSummary::provider);
    summaryText(Facts::tr("Model"), &RequestSummary::model);
    add(Facts::tr("Answered model"), true, [](const RequestDetail &detail) { return detail.answeredModel; });
    summaryText(Facts::tr("Key"), &RequestSummary::keyName);
    add(Facts::tr("Tries"), true, [](const RequestDetail &detail) { return QString::number(detail.summary.attempts); });
    add(Facts::tr("First token"), false,
        [&](const RequestDetail &detail) { return format.firstToken(detail.summary.firstByteAt); });
    add(Facts::tr("Duration"), false,
        [&](const RequestDetail &detail) { return format.duration(detail.summary.duration); });
    add(Facts::tr("Input tokens"), true,
        [&](const RequestDetail &detail) { return format.optionalCount(detail.summary.inputTokens); });
    add(Facts::tr("of them cached"), true,
        [&](const RequestDetail &detail) { return format.optionalCount(detail.summary.cachedTokens); });
    add(Facts::tr("Written to the cache"), true,
        [&](const RequestDetail &detail) { return format.optionalCount(detail.cacheWriteTokens); });
    add(Facts::tr("Output tokens"), true,
        [&](const RequestDetail &detail) { return format.optionalCount(detail.summary.outputTokens); });
    add(Facts::tr("Cost"), true, [&](const RequestDetail &detail) { return costText(detail.summary, format); });
    add(Facts::tr("Request size"), true,
        [&](const RequestDetail &detail) { return format.size(detail.summary.requestBytes); });
    add(Facts::tr("Conversion notes"), true,
        [](const RequestDetail &detail) { return detail.notes.join(QLatin1Char('\n')); });
    // What differs is what one looks for.
    std::stable_partition(facts.begin(), facts.end(),
                          [](const ComparedFact &fact) { return fact.differs() && fact.isOfContent; });
    return facts;
}

QList<ComparedFact> comparedHeaders(const QList<std::pair<QString, QString>> &earlier,
                                    const QList<std::pair<QString, QString>> &later)
{
    // Names in the order of the earlier request, then those that only the later one has; values of one name together.
    QStringList names;
    for (const auto *headers : {&earlier, &later}) {
        for (const auto &[name, value] : *headers) {
            if (!names.contains(name, Qt::CaseInsensitive))
                names << name;
        }
    }
    const auto valueOf = [](const QList<std::pair<QString, QString>> &headers, const QString &wanted) {
        QStringList values;
        for (const auto &[name, value] : headers) {
            if (name.compare(wanted, Qt::CaseInsensitive) == 0)
                values << value;
        }
        return values.join(QStringLiteral(", "));
    };
    QList<ComparedFact> facts;
    for (const QString &name : std::as_const(names))
        facts << ComparedFact{name, valueOf(earlier, name), valueOf(later, name)};
    return facts;
}

void ComparisonModel::setFacts(const QList<ComparedFact> &facts)
{
    beginResetModel();
    m_facts = facts;
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_facts.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_facts.size())
        return {};
    const ComparedFact &fact = m_facts.at(index.row());
    const bool isNotable = fact.differs() && fact.isOfContent;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        switch (index.column()) {
        case Mark:
            if (role == Qt::DisplayRole)
                return isNotable ? QStringLiteral("≠") : QString();
            return isNotable ? tr("differs") : tr("the same, or of no weight");
        case Name: return fact.name;
        case Earlier: return fact.earlier;
        case Later: return fact.later;
        default: return {};
        }
    case Qt::FontRole:
        if (isNotable) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    default: return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case Mark: return role == Qt::DisplayRole ? QString() : tr("Difference");
    case Name: return tr("What");
    case Earlier: return tr("Earlier");
    case Later: return tr("Later");
    default: return {};
    }
}

QByteArray comparableText(const QByteArray &body)
{
    const QString text = bodyText(body);
    return breakLongLines(isJsonTree(body) ? indentJson(text) : text, longestLine).toUtf8();
}

QByteArray answerText(const RequestDetail &detail)
{
    QStringList texts;
    for (const gateway::api::MessageView &message : detail.conversation.messages) {
        if (!message.isAnswer)
            continue;
        for (const gateway::api::PartView &part : message.parts) {
            if (!part.name.isEmpty())
                texts << part.name;
            texts << (part.kind == gateway::api::PartKind::ToolCall ? indentJson(part.text) : part.text);
        }
    }
    return texts.isEmpty() ? comparableText(detail.responseBody)
                           : breakLongLines(texts.join(QLatin1Char('\n')), longestLine).toUtf8();
}

} // namespace ui::models
