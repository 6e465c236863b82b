#include "gateway/translation/stored/bedrock_stored.h"

#include "gateway/translation/stored/stored_words.h"

#include <array>
#include <utility>

namespace gateway::translation {

namespace {

constexpr std::string_view chatEndpoint = "/v1/chat/completions";
constexpr std::string_view resultEnding = ".jsonl.out";

std::string_view lastSegment(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

// The model's answer in the words of Converse, of Claude, or in its own, which are told as they are.
Json answerIn(const Json &output)
{
    const Json *said = findObject(output, "output");
    if (said && findObject(*said, "message"))
        return batchedCompletionOf(output, DialectId::BedrockConverse);
    if (textMember(output, "type") == "message" && findArray(output, "content"))
        return batchedCompletionOf(output, DialectId::AnthropicMessages);
    return output;
}

std::string_view statusOf(std::string_view status)
{
    constexpr std::array names{std::pair<std::string_view, std::string_view>("Submitted", "validating"),
                               std::pair<std::string_view, std::string_view>("Validating", "validating"),
                               std::pair<std::string_view, std::string_view>("Scheduled", "validating"),
                               std::pair<std::string_view, std::string_view>("InProgress", "in_progress"),
                               std::pair<std::string_view, std::string_view>("Completed", "completed"),
                               std::pair<std::string_view, std::string_view>("PartiallyCompleted", "completed"),
                               std::pair<std::string_view, std::string_view>("Failed", "failed"),
                               std::pair<std::string_view, std::string_view>("Stopping", "cancelling"),
                               std::pair<std::string_view, std::string_view>("Stopped", "cancelled"),
                               std::pair<std::string_view, std::string_view>("Expired", "expired")};
    for (const auto &[there, told] : names) {
        if (there == status)
            return told;
    }
    return "in_progress";
}

std::optional<S3Place> placeIn(const Json &job, std::string_view outer, std::string_view inner)
{
    const Json *config = findObject(job, outer);
    const Json *place = config ? findObject(*config, inner) : nullptr;
    return place ? readS3Uri(textMember(*place, "s3Uri")) : std::nullopt;
}

std::optional<S3Place> inputOf(const Json &job)
{
    return placeIn(job, "inputDataConfig", "s3InputDataConfig");
}

// Below the place that was named, in a folder with the job's id, each file under its input's name and ".out".
std::optional<S3Place> outputOf(const Json &job)
{
    const auto input = inputOf(job);
    auto output = placeIn(job, "outputDataConfig", "s3OutputDataConfig");
    const std::string_view id = lastSegment(textMember(job, "jobArn"));
    if (!input || !output || id.empty() || lastSegment(input->key).empty())
        return std::nullopt;
    if (!output->key.empty() && !output->key.ends_with('/'))
        output->key += '/';
    output->key.append(id).append("/").append(lastSegment(input->key)).append(".out");
    return output;
}

bool hasResults(std::string_view status)
{
    return status == "completed";
}

Json batchOf(const Json &job)
{
    const std::string_view status = statusOf(textMember(job, "status"));
    const auto input = inputOf(job);
    const auto output = hasResults(status) ? outputOf(job) : std::nullopt;
    const Json ended = secondsOf(job, "endTime");
    Json told{{"id", lastSegment(textMember(job, "jobArn"))},
              {"object", "batch"},
              {"endpoint", chatEndpoint},
              {"model", lastSegment(textMember(job, "modelId"))},
              {"input_file_id", input ? s3FileId(*input) : std::string()},
              {"completion_window", std::to_string(integerMember(job, "timeoutDurationInHours").value_or(24)) + "h"},
              {"status", status},
              {"created_at", secondsOf(job, "submitTime")},
              {"expires_at", secondsOf(job, "jobExpirationTime")}};
    told["output_file_id"] = output ? Json(s3FileId(*output)) : Json();
    for (const auto &[name, state] : {std::pair{"completed_at", "completed"}, std::pair{"failed_at", "failed"},
                                      std::pair{"cancelled_at", "cancelled"}, std::pair{"expired_at", "expired"}})
        told[name] = status == state ? ended : Json();
    told["request_counts"] = {{"total", integerMember(job, "totalRecordCount").value_or(0)},
                              {"completed", integerMember(job, "successRecordCount").value_or(0)},
                              {"failed", integerMember(job, "errorRecordCount").value_or(0)}};
    if (const std::string_view words = textMember(job, "message"); !words.empty() && status == "failed") {
        const Json problem{{"code", textMember(job, "status")}, {"message", words}};
        told["errors"] = {{"object", "list"}, {"data", Json::array({problem})}};
    }
    return told;
}

Json fileOf(const StoredObject &object)
{
    const bool isResult = isBedrockResultFile(object.place);
    Json told{{"id", s3FileId(object.place)},
              {"object", "file"},
              {"bytes", object.bytes},
              {"created_at", nullptr},
              {"filename", lastSegment(object.place.key)},
              {"purpose", !object.purpose.empty() ? object.purpose
                          : isResult              ? "batch_output"
                                                  : "batch"},
              {"status", "processed"},
              {"storage_uri", s3Uri(object.place)}};
    told["created_at"] =
        object.createdAt ? Json(*object.createdAt) : secondsOf(Json{{"at", object.lastModified}}, "at");
    return told;
}

Result<std::string> lineOf(const Json &each, const std::string &pointer, std::string_view providerId,
                           ConversionReport &report)
{
    if (each.is_object() && findObject(each, "modelInput"))
        return dumpJson(each) + '\n';
    const std::string_view id = textMember(each, "custom_id");
    const Json *chat = findObject(each, "body");
    if (id.empty() || !chat)
        return unexpected(invalidMember(pointer, "needs \"custom_id\" and \"body\"."));
    if (const std::string_view url = textMember(each, "url"); !url.empty() && url != chatEndpoint)
        return unexpected(
            invalidMember(pointer + "/url", "Bedrock's batches are asked here for /v1/chat/completions only."));
    Json said = *chat;
    takeProviderOff(said, providerId);
    auto input = sayBatchedChat(said, DialectId::BedrockConverse, pointer + "/body", report);
    if (!input)
        return unexpected(input.error());
    return dumpJson({{"recordId", id}, {"modelInput", std::move(*input)}}) + '\n';
}

Result<void> readInput(const Json &body, std::string_view providerId, ConversionReport &report, BedrockBatch &wish)
{
    const Json *asked = findArray(body, "requests");
    if (asked && !asked->empty()) {
        for (std::size_t index = 0; index < asked->size(); ++index) {
            auto line = lineOf((*asked)[index], "/requests/" + std::to_string(index), providerId, report);
            if (!line)
                return unexpected(line.error());
            wish.lines += *line;
        }
        wish.type = converseType;
        return {};
    }
    const std::string_view file = textMember(body, "input_file_id");
    wish.input = placeOfS3File(file);
    if (!wish.input)
        return unexpected(invalidMember("/input_file_id", file.empty() ? "needs a file, or requests: "
                                                                         "[{\"custom_id\", \"body\"}]."
                                                                       : "is the id of no file of Bedrock's."));
    return {};
}

// "24h", "48h": from a day to a week.
Result<int> hoursIn(const Json &body)
{
    constexpr int least = 24;
    constexpr int most = 168;
    const std::string_view window = textMember(body, "completion_window");
    if (window.empty())
        return least;
    int hours = 0;
    for (const char letter : window.substr(0, window.size() - 1)) {
        if (letter < '0' || letter > '9' || hours > most)
            return unexpected(invalidMember("/completion_window", "is written like 24h."));
        hours = hours * 10 + (letter - '0');
    }
    if (!window.ends_with('h') || hours < least || hours > most)
        return unexpected(invalidMember("/completion_window", "Bedrock's batches have from 24h to 168h."));
    return hours;
}

} // namespace

bool isOpenAiBatchLine(std::string_view line)
{
    const auto json = parseJson(line);
    return json && json->is_object() && !findMember(*json, "modelInput")
           && (findMember(*json, "custom_id") || findMember(*json, "body"));
}

Result<std::string> bedrockBatchLine(std::string_view line, const std::string &pointer, std::string_view providerId,
                                     ConversionReport &report)
{
    if (line.find_first_not_of(" \t\r") == std::string_view::npos)
        return std::string();
    const auto json = parseJson(line);
    if (!json)
        return unexpected(invalidMember(pointer, json.error().message));
    return lineOf(*json, pointer, providerId, report);
}

std::string openAiResultLine(std::string_view line)
{
    const std::string asItIs = std::string(line) + '\n';
    const auto json = parseJson(line);
    if (!json || !json->is_object())
        return line.empty() ? std::string() : asItIs;
    const std::string_view id = textMember(*json, "recordId");
    if (const Json *output = findObject(*json, "modelOutput"))
        return dumpJson(answeredLine(id, textMember(*output, "id"), answerIn(*output))) + '\n';
    const Json *error = findObject(*json, "error");
    if (!error)
        return asItIs;
    const std::string_view words = textMember(*error, "errorMessage");
    const auto number = integerMember(*error, "errorCode");
    const std::string code = number ? std::to_string(*number) : std::string(textMember(*error, "errorCode"));
    return dumpJson(failedLine(id, code, words.empty() ? "The request was not answered." : words)) + '\n';
}

Result<BedrockBatch> readBatchWish(std::string_view text, std::string_view providerId, ConversionReport &report)
{
    const auto body = parseJson(text);
    if (!body)
        return unexpected(body.error());
    if (const std::string_view endpoint = textMember(*body, "endpoint"); !endpoint.empty() && endpoint != chatEndpoint)
        return unexpected(
            invalidMember("/endpoint", "Bedrock's batches are asked here for /v1/chat/completions only."));
    BedrockBatch wish;
    wish.role = textMember(*body, "role_arn");
    wish.type = textMember(*body, "model_invocation_type");
    const auto hours = hoursIn(*body);
    if (!hours)
        return unexpected(hours.error());
    wish.hours = *hours;
    if (const std::string_view output = textMember(*body, "output_s3_uri"); !output.empty()) {
        const auto place = readS3Uri(output);
        if (!place)
            return unexpected(invalidMember("/output_s3_uri", "is written like s3://bucket/prefix."));
        wish.output = *place;
    }
    if (const Json *metadata = findObject(*body, "metadata")) {
        wish.jobName = textMember(*metadata, "job_name");
        if (metadata->size() > (wish.jobName.empty() ? 0U : 1U))
            report.dropped("/metadata", "Bedrock's batches have none but the name of the job.");
    }
    if (const auto read = readInput(*body, providerId, report, wish); !read)
        return unexpected(read.error());
    return wish;
}

std::string writeBedrockJob(const BedrockJob &job)
{
    const Json input{{"s3InputFormat", "JSONL"}, {"s3Uri", s3Uri(job.input)}};
    const Json output{{"s3Uri", s3Uri(job.output)}};
    return dumpJson({{"jobName", job.name},
                     {"clientRequestToken", job.token},
                     {"modelId", job.model},
                     {"modelInvocationType", job.type},
                     {"roleArn", job.role},
                     {"timeoutDurationInHours", job.hours},
                     {"inputDataConfig", {{"s3InputDataConfig", input}}},
                     {"outputDataConfig", {{"s3OutputDataConfig", output}}}});
}

Result<std::string> readJobId(std::string_view body)
{
    const auto json = parseJson(body);
    const std::string_view arn = json ? textMember(*json, "jobArn") : std::string_view();
    if (lastSegment(arn).empty())
        return unexpected(noSuchAnswer("batch"));
    return std::string(lastSegment(arn));
}

Result<std::string> readBedrockBatch(std::string_view body)
{
    const auto json = parseJson(body);
    if (!json || textMember(*json, "jobArn").empty())
        return unexpected(noSuchAnswer("batch"));
    return dumpJson(batchOf(*json));
}

Result<std::string> readBedrockBatchList(std::string_view body)
{
    const auto json = parseJson(body);
    if (!json || !json->is_object())
        return unexpected(noSuchAnswer("list of batches"));
    Json all = Json::array();
    if (const Json *found = findArray(*json, "invocationJobSummaries")) { // an empty list may have none
        for (const Json &each : *found)
            all.push_back(batchOf(each));
    }
    // To OpenAI's libraries more would mean: ask again with the last id, which nobody here would understand.
    Json answer{{"object", "list"}, {"data", std::move(all)}, {"has_more", false}};
    if (const std::string_view token = textMember(*json, "nextToken"); !token.empty())
        answer["next_page_token"] = token;
    return dumpJson(answer);
}

Result<S3Place> resultsOfJob(std::string_view body)
{
    const auto json = parseJson(body);
    if (!json || textMember(*json, "jobArn").empty())
        return unexpected(noSuchAnswer("batch"));
    const std::string_view status = statusOf(textMember(*json, "status"));
    auto place = hasResults(status) ? outputOf(*json) : std::nullopt;
    if (!place)
        return unexpected(
            Error::client(ErrorCode::InvalidRequest, "The batch has no results: it is " + std::string(status) + "."));
    return std::move(*place);
}

std::string tellStoredObject(const StoredObject &object)
{
    return dumpJson(fileOf(object));
}

std::string tellStoredObjects(const std::vector<StoredObject> &objects, bool hasMore)
{
    Json all = Json::array();
    for (const StoredObject &each : objects)
        all.push_back(fileOf(each));
    Json answer{{"object", "list"}, {"data", std::move(all)}, {"has_more", hasMore}};
    if (!objects.empty()) {
        answer["first_id"] = s3FileId(objects.front().place);
        answer["last_id"] = s3FileId(objects.back().place);
    }
    return dumpJson(answer);
}

std::string tellStoredDeletion(std::string_view id)
{
    return dumpJson({{"id", id}, {"object", "file"}, {"deleted", true}});
}

bool isBedrockResultFile(const S3Place &place)
{
    return place.key.ends_with(resultEnding);
}

Result<std::string> bedrockJobQuery(std::string_view query)
{
    constexpr std::array names{std::pair<std::string_view, std::string_view>("limit", "maxResults"),
                               std::pair<std::string_view, std::string_view>("page_token", "nextToken")};
    std::string renamed = "sortBy=CreationTime&sortOrder=Descending";
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        const auto mark = pair.find('=');
        const std::string_view asked = pair.substr(0, mark);
        if (asked == "after" || asked == "before")
            return unexpected(
                invalidMember("/" + std::string(asked),
                              "Bedrock's lists go on by page_token, from next_page_token of the page before."));
        for (const auto &[name, there] : names) {
            if (mark != std::string_view::npos && asked == name)
                renamed.append("&").append(there).append(pair.substr(mark));
        }
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return renamed;
}

} // namespace gateway::translation
