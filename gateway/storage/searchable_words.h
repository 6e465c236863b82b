// Turns what requests and answers say into words that can be looked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gateway::storage {

// Rises when the functions below give other words: an index that was made by others is built anew.
inline constexpr int searchableWordsVersion = 1;

// Words in lower case, in their order and as often as they occur, with spaces between them. Of JSON the escapes are
// resolved; of an event stream the pieces of a text are put together first. Scripts without spaces give pairs of
// neighbouring signs. Very long words are left out, they are no language; of a very long body its middle.
std::string searchableWords(std::string_view body);

struct SearchedWord {
    std::string word;
    bool isBeginning = false; // longer words that begin so are found too
};
// The words of a search, all of which have to be there. None: nothing in it can be looked for.
std::vector<SearchedWord> searchedWords(std::string_view text);

} // namespace gateway::storage
