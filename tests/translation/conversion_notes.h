// Looks for a note of a conversion.
#pragma once

#include "gateway/translation/canonical/conversion_report.h"

#include <QtGlobal>

#include <string>
#include <string_view>

// Prints the notes that are there when the one that is looked for is not.
inline bool hasNote(const gateway::translation::ConversionReport &report,
                    gateway::translation::ConversionNote::Kind kind, std::string_view pointer)
{
    for (const auto &note : report.notes()) {
        if (note.kind == kind && note.pointer == pointer)
            return true;
    }
    for (const auto &note : report.notes())
        qInfo("%s %s: %s", std::string(noteKindName(note.kind)).c_str(), note.pointer.c_str(), note.reason.c_str());
    return false;
}
