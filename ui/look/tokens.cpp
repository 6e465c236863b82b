#include "ui/look/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::look {

namespace {

struct Token {
    ColorRole role;
    QRgb light;
    QRgb dark;
    QRgb highContrast;
};

constexpr std::array tokens{
    Token{ColorRole::Window, 0xF2F3F5, 0x1E2024, 0x000000},
    Token{ColorRole::Side, 0xEAECEF, 0x191B1E, 0x000000},
    Token{ColorRole::Base, 0xFFFFFF, 0x141619, 0x000000},
    Token{ColorRole::Raised, 0xFFFFFF, 0x24272C, 0x000000},
    Token{ColorRole::Sunken, 0xF7F8FA, 0x1A1C20, 0x000000},
    Token{ColorRole::Hover, 0xF0F3F8, 0x202329, 0x1A1A1A},
    Token{ColorRole::Selection, 0xDBE7FA, 0x213B61, 0xFFE066},
    Token{ColorRole::SelectionWithoutFocus, 0xE6E8EC, 0x2C3036, 0xBFBFBF},
    Token{ColorRole::Text, 0x1A1D23, 0xE5E7EB, 0xFFFFFF},
    Token{ColorRole::SecondaryText, 0x565D6B, 0xA3A9B5, 0xFFFFFF},
    Token{ColorRole::DisabledText, 0x868D9A, 0x757C89, 0xC8C8C8},
    Token{ColorRole::Accent, 0x2460BF, 0x7FB0F8, 0x6FC3FF},
    Token{ColorRole::TextOnAccent, 0xFFFFFF, 0x141619, 0x000000},
    Token{ColorRole::Focus, 0x2460BF, 0x7FB0F8, 0xFFE066},
    Token{ColorRole::Link, 0x2058B0, 0x8AB8FA, 0x6FC3FF},
    Token{ColorRole::FieldBorder, 0x7D8491, 0x757C89, 0xFFFFFF},
    Token{ColorRole::Divider, 0xD8DBE1, 0x33373E, 0xFFFFFF},
    Token{ColorRole::RowLine, 0xECEEF1, 0x22252A, 0x6E6E6E},
    Token{ColorRole::ButtonBorder, 0xC2C7D0, 0x474C55, 0xFFFFFF},
    Token{ColorRole::OkGround, 0xE6F1E8, 0x1C2C21, 0x000000},
    Token{ColorRole::WarningGround, 0xFBF0DC, 0x332812, 0x000000},
    Token{ColorRole::ErrorGround, 0xFBE7E5, 0x3A1E1C, 0x000000},
    Token{ColorRole::InfoGround, 0xE5EEFB, 0x1A2A44, 0x000000},
    Token{ColorRole::VioletGround, 0xF0E8F9, 0x2C2240, 0x000000},
    Token{ColorRole::PinkGround, 0xF9E6F0, 0x3A1D2E, 0x000000},
    Token{ColorRole::GreyGround, 0xECEEF1, 0x2A2D33, 0x000000},
    Token{ColorRole::AddedGround, 0xE4F3E7, 0x17301E, 0x000000},
    Token{ColorRole::RemovedGround, 0xFBE6E4, 0x3A1D1C, 0x000000},
    Token{ColorRole::SelectedText, 0x1A1D23, 0xE5E7EB, 0x000000},
};

struct StateToken {
    gateway::RequestState state;
    QRgb light;
    QRgb dark;
    QRgb highContrast;
};

constexpr std::array stateTokens{
    StateToken{gateway::RequestState::InFlight, 0x2460BF, 0x7FB0F8, 0x6FC3FF},
    StateToken{gateway::RequestState::Streaming, 0x096A66, 0x4FC4BC, 0x5CE6DA},
    StateToken{gateway::RequestState::Succeeded, 0x386943, 0x86BF94, 0x8CF0A0},
    StateToken{gateway::RequestState::ClientError, 0x85540A, 0xE3AC4F, 0xFFC861},
    StateToken{gateway::RequestState::UpstreamError, 0xB8231A, 0xFF8B80, 0xFF9A8F},
    StateToken{gateway::RequestState::RateLimited, 0x7A45B5, 0xC5A0F5, 0xD6B6FF},
    StateToken{gateway::RequestState::Blocked, 0xA52C70, 0xF08CC0, 0xFF9FD2},
    StateToken{gateway::RequestState::Cancelled, 0x565D6B, 0xA3A9B5, 0xD8D8D8},
    StateToken{gateway::RequestState::BrokenStream, 0x9E4006, 0xF59A5C, 0xFFAB70},
};

template <typename Entry>
QColor pick(const Entry &entry, Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light: return QColor(entry.light);
    case Scheme::Dark: return QColor(entry.dark);
    case Scheme::HighContrast: return QColor(entry.highContrast);
    }
    return {};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor tokenColor(Scheme scheme, ColorRole role)
{
    const auto found =
        std::find_if(tokens.begin(), tokens.end(), [role](const Token &token) { return token.role == role; });
    return found == tokens.end() ? QColor() : pick(*found, scheme);
}

QColor tokenStateColor(Scheme scheme, gateway::RequestState state)
{
    const auto found = std::find_if(stateTokens.begin(), stateTokens.end(),
                                    [state](const StateToken &token) { return token.state == state; });
    return found == stateTokens.end() ? QColor() : pick(*found, scheme);
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const double one = luminance(first) + 0.05;
    const double other = luminance(second) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

} // namespace ui::look
