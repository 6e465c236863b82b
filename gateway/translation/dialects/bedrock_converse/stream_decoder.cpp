#include "gateway/translation/dialects/bedrock_converse/stream_decoder.h"

#include "gateway/base/base64.h"
#include "gateway/translation/dialects/bedrock_converse/answer_words.h"
#include "gateway/translation/dialects/bedrock_converse/citation_codec.h"
#include "gateway/translation/dialects/bedrock_converse/extras.h"
#include "gateway/translation/dialects/bedrock_converse/media_formats.h"
#include "gateway/translation/dialects/tool_names.h"

#include <algorithm>

namespace gateway::translation::bedrock {

namespace {

std::int64_t indexOf(const Json &data)
{
    return integerMember(data, "contentBlockIndex").value_or(0);
}

} // namespace

void StreamDecoder::decode(const ProviderFrame &frame, StreamEvents &events)
{
    if (m_hasEnded)
        return;
    const auto data = parseJson(frame.data);
    if (frame.isException) {
        fail(errorFromException(frame.event, data ? *data : Json::object()), events);
        return;
    }
    if (!data || !data->is_object()) {
        note("An event of the stream was no JSON object and was left out.");
        return;
    }
    if (!frame.event.empty()) {
        readEvent(frame.event, *data, events);
    } else if (const auto name = unionMember(*data); !name.empty()) { // a relay that put the name into the payload
        if (const Json *inner = findObject(*data, name))
            readEvent(name, *inner, events);
    }
}

void StreamDecoder::readEvent(std::string_view event, const Json &data, StreamEvents &events)
{
    if (event == "metadata") {
        readMetadata(data, events);
    } else if (m_hasStopped) {
        note("An event after the end of the message was left out.");
    } else if (event == "contentBlockDelta") {
        readDelta(data, events);
    } else if (event == "contentBlockStart") {
        startBlock(data, events);
    } else if (event == "contentBlockStop") {
        if (Block *block = findBlock(data)) {
            block->hasStopped = true;
            advance(events);
        }
    } else if (event == "messageStart") {
        startMessage(events);
    } else if (event == "messageStop") {
        readStop(data, events);
    } else if (event.ends_with("Exception")) {
        fail(errorFromException(event, data), events);
    } else {
        note("An event of a kind that is not known was left out.");
    }
}

void StreamDecoder::startMessage(StreamEvents &events)
{
    if (m_hasStarted)
        return;
    m_hasStarted = true;
    events.push_back(MessageStarted());
}

void StreamDecoder::startBlock(const Json &data, StreamEvents &events)
{
    startMessage(events); // a server that forgot to
    const Json *start = findObject(data, "start");
    const auto name = start ? unionMember(*start) : std::string_view();
    const Json *inner = name.empty() ? nullptr : findObject(*start, name);
    if (!inner)
        return; // of a text, say: its first piece begins it
    Block block;
    if (name == "toolUse" && !findMember(*inner, "type")) {
        block = makeCall(*inner);
    } else if (name == "toolUse") {
        m_hasServerCall = true;
        block = makeBlock(Kind::ServerCall);
    } else if (name == "toolResult") {
        block = makeBlock(Kind::ServerResult);
    } else if (name == "image") {
        block = makeBlock(Kind::Image);
    } else {
        note("A block of a kind that is not known was left out.");
        return;
    }
    block.start = *inner;
    if (block.kind == Kind::ServerResult)
        block.start["content"] = Json::array();
    if (Block *open = findBlock(data)) {
        open->hasStopped = true;
        advance(events);
    }
    block.number = indexOf(data);
    m_blocks.push_back(std::move(block));
    advance(events);
}

// The youngest of that index.
StreamDecoder::Block *StreamDecoder::findBlock(const Json &data)
{
    const std::int64_t number = indexOf(data);
    const auto found = std::find_if(m_blocks.rbegin(), m_blocks.rend(),
                                    [number](const Block &block) { return block.number == number; });
    return found == m_blocks.rend() || found->hasStopped ? nullptr : &*found;
}

StreamDecoder::Block StreamDecoder::makeBlock(Kind kind)
{
    Block block;
    block.kind = kind;
    if (kind == Kind::Text)
        block.part = makeText("");
    else
        block.part.content = ReasoningPart{};
    return block;
}

StreamDecoder::Block StreamDecoder::makeCall(const Json &use) const
{
    Block block;
    block.kind = Kind::Call;
    ToolCallPart call;
    call.id = textMember(use, "toolUseId");
    const std::string providerName(textMember(use, "name"));
    block.isOutput = !m_state.outputTool.empty() && providerName == m_state.outputTool;
    nameCallForClient(providerName, m_state, call);
    block.isCustom = call.kind == ToolCallPart::Kind::Custom && !block.isOutput;
    block.part.content = std::move(call);
    return block;
}

// The block of a delta; texts and reasoning begin with their first one. Null with a note when the block is another kind.
StreamDecoder::Block *StreamDecoder::blockFor(Kind kind, const Json &data, StreamEvents &events)
{
    Block *block = findBlock(data);
    const bool beginsItself = kind == Kind::Text || kind == Kind::Reasoning || kind == Kind::Redacted;
    if (block && block->kind != kind && beginsItself) {
        block->hasStopped = true; // some models change from reasoning to text within one index
        advance(events);
        block = nullptr;
    }
    if (!block && beginsItself) {
        m_blocks.push_back(makeBlock(kind));
        block = &m_blocks.back();
        block->number = indexOf(data);
        advance(events);
    }
    if (block && block->kind == kind)
        return block;
    note("A piece that does not fit its block was left out.");
    return nullptr;
}

void StreamDecoder::readDelta(const Json &data, StreamEvents &events)
{
    startMessage(events);
    const Json *delta = findObject(data, "delta");
    if (!delta) {
        note("A piece without content was left out.");
        return;
    }
    if (const auto text = optionalText(*delta, "text")) {
        if (Block *block = text->empty() ? nullptr : blockFor(Kind::Text, data, events))
            tell(*block, PartDelta::Kind::Text, *text, events);
    } else if (const Json *use = findObject(*delta, "toolUse")) {
        readToolInput(*use, data, events);
    } else if (const Json *reasoning = findObject(*delta, "reasoningContent")) {
        readReasoning(*reasoning, data, events);
    } else if (const Json *citation = findObject(*delta, "citation")) {
        if (Block *block = blockFor(Kind::Text, data, events))
            tell(*block, PartDelta::Kind::Annotation,
                 dumpJson(annotationFromCitation(*citation, m_state.clientDialect(), block->textBytes)), events);
    } else {
        readWhole(*delta, data, events);
    }
}

void StreamDecoder::readReasoning(const Json &delta, const Json &data, StreamEvents &events)
{
    if (const auto blob = optionalText(delta, "redactedContent")) {
        const auto bytes = decodeBase64(*blob);
        if (Block *block = bytes ? blockFor(Kind::Redacted, data, events) : nullptr)
            block->input += *bytes;
        return;
    }
    Block *block = blockFor(Kind::Reasoning, data, events);
    if (!block)
        return;
    block->signature += textMember(delta, "signature");
    tell(*block, PartDelta::Kind::Text, std::string(textMember(delta, "text")), events);
}

void StreamDecoder::readToolInput(const Json &use, const Json &data, StreamEvents &events)
{
    Block *found = findBlock(data);
    if (!found || (found->kind != Kind::Call && found->kind != Kind::ServerCall)) {
        note("Arguments of a call that had not begun were left out.");
        return;
    }
    Block &block = *found;
    const std::string_view input = textMember(use, "input");
    if (block.kind == Kind::ServerCall || block.isCustom)
        block.input += input;
    else
        tell(block, PartDelta::Kind::Arguments, std::string(input), events);
}

void StreamDecoder::readWhole(const Json &delta, const Json &data, StreamEvents &events)
{
    if (const Json *pieces = findArray(delta, "toolResult")) {
        if (Block *block = blockFor(Kind::ServerResult, data, events)) {
            for (const Json &piece : *pieces)
                block->start["content"].push_back(piece);
        }
        return;
    }
    const Json *image = findObject(delta, "image");
    const Json *source = image ? findObject(*image, "source") : nullptr;
    const auto bytes = source ? decodeBase64(textMember(*source, "bytes")) : std::nullopt;
    Block *block = bytes ? blockFor(Kind::Image, data, events) : nullptr;
    if (block)
        block->input += *bytes;
    else
        note("A piece of a kind that is not known was left out.");
}

void StreamDecoder::tell(Block &block, PartDelta::Kind kind, std::string text, StreamEvents &events)
{
    if (text.empty())
        return;
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
    const bool hasDeltas = block.kind == Kind::Text || block.kind == Kind::Reasoning || block.kind == Kind::Call;
    if (block.hasStarted || !hasDeltas)
        return;
    block.hasStarted = true;
    block.index = m_nextPart++;
    if (block.kind == Kind::Call && !block.isOutput)
        ++m_callCount;
    events.push_back(PartStarted{block.index, 0, block.isOutput ? makeText("") : block.part});
    for (PartDelta &delta : block.waiting) {
        delta.index = block.index;
        events.push_back(std::move(delta));
    }
    block.waiting.clear();
}

void StreamDecoder::end(Block &block, StreamEvents &events)
{
    if (!block.hasStarted) {
        block.index = m_nextPart++;
        events.push_back(PartStarted{block.index, 0, wholePart(block)});
    } else if (block.isCustom) {
        if (std::string input = unwrappedInput(block.input); !input.empty())
            events.push_back(PartDelta{block.index, PartDelta::Kind::Arguments, std::move(input)});
    }
    PartEnded ended{block.index, std::nullopt};
    if (!block.signature.empty())
        ended.state = OpaqueState{ownDialect, std::move(block.signature), {}, false, false};
    else if (block.kind == Kind::Redacted)
        ended.state = OpaqueState{ownDialect, encodeBase64(block.input), {}, true, false};
    events.push_back(std::move(ended));
}

Part StreamDecoder::wholePart(Block &block) const
{
    Part part;
    switch (block.kind) {
    case Kind::Redacted:
        part.content = ReasoningPart{};
        part.state = OpaqueState{ownDialect, encodeBase64(block.input), {}, true, false};
        return part;
    case Kind::Image: {
        MediaPart media;
        media.source = MediaPart::Source::Base64;
        media.mediaType = mediaTypeOfFormat(MediaKind::Image, textMember(block.start, "format"));
        media.value = encodeBase64(block.input);
        part.content = std::move(media);
        return part;
    }
    case Kind::ServerCall:
        if (auto input = objectFromText(block.input))
            block.start["input"] = std::move(*input);
        part.content = OpaquePart{ownDialect, Json{{"toolUse", std::move(block.start)}}};
        return part;
    case Kind::ServerResult:
        part.content = OpaquePart{ownDialect, Json{{"toolResult", std::move(block.start)}}};
        return part;
    case Kind::Text:
    case Kind::Reasoning:
    case Kind::Call: break;
    }
    return std::move(block.part);
}

void StreamDecoder::readStop(const Json &data, StreamEvents &events)
{
    startMessage(events);
    closeAll(events);
    const std::string raw(textMember(data, "stopReason"));
    const auto reason = settledReason(raw, m_callCount, m_hasServerCall, m_state);
    if (!reason) {
        fail(reason.error(), events);
        return;
    }
    if (findMember(data, "additionalModelResponseFields"))
        note("Fields of the answer that only Bedrock knows were left out.");
    m_hasStopped = true;
    events.push_back(ChoiceEnded{0, *reason, raw, {}});
    if (m_hasMetadata)
        endMessage(events);
}

void StreamDecoder::readMetadata(const Json &data, StreamEvents &events)
{
    startMessage(events);
    m_hasMetadata = true;
    if (const Json *usage = findObject(data, "usage"))
        events.push_back(UsageReported{usageFrom(*usage), dumpJson(*usage)});
    if (findMember(data, "trace"))
        note("The trace of guardrail or router was left out.");
    if (m_hasStopped)
        endMessage(events);
}

void StreamDecoder::endMessage(StreamEvents &events)
{
    events.push_back(MessageEnded{});
    m_hasEnded = true;
}

void StreamDecoder::finish(const Error *failure, StreamEvents &events)
{
    if (m_hasEnded)
        return;
    if (m_hasStopped) { // the answer is whole, only its usage is not known
        note("The provider told no usage.");
        endMessage(events);
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

} // namespace gateway::translation::bedrock
