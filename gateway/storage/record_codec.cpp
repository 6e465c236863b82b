#include "gateway/storage/record_codec.h"

#include "gateway/storage/json_text.h"
#include "gateway/storage/leb128.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace gateway::storage {

namespace {

using nlohmann::json;

void appendName(std::string &text, std::string_view name)
{
    text.append(text.back() == '{' ? "\"" : ",\"").append(name).append("\":");
}

void appendText(std::string &text, std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    appendName(text, name);
    appendJsonString(text, value);
}

void appendNumber(std::string &text, std::string_view name, std::int64_t value)
{
    appendName(text, name);
    std::array<char, 24> digits;
    text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void appendTime(std::string &text, std::string_view name, const std::optional<Microseconds> &value)
{
    if (value)
        appendNumber(text, name, value->count());
}

std::string textOf(const json &object, const char *name)
{
    const auto member = object.find(name);
    return member == object.end() ? std::string() : stringFromJson(*member);
}

std::optional<std::int64_t> numberOf(const json &object, const char *name)
{
    const auto member = object.find(name);
    if (member == object.end() || !member->is_number_integer())
        return std::nullopt;
    return member->get<std::int64_t>();
}

std::optional<Microseconds> timeOf(const json &object, const char *name)
{
    const std::optional<std::int64_t> number = numberOf(object, name);
    return number ? std::optional(Microseconds(*number)) : std::nullopt;
}

// The names of the counts in the text, and where they go.
constexpr std::array<std::pair<const char *, std::optional<std::int64_t> TokenUsage::*>, 9> counts{
    {{"in", &TokenUsage::uncachedInput},
     {"read", &TokenUsage::cacheRead},
     {"write", &TokenUsage::cacheWrite},
     {"write_1h", &TokenUsage::cacheWriteOneHour},
     {"out", &TokenUsage::output},
     {"reasoning", &TokenUsage::reasoning},
     {"audio_in", &TokenUsage::audioInput},
     {"audio_out", &TokenUsage::audioOutput},
     {"searches", &TokenUsage::webSearches}}};

void appendUsage(std::string &text, const TokenUsage &usage)
{
    if (usage == TokenUsage{})
        return;
    appendName(text, "usage");
    text.push_back('{');
    for (const auto &[name, count] : counts) {
        if (usage.*count)
            appendNumber(text, name, *(usage.*count));
    }
    text.push_back('}');
}

void appendCost(std::string &text, const AttemptRecord &attempt)
{
    const AttemptCost &detail = attempt.costDetail;
    if (attempt.cost)
        appendNumber(text, "cost", attempt.cost->nanoDollars);
    if (detail.basis != CostBasis::Nothing)
        appendText(text, "basis", costBasisName(detail.basis));
    appendText(text, "price", detail.source);
    appendText(text, "unpriced", detail.problem);
    appendText(text, "tier", detail.serviceTier);
    if (detail.reported)
        appendNumber(text, "reported", detail.reported->nanoDollars);
    if (detail.lines.empty())
        return;
    appendName(text, "lines");
    text.push_back('{');
    for (const CostLine &line : detail.lines) {
        appendName(text, costClassName(line.costClass));
        text += '[' + std::to_string(line.count) + ',' + std::to_string(line.picoDollars) + ']';
    }
    text.push_back('}');
}

void readUsage(const json &object, TokenUsage &usage)
{
    if (!object.is_object())
        return;
    for (const auto &[name, count] : counts)
        usage.*count = numberOf(object, name);
}

void readCost(const json &object, AttemptRecord &attempt)
{
    if (const auto cost = numberOf(object, "cost"))
        attempt.cost = Money{*cost};
    AttemptCost &detail = attempt.costDetail;
    const std::string basis = textOf(object, "basis");
    detail.basis = basis.empty() ? CostBasis::Nothing : costBasisFromName(basis);
    detail.source = textOf(object, "price");
    detail.problem = textOf(object, "unpriced");
    detail.serviceTier = textOf(object, "tier");
    if (const auto reported = numberOf(object, "reported"))
        detail.reported = Money{*reported};
    const json lines = object.value("lines", json::object());
    for (const auto &[name, line] : lines.items()) {
        const auto costClass = costClassFromName(name);
        if (costClass && line.is_array() && line.size() == 2 && line[0].is_number_integer()
            && line[1].is_number_integer())
            detail.lines.push_back({*costClass, line[0].get<std::int64_t>(), line[1].get<std::int64_t>()});
    }
    std::sort(detail.lines.begin(), detail.lines.end(),
              [](const CostLine &left, const CostLine &right) { return left.costClass < right.costClass; });
}

} // namespace

void encodeAttempts(const std::vector<AttemptRecord> &attempts, std::string &text)
{
    text.clear();
    if (attempts.empty())
        return;
    text.push_back('[');
    for (const AttemptRecord &attempt : attempts) {
        if (text.back() != '[')
            text.push_back(',');
        text.push_back('{');
        appendText(text, "provider", attempt.provider);
        appendText(text, "model", attempt.model);
        appendText(text, "key", attempt.keyName);
        appendNumber(text, "status", attempt.status);
        appendText(text, "error", attempt.errorCode);
        appendText(text, "reason", attempt.reason);
        appendText(text, "why", attempt.why);
        appendNumber(text, "started", attempt.startedAt.count());
        appendTime(text, "connected", attempt.connectedAt);
        appendTime(text, "first_byte", attempt.firstByteAt);
        appendNumber(text, "ended", attempt.endedAt.count());
        appendUsage(text, attempt.usage);
        appendCost(text, attempt);
        text.push_back('}');
    }
    text.push_back(']');
}

std::vector<AttemptRecord> decodeAttempts(std::string_view text)
{
    std::vector<AttemptRecord> attempts;
    const json list = text.empty() ? json() : parseJson(text);
    if (!list.is_array())
        return attempts;
    for (const json &object : list) {
        if (!object.is_object())
            continue;
        AttemptRecord attempt;
        attempt.provider = textOf(object, "provider");
        attempt.model = textOf(object, "model");
        attempt.keyName = textOf(object, "key");
        attempt.status = static_cast<int>(numberOf(object, "status").value_or(0));
        attempt.errorCode = textOf(object, "error");
        attempt.reason = textOf(object, "reason");
        attempt.why = textOf(object, "why");
        attempt.startedAt = timeOf(object, "started").value_or(Microseconds(0));
        attempt.connectedAt = timeOf(object, "connected");
        attempt.firstByteAt = timeOf(object, "first_byte");
        attempt.endedAt = timeOf(object, "ended").value_or(Microseconds(0));
        readUsage(object.value("usage", json()), attempt.usage);
        readCost(object, attempt);
        attempts.push_back(std::move(attempt));
    }
    return attempts;
}

void encodeDetails(const RequestRecord &record, std::string &text)
{
    text.clear();
    text.push_back('{');
    if (!record.requestHeaders.isEmpty()) {
        appendName(text, "request_headers");
        appendJsonHeaders(text, record.requestHeaders);
    }
    if (!record.responseHeaders.isEmpty()) {
        appendName(text, "response_headers");
        appendJsonHeaders(text, record.responseHeaders);
    }
    if (!record.notes.empty()) {
        appendName(text, "notes");
        appendJsonStrings(text, record.notes);
    }
    appendText(text, "usage", record.rawUsage);
    if (text.size() == 1)
        text.clear();
    else
        text.push_back('}');
}

void decodeDetails(std::string_view text, RequestRecord &record)
{
    const json details = text.empty() ? json() : parseJson(text);
    if (!details.is_object())
        return;
    const auto member = [&details](const char *name) { return details.value(name, json()); };
    record.requestHeaders = headersFromJson(member("request_headers"));
    record.responseHeaders = headersFromJson(member("response_headers"));
    record.notes = stringsFromJson(member("notes"));
    record.rawUsage = textOf(details, "usage");
}

void encodeMarks(const std::vector<StreamMark> &marks, std::string &bytes)
{
    bytes.clear();
    StreamMark last;
    for (const StreamMark &mark : marks) {
        // Unsigned differences wrap around, so that even marks out of order are read back as they were.
        appendNumberLeb128(bytes,
                           static_cast<std::uint64_t>(mark.at.count()) - static_cast<std::uint64_t>(last.at.count()));
        appendNumberLeb128(bytes, mark.endOffset - last.endOffset);
        last = mark;
    }
}

std::vector<StreamMark> decodeMarks(std::string_view bytes)
{
    std::vector<StreamMark> marks;
    std::uint64_t at = 0;
    std::uint64_t endOffset = 0;
    while (!bytes.empty()) {
        const std::optional<std::uint64_t> atStep = takeNumberLeb128(bytes);
        const std::optional<std::uint64_t> offsetStep = takeNumberLeb128(bytes);
        if (!atStep || !offsetStep)
            break;
        at += *atStep;
        endOffset += *offsetStep;
        marks.push_back({Microseconds(static_cast<std::int64_t>(at)), endOffset});
    }
    return marks;
}

} // namespace gateway::storage
