#include "gateway/translation/embeddings/embedding_codec.h"
#include "gateway/translation/embeddings/vector_codec.h"
#include "gateway/translation/json/object_writer.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation {

namespace {

// What Cohere has no word for becomes its nearest.
std::string_view inputType(EmbeddingPurpose purpose)
{
    switch (purpose) {
    case EmbeddingPurpose::SearchQuery:
    case EmbeddingPurpose::QuestionAnswering:
    case EmbeddingPurpose::FactVerification:
    case EmbeddingPurpose::CodeQuery: return "search_query";
    case EmbeddingPurpose::Classification: return "classification";
    case EmbeddingPurpose::Clustering:
    case EmbeddingPurpose::Similarity: return "clustering";
    case EmbeddingPurpose::Unset:
    case EmbeddingPurpose::SearchDocument: break;
    }
    return "search_document";
}

std::optional<Error> readTexts(const Json &body, std::vector<EmbeddingInput> &inputs)
{
    if (findMember(body, "images"))
        return invalidMember("/images", "Only Cohere itself embeds images here.");
    if (const Json *mixed = findArray(body, "inputs")) {
        for (std::size_t index = 0; index < mixed->size(); ++index) {
            const std::string pointer = "/inputs/" + std::to_string(index) + "/content";
            const Json *content = findArray((*mixed)[index], "content");
            std::string text;
            for (const Json &part : content ? *content : Json::array()) {
                if (textMember(part, "type") != "text")
                    return invalidMember(pointer, "Only Cohere itself embeds images here.");
                text += textMember(part, "text");
            }
            inputs.emplace_back(std::move(text));
        }
    }
    if (const Json *texts = findArray(body, "texts")) {
        for (std::size_t index = 0; index < texts->size(); ++index) {
            if (!(*texts)[index].is_string())
                return invalidMember("/texts/" + std::to_string(index), "must be a text.");
            inputs.emplace_back((*texts)[index].get<std::string>());
        }
    }
    if (inputs.empty())
        return invalidMember("/texts", "is required.");
    return std::nullopt;
}

std::optional<Error> readTypes(const Json &body, EmbeddingRequest &request)
{
    const Json *types = findArray(body, "embedding_types");
    if (!types || types->empty())
        return std::nullopt;
    request.wantsFloats = false;
    for (const Json &type : *types) {
        if (type == "float")
            request.wantsFloats = true;
        else if (type == "base64")
            request.wantsBase64 = true;
        else
            request.extras["embedding_types"] = *types;
    }
    if (!request.wantsFloats && !request.wantsBase64)
        return invalidMember("/embedding_types", "Only \"float\" and \"base64\" can be had of other providers.");
    return std::nullopt;
}

template <typename Write>
std::string writeList(const EmbeddingResponse &response, Write write)
{
    std::string list = "[";
    for (const auto &vector : response.vectors) {
        list += list.size() > 1 ? "," : "";
        list += write(vector);
    }
    return list + "]";
}

class CohereEmbeddings final : public EmbeddingCodec {
public:
    Result<EmbeddingRequest> decodeRequest(const EmbeddingCall &call) const override
    {
        const auto body = parseJson(call.body);
        if (!body)
            return unexpected(body.error());
        EmbeddingRequest request;
        request.family = DialectFamily::Cohere;
        request.model = textMember(*body, "model");
        auto problem = readTexts(*body, request.inputs);
        if (!problem)
            problem = readTypes(*body, request);
        if (problem)
            return unexpected(std::move(*problem));
        request.dimensions = integerMember(*body, "output_dimension");
        request.purpose = purposeFromName(textMember(*body, "input_type"));
        request.truncation = textMember(*body, "truncate");
        for (const std::string_view name : {std::string_view("max_tokens"), std::string_view("priority")}) {
            if (const Json *value = findMember(*body, name))
                request.extras[std::string(name)] = *value;
        }
        return request;
    }

    std::string encodeResponse(const EmbeddingResponse &response, const EmbeddingRequest &request) const override
    {
        ObjectWriter embeddings;
        if (request.wantsFloats)
            embeddings.addRaw("float", writeList(response, [](const auto &vector) { return writeFloats(vector); }));
        if (request.wantsBase64)
            embeddings.addRaw("base64",
                              writeList(response, [](const auto &vector) { return '"' + writeBase64(vector) + '"'; }));
        std::string texts = "[";
        for (const EmbeddingInput &input : request.inputs) {
            texts += texts.size() > 1 ? "," : "";
            texts += quoteJson(std::get<std::string>(input));
        }
        ObjectWriter meta;
        meta.addRaw("api_version", R"({"version":"2"})");
        if (const auto tokens = response.usage.uncachedInput)
            meta.addRaw("billed_units", ObjectWriter().addNumber("input_tokens", *tokens).finished());
        return ObjectWriter()
            .add("id", response.id)
            .addRaw("embeddings", embeddings.finished())
            .addRaw("texts", texts + "]")
            .addRaw("meta", meta.finished())
            .add("response_type", "embeddings_by_type")
            .finished();
    }

    Result<EncodedRequest> encodeRequest(const EmbeddingRequest &request, const ProviderCall &call,
                                         ConversionReport &report) const override
    {
        auto texts = textsOf(request);
        if (!texts)
            return unexpected(texts.error());
        Json body = Json::object();
        body["model"] = call.model;
        body["texts"] = std::move(*texts);
        const std::string_view type = inputType(request.purpose);
        body["input_type"] = type;
        if (request.purpose == EmbeddingPurpose::Unset)
            report.injected("/input_type", "Cohere wants to know the purpose: search_document was said.");
        else if (purposeFromName(type) != request.purpose)
            report.approximated("/taskType", "Cohere's nearest purpose is " + std::string(type) + ".");
        body["embedding_types"] = Json::array({"float"});
        if (request.dimensions)
            body["output_dimension"] = *request.dimensions;
        if (!request.truncation.empty())
            body["truncate"] = request.truncation;
        if (!request.endUserId.empty())
            report.dropped("/user", "Cohere takes no id of the end user.");
        if (!request.title.empty())
            report.dropped("/title", "Cohere's embeddings take no title.");
        dropExtras(request, report);
        EncodedRequest encoded;
        encoded.path = "/v2/embed";
        encoded.body = dumpJson(body);
        return encoded;
    }

    Result<EmbeddingResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        EmbeddingResponse response;
        response.id = answer["id"].text();
        const JsonValue byType = answer["embeddings"];
        const JsonValue list = byType.isArray() ? byType : byType["float"]; // an array: version 1
        JsonElements elements(list);
        while (const auto element = elements.next()) {
            auto vector = readVector(*element);
            if (!vector)
                return unexpected(vector.error());
            response.vectors.push_back(std::move(*vector));
        }
        if (response.vectors.empty())
            return unexpected(unreadableEmbeddings(body));
        const JsonValue usage = answer["meta"]["billed_units"];
        response.rawUsage = usage.isObject() ? usage.raw() : std::string_view();
        response.usage.uncachedInput = usage["input_tokens"].integer();
        return response;
    }
};

} // namespace

const EmbeddingCodec &cohereEmbeddings()
{
    static const CohereEmbeddings codec;
    return codec;
}

} // namespace gateway::translation
