#include "ui/models/cost_text.h"

#include <QCoreApplication>

namespace ui::models {

using gateway::AttemptCost;
using gateway::CostBasis;
using gateway::CostClass;
using gateway::CostLine;
using gateway::Money;
using gateway::api::AttemptView;
using gateway::api::RequestDetail;
using gateway::api::RequestSummary;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CostText)
};

using Row = widgets::FactsGrid::Row;

// The attempt whose answer the client got, or the last one.
const AttemptView *answeringAttempt(const RequestDetail &detail)
{
    for (auto each = detail.attempts.crbegin(); each != detail.attempts.crend(); ++each) {
        if (each->errorCode.isEmpty())
            return &*each;
    }
    return detail.attempts.isEmpty() ? nullptr : &detail.attempts.back();
}

const CostLine *lineOf(const AttemptCost &cost, CostClass costClass)
{
    for (const CostLine &line : cost.lines) {
        if (line.costClass == costClass)
            return &line;
    }
    return nullptr;
}

Money costOfLine(const CostLine &line)
{
    return {(line.count * line.picoDollars + 500) / 1000};
}

QStringList figures(const std::optional<qint64> &count, const CostLine *line, const DisplayFormat &format)
{
    QStringList texts{count ? format.exactCount(*count) : DisplayFormat::missing()};
    if (line)
        texts << format.pricePerMillion(line->picoDollars) << format.exactMoney(costOfLine(*line));
    return texts;
}

// Classes that most requests do not have.
QString rareClassName(CostClass costClass)
{
    switch (costClass) {
    case CostClass::CacheWriteOneHour: return Text::tr("Cache write, 1 hour");
    case CostClass::Reasoning: return Text::tr("Reasoning");
    case CostClass::AudioInput: return Text::tr("Audio input");
    case CostClass::AudioOutput: return Text::tr("Audio output");
    case CostClass::Search: return Text::tr("Searches");
    case CostClass::ImageInput: return Text::tr("Pictures read");
    case CostClass::ImageOutput: return Text::tr("Pictures made");
    case CostClass::Image: return Text::tr("Pictures");
    case CostClass::AudioSecond: return Text::tr("Seconds of sound");
    case CostClass::Character: return Text::tr("Characters spoken");
    case CostClass::Input:
    case CostClass::CacheRead:
    case CostClass::CacheWrite:
    case CostClass::Output: return {};
    }
    return {};
}

bool isByThePiece(CostClass costClass)
{
    return costClass == CostClass::Search || costClass == CostClass::Image || costClass == CostClass::AudioSecond
           || costClass == CostClass::Character;
}

QString costOf(const AttemptView &attempt, const DisplayFormat &format)
{
    if (!attempt.cost)
        return Text::tr("no price");
    const QString amount = format.exactMoney(*attempt.cost);
    return attempt.costDetail.basis == CostBasis::Partial ? Text::tr("at least %1").arg(amount) : amount;
}

void addOtherTries(QList<Row> &rows, const RequestDetail &detail, const AttemptView *answering,
                   const DisplayFormat &format)
{
    for (qsizetype index = 0; index < detail.attempts.size(); ++index) {
        const AttemptView &attempt = detail.attempts[index];
        const bool wasCharged = !attempt.cost || attempt.cost->nanoDollars != 0;
        if (&attempt != answering && wasCharged)
            rows << Row{Text::tr("Try %1, %2").arg(index + 1).arg(attempt.provider),
                        {QString(), QString(), costOf(attempt, format)}};
    }
}

} // namespace

QString costText(const RequestSummary &request, const DisplayFormat &format)
{
    if (!hasEnded(request.state))
        return DisplayFormat::missing();
    if (request.unpricedAttempts > 0)
        return Text::tr("no price");
    return request.cost ? format.money(*request.cost) : DisplayFormat::missing();
}

QString costToolTip(const RequestSummary &request, const DisplayFormat &format)
{
    if (request.unpricedAttempts > 0)
        return Text::tr("The cost of %n tries is not known.", nullptr, request.unpricedAttempts);
    return request.cost ? format.exactMoney(*request.cost) : QString();
}

QList<Row> costRows(const RequestDetail &detail, const DisplayFormat &format)
{
    const AttemptView *answering = answeringAttempt(detail);
    const AttemptCost cost = answering ? answering->costDetail : AttemptCost{};
    const auto &request = detail.summary;
    const auto row = [&](const QString &name, const std::optional<qint64> &count, CostClass costClass) {
        return Row{name, figures(count, lineOf(cost, costClass), format)};
    };
    QList<Row> rows{row(Text::tr("Fresh input"), detail.uncachedInputTokens, CostClass::Input),
                    row(Text::tr("Cache read"), request.cachedTokens, CostClass::CacheRead),
                    row(Text::tr("Cache write"), detail.cacheWriteTokens, CostClass::CacheWrite),
                    row(Text::tr("Output"), request.outputTokens, CostClass::Output)};
    if (detail.reasoningTokens.value_or(0) > 0)
        rows << Row{Text::tr("of it reasoning"), figures(detail.reasoningTokens, nullptr, format)};
    for (const CostLine &line : cost.lines) {
        const QString name = rareClassName(line.costClass);
        if (name.isEmpty())
            continue;
        QStringList texts = figures(line.count, &line, format);
        if (isByThePiece(line.costClass))
            texts[1].clear(); // not of a million
        rows << Row{name, texts};
    }
    addOtherTries(rows, detail, answering, format);
    if (request.unpricedAttempts > 0)
        rows << Row{Text::tr("Total"), {QString(), QString(), Text::tr("no price")}};
    else if (request.cost)
        rows << Row{Text::tr("Total"), {QString(), QString(), format.exactMoney(*request.cost)}};
    return rows;
}

QString costNote(const RequestDetail &detail, const DisplayFormat &format)
{
    const AttemptView *answering = answeringAttempt(detail);
    if (!answering)
        return {};
    const AttemptCost &cost = answering->costDetail;
    QStringList sentences;
    if (!cost.problem.empty())
        sentences << QString::fromStdString(cost.problem);
    if (cost.basis == CostBasis::Partial)
        sentences << Text::tr("The answer was cut, so this is the least that it cost.");
    if (cost.basis == CostBasis::Reported)
        sentences << Text::tr("The provider told this cost.");
    else if (!cost.source.empty())
        sentences << Text::tr("Price: %1.").arg(QString::fromStdString(cost.source));
    if (cost.reported && cost.basis != CostBasis::Reported)
        sentences << Text::tr("The provider says %1.").arg(format.exactMoney(*cost.reported));
    if (!cost.serviceTier.empty())
        sentences << Text::tr("Service tier: %1.").arg(QString::fromStdString(cost.serviceTier));
    return sentences.join(QLatin1Char(' '));
}

} // namespace ui::models
