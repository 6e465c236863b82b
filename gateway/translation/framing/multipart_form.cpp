#include "gateway/translation/framing/multipart_form.h"

#include "gateway/base/header_list.h"

#include <algorithm>

namespace gateway::translation {

namespace {

constexpr std::size_t longestHead = 16 * 1024;
constexpr std::size_t longestValue = 64 * 1024;
constexpr std::string_view lineEnd = "\r\n";
constexpr std::uint64_t lead = lineEnd.size(); // put before the body, so that its first boundary is like the others

std::string_view withoutBlanks(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// `form-data; name="file"; filename="a;b.wav"` -> the parameter's value; nothing when it is not there.
std::optional<std::string> parameter(std::string_view field, std::string_view name)
{
    std::size_t at = field.find(';');
    while (at != std::string_view::npos && at < field.size()) {
        const std::size_t equals = field.find('=', at);
        if (equals == std::string_view::npos)
            return std::nullopt;
        const std::string_view key = withoutBlanks(field.substr(at + 1, equals - at - 1));
        std::string value;
        std::size_t next = equals + 1;
        while (next < field.size() && field[next] == ' ')
            ++next;
        if (next < field.size() && field[next] == '"') {
            for (++next; next < field.size() && field[next] != '"'; ++next) {
                if (field[next] == '\\' && next + 1 < field.size()
                    && (field[next + 1] == '"' || field[next + 1] == '\\'))
                    ++next;
                value += field[next];
            }
            next = field.find(';', next);
        } else {
            const std::size_t end = field.find(';', next);
            value = withoutBlanks(field.substr(next, end == std::string_view::npos ? end : end - next));
            next = end;
        }
        if (equalsIgnoringCase(key, name))
            return value;
        at = next;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> formBoundary(std::string_view contentType)
{
    if (!startsWithIgnoringCase(contentType, "multipart/form-data"))
        return std::nullopt;
    auto boundary = parameter(contentType, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 200)
        return std::nullopt;
    return boundary;
}

MultipartReader::MultipartReader(std::string_view boundary)
    : m_delimiter(std::string(lineEnd) + "--" + std::string(boundary)), m_pending(lineEnd)
{
}

void MultipartReader::feed(std::string_view bytes)
{
    if (m_state == State::Done || m_state == State::Broken)
        return;
    m_pending.append(bytes);
    bool goesOn = true;
    while (goesOn) {
        switch (m_state) {
        case State::Value: goesOn = readValue(); break;
        case State::BoundaryLine: goesOn = readBoundaryLine(); break;
        case State::Head: goesOn = readHead(); break;
        case State::Done:
        case State::Broken: goesOn = false; break;
        }
    }
}

void MultipartReader::drop(std::size_t count)
{
    m_pending.erase(0, count);
    m_offset += count;
}

void MultipartReader::takeValue(std::size_t count)
{
    if (m_hasField) {
        FormField &field = m_fields.back();
        field.valueSize += count;
        if (!field.isFile && field.value.size() < longestValue)
            field.value.append(m_pending, 0, std::min(count, longestValue - field.value.size()));
    }
    drop(count);
}

bool MultipartReader::readValue()
{
    const auto place = m_pending.find(m_delimiter);
    if (place == std::string::npos) {
        if (m_pending.size() >= m_delimiter.size())
            takeValue(m_pending.size() - m_delimiter.size() + 1);
        return false;
    }
    takeValue(place);
    const std::uint64_t boundaryAt = m_offset + lineEnd.size() - lead;
    if (m_hasField)
        m_fields.back().partSize = boundaryAt - m_fields.back().partOffset;
    m_hasField = false;
    m_partOffset = boundaryAt;
    drop(m_delimiter.size());
    m_state = State::BoundaryLine;
    return true;
}

bool MultipartReader::readBoundaryLine()
{
    if (m_pending.size() < 2)
        return false;
    if (m_pending.starts_with("--")) {
        m_state = State::Done;
        return false;
    }
    const auto end = m_pending.find(lineEnd);
    if (end == std::string::npos) {
        if (m_pending.size() > longestHead)
            m_state = State::Broken;
        return false;
    }
    if (!withoutBlanks(std::string_view(m_pending).substr(0, end)).empty()) {
        m_state = State::Broken; // a longer boundary, or none of a form
        return false;
    }
    drop(end); // the line's end stays, so that a head without fields ends like the others
    m_state = State::Head;
    return true;
}

bool MultipartReader::readHead()
{
    constexpr std::string_view headEnd = "\r\n\r\n";
    const auto end = m_pending.find(headEnd);
    if (end == std::string::npos || end > longestHead) {
        if (m_pending.size() > longestHead)
            m_state = State::Broken;
        return false;
    }
    FormField field;
    std::string_view lines = std::string_view(m_pending).substr(0, end);
    while (!lines.empty()) {
        lines.remove_prefix(std::min(lineEnd.size(), lines.size()));
        const std::string_view line = lines.substr(0, lines.find(lineEnd));
        lines.remove_prefix(line.size());
        constexpr std::string_view disposition = "content-disposition:";
        if (!startsWithIgnoringCase(line, disposition))
            continue;
        const std::string_view value = line.substr(disposition.size());
        field.name = parameter(value, "name").value_or(std::string());
        field.isFile = parameter(value, "filename") || parameter(value, "filename*");
    }
    drop(end + headEnd.size());
    field.valueOffset = m_offset - lead;
    field.partOffset = m_partOffset;
    m_fields.push_back(std::move(field));
    m_hasField = true;
    m_state = State::Value;
    return true;
}

Result<std::vector<FormField>> MultipartReader::finish()
{
    if (m_state != State::Done)
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "The form of this request cannot be read: it does not end with its boundary."));
    return std::move(m_fields);
}

std::string textPart(std::string_view boundary, std::string_view name, std::string_view value)
{
    return std::string("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append("\"\r\n\r\n")
        .append(value)
        .append("\r\n");
}

} // namespace gateway::translation
