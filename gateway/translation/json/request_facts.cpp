#include "gateway/translation/json/request_facts.h"

#include "gateway/translation/json/json_scanner.h"
#include "gateway/translation/json/json_value.h"

namespace gateway::translation {

namespace {

using Kind = JsonValue::Kind;

Error wrongType(std::string_view member, std::string_view wanted)
{
    std::string message = "\"";
    message += member;
    message += "\" must be ";
    message += wanted;
    return Error::client(ErrorCode::InvalidRequest, std::move(message));
}

// Null counts as absent: SDKs write optional members so.
Result<bool> readFlag(JsonValue value, std::string_view member)
{
    switch (value.kind()) {
    case Kind::Absent:
    case Kind::Null: return false;
    case Kind::Boolean: return value.isTrue();
    default: return unexpected(wrongType(member, "true or false"));
    }
}

struct KnownMembers {
    JsonValue model;
    JsonValue stream;
    JsonValue streamOptions;
    JsonValue user;
    JsonValue metadata;
};

KnownMembers findKnownMembers(const JsonScan &scan)
{
    KnownMembers known;
    for (const JsonMember &member : scan.members) {
        const JsonValue value = JsonValue::trusted(member.rawValue);
        if (isJsonString(member.rawName, "model"))
            known.model = value;
        else if (isJsonString(member.rawName, "stream"))
            known.stream = value;
        else if (isJsonString(member.rawName, "stream_options"))
            known.streamOptions = value;
        else if (isJsonString(member.rawName, "user"))
            known.user = value;
        else if (isJsonString(member.rawName, "metadata"))
            known.metadata = value;
    }
    return known;
}

Result<RequestFacts> readFacts(const KnownMembers &known)
{
    RequestFacts facts;
    if (known.model.isPresent() && !known.model.isNull()) {
        if (!known.model.isString())
            return unexpected(wrongType("model", "a string"));
        facts.model = known.model.text();
    }
    const Result<bool> stream = readFlag(known.stream, "stream");
    if (!stream)
        return unexpected(stream.error());
    facts.isStream = *stream;
    if (known.streamOptions.isPresent() && !known.streamOptions.isNull()) {
        if (!known.streamOptions.isObject())
            return unexpected(wrongType("stream_options", "an object"));
        const Result<bool> usage = readFlag(known.streamOptions["include_usage"], "stream_options.include_usage");
        if (!usage)
            return unexpected(usage.error());
        facts.hasStreamOptions = true;
        facts.asksForStreamUsage = *usage;
    }
    facts.user = known.metadata["user_id"].text();
    if (facts.user.empty())
        facts.user = known.user.text();
    return facts;
}

} // namespace

Result<RequestFacts> readRequestFacts(std::string_view body)
{
    const JsonScan scan = scanJson(body);
    if (scan.defect) {
        return unexpected(Error::client(ErrorCode::MalformedJson,
                                        "The request body is not valid JSON: " + describeDefect(body, *scan.defect)));
    }
    if (!scan.isObject)
        return unexpected(Error::client(ErrorCode::MalformedJson, "The request body must be a JSON object"));
    return readFacts(findKnownMembers(scan));
}

bool isWellFormedJson(std::string_view text)
{
    return !findJsonDefect(text);
}

} // namespace gateway::translation
