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
    JsonValue fallbacks;
    std::string_view rawModel;
    std::string_view rawStreamOptions;
};

KnownMembers findKnownMembers(const JsonScan &scan)
{
    KnownMembers known;
    for (const JsonMember &member : scan.members) {
        const JsonValue value = JsonValue::trusted(member.rawValue);
        if (isJsonString(member.rawName, "model")) {
            known.model = value;
            known.rawModel = member.rawValue;
        } else if (isJsonString(member.rawName, "stream"))
            known.stream = value;
        else if (isJsonString(member.rawName, "stream_options")) {
            known.streamOptions = value;
            known.rawStreamOptions = member.rawValue;
        } else if (isJsonString(member.rawName, "user"))
            known.user = value;
        else if (isJsonString(member.rawName, "metadata"))
            known.metadata = value;
        else if (isJsonString(member.rawName, "fallbacks"))
            known.fallbacks = value;
    }
    return known;
}

ValuePlace placeOf(std::string_view rawValue, std::string_view body)
{
    if (rawValue.empty())
        return {};
    return {static_cast<std::size_t>(rawValue.data() - body.data()), rawValue.size()};
}

std::size_t endOfMembers(const JsonScan &scan, std::string_view body)
{
    if (scan.members.empty())
        return body.find('{') + 1;
    const ValuePlace last = placeOf(scan.members.back().rawValue, body);
    return last.offset + last.size;
}

// "provider/model" of one entry; empty when it names no model.
std::string fallbackName(JsonValue entry)
{
    if (!entry.isObject())
        return entry.text();
    const std::string provider = entry["provider"].text();
    const std::string model = entry["model"].text();
    return provider.empty() || model.empty() ? model : provider + "/" + model;
}

Result<std::vector<std::string>> readFallbacks(JsonValue value)
{
    std::vector<std::string> names;
    if (!value.isPresent() || value.isNull())
        return names;
    if (value.isString())
        names.push_back(value.text());
    else if (!value.isArray())
        return unexpected(wrongType("fallbacks", "an array"));
    JsonElements entries(value);
    while (const auto entry = entries.next()) {
        std::string name = fallbackName(*entry);
        if (name.empty())
            return unexpected(wrongType("fallbacks", "an array of \"provider/model\" or {\"provider\", \"model\"}"));
        names.push_back(std::move(name));
    }
    return names;
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
    auto fallbacks = readFallbacks(known.fallbacks);
    if (!fallbacks)
        return unexpected(fallbacks.error());
    facts.fallbacks = std::move(*fallbacks);
    facts.hasFallbacks = known.fallbacks.isPresent();
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
    const KnownMembers known = findKnownMembers(scan);
    auto facts = readFacts(known);
    if (facts) {
        facts->modelPlace = placeOf(known.rawModel, body);
        facts->streamOptionsPlace = placeOf(known.rawStreamOptions, body);
        facts->endOfMembers = endOfMembers(scan, body);
    }
    return facts;
}

} // namespace gateway::translation
