#include "gateway/translation/replicate/predictions.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/translation/json/json_value.h"

namespace gateway::translation::replicate {

namespace {

Error noModel()
{
    return Error::client(
        ErrorCode::InvalidRequest,
        "A model of Replicate is named \"owner/name\", \"owner/name:version\", or by its version alone.");
}

constexpr std::string_view modelCollection = "/v1/models";

bool isVersion(std::string_view name)
{
    constexpr std::size_t digits = 64; // of SHA-256
    return name.size() == digits && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

State stateNamed(std::string_view name)
{
    if (name == "succeeded")
        return State::Succeeded;
    if (name == "failed" || name == "canceled" || name == "aborted")
        return State::Failed;
    return name == "processing" ? State::Running : State::Starting;
}

} // namespace

Result<EncodedRequest> encodePrediction(std::string_view model, Json input, Wait wait)
{
    const auto colon = model.find(':');
    const bool isNamed = !isVersion(model);
    const auto path = isNamed ? pathOfModel(model.substr(0, colon)) : Result<std::string>();
    if (!path)
        return unexpected(path.error());
    Json body{{"input", std::move(input)}};
    EncodedRequest encoded;
    encoded.headers.set("Accept", "application/json"); // of a stream, too: what is awaited comes whole
    if (isNamed && colon == std::string_view::npos) {
        encoded.path = *path + "/predictions";
    } else {
        encoded.path = "/v1/predictions";
        body["version"] = isNamed ? model.substr(colon + 1) : model;
    }
    if (wait == Wait::ForTheOutput)
        encoded.headers.set("Prefer", "wait");
    encoded.body = dumpJson(body);
    return encoded;
}

Result<std::string> pathOfModel(std::string_view model)
{
    const auto slash = model.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == model.size()
        || model.find('/', slash + 1) != std::string_view::npos)
        return unexpected(noModel());
    return std::string(modelCollection) + "/" + percentEncoded(model.substr(0, slash)) + "/"
           + percentEncoded(model.substr(slash + 1));
}

std::string pathOfDeployment(std::string path)
{
    if (path == modelCollection || path.starts_with(std::string(modelCollection) + "/"))
        path.replace(0, modelCollection.size(), "/v1/deployments");
    return path;
}

Result<Prediction> readPrediction(std::string_view body)
{
    const JsonValue answer = JsonValue::checked(body);
    Prediction prediction;
    prediction.id = answer["id"].text();
    if (prediction.id.empty())
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                          "The provider's answer is no prediction."));
    prediction.model = answer["model"].text();
    prediction.state = stateNamed(answer["status"].text());
    if (answer["output"].isString())
        prediction.output.push_back(answer["output"].text());
    JsonElements parts(answer["output"]);
    while (const auto part = parts.next()) {
        if (part->isString())
            prediction.output.push_back(part->text());
    }
    if (prediction.state == State::Failed)
        prediction.problem = answer["error"].isString() ? answer["error"].text() : "It was given up.";
    prediction.inputTokens = answer["metrics"]["input_token_count"].integer().value_or(0);
    prediction.outputTokens = answer["metrics"]["output_token_count"].integer().value_or(0);
    return prediction;
}

std::string pathOfPrediction(std::string_view id)
{
    return "/v1/predictions/" + percentEncoded(id);
}

std::string pathOfUnfinished(std::string_view body)
{
    const auto prediction = readPrediction(body);
    return prediction && !prediction->isOver() ? pathOfPrediction(prediction->id) : std::string();
}

Error failureOf(const Prediction &prediction)
{
    Error error =
        Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::Never, "The model failed: " + prediction.problem);
    error.upstreamStatus = 400;
    return error;
}

} // namespace gateway::translation::replicate
