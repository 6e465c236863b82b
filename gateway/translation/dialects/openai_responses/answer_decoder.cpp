#include "gateway/translation/dialects/openai_responses/answer_decoder.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/openai_responses/answer_facts.h"
#include "gateway/translation/dialects/openai_responses/item_decoder.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"

#include <algorithm>

namespace gateway::translation::openai_responses {

namespace {

void takeLogprobs(Part &part, Json *logprobs)
{
    const Json *tokens = part.extensions.find(ownDialect, "logprobs");
    if (!tokens || !tokens->is_array())
        return;
    if (logprobs) {
        if (!logprobs->is_object())
            *logprobs = Json{{"content", Json::array()}};
        for (const Json &token : *tokens)
            (*logprobs)["content"].push_back(token);
    }
    Extensions rest;
    for (const auto &[name, value] : part.extensions.find(ownDialect)->items()) {
        if (name != "logprobs")
            rest.set(ownDialect, name, value);
    }
    part.extensions = std::move(rest);
}

// A made image is an item of its own here and a part of the answer elsewhere.
std::optional<Part> decodeMadeImage(const Json &item)
{
    const auto image = optionalText(item, "result");
    if (textMember(item, "type") != "image_generation_call" || !image)
        return std::nullopt;
    MediaPart media;
    media.source = MediaPart::Source::Base64;
    const std::string_view format = textMember(item, "output_format");
    media.mediaType = format.empty() ? "image/png" : "image/" + std::string(format);
    media.value = *image;
    Part part;
    part.content = std::move(media);
    return part;
}

// What an item tells beside the part that others make of it.
void noteRest(const Json &item, ConversionReport &report)
{
    const std::string_view type = textMember(item, "type");
    if (type == "image_generation_call" && !textMember(item, "revised_prompt").empty())
        report.dropped("answer/output/revised_prompt", "Other dialects do not tell what an image was asked for with.");
    const Json *summary = findArray(item, "summary");
    const Json *content = findArray(item, "content");
    if (type == "reasoning" && summary && !summary->empty() && content && !content->empty())
        report.dropped("answer/output/content", "Reasoning is told by its summary alone.");
}

bool isCall(const Part &part)
{
    return part.as<ToolCallPart>() != nullptr;
}

bool isRefusedOnly(const std::vector<Part> &parts)
{
    const auto isRefusal = [](const Part &part) { return part.as<RefusalPart>() != nullptr; };
    return std::any_of(parts.begin(), parts.end(), isRefusal)
           && std::none_of(parts.begin(), parts.end(), [](const Part &part) { return part.as<TextPart>(); });
}

} // namespace

std::vector<Part> decodeOutputItem(const Json &item, ExchangeState &state, Json *logprobs)
{
    if (state.clientDialect() != ownDialect) {
        noteRest(item, state.answerReport);
        if (auto image = decodeMadeImage(item))
            return {std::move(*image)};
    }
    std::vector<Message> messages;
    ItemDecoder decoder(messages);
    if (const auto problem = decoder.add(item, "answer/output")) {
        state.answerReport.dropped("answer/output", "An item of the answer could not be read: " + problem->message);
        return {};
    }
    decoder.finish();
    std::vector<Part> parts;
    for (Message &message : messages) {
        for (Part &part : message.parts) {
            takeLogprobs(part, logprobs);
            if (auto *call = part.as<ToolCallPart>())
                call->name = state.clientToolName(call->name);
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state)
{
    const auto json = parseJson(body);
    if (!json || !json->is_object())
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                          "The provider's answer is not a JSON object."));
    const std::string_view status = textMember(*json, "status");
    const Json *error = findMember(*json, "error");
    if (error || status == "failed" || status == "cancelled")
        return unexpected(decodeError(error ? *error : Json(), *json));
    const Json *output = findArray(*json, "output");
    if (!output)
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                          "The provider's answer has no output."));
    ChatResponse response;
    response.id = textMember(*json, "id");
    response.model = textMember(*json, "model");
    response.createdAt = integerMember(*json, "created_at");
    response.serviceTier = textMember(*json, "service_tier");
    Choice choice;
    for (const Json &item : *output) {
        for (Part &part : decodeOutputItem(item, state, &choice.logprobs))
            choice.parts.push_back(std::move(part));
    }
    const bool hasCalls = std::any_of(choice.parts.begin(), choice.parts.end(), isCall);
    Ending ending = decodeEnding(*json, hasCalls, isRefusedOnly(choice.parts));
    choice.finishReason = ending.reason;
    choice.rawFinishReason = std::move(ending.word);
    response.choices.push_back(std::move(choice));
    if (const Json *usage = findObject(*json, "usage")) {
        response.usage = decodeUsage(*usage);
        response.rawUsage = dumpJson(*usage);
    }
    noteForeignMembers(response, state.clientDialect(), state.answerReport);
    return response;
}

} // namespace gateway::translation::openai_responses
