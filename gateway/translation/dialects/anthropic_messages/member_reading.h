// Reads members of the dialect's JSON with checks, and keeps what is not known.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/extensions.h"
#include "gateway/translation/canonical/message.h"
#include "gateway/translation/json/json_pointer.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation::anthropic {

enum class Wanted { Text, Number, Integer, Boolean, Array, Object, TextOrArray };

struct MemberRule {
    std::string_view name;
    Wanted wanted;
    bool isRequired = false;
};

// The first member of another kind than wanted, or one that is required and absent or null; nothing when all is well.
// `object` that is no object is an error too.
std::optional<Error> findBreach(const Json &object, std::string_view pointer, std::initializer_list<MemberRule> rules);

// Members that are not in `known`, nulls included.
void keepUnknown(const Json &object, std::initializer_list<std::string_view> known, Extensions &extensions);

// cache_control: what the hub has no word for (other types, "scope") is kept whole in the extensions.
void readCacheControl(const Json &owner, std::optional<CacheMarker> &marker, Extensions &extensions);

// Writes the marker and the dialect's own extensions into `owner`.
void writeExtras(Json &owner, const std::optional<CacheMarker> &marker, const Extensions &extensions);

} // namespace gateway::translation::anthropic
