#include "gateway/translation/canonical/message.h"

namespace gateway::translation {

Part makeText(std::string text)
{
    Part part;
    part.content = TextPart{std::move(text), {}};
    return part;
}

std::string joinedText(const std::vector<Part> &parts)
{
    std::string text;
    for (const Part &part : parts) {
        if (const auto *piece = part.as<TextPart>())
            text += piece->text;
    }
    return text;
}

} // namespace gateway::translation
