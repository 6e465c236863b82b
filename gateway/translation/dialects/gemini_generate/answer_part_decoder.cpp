#include "gateway/translation/dialects/gemini_generate/answer_part_decoder.h"

#include "gateway/translation/dialects/gemini_generate/part_decoder.h"
#include "gateway/translation/dialects/tool_names.h"

namespace gateway::translation::gemini {

std::optional<Part> decodeAnswerPart(const Json &json, ExchangeState &state)
{
    auto part = decodePart(json, "answer/candidates/content/parts");
    if (!part) {
        state.answerReport.dropped("answer/candidates/content/parts", "A part makes no sense: " + part.error().message);
        return std::nullopt;
    }
    auto *call = part->as<ToolCallPart>();
    if (!call)
        return std::move(*part);
    if (!state.outputTool.empty() && call->name == state.outputTool) {
        part->content = TextPart{call->arguments, {}};
        part->extensions = {};
        return std::move(*part);
    }
    if (call->id.empty())
        call->id = state.makeCallId();
    const std::string providerName = call->name;
    nameCallForClient(providerName, state, *call);
    if (call->kind == ToolCallPart::Kind::Custom)
        call->arguments = unwrappedInput(call->arguments);
    return std::move(*part);
}

std::optional<Error> errorInside(const Json &body)
{
    const Json *error = findObject(body, "error");
    if (!error)
        return std::nullopt;
    const std::string_view told = textMember(*error, "message");
    const std::string message = told.empty() ? "The provider reported an error." : std::string(told);
    const auto code = integerMember(*error, "code");
    const bool isStatus = code && *code >= 400 && *code < 600;
    const bool isPassing = !isStatus || *code >= 500 || *code == 429;
    Error result = Error::upstream(ErrorCode::UpstreamStatus, isPassing ? RetryAdvice::OtherTarget : RetryAdvice::Never,
                                   message, std::string(textMember(*error, "status")));
    if (isStatus)
        result.upstreamStatus = static_cast<int>(*code);
    return result;
}

} // namespace gateway::translation::gemini
