// Lets Qt Test compare JSON documents, and print the two that differ.
#pragma once

#include <nlohmann/json.hpp>

#include <QFloat16> // QCOMPARE asks whether a document could be one, and QTest only declares it

namespace nlohmann {

// Found by QCOMPARE in place of its own, which prints nothing of a document and takes a second to compile.
char *toString(const json &document);
char *toString(const ordered_json &document);

} // namespace nlohmann
