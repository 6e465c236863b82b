// One request that is no completion and whose answer is made or said again here: a count of tokens, embeddings, a model.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/translation/passthrough/answer_tap.h"

#include <string>
#include <string_view>
#include <vector>

namespace gateway::pipeline {

// Lives on a worker thread, for one attempt.
class OperationExchange {
public:
    OperationExchange() = default;
    virtual ~OperationExchange() = default;
    OperationExchange(const OperationExchange &) = delete;
    OperationExchange &operator=(const OperationExchange &) = delete;

    // The client's body for the provider's whole answer; fills in what the record wants to know of it.
    virtual Result<std::string> answerOf(std::string_view providerBody, translation::AnswerFacts &facts) = 0;
    virtual std::string_view contentType() const { return "application/json"; } // of the client's body

    std::vector<std::string> notesOfAnswer; // for the record
    // Where the answer is, when answerOf() has found out that it is at a place that everybody may ask: the client is
    // sent there. It never has a key of the provider's in it.
    std::string location;
    HeaderList headers; // that answerOf() wants on the client's answer
};

} // namespace gateway::pipeline
