#include "gateway/translation/dialects/openai_chat/stream_decoder.h"

#include "gateway/translation/dialects/openai_chat/answer_words.h"

#include <algorithm>
#include <array>

namespace gateway::translation::openai_chat {

namespace {

// Some servers put spaces around the mark.
bool isEndMark(std::string_view data)
{
    const std::size_t begin = data.find_first_not_of(' ');
    return begin != std::string_view::npos && data.substr(begin).starts_with("[DONE]");
}

} // namespace

void StreamDecoder::decode(const ProviderFrame &frame, StreamEvents &events)
{
    if (m_hasEnded || frame.data.empty())
        return;
    if (isEndMark(frame.data)) {
        complete(events);
        return;
    }
    const auto chunk = parseJson(frame.data);
    if (!chunk) {
        skipFrame("A frame of the stream was not JSON and was left out.");
        return;
    }
    if (tellsError(*chunk) || frame.event == "error" || frame.isException)
        fail(errorFromAnswer(*chunk, frame.data), events);
    else if (chunk->is_object())
        readChunk(*chunk, events);
    else
        skipFrame("A frame of the stream was no object and was left out.");
}

void StreamDecoder::skipFrame(std::string reason)
{
    m_state.answerReport.dropped("answer/stream", std::move(reason));
}

void StreamDecoder::readChunk(const Json &chunk, StreamEvents &events)
{
    if (const Json *usage = findUsage(chunk))
        m_usage = *usage;
    noteRest(chunk);
    const Json *choices = findArray(chunk, "choices");
    if (!choices || choices->empty()) // Azure begins with a chunk about filters, which has no id
        return;
    if (!m_hasStarted)
        start(chunk, events);
    for (std::size_t i = 0; i < choices->size(); ++i)
        readChoice((*choices)[i], static_cast<std::int64_t>(i), events);
}

// Whole answers keep such members for chat clients; a stream has no event for them.
void StreamDecoder::noteRest(const Json &chunk)
{
    static constexpr std::array<std::string_view, 14> known{"id",
                                                            "object",
                                                            "created",
                                                            "model",
                                                            "choices",
                                                            "usage",
                                                            "error",
                                                            "service_tier",
                                                            "x_groq",
                                                            "provider",
                                                            "system_fingerprint",
                                                            "obfuscation",
                                                            "prompt_filter_results",
                                                            "timings"};
    for (const auto &[name, value] : chunk.items()) {
        const bool isEmpty = value.is_null() || (value.is_structured() && value.empty());
        if (!isEmpty && std::find(known.begin(), known.end(), name) == known.end())
            m_state.answerReport.dropped("answer/" + name, "A member of the stream that has no place in an answer.");
    }
}

void StreamDecoder::start(const Json &chunk, StreamEvents &events)
{
    m_hasStarted = true;
    MessageStarted started;
    started.id = textMember(chunk, "id");
    started.model = textMember(chunk, "model");
    started.createdAt = integerMember(chunk, "created");
    started.serviceTier = textMember(chunk, "service_tier");
    m_upstream = textMember(chunk, "provider");
    events.push_back(std::move(started));
}

ChoiceAssembler &StreamDecoder::choiceOf(std::int64_t index)
{
    return m_choices.try_emplace(index, index, m_state, m_nextIndex).first->second;
}

void StreamDecoder::readChoice(const Json &json, std::int64_t position, StreamEvents &events)
{
    if (!json.is_object()) {
        skipFrame("A choice of the stream was no object and was left out.");
        return;
    }
    ChoiceAssembler &choice = choiceOf(integerMember(json, "index").value_or(position));
    const Json *delta = findObject(json, "delta");
    if (!delta)
        delta = findObject(json, "message"); // servers that stream by one whole answer
    if (delta)
        choice.readDelta(*delta, events);
    if (const Json *logprobs = findObject(json, "logprobs"))
        choice.readLogprobs(*logprobs, events);
    choice.setFinishWord(textMember(json, "finish_reason"));
    if (auto sequence = stopSequenceOf(json, m_state); !sequence.empty())
        choice.setStopSequence(std::move(sequence));
}

bool StreamDecoder::isAnswered() const
{
    const auto asked = std::max<std::int64_t>(1, m_state.request().sampling.choiceCount.value_or(1));
    return static_cast<std::int64_t>(m_choices.size()) >= asked
           && std::all_of(m_choices.begin(), m_choices.end(),
                          [](const auto &choice) { return !choice.second.finishWord().empty(); });
}

void StreamDecoder::closeParts(StreamEvents &events)
{
    for (auto &[index, choice] : m_choices)
        choice.closeAll(events);
    if (m_hasStarted && m_usage)
        events.push_back(UsageReported{usageFromJson(*m_usage), dumpJson(*m_usage)});
}

void StreamDecoder::complete(StreamEvents &events)
{
    if (!m_hasStarted) {
        fail(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                             "The provider's stream held no answer."),
             events);
        return;
    }
    closeParts(events);
    for (const auto &[index, choice] : m_choices) {
        if (!endChoice(index, choice, events))
            return;
    }
    m_hasEnded = true;
    events.push_back(MessageEnded{});
}

bool StreamDecoder::endChoice(std::int64_t index, const ChoiceAssembler &choice, StreamEvents &events)
{
    const FinishReason reason =
        settledFinishReason(choice.finishWord(), choice.hasCalls(), choice.hasRefusal(), m_state);
    std::optional<Error> error;
    if (reason == FinishReason::ToolCalls && !choice.hasCalls())
        error = callsMissing(m_upstream);
    else if (reason == FinishReason::Error)
        error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget,
                                "The provider gave up the answer: " + choice.finishWord() + '.');
    if (error) {
        m_hasEnded = true;
        events.push_back(StreamFailed{std::move(*error)});
        return false;
    }
    if (choice.finishWord().empty())
        m_state.answerReport.approximated("answer/finish_reason", "The provider gave no finish reason.");
    const bool isBySequence = reason == FinishReason::Stop && !choice.stopSequence().empty();
    events.push_back(ChoiceEnded{index, isBySequence ? FinishReason::StopSequence : reason, choice.finishWord(),
                                 choice.stopSequence()});
    return true;
}

void StreamDecoder::fail(Error error, StreamEvents &events)
{
    closeParts(events);
    m_hasEnded = true;
    events.push_back(StreamFailed{std::move(error)});
}

void StreamDecoder::finish(const Error *failure, StreamEvents &events)
{
    if (m_hasEnded)
        return;
    if (isAnswered()) // not all servers send [DONE]
        complete(events);
    else if (failure)
        fail(*failure, events);
    else
        fail(Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                             "The provider ended the stream before the answer was complete."),
             events);
}

} // namespace gateway::translation::openai_chat
