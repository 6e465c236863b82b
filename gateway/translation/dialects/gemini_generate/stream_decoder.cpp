#include "gateway/translation/dialects/gemini_generate/stream_decoder.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/gemini_generate/answer_part_decoder.h"
#include "gateway/translation/dialects/gemini_generate/candidate_notes.h"
#include "gateway/translation/dialects/gemini_generate/finish_reasons.h"
#include "gateway/translation/dialects/gemini_generate/grounding_codec.h"
#include "gateway/translation/dialects/gemini_generate/logprobs_codec.h"
#include "gateway/translation/dialects/gemini_generate/usage_codec.h"
#include "gateway/translation/dialects/web_search_tool.h"

#include <algorithm>
#include <utility>

namespace gateway::translation::gemini {

namespace {

constexpr std::size_t mostCandidates = 64; // Google allows 8

} // namespace

StreamDecoder::StreamDecoder(ExchangeState &state) : m_state(state), m_mayBeGrounded(offersWebSearch(state.request()))
{
}

void StreamDecoder::decode(const ProviderFrame &frame, StreamEvents &events)
{
    if (m_hasEnded || frame.data == "[DONE]") // servers that imitate Gemini send it
        return;
    const auto body = parseJson(frame.data);
    if (!body || !body->is_object()) {
        m_state.answerReport.dropped("answer", "A frame that is no JSON object was left out.");
        return;
    }
    if (auto error = errorInside(*body)) {
        fail(std::move(*error), events);
        return;
    }
    decodeBody(*body, events);
}

void StreamDecoder::decodeBody(const Json &body, StreamEvents &events)
{
    if (!m_hasStarted) {
        m_hasStarted = true;
        MessageStarted started;
        started.id = textMember(body, "responseId");
        started.model = textMember(body, "modelVersion");
        events.push_back(std::move(started));
    }
    if (const Json *usage = findObject(body, "usageMetadata"))
        m_usage = *usage;
    if (const Json *feedback = findObject(body, "promptFeedback")) {
        if (const auto reason = textMember(*feedback, "blockReason"); !reason.empty())
            m_blockReason = reason;
    }
    noteAnswerMembers(body, m_state.answerReport);
    if (const Json *candidates = findArray(body, "candidates")) {
        for (const Json &candidate : *candidates)
            decodeCandidate(candidate, events);
    }
}

StreamDecoder::Candidate *StreamDecoder::candidateOf(std::int64_t index)
{
    const auto known = std::find_if(m_candidates.begin(), m_candidates.end(),
                                    [index](const Candidate &one) { return one.index == index; });
    if (known != m_candidates.end())
        return &*known;
    if (m_candidates.size() >= mostCandidates)
        return nullptr;
    Candidate candidate;
    candidate.index = index;
    return &m_candidates.emplace_back(std::move(candidate));
}

void StreamDecoder::decodeCandidate(const Json &json, StreamEvents &events)
{
    Candidate *candidate = json.is_object() ? candidateOf(integerMember(json, "index").value_or(0)) : nullptr;
    if (!candidate) {
        m_state.answerReport.dropped("answer/candidates", "A candidate makes no sense and was left out.");
        return;
    }
    const Json *content = findObject(json, "content");
    const Json *parts = content ? findArray(*content, "parts") : nullptr;
    const std::size_t told = events.size();
    for (std::size_t i = 0; parts && i < parts->size(); ++i) {
        if (auto part = decodeAnswerPart((*parts)[i], m_state))
            addPart(*candidate, std::move(*part), events);
    }
    candidate->hasContent = candidate->hasContent || events.size() > told;
    if (const Json *result = findObject(json, "logprobsResult")) {
        const Json logprobs = decodeLogprobs(*result);
        const Json *tokens = findArray(logprobs, "content");
        if (tokens && candidate->open == Open::Text)
            events.push_back(PartDelta{candidate->openPart, PartDelta::Kind::Logprobs, dumpJson(*tokens)});
        else if (tokens)
            m_state.answerReport.dropped("answer/candidates/logprobsResult", "Probabilities of no text.");
    }
    if (const auto reason = textMember(json, "finishReason"); !reason.empty())
        candidate->reason = reason;
    if (const auto message = textMember(json, "finishMessage"); !message.empty())
        candidate->message = message;
    if (const Json *grounding = findObject(json, "groundingMetadata"); grounding && !grounding->empty())
        candidate->grounding = *grounding;
    noteCandidateMembers(json, m_state.answerReport);
}

std::size_t StreamDecoder::startPart(const Candidate &candidate, Part part, StreamEvents &events)
{
    part.state.reset(); // told at the end of the part
    noteForeignMembers(part, m_state.clientDialect(), m_state.answerReport);
    events.push_back(PartStarted{m_nextPart, candidate.index, std::move(part)});
    return m_nextPart++;
}

void StreamDecoder::closeOpen(Candidate &candidate, std::optional<OpaqueState> state, StreamEvents &events)
{
    if (candidate.open == Open::Nothing)
        return;
    if (candidate.stateOfText)
        state = std::exchange(candidate.stateOfText, std::nullopt);
    events.push_back(PartEnded{candidate.openPart, std::move(state)});
    candidate.open = Open::Nothing;
    candidate.text.clear();
}

// The sources are told at the end; they belong to the text that is open then.
void StreamDecoder::cite(Candidate &candidate, StreamEvents &events)
{
    if (candidate.grounding.is_null())
        return;
    const auto citations = citationsFrom(candidate.grounding, candidate.text, m_state.answerReport);
    if (candidate.open != Open::Text && !citations.empty())
        m_state.answerReport.dropped("answer/candidates/groundingMetadata",
                                     "There is no text that the citations could belong to.");
    for (const Json &citation : citations) {
        if (candidate.open == Open::Text)
            events.push_back(PartDelta{candidate.openPart, PartDelta::Kind::Annotation, dumpJson(citation)});
    }
}

void StreamDecoder::addPart(Candidate &candidate, Part part, StreamEvents &events)
{
    if (auto *text = part.as<TextPart>()) {
        std::string piece = std::exchange(text->text, {});
        addText(candidate, Open::Text, std::move(piece), std::move(part), events);
        return;
    }
    if (auto *reasoning = part.as<ReasoningPart>()) {
        std::string piece = std::exchange(reasoning->text, {});
        addText(candidate, Open::Reasoning, std::move(piece), std::move(part), events);
        return;
    }
    closeOpen(candidate, std::nullopt, events);
    if (part.as<ToolCallPart>()) {
        addCall(candidate, std::move(part), events);
        return;
    }
    auto state = part.state;
    const std::size_t index = startPart(candidate, std::move(part), events);
    events.push_back(PartEnded{index, std::move(state)});
}

// A signature ends the part that it came with; pieces without one go on with the open part of their kind.
void StreamDecoder::addText(Candidate &candidate, Open kind, std::string text, Part part, StreamEvents &events)
{
    auto state = part.state;
    if (text.empty() && !state)
        return;
    if (candidate.open != kind || candidate.stateOfText) {
        closeOpen(candidate, std::nullopt, events);
        candidate.openPart = startPart(candidate, std::move(part), events);
        candidate.open = kind;
    }
    if (kind == Open::Text && m_mayBeGrounded)
        candidate.text += text;
    if (!text.empty())
        events.push_back(PartDelta{candidate.openPart, PartDelta::Kind::Text, std::move(text)});
    if (state && kind == Open::Text && m_mayBeGrounded)
        candidate.stateOfText = std::move(state);
    else if (state)
        closeOpen(candidate, std::move(state), events);
}

void StreamDecoder::addCall(Candidate &candidate, Part part, StreamEvents &events)
{
    candidate.hasCalls = true;
    auto state = part.state;
    std::string arguments = std::exchange(part.as<ToolCallPart>()->arguments, {});
    const std::size_t index = startPart(candidate, std::move(part), events);
    if (!arguments.empty())
        events.push_back(PartDelta{index, PartDelta::Kind::Arguments, std::move(arguments)});
    events.push_back(PartEnded{index, std::move(state)});
}

void StreamDecoder::reportUsage(StreamEvents &events)
{
    if (m_usage.is_object() && m_hasStarted)
        events.push_back(UsageReported{decodeUsage(m_usage), dumpJson(m_usage)});
}

void StreamDecoder::fail(Error error, StreamEvents &events)
{
    for (Candidate &candidate : m_candidates)
        closeOpen(candidate, std::nullopt, events);
    reportUsage(events);
    events.push_back(StreamFailed{std::move(error)});
    m_hasEnded = true;
}

bool StreamDecoder::isWhole() const
{
    if (m_candidates.empty())
        return !m_blockReason.empty();
    return std::all_of(m_candidates.begin(), m_candidates.end(),
                       [](const Candidate &candidate) { return !candidate.reason.empty(); });
}

std::optional<Error> StreamDecoder::failureOfAll() const
{
    std::optional<Error> first;
    for (const Candidate &candidate : m_candidates) {
        auto failure = failureOf(candidate.reason, candidate.hasContent, candidate.message);
        if (!failure)
            return std::nullopt;
        if (!first)
            first = std::move(failure);
    }
    return first;
}

void StreamDecoder::endChoice(const Candidate &candidate, StreamEvents &events)
{
    ChoiceEnded ended;
    ended.choice = candidate.index;
    ended.finishReason = finishReasonOf(candidate.reason);
    if (candidate.hasCalls && (ended.finishReason == FinishReason::Stop || ended.finishReason == FinishReason::Unknown))
        ended.finishReason = FinishReason::ToolCalls;
    ended.rawFinishReason = candidate.reason;
    events.push_back(std::move(ended));
}

void StreamDecoder::finish(const Error *failure, StreamEvents &events)
{
    if (m_hasEnded)
        return;
    if (!isWhole()) {
        fail(failure ? *failure
                     : Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                                       "The provider ended the stream without a finish reason."),
             events);
        return;
    }
    if (auto givenUp = failureOfAll()) {
        fail(std::move(*givenUp), events);
        return;
    }
    if (m_candidates.empty()) {
        reportUsage(events);
        events.push_back(ChoiceEnded{0, FinishReason::ContentFilter, m_blockReason, {}});
    } else {
        for (Candidate &candidate : m_candidates) {
            cite(candidate, events);
            closeOpen(candidate, std::nullopt, events);
        }
        reportUsage(events);
        for (const Candidate &candidate : m_candidates)
            endChoice(candidate, events);
    }
    events.push_back(MessageEnded{});
    m_hasEnded = true;
}

} // namespace gateway::translation::gemini
