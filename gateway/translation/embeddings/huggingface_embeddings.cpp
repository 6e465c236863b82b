// Embeddings of Hugging Face's own servers (huggingface.co/docs/inference-providers/tasks/feature-extraction).
#include "gateway/translation/embeddings/embedding_codec.h"
#include "gateway/translation/embeddings/vector_codec.h"
#include "gateway/translation/huggingface/model_place.h"

namespace gateway::translation {

namespace {

class HuggingFaceEmbeddings final : public EmbeddingCodec {
public:
    Result<EmbeddingRequest> decodeRequest(const EmbeddingCall &) const override
    {
        return unexpected(Error::client(ErrorCode::UnsupportedOperation, "No client asks in Hugging Face's words."));
    }
    std::string encodeResponse(const EmbeddingResponse &, const EmbeddingRequest &) const override { return {}; }

    Result<EncodedRequest> encodeRequest(const EmbeddingRequest &request, const ProviderCall &call,
                                         ConversionReport &report) const override
    {
        const auto path = huggingface::pathOfModel(call.model);
        auto texts = path ? textsOf(request) : unexpected(path.error());
        if (!texts)
            return unexpected(texts.error());
        Json body{{"inputs", std::move(*texts)}};
        for (const auto &[name, value] : request.extras.items()) {
            if (name == "normalize" || name == "truncate" || name == "prompt_name")
                body[name] = value;
            else
                report.dropped('/' + name, "Hugging Face's servers have no such option.");
        }
        if (request.dimensions)
            report.dropped("/dimensions", "The model's vectors have one length.");
        if (!request.endUserId.empty())
            report.dropped("/user", "Hugging Face's servers take no id of the end user.");
        EncodedRequest encoded;
        encoded.path = *path + "/pipeline/feature-extraction";
        encoded.body = dumpJson(body);
        return encoded;
    }

    // One vector for each text. Models that are not made for this tell one for each token, which is another thing.
    Result<EmbeddingResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        EmbeddingResponse response;
        JsonElements vectors(answer);
        while (const auto each = vectors.next()) {
            auto vector = readVector(*each);
            if (!vector)
                return unexpected(unreadableEmbeddings(body));
            response.vectors.push_back(std::move(*vector));
        }
        if (!answer.isArray())
            return unexpected(unreadableEmbeddings(body));
        return response;
    }
};

} // namespace

const EmbeddingCodec &huggingFaceEmbeddings()
{
    static const HuggingFaceEmbeddings codec;
    return codec;
}

} // namespace gateway::translation
