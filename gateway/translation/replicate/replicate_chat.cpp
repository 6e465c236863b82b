#include "gateway/translation/replicate/replicate_chat.h"

#include "gateway/translation/canonical/instruction.h"
#include "gateway/translation/replicate/predictions.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace gateway::translation::replicate {

namespace {

constexpr auto noWord = "Replicate's language models take a prompt and have no word for it.";

struct Picture {
    std::string address; // or a data URL
    std::string pointer; // its place in the request
};

struct Prompt {
    std::string system;
    std::vector<std::pair<Role, std::string>> turns;
    std::vector<Picture> pictures;
};

std::optional<std::string> addressOf(const MediaPart &media)
{
    if (media.kind != MediaKind::Image)
        return std::nullopt;
    if (media.source == MediaPart::Source::Url)
        return media.value;
    if (media.source != MediaPart::Source::Base64)
        return std::nullopt;
    return "data:" + (media.mediaType.empty() ? "image/png" : media.mediaType) + ";base64," + media.value;
}

// The text of a message; pictures are put aside, all else is noted at its place.
std::string takeMessage(const Message &message, std::size_t index, Prompt &prompt, ConversionReport &report)
{
    for (std::size_t part = 0; part < message.parts.size(); ++part) {
        const std::string pointer = "/messages/" + std::to_string(index) + "/content/" + std::to_string(part);
        const auto *media = message.parts[part].as<MediaPart>();
        const bool isText = message.parts[part].as<TextPart>() || message.parts[part].as<ReasoningPart>();
        if (auto address = media ? addressOf(*media) : std::nullopt)
            prompt.pictures.push_back({std::move(*address), pointer});
        else if (!isText)
            report.dropped(pointer, noWord);
    }
    return joinedText(message.parts);
}

// Each maker's models have an input of their own for pictures; most take one, and the last is what is asked about.
void addPictures(Json &input, const Prompt &prompt, std::string_view model, ConversionReport &report)
{
    if (prompt.pictures.empty())
        return;
    const bool isOpenAi = model.starts_with("openai/");
    if (!isOpenAi && !model.starts_with("google/")) {
        input["image"] = prompt.pictures.back().address;
        for (auto each = prompt.pictures.begin(); each + 1 != prompt.pictures.end(); ++each)
            report.dropped(each->pointer, "The model takes one picture: the last.");
        return;
    }
    Json &all = input[isOpenAi ? "image_input" : "images"];
    all = Json::array();
    for (const Picture &picture : prompt.pictures)
        all.push_back(picture.address);
}

Prompt promptOf(const ChatRequest &request, ConversionReport &report)
{
    Prompt prompt;
    for (std::size_t index = 0; index < request.messages.size(); ++index) {
        const Message &message = request.messages[index];
        std::string text = takeMessage(message, index, prompt, report);
        if (text.empty())
            continue;
        if (isInstruction(message))
            prompt.system += (prompt.system.empty() ? "" : "\n\n") + text;
        else
            prompt.turns.emplace_back(message.role, std::move(text));
    }
    return prompt;
}

// A conversation as a text that goes on with the answer; a single question as it is.
std::string asText(const Prompt &prompt)
{
    if (prompt.turns.size() == 1)
        return prompt.turns.front().second;
    std::string text;
    for (const auto &[role, said] : prompt.turns)
        text += (role == Role::Assistant ? "Assistant: " : "User: ") + said + "\n\n";
    return text + "Assistant:";
}

void addSampling(Json &input, const ChatRequest &request, std::string_view model, ConversionReport &report)
{
    const SamplingOptions &sampling = request.sampling;
    if (sampling.maxOutputTokens)
        input[model.starts_with("openai/") ? "max_completion_tokens" : "max_tokens"] = *sampling.maxOutputTokens;
    const auto add = [&input](const char *name, const auto &value) {
        if (value)
            input[name] = *value;
    };
    add("temperature", sampling.temperature);
    add("top_p", sampling.topP);
    add("top_k", sampling.topK);
    add("presence_penalty", sampling.presencePenalty);
    add("frequency_penalty", sampling.frequencyPenalty);
    add("seed", sampling.seed);
    std::string stops; // Replicate's own models take them in one text
    for (const std::string &stop : sampling.stopSequences)
        stops += (stops.empty() ? "" : ",") + stop;
    if (!stops.empty())
        input["stop_sequences"] = stops;
    for (const auto &[pointer, isSaid] :
         {std::pair("/n", sampling.choiceCount.value_or(1) > 1), std::pair("/logprobs", sampling.logprobs == true),
          std::pair("/logit_bias", !sampling.logitBias.is_null())}) {
        if (isSaid)
            report.dropped(pointer, noWord);
    }
}

void noteRest(const ChatRequest &request, ConversionReport &report)
{
    const bool isReasoning = request.reasoning != ReasoningOptions();
    for (const auto &[pointer, isSaid] :
         {std::pair("/tools", !request.tools.empty()),
          std::pair("/response_format", request.outputFormat.kind != OutputFormat::Kind::Text),
          std::pair("/reasoning_effort", isReasoning), std::pair("/user", !request.endUserId.empty()),
          std::pair("/metadata", !request.metadata.is_null()), std::pair("/verbosity", !request.verbosity.empty()),
          std::pair("/service_tier", !request.serviceTier.empty())}) {
        if (isSaid)
            report.dropped(pointer, noWord);
    }
    for (const Extension &extension : request.extensions.entries()) {
        for (const auto &[name, value] : extension.members.items())
            report.dropped('/' + name, noWord);
    }
}

// Nothing is streamed: an answer is asked after until it is done. What comes as events is no answer of Replicate's.
class NoStream final : public ProviderStreamDecoder {
public:
    void decode(const ProviderFrame &, StreamEvents &) override {}
    void finish(const Error *failure, StreamEvents &events) override
    {
        events.emplace_back(StreamFailed{failure
                                             ? *failure
                                             : Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                                               "The provider streams what has to be one answer.")});
    }
    bool isComplete() const override { return false; }
};

