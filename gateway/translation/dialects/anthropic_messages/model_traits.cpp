#include "gateway/translation/dialects/anthropic_messages/model_traits.h"

#include "gateway/base/header_list.h"

#include <algorithm>
#include <optional>
#include <string>

namespace gateway::translation::anthropic {

namespace {

struct ModelName {
    int version = 0; // 405 is 4.5; 0 when the name does not tell
    bool isOpus = false;
    bool isMythos = false;
};

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isLetter(char character)
{
    return character >= 'a' && character <= 'z';
}

// One or two digits; dates have eight.
std::optional<int> versionNumber(std::string_view piece)
{
    if (piece.empty() || piece.size() > 2 || !std::all_of(piece.begin(), piece.end(), isDigit))
        return std::nullopt;
    int number = 0;
    for (const char digit : piece)
        number = number * 10 + (digit - '0');
    return number;
}

std::string_view takePiece(std::string_view &rest)
{
    const auto fits = [](char character) { return isDigit(character) || isLetter(character); };
    const auto *const begin = std::find_if(rest.begin(), rest.end(), fits);
    const auto *const end = std::find_if_not(begin, rest.end(), fits);
    const std::string_view piece(begin, static_cast<std::size_t>(end - begin));
    rest.remove_prefix(static_cast<std::size_t>(end - rest.begin()));
    return piece;
}

// Nothing when the name is not of a Claude.
std::optional<ModelName> readName(std::string_view model)
{
    const std::string lower = toLowerAscii(model);
    const auto start = lower.find("claude");
    if (start == std::string::npos)
        return std::nullopt;
    ModelName name;
    name.isOpus = lower.find("opus", start) != std::string::npos;
    name.isMythos = lower.find("mythos", start) != std::string::npos;
    std::string_view rest = std::string_view(lower).substr(start + 6);
    for (std::string_view piece = takePiece(rest); !piece.empty(); piece = takePiece(rest)) {
        if (const auto major = versionNumber(piece)) {
            name.version = *major * 100 + versionNumber(takePiece(rest)).value_or(0);
            break;
        }
    }
    if (name.version == 0 && (name.isMythos || lower.find("fable", start) != std::string::npos))
        name.version = 500;
    return name;
}

Support supportIf(bool isKnown)
{
    return isKnown ? Support::Yes : Support::No;
}

std::int64_t longestOutputOf(const ModelName &name)
{
    if (name.version < 305)
        return 4096;
    if (name.version < 307)
        return 8192;
    if (name.version == 307)
        return 128'000;
    if (name.version < 405)
        return name.isOpus ? 32'000 : 64'000;
    return name.version == 405 ? 64'000 : 0;
}

} // namespace

ModelTraits traitsOf(std::string_view model)
{
    ModelTraits traits;
    const auto name = readName(model);
    if (!name || name->version == 0)
        return traits;
    const int version = name->version;
    traits.takesThinkingBudget = supportIf(version >= 307 && version < 407);
    traits.takesAdaptiveThinking = supportIf(version >= 406);
    traits.takesEffort = version == 405 && name->isOpus ? Support::Unknown : supportIf(version >= 406);
    traits.takesExtraHighEffort = version >= 407;
    traits.canThinkingBeDisabled = !name->isMythos;
    traits.takesOutputFormat = supportIf(version >= 405 || (version == 401 && name->isOpus));
    if (version < 408)
        traits.takesSystemTurns = Support::No;
    else if (name->isOpus || version >= 505)
        traits.takesSystemTurns = Support::Yes;
    traits.takesSampling = version < 407;
    traits.takesTopPWithTemperature = version < 401;
    traits.longestOutput = longestOutputOf(*name);
    traits.usualOutput = traits.longestOutput == 0 ? 32'000 : std::min<std::int64_t>(traits.longestOutput, 32'000);
    return traits;
}

} // namespace gateway::translation::anthropic
