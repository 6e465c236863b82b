#include "gateway/config/attempt_limits.h"

namespace gateway::config {

AttemptLimits nearest(const AttemptLimits &nearer, const AttemptLimits &farther)
{
    const auto either = [](const AttemptLimits::Limit &near, const AttemptLimits::Limit &far) {
        return near ? near : far;
    };
    return {either(nearer.connect, farther.connect), either(nearer.head, farther.head),
            either(nearer.firstToken, farther.firstToken), either(nearer.idle, farther.idle),
            either(nearer.total, farther.total)};
}

AttemptLimits limitsOfModel(const std::vector<ModelLimits> &entries, std::string_view model)
{
    for (const ModelLimits &entry : entries) {
        std::string_view pattern = entry.model;
        const bool isOpen = pattern.ends_with('*');
        if (isOpen)
            pattern.remove_suffix(1);
        if (isOpen ? model.starts_with(pattern) : model == pattern)
            return entry.limits;
    }
    return {};
}

} // namespace gateway::config
