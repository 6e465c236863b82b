#include "gateway/governance/reservation.h"

#include "gateway/governance/limit_ledger.h"

#include <utility>

namespace gateway::governance {

Reservation::Reservation(Reservation &&other) noexcept
    : m_ledger(std::exchange(other.m_ledger, nullptr)), m_held(std::exchange(other.m_held, {}))
{
}

Reservation &Reservation::operator=(Reservation &&other) noexcept
{
    if (this != &other) {
        settleAsReserved();
        m_ledger = std::exchange(other.m_ledger, nullptr);
        m_held = std::exchange(other.m_held, {});
    }
    return *this;
}

Reservation::~Reservation()
{
    settleAsReserved();
}

void Reservation::settle(std::span<const std::int64_t> used)
{
    if (LimitLedger *ledger = std::exchange(m_ledger, nullptr))
        ledger->settle(m_held, used);
    m_held.clear();
}

void Reservation::settleAsReserved()
{
    settle({});
}

} // namespace gateway::governance
