// What a running request holds of the limits that it is under.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gateway::governance {

class LimitLedger;

// Settled once; what is destroyed unsettled counts as used, because nobody knows better. Any thread.
class Reservation {
public:
    Reservation() = default;
    Reservation(Reservation &&other) noexcept;
    Reservation &operator=(Reservation &&other) noexcept;
    Reservation(const Reservation &) = delete;
    Reservation &operator=(const Reservation &) = delete;
    ~Reservation();

    bool isEmpty() const { return m_held.empty(); }
    // In the order of the claims: what can become used at worst, in the unit of the limit.
    std::int64_t atWorst(std::size_t claim) const { return m_held[claim].atWorst; }
    // What was used of each claim, in their order.
    void settle(std::span<const std::int64_t> used);

private:
    friend class LimitLedger;
    struct Held {
        std::string limit; // its id
        std::int64_t atWorst = 0;
    };
    void settleAsReserved();

    LimitLedger *m_ledger = nullptr;
    std::vector<Held> m_held;
};

} // namespace gateway::governance
