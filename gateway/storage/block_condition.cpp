#include "gateway/storage/block_condition.h"

#include "gateway/base/byte_search.h"
#include "gateway/storage/body_index.h"
#include "gateway/storage/stored_time.h"

#include <algorithm>
#include <array>
#include <functional>

namespace gateway::storage {

namespace {

// As LIKE does: letters of ASCII are the same in both cases.
std::string foldedText(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), byte_search::folded);
    return result;
}

template <typename Predicate>
void keep(RowMask &mask, const NumberColumn &column, Predicate holds)
{
    for (std::size_t row = 0; row < mask.size(); ++row)
        mask[row] = static_cast<std::uint8_t>(mask[row] & static_cast<std::uint8_t>(holds(column[row])));
}

void keepNumbers(RowMask &mask, const NumberColumn &column, FilterComparison comparison, std::int64_t bound)
{
    const auto isKnown = [](std::int64_t value) { return value != notKnown; };
    switch (comparison) {
    case FilterComparison::Less:
        return keep(mask, column, [&](std::int64_t value) { return isKnown(value) && value < bound; });
    case FilterComparison::AtMost:
        return keep(mask, column, [&](std::int64_t value) { return isKnown(value) && value <= bound; });
    case FilterComparison::Greater:
        return keep(mask, column, [&](std::int64_t value) { return isKnown(value) && value > bound; });
    case FilterComparison::AtLeast:
        return keep(mask, column, [&](std::int64_t value) { return isKnown(value) && value >= bound; });
    case FilterComparison::Holds:
        return keep(mask, column, [&](std::int64_t value) { return isKnown(value) && value != 0; });
    case FilterComparison::Contains:
    case FilterComparison::Equals: break;
    }
    keep(mask, column, [&](std::int64_t value) { return isKnown(value) && value == bound; });
}

void keepCodes(RowMask &mask, const TextColumn &column, const std::vector<std::uint8_t> &isWanted)
{
    for (std::size_t row = 0; row < mask.size(); ++row)
        mask[row] = static_cast<std::uint8_t>(mask[row] & isWanted[column.codes[row]]);
}

// For each text of the column.
std::vector<std::uint8_t> wantedTexts(const TextColumn &column, const std::vector<std::string> &values)
{
    std::vector<std::uint8_t> isWanted(column.count());
    for (std::size_t code = 0; code < column.count(); ++code)
        isWanted[code] = std::find(values.begin(), values.end(), column.text(code)) != values.end() ? 1 : 0;
    return isWanted;
}

void keepOneOf(RowMask &mask, const TextColumn &column, const std::vector<std::string> &values)
{
    keepCodes(mask, column, wantedTexts(column, values));
}

// Looks for one text again and again.
class TextSearch {
public:
    TextSearch(std::string_view text, bool isWhole) : m_text(foldedText(text)), m_isWhole(isWhole) {}

    // Adds the rows where the column holds the text.
    void addTo(RowMask &found, const TextColumn &column) const
    {
        std::vector<std::uint8_t> isWanted(column.count());
        if (!(m_isWhole ? findWhole(column, isWanted) : findAnywhere(column, isWanted)))
            return;
        for (std::size_t row = 0; row < found.size(); ++row)
            found[row] = static_cast<std::uint8_t>(found[row] | isWanted[column.codes[row]]);
    }

private:
    // Both say whether any text of the column is wanted.
    bool findWhole(const TextColumn &column, std::vector<std::uint8_t> &isWanted) const
    {
        bool isAny = false;
        for (std::size_t code = 0; code < column.count(); ++code) {
            const std::string_view text = column.text(code);
            const bool isSame = text.size() == m_text.size() && byte_search::isAtIgnoringCase(text.data(), m_text);
            isWanted[code] = isSame ? 1 : 0;
            isAny = isAny || isSame;
        }
        return isAny;
    }

