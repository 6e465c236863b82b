#include "gateway/translation/stored/gemini_stored.h"

#include "gateway/translation/stored/stored_words.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace gateway::translation {

namespace {

constexpr std::string_view chatEndpoint = "/v1/chat/completions";

// "files/abc" -> "abc"
std::string idOf(std::string_view name)
{
    return std::string(name.substr(name.rfind('/') + 1));
}

// Google writes 64-bit numbers as texts.
std::int64_t countIn(const Json &object, std::string_view name)
{
    const std::string_view text = textMember(object, name);
    std::int64_t count = integerMember(object, name).value_or(0);
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

const Json &objectIn(const Json &object, std::string_view name)
{
    static const Json none = Json::object();
    const Json *found = findObject(object, name);
    return found ? *found : none;
}

Json fileOf(const Json &file)
{
    const std::string_view state = textMember(file, "state");
    const std::string id = idOf(textMember(file, "name"));
    const std::string_view name = textMember(file, "displayName");
    Json told{{"id", id},
              {"object", "file"},
              {"bytes", countIn(file, "sizeBytes")},
              {"created_at", secondsOf(file, "createTime")},
              {"expires_at", secondsOf(file, "expirationTime")},
              {"filename", name.empty() ? id : std::string(name)},
              {"purpose", isGeminiResultFile(id) ? "batch_output" : "user_data"}};
    told["status"] = state == "FAILED" ? "error" : state == "PROCESSING" ? "uploaded" : "processed";
    if (const Json *problem = findObject(file, "error"))
        told["status_details"] = textMember(*problem, "message");
    return told;
}

// "BATCH_STATE_RUNNING", in other versions "JOB_STATE_RUNNING"
std::string_view statusOf(std::string_view state)
{
    constexpr std::array states{std::pair<std::string_view, std::string_view>("PENDING", "validating"),
                                std::pair<std::string_view, std::string_view>("RUNNING", "in_progress"),
                                std::pair<std::string_view, std::string_view>("SUCCEEDED", "completed"),
                                std::pair<std::string_view, std::string_view>("FAILED", "failed"),
                                std::pair<std::string_view, std::string_view>("CANCELLING", "cancelling"),
                                std::pair<std::string_view, std::string_view>("CANCELLED", "cancelled"),
                                std::pair<std::string_view, std::string_view>("EXPIRED", "expired")};
    for (const auto &[there, here] : states) {
        if (state.ends_with(there))
            return here;
    }
    return "in_progress";
}

// What came out of it stands in the operation's response, and in what it says of itself.
const Json &outputOf(const Json &operation)
{
    const Json &response = objectIn(operation, "response");
    return response.empty() ? objectIn(objectIn(operation, "metadata"), "output") : response;
}

Json batchOf(const Json &operation)
{
    const Json &batch = objectIn(operation, "metadata");
    const Json &counts = objectIn(batch, "batchStats");
    const std::string_view status = statusOf(textMember(batch, "state"));
    const std::string file = idOf(textMember(objectIn(batch, "inputConfig"), "fileName"));
    const std::string results = idOf(textMember(outputOf(operation), "responsesFile"));
    const Json ended = secondsOf(batch, "endTime");
    Json told{{"id", idOf(textMember(operation, "name"))},
              {"object", "batch"},
              {"endpoint", chatEndpoint},
              {"model", idOf(textMember(batch, "model"))},
              {"input_file_id", file},
              {"completion_window", "24h"},
              {"status", status},
              {"created_at", secondsOf(batch, "createTime")}};
    told["output_file_id"] = results.empty() ? Json() : Json(results);
    for (const auto &[name, state] : {std::pair{"completed_at", "completed"}, std::pair{"failed_at", "failed"},
                                      std::pair{"cancelled_at", "cancelled"}, std::pair{"expired_at", "expired"}})
        told[name] = status == state ? ended : Json();
    told["request_counts"] = {{"total", countIn(counts, "requestCount")},
                              {"completed", countIn(counts, "successfulRequestCount")},
                              {"failed", countIn(counts, "failedRequestCount")}};
    if (const Json *error = findObject(operation, "error")) {
        const Json problem{{"code", std::to_string(countIn(*error, "code"))},
                           {"message", textMember(*error, "message")}};
        told["errors"] = {{"object", "list"}, {"data", Json::array({problem})}};
    }
    return told;
}

bool isOperation(const Json &json)
{
    return json.is_object() && textMember(json, "name").starts_with("batches/");
}

template <typename Convert>
Result<std::string> list(std::string_view body, std::string_view member, std::string_view what, Convert convert)
{
    const auto json = parseJson(body);
    if (!json || !json->is_object())
        return unexpected(noSuchAnswer(what));
    Json all = Json::array();
    if (const Json *found = findArray(*json, member)) { // an empty list has none
        for (const Json &each : *found)
            all.push_back(convert(each));
    }
    // To OpenAI's libraries more would mean: ask again with the last id, which nobody here would understand.
    Json answer{{"object", "list"}, {"data", std::move(all)}, {"has_more", false}};
    if (const std::string_view token = textMember(*json, "nextPageToken"); !token.empty())
        answer["next_page_token"] = token;
    return dumpJson(answer);
}

// {"key" or "metadata": {"key"}, "response" or "error"}
std::string lineOf(const Json &result, std::size_t number)
{
    std::string key(textMember(result, "key"));
    if (key.empty())
        key = textMember(objectIn(result, "metadata"), "key");
    if (key.empty())
        key = "request-" + std::to_string(number);
    if (const Json *response = findObject(result, "response")) {
        const std::string_view id = textMember(*response, "responseId");
        return dumpJson(answeredLine(key, id, batchedCompletionOf(*response, DialectId::GeminiGenerate))) + '\n';
    }
    const Json &error = findObject(result, "error") ? objectIn(result, "error") : objectIn(result, "status");
    const std::string_view words = textMember(error, "message");
    return dumpJson(failedLine(key, std::to_string(countIn(error, "code")),
                               words.empty() ? "The request was not answered." : words))
           + '\n';
}

Result<std::string> linesOfOperation(const Json &operation)
{
    const Json &output = outputOf(operation);
    const Json &outer = objectIn(output, "inlinedResponses");
    const Json *responses = findArray(outer, "inlinedResponses");
    if (!responses)
        return unexpected(
            Error::client(ErrorCode::InvalidRequest,
                          "The batch has no results: it is "
                              + std::string(statusOf(textMember(objectIn(operation, "metadata"), "state"))) + "."));
    std::string lines;
    for (std::size_t number = 0; number < responses->size(); ++number)
        lines += lineOf((*responses)[number], number + 1);
    return lines;
}

Result<Json> inlinedRequests(const Json &asked, std::string &model, std::string_view providerId,
                             ConversionReport &report)
{
    Json requests = Json::array();
    for (std::size_t index = 0; index < asked.size(); ++index) {
        const Json &each = asked[index];
        const std::string pointer = "/requests/" + std::to_string(index);
        const std::string_view id = textMember(each, "custom_id");
        const Json *chat = findObject(each, "body");
        const Json *own = findObject(each, "request");
        if (id.empty() || (!chat && !own))
            return unexpected(invalidMember(pointer, "needs \"custom_id\", and \"body\" or \"request\"."));
        Json said = chat ? *chat : *own;
        takeProviderOff(said, providerId);
        const std::string_view named = chat ? textMember(said, "model") : std::string_view();
        if (model.empty())
            model = named;
        if (!named.empty() && named != model)
            return unexpected(
                invalidMember(pointer + "/body/model", "All requests of a batch of Gemini's ask one model."));
        auto request = chat ? sayBatchedChat(said, DialectId::GeminiGenerate, pointer + "/body", report)
                            : Result<Json>(std::move(said));
        if (!request)
            return unexpected(request.error());
        requests.push_back({{"request", std::move(*request)}, {"metadata", {{"key", id}}}});
    }
    return requests;
}

} // namespace

Result<std::string> geminiListQuery(std::string_view query)
{
    constexpr std::array names{std::pair<std::string_view, std::string_view>("limit", "pageSize"),
                               std::pair<std::string_view, std::string_view>("page_token", "pageToken")};
    std::string renamed;
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        const auto mark = pair.find('=');
        const std::string_view asked = pair.substr(0, mark);
        if (asked == "after" || asked == "before")
            return unexpected(
                invalidMember("/" + std::string(asked),
                              "Gemini's lists go on by page_token, from next_page_token of the page before."));
        for (const auto &[name, there] : names) {
            if (mark != std::string_view::npos && asked == name)
                renamed.append(renamed.empty() ? "" : "&").append(there).append(pair.substr(mark));
        }
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return renamed;
}

std::string geminiFileMetadata(std::string_view fileName)
{
    Json file = Json::object();
    if (!fileName.empty())
        file["displayName"] = fileName;
    if (fileName.ends_with(".jsonl")) // a type that no system knows by itself
        file["mimeType"] = "application/jsonl";
    return dumpJson({{"file", std::move(file)}});
}

Result<GeminiBatch> writeGeminiBatch(std::string_view text, std::string_view model, std::string_view providerId,
                                     ConversionReport &report)
{
    const auto body = parseJson(text);
    if (!body)
        return unexpected(body.error());
    if (const std::string_view endpoint = textMember(*body, "endpoint"); !endpoint.empty() && endpoint != chatEndpoint)
        return unexpected(invalidMember("/endpoint", "Gemini's batches are asked here for /v1/chat/completions only."));
    if (findMember(*body, "metadata"))
        report.dropped("/metadata", "Gemini's batches have none.");
    GeminiBatch made;
    made.model = model;
    Json input = Json::object();
    const std::string_view file = textMember(*body, "input_file_id");
    const Json *asked = findArray(*body, "requests");
    if (asked && !asked->empty()) {
        auto requests = inlinedRequests(*asked, made.model, providerId, report);
        if (!requests)
            return unexpected(requests.error());
        input["requests"] = {{"requests", std::move(*requests)}};
    } else if (!file.empty()) {
        input["fileName"] = "files/" + idOf(file);
    } else {
        return unexpected(invalidMember("/requests",
                                        "needs requests, [{\"custom_id\", \"body\"}], or input_file_id of a "
                                        "file in Gemini's words."));
    }
    if (made.model.empty())
        return unexpected(invalidMember("/model", "A batch of Gemini's asks one model: name it."));
    Json batch{{"displayName", "batch"}, {"inputConfig", std::move(input)}};
    made.body = dumpJson({{"batch", std::move(batch)}});
    return made;
}

Result<std::string> readGeminiFile(std::string_view body)
{
    const auto json = parseJson(body);
    const Json *inner = json ? findObject(*json, "file") : nullptr;
    if (!json || textMember(inner ? *inner : *json, "name").empty())
        return unexpected(noSuchAnswer("file"));
    return dumpJson(fileOf(inner ? *inner : *json));
}

Result<std::string> readGeminiFileList(std::string_view body)
{
    return list(body, "files", "list of files", &fileOf);
}

Result<std::string> readGeminiBatch(std::string_view body)
{
    const auto json = parseJson(body);
    if (!json || !isOperation(*json))
        return unexpected(noSuchAnswer("batch"));
    return dumpJson(batchOf(*json));
}

Result<std::string> readGeminiBatchList(std::string_view body)
{
    return list(body, "operations", "list of batches", &batchOf);
}

Result<std::string> readGeminiResults(std::string_view body)
{
    if (const auto whole = parseJson(body); whole && isOperation(*whole))
        return linesOfOperation(*whole);
    std::string told;
    for (std::size_t number = 1; !body.empty(); ++number) {
        const auto end = body.find('\n');
        const std::string_view line = body.substr(0, end);
        body = end == std::string_view::npos ? std::string_view() : body.substr(end + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        const auto json = parseJson(line);
        if (!json || !json->is_object())
            return unexpected(noSuchAnswer("list of results"));
        told += lineOf(*json, number);
    }
    return told;
}

std::string geminiResultFile(std::string_view batch)
{
    const auto json = parseJson(batch);
    if (!json || !isOperation(*json))
        return {};
    return idOf(textMember(outputOf(*json), "responsesFile"));
}

bool isGeminiResultFile(std::string_view id)
{
    return id.starts_with("batch-");
}

std::string geminiFileDeletion(std::string_view id)
{
    return dumpJson({{"id", id}, {"object", "file"}, {"deleted", true}});
}

} // namespace gateway::translation
