// What stands beside the members that the hub knows: unknown members and cache points.
#pragma once

#include "gateway/translation/canonical/message.h"
#include "gateway/translation/json/member_reader.h"

#include <optional>

namespace gateway::translation::bedrock {

inline constexpr auto ownDialect = DialectId::BedrockConverse;

// Members that were not asked for; nulls mean nothing to AWS's SDKs and are left out.
void takeRest(const MemberReader &reader, Extensions &extensions);

// Puts this dialect's members beside the others; what is there already stays.
void putBack(const Extensions &extensions, Json &object);

// A union member of a block: {"text": ...} is named "text". Empty when the block has none or several.
std::string_view unionMember(const Json &block);

// {"cachePoint": ...} <-> the marker of what stands before it. Nothing for forms that the hub has no word for.
std::optional<CacheMarker> markerOfCachePoint(const Json &block);
Json cachePointBlock(const CacheMarker &marker);

} // namespace gateway::translation::bedrock
