#include "gateway/translation/dialects/bedrock_converse/reasoning_codec.h"

#include "gateway/base/base64.h"

namespace gateway::translation::bedrock {

namespace {

// Base64 of "bil", with which every packed state begins: saves decoding what Bedrock made.
constexpr std::string_view packedMark = "Ymls";

bool goesIntoBlob(const OpaqueState &state, bool hasText)
{
    return state.isRedacted || state.belongsToNext || (!hasText && state.origin != ownDialect);
}

std::string blobOf(const OpaqueState &state)
{
    return state.origin == ownDialect && !state.belongsToNext ? state.data : encodeBase64(packState(state));
}

} // namespace

OpaqueState stateFromBlob(std::string_view base64)
{
    if (base64.starts_with(packedMark)) {
        if (const auto packed = decodeBase64(base64)) {
            if (auto state = unpackState(*packed))
                return std::move(*state);
        }
    }
    OpaqueState state;
    state.origin = ownDialect;
    state.data = base64;
    state.isRedacted = true;
    return state;
}

Part decodeReasoning(const Json &reasoning, const std::string &pointer, Problem &problem)
{
    Part part;
    part.content = ReasoningPart{};
    MemberReader reader(reasoning, pointer, problem);
    if (const Json *text = reader.object("reasoningText")) {
        MemberReader inner(*text, pointer + "/reasoningText", problem);
        part.content = ReasoningPart{inner.text("text"), false};
        if (const std::string signature = inner.text("signature"); !signature.empty())
            part.state = stateFromClient(signature, ownDialect);
        takeRest(inner, part.extensions);
        return part;
    }
    const std::string blob = reader.text("redactedContent");
    if (!blob.empty())
        part.state = stateFromBlob(blob);
    else
        problem.set(pointer, "must have a reasoningText or a redactedContent.");
    return part;
}

Json reasoningBlockForClient(std::string_view text, const OpaqueState *state)
{
    if (state && goesIntoBlob(*state, !text.empty()))
        return Json{{"reasoningContent", {{"redactedContent", blobOf(*state)}}}};
    Json inner = {{"text", text}};
    if (state)
        inner["signature"] = stateForClient(*state, ownDialect);
    return Json{{"reasoningContent", {{"reasoningText", std::move(inner)}}}};
}

Json stateOfNextBlock(OpaqueState state)
{
    state.belongsToNext = true;
    return reasoningBlockForClient({}, &state);
}

Json stateDeltaForClient(const OpaqueState &state, bool hasText)
{
    if (!hasText && goesIntoBlob(state, false))
        return Json{{"redactedContent", blobOf(state)}};
    return Json{{"signature", stateForClient(state, ownDialect)}};
}

} // namespace gateway::translation::bedrock
