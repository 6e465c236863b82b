// What the requests of one session came to. Plain data.
#pragma once

#include "gateway/base/money.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace gateway::api {

// Of the requests that match a query.
struct SessionView {
    QString id; // as the client told it; empty: all requests without a session
    qint64 requests = 0;
    qint64 failed = 0;      // of these: refused, limited, or broken
    gateway::Money cost;    // of the requests whose cost is known
    qint64 unpriced = 0;    // requests whose cost is not
    qint64 inputTokens = 0; // cached ones included
    qint64 outputTokens = 0;
    QDateTime firstStart; // UTC
    QDateTime lastStart;
    bool operator==(const SessionView &) const = default;
};

struct SessionPage {
    QList<SessionView> sessions; // the one with the newest request first
    qint64 matching = 0;         // how many sessions there are
    qint64 totalStored = 0;      // requests, whether they match or not
};

} // namespace gateway::api
