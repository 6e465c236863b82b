#include "gateway/translation/canonical/opaque_state.h"

#include <array>

namespace gateway::translation {

namespace {

constexpr std::string_view mark = "bilrost.";

// The next piece up to a dot, taken off `rest`; nothing when there is no dot.
std::optional<std::string_view> takePiece(std::string_view &rest)
{
    const auto dot = rest.find('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    const std::string_view piece = rest.substr(0, dot);
    rest.remove_prefix(dot + 1);
    return piece;
}

} // namespace

std::string packState(const OpaqueState &state)
{
    std::string text(mark);
    text += dialectName(state.origin);
    text += '.';
    if (state.isRedacted)
        text += 'r';
    if (state.belongsToNext)
        text += 'n';
    text += '.';
    text += state.itemId;
    text += '.';
    text += state.data;
    return text;
}

std::optional<OpaqueState> unpackState(std::string_view text)
{
    if (!text.starts_with(mark))
        return std::nullopt;
    text.remove_prefix(mark.size());
    const auto origin = takePiece(text);
    const auto flags = takePiece(text);
    const auto itemId = takePiece(text);
    if (!origin || !flags || !itemId)
        return std::nullopt;
    const auto dialect = dialectFromName(*origin);
    if (!dialect)
        return std::nullopt;
    OpaqueState state;
    state.origin = *dialect;
    state.isRedacted = flags->find('r') != std::string_view::npos;
    state.belongsToNext = flags->find('n') != std::string_view::npos;
    state.itemId = *itemId;
    state.data = text;
    return state;
}

OpaqueState stateFromClient(std::string_view text, DialectId native)
{
    if (auto state = unpackState(text))
        return std::move(*state);
    OpaqueState state;
    state.origin = native;
    state.data = text;
    return state;
}

std::string stateForClient(const OpaqueState &state, DialectId native)
{
    return state.origin == native ? state.data : packState(state);
}

} // namespace gateway::translation
