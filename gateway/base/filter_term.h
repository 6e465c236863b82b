// A condition on requests as a person wrote it, asked of rows in memory and of the store alike.
#pragma once

#include "gateway/base/request_state.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gateway {

enum class FilterField {
    AnyText, // client, names, ids, errors, comment
    // Texts
    Client,
    AskedModel,
    Provider,
    Model,
    Key,
    VirtualKey,
    Session,
    Error,
    Id,
    Operation,
    FinishReason,
    Comment,
    Body, // what request and answer say; every word of it somewhere
    // Numbers
    Status,
    Tries,
    Cost,       // nano-dollars
    Duration,   // microseconds
    FirstToken, // microseconds
    InputTokens,
    CachedTokens,
    OutputTokens,
    Size, // of the answer, bytes
    // One of several
    State,
    // What holds or does not
    Streamed,
    FellBack,
    Unpriced,
    Pinned,
};

enum class FilterComparison {
    Contains, // texts, without case
    Equals,   // texts without case, numbers
    Less,
    AtMost,
    Greater,
    AtLeast,
    Holds, // for the last kind of fields, and for State: one of `states`
};

// A value that is not known compares false with everything, and `Not` of that is true: every request is on one side.
struct FilterTerm {
    enum class Kind { All, Any, Not, Compare };
    Kind kind = Kind::All; // All of nothing: every request
    std::vector<FilterTerm> parts{};
    FilterField field = FilterField::AnyText;
    FilterComparison comparison = FilterComparison::Contains;
    std::string text{};
    std::int64_t number = 0;
    std::vector<RequestState> states{};
    bool operator==(const FilterTerm &) const = default;
};

} // namespace gateway
