// The index of what requests and answers say: off until somebody switches it on, made and removed in small steps.
#pragma once

#include "gateway/base/filter_term.h"
#include "gateway/storage/sqlite_file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::storage {

struct BodySearchState {
    bool isOn = false;
    double share = 1.0; // of the stored requests that are in the index, by their numbers; 0 to 1
};

// For the connection that writes, once after it is opened: what is removed leaves the index by triggers, which need a
// function of ours. An index that was made by another rule is begun anew.
Result<void> prepareBodyIndex(SqliteFile &file);
// Off: nothing is found any more, and the index leaves the file by the steps below. On: it is empty, see below.
// StorageFailed where SQLite was built without FTS5.
Result<void> setBodySearch(SqliteFile &file, bool isOn);
// One step: some requests that are not in the index, new ones before old ones; then some of an index that was switched
// off. False: there is neither.
Result<bool> indexNextBodies(SqliteFile &file);

// On any connection.
Result<BodySearchState> readBodySearch(SqliteFile &file);
Result<void> checkBodySearch(SqliteFile &file); // Conflict while it is off
bool asksForBodies(const FilterTerm &term);
// What the table body_words is asked with MATCH; empty: nothing in the text can be looked for.
std::string bodyQuestion(std::string_view text);
// The sequences of the requests that say all of these words, rising. Conflict while it is off.
Result<std::vector<std::int64_t>> findBodies(SqliteFile &file, std::string_view text);

} // namespace gateway::storage
