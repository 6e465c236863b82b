#include "gateway/translation/embeddings/embedding_codec.h"

#include <array>

namespace gateway::translation {

namespace {

struct PurposeName {
    std::string_view name;
    EmbeddingPurpose purpose;
};

constexpr std::array purposeNames{
    PurposeName{"RETRIEVAL_QUERY", EmbeddingPurpose::SearchQuery},
    PurposeName{"RETRIEVAL_DOCUMENT", EmbeddingPurpose::SearchDocument},
    PurposeName{"CLASSIFICATION", EmbeddingPurpose::Classification},
    PurposeName{"CLUSTERING", EmbeddingPurpose::Clustering},
    PurposeName{"SEMANTIC_SIMILARITY", EmbeddingPurpose::Similarity},
    PurposeName{"QUESTION_ANSWERING", EmbeddingPurpose::QuestionAnswering},
    PurposeName{"FACT_VERIFICATION", EmbeddingPurpose::FactVerification},
    PurposeName{"CODE_RETRIEVAL_QUERY", EmbeddingPurpose::CodeQuery},
    PurposeName{"search_query", EmbeddingPurpose::SearchQuery},
    PurposeName{"search_document", EmbeddingPurpose::SearchDocument},
    PurposeName{"classification", EmbeddingPurpose::Classification},
    PurposeName{"clustering", EmbeddingPurpose::Clustering},
    PurposeName{"query", EmbeddingPurpose::SearchQuery},
    PurposeName{"passage", EmbeddingPurpose::SearchDocument},
    PurposeName{"document", EmbeddingPurpose::SearchDocument},
};

} // namespace

const EmbeddingCodec *findEmbeddingCodec(DialectFamily family)
{
    switch (family) {
    case DialectFamily::OpenAi: return &openAiEmbeddings();
    case DialectFamily::Gemini: return &geminiEmbeddings();
    case DialectFamily::Cohere: return &cohereEmbeddings();
    case DialectFamily::Bedrock: return &bedrockEmbeddings();
    case DialectFamily::Anthropic: return nullptr;
    }
    return nullptr;
}

EmbeddingPurpose purposeFromName(std::string_view name)
{
    for (const PurposeName &row : purposeNames) {
        if (row.name == name)
            return row.purpose;
    }
    return EmbeddingPurpose::Unset;
}

std::string_view geminiTaskType(EmbeddingPurpose purpose)
{
    switch (purpose) {
    case EmbeddingPurpose::SearchQuery: return "RETRIEVAL_QUERY";
    case EmbeddingPurpose::SearchDocument: return "RETRIEVAL_DOCUMENT";
    case EmbeddingPurpose::Classification: return "CLASSIFICATION";
    case EmbeddingPurpose::Clustering: return "CLUSTERING";
    case EmbeddingPurpose::Similarity: return "SEMANTIC_SIMILARITY";
    case EmbeddingPurpose::QuestionAnswering: return "QUESTION_ANSWERING";
    case EmbeddingPurpose::FactVerification: return "FACT_VERIFICATION";
    case EmbeddingPurpose::CodeQuery: return "CODE_RETRIEVAL_QUERY";
    case EmbeddingPurpose::Unset: break;
    }
    return {};
}

Result<std::vector<std::string>> textsOf(const EmbeddingRequest &request)
{
    std::vector<std::string> texts;
    texts.reserve(request.inputs.size());
    for (const EmbeddingInput &input : request.inputs) {
        const auto *text = std::get_if<std::string>(&input);
        if (!text)
            return unexpected(invalidMember(
                "/input", "Tokens are of one model's vocabulary. This provider takes texts only; send the text."));
        texts.push_back(*text);
    }
    return texts;
}

void dropExtras(const EmbeddingRequest &request, ConversionReport &report)
{
    for (const auto &[name, value] : request.extras.items())
        report.dropped('/' + name, "The provider's embeddings have no such option.");
}

Error unreadableEmbeddings(std::string_view body)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's embeddings cannot be read.",
                           "no embeddings in: " + std::string(body.substr(0, 200)));
}

} // namespace gateway::translation
