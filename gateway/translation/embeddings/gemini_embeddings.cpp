#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/embeddings/embedding_codec.h"
#include "gateway/translation/embeddings/vector_codec.h"
#include "gateway/translation/json/object_writer.h"

namespace gateway::translation {

namespace {

// The proto's snake_case is read, too.
const Json *eitherMember(const Json &object, std::string_view name, std::string_view snakeName)
{
    const Json *value = findMember(object, name);
    return value ? value : findMember(object, snakeName);
}

// One request, of a batch or alone. What is said for all is taken from the first.
std::optional<Error> readOne(const Json &each, const std::string &pointer, bool isFirst, EmbeddingRequest &request)
{
    const Json *content = findObject(each, "content");
    const Json *parts = content ? findArray(*content, "parts") : nullptr;
    if (!parts)
        return invalidMember(pointer + "/content/parts", "is required.");
    std::string text;
    for (std::size_t index = 0; index < parts->size(); ++index) {
        const auto said = optionalText((*parts)[index], "text");
        if (!said)
            return invalidMember(pointer + "/content/parts/" + std::to_string(index),
                                 "Only Gemini itself embeds what is no text.");
        text += *said;
    }
    request.inputs.emplace_back(std::move(text));

    const Json *type = eitherMember(each, "taskType", "task_type");
    const Json *length = eitherMember(each, "outputDimensionality", "output_dimensionality");
    const auto purpose =
        type && type->is_string() ? purposeFromName(type->get<std::string>()) : EmbeddingPurpose::Unset;
    const auto dimensions =
        length && length->is_number_integer() ? std::optional(length->get<std::int64_t>()) : std::nullopt;
    if (!isFirst && (purpose != request.purpose || dimensions != request.dimensions))
        return invalidMember(pointer, "Other providers embed a batch for one purpose and in one length.");
    request.purpose = purpose;
    request.dimensions = dimensions;
    if (isFirst)
        request.title = textMember(each, "title");
    else if (textMember(each, "title") != request.title)
        request.title.clear();
    return std::nullopt;
}

class GeminiEmbeddings final : public EmbeddingCodec {
public:
    Result<EmbeddingRequest> decodeRequest(const EmbeddingCall &call) const override
    {
        const auto body = parseJson(call.body);
        if (!body)
            return unexpected(body.error());
        EmbeddingRequest request;
        request.family = DialectFamily::Gemini;
        request.model = call.pathModel;
        request.isBatch = call.isBatch;
        if (!call.isBatch) {
            if (auto problem = readOne(*body, {}, true, request))
                return unexpected(std::move(*problem));
            return request;
        }
        const Json *requests = findArray(*body, "requests");
        if (!requests || requests->empty())
            return unexpected(invalidMember("/requests", "is required."));
        for (std::size_t index = 0; index < requests->size(); ++index) {
            if (auto problem = readOne((*requests)[index], "/requests/" + std::to_string(index), index == 0, request))
                return unexpected(std::move(*problem));
        }
        return request;
    }

    std::string encodeResponse(const EmbeddingResponse &response, const EmbeddingRequest &request) const override
    {
        ObjectWriter answer;
        const auto writeOne = [](const std::vector<float> &vector) {
            return ObjectWriter().addRaw("values", writeFloats(vector)).finished();
        };
        if (request.isBatch) {
            std::string list = "[";
            for (const auto &vector : response.vectors) {
                list += list.size() > 1 ? "," : "";
                list += writeOne(vector);
            }
            answer.addRaw("embeddings", list + "]");
        } else {
            answer.addRaw("embedding", writeOne(response.vectors.front()));
        }
        if (const auto tokens = response.usage.uncachedInput)
            answer.addRaw("usageMetadata", ObjectWriter().addNumber("promptTokenCount", *tokens).finished());
        return answer.finished();
    }

    Result<EncodedRequest> encodeRequest(const EmbeddingRequest &request, const ProviderCall &call,
                                         ConversionReport &report) const override
    {
        auto texts = textsOf(request);
        if (!texts)
            return unexpected(texts.error());
        const auto path = gemini::modelPath(call.model);
        if (!path)
            return unexpected(path.error());
        Json requests = Json::array();
        for (std::string &text : *texts) {
            Json each = Json::object();
            each["model"] = gemini::modelResource(call.model);
            each["content"] = {{"parts", Json::array({Json{{"text", std::move(text)}}})}};
            if (request.purpose != EmbeddingPurpose::Unset)
                each["taskType"] = geminiTaskType(request.purpose);
            if (!request.title.empty())
                each["title"] = request.title;
            if (request.dimensions)
                each["outputDimensionality"] = *request.dimensions;
            requests.push_back(std::move(each));
        }
        if (!request.endUserId.empty())
            report.dropped("/user", "Gemini takes no id of the end user.");
        if (!request.truncation.empty() && request.truncation != "END")
            report.dropped("/truncate", "Gemini cuts texts that are too long at their end.");
        dropExtras(request, report);
        EncodedRequest encoded;
        encoded.path = "/v1beta/" + *path + ":batchEmbedContents";
        encoded.body = dumpJson(Json{{"requests", std::move(requests)}});
        return encoded;
    }

    Result<EmbeddingResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        EmbeddingResponse response;
        JsonElements list(answer["embeddings"]);
        while (const auto element = list.next()) {
            auto vector = readVector((*element)["values"]);
            if (!vector)
                return unexpected(vector.error());
            response.vectors.push_back(std::move(*vector));
        }
        if (response.vectors.empty())
            return unexpected(unreadableEmbeddings(body));
        const JsonValue usage = answer["usageMetadata"];
        response.rawUsage = usage.isObject() ? usage.raw() : std::string_view();
        response.usage.uncachedInput = usage["promptTokenCount"].integer();
        return response;
    }
};

} // namespace

const EmbeddingCodec &geminiEmbeddings()
{
    static const GeminiEmbeddings codec;
    return codec;
}

std::optional<std::string> withGeminiEmbeddingModel(std::string_view body, std::string_view model)
{
    auto document = parseJson(body);
    if (!document || !document->is_object())
        return std::nullopt;
    const std::string name = gemini::modelResource(model);
    bool isChanged = false;
    const auto rename = [&](Json &each) {
        if (!each.is_object() || !each.contains("model") || each["model"] == name)
            return;
        each["model"] = name;
        isChanged = true;
    };
    rename(*document);
    if (document->contains("requests") && (*document)["requests"].is_array()) {
        for (Json &each : (*document)["requests"])
            rename(each);
    }
    return isChanged ? std::optional(dumpJson(*document)) : std::nullopt;
}

} // namespace gateway::translation
