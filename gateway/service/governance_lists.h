// Finds virtual keys, teams, customers and limits in the lists that the configuration holds.
#pragma once

#include "gateway/base/error.h"
#include "gateway/config/governance.h"

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

namespace gateway::service {

template <typename Owner>
const std::string &idOf(const Owner &owner)
{
    if constexpr (std::is_same_v<Owner, config::SharedLimits>)
        return owner.id;
    else
        return owner.id.value;
}

template <typename Owner>
const Owner *findIn(const std::vector<Owner> &owners, const std::string &id)
{
    const auto found =
        std::find_if(owners.begin(), owners.end(), [&id](const Owner &each) { return idOf(each) == id; });
    return found == owners.end() ? nullptr : &*found;
}

inline Error notFound(const char *what, const std::string &id)
{
    return Error::client(ErrorCode::NotFound, std::string(what) + " not found: " + id);
}

std::vector<config::LimitId> allLimitIds(const config::StoredGovernance &stored);

} // namespace gateway::service
