#include "gateway/base/attempt_cost.h"

#include <array>
#include <utility>

namespace gateway {

namespace {

constexpr std::array<std::pair<CostBasis, std::string_view>, 5> basisNames{{{CostBasis::Nothing, "nothing"},
                                                                            {CostBasis::Priced, "priced"},
                                                                            {CostBasis::Reported, "reported"},
                                                                            {CostBasis::Partial, "partial"},
                                                                            {CostBasis::Unknown, "unknown"}}};

constexpr std::array<std::pair<CostClass, std::string_view>, 14> classNames{
    {{CostClass::Input, "input"},
     {CostClass::CacheRead, "cache_read"},
     {CostClass::CacheWrite, "cache_write"},
     {CostClass::CacheWriteOneHour, "cache_write_1h"},
     {CostClass::Output, "output"},
     {CostClass::Reasoning, "reasoning"},
     {CostClass::AudioInput, "audio_input"},
     {CostClass::AudioOutput, "audio_output"},
     {CostClass::Search, "search"},
     {CostClass::ImageInput, "image_input"},
     {CostClass::ImageOutput, "image_output"},
     {CostClass::Image, "image"},
     {CostClass::AudioSecond, "audio_second"},
     {CostClass::Character, "character"}}};

} // namespace

std::string_view costBasisName(CostBasis basis)
{
    for (const auto &[value, name] : basisNames) {
        if (value == basis)
            return name;
    }
    return "unknown";
}

CostBasis costBasisFromName(std::string_view name)
{
    for (const auto &[value, known] : basisNames) {
        if (known == name)
            return value;
    }
    return CostBasis::Unknown;
}

std::string_view costClassName(CostClass costClass)
{
    for (const auto &[value, name] : classNames) {
        if (value == costClass)
            return name;
    }
    return "input";
}

std::optional<CostClass> costClassFromName(std::string_view name)
{
    for (const auto &[value, known] : classNames) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

} // namespace gateway
