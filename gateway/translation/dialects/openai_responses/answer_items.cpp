// Items of an answer other than messages: reasoning, calls, and what comes whole.
#include "gateway/translation/dialects/openai_responses/answer_writer.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/openai_responses/reasoning_codec.h"
#include "gateway/translation/dialects/openai_responses/tool_codec.h"
#include "gateway/translation/dialects/tool_names.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation::openai_responses {

namespace {

std::string summaryPart(std::string_view text)
{
    return "{\"type\":\"summary_text\",\"text\":" + quoteJson(text) + "}";
}

} // namespace

void AnswerWriter::startReasoning(const Part &part)
{
    closeMessage();
    m_open = Open::Reasoning;
    m_text.clear();
    m_hasBegunItem = m_hasSummary = false;
    const Json *form = findForm(part, itemForm);
    const std::string id(form ? textMember(*form, "id") : std::string_view());
    m_itemId = isFittingId(id, "rs_") || !part.state ? id : part.state->itemId;
    if (isFittingId(id, "rs_")) // a stored item counts by its id alone
        beginReasoningItem();
    addReasoningText(part.as<ReasoningPart>()->text);
}

void AnswerWriter::beginReasoningItem()
{
    if (m_hasBegunItem)
        return;
    m_hasBegunItem = true;
    m_itemId = itemIdFrom(m_itemId, "rs_");
    const OpaqueState *state = m_partState ? &*m_partState : nullptr;
    m_writer.begin("response.output_item.added")
        .addNumber("output_index", m_outputIndex)
        .addRaw("item", dumpJson(encodeReasoningForClient(m_itemId, {}, state)))
        .end();
}

void AnswerWriter::addReasoningText(std::string_view text)
{
    if (text.empty())
        return;
    beginReasoningItem();
    if (!m_hasSummary) {
        m_hasSummary = true;
        pieceEvent("response.reasoning_summary_part.added")
            .addNumber("summary_index", 0)
            .addRaw("part", summaryPart({}))
            .end();
    }
    m_text += text;
    pieceEvent("response.reasoning_summary_text.delta").addNumber("summary_index", 0).addText("delta", text).end();
}

void AnswerWriter::endReasoning(const OpaqueState *state)
{
    if (!m_hasBegunItem && !state)
        return; // neither text nor state: nothing that a client could use
    if (m_itemId.empty() && state)
        m_itemId = state->itemId;
    beginReasoningItem();
    if (m_hasSummary) {
        pieceEvent("response.reasoning_summary_text.done").addNumber("summary_index", 0).addText("text", m_text).end();
        pieceEvent("response.reasoning_summary_part.done")
            .addNumber("summary_index", 0)
            .addRaw("part", summaryPart(m_text))
            .end();
    }
    endItem(dumpJson(encodeReasoningForClient(m_itemId, m_text, state)));
}

void AnswerWriter::startCall(const Part &part, const ToolCallPart &call)
{
    closeMessage();
    m_text.clear();
    m_call = call;
    const Tool *tool = calledTool(m_state.request(), call.name);
    if (tool && call.toolNamespace.empty()) {
        m_call.name = tool->name;
        m_call.toolNamespace = tool->toolNamespace;
    }
    const bool isWrapped = tool && tool->kind == Tool::Kind::Custom && call.kind == ToolCallPart::Kind::Function;
    // Gemini's calls come whole; its state, which has to stand before the call, may come with the call's end.
    const bool waitsForState = !part.state && m_state.providerDialect() == DialectId::GeminiGenerate;
    if (isWrapped)
        m_call.kind = ToolCallPart::Kind::Custom;
    const bool isHeld = isWrapped || waitsForState;
    m_open = isHeld ? Open::HeldCall : Open::Call;
    m_isWrapped = isWrapped;
    m_call.arguments.clear();
    if (!isHeld)
        beginCallItem();
    addArguments(call.arguments);
}

