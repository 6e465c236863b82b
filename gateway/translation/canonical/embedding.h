// A request for embeddings and its answer in no dialect's words.
#pragma once

#include "gateway/base/token_usage.h"
#include "gateway/translation/canonical/extensions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gateway::translation {

// A text, or the tokens of one in the vocabulary of the model.
using EmbeddingInput = std::variant<std::string, std::vector<std::int64_t>>;

// What the vectors are for. Gemini and Cohere make other vectors for each.
enum class EmbeddingPurpose {
    Unset,
    SearchQuery,
    SearchDocument,
    Classification,
    Clustering,
    Similarity,
    QuestionAnswering,
    FactVerification,
    CodeQuery,
};

struct EmbeddingRequest {
    DialectFamily family = DialectFamily::OpenAi; // the client's
    std::string model;                            // as the client wrote it
    std::vector<EmbeddingInput> inputs;           // at least one
    std::optional<std::int64_t> dimensions;
    EmbeddingPurpose purpose = EmbeddingPurpose::Unset;
    std::string title;        // of the document (Gemini)
    std::string truncation;   // Cohere's word: "NONE", "START", "END"; else empty
    std::string endUserId;    // OpenAI's "user"
    bool wantsFloats = true;  // both may be wanted (Cohere)
    bool wantsBase64 = false; // float32, little-endian
    bool isBatch = true;      // false: the client's dialect answers one vector without a list (Gemini's embedContent)
    Json extras = Json::object(); // members that the hub has no word for
    bool operator==(const EmbeddingRequest &) const = default;
};

struct EmbeddingResponse {
    std::string id;                          // may be empty
    std::string model;                       // may be empty
    std::vector<std::vector<float>> vectors; // in the order of the inputs
    TokenUsage usage;
    std::string rawUsage;
    bool operator==(const EmbeddingResponse &) const = default;
};

} // namespace gateway::translation