    // Through all texts at once; the zeros between them keep a match within one.
    bool findAnywhere(const TextColumn &column, std::vector<std::uint8_t> &isWanted) const
    {
        if (m_text.empty()) {
            std::fill(isWanted.begin(), isWanted.end(), std::uint8_t{1});
            return true;
        }
        const char *const begin = column.texts.data();
        const char *const end = begin + column.texts.size();
        const char *at = byte_search::findIgnoringCase(begin, end, m_text);
        const bool isAny = at != end;
        while (at != end) {
            const auto next =
                std::upper_bound(column.starts.begin(), column.starts.end(), static_cast<std::uint32_t>(at - begin));
            isWanted[static_cast<std::size_t>(next - column.starts.begin()) - 1] = 1;
            at = byte_search::findIgnoringCase(begin + *next, end, m_text);
        }
        return isAny;
    }

    std::string m_text;
    bool m_isWhole;
};

// The requests that say a text. The index is asked once, when the first block is.
class BodySearch {
public:
    explicit BodySearch(std::string text) : m_text(std::move(text)) {}

    RowMask match(HistoryBlock &block)
    {
        if (!m_found) {
            auto found = findBodies(block.file(), m_text);
            if (!found)
                block.fail(found.error());
            m_found = std::move(found).value_or(std::vector<std::int64_t>());
        }
        const NumberColumn &sequences = block.numbers(BlockColumn::Sequence);
        RowMask mask(sequences.size(), 0);
        auto found =
            sequences.empty() ? m_found->end() : std::lower_bound(m_found->begin(), m_found->end(), sequences.front());
        for (std::size_t row = 0; row < mask.size(); ++row) {
            while (found != m_found->end() && *found < sequences[row])
                ++found;
            mask[row] = found != m_found->end() && *found == sequences[row] ? 1 : 0;
        }
        return mask;
    }

private:
    std::string m_text;
    std::optional<std::vector<std::int64_t>> m_found; // rising
};

// Rows for which a term holds, as 1; a value that is not known compares false.
class TermMatch {
public:
    explicit TermMatch(const FilterTerm &term) : m_term(term)
    {
        for (const FilterTerm &part : term.parts)
            m_parts.emplace_back(part);
        if (term.kind == FilterTerm::Kind::Compare && isText(columnsOf(term.field).front())
            && term.field != FilterField::State)
            m_search = std::make_shared<TextSearch>(term.text, term.comparison == FilterComparison::Equals);
        if (term.kind == FilterTerm::Kind::Compare && term.field == FilterField::Body)
            m_bodies = std::make_shared<BodySearch>(term.text);
    }

    RowMask match(HistoryBlock &block) const
    {
        const std::size_t rows = block.rows();
        switch (m_term.kind) {
        case FilterTerm::Kind::All: return all(block);
        case FilterTerm::Kind::Any: {
            RowMask mask(rows, 0);
            for (const TermMatch &part : m_parts) {
                const RowMask other = part.match(block);
                std::transform(mask.begin(), mask.end(), other.begin(), mask.begin(), std::bit_or<std::uint8_t>());
            }
            return mask;
        }
        case FilterTerm::Kind::Not: {
            RowMask mask = all(block);
            for (std::uint8_t &row : mask)
                row = row == 0 ? 1 : 0;
            return mask;
        }
        case FilterTerm::Kind::Compare: return compare(block);
        }
        return RowMask(rows, 1);
    }

private:
    RowMask all(HistoryBlock &block) const
    {
        RowMask mask(block.rows(), 1);
        for (const TermMatch &part : m_parts) {
            const RowMask other = part.match(block);
            std::transform(mask.begin(), mask.end(), other.begin(), mask.begin(), std::bit_and<std::uint8_t>());
        }
        return mask;
    }

    RowMask compare(HistoryBlock &block) const
    {
        if (m_bodies)
            return m_bodies->match(block);
        const auto columns = columnsOf(m_term.field);
        if (m_search) {
            RowMask mask(block.rows(), 0);
            block.loadAll(columns);
            for (const BlockColumn column : columns)
                m_search->addTo(mask, block.texts(column));
            return mask;
        }
        RowMask mask(block.rows(), 1);
        if (m_term.field == FilterField::State) {
            std::vector<std::string> names;
            for (const RequestState state : m_term.states)
                names.emplace_back(requestStateName(state));
            keepOneOf(mask, block.texts(columns.front()), names);
        } else {
            keepNumbers(mask, block.numbers(columns.front()), m_term.comparison, m_term.number);
        }
        return mask;
    }

