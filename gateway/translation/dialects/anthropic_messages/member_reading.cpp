#include "gateway/translation/dialects/anthropic_messages/member_reading.h"

#include <algorithm>

namespace gateway::translation::anthropic {

namespace {

constexpr auto ownDialect = DialectId::AnthropicMessages;

bool fits(const Json &value, Wanted wanted)
{
    switch (wanted) {
    case Wanted::Text: return value.is_string();
    case Wanted::Number: return value.is_number();
    case Wanted::Integer: return value.is_number();
    case Wanted::Boolean: return value.is_boolean();
    case Wanted::Array: return value.is_array();
    case Wanted::Object: return value.is_object();
    case Wanted::TextOrArray: return value.is_string() || value.is_array();
    }
    return false;
}

std::string_view problemOf(Wanted wanted)
{
    switch (wanted) {
    case Wanted::Text: return "must be a string.";
    case Wanted::Number: return "must be a number.";
    case Wanted::Integer: return "must be a whole number.";
    case Wanted::Boolean: return "must be true or false.";
    case Wanted::Array: return "must be an array.";
    case Wanted::Object: return "must be an object.";
    case Wanted::TextOrArray: return "must be a string or an array.";
    }
    return "is of the wrong kind.";
}

} // namespace

std::optional<Error> findBreach(const Json &object, std::string_view pointer, std::initializer_list<MemberRule> rules)
{
    if (!object.is_object())
        return invalidMember(pointer, "must be an object.");
    for (const MemberRule &rule : rules) {
        const Json *member = findMember(object, rule.name);
        if (!member) {
            if (rule.isRequired)
                return invalidMember(pointerTo(pointer, rule.name), "is required.");
            continue;
        }
        const bool isWhole = rule.wanted != Wanted::Integer || integerMember(object, rule.name).has_value();
        if (!fits(*member, rule.wanted) || !isWhole)
            return invalidMember(pointerTo(pointer, rule.name), problemOf(rule.wanted));
    }
    return std::nullopt;
}

void keepUnknown(const Json &object, std::initializer_list<std::string_view> known, Extensions &extensions)
{
    for (const auto &[name, value] : object.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            extensions.set(ownDialect, name, value);
    }
}

void readCacheControl(const Json &owner, std::optional<CacheMarker> &marker, Extensions &extensions)
{
    const Json *control = findMember(owner, "cache_control");
    if (!control)
        return;
    const bool isMarker = textMember(*control, "type") == "ephemeral";
    if (isMarker)
        marker = CacheMarker{std::string(textMember(*control, "ttl"))};
    const bool hasTime = isMarker && !marker->timeToLive.empty();
    if (!isMarker || control->size() > (hasTime ? 2u : 1u))
        extensions.set(ownDialect, "cache_control", *control);
}

void writeExtras(Json &owner, const std::optional<CacheMarker> &marker, const Extensions &extensions)
{
    if (marker) {
        Json control = {{"type", "ephemeral"}};
        if (!marker->timeToLive.empty())
            control["ttl"] = marker->timeToLive;
        owner["cache_control"] = std::move(control);
    }
    if (const Json *members = extensions.find(ownDialect)) {
        for (const auto &[name, value] : members->items())
            owner[name] = value;
    }
}

} // namespace gateway::translation::anthropic
