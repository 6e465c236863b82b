#include "gateway/translation/dialects/reasoning_policy.h"

#include <array>

namespace gateway::translation {

namespace {

struct EffortRow {
    ReasoningEffort effort;
    std::string_view name;
    std::int64_t budgetTokens;
};

// Budgets: what the providers' own documents suggest for their levels, rounded to 1,024; Anthropic's least is 1,024, its
// agents' usual maximum 31,999 (so "high" is below it and "max" above).
constexpr std::array effortRows{
    EffortRow{ReasoningEffort::None, "none", 0},           EffortRow{ReasoningEffort::Minimal, "minimal", 1024},
    EffortRow{ReasoningEffort::Low, "low", 4096},          EffortRow{ReasoningEffort::Medium, "medium", 12288},
    EffortRow{ReasoningEffort::High, "high", 24576},       EffortRow{ReasoningEffort::ExtraHigh, "xhigh", 32768},
    EffortRow{ReasoningEffort::Maximum, "max", 63 * 1024},
};

} // namespace

std::int64_t budgetOfEffort(ReasoningEffort effort)
{
    for (const EffortRow &row : effortRows) {
        if (row.effort == effort)
            return row.budgetTokens;
    }
    return 0;
}

ReasoningEffort effortOfBudget(std::int64_t budgetTokens)
{
    for (const EffortRow &row : effortRows) {
        if (budgetTokens <= row.budgetTokens)
            return row.effort;
    }
    return ReasoningEffort::Maximum;
}

std::string_view effortName(ReasoningEffort effort)
{
    for (const EffortRow &row : effortRows) {
        if (row.effort == effort)
            return row.name;
    }
    return {};
}

std::optional<ReasoningEffort> effortFromName(std::string_view name)
{
    for (const EffortRow &row : effortRows) {
        if (row.name == name)
            return row.effort;
    }
    return std::nullopt;
}

std::optional<ReasoningEffort> effectiveEffort(const ReasoningOptions &options)
{
    if (options.mode == ReasoningOptions::Mode::Disabled)
        return ReasoningEffort::None;
    if (options.effort)
        return options.effort;
    if (options.budgetTokens && *options.budgetTokens >= 0)
        return effortOfBudget(*options.budgetTokens);
    return std::nullopt;
}

} // namespace gateway::translation
