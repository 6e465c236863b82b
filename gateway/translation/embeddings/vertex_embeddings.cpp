#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/embeddings/embedding_codec.h"
#include "gateway/translation/embeddings/vector_codec.h"

namespace gateway::translation {

namespace {

// Vertex cuts texts that are too long at their end, unless told not to.
void writeTruncation(const EmbeddingRequest &request, Json &parameters, ConversionReport &report)
{
    if (request.truncation == "NONE")
        parameters["autoTruncate"] = false;
    else if (!request.truncation.empty() && request.truncation != "END")
        report.dropped("/truncate", "Vertex cuts texts that are too long at their end.");
}

class VertexEmbeddings final : public EmbeddingCodec {
public:
    Result<EmbeddingRequest> decodeRequest(const EmbeddingCall &call) const override
    {
        return geminiEmbeddings().decodeRequest(call); // what Google's clients say
    }

    std::string encodeResponse(const EmbeddingResponse &response, const EmbeddingRequest &request) const override
    {
        return geminiEmbeddings().encodeResponse(response, request);
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
        Json instances = Json::array();
        for (std::string &text : *texts) {
            Json each{{"content", std::move(text)}};
            if (request.purpose != EmbeddingPurpose::Unset)
                each["task_type"] = geminiTaskType(request.purpose);
            if (!request.title.empty())
                each["title"] = request.title;
            instances.push_back(std::move(each));
        }
        Json parameters = Json::object();
        if (request.dimensions)
            parameters["outputDimensionality"] = *request.dimensions;
        writeTruncation(request, parameters, report);
        if (!request.endUserId.empty())
            report.dropped("/user", "Vertex takes no id of the end user.");
        dropExtras(request, report);
        Json body{{"instances", std::move(instances)}};
        if (!parameters.empty())
            body["parameters"] = std::move(parameters);
        EncodedRequest encoded;
        encoded.path = "/v1beta/" + *path + ":predict";
        encoded.body = dumpJson(body);
        return encoded;
    }

    Result<EmbeddingResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        EmbeddingResponse response;
        std::optional<std::int64_t> tokens;
        JsonElements list(answer["predictions"]);
        while (const auto element = list.next()) {
            const JsonValue embeddings = (*element)["embeddings"];
            auto vector = readVector(embeddings["values"]);
            if (!vector)
                return unexpected(vector.error());
            response.vectors.push_back(std::move(*vector));
            if (const auto count = embeddings["statistics"]["token_count"].integer())
                tokens = tokens.value_or(0) + *count;
        }
        if (response.vectors.empty())
            return unexpected(unreadableEmbeddings(body));
        response.usage.uncachedInput = tokens;
        return response;
    }
};

} // namespace

const EmbeddingCodec &vertexEmbeddings()
{
    static const VertexEmbeddings codec;
    return codec;
}

} // namespace gateway::translation
