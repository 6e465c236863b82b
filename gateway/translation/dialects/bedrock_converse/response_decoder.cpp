#include "gateway/translation/dialects/bedrock_converse/answer_words.h"
#include "gateway/translation/dialects/bedrock_converse/block_decoder.h"
#include "gateway/translation/dialects/bedrock_converse/citation_codec.h"
#include "gateway/translation/dialects/bedrock_converse/response_codec.h"
#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/tool_names.h"

namespace gateway::translation::bedrock {

namespace {

Error protocolError(std::string message)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget, std::move(message));
}

bool isServerCall(const Part &part)
{
    const auto *opaque = part.as<OpaquePart>();
    return opaque && findMember(opaque->json, "toolUse");
}

// A part as the client knows it: names, custom input, citations and forced output.
void adaptPart(Part &part, ExchangeState &state, std::size_t &callCount)
{
    part.wireForm = nullptr; // means something in requests only
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

Result<Choice> decodeChoice(const Json &body, const Json &content, ExchangeState &state)
{
    Choice choice;
    std::size_t callCount = 0;
    bool hasServerCall = false;
    for (std::size_t i = 0; i < content.size(); ++i) {
        const std::string pointer = elementPointer("answer/output/message/content", i);
        Problem problem;
        Part part = decodeBlock(content[i], pointer, problem);
        if (problem.isSet()) {
            state.answerReport.dropped(pointer, problem.error().message);
            continue;
        }
        adaptPart(part, state, callCount);
        hasServerCall = hasServerCall || isServerCall(part);
        choice.parts.push_back(std::move(part));
    }
    choice.rawFinishReason = textMember(body, "stopReason");
    auto reason = settledReason(choice.rawFinishReason, callCount, hasServerCall, state);
    if (!reason)
        return unexpected(std::move(reason.error()));
    choice.finishReason = *reason;
    return choice;
}

// The model that a prompt router chose.
std::string_view routedModel(const Json &body)
{
    const Json *trace = findObject(body, "trace");
    const Json *router = trace ? findObject(*trace, "promptRouter") : nullptr;
    return router ? textMember(*router, "invokedModelId") : std::string_view();
}

} // namespace

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state)
{
    const auto json = parseJson(body);
    if (!json || !json->is_object())
        return unexpected(protocolError("The provider's answer is not a JSON object."));
    const Json *output = findObject(*json, "output");
    const Json *message = output ? findObject(*output, "message") : nullptr;
    if (!message && (findMember(*json, "message") || findMember(*json, "Message") || findMember(*json, "__type")))
        return unexpected(errorFromException(textMember(*json, "__type"), *json));
    const Json *content = message ? findArray(*message, "content") : nullptr;
    if (!content)
        return unexpected(protocolError("The provider's answer has no content."));
    auto choice = decodeChoice(*json, *content, state);
    if (!choice)
        return unexpected(std::move(choice.error()));
    ChatResponse response;
    response.model = routedModel(*json);
    response.choices.push_back(std::move(*choice));
    if (const Json *usage = findObject(*json, "usage")) {
        response.usage = usageFrom(*usage);
        response.rawUsage = dumpJson(*usage);
    }
    if (const Json *tier = findObject(*json, "serviceTier"))
        response.serviceTier = textMember(*tier, "type");
    for (const auto &[name, value] : json->items()) {
        const bool isKnown = name == "output" || name == "stopReason" || name == "usage" || name == "serviceTier";
        if (!isKnown && !value.is_null())
            response.extensions.set(ownDialect, name, value);
    }
    noteForeignMembers(response, state.clientDialect(), state.answerReport);
    return response;
}

} // namespace gateway::translation::bedrock
