#include "gateway/config/attempt_limits.h"

#include "gateway/config/model_names.h"

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
        if (standsFor(entry.model, model))
            return entry.limits;
    }
    return {};
}

} // namespace gateway::config
