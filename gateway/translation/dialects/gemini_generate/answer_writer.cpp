#include "gateway/translation/dialects/gemini_generate/answer_writer.h"

#include "gateway/translation/dialects/gemini_generate/media_codec.h"
#include "gateway/translation/dialects/gemini_generate/part_encoder.h"
#include "gateway/translation/dialects/gemini_generate/signature_codec.h"

#include <utility>

namespace gateway::translation::gemini {

namespace {

// google.rpc.Code names by HTTP status (google/rpc/code.proto).
std::string_view statusName(int httpStatus)
{
    switch (httpStatus) {
    case 400: return "INVALID_ARGUMENT";
    case 401: return "UNAUTHENTICATED";
    case 403: return "PERMISSION_DENIED";
    case 404: return "NOT_FOUND";
    case 409: return "ABORTED";
    case 429: return "RESOURCE_EXHAUSTED";
    case 499: return "CANCELLED";
    case 501: return "UNIMPLEMENTED";
    case 502:
    case 503:
    case 529: return "UNAVAILABLE";
    case 408:
    case 504: return "DEADLINE_EXCEEDED";
    default: break;
    }
    return httpStatus >= 500 ? "INTERNAL" : "INVALID_ARGUMENT";
}

Json mediaAnswer(const MediaPart &media, ExchangeState &state)
{
    if (media.source == MediaPart::Source::PlainText)
        return textPart(media.value);
    auto json = encodeMedia(media, false);
    if (json)
        return std::move(*json);
    state.answerReport.dropped("answer/content", "A file of the answer is kept at the provider.");
    return {};
}

} // namespace

void carryThoughtState(Part &part, std::optional<OpaqueState> &thought)
{
    if (part.as<ReasoningPart>() && part.state && part.state->origin == DialectId::OpenAiResponses)
        thought = part.state;
    else if (part.as<ToolCallPart>() && !part.state)
        part.state = std::exchange(thought, std::nullopt);
}

void addAnswerState(Json &part, const std::optional<OpaqueState> &state)
{
    if (state)
        part["thoughtSignature"] = signatureForClient(*state);
}

Json answerPart(const Part &part, ExchangeState &state)
{
    Json json;
    std::string_view field = "text";
    if (const auto *text = part.as<TextPart>()) { // its citations belong to the whole candidate
        if (!text->text.empty() || part.state)
            json = textPart(text->text);
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        if (!refusal->text.empty())
            json = textPart(refusal->text);
    } else if (const auto *reasoning = part.as<ReasoningPart>()) {
        if (!reasoning->text.empty() || part.state)
            json = thoughtPart(reasoning->text);
    } else if (const auto *call = part.as<ToolCallPart>()) {
        field = "functionCall";
        bool wasWrapped = false;
        const bool isCustom = call->kind == ToolCallPart::Kind::Custom;
        json = callPart(call->id, call->name, isCustom ? dumpJson(Json{{"input", call->arguments}}) : call->arguments,
                        wasWrapped);
        if (wasWrapped)
            state.answerReport.approximated("answer/content",
                                            "Arguments that are no JSON object became its \"input\".");
    } else if (const auto *media = part.as<MediaPart>()) {
        json = mediaAnswer(*media, state);
        field = json.contains("inlineData") ? "inlineData" : "fileData";
    } else if (const auto *opaque = part.as<OpaquePart>(); opaque && opaque->dialect == DialectId::GeminiGenerate) {
        return opaque->json;
    } else {
        state.answerReport.dropped("answer/content", "A part of the answer belongs to the provider's own dialect.");
    }
    if (json.is_null())
        return json;
    addAnswerState(json, part.state);
    addExtensions(json, part.extensions, field);
    return json;
}

std::string errorBody(const Error &error)
{
    int status = error.httpStatus();
    if (status < 400 || status > 599)
        status = 500;
    const Json body{{"error", Json{{"code", status}, {"message", error.message}, {"status", statusName(status)}}}};
    return dumpJson(body);
}

} // namespace gateway::translation::gemini
