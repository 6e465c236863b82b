#include "gateway/translation/dialects/anthropic_messages/stream_decoder.h"

#include <algorithm>

#include "gateway/translation/dialects/anthropic_messages/annotation_codec.h"
#include "gateway/translation/dialects/anthropic_messages/answer_words.h"
#include "gateway/translation/dialects/anthropic_messages/block_decoder.h"
#include "gateway/translation/dialects/anthropic_messages/response_codec.h"
#include "gateway/translation/dialects/anthropic_messages/tool_codec.h"
#include "gateway/translation/dialects/foreign_options.h"

namespace gateway::translation::anthropic {

namespace {

constexpr auto ownDialect = DialectId::AnthropicMessages;

bool isServerCall(const Json &block)
{
    const std::string_view type = textMember(block, "type");
    return type != "tool_use" && type.ends_with("tool_use");
}

} // namespace

void StreamDecoder::decode(const ProviderFrame &frame, StreamEvents &events)
{
    if (m_hasEnded)
        return;
    const auto data = parseJson(frame.data);
    if (!data || !data->is_object()) {
        note("A frame of the stream was no JSON object and was left out.");
        return;
    }
    const std::string_view type = textMember(*data, "type");
    readFrame(*data, type.empty() ? frame.event : type, events);
}

void StreamDecoder::readFrame(const Json &data, std::string_view type, StreamEvents &events)
{
    if (type == "content_block_delta") {
        readDelta(data, events);
    } else if (type == "content_block_start") {
        startBlock(data, events);
    } else if (type == "content_block_stop") {
        Block *block = findBlock(data);
        if (!block)
            return;
        block->hasStopped = true;
        advance(events);
    } else if (type == "message_start") {
        const Json *message = findObject(data, "message");
        startMessage(message ? *message : Json::object(), events);
    } else if (type == "message_delta") {
        readMessageDelta(data, events);
    } else if (type == "message_stop") {
        stopMessage(events);
    } else if (type == "error") {
        fail(errorFrom(data), events);
    } else if (type != "ping") {
        note("A frame of a kind that is not known was left out.");
    }
}

void StreamDecoder::startMessage(const Json &message, StreamEvents &events)
{
    if (m_hasStarted)
        return;
    m_hasStarted = true;
    MessageStarted started;
    started.id = textMember(message, "id");
    started.model = textMember(message, "model");
    const Json *usage = findObject(message, "usage");
    if (usage) {
        started.usage = usageFrom(*usage);
        started.serviceTier = textMember(*usage, "service_tier");
    }
    events.push_back(std::move(started));
    if (usage)
        reportUsage(*usage, events);
}

void StreamDecoder::startBlock(const Json &data, StreamEvents &events)
{
    startMessage(Json::object(), events); // a server that forgot to
    const Json *block = findObject(data, "content_block");
    if (!block) {
        note("A block without content was left out.");
        return;
    }
    // Of one index only one block can be open; without indexes blocks come one by one.
    if (Block *open = findBlock(data)) {
        open->hasStopped = true;
        advance(events);
    }
    m_hasServerCall = m_hasServerCall || isServerCall(*block);
    m_blocks.push_back(makeBlock(*block));
    m_blocks.back().number = integerMember(data, "index").value_or(0);
    advance(events);
}

// The youngest of that index, unless it has stopped and only waits for its turn.
StreamDecoder::Block *StreamDecoder::findBlock(const Json &data)
{
    const std::int64_t number = integerMember(data, "index").value_or(0);
    const auto found = std::find_if(m_blocks.rbegin(), m_blocks.rend(),
                                    [number](const Block &block) { return block.number == number; });
    return found == m_blocks.rend() || found->hasStopped ? nullptr : &*found;
}

StreamDecoder::Block StreamDecoder::makeBlock(const Json &json) const
{
    Block block;
    auto part = decodeBlock(json, "answer/content");
    if (!part) { // say, a thinking block that does not begin with its text
        const std::string_view type = textMember(json, "type");
        Part empty;
        if (type == "text")
            empty = makeText("");
        else if (type == "thinking")
            empty.content = ReasoningPart{};
        else
            empty.content = OpaquePart{ownDialect, json};
        part = std::move(empty);
    }
    block.part = std::move(*part);
    block.part.cacheMarker.reset();
    if (auto *text = block.part.as<TextPart>()) {
        for (Json &annotation : text->annotations) {
            annotation.erase("dialect");
            annotation = annotationFromCitation(annotation, m_state.clientDialect(), text->text.size());
        }
        block.textBytes = text->text.size();
    } else if (auto *call = block.part.as<ToolCallPart>()) {
        block.startInput = call->arguments == "{}" ? std::string() : std::move(call->arguments);
        call->arguments.clear();
        block.isOutput = !m_state.outputTool.empty() && call->name == m_state.outputTool;
        const std::string providerName = call->name;
        nameCallForClient(providerName, m_state, *call);
        block.isCustom = call->kind == ToolCallPart::Kind::Custom;
    } else if (block.part.as<ReasoningPart>() && block.part.state && !block.part.state->isRedacted) {
        block.signature = block.part.state->data; // told at the end, as all signatures
        block.part.state.reset();
    }
    block.isWhole = block.part.as<OpaquePart>();
    return block;
}

void StreamDecoder::readDelta(const Json &data, StreamEvents &events)
{
    Block *found = findBlock(data);
    const Json *delta = findObject(data, "delta");
    if (!found || !delta) {
        note("A piece of a block that had not begun was left out.");
        return;
    }
    Block &block = *found;
    const std::string_view type = textMember(*delta, "type");
    if (type == "text_delta") {
        tell(block, PartDelta::Kind::Text, std::string(textMember(*delta, "text")), events);
    } else if (type == "thinking_delta") {
        tell(block, PartDelta::Kind::Text, std::string(textMember(*delta, "thinking")), events);
    } else if (type == "input_json_delta") {
        tell(block, PartDelta::Kind::Arguments, std::string(textMember(*delta, "partial_json")), events);
    } else if (type == "signature_delta") {
        block.signature += textMember(*delta, "signature");
    } else if (type == "citations_delta") {
        const Json *citation = findObject(*delta, "citation");
        if (citation && block.part.as<TextPart>())
            tell(block, PartDelta::Kind::Annotation,
                 dumpJson(annotationFromCitation(*citation, m_state.clientDialect(), block.textBytes)), events);
    } else {
        note("A piece of a kind that is not known was left out.");
    }
}

void StreamDecoder::tell(Block &block, PartDelta::Kind kind, std::string text, StreamEvents &events)
{
    if (text.empty())
        return;
    const bool isArguments = kind == PartDelta::Kind::Arguments;
    if (isArguments != (block.part.as<ToolCallPart>() || block.isWhole)) {
        note("A piece that does not fit its block was left out.");
        return;
    }
    if (block.isWhole || (block.isCustom && !block.isOutput)) {
        block.input += text;
        return;
    }
    if (isArguments)
        block.startInput.clear(); // the pieces are the whole
    if (kind == PartDelta::Kind::Text)
        block.textBytes += text.size();
    PartDelta delta{block.index, block.isOutput ? PartDelta::Kind::Text : kind, std::move(text)};
    if (block.hasStarted)
        events.push_back(std::move(delta));
    else
        block.waiting.push_back(std::move(delta));
}

// Begins the first block, and ends it and goes on to the next when it has stopped.
void StreamDecoder::advance(StreamEvents &events)
{
    while (!m_blocks.empty()) {
        Block &block = m_blocks.front();
        begin(block, events);
        if (!block.hasStopped)
            return;
        end(block, events);
        m_blocks.pop_front();
    }
}

void StreamDecoder::begin(Block &block, StreamEvents &events)
{
    if (block.hasStarted || block.isWhole)
        return;
    block.hasStarted = true;
    block.index = m_nextPart++;
    if (block.part.as<ToolCallPart>() && !block.isOutput)
        ++m_callCount;
    noteForeignMembers(block.part, m_state.clientDialect(), m_state.answerReport);
    events.push_back(PartStarted{block.index, 0, block.isOutput ? makeText("") : block.part});
    for (PartDelta &delta : block.waiting) {
        delta.index = block.index;
        events.push_back(std::move(delta));
    }
    block.waiting.clear();
}

void StreamDecoder::end(Block &block, StreamEvents &events)
{
    if (block.isWhole) {
        auto *opaque = block.part.as<OpaquePart>();
        if (auto input = objectFromText(block.input); input && !block.input.empty())
            opaque->json["input"] = std::move(*input);
        block.index = m_nextPart++;
        events.push_back(PartStarted{block.index, 0, std::move(block.part)});
    } else if (block.isCustom && !block.isOutput) {
        std::string input = unwrappedInput(block.input.empty() ? block.startInput : block.input);
        if (!input.empty())
            events.push_back(PartDelta{block.index, PartDelta::Kind::Arguments, std::move(input)});
    } else if (!block.startInput.empty()) {
        events.push_back(PartDelta{block.index, block.isOutput ? PartDelta::Kind::Text : PartDelta::Kind::Arguments,
                                   std::move(block.startInput)});
    }
    PartEnded ended{block.index, std::nullopt};
    if (block.part.as<ReasoningPart>()) {
        ended.state = block.part.state;
        if (!block.signature.empty())
            ended.state = OpaqueState{ownDialect, std::move(block.signature), {}, false, false};
    }
    events.push_back(std::move(ended));
}

void StreamDecoder::readMessageDelta(const Json &data, StreamEvents &events)
{
    startMessage(Json::object(), events);
    if (const Json *delta = findObject(data, "delta")) {
        if (const std::string_view reason = textMember(*delta, "stop_reason"); !reason.empty())
            m_stopReason = reason;
        if (const std::string_view sequence = textMember(*delta, "stop_sequence"); !sequence.empty())
            m_stopSequence = sequence;
        if (findMember(*delta, "container"))
            note("The container of the answer was left out.");
        if (findMember(*delta, "stop_details"))
            note("What the provider says about the reason to stop was left out.");
    }
    if (findMember(data, "context_management"))
        note("What the provider cleared of the context was left out.");
    if (const Json *usage = findObject(data, "usage"))
        reportUsage(*usage, events);
}

// The numbers are totals so far; members that a report leaves out stand as they were.
void StreamDecoder::reportUsage(const Json &usage, StreamEvents &events)
{
    for (const auto &[name, value] : usage.items()) {
        if (!value.is_null())
            m_usage[name] = value;
    }
    events.push_back(UsageReported{usageFrom(m_usage), dumpJson(m_usage)});
}

void StreamDecoder::stopMessage(StreamEvents &events)
{
    startMessage(Json::object(), events);
    closeAll(events);
    const auto reason = settledReason(finishReasonOf(m_stopReason), m_callCount, m_hasServerCall, m_state);
    if (!reason) {
        fail(reason.error(), events);
        return;
    }
    events.push_back(ChoiceEnded{0, *reason, m_stopReason, m_stopSequence});
    events.push_back(MessageEnded{});
    m_hasEnded = true;
}

void StreamDecoder::finish(const Error *failure, StreamEvents &events)
{
    if (m_hasEnded)
        return;
    // The reason to stop comes when all blocks are over: only the end mark is missing.
    if (!m_stopReason.empty() && m_blocks.empty()) {
        stopMessage(events);
        return;
    }
    fail(failure ? *failure
                 : Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                                   "The provider ended the stream before the answer was complete."),
         events);
}

void StreamDecoder::fail(const Error &error, StreamEvents &events)
{
    if (m_hasStarted)
        closeAll(events);
    events.push_back(StreamFailed{error});
    m_hasEnded = true;
}

void StreamDecoder::closeAll(StreamEvents &events)
{
    for (Block &block : m_blocks)
        block.hasStopped = true;
    advance(events);
}

void StreamDecoder::note(std::string reason)
{
    m_state.answerReport.dropped("answer/stream", std::move(reason));
}

} // namespace gateway::translation::anthropic
