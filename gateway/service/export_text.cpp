#include "gateway/service/export_text.h"

#include "gateway/base/base64.h"
#include "gateway/service/utc_time.h"
#include "gateway/service/view_conversion.h"
#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/utf8.h"

#include <algorithm>

namespace gateway::service {

namespace {

using translation::dumpJson;
using translation::Json;

std::string isoTime(WallTime time)
{
    return toUtf8(inUtc(time).toString(Qt::ISODateWithMs));
}

double inMilliseconds(Microseconds time)
{
    return static_cast<double>(time.count()) / 1000.0;
}

Json orNull(const std::optional<std::int64_t> &value)
{
    return value ? Json(*value) : Json();
}

Json orNull(const std::optional<Microseconds> &time)
{
    return time ? Json(inMilliseconds(*time)) : Json();
}

Json orNull(const std::optional<Money> &money)
{
    return money ? Json(money->dollars()) : Json();
}

bool isUtf8(std::string_view bytes)
{
    const char *end = bytes.data() + bytes.size();
    for (const char *at = bytes.data(); at < end;) {
        const std::size_t length = translation::utf8CharacterLength(at, end);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

Json headersOf(const HeaderList &headers)
{
    Json list = Json::array();
    for (const HeaderField &field : headers)
        list.push_back(Json{{"name", field.name}, {"value", field.value}});
    return list;
}

Json attemptOf(const AttemptRecord &attempt)
{
    return {{"provider", attempt.provider},
            {"model", attempt.model},
            {"key_name", attempt.keyName},
            {"status", attempt.status},
            {"error_code", attempt.errorCode},
            {"reason", attempt.reason},
            {"why", attempt.why},
            {"started_ms", inMilliseconds(attempt.startedAt)},
            {"connected_ms", orNull(attempt.connectedAt)},
            {"first_byte_ms", orNull(attempt.firstByteAt)},
            {"ended_ms", inMilliseconds(attempt.endedAt)},
            {"cost_usd", orNull(attempt.cost)}};
}

// What is known of a request beside its headers and bodies.
Json factsOf(const RequestRecord &record, const api::RequestMark &mark)
{
    Json facts{{"id", record.id.value},
               {"started_at", isoTime(record.startedAt)},
               {"state", requestStateName(record.state)},
               {"duration_ms", inMilliseconds(record.duration)},
               {"method", record.method},
               {"path", record.path},
               {"operation", record.operation},
               {"dialect", record.dialect},
               {"client", record.client},
               {"session_id", record.sessionId},
               {"virtual_key", record.virtualKeyName},
               {"asked_model", record.askedModel},
               {"provider", record.provider},
               {"model", record.model},
               {"key_name", record.keyName},
               {"answered_model", record.answeredModel},
               {"status", record.status},
               {"finish_reason", record.finishReason},
               {"error_code", record.errorCode},
               {"error_text", record.errorText},
               {"is_stream", record.isStream},
               {"first_byte_ms", orNull(record.firstByteAt)},
               {"overhead_ms", inMilliseconds(record.overhead)},
               {"uncached_input_tokens", orNull(record.usage.uncachedInput)},
               {"cache_read_tokens", orNull(record.usage.cacheRead)},
               {"cache_write_tokens", orNull(record.usage.cacheWrite)},
               {"output_tokens", orNull(record.usage.output)},
               {"reasoning_tokens", orNull(record.usage.reasoning)},
               {"cost_usd", orNull(record.cost)},
               {"unpriced_attempts", record.unpricedAttempts},
               {"request_bytes", record.requestBytes},
               {"response_bytes", record.responseBytes},
               {"attempts", Json::array()},
               {"notes", record.notes},
               {"is_pinned", mark.isPinned},
               {"comment", toUtf8(mark.comment)},
               {"resent_from", toUtf8(mark.resentFrom)}};
    for (const AttemptRecord &attempt : record.attempts)
        facts["attempts"].push_back(attemptOf(attempt));
    return facts;
}

void addBody(Json &object, const std::string &name, const std::shared_ptr<const std::string> &body, bool isTruncated)
{
    if (!body)
        return;
    const bool isText = isUtf8(*body);
    object[name] = isText ? *body : encodeBase64(*body);
    if (!isText)
        object[name + "_encoding"] = "base64";
    if (isTruncated)
        object[name + "_is_truncated"] = true;
}

std::string jsonLine(const RequestRecord &record, const api::RequestMark &mark, bool hasBodies)
{
    Json line = factsOf(record, mark);
    line["request_headers"] = headersOf(record.requestHeaders);
    line["response_headers"] = headersOf(record.responseHeaders);
    if (hasBodies) {
        addBody(line, "request_body", record.requestBody, record.isRequestBodyTruncated);
        addBody(line, "response_body", record.responseBody, record.isResponseBodyTruncated);
    }
    return dumpJson(line) + "\n";
}

// --- HAR 1.2

std::string mediaType(const HeaderList &headers)
{
    const std::string_view type = headers.value("content-type");
    return type.empty() ? "application/json" : std::string(type);
}

Json harRequest(const RequestRecord &record, const std::string &baseUrl, bool hasBodies)
{
    Json request{{"method", record.method},
                 {"url", baseUrl + record.path},
                 {"httpVersion", "HTTP/1.1"},
                 {"cookies", Json::array()},
                 {"headers", headersOf(record.requestHeaders)},
                 {"queryString", Json::array()},
                 {"headersSize", -1},
                 {"bodySize", record.requestBytes}};
    if (hasBodies && record.requestBody) {
        const bool isText = isUtf8(*record.requestBody);
        request["postData"] = Json{{"mimeType", mediaType(record.requestHeaders)},
                                   {"params", Json::array()},
                                   {"text", isText ? *record.requestBody : encodeBase64(*record.requestBody)}};
        if (!isText)
            request["postData"]["_encoding"] = "base64";
    }
    return request;
}

Json harResponse(const RequestRecord &record, bool hasBodies)
{
    Json content{{"size", record.responseBytes}, {"mimeType", mediaType(record.responseHeaders)}};
    if (hasBodies && record.responseBody) {
        const bool isText = isUtf8(*record.responseBody);
        content["text"] = isText ? *record.responseBody : encodeBase64(*record.responseBody);
        if (!isText)
            content["encoding"] = "base64";
    }
    return {{"status", record.status},
            {"statusText", ""},
            {"httpVersion", "HTTP/1.1"},
            {"cookies", Json::array()},
            {"headers", headersOf(record.responseHeaders)},
            {"content", content},
            {"redirectURL", ""},
            {"headersSize", -1},
            {"bodySize", record.responseBytes}};
}

std::string harEntry(const RequestRecord &record, const api::RequestMark &mark, const std::string &baseUrl,
                     bool hasBodies)
{
    const double whole = inMilliseconds(record.duration);
    const double wait = record.firstByteAt ? inMilliseconds(*record.firstByteAt) : whole;
    Json entry{{"startedDateTime", isoTime(record.startedAt)},
               {"time", whole},
               {"request", harRequest(record, baseUrl, hasBodies)},
               {"response", harResponse(record, hasBodies)},
               {"cache", Json::object()},
               {"timings", Json{{"send", 0}, {"wait", wait}, {"receive", std::max(0.0, whole - wait)}}},
               {"_bilrost", factsOf(record, mark)}};
    if (!mark.comment.isEmpty())
        entry["comment"] = toUtf8(mark.comment);
    return dumpJson(entry);
}

// --- CSV

// Quoted where it must be (RFC 4180). A spreadsheet would run a text that begins like a formula; an apostrophe keeps it
// a text (owasp.org/www-community/attacks/CSV_Injection).
std::string csvText(const std::string &text)
{
    std::string cell = text;
    if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos)
        cell.insert(cell.begin(), '\'');
    if (cell.find_first_of(",\"\r\n") == std::string::npos)
        return cell;
    std::string quoted = "\"";
    for (const char c : cell)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string csvCell(const Json &value)
{
    if (value.is_null())
        return {};
    if (value.is_string())
        return csvText(value.get_ref<const std::string &>());
    if (value.is_array()) // the attempts: how many
        return std::to_string(value.size());
    return dumpJson(value);
}

std::string csvRow(const RequestRecord &record, const api::RequestMark &mark)
{
    Json facts = factsOf(record, mark);
    facts.erase("notes");
    std::string row;
    for (const auto &[name, value] : facts.items())
        row += csvCell(value) + ",";
    row.pop_back();
    return row + "\r\n";
}

std::string csvHead()
{
    Json facts = factsOf(RequestRecord(), api::RequestMark());
    facts.erase("notes");
    std::string row;
    for (const auto &[name, value] : facts.items())
        row += name + ",";
    row.pop_back();
    return row + "\r\n";
}

} // namespace

std::string exportHead(api::ExportFormat format)
{
    switch (format) {
    case api::ExportFormat::Har:
        return R"({"log":{"version":"1.2","creator":{"name":"Bilrost","version":")" BILROST_VERSION
               R"("},"pages":[],"entries":[)"
               "\n";
    case api::ExportFormat::JsonLines: return {};
    case api::ExportFormat::Csv: return csvHead();
    }
    return {};
}

std::string exportRecord(const api::ExportRequests &command, const ExportContext &context, const RequestRecord &record,
                         bool isFirst)
{
    const api::RequestMark mark = context.marks.value(toText(record.id.value));
    switch (command.format) {
    case api::ExportFormat::Har:
        return (isFirst ? "" : ",\n") + harEntry(record, mark, toUtf8(context.baseUrl), command.hasBodies);
    case api::ExportFormat::JsonLines: return jsonLine(record, mark, command.hasBodies);
    case api::ExportFormat::Csv: return csvRow(record, mark);
    }
    return {};
}

std::string exportTail(api::ExportFormat format)
{
    return format == api::ExportFormat::Har ? "\n]}}\n" : "";
}

} // namespace gateway::service
