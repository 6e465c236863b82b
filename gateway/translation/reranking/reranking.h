// Reranking in the words of OpenAI's imitators (vLLM, Jina; Bifrost's own surface), of Cohere and of Bedrock's models.
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/token_usage.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/dialect_id.h"
#include "gateway/translation/dialects/provider_dialect.h"
#include "gateway/translation/json/json_document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

struct RerankRequest {
    std::string query;
    std::vector<Json> documents; // as the client wrote them: texts, or objects with a text
    std::optional<std::int64_t> mostResults;
    bool returnsDocuments = false;
    Json extras = Json::object(); // max_tokens_per_doc, priority and what else there is
};

struct RerankResponse {
    struct Result {
        std::int64_t index = 0; // of the document
        std::string score;      // the number as the provider wrote it, so that nothing is rounded
    };
    std::string id;
    std::string model;
    std::vector<Result> results;
    TokenUsage usage; // searches of Cohere, tokens of the others
    std::string rawUsage;
};

bool canRerank(DialectFamily family);

// InvalidRequest, naming the place, for a body without query or documents (bifrost-api §1.3).
Result<RerankRequest> readRerankRequest(std::string_view body);
EncodedRequest writeRerankRequest(DialectFamily provider, const RerankRequest &request, std::string_view model,
                                  ConversionReport &report);

Result<RerankResponse> readRerankResponse(std::string_view body, std::size_t documents);

// Vertex ranks records of a text and an id, which is the index here
// (cloud.google.com/generative-ai-app-builder/docs/ranking). The path is a sign for whoever knows the project.
inline constexpr std::string_view vertexRankPath = "/v1/rank";
EncodedRequest writeVertexRerankRequest(const RerankRequest &request, std::string_view model, ConversionReport &report);
Result<RerankResponse> readVertexRerankResponse(std::string_view body, std::size_t documents);
std::string writeRerankResponse(DialectFamily client, const RerankResponse &response, const RerankRequest &request);

// The text of a document; nothing when it has none.
std::optional<std::string> documentText(const Json &document);

} // namespace gateway::translation
