// Shared by the tests of the chat dialect: requests through both halves, and JSON compared without nulls.
#pragma once

#include "gateway/translation/dialects/openai_chat/openai_chat_dialect.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/conversion_notes.h"
#include "tests/translation/dialect_fixtures.h"

#include <set>

#include <QtTest>

namespace openai_chat_support {

using namespace gateway;
using namespace gateway::translation;

inline Json jsonOf(std::string_view text)
{
    auto json = parseJson(text);
    if (!json)
        qFatal("not JSON: %s", std::string(text).c_str());
    return std::move(*json);
}

inline Json fixture(const char *path)
{
    return jsonOf(readDialectFixture(path));
}

// Null and absent are the same to all servers; the order of members is not compared.
inline Json withoutNulls(const Json &value)
{
    Json result = value;
    if (value.is_object()) {
        result = Json::object();
        for (const auto &[name, member] : value.items()) {
            if (!member.is_null())
                result[name] = withoutNulls(member);
        }
    } else if (value.is_array()) {
        result = Json::array();
        for (const Json &element : value)
            result.push_back(withoutNulls(element));
    }
    return result;
}

inline bool isSame(const Json &left, const Json &right)
{
    using Unordered = nlohmann::json;
    const auto plain = [](const Json &json) { return Unordered::parse(dumpJson(withoutNulls(json))); };
    if (plain(left) == plain(right))
        return true;
    qWarning("differs: %s", Unordered::diff(plain(left), plain(right)).dump().c_str());
    return false;
}

inline ChatRequest decoded(const Json &body)
{
    const std::string text = dumpJson(body);
    ClientCall call;
    call.body = text;
    auto request = openAiChatClient().decodeRequest(call);
    if (!request)
        qFatal("refused: %s", request.error().message.c_str());
    return std::move(*request);
}

struct Encoded {
    Json body;
    ConversionReport report;
};

inline Encoded encoded(const ChatRequest &request, const std::string &preset, const std::string &model)
{
    Encoded result;
    ExchangeState state(request, DialectId::OpenAiChat, "a1");
    const auto call = openAiChatProvider().encodeRequest(request, {model, preset}, state, result.report);
    if (!call)
        qFatal("refused: %s", call.error().message.c_str());
    result.body = jsonOf(call->body);
    return result;
}

// All places in a document but its root, each once.
inline std::vector<Json::json_pointer> placesOf(const Json &document)
{
    std::set<std::string> texts;
    const Json leaves = document.flatten();
    for (const auto &[pointer, value] : leaves.items()) {
        for (Json::json_pointer place(pointer); !place.empty(); place = place.parent_pointer())
            texts.insert(place.to_string());
    }
    std::vector<Json::json_pointer> places;
    for (const std::string &text : texts)
        places.emplace_back(text);
    return places;
}

inline Part partOf(PartContent content)
{
    Part part;
    part.content = std::move(content);
    return part;
}

inline Message messageOf(Role role, std::vector<Part> parts)
{
    Message message;
    message.role = role;
    message.parts = std::move(parts);
    return message;
}

} // namespace openai_chat_support
