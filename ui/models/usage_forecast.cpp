#include "ui/models/usage_forecast.h"

#include <algorithm>
#include <cmath>

namespace ui::models {

namespace {

constexpr qint64 leastSeconds = 24 * 60 * 60;

} // namespace

std::optional<gateway::Money> forecastForMonth(gateway::Money spent, const QDate &month, const QDateTime &firstHour,
                                               const QDateTime &now)
{
    const QDateTime start = QDate(month.year(), month.month(), 1).startOfDay();
    const QDateTime end = QDate(month.year(), month.month(), 1).addMonths(1).startOfDay();
    if (now < start || now >= end)
        return std::nullopt;
    const QDateTime began = firstHour.isValid() ? std::max(start, firstHour.toLocalTime()) : start;
    const qint64 elapsed = began.secsTo(now);
    if (elapsed < leastSeconds)
        return std::nullopt;
    const double perSecond = static_cast<double>(spent.nanoDollars) / static_cast<double>(elapsed);
    return gateway::Money{spent.nanoDollars + std::llround(perSecond * static_cast<double>(now.secsTo(end)))};
}

} // namespace ui::models
