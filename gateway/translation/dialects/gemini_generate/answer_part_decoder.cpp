#include "gateway/translation/dialects/gemini_generate/answer_part_decoder.h"

#include "gateway/translation/dialects/gemini_generate/part_decoder.h"

namespace gateway::translation::gemini {

namespace {

// A tool of a namespace whose bare name others share is called "<namespace>__<name>" at the provider.
void setClientTool(ToolCallPart &call, ExchangeState &state)
{
    call.name = state.clientToolName(call.name);
    const Tool *tool = state.findTool(call.name);
    for (const Tool &one : state.request().tools) {
        if (tool)
            break;
        if (!one.toolNamespace.empty() && one.toolNamespace + "__" + one.name == call.name)
            tool = &one;
    }
    if (!tool)
        return;
    call.name = tool->name;
    call.toolNamespace = tool->toolNamespace;
    if (tool->kind != Tool::Kind::Custom)
        return;
    call.kind = ToolCallPart::Kind::Custom;
    if (const auto object = objectFromText(call.arguments)) {
        if (const auto input = optionalText(*object, "input"))
            call.arguments = *input;
    }
}

} // namespace

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
    setClientTool(*call, state);
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
