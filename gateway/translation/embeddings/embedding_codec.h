// Embeddings as a family of providers says them, on both sides.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/canonical/embedding.h"
#include "gateway/translation/dialects/provider_dialect.h"

#include <string>
#include <string_view>

namespace gateway::translation {

struct EmbeddingCall {
    std::string_view body;
    std::string_view pathModel; // empty where the body names the model
    bool isBatch = true;        // false: embedContent
};

// Stateless; any thread.
class EmbeddingCodec {
public:
    virtual ~EmbeddingCodec() = default;

    // --- we are the server
    // Errors name the place by JSON pointer.
    virtual Result<EmbeddingRequest> decodeRequest(const EmbeddingCall &call) const = 0;
    virtual std::string encodeResponse(const EmbeddingResponse &response, const EmbeddingRequest &request) const = 0;

    // --- we are the client
    // What cannot be said is noted; an error means that the request makes no sense without it.
    virtual Result<EncodedRequest> encodeRequest(const EmbeddingRequest &request, const ProviderCall &call,
                                                 ConversionReport &report) const = 0;
    virtual Result<EmbeddingResponse> decodeResponse(std::string_view body) const = 0;
};

// Null for families that have no embeddings.
const EmbeddingCodec *findEmbeddingCodec(DialectFamily family);

const EmbeddingCodec &openAiEmbeddings();  // POST /v1/embeddings: platform.openai.com/docs/api-reference/embeddings
const EmbeddingCodec &geminiEmbeddings();  // :embedContent, :batchEmbedContents: ai.google.dev/api/embeddings
const EmbeddingCodec &cohereEmbeddings();  // POST /v2/embed: docs.cohere.com/reference/embed
const EmbeddingCodec &bedrockEmbeddings(); // InvokeModel of Amazon's and Cohere's models; as a client only
// :predict of Gemini's models at Vertex, in place of Gemini's own words; as a client only:
// cloud.google.com/vertex-ai/generative-ai/docs/model-reference/text-embeddings-api
const EmbeddingCodec &vertexEmbeddings();

// Hugging Face's own servers, in place of OpenAI's words; as a client only.
const EmbeddingCodec &huggingFaceEmbeddings();

// A client's own body for a Gemini provider: every "model" inside it names `model`. Nothing when nothing has to change.
std::optional<std::string> withGeminiEmbeddingModel(std::string_view body, std::string_view model);

// --- shared by the codecs

// Purposes by the words of Gemini ("RETRIEVAL_QUERY"), Cohere ("search_query") and the servers that take "query" and
// "passage"; Unset for other words.
EmbeddingPurpose purposeFromName(std::string_view name);

std::string_view geminiTaskType(EmbeddingPurpose purpose); // empty for Unset

// The inputs as texts. InvalidRequest for tokens: they mean something to the model alone whose vocabulary they are of.
Result<std::vector<std::string>> textsOf(const EmbeddingRequest &request);

void dropExtras(const EmbeddingRequest &request, ConversionReport &report);

Error unreadableEmbeddings(std::string_view body);

} // namespace gateway::translation
