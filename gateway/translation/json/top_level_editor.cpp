#include "gateway/translation/json/top_level_editor.h"

#include "gateway/base/byte_search.h"
#include "gateway/translation/json/json_scanner.h"
#include "gateway/translation/json/utf8.h"

#include <algorithm>

namespace gateway::translation {

namespace {

Result<JsonScan> scanObject(std::string_view object)
{
    JsonScan scan = scanJson(object);
    if (scan.defect)
        return unexpected(Error::client(ErrorCode::MalformedJson, describeDefect(object, *scan.defect)));
    if (!scan.isObject)
        return unexpected(Error::client(ErrorCode::MalformedJson, "not a JSON object"));
    return scan;
}

const JsonMember *lastMember(const JsonScan &scan, std::string_view name)
{
    const auto found = std::find_if(scan.members.rbegin(), scan.members.rend(),
                                    [name](const JsonMember &member) { return isJsonString(member.rawName, name); });
    return found == scan.members.rend() ? nullptr : &*found;
}

std::size_t offsetOf(std::string_view text, const char *position)
{
    return static_cast<std::size_t>(position - text.data());
}

std::size_t endOffset(std::string_view text, std::string_view part)
{
    return offsetOf(text, part.data()) + part.size();
}

std::string withReplaced(std::string_view text, std::size_t from, std::size_t to, std::string_view replacement)
{
    std::string edited;
    edited.reserve(text.size() - (to - from) + replacement.size());
    edited.append(text.substr(0, from));
    edited.append(replacement);
    edited.append(text.substr(to));
    return edited;
}

// Cuts a member and one comma: the one after it, or for the last member the one before it.
std::string withoutMember(std::string_view object, const JsonScan &scan, std::size_t index)
{
    std::size_t from = offsetOf(object, scan.members[index].rawName.data()) - 1;
    std::size_t to = endOffset(object, scan.members[index].rawValue);
    if (index + 1 < scan.members.size())
        to = offsetOf(object, scan.members[index + 1].rawName.data()) - 1;
    else if (index > 0)
        from = endOffset(object, scan.members[index - 1].rawValue);
    return withReplaced(object, from, to, {});
}

void appendEscaped(std::string &literal, unsigned char byte)
{
    constexpr std::string_view hexDigits = "0123456789abcdef";
    switch (byte) {
    case '"': literal += "\\\""; return;
    case '\\': literal += "\\\\"; return;
    case '\b': literal += "\\b"; return;
    case '\f': literal += "\\f"; return;
    case '\n': literal += "\\n"; return;
    case '\r': literal += "\\r"; return;
    case '\t': literal += "\\t"; return;
    default: break;
    }
    literal += "\\u00";
    literal += hexDigits[byte >> 4];
    literal += hexDigits[byte & 0x0Fu];
}

} // namespace

Result<std::string> setTopLevelMember(std::string_view object, std::string_view name, std::string_view rawValue)
{
    if (findJsonDefect(rawValue))
        return unexpected(Error::internal(ErrorCode::Internal, "A request could not be edited", "value is not JSON"));
    const Result<JsonScan> scan = scanObject(object);
    if (!scan)
        return unexpected(scan.error());
    if (const JsonMember *member = lastMember(*scan, name)) {
        const std::size_t from = offsetOf(object, member->rawValue.data());
        return withReplaced(object, from, from + member->rawValue.size(), rawValue);
    }
    std::string addition = scan->members.empty() ? std::string() : std::string(",");
    addition += quoteJson(name);
    addition += ':';
    addition += rawValue;
    // After the last value, so that space before the closing brace stays where it is.
    const std::size_t place =
        scan->members.empty() ? object.rfind('}') : endOffset(object, scan->members.back().rawValue);
    return withReplaced(object, place, place, addition);
}

Result<std::string> removeTopLevelMember(std::string_view object, std::string_view name)
{
    std::string remaining(object);
    for (;;) {
        const Result<JsonScan> scan = scanObject(remaining);
        if (!scan)
            return unexpected(scan.error());
        const JsonMember *member = lastMember(*scan, name);
        if (!member)
            return remaining;
        remaining = withoutMember(remaining, *scan, static_cast<std::size_t>(member - scan->members.data()));
    }
}

Result<std::optional<std::string>> topLevelMember(std::string_view object, std::string_view name)
{
    const Result<JsonScan> scan = scanObject(object);
    if (!scan)
        return unexpected(scan.error());
    if (const JsonMember *member = lastMember(*scan, name))
        return std::optional<std::string>(member->rawValue);
    return std::optional<std::string>();
}

std::string withEdits(std::string_view text, std::span<const TextEdit> edits)
{
    std::size_t size = text.size();
    for (const TextEdit &edit : edits)
        size += edit.replacement.size() - edit.size; // may wrap in between, not at the end
    std::string edited;
    edited.reserve(size);
    std::size_t copied = 0;
    for (const TextEdit &edit : edits) {
        edited.append(text.substr(copied, edit.offset - copied)).append(edit.replacement);
        copied = edit.offset + edit.size;
    }
    edited.append(text.substr(copied));
    return edited;
}

std::string quoteJson(std::string_view text)
{
    std::string literal;
    literal.reserve(text.size() + 2);
    literal += '"';
    const char *position = text.data();
    const char *const end = position + text.size();
    while (position != end) {
        const char *const plainEnd = byte_search::findEndOfPlainText(position, end);
        literal.append(position, plainEnd);
        position = plainEnd;
        if (position == end)
            break;
        const auto byte = static_cast<unsigned char>(*position);
        if (byte < 0x80) {
            appendEscaped(literal, byte);
            ++position;
            continue;
        }
        const std::size_t length = utf8CharacterLength(position, end);
        if (length == 0)
            appendUtf8(literal, 0xFFFD);
        else
            literal.append(position, length);
        position += std::max<std::size_t>(length, 1);
    }
    literal += '"';
    return literal;
}

} // namespace gateway::translation
