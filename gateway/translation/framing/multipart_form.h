// Reads multipart/form-data in pieces: what its fields are called, what the short ones say, and where each stands.
#pragma once

#include "gateway/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

// A part of a form (RFC 7578). Places count from the first byte of the body.
struct FormField {
    std::string name;
    std::string value; // of a field that is no file, up to 64 KB of it
    bool isFile = false;
    std::uint64_t valueOffset = 0;
    std::uint64_t valueSize = 0;
    std::uint64_t partOffset = 0; // of the whole part: its boundary's line up to the next one's
    std::uint64_t partSize = 0;
};

// The boundary parameter of a "multipart/form-data" content type (RFC 2046 §5.1.1); nothing for other types.
std::optional<std::string> formBoundary(std::string_view contentType);

// A part of a form that is a text, with its boundary before it and the line's end behind it (RFC 7578).
std::string textPart(std::string_view boundary, std::string_view name, std::string_view value);

// Needs memory for the heads and the short values only, whatever the size of the form.
class MultipartReader {
public:
    explicit MultipartReader(std::string_view boundary);

    void feed(std::string_view bytes); // in any cut
    // The fields in their order. InvalidRequest when the form has no end, or a head that is too long.
    Result<std::vector<FormField>> finish();

private:
    enum class State { Value, BoundaryLine, Head, Done, Broken };

    bool readValue();
    bool readBoundaryLine();
    bool readHead();
    void takeValue(std::size_t count);
    void drop(std::size_t count);

    const std::string m_delimiter; // CR LF and two hyphens included
    State m_state = State::Value;  // what stands before the first boundary belongs to nothing
    std::string m_pending;
    std::uint64_t m_offset = 0; // of m_pending, counted from two bytes before the body
    std::uint64_t m_partOffset = 0;
    std::vector<FormField> m_fields;
    bool m_hasField = false; // the last of them is being read
};

} // namespace gateway::translation
