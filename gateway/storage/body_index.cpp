#include "gateway/storage/body_index.h"

#include "gateway/storage/body_codec.h"
#include "gateway/storage/searchable_words.h"

#include <algorithm>
#include <string>
#include <utility>

#include <sqlite3.h>

namespace gateway::storage {

namespace {

constexpr std::size_t wordsOfStep = 512u * 1024u; // bytes: some tens of milliseconds
constexpr int rowsOfStep = 200;

// Nothing but which words a request has: neither their places nor the texts, which are in request_bodies.
constexpr std::string_view makeIndex =
    "CREATE VIRTUAL TABLE body_words USING fts5(said, content='', detail=none, columnsize=0, tokenize='ascii');"
    "CREATE TRIGGER body_words_removed BEFORE DELETE ON request_bodies"
    " WHEN EXISTS (SELECT 1 FROM body_search WHERE old.sequence BETWEEN indexed_from AND indexed_to) BEGIN"
    "  INSERT INTO body_words (body_words, rowid, said) VALUES ('delete', old.sequence, bilrost_words("
    "   old.request_encoding, old.request_body, old.response_encoding, old.response_body));"
    " END;"
    // Sequences may be given again when the newest requests are removed.
    "CREATE TRIGGER body_words_newest_removed AFTER DELETE ON requests BEGIN"
    "  UPDATE body_search SET indexed_to = (SELECT coalesce(max(sequence), 0) FROM requests)"
    "   WHERE indexed_to > (SELECT coalesce(max(sequence), 0) FROM requests);"
    "  UPDATE body_search SET indexed_from = indexed_to + 1 WHERE indexed_from > indexed_to + 1;"
    " END;";

// The index itself is put aside and leaves in steps: to drop gigabytes at once would keep records waiting.
constexpr std::string_view stopIndexing = "DROP TRIGGER IF EXISTS body_words_removed;"
                                          "DROP TRIGGER IF EXISTS body_words_newest_removed;"
                                          "DELETE FROM body_search;";
constexpr std::string_view leavingName = "body_words_leaving"; // and a number: it may be switched off again meanwhile
constexpr std::string_view leavingIndexes =
    " FROM sqlite_master WHERE name GLOB 'body_words_leaving*' AND sql LIKE 'CREATE VIRTUAL TABLE%'";
// Of the table body_words_leaving1_data, where the index keeps all but its administration: some megabytes.
constexpr int pagesOfLeavingStep = 1000;
constexpr int lastOfAdministration = 10; // https://sqlite.org/src/file/ext/fts5/fts5_index.c, FTS5_STRUCTURE_ROWID

std::string wordsOf(BodyEncoding requestEncoding, std::string_view request, BodyEncoding responseEncoding,
                    std::string_view response)
{
    std::string words;
    for (const auto &[encoding, bytes] : {std::pair(requestEncoding, request), std::pair(responseEncoding, response)}) {
        const auto body = encoding == BodyEncoding::Absent ? Result<std::string>() : decodeBody(encoding, bytes);
        if (!body || body->empty()) // a damaged one says nothing
            continue;
        if (!words.empty())
            words += ' ';
        words += searchableWords(*body);
    }
    return words;
}

std::string_view bytesOf(sqlite3_value *value)
{
    const void *bytes = sqlite3_value_blob(value);
    return bytes ? std::string_view(static_cast<const char *>(bytes),
                                    static_cast<std::size_t>(sqlite3_value_bytes(value)))
                 : std::string_view();
}

// bilrost_words(request_encoding, request_body, response_encoding, response_body)
void wordsInSql(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto encoding = [&](int at) { return static_cast<BodyEncoding>(sqlite3_value_int(values[at])); };
    const std::string words = wordsOf(encoding(0), bytesOf(values[1]), encoding(2), bytesOf(values[3]));
    sqlite3_result_text64(context, words.data(), words.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

struct IndexedRange {
    bool isOn = false;
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::int64_t version = 0;
};

Result<IndexedRange> readRange(SqliteFile &file)
{
    auto statement = file.prepare("SELECT indexed_from, indexed_to, words FROM body_search");
    if (!statement)
        return unexpected(statement.error());
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    if (!*hasRow)
        return IndexedRange{};
    return IndexedRange{true, statement->integer(0), statement->integer(1), statement->integer(2)};
}

Result<void> writeRange(SqliteFile &file, const IndexedRange &range)
{
    auto statement = file.prepare("UPDATE body_search SET indexed_from = ?, indexed_to = ?");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, range.from);
    statement->bind(2, range.to);
    return statement->run();
}

// Puts requests into the index until there is enough for a step. Returns how many, and in `last` the last of them.
Result<int> indexRows(SqliteFile &file, std::string_view choice, std::int64_t bound, std::int64_t &last)
{
    auto rows = file.prepare("SELECT sequence, request_encoding, request_body, response_encoding, response_body"
                             " FROM request_bodies WHERE "
                             + std::string(choice));
    auto insert = file.prepare("INSERT INTO body_words (rowid, said) VALUES (?, ?)");
    if (!rows || !insert)
        return unexpected(rows ? insert.error() : rows.error());
    rows->bind(1, bound);
    int count = 0;
    for (std::size_t bytes = 0; count < rowsOfStep && bytes < wordsOfStep; ++count) {
        const Result<bool> hasRow = rows->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            break;
        const auto encoding = [&](int column) { return static_cast<BodyEncoding>(rows->integer(column)); };
        const std::string words = wordsOf(encoding(1), rows->bytes(2), encoding(3), rows->bytes(4));
        last = rows->integer(0);
        insert->bind(1, last);
        insert->bind(2, std::string_view(words)); // also without a word, so that removing it finds it
        if (auto done = insert->run(); !done)
            return unexpected(done.error());
        bytes += words.size() + 256;
    }
    return count;
}

Result<void> putIndexAside(SqliteFile &file)
{
    const auto isThere = file.queryInteger("SELECT count(*) FROM sqlite_master WHERE name = 'body_words'");
    const auto number =
        file.queryInteger("SELECT coalesce(max(CAST(substr(name, " + std::to_string(leavingName.size() + 1)
                          + ") AS INTEGER)), 0) + 1" + std::string(leavingIndexes));
    if (!isThere || !number)
        return unexpected(isThere ? number.error() : isThere.error());
    if (*isThere == 0)
        return {};
    return file.execute("ALTER TABLE body_words RENAME TO " + std::string(leavingName) + std::to_string(*number));
}

// The name of an index that was switched off and is not gone yet; empty: there is none.
Result<std::string> leavingIndex(SqliteFile &file)
{
    auto statement = file.prepare("SELECT name" + std::string(leavingIndexes) + " LIMIT 1");
    if (!statement)
        return unexpected(statement.error());
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    return *hasRow ? statement->text(0) : std::string();
}

// One step. What is left of an index that is empty goes with its table.
Result<bool> removeLeavingPages(SqliteFile &file)
{
    const auto name = leavingIndex(file);
    if (!name || name->empty())
        return name ? Result<bool>(false) : unexpected(name.error());
    auto transaction = Transaction::begin(file);
    if (!transaction)
        return unexpected(transaction.error());
    const std::string pages = *name + "_data";
    if (auto done =
            file.execute("DELETE FROM " + pages + " WHERE id IN (SELECT id FROM " + pages + " WHERE id > "
                         + std::to_string(lastOfAdministration) + " LIMIT " + std::to_string(pagesOfLeavingStep) + ")");
        !done)
        return unexpected(done.error());
    if (file.changedRows() == 0) {
        if (auto done = file.execute("DROP TABLE " + *name); !done)
            return unexpected(done.error());
    }
    if (auto done = transaction->commit(); !done)
        return unexpected(done.error());
    return true;
}

Error searchIsOff()
{
    return Error::client(ErrorCode::Conflict,
                         "Searching in what requests and answers say is off. The settings switch it on.");
}

} // namespace

Result<void> prepareBodyIndex(SqliteFile &file)
{
    if (auto done = file.addFunction("bilrost_words", 4, wordsInSql); !done)
        return done;
    const auto range = readRange(file);
    if (!range)
        return unexpected(range.error());
    if (!range->isOn || range->version == searchableWordsVersion)
        return {};
    if (auto done = setBodySearch(file, false); !done)
        return done;
    return setBodySearch(file, true);
}

Result<void> setBodySearch(SqliteFile &file, bool isOn)
{
    const auto range = readRange(file);
    if (!range || range->isOn == isOn)
        return range ? Result<void>() : unexpected(range.error());
    auto transaction = Transaction::begin(file);
    if (!transaction)
        return unexpected(transaction.error());
    if (auto done = file.execute(isOn ? makeIndex : stopIndexing); !done) {
        if (done.error().privateDetail.find("fts5") == std::string::npos)
            return done;
        return unexpected(Error::internal(ErrorCode::StorageFailed,
                                          "Searching needs SQLite with FTS5, and this one was built without it.",
                                          done.error().privateDetail));
    }
    if (!isOn) {
        if (auto done = putIndexAside(file); !done)
            return done;
    } else {
        const std::string version = std::to_string(searchableWordsVersion);
        if (auto done = file.execute("INSERT INTO body_search SELECT 1, coalesce(max(sequence), 0) + 1,"
                                     " coalesce(max(sequence), 0), "
                                     + version + " FROM requests");
            !done)
            return done;
    }
    return transaction->commit();
}

Result<bool> indexNextBodies(SqliteFile &file)
{
    auto range = readRange(file);
    if (!range)
        return unexpected(range.error());
    if (!range->isOn)
        return removeLeavingPages(file);
    auto transaction = Transaction::begin(file);
    if (!transaction)
        return unexpected(transaction.error());
    auto count = indexRows(file, "sequence > ? ORDER BY sequence", range->to, range->to);
    if (count && *count == 0)
        count = indexRows(file, "sequence < ? ORDER BY sequence DESC", range->from, range->from);
    if (!count)
        return unexpected(count.error());
    if (*count == 0) {
        if (auto done = transaction->commit(); !done)
            return unexpected(done.error());
        return removeLeavingPages(file);
    }
    if (auto done = writeRange(file, *range); !done)
        return unexpected(done.error());
    if (auto done = transaction->commit(); !done)
        return unexpected(done.error());
    return true;
}

Result<BodySearchState> readBodySearch(SqliteFile &file)
{
    const auto range = readRange(file);
    if (!range)
        return unexpected(range.error());
    if (!range->isOn)
        return BodySearchState{};
    const auto oldest = file.queryInteger("SELECT coalesce(min(sequence), 0) FROM request_bodies");
    const auto newest = file.queryInteger("SELECT coalesce(max(sequence), 0) FROM request_bodies");
    if (!oldest || !newest)
        return unexpected(oldest ? newest.error() : oldest.error());
    const std::int64_t indexed = std::min(range->to, *newest) - std::max(range->from, *oldest) + 1;
    const std::int64_t all = *newest - *oldest + 1;
    if (*newest == 0 || indexed >= all)
        return BodySearchState{true, 1.0};
    return BodySearchState{true, static_cast<double>(std::max<std::int64_t>(indexed, 0)) / static_cast<double>(all)};
}

std::string bodyQuestion(std::string_view text)
{
    std::string question;
    for (const SearchedWord &word : searchedWords(text)) { // letters and digits only: nothing has to be escaped
        question += question.empty() ? "\"" : " AND \"";
        question += word.word + (word.isBeginning ? "\"*" : "\"");
    }
    return question;
}

bool asksForBodies(const FilterTerm &term)
{
    return (term.kind == FilterTerm::Kind::Compare && term.field == FilterField::Body)
           || std::any_of(term.parts.begin(), term.parts.end(), asksForBodies);
}

Result<void> checkBodySearch(SqliteFile &file)
{
    const auto range = readRange(file);
    if (!range)
        return unexpected(range.error());
    return range->isOn ? Result<void>() : unexpected(searchIsOff());
}

Result<std::vector<std::int64_t>> findBodies(SqliteFile &file, std::string_view text)
{
    if (auto isOn = checkBodySearch(file); !isOn)
        return unexpected(isOn.error());
    const std::string question = bodyQuestion(text);
    std::vector<std::int64_t> found;
    if (question.empty())
        return found;
    auto statement = file.prepare("SELECT rowid FROM body_words WHERE body_words MATCH ?");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, std::string_view(question));
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            break;
        found.push_back(statement->integer(0));
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace gateway::storage
