// Says whether a request may be served under all the limits that it is under, and charges them when it has ended.
#pragma once

#include "gateway/base/money.h"
#include "gateway/base/request_record.h"
#include "gateway/base/result.h"
#include "gateway/config/governance.h"
#include "gateway/governance/limit_ledger.h"
#include "gateway/routing/rules/routing_facts.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::governance {

struct Target {
    std::string_view provider;
    std::string_view model; // as the provider names it
};

// What a request may use at worst.
struct WorstCase {
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
};

// What the worst case would cost at a target; empty where no price is known: then money is charged only afterwards, if
// at all. Called on worker threads.
using CostEstimate = std::function<std::optional<Money>(const Target &target, const WorstCase &worst)>;

// What a request holds while it runs. Settle it with its finished record; what is dropped unsettled counts as used.
class Admission {
public:
    bool isEmpty() const { return m_reservation.isEmpty(); }
    void settle(const RequestRecord &record);
    void release(); // instead of settle(): it was only a question

private:
    friend class Governor;
    struct Charge { // of the claim with the same index
        config::LimitUnit unit = config::LimitUnit::Requests;
        std::string provider; // only of attempts at it; empty: of all
        std::string model;    // likewise
    };
    struct Used { // empty where somebody answered and did not say
        std::int64_t attempts = 0;
        std::optional<std::int64_t> tokens = 0;
        std::optional<std::int64_t> nanoDollars = 0;
    };
    static Used usedOf(const Charge &charge, const RequestRecord &record);

    Reservation m_reservation;
    std::vector<Charge> m_charges;
};

struct AdmittedRequest {
    Admission admission;
    std::vector<bool> usable;       // of the targets: which of them may be asked; the first of these is reserved for
    std::vector<std::string> notes; // for people: which targets were left out, and why
};

// Any thread. The ledger outlives it.
class Governor {
public:
    explicit Governor(LimitLedger &ledger) : m_ledger(ledger) {}

    // Whether anything at all is limited for this caller: if not, admit() need not be asked. `key` may be null.
    static bool isLimited(const config::Governance &governance, const config::VirtualKey *key);

    // A target whose own limits are used up is left out; when none is left, or a limit of the caller is used up:
    // BudgetExceeded, TokenLimited, RequestLimited, or LimitReserved, with the time until it is worth asking again.
    // `askedModel` as the client wrote it, without a provider. Where no target has that name it is an alias, and shared
    // limits of a model of that name are limits of the whole request.
    Result<AdmittedRequest> admit(const config::Governance &governance, const config::VirtualKey *key,
                                  const std::vector<Target> &targets, const WorstCase &worst,
                                  const CostEstimate &estimate = {}, std::string_view askedModel = {}) const;

    // The highest use of what limits the caller at a target, in percent, for routing rules.
    routing::UsagePercentages use(const config::Governance &governance, const config::VirtualKey *key,
                                  const Target &target) const;

    const LimitLedger &ledger() const { return m_ledger; }

private:
    LimitLedger &m_ledger;
};

} // namespace gateway::governance
