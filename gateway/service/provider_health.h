// Counts how each provider's requests end, for the list of providers.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/base/clock.h"
#include "gateway/base/request_record.h"

#include <array>
#include <mutex>
#include <string>
#include <unordered_map>

namespace gateway::service {

// A record sink in front of another: counts, then passes on. Any thread.
class ProviderHealthBoard final : public RecordSink {
public:
    ProviderHealthBoard(const Clock &clock, RecordSink &next) : m_clock(clock), m_next(next) {}

    void postRecord(RequestRecord record) override;

    // Fills health, its reason and the counts of the last hour.
    void describe(api::ProviderView &view) const;

private:
    struct Minute {
        std::int64_t number = -1; // minutes since the steady clock's beginning
        int requests = 0;
        int errors = 0;
    };
    struct Board {
        std::array<Minute, 60> minutes;
        RequestState lastState = RequestState::InFlight;
        int lastStatus = 0;
        std::string lastReason;
        std::string lastErrorCode;
        WallTime lastAt{};
        Microseconds lastFirstByte{0};
        int failuresInRow = 0;
        bool hasServed = false;
    };

    std::int64_t minuteNow() const;

    const Clock &m_clock;
    RecordSink &m_next;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Board> m_boards;
};

} // namespace gateway::service
