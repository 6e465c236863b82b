#include "gateway/translation/dialects/gemini_generate/response_encoder.h"

#include "gateway/translation/dialects/gemini_generate/answer_writer.h"
#include "gateway/translation/dialects/gemini_generate/finish_reasons.h"
#include "gateway/translation/dialects/gemini_generate/grounding_codec.h"
#include "gateway/translation/dialects/gemini_generate/logprobs_codec.h"
#include "gateway/translation/dialects/gemini_generate/one_of_answer.h"
#include "gateway/translation/dialects/gemini_generate/part_encoder.h"
#include "gateway/translation/dialects/gemini_generate/usage_codec.h"

namespace gateway::translation::gemini {

namespace {

// Of the last text with citations: Google tells one groundingMetadata for the candidate.
Json groundingOf(const Choice &choice, ConversionReport &report)
{
    Json grounding;
    for (const Part &part : choice.parts) {
        const auto *text = part.as<TextPart>();
        if (!text || text->annotations.empty())
            continue;
        if (!grounding.is_null())
            report.dropped("answer/content/annotations", "Gemini tells the citations of one text only.");
        if (Json next = groundingFrom(text->annotations, text->text, report); !next.is_null())
            grounding = std::move(next);
    }
    return grounding;
}

Json candidateOf(const Choice &choice, ExchangeState &state)
{
    Json parts = Json::array();
    std::optional<OpaqueState> thought;
    for (Part part : choice.parts) {
        carryThoughtState(part, thought);
        takeWord(part, state);
        if (Json json = answerPart(part, state); !json.is_null())
            parts.push_back(std::move(json));
    }
    if (parts.empty()) // the SDKs' chats take a candidate without parts for a broken answer
        parts.push_back(textPart(""));
    Json candidate{{"content", Json{{"parts", std::move(parts)}, {"role", "model"}}}};
    candidate["finishReason"] = finishReasonWord(choice.finishReason, choice.rawFinishReason, state);
    candidate["index"] = choice.index;
    if (Json grounding = groundingOf(choice, state.answerReport); !grounding.is_null())
        candidate["groundingMetadata"] = std::move(grounding);
    if (Json logprobs = encodeLogprobs(choice.logprobs); !logprobs.is_null())
        candidate["logprobsResult"] = std::move(logprobs);
    return candidate;
}

} // namespace

std::string encodeResponse(const ChatResponse &response, ExchangeState &state)
{
    Json body = Json::object();
    body["candidates"] = Json::array();
    for (const Choice &choice : response.choices)
        body["candidates"].push_back(candidateOf(choice, state));
    if (response.choices.empty())
        body["candidates"].push_back(candidateOf(Choice{}, state));
    if (Json usage = encodeUsage(response.usage); !usage.is_null())
        body["usageMetadata"] = std::move(usage);
    body["modelVersion"] = response.model.empty() ? state.request().model : response.model;
    body["responseId"] = response.id.empty() ? state.makeId("resp_") : response.id;
    return dumpJson(body);
}

} // namespace gateway::translation::gemini
