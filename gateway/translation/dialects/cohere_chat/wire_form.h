// How a Cohere client wrote a part that the hub says in its own way: kept in Part::wireForm for the way back.
#pragma once

#include "gateway/translation/canonical/message.h"
#include "gateway/translation/json/member_reader.h"

namespace gateway::translation::cohere {

inline constexpr std::string_view listForm = "list";          // text in a list of blocks, not a bare string
inline constexpr std::string_view toolPlanForm = "tool_plan"; // the plan beside tool calls, not a content block

inline bool isToolPlan(const Part &part)
{
    return part.wireForm.is_string() && part.wireForm.get_ref<const std::string &>() == toolPlanForm;
}

inline bool isListed(const Part &part)
{
    return part.wireForm.is_string() && part.wireForm.get_ref<const std::string &>() == listForm;
}

// The document as it came: an element of `documents`, or a document block of a tool's result; null when it is none.
inline const Json *documentOf(const Part &part)
{
    return part.wireForm.is_object() ? findMember(part.wireForm, "document") : nullptr;
}

// Keeps the members that nobody asked for; absent and null are the same.
inline void keepUnknown(const MemberReader &reader, Extensions &extensions)
{
    reader.eachUnknown([&](const std::string &name, const Json &value) {
        if (!value.is_null())
            extensions.set(DialectId::CohereChat, name, value);
    });
}

// Puts the members that were kept for this dialect beside the others; what is there already stays.
inline void putBack(const Extensions &extensions, Json &object)
{
    const Json *members = extensions.find(DialectId::CohereChat);
    if (!members || !members->is_object())
        return;
    for (const auto &[name, value] : members->items()) {
        if (!object.contains(name))
            object[name] = value;
    }
}

} // namespace gateway::translation::cohere
