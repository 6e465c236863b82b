// Replicate's predictions: every model is asked with an object of its own and answers when it is done
// (replicate.com/docs/reference/http).
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/dialects/provider_dialect.h"
#include "gateway/translation/json/json_document.h"

#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation::replicate {

enum class Wait {
    ForNothing,   // the answer names the task
    ForTheOutput, // for a minute, which is the longest that Replicate waits
};

// `model`: "owner/name", "owner/name:version" where it is not one of those that Replicate keeps running itself, or the
// version alone, which is 64 hexadecimal digits. InvalidRequest for other names.
Result<EncodedRequest> encodePrediction(std::string_view model, Json input, Wait wait);

enum class State { Starting, Running, Succeeded, Failed };

struct Prediction {
    std::string id;
    std::string model;
    State state = State::Starting;
    std::vector<std::string> output; // texts or addresses; a model that has only one is a list of one here
    std::string problem;             // of a failed one
    std::int64_t inputTokens = 0;    // of language models, where they are told
    std::int64_t outputTokens = 0;

    bool isOver() const { return state == State::Succeeded || state == State::Failed; }
};

Result<Prediction> readPrediction(std::string_view body);
std::string pathOfPrediction(std::string_view id);   // GET
std::string pathOfUnfinished(std::string_view body); // the same of an answer that is not done; else empty

// "/v1/models/owner/name", below which its predictions are; InvalidRequest for other names.
Result<std::string> pathOfModel(std::string_view model);
// The same of a deployment, for a path of models: its list, one of them, its predictions. Other paths stay as they are.
std::string pathOfDeployment(std::string path);

// What a failed prediction is to a client: the model refused, so nobody need ask it again.
Error failureOf(const Prediction &prediction);

} // namespace gateway::translation::replicate
