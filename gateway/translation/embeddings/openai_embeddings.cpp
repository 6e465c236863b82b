#include "gateway/translation/embeddings/embedding_codec.h"
#include "gateway/translation/embeddings/vector_codec.h"
#include "gateway/translation/json/object_writer.h"

#include <algorithm>

namespace gateway::translation {

namespace {

bool isTokens(const Json &value)
{
    return value.is_array() && !value.empty()
           && std::all_of(value.begin(), value.end(), [](const Json &token) { return token.is_number_integer(); });
}

std::optional<EmbeddingInput> readInput(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (isTokens(value))
        return value.get<std::vector<std::int64_t>>();
    return std::nullopt;
}

std::optional<Error> readInputs(const Json &body, std::vector<EmbeddingInput> &inputs)
{
    const Json *input = findMember(body, "input");
    if (!input)
        return invalidMember("/input", "input is required for embeddings");
    if (auto single = readInput(*input)) {
        inputs.push_back(std::move(*single));
        return std::nullopt;
    }
    if (!input->is_array() || input->empty())
        return invalidMember("/input", "must be a text, tokens, or an array of these.");
    for (std::size_t index = 0; index < input->size(); ++index) {
        auto each = readInput((*input)[index]);
        if (!each)
            return invalidMember("/input/" + std::to_string(index), "must be a text or tokens.");
        inputs.push_back(std::move(*each));
    }
    return std::nullopt;
}

class OpenAiEmbeddings final : public EmbeddingCodec {
public:
    Result<EmbeddingRequest> decodeRequest(const EmbeddingCall &call) const override
    {
        const auto body = parseJson(call.body);
        if (!body)
            return unexpected(body.error());
        EmbeddingRequest request;
        request.family = DialectFamily::OpenAi;
        request.model = textMember(*body, "model");
        if (auto problem = readInputs(*body, request.inputs))
            return unexpected(std::move(*problem));
        request.dimensions = integerMember(*body, "dimensions");
        const std::string_view format = textMember(*body, "encoding_format");
        if (!format.empty() && format != "float" && format != "base64")
            return unexpected(invalidMember("/encoding_format", "must be \"float\" or \"base64\"."));
        request.wantsBase64 = format == "base64";
        request.wantsFloats = !request.wantsBase64;
        request.endUserId = textMember(*body, "user");
        // Not OpenAI's own; servers of vector models take it, and clients of Bifrost send it.
        request.purpose = purposeFromName(textMember(*body, "input_type"));
        for (const auto &[name, value] : body->items()) {
            const bool isPurpose = name == "input_type" && request.purpose != EmbeddingPurpose::Unset;
            if (name != "model" && name != "input" && name != "dimensions" && name != "encoding_format"
                && name != "user" && name != "fallbacks" && !isPurpose && !value.is_null())
                request.extras[name] = value;
        }
        return request;
    }

    std::string encodeResponse(const EmbeddingResponse &response, const EmbeddingRequest &request) const override
    {
        std::string data = "[";
        for (std::size_t index = 0; index < response.vectors.size(); ++index) {
            const auto &vector = response.vectors[index];
            data += index == 0 ? "" : ",";
            data +=
                ObjectWriter()
                    .add("object", "embedding")
                    .addNumber("index", static_cast<std::int64_t>(index))
                    .addRaw("embedding", request.wantsBase64 ? '"' + writeBase64(vector) + '"' : writeFloats(vector))
                    .finished();
        }
        const std::int64_t tokens = response.usage.uncachedInput.value_or(0);
        const std::string usage =
            ObjectWriter().addNumber("prompt_tokens", tokens).addNumber("total_tokens", tokens).finished();
        return ObjectWriter()
            .add("object", "list")
            .addRaw("data", data + "]")
            .add("model", response.model.empty() ? request.model : response.model)
            .addRaw("usage", usage)
            .finished();
    }

    Result<EncodedRequest> encodeRequest(const EmbeddingRequest &request, const ProviderCall &call,
                                         ConversionReport &report) const override
    {
        Json body = Json::object();
        body["model"] = call.model;
        Json inputs = Json::array();
        for (const EmbeddingInput &input : request.inputs)
            std::visit([&](const auto &value) { inputs.push_back(value); }, input);
        body["input"] = inputs.size() == 1 && inputs.front().is_string() ? inputs.front() : inputs;
        if (request.dimensions)
            body["dimensions"] = *request.dimensions;
        if (!request.endUserId.empty())
            body["user"] = request.endUserId;
        if (request.purpose != EmbeddingPurpose::Unset)
            report.dropped(request.family == DialectFamily::Gemini ? "/taskType" : "/input_type",
                           "OpenAI makes the same vectors for every purpose.");
        if (!request.title.empty())
            report.dropped("/title", "OpenAI's embeddings take no title.");
        if (!request.truncation.empty() && request.truncation != "NONE")
            report.dropped("/truncate", "OpenAI refuses texts that are too long.");
        dropExtras(request, report);
        EncodedRequest encoded;
        encoded.path = "/v1/embeddings";
        encoded.body = dumpJson(body);
        return encoded;
    }

    Result<EmbeddingResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        EmbeddingResponse response;
        response.model = answer["model"].text();
        std::vector<std::pair<std::int64_t, std::vector<float>>> indexed;
        JsonElements data(answer["data"]);
        while (const auto element = data.next()) {
            auto vector = readVector((*element)["embedding"]);
            if (!vector)
                return unexpected(vector.error());
            const auto place = static_cast<std::int64_t>(indexed.size());
            indexed.emplace_back((*element)["index"].integer().value_or(place), std::move(*vector));
        }
        if (indexed.empty())
            return unexpected(unreadableEmbeddings(body));
        std::stable_sort(indexed.begin(), indexed.end(),
                         [](const auto &left, const auto &right) { return left.first < right.first; });
        for (auto &[index, vector] : indexed)
            response.vectors.push_back(std::move(vector));
        const JsonValue usage = answer["usage"];
        response.rawUsage = usage.isObject() ? usage.raw() : std::string_view();
        response.usage.uncachedInput = usage["prompt_tokens"].integer();
        if (!response.usage.uncachedInput)
            response.usage.uncachedInput = usage["total_tokens"].integer();
        return response;
    }
};

} // namespace

const EmbeddingCodec &openAiEmbeddings()
{
    static const OpenAiEmbeddings codec;
    return codec;
}

} // namespace gateway::translation
