// What the last search for missing costs has come to, and its end before its time. A part of the narrow waist.
#pragma once

#include <QDateTime>
#include <QString>

namespace gateway::api {

enum class RecalculationState { Idle, Running, Completed, Failed, Cancelled };

struct RecalculationView {
    QString id; // of the search; empty while Idle
    RecalculationState state = RecalculationState::Idle;
    qint64 processed = 0; // stored requests that were looked at
    qint64 updated = 0;   // of these, with another cost now
    QString problem;      // why it failed, or empty
    QDateTime startedAt;  // UTC
    QDateTime updatedAt;  // UTC
};

// Lives on the main thread. Of several searches the one that began last counts.
class RecalculationFacade {
public:
    virtual ~RecalculationFacade() = default;

    virtual RecalculationView lastRecalculation() const = 0;
    // What it has changed stays. Nothing when none runs.
    virtual void cancelRecalculation() = 0;
};

} // namespace gateway::api
