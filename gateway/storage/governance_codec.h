// Writes the objects of governance as the JSON documents of their table, and reads them.
#pragma once

#include "gateway/config/governance.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace gateway::storage {

using GovernanceObject =
    std::variant<config::GovernanceSettings, config::VirtualKey, config::Team, config::Customer, config::SharedLimits>;

// What a document holds; the order is that of the variant.
enum class GovernanceKind { Settings, VirtualKey, Team, Customer, SharedLimits };

std::string_view governanceKindName(GovernanceKind kind);
std::string governanceId(const GovernanceObject &object); // "settings" of the settings
std::string governanceDocument(const GovernanceObject &object);

// Nothing when the document cannot be read at all; members of another type keep their defaults, and a key without a
// hash can be shown but never matched.
std::optional<GovernanceObject> readGovernanceDocument(std::string_view kind, std::string_view id,
                                                       std::string_view document);

} // namespace gateway::storage
