// Between the gateway's times and the dates of the views, which are in UTC and count milliseconds.
#pragma once

#include "gateway/base/clock.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace gateway::service {

inline QDateTime inUtc(WallTime time)
{
    const auto sinceEpoch = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC);
}

// Invalid for no time.
inline QDateTime inUtc(const std::optional<WallTime> &time)
{
    return time ? inUtc(*time) : QDateTime();
}

// Nothing for an invalid date.
inline std::optional<WallTime> wallTime(const QDateTime &date)
{
    if (!date.isValid())
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(date.toMSecsSinceEpoch()));
}

} // namespace gateway::service
