#include "gateway/translation/dialects/bedrock_converse/extras.h"

namespace gateway::translation::bedrock {

void takeRest(const MemberReader &reader, Extensions &extensions)
{
    reader.eachUnknown([&](const std::string &name, const Json &value) {
        if (!value.is_null())
            extensions.set(ownDialect, name, value);
    });
}

void putBack(const Extensions &extensions, Json &object)
{
    const Json *members = extensions.find(ownDialect);
    if (!members || !members->is_object())
        return;
    for (const auto &[name, value] : members->items()) {
        if (!object.contains(name))
            object[name] = value;
    }
}

std::string_view unionMember(const Json &block)
{
    if (!block.is_object())
        return {};
    std::string_view only;
    for (auto member = block.begin(); member != block.end(); ++member) {
        if (member.value().is_null())
            continue;
        if (!only.empty())
            return {};
        only = member.key();
    }
    return only;
}

std::optional<CacheMarker> markerOfCachePoint(const Json &block)
{
    const Json *point = findObject(block, "cachePoint");
    if (!point || unionMember(block) != "cachePoint" || textMember(*point, "type") != "default")
        return std::nullopt;
    CacheMarker marker{std::string(textMember(*point, "ttl"))};
    if (point->size() != (marker.timeToLive.empty() ? 1u : 2u))
        return std::nullopt;
    return marker;
}

Json cachePointBlock(const CacheMarker &marker)
{
    Json point = {{"type", "default"}};
    if (!marker.timeToLive.empty())
        point["ttl"] = marker.timeToLive;
    return Json{{"cachePoint", std::move(point)}};
}

} // namespace gateway::translation::bedrock
