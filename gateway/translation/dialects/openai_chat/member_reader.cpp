#include "gateway/translation/dialects/openai_chat/member_reader.h"

namespace gateway::translation::openai_chat {

void takeRest(const MemberReader &reader, Extensions &extensions)
{
    reader.eachUnknown(
        [&](const std::string &name, const Json &value) { extensions.set(DialectId::OpenAiChat, name, value); });
}

void putBack(const Extensions &extensions, Json &object)
{
    const Json *members = extensions.find(DialectId::OpenAiChat);
    if (!members || !members->is_object())
        return;
    for (const auto &[name, value] : members->items()) {
        if (!object.contains(name))
            object[name] = value;
    }
}

} // namespace gateway::translation::openai_chat
