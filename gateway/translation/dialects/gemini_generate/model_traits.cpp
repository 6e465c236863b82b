#include "gateway/translation/dialects/gemini_generate/model_traits.h"

#include <algorithm>
#include <cctype>

namespace gateway::translation::gemini {

namespace {

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

// Takes a number of at most three digits off the front; -1 when there is none.
int takeNumber(std::string_view &text)
{
    int number = -1;
    for (int digits = 0; digits < 3 && !text.empty() && isDigit(text.front()); ++digits) {
        number = std::max(number, 0) * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    return number;
}

void readVersion(ModelTraits &traits, std::string_view rest)
{
    const int major = takeNumber(rest);
    if (major < 0)
        return;
    traits.major = major;
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        traits.minor = std::max(takeNumber(rest), 0);
    }
}

} // namespace

bool ModelTraits::isAtLeast(int wantedMajor, int wantedMinor) const
{
    return major == 0 || major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
}

ReasoningEffort ModelTraits::leastLevel() const
{
    if (isPro || name == "gemini-flash-latest" || name.starts_with("gemini-4-hydrogen"))
        return ReasoningEffort::Low;
    const bool isLaterFlash = isFlash && !isLite && major != 0 && isAtLeast(3, 7);
    return isLaterFlash ? ReasoningEffort::Low : ReasoningEffort::Minimal;
}

ReasoningEffort ModelTraits::greatestLevel() const
{
    return name.starts_with("gemini-4-hydrogen") ? ReasoningEffort::ExtraHigh : ReasoningEffort::High;
}

ModelTraits traitsOf(std::string_view model)
{
    ModelTraits traits;
    const auto slash = model.rfind('/');
    traits.name = slash == std::string_view::npos ? model : model.substr(slash + 1);
    std::transform(traits.name.begin(), traits.name.end(), traits.name.begin(),
                   [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
    const std::string_view name = traits.name;
    traits.isGemma = name.starts_with("gemma");
    traits.isGemini = name.starts_with("gemini-");
    traits.isPro = name.find("-pro") != std::string_view::npos;
    traits.isFlash = name.find("-flash") != std::string_view::npos;
    traits.isLite = name.find("-lite") != std::string_view::npos;
    if (traits.isGemini)
        readVersion(traits, name.substr(7));
    // The names of the first generation carried no version.
    if (name == "gemini-pro" || name == "gemini-pro-vision" || name == "gemini-ultra")
        traits.major = 1;
    else if (name.starts_with("gemini-robotics-er-1.5"))
        traits.major = 2, traits.minor = 5;
    return traits;
}

} // namespace gateway::translation::gemini
