// Settings of the gateway as a whole, as windows and the management API see and change them.
#pragma once

#include "gateway/api/gateway_views.h"

namespace gateway::api {

// How much of the history is kept. Whatever is removed, what was used and what it cost stays counted.
struct RetentionView {
    static constexpr qint64 smallestLimit = 16LL * 1024 * 1024; // bytes

    int mostDays = 365;                          // 0: for ever
    qint64 mostBytes = 4LL * 1024 * 1024 * 1024; // of the history's file; at least smallestLimit, or 0: no limit
    bool operator==(const RetentionView &) const = default;
};

// What clients are allowed, and what is kept of their requests (Bifrost's section `client`).
struct ClientSettingsView {
    CaptureLevel captureLevel = CaptureLevel::Everything;
    int mostBodyMegabytes = 100;     // of a request; 1 to 2000
    QStringList allowedOrigins;      // beyond those of this computer: exact, or with * for one label
    bool refusesExcessOfNew = false; // providers that are still to come refuse what finds their line full
    bool operator==(const ClientSettingsView &) const = default;
};

} // namespace gateway::api