class ReplicateChat final : public ProviderDialect {
public:
    DialectId id() const override { return DialectId::OpenAiChat; }

    Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &,
                                         ConversionReport &report) const override
    {
        const Prompt prompt = promptOf(request, report);
        if (prompt.turns.empty())
            return unexpected(invalidMember("/messages", "there is no text for the model."));
        Json input{{"prompt", asText(prompt)}};
        if (!prompt.system.empty())
            input["system_prompt"] = prompt.system;
        if (prompt.turns.size() > 1)
            report.approximated("/messages", "The conversation is one text with the names of its speakers.");
        addPictures(input, prompt, call.model, report);
        addSampling(input, request, call.model, report);
        noteRest(request, report);
        return encodePrediction(call.model, std::move(input), Wait::ForTheOutput);
    }

    Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &) const override
    {
        const auto prediction = readPrediction(body);
        if (!prediction)
            return unexpected(prediction.error());
        if (prediction->state == State::Failed)
            return unexpected(failureOf(*prediction));
        std::string text;
        for (const std::string &piece : prediction->output)
            text += piece;
        Choice choice;
        choice.parts.push_back(makeText(std::move(text)));
        choice.finishReason = FinishReason::Stop;
        choice.rawFinishReason = "succeeded";
        ChatResponse response;
        response.id = prediction->id;
        response.model = prediction->model;
        response.choices.push_back(std::move(choice));
        if (prediction->inputTokens > 0 || prediction->outputTokens > 0) {
            response.usage.uncachedInput = prediction->inputTokens;
            response.usage.output = prediction->outputTokens;
        }
        return response;
    }

    std::unique_ptr<ProviderStreamDecoder> beginStream(ExchangeState &) const override
    {
        return std::make_unique<NoStream>();
    }
};

} // namespace

const ProviderDialect &chatDialect()
{
    static const ReplicateChat dialect;
    return dialect;
}

} // namespace gateway::translation::replicate
