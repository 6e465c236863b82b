// One request that is no completion and whose answer is made or said again here: a count of tokens, embeddings, a model.
#pragma once

#include "gateway/base/error.h"
#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/passthrough/answer_tap.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::pipeline {

// An answer that no provider gave.
struct OwnAnswer {
    std::string body; // JSON
    HeaderList headers;
};

// Lives on a worker thread, for one attempt.
class OperationExchange {
public:
    OperationExchange() = default;
    virtual ~OperationExchange() = default;
    OperationExchange(const OperationExchange &) = delete;
    OperationExchange &operator=(const OperationExchange &) = delete;

    // The client's body for the provider's whole answer; fills in what the record wants to know of it.
    virtual Result<std::string> answerOf(std::string_view providerBody, translation::AnswerFacts &facts) = 0;

    // What the client gets in place of the error; nothing when it is to hear of the error.
    virtual std::optional<OwnAnswer> answerInsteadOf(const Error &) { return std::nullopt; }

    translation::ConversionReport report;   // of the request
    std::vector<std::string> notesOfAnswer; // for the record
};

} // namespace gateway::pipeline