    FilterTerm m_term;
    std::vector<TermMatch> m_parts;
    std::shared_ptr<const TextSearch> m_search;
    std::shared_ptr<BodySearch> m_bodies;
};

bool hasAny(const RowMask &mask)
{
    return std::find(mask.begin(), mask.end(), std::uint8_t{1}) != mask.end();
}

FilterTerm anyText(const std::string &text)
{
    FilterTerm term;
    term.kind = FilterTerm::Kind::Compare;
    term.text = text;
    return term;
}

} // namespace

std::int64_t tokensOf(std::int64_t input, std::int64_t output)
{
    return (input == notKnown ? 0 : input) + (output == notKnown ? 0 : output);
}

BlockCondition::BlockCondition(const HistoryQuery &query)
{
    addTimes(query);
    addMeasures(query.measures);
    addNames(query);
    const auto addTerm = [this](const FilterTerm &term) {
        m_tests.emplace_back([matching = TermMatch(term)](HistoryBlock &block, RowMask &mask) {
            const RowMask other = matching.match(block);
            std::transform(mask.begin(), mask.end(), other.begin(), mask.begin(), std::bit_and<std::uint8_t>());
        });
    };
    if (query.condition != FilterTerm{})
        addTerm(query.condition);
    if (!query.text.empty())
        addTerm(anyText(query.text));
}

void BlockCondition::addTimes(const HistoryQuery &query)
{
    if (query.startedFrom)
        addNumber(BlockColumn::StartedAt, FilterComparison::AtLeast, microsecondsSinceEpoch(*query.startedFrom));
    if (query.startedUntil)
        addNumber(BlockColumn::StartedAt, FilterComparison::AtMost, microsecondsSinceEpoch(*query.startedUntil));
}

void BlockCondition::addNames(const HistoryQuery &query)
{
    addOneOf(BlockColumn::State, query.states);
    addOneOf(BlockColumn::Provider, query.providers);
    addOneOf(BlockColumn::Model, query.models);
    addOneOf(BlockColumn::AskedModel, query.askedModels);
    addOneOf(BlockColumn::Operation, query.operations);
    addOneOf(BlockColumn::FinishReason, query.finishReasons);
    addKeys(BlockColumn::KeyId, BlockColumn::KeyName, query.keys);
    addKeys(BlockColumn::VirtualKeyId, BlockColumn::VirtualKey, query.virtualKeys);
    addOneOf(BlockColumn::Client, query.clients);
    addOneOf(BlockColumn::ErrorCode, query.errorCodes);
    addOneOf(BlockColumn::SessionId, query.sessionIds);
    addOneOf(BlockColumn::RequestId, query.requestIds);
    if (!query.statuses.empty()) {
        m_tests.emplace_back([statuses = query.statuses](HistoryBlock &block, RowMask &mask) {
            keep(mask, block.numbers(BlockColumn::Status), [&statuses](std::int64_t status) {
                return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
            });
        });
    }
}

void BlockCondition::addMeasures(const HistoryMeasures &measures)
{
    const auto count = [](const std::optional<Microseconds> &duration) {
        return duration ? std::optional<std::int64_t>(duration->count()) : std::nullopt;
    };
    const auto nanoDollars = [](const std::optional<Money> &money) {
        return money ? std::optional<std::int64_t>(money->nanoDollars) : std::nullopt;
    };
    addNumber(BlockColumn::Duration, FilterComparison::AtLeast, count(measures.leastDuration));
    addNumber(BlockColumn::Duration, FilterComparison::AtMost, count(measures.mostDuration));
    addNumber(BlockColumn::Cost, FilterComparison::AtLeast, nanoDollars(measures.leastCost));
    addNumber(BlockColumn::Cost, FilterComparison::AtMost, nanoDollars(measures.mostCost));
    if (measures.isUnpricedOnly)
        addNumber(BlockColumn::Unpriced, FilterComparison::Greater, 0);
    if (!measures.leastTokens && !measures.mostTokens)
        return;
    const std::int64_t least = measures.leastTokens.value_or(std::numeric_limits<std::int64_t>::min());
    const std::int64_t most = measures.mostTokens.value_or(std::numeric_limits<std::int64_t>::max());
    m_tests.emplace_back([least, most](HistoryBlock &block, RowMask &mask) {
        const NumberColumn &input = block.numbers(BlockColumn::Input);
        const NumberColumn &output = block.numbers(BlockColumn::Output);
        for (std::size_t row = 0; row < mask.size(); ++row) {
            const std::int64_t tokens = tokensOf(input[row], output[row]);
            if (tokens < least || tokens > most)
                mask[row] = 0;
        }
    });
}

