#include "gateway/translation/dialects/openai_responses/item_form.h"

#include <algorithm>

namespace gateway::translation::openai_responses {

namespace {

constexpr std::size_t longestId = 64;

bool isIdCharacter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
           || (character >= '0' && character <= '9') || character == '_' || character == '-';
}

} // namespace

bool isFittingId(std::string_view id, std::string_view prefix)
{
    return id.starts_with(prefix) && id.size() > prefix.size() && id.size() <= longestId
           && std::all_of(id.begin(), id.end(), isIdCharacter);
}

void setForm(Part &part, std::string_view name, Json value)
{
    if (!part.wireForm.is_object())
        part.wireForm = Json::object();
    part.wireForm[std::string(name)] = std::move(value);
}

const Json *findForm(const Part &part, std::string_view name)
{
    return findMember(part.wireForm, name);
}

bool hasForm(const Part &part, std::string_view name)
{
    return findForm(part, name) != nullptr;
}

void keepUnknownMembers(Part &part, const Json &object, std::initializer_list<std::string_view> known)
{
    for (const auto &[name, value] : object.items()) {
        if (!value.is_null() && std::find(known.begin(), known.end(), name) == known.end())
            part.extensions.set(ownDialect, name, value);
    }
}

Json pickMembers(const Json &object, std::initializer_list<std::string_view> names)
{
    Json picked = Json::object();
    for (const std::string_view name : names) {
        if (const Json *value = findMember(object, name))
            picked[std::string(name)] = *value;
    }
    return picked;
}

void addMembers(Json &object, const Json &additions)
{
    if (!additions.is_object())
        return;
    for (const auto &[name, value] : additions.items()) {
        if (!object.contains(name))
            object[name] = value;
    }
}

void addExtensions(Json &object, const Extensions &extensions, std::string_view reserved)
{
    const Json *members = extensions.find(ownDialect);
    if (!members)
        return;
    for (const auto &[name, value] : members->items()) {
        if (name != reserved && !object.contains(name))
            object[name] = value;
    }
}

} // namespace gateway::translation::openai_responses
