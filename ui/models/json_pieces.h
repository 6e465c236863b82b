// Takes a JSON text apart one level at a time, in the order and the spelling of its bytes.
//
// A document type would sort members, drop the first of two of one name and read 1.10 as 1.1; what is shown here has to
// be what was sent.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace ui::models {

// Views into the text that was taken apart.
struct JsonPiece {
    std::string_view name; // of an object's member, between its quotes, escapes and all; empty in an array
    std::string_view text; // of the value, without space around it
};

// Whether all of it is one JSON object or array (RFC 8259). Numbers may have any size.
bool isJsonTree(const QByteArray &body);

// Where a text stops being JSON, in bytes from its beginning; nothing when all of it is one object or array. An empty
// text stops at 0.
std::optional<qsizetype> jsonProblemAt(const QByteArray &text);

// The members of an object or the elements of an array. Text that isJsonTree() refuses gives some pieces or none.
std::vector<JsonPiece> jsonPieces(std::string_view container);

bool isJsonObject(std::string_view value);
bool isJsonArray(std::string_view value);
bool isJsonString(std::string_view value);
bool isEmptyContainer(std::string_view container);

// The text that stands between the quotes of a string; half an escape at its end is passed over.
QString decodeJsonText(std::string_view inside);
// Strings decoded, everything else as it is spelled; at most about `limit` characters, all if it is below 0.
QString jsonScalarText(std::string_view value, qsizetype limit = -1);

} // namespace ui::models
