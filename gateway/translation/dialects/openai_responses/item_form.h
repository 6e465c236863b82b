// Ids of items, and what of an item's or a content part's writing the hub does not say.
#pragma once

#include "gateway/translation/canonical/message.h"
#include "gateway/translation/json/json_pointer.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace gateway::translation::openai_responses {

inline constexpr DialectId ownDialect = DialectId::OpenAiResponses;

// True for an id that OpenAI takes back: the prefix, letters, digits, '-' and '_', at most 64 characters.
bool isFittingId(std::string_view id, std::string_view prefix);

// Members of Part::wireForm.
inline constexpr std::string_view itemForm = "item";         // members of the item that this part begins
inline constexpr std::string_view partForm = "part";         // empty members of the content part: "annotations": []
inline constexpr std::string_view stringForm = "isString";   // the content was a string
inline constexpr std::string_view contentForm = "isContent"; // this opaque part is one of a message's, not an item

void setForm(Part &part, std::string_view name, Json value);
const Json *findForm(const Part &part, std::string_view name); // null when there is none
bool hasForm(const Part &part, std::string_view name);

// Moves members of `object` other than the known ones to the part's extensions.
void keepUnknownMembers(Part &part, const Json &object, std::initializer_list<std::string_view> known);
// The members `names` of `object` that are there and not null.
Json pickMembers(const Json &object, std::initializer_list<std::string_view> names);
// Adds the members of `additions` that `object` lacks.
void addMembers(Json &object, const Json &additions);
// Adds the extensions that this dialect left on the part, but for `reserved` names.
void addExtensions(Json &object, const Extensions &extensions, std::string_view reserved = {});

} // namespace gateway::translation::openai_responses
