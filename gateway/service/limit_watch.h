// Notices when much, or all, of a limit is used: once for each window and step.
#pragma once

#include "gateway/api/governance_views.h"
#include "gateway/config/governance.h"
#include "gateway/governance/limit_ledger.h"

#include <QList>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gateway::service {

// Lives on the main thread; the ledger outlives it.
class LimitWatch {
public:
    explicit LimitWatch(const governance::LimitLedger &ledger) : m_ledger(ledger) {}

    void setGovernance(config::GovernancePointer governance); // not null
    // What is used up already was told before: nothing is said of it until the next window.
    void takeAsTold();
    // Of limits that may have been used since the last call.
    QList<api::LimitWarning> check(const std::vector<config::LimitId> &limits);
    // Whose limit it is, with how it stands; `percent` says nothing. Nothing for an unknown id.
    std::optional<api::LimitWarning> describe(const std::string &limit);

private:
    struct Place {
        const config::UsageLimit *limit = nullptr;
        api::LimitOwnerKind ownerKind = api::LimitOwnerKind::VirtualKey;
        std::string ownerId;
        std::string ownerName;
    };
    struct Told {
        WallTime windowBegan{};
        int percent = 0;
    };

    void indexLimits();
    void index(const config::UsageLimits &limits, api::LimitOwnerKind kind, const std::string &id,
               const std::string &name);
    int stepOf(const Place &place) const; // 0, 80 or 100 percent

    const governance::LimitLedger &m_ledger;
    config::GovernancePointer m_governance = std::make_shared<const config::Governance>();
    bool m_isIndexed = false;                             // made when it is needed: there may be very many keys
    std::unordered_map<std::string_view, Place> m_places; // by limit id; views into m_governance
    std::unordered_map<std::string, Told> m_told;
};

} // namespace gateway::service