Json AnswerWriter::callItem(std::string_view status, const std::string &arguments) const
{
    const bool isCustom = m_call.kind == ToolCallPart::Kind::Custom;
    Json item{{"id", m_itemId},      {"type", isCustom ? "custom_tool_call" : "function_call"},
              {"status", status},    {"call_id", m_call.id},
              {"name", m_call.name}, {isCustom ? "input" : "arguments", arguments}};
    if (!m_call.toolNamespace.empty())
        item["namespace"] = m_call.toolNamespace;
    return item;
}

void AnswerWriter::beginCallItem()
{
    if (m_partState) {
        if (m_partState->origin != ownDialect)
            addStateItem(*m_partState, true);
        m_partState.reset();
    }
    const std::string_view prefix = m_call.kind == ToolCallPart::Kind::Custom ? "ctc_" : "fc_";
    m_itemId = itemIdFrom(m_call.itemId, prefix);
    if (m_call.id.empty())
        m_call.id = m_state.makeCallId();
    m_writer.begin("response.output_item.added")
        .addNumber("output_index", m_outputIndex)
        .addRaw("item", dumpJson(callItem("in_progress", {})))
        .end();
}

void AnswerWriter::addArguments(std::string_view text)
{
    if (text.empty())
        return;
    m_text += text;
    if (m_open == Open::HeldCall)
        return;
    const bool isCustom = m_call.kind == ToolCallPart::Kind::Custom;
    pieceEvent(isCustom ? "response.custom_tool_call_input.delta" : "response.function_call_arguments.delta")
        .addText("delta", text)
        .end();
}

void AnswerWriter::endCall(const std::optional<OpaqueState> &state)
{
    const bool isCustom = m_call.kind == ToolCallPart::Kind::Custom;
    std::optional<OpaqueState> lateState = m_open == Open::Call && !m_isStateTold ? state : std::nullopt;
    if (m_open == Open::HeldCall) {
        const std::string held = m_isWrapped ? unwrappedInput(m_text) : m_text;
        m_partState = state;
        m_text.clear();
        m_open = Open::Call;
        beginCallItem();
        addArguments(held);
    }
    if (m_text.empty() && !isCustom) // programs parse it as JSON
        addArguments("{}");
    if (isCustom)
        pieceEvent("response.custom_tool_call_input.done").addText("input", m_text).end();
    else
        pieceEvent("response.function_call_arguments.done").addText("arguments", m_text).end();
    endItem(dumpJson(callItem("completed", m_text)));
    if (lateState && lateState->origin != ownDialect)
        addStateItem(std::move(*lateState), false);
}

// State that hangs on a text or a call is an item of its own beside it: clients carry encrypted_content of reasoning and
// nothing else.
void AnswerWriter::addStateItem(OpaqueState state, bool belongsToNext)
{
    closeMessage();
    m_isStateTold = true;
    state.belongsToNext = belongsToNext;
    addWholeItem(encodeReasoningForClient(m_state.makeId("rs_"), {}, &state));
}

void AnswerWriter::addWholePart(const Part &part)
{
    const auto *opaque = part.as<OpaquePart>();
    if (opaque && opaque->dialect == ownDialect && opaque->json.is_object()) {
        addWholeItem(opaque->json);
        return;
    }
    const auto *media = part.as<MediaPart>();
    if (media && media->kind == MediaKind::Image && media->source == MediaPart::Source::Base64) {
        addWholeItem(Json{{"id", m_state.makeId("ig_")},
                          {"type", "image_generation_call"},
                          {"status", "completed"},
                          {"result", media->value}});
        return;
    }
    m_state.answerReport.dropped("answer/output", "OpenAI Responses has no item for this part of the answer.");
}

void AnswerWriter::addWholeItem(Json item)
{
    closeMessage();
    const std::string json = dumpJson(item);
    m_writer.begin("response.output_item.added").addNumber("output_index", m_outputIndex).addRaw("item", json).end();
    endItem(json);
}

} // namespace gateway::translation::openai_responses
