#include "gateway/translation/dialects/openai_responses/answer_writer.h"

#include "gateway/base/overload.h"
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/dialects/openai_responses/answer_facts.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/openai_responses/part_codec.h"
#include "gateway/translation/dialects/unsaid_ending.h"
#include "gateway/translation/json/object_writer.h"
#include "gateway/translation/json/top_level_editor.h"

#include <chrono>

namespace gateway::translation::openai_responses {

namespace {

std::int64_t secondsNow()
{
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

std::string emptyContentPart(bool isRefusal)
{
    return isRefusal ? R"({"type":"refusal","refusal":""})"
                     : R"({"type":"output_text","annotations":[],"logprobs":[],"text":""})";
}

std::string errorEvent(const Error &error, std::string_view code)
{
    return ObjectWriter()
        .add("type", openAiErrorType(error.httpStatus()))
        .add("code", code)
        .add("message", error.message)
        .addRaw("param", "null")
        .finished();
}

} // namespace

void AnswerWriter::write(const StreamEvent &event, std::string *wire)
{
    m_writer.setWire(wire);
    std::visit(Overload{
                   [this](const MessageStarted &started) { begin(started); },
                   [this](const PartStarted &started) { startPart(started); },
                   [this](const PartDelta &delta) { addDelta(delta); },
                   [this](const PartEnded &ended) { endPart(ended); },
                   [this](const UsageReported &reported) { mergeUsage(m_usage, reported.usage); },
                   [this](const ChoiceEnded &ended) {
                       if (ended.choice == 0)
                           m_finishReason = ended.finishReason;
                   },
                   [this](const MessageEnded &) { finish(); },
                   [this](const StreamFailed &failed) { fail(failed.error); },
               },
               event);
    m_writer.setWire(nullptr);
}

void AnswerWriter::begin(const MessageStarted &started)
{
    m_hasBegun = true;
    mergeUsage(m_usage, started.usage);
    const ChatRequest &request = m_state.request();
    m_response.begin(request, isFittingId(started.id, "resp_") ? started.id : m_state.makeId("resp_"),
                     started.model.empty() ? request.model : started.model, started.createdAt.value_or(secondsNow()),
                     started.serviceTier);
    if (!m_writer.isWriting())
        return;
    const std::string begun = m_response.inProgress();
    m_writer.begin("response.created").addRaw("response", begun).end();
    m_writer.begin("response.in_progress").addRaw("response", begun).end();
}

void AnswerWriter::startPart(const PartStarted &started)
{
    const Part &part = started.part;
    if (started.choice != 0) {
        m_state.answerReport.dropped("answer/choices", "OpenAI Responses has one choice only.");
        return;
    }
    m_partIndex = started.index;
    m_partState = part.state;
    m_isStateTold = false;
    if (part.as<ReasoningPart>()) {
        startReasoning(part);
        return;
    }
    const auto *call = part.as<ToolCallPart>();
    if (m_partState && !call) { // a text that begins with its state; calls look after theirs
        addStateItem(std::move(*m_partState), true);
        m_partState.reset();
    }
    if (call)
        startCall(part, *call);
    else if (part.as<TextPart>())
        startContent(part, Open::Text);
    else if (part.as<RefusalPart>())
        startContent(part, Open::Refusal);
    else
        addWholePart(part);
}

void AnswerWriter::addDelta(const PartDelta &delta)
{
    if (m_open == Open::Nothing || delta.index != m_partIndex)
        return;
    switch (delta.kind) {
    case PartDelta::Kind::Text:
        if (m_open == Open::Reasoning)
            addReasoningText(delta.text);
        else if (m_open == Open::Text || m_open == Open::Refusal)
            addText(delta.text);
        break;
    case PartDelta::Kind::Arguments:
        if (m_open == Open::Call || m_open == Open::HeldCall)
            addArguments(delta.text);
        break;
    case PartDelta::Kind::Annotation:
        if (m_open == Open::Text)
            addAnnotation(delta.text);
        break;
    case PartDelta::Kind::Logprobs:
        // Text: "[{...},{...}]"; told beside the next piece of text, and as a whole at the end.
        if (m_open == Open::Text && delta.text.size() > 2 && delta.text.front() == '[')
            m_waitingLogprobs += (m_waitingLogprobs.empty() ? "" : ",") + delta.text.substr(1, delta.text.size() - 2);
        break;
    }
}

void AnswerWriter::endPart(const PartEnded &ended)
{
    if (m_open == Open::Nothing || ended.index != m_partIndex)
        return;
    const std::optional<OpaqueState> state = ended.state ? ended.state : m_partState;
    const Open open = m_open;
    if (open == Open::Reasoning)
        endReasoning(state ? &*state : nullptr);
    else if (open == Open::Call || open == Open::HeldCall)
        endCall(state);
    else
        endContent();
    m_open = Open::Nothing;
    m_partState.reset();
    if (state && !m_isStateTold && (open == Open::Text || open == Open::Refusal))
        addStateItem(*state, false);
}

void AnswerWriter::startContent(const Part &part, Open kind)
{
    openMessage(part);
    m_open = kind;
    m_text.clear();
    m_annotations.clear();
    m_annotationCount = 0;
    m_logprobs.clear();
    m_waitingLogprobs.clear();
    m_hasRefusal = m_hasRefusal || kind == Open::Refusal;
    pieceEvent("response.content_part.added")
        .addNumber("content_index", m_contentIndex)
        .addRaw("part", emptyContentPart(kind == Open::Refusal))
        .end();
    if (const auto *text = part.as<TextPart>()) {
        addText(text->text);
        for (const Json &annotation : text->annotations)
            addAnnotation(dumpJson(annotation));
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        addText(refusal->text);
    }
}

void AnswerWriter::addText(std::string_view text)
{
    if (text.empty())
        return;
    m_text += text;
    const bool isText = m_open == Open::Text;
    EventWriter &event = pieceEvent(isText ? "response.output_text.delta" : "response.refusal.delta");
    event.addNumber("content_index", m_contentIndex).addText("delta", text);
    if (isText)
        event.addRaw("logprobs", "[" + m_waitingLogprobs + "]");
    event.end();
    if (!m_waitingLogprobs.empty())
        m_logprobs += (m_logprobs.empty() ? "" : ",") + m_waitingLogprobs;
    m_waitingLogprobs.clear();
}

void AnswerWriter::addAnnotation(const std::string &annotation)
{
    const auto parsed = parseJson(annotation);
    const auto encoded = parsed ? encodeAnnotation(*parsed) : std::nullopt;
    if (!encoded) {
        m_state.answerReport.dropped("answer/annotations", "OpenAI Responses has no word for this citation.");
        return;
    }
    const std::string json = dumpJson(*encoded);
    pieceEvent("response.output_text.annotation.added")
        .addNumber("content_index", m_contentIndex)
        .addNumber("annotation_index", m_annotationCount++)
        .addRaw("annotation", json)
        .end();
    m_annotations += (m_annotations.empty() ? "" : ",") + json;
}

void AnswerWriter::endContent()
{
    if (!m_waitingLogprobs.empty())
        m_logprobs += (m_logprobs.empty() ? "" : ",") + m_waitingLogprobs;
    const std::string quoted = quoteJson(m_text);
    std::string part;
    if (m_open == Open::Text) {
        pieceEvent("response.output_text.done")
            .addNumber("content_index", m_contentIndex)
            .addRaw("text", quoted)
            .addRaw("logprobs", "[" + m_logprobs + "]")
            .end();
        part = ObjectWriter()
                   .add("type", "output_text")
                   .addRaw("annotations", "[" + m_annotations + "]")
                   .addRaw("logprobs", "[" + m_logprobs + "]")
                   .addRaw("text", quoted)
                   .finished();
    } else {
        pieceEvent("response.refusal.done").addNumber("content_index", m_contentIndex).addRaw("refusal", quoted).end();
        part = ObjectWriter().add("type", "refusal").addRaw("refusal", quoted).finished();
    }
    pieceEvent("response.content_part.done").addNumber("content_index", m_contentIndex).addRaw("part", part).end();
    m_content += (m_content.empty() ? "" : ",") + part;
    ++m_contentIndex;
}

// Texts and refusals that follow each other are one message, as clients show it; the items of an upstream of this
// dialect stay apart.
void AnswerWriter::openMessage(const Part &part)
{
    const Json *form = findForm(part, itemForm);
    if (m_isMessageOpen && form)
        closeMessage();
    if (m_isMessageOpen)
        return;
    const std::string id(form ? textMember(*form, "id") : std::string_view());
    const Json *kept = part.extensions.find(ownDialect, itemForm);
    const Json *phase = kept ? findMember(*kept, "phase") : nullptr;
    m_phase = phase ? dumpJson(*phase) : std::string();
    m_itemId = itemIdFrom(id, "msg_");
    m_isMessageOpen = true;
    m_contentIndex = 0;
    m_content.clear();
    ObjectWriter item;
    item.add("id", m_itemId).add("type", "message").add("status", "in_progress").addRaw("content", "[]");
    if (!m_phase.empty())
        item.addRaw("phase", m_phase);
    item.add("role", "assistant");
    m_writer.begin("response.output_item.added")
        .addNumber("output_index", m_outputIndex)
        .addRaw("item", item.finished())
        .end();
}

void AnswerWriter::closeMessage()
{
    if (!m_isMessageOpen)
        return;
    m_isMessageOpen = false;
    const bool isCut = statusFor(m_finishReason, m_hasRefusal).status == "incomplete";
    ObjectWriter item;
    item.add("id", m_itemId).add("type", "message").add("status", isCut ? "incomplete" : "completed");
    item.addRaw("content", "[" + m_content + "]");
    if (!m_phase.empty())
        item.addRaw("phase", m_phase);
    item.add("role", "assistant");
    endItem(item.finished());
}

std::string AnswerWriter::itemIdFrom(std::string_view id, std::string_view prefix)
{
    const bool isUsable = isFittingId(id, prefix) && !m_itemIds.contains(std::string(id));
    return *m_itemIds.insert(isUsable ? std::string(id) : m_state.makeId(prefix)).first;
}

void AnswerWriter::endItem(const std::string &item)
{
    m_writer.begin("response.output_item.done").addNumber("output_index", m_outputIndex).addRaw("item", item).end();
    m_response.addItem(item);
    ++m_outputIndex;
}

EventWriter &AnswerWriter::pieceEvent(std::string_view type)
{
    return m_writer.begin(type).addText("item_id", m_itemId).addNumber("output_index", m_outputIndex);
}

void AnswerWriter::finish()
{
    closeMessage();
    m_finished = m_response.ended(m_finishReason, m_hasRefusal, m_usage);
    const auto [status, detail] = statusFor(m_finishReason, m_hasRefusal);
    const bool isSilentRefusal = m_finishReason == FinishReason::Refusal && !m_hasRefusal;
    if (m_finishReason == FinishReason::Paused || m_finishReason == FinishReason::ContextOverflow || isSilentRefusal)
        noteUnsaidEnding(m_finishReason, detail.empty() ? status : detail, "answer/status", m_state);
    m_writer.begin("response." + std::string(status)).addRaw("response", m_finished).end();
}

// SDKs raise an error at the first event, Codex reads the second.
void AnswerWriter::fail(const Error &error)
{
    const std::string_view code = errorCodeFor(error);
    const std::string message = error.message.empty() ? "The request failed without a reason." : error.message;
    if (!m_hasBegun)
        m_response.begin(m_state.request(), m_state.makeId("resp_"), m_state.request().model, secondsNow(), {});
    m_writer.begin("error")
        .addRaw("error", errorEvent(error, code))
        .addText("code", code)
        .addText("message", message)
        .addRaw("param", "null")
        .end();
    m_finished = m_response.failed(code, message, m_usage);
    m_writer.begin("response.failed").addRaw("response", m_finished).end();
}

} // namespace gateway::translation::openai_responses
