#include "gateway/config/aws_key.h"

#include <algorithm>
#include <array>

namespace gateway::config {

namespace {

// No key of anybody begins so, and no part of a key contains a line feed.
constexpr std::string_view mark = "bilrost aws key 1\n";

} // namespace

SecretString packAwsKey(const AwsCredentials &parts)
{
    SecretString packed(mark);
    for (const SecretString *part : {&parts.accessKeyId, &parts.secretAccessKey, &parts.sessionToken}) {
        std::string longer(packed.reveal());
        longer.append(part->reveal()).append("\n");
        packed = SecretString(longer);
        std::fill(longer.begin(), longer.end(), '\0');
    }
    return packed;
}

std::optional<AwsCredentials> unpackAwsKey(const SecretString &packed)
{
    std::string_view rest = packed.reveal();
    if (!rest.starts_with(mark))
        return std::nullopt;
    rest.remove_prefix(mark.size());
    AwsCredentials parts;
    for (SecretString *part : {&parts.accessKeyId, &parts.secretAccessKey, &parts.sessionToken}) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos)
            return std::nullopt;
        *part = SecretString(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    return parts;
}

std::string environmentVariableOf(std::string_view part)
{
    constexpr std::string_view prefix = "env.";
    return part.starts_with(prefix) ? std::string(part.substr(prefix.size())) : std::string();
}

bool isRegion(std::string_view text)
{
    const auto isAllowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    };
    return !text.empty() && text.size() <= 32 && text.front() != '-' && text.back() != '-'
           && std::all_of(text.begin(), text.end(), isAllowed);
}

std::string withRegion(std::string_view text, std::string_view region)
{
    std::string filled(text);
    if (const auto place = filled.find(regionVariable); place != std::string::npos)
        filled.replace(place, regionVariable.size(), region.empty() ? defaultRegion : region);
    return filled;
}

} // namespace gateway::config
