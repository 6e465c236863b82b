// How the request list takes what happens now, and in which order it shows what is stored.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/api/gateway_views.h"

namespace ui::models {

// What happens to live rows as they arrive.
enum class Intake {
    Follow,      // new rows appear at the top, known rows change in place
    HoldNewRows, // the user reads further down: known rows change, new ones wait and are counted
    Freeze,      // paused: nothing changes, everything waits
};

// In any order but that of time the list is what the store says, page by page as it comes on screen: rows that are there
// change, and new ones come with the next reading.
struct RequestOrder {
    gateway::api::HistoryOrder by = gateway::api::HistoryOrder::Time;
    bool isSmallestFirst = false; // never by time

    bool isByTime() const { return by == gateway::api::HistoryOrder::Time; }
    // The largest comes first. As the store counts: tokens that were not told are none, an unknown cost is the smallest.
    qint64 keyOf(const gateway::api::RequestSummary &request) const;
    bool operator==(const RequestOrder &) const = default;
};

} // namespace ui::models
