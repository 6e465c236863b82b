#include "gateway/translation/canonical/conversion_report.h"

#include <algorithm>

namespace gateway::translation {

std::string_view noteKindName(ConversionNote::Kind kind)
{
    switch (kind) {
    case ConversionNote::Kind::Dropped: return "dropped";
    case ConversionNote::Kind::Approximated: return "approximated";
    case ConversionNote::Kind::Renamed: return "renamed";
    case ConversionNote::Kind::Injected: return "injected";
    }
    return "dropped";
}

void ConversionReport::dropped(std::string pointer, std::string reason)
{
    add(ConversionNote::Kind::Dropped, std::move(pointer), std::move(reason));
}

void ConversionReport::approximated(std::string pointer, std::string reason)
{
    add(ConversionNote::Kind::Approximated, std::move(pointer), std::move(reason));
}

void ConversionReport::renamed(std::string pointer, std::string reason)
{
    add(ConversionNote::Kind::Renamed, std::move(pointer), std::move(reason));
}

void ConversionReport::injected(std::string pointer, std::string reason)
{
    add(ConversionNote::Kind::Injected, std::move(pointer), std::move(reason));
}

bool ConversionReport::hasDrops() const
{
    return std::any_of(m_notes.begin(), m_notes.end(),
                       [](const ConversionNote &note) { return note.kind == ConversionNote::Kind::Dropped; });
}

void ConversionReport::add(ConversionNote::Kind kind, std::string pointer, std::string reason)
{
    ConversionNote note{kind, std::move(pointer), std::move(reason)};
    if (std::find(m_notes.begin(), m_notes.end(), note) == m_notes.end())
        m_notes.push_back(std::move(note));
}

} // namespace gateway::translation
