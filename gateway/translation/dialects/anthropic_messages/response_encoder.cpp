#include "gateway/translation/dialects/anthropic_messages/annotation_codec.h"
#include "gateway/translation/dialects/anthropic_messages/answer_blocks.h"
#include "gateway/translation/dialects/anthropic_messages/answer_words.h"
#include "gateway/translation/dialects/anthropic_messages/member_reading.h"
#include "gateway/translation/dialects/anthropic_messages/response_codec.h"

namespace gateway::translation::anthropic {

namespace {

constexpr auto ownDialect = DialectId::AnthropicMessages;

Json textBlock(const TextPart &text, ExchangeState &state)
{
    Json block = {{"type", "text"}, {"text", text.text}};
    Json citations = Json::array();
    for (const Json &annotation : text.annotations) {
        if (auto citation = citationForClient(annotation))
            citations.push_back(std::move(*citation));
        else
            state.answerReport.dropped("answer/content", "Citations of a kind that Anthropic's clients do not know.");
    }
    if (!citations.empty())
        block["citations"] = std::move(citations);
    return block;
}

void addBlock(Json &content, const Part &part, ExchangeState &state)
{
    if (needsBlockBefore(part))
        content.push_back(stateOfNextBlock(*part.state));
    if (const auto *text = part.as<TextPart>()) {
        if (text->text.empty()) { // clients send it back, and Anthropic refuses empty texts
            if (!text->annotations.empty())
                state.answerReport.dropped("answer/content", "Citations of a text without a character.");
            return;
        }
        content.push_back(textBlock(*text, state));
    } else if (const auto *reasoning = part.as<ReasoningPart>()) {
        if (reasoning->text.empty() && !part.state)
            return;
        content.push_back(reasoningBlock(reasoning->text, part.state ? &*part.state : nullptr));
    } else if (const auto *call = part.as<ToolCallPart>()) {
        content.push_back(Json{{"type", "tool_use"},
                               {"id", callIdFor(call->id, state)},
                               {"name", call->name},
                               {"input", callInput(*call, state)}});
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        if (refusal->text.empty())
            return;
        content.push_back(Json{{"type", "text"}, {"text", refusal->text}});
    } else if (const auto *opaque = part.as<OpaquePart>(); opaque && opaque->dialect == ownDialect) {
        content.push_back(opaque->json);
        return;
    } else {
        state.answerReport.dropped("answer/content", "A part of a kind that Anthropic's clients do not know.");
        return;
    }
    writeExtras(content.back(), std::nullopt, part.extensions);
}

} // namespace

std::string encodeResponse(const ChatResponse &response, ExchangeState &state)
{
    if (response.choices.size() > 1)
        state.answerReport.dropped("answer/choices",
                                   "Anthropic's clients read one answer, so the others are left out.");
    const Choice choice = response.choices.empty() ? Choice() : response.choices.front();
    Json content = Json::array();
    bool hasCalls = false;
    bool hasRefusal = false;
    for (const Part &part : choice.parts) {
        addBlock(content, part, state);
        hasCalls = hasCalls || part.as<ToolCallPart>();
        hasRefusal = hasRefusal || part.as<RefusalPart>();
    }
    if (!choice.logprobs.is_null())
        state.answerReport.dropped("answer/logprobs", "Anthropic's clients read no probabilities of tokens.");
    Json body = {{"id", idWithPrefix(response.id, "msg_", state)},
                 {"type", "message"},
                 {"role", "assistant"},
                 {"model", response.model.empty() ? state.request().model : response.model},
                 {"content", std::move(content)},
                 {"stop_reason", stopReasonFor(choice.finishReason, hasCalls, hasRefusal, state)},
                 {"stop_sequence", stopSequenceFor(choice.finishReason, choice.stopSequence, state.request())},
                 {"usage", usageFor(response.usage, serviceTierFor(response.serviceTier))}};
    writeExtras(body, std::nullopt, response.extensions);
    return dumpJson(body);
}

} // namespace gateway::translation::anthropic
