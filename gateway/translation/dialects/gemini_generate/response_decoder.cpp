#include "gateway/translation/dialects/gemini_generate/response_decoder.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/gemini_generate/answer_part_decoder.h"
#include "gateway/translation/dialects/gemini_generate/candidate_notes.h"
#include "gateway/translation/dialects/gemini_generate/field_reader.h"
#include "gateway/translation/dialects/gemini_generate/finish_reasons.h"
#include "gateway/translation/dialects/gemini_generate/grounding_codec.h"
#include "gateway/translation/dialects/gemini_generate/logprobs_codec.h"
#include "gateway/translation/dialects/gemini_generate/usage_codec.h"

#include <algorithm>

namespace gateway::translation::gemini {

namespace {

// A signature at the end of a text comes as a part of its own, with empty text.
bool joinsLast(const std::vector<Part> &parts, const Part &part)
{
    const auto *text = part.as<TextPart>();
    return text && text->text.empty() && part.state && !parts.empty() && !parts.back().state
           && parts.back().as<TextPart>();
}

// Citations belong to the answer's last text.
void addCitations(const Json &grounding, Choice &choice, ConversionReport &report)
{
    const auto last = std::find_if(choice.parts.rbegin(), choice.parts.rend(),
                                   [](const Part &part) { return part.as<TextPart>() != nullptr; });
    TextPart *text = last == choice.parts.rend() ? nullptr : last->as<TextPart>();
    auto citations = citationsFrom(grounding, text ? text->text : std::string_view(), report);
    if (text)
        text->annotations = std::move(citations);
    else if (!citations.empty())
        report.dropped("answer/candidates/groundingMetadata", "There is no text that the citations could belong to.");
}

Choice decodeCandidate(const Json &candidate, ExchangeState &state)
{
    Choice choice;
    choice.index = integerMember(candidate, "index").value_or(0);
    const Json *content = findObject(candidate, "content");
    const Json *parts = content ? findArray(*content, "parts") : nullptr;
    bool hasCalls = false;
    for (std::size_t i = 0; parts && i < parts->size(); ++i) {
        auto part = decodeAnswerPart((*parts)[i], state);
        if (!part)
            continue;
        hasCalls = hasCalls || part->as<ToolCallPart>();
        if (joinsLast(choice.parts, *part))
            choice.parts.back().state = std::move(part->state);
        else
            choice.parts.push_back(std::move(*part));
    }
    choice.rawFinishReason = textMember(candidate, "finishReason");
    choice.finishReason = finishReasonOf(choice.rawFinishReason);
    if (hasCalls && (choice.finishReason == FinishReason::Stop || choice.finishReason == FinishReason::Unknown))
        choice.finishReason = FinishReason::ToolCalls;
    if (const Json *logprobs = findObject(candidate, "logprobsResult"))
        choice.logprobs = decodeLogprobs(*logprobs);
    if (const Json *grounding = findObject(candidate, "groundingMetadata"))
        addCitations(*grounding, choice, state.answerReport);
    noteCandidateMembers(candidate, state.answerReport);
    return choice;
}

Result<ChatResponse> withoutCandidates(ChatResponse response, const Json &body)
{
    const Json *feedback = findObject(body, "promptFeedback");
    const std::string_view reason = feedback ? textMember(*feedback, "blockReason") : std::string_view();
    if (reason.empty()) {
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                          "The provider sent an answer without candidates."));
    }
    Choice choice;
    choice.finishReason = FinishReason::ContentFilter;
    choice.rawFinishReason = reason;
    response.choices.push_back(std::move(choice));
    return response;
}

} // namespace

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state)
{
    const auto json = parseJson(body);
    if (!json || !json->is_object()) {
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                          "The provider's answer is not a JSON object."));
    }
    if (auto error = errorInside(*json))
        return unexpected(std::move(*error));
    ChatResponse response;
    response.id = textMember(*json, "responseId");
    response.model = textMember(*json, "modelVersion");
    if (const Json *usage = findObject(*json, "usageMetadata")) {
        response.usage = decodeUsage(*usage);
        response.rawUsage = dumpJson(*usage);
        response.serviceTier = textMember(*usage, "serviceTier");
    }
    noteAnswerMembers(*json, state.answerReport);
    const Json *candidates = findArray(*json, "candidates");
    if (!candidates || candidates->empty())
        return withoutCandidates(std::move(response), *json);
    std::optional<Error> failure; // of the first candidate, if none ended well
    bool hasEndedWell = false;
    for (const Json &candidate : *candidates) {
        Choice choice = decodeCandidate(candidate, state);
        const bool isTwice = std::any_of(response.choices.begin(), response.choices.end(),
                                         [&](const Choice &one) { return one.index == choice.index; });
        if (isTwice)
            choice.index = static_cast<std::int64_t>(response.choices.size());
        auto failed = failureOf(choice.rawFinishReason, !choice.parts.empty(), textMember(candidate, "finishMessage"));
        hasEndedWell = hasEndedWell || !failed;
        if (!failure)
            failure = std::move(failed);
        response.choices.push_back(std::move(choice));
    }
    if (!hasEndedWell)
        return unexpected(std::move(*failure));
    noteForeignMembers(response, state.clientDialect(), state.answerReport);
    return response;
}

} // namespace gateway::translation::gemini
