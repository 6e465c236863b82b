#include "gateway/translation/dialects/bedrock_converse/answer_blocks.h"
#include "gateway/translation/dialects/bedrock_converse/answer_words.h"
#include "gateway/translation/dialects/bedrock_converse/citation_codec.h"
#include "gateway/translation/dialects/bedrock_converse/reasoning_codec.h"
#include "gateway/translation/dialects/bedrock_converse/response_codec.h"

namespace gateway::translation::bedrock {

namespace {

Json textBlock(const TextPart &text, ExchangeState &state)
{
    Json citations = Json::array();
    for (const Json &annotation : text.annotations) {
        if (auto citation = citationFromAnnotation(annotation))
            citations.push_back(std::move(*citation));
        else
            state.answerReport.dropped("answer/content", "Citations of a kind that Bedrock's clients do not know.");
    }
    Json block = {{"text", text.text}};
    if (citations.empty())
        return block;
    return Json{
        {"citationsContent", {{"content", Json::array({std::move(block)})}, {"citations", std::move(citations)}}}};
}

Json callBlock(const ToolCallPart &call, ExchangeState &state)
{
    return Json{{"toolUse",
                 {{"toolUseId", callIdFor(call.id, state)}, {"name", call.name}, {"input", callInput(call, state)}}}};
}

// Null when there is nothing to say.
Json blockOf(const Part &part, ExchangeState &state)
{
    if (const auto *text = part.as<TextPart>()) {
        if (!text->text.empty())
            return textBlock(*text, state);
        if (!text->annotations.empty()) // clients send it back, and AWS refuses empty texts
            state.answerReport.dropped("answer/content", "Citations of a text without a character.");
        return Json();
    }
    if (const auto *reasoning = part.as<ReasoningPart>()) {
        if (reasoning->text.empty() && !part.state)
            return Json();
        return reasoningBlockForClient(reasoning->text, part.state ? &*part.state : nullptr);
    }
    if (const auto *call = part.as<ToolCallPart>())
        return callBlock(*call, state);
    if (const auto *refusal = part.as<RefusalPart>())
        return refusal->text.empty() ? Json() : Json{{"text", refusal->text}};
    if (const auto *media = part.as<MediaPart>())
        return mediaBlock(*media, state);
    if (const auto *opaque = part.as<OpaquePart>(); opaque && opaque->dialect == ownDialect)
        return opaque->json;
    state.answerReport.dropped("answer/content", "A part of a kind that Bedrock's clients do not know.");
    return Json();
}

} // namespace

std::string encodeResponse(const ChatResponse &response, ExchangeState &state)
{
    if (response.choices.size() > 1)
        state.answerReport.dropped("answer/choices", "Bedrock's clients read one answer, so the others are left out.");
    const Choice choice = response.choices.empty() ? Choice() : response.choices.front();
    Json content = Json::array();
    bool hasCalls = false;
    for (const Part &part : choice.parts) {
        if (needsBlockBefore(part))
            content.push_back(stateOfNextBlock(*part.state));
        if (Json block = blockOf(part, state); !block.is_null())
            content.push_back(std::move(block));
        hasCalls = hasCalls || part.as<ToolCallPart>();
    }
    if (!choice.logprobs.is_null())
        state.answerReport.dropped("answer/logprobs", "Bedrock's clients read no probabilities of tokens.");
    Json body = {
        {"output", {{"message", {{"role", "assistant"}, {"content", std::move(content)}}}}},
        {"stopReason", stopReasonFor(choice.finishReason, choice.rawFinishReason, hasCalls, state)},
        {"usage", usageFor(response.usage)},
    };
    if (Json tier = serviceTierFor(response.serviceTier); !tier.is_null())
        body["serviceTier"] = std::move(tier);
    putBack(response.extensions, body);
    if (!findObject(body, "metrics")) // SDKs demand the member
        body["metrics"] = metricsFor(state);
    return dumpJson(body);
}

} // namespace gateway::translation::bedrock
