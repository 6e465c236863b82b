#include "gateway/translation/dialects/anthropic_messages/annotation_codec.h"
#include "gateway/translation/dialects/anthropic_messages/answer_words.h"
#include "gateway/translation/dialects/anthropic_messages/block_decoder.h"
#include "gateway/translation/dialects/anthropic_messages/response_codec.h"
#include "gateway/translation/dialects/anthropic_messages/tool_codec.h"
#include "gateway/translation/dialects/foreign_options.h"

#include <array>

namespace gateway::translation::anthropic {

namespace {

Error protocolError(std::string message)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget, std::move(message));
}

// Documented at docs.claude.com/en/api/errors; a frame has no status of its own.
std::optional<int> statusOfErrorType(std::string_view type)
{
    constexpr std::array<std::pair<std::string_view, int>, 10> statuses{{
        {"invalid_request_error", 400},
        {"authentication_error", 401},
        {"billing_error", 402},
        {"permission_error", 403},
        {"not_found_error", 404},
        {"request_too_large", 413},
        {"rate_limit_error", 429},
        {"api_error", 500},
        {"timeout_error", 504},
        {"overloaded_error", 529},
    }};
    for (const auto &[name, status] : statuses) {
        if (name == type)
            return status;
    }
    return std::nullopt;
}

bool isServerCall(const Part &part)
{
    const auto *opaque = part.as<OpaquePart>();
    return opaque && textMember(opaque->json, "type").ends_with("tool_use");
}

// A part as the client knows it: names, custom input, citations and forced output.
void adaptPart(Part &part, ExchangeState &state, std::size_t &callCount)
{
    if (auto *text = part.as<TextPart>()) {
        for (Json &annotation : text->annotations) {
            Json citation = annotation;
            citation.erase("dialect");
            annotation = annotationFromCitation(citation, state.clientDialect(), text->text.size());
        }
        return;
    }
    auto *call = part.as<ToolCallPart>();
    if (!call)
        return;
    if (!state.outputTool.empty() && call->name == state.outputTool) {
        part = makeText(std::move(call->arguments));
        return;
    }
    ++callCount;
    const std::string providerName = call->name;
    nameCallForClient(providerName, state, *call);
    if (call->kind == ToolCallPart::Kind::Custom)
        call->arguments = unwrappedInput(call->arguments);
}

Result<Choice> decodeChoice(const Json &body, ExchangeState &state)
{
    const Json *content = findArray(body, "content");
    if (!content)
        return unexpected(protocolError("The provider's answer has no content."));
    Choice choice;
    std::size_t callCount = 0;
    bool hasServerCall = false;
    for (std::size_t i = 0; i < content->size(); ++i) {
        auto part = decodeBlock((*content)[i], pointerTo("answer/content", i));
        if (!part) {
            state.answerReport.dropped(pointerTo("answer/content", i), part.error().message);
            continue;
        }
        adaptPart(*part, state, callCount);
        hasServerCall = hasServerCall || isServerCall(*part);
        choice.parts.push_back(std::move(*part));
    }
    choice.rawFinishReason = textMember(body, "stop_reason");
    auto reason = settledReason(finishReasonOf(choice.rawFinishReason), callCount, hasServerCall, state);
    if (!reason)
        return unexpected(std::move(reason.error()));
    choice.finishReason = *reason;
    choice.stopSequence = textMember(body, "stop_sequence");
    return choice;
}

} // namespace

Error errorFrom(const Json &envelope)
{
    const Json *error = findObject(envelope, "error");
    const std::string_view type = error ? textMember(*error, "type") : std::string_view();
    std::string message(error ? textMember(*error, "message") : textMember(envelope, "message"));
    if (message.empty())
        message = "The provider ended the answer with an error.";
    const auto status = statusOfErrorType(type);
    const bool isOurs = status && *status < 429 && *status != 401 && *status != 403;
    Error read = Error::upstream(ErrorCode::UpstreamStatus, isOurs ? RetryAdvice::Never : RetryAdvice::OtherTarget,
                                 std::move(message));
    read.upstreamStatus = status.value_or(500);
    return read;
}

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state)
{
    const auto json = parseJson(body);
    if (!json || !json->is_object())
        return unexpected(protocolError("The provider's answer is not a JSON object."));
    if (textMember(*json, "type") == "error")
        return unexpected(errorFrom(*json));
    auto choice = decodeChoice(*json, state);
    if (!choice)
        return unexpected(std::move(choice.error()));
    ChatResponse response;
    response.id = textMember(*json, "id");
    response.model = textMember(*json, "model");
    response.choices.push_back(std::move(*choice));
    if (const Json *usage = findObject(*json, "usage")) {
        response.usage = usageFrom(*usage);
        response.rawUsage = dumpJson(*usage);
        response.serviceTier = textMember(*usage, "service_tier");
    }
    keepUnknown(*json, {"id", "type", "role", "model", "content", "stop_reason", "stop_sequence", "usage"},
                response.extensions);
    noteForeignMembers(response, state.clientDialect(), state.answerReport);
    return response;
}

} // namespace gateway::translation::anthropic