void BlockCondition::addNumber(BlockColumn column, FilterComparison comparison,
                               const std::optional<std::int64_t> &bound)
{
    if (!bound)
        return;
    m_tests.emplace_back([column, comparison, bound = *bound](HistoryBlock &block, RowMask &mask) {
        keepNumbers(mask, block.numbers(column), comparison, bound);
    });
}

void BlockCondition::addOneOf(BlockColumn column, const std::vector<std::string> &values)
{
    if (values.empty())
        return;
    m_tests.emplace_back(
        [column, values](HistoryBlock &block, RowMask &mask) { keepOneOf(mask, block.texts(column), values); });
}

void BlockCondition::addKeys(BlockColumn idColumn, BlockColumn nameColumn, const std::vector<KeyChoice> &keys)
{
    std::vector<std::string> ids;
    std::vector<std::string> names;         // wanted whatever the id
    std::vector<std::string> namesOfBefore; // wanted of rows without an id
    for (const KeyChoice &key : keys) {
        if (!key.id.empty())
            ids.push_back(key.id);
        if (!key.name.empty())
            (key.id.empty() ? names : namesOfBefore).push_back(key.name);
    }
    if (ids.empty()) {
        addOneOf(nameColumn, names);
        return;
    }
    m_tests.emplace_back([=](HistoryBlock &block, RowMask &mask) {
        const std::array columns{idColumn, nameColumn};
        block.loadAll(columns);
        const std::vector<std::uint8_t> isId = wantedTexts(block.texts(idColumn), ids);
        const std::vector<std::uint8_t> isNone = wantedTexts(block.texts(idColumn), {std::string()});
        const std::vector<std::uint8_t> isName = wantedTexts(block.texts(nameColumn), names);
        const std::vector<std::uint8_t> isNameOfBefore = wantedTexts(block.texts(nameColumn), namesOfBefore);
        const std::vector<std::uint16_t> &idCodes = block.texts(idColumn).codes;
        const std::vector<std::uint16_t> &nameCodes = block.texts(nameColumn).codes;
        for (std::size_t row = 0; row < mask.size(); ++row) {
            const std::uint16_t id = idCodes[row];
            const std::uint16_t name = nameCodes[row];
            mask[row] &= static_cast<std::uint8_t>(isId[id] | isName[name] | (isNone[id] & isNameOfBefore[name]));
        }
    });
}

void BlockCondition::match(HistoryBlock &block, RowMask &mask) const
{
    mask.assign(block.rows(), 1);
    for (const Test &test : m_tests) {
        test(block, mask);
        if (!hasAny(mask)) // the other columns need not be read
            return;
    }
}

Result<void> visitBlocks(SqliteFile &file, const BlockCondition &condition, bool oldestFirst, std::int64_t from,
                         const BlockVisit &visit)
{
    auto next = file.prepare(oldestFirst ? "SELECT min(sequence) FROM requests WHERE sequence > ?"
                                         : "SELECT max(sequence) FROM requests WHERE sequence < ?");
    if (!next)
        return unexpected(next.error());
    HistoryBlock block(file);
    RowMask mask;
    std::int64_t bound = from > 0 || oldestFirst ? from : std::numeric_limits<std::int64_t>::max();
    while (true) {
        if (file.isInterrupted())
            return unexpected(Error::internal(ErrorCode::Cancelled, "Something else was asked of the history first."));
        next->bind(1, bound);
        const Result<bool> hasRow = next->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (next->isNull(0)) // none is left
            return {};
        block.goTo(next->integer(0) / sequencesOfBlock);
        next->reset();
        bound = oldestFirst ? (block.number() + 1) * sequencesOfBlock - 1 : block.number() * sequencesOfBlock;
        condition.match(block, mask);
        const bool goesOn = !hasAny(mask) || visit(block, mask);
        if (block.error())
            return unexpected(*block.error());
        if (!goesOn)
            return {};
    }
}

} // namespace gateway::storage
