#include "gateway/base/percent_encoding.h"
#include "gateway/translation/embeddings/embedding_codec.h"
#include "gateway/translation/embeddings/vector_codec.h"

namespace gateway::translation {

namespace {

// InvokeModel takes each maker's own words (docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html).
bool isCoheres(std::string_view model)
{
    return model.find("cohere.") != std::string_view::npos;
}

EncodedRequest invoking(std::string_view model, const Json &body)
{
    EncodedRequest encoded;
    encoded.path = "/model/" + percentEncoded(model) + "/invoke";
    encoded.body = dumpJson(body);
    return encoded;
}

// Titan embeds one text in a request.
Result<EncodedRequest> encodeForTitan(const EmbeddingRequest &request, std::string_view model, ConversionReport &report)
{
    auto texts = textsOf(request);
    if (!texts)
        return unexpected(texts.error());
    if (texts->size() != 1)
        return unexpected(invalidMember("/input", "Amazon's embeddings take one text in a request; send one each."));
    Json body{{"inputText", std::move(texts->front())}};
    if (request.dimensions)
        body["dimensions"] = *request.dimensions;
    if (request.purpose != EmbeddingPurpose::Unset)
        report.dropped("/input_type", "Amazon's embeddings know no purposes.");
    if (!request.truncation.empty())
        report.dropped("/truncate", "Amazon's embeddings refuse texts that are too long.");
    if (!request.endUserId.empty())
        report.dropped("/user", "Amazon's embeddings take no id of the end user.");
    if (!request.title.empty())
        report.dropped("/title", "Amazon's embeddings take no title.");
    dropExtras(request, report);
    return invoking(model, body);
}

Result<EncodedRequest> encodeForCohere(const EmbeddingRequest &request, const ProviderCall &call,
                                       ConversionReport &report)
{
    const auto own = cohereEmbeddings().encodeRequest(request, call, report);
    if (!own)
        return own;
    auto body = parseJson(own->body);
    if (!body)
        return unexpected(body.error());
    body->erase("model"); // the path names it
    return invoking(call.model, *body);
}

class BedrockEmbeddings final : public EmbeddingCodec {
public:
    Result<EmbeddingRequest> decodeRequest(const EmbeddingCall &) const override
    {
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "Bedrock has no request for embeddings but InvokeModel in the words of a "
                                        "model's maker."));
    }

    std::string encodeResponse(const EmbeddingResponse &, const EmbeddingRequest &) const override { return {}; }

    Result<EncodedRequest> encodeRequest(const EmbeddingRequest &request, const ProviderCall &call,
                                         ConversionReport &report) const override
    {
        return isCoheres(call.model) ? encodeForCohere(request, call, report)
                                     : encodeForTitan(request, call.model, report);
    }

    Result<EmbeddingResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        if (!answer["embedding"].isArray())
            return cohereEmbeddings().decodeResponse(body);
        EmbeddingResponse response;
        auto vector = readVector(answer["embedding"]);
        if (!vector)
            return unexpected(vector.error());
        response.vectors.push_back(std::move(*vector));
        response.usage.uncachedInput = answer["inputTextTokenCount"].integer();
        return response;
    }
};

} // namespace

const EmbeddingCodec &bedrockEmbeddings()
{
    static const BedrockEmbeddings codec;
    return codec;
}

} // namespace gateway::translation
