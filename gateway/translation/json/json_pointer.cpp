#include "gateway/translation/json/json_pointer.h"

namespace gateway::translation {

std::string pointerTo(std::string_view parent, std::string_view name)
{
    std::string pointer(parent);
    pointer += '/';
    for (const char character : name) {
        if (character == '~')
            pointer += "~0";
        else if (character == '/')
            pointer += "~1";
        else
            pointer += character;
    }
    return pointer;
}

std::string pointerTo(std::string_view parent, std::size_t index)
{
    std::string pointer(parent);
    pointer += '/';
    pointer += std::to_string(index);
    return pointer;
}

} // namespace gateway::translation
