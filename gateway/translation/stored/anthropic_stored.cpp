#include "gateway/translation/stored/anthropic_stored.h"

#include "gateway/translation/stored/stored_words.h"

#include <array>
#include <utility>

namespace gateway::translation {

namespace {

std::int64_t countIn(const Json &counts, std::string_view name)
{
    return integerMember(counts, name).value_or(0);
}

Json fileOf(const Json &file)
{
    return {{"id", textMember(file, "id")},
            {"object", "file"},
            {"bytes", integerMember(file, "size_bytes").value_or(0)},
            {"created_at", secondsOf(file, "created_at")},
            {"filename", textMember(file, "filename")},
            {"purpose", "user_data"},
            {"status", "processed"}};
}

std::string_view statusOf(const Json &batch, std::int64_t canceled, std::int64_t total)
{
    const std::string_view status = textMember(batch, "processing_status");
    if (status == "canceling")
        return "cancelling";
    if (status != "ended")
        return "in_progress";
    const bool wasStopped = findMember(batch, "cancel_initiated_at") && canceled == total;
    return wasStopped ? "cancelled" : "completed";
}

Json batchOf(const Json &batch)
{
    const Json *found = findObject(batch, "request_counts");
    const Json counts = found ? *found : Json::object();
    const std::int64_t canceled = countIn(counts, "canceled");
    const std::int64_t failed = countIn(counts, "errored") + countIn(counts, "expired") + canceled;
    const std::int64_t total = countIn(counts, "processing") + countIn(counts, "succeeded") + failed;
    return {{"id", textMember(batch, "id")},
            {"object", "batch"},
            {"endpoint", "/v1/chat/completions"},
            {"input_file_id", ""},
            {"completion_window", "24h"},
            {"status", statusOf(batch, canceled, total)},
            {"created_at", secondsOf(batch, "created_at")},
            {"expires_at", secondsOf(batch, "expires_at")},
            {"completed_at", secondsOf(batch, "ended_at")},
            {"cancelling_at", secondsOf(batch, "cancel_initiated_at")},
            {"request_counts", {{"total", total}, {"completed", countIn(counts, "succeeded")}, {"failed", failed}}}};
}

template <typename Convert>
Result<std::string> one(std::string_view body, std::string_view what, Convert convert)
{
    const auto json = parseJson(body);
    if (!json || textMember(*json, "id").empty())
        return unexpected(noSuchAnswer(what));
    return dumpJson(convert(*json));
}

template <typename Convert>
Result<std::string> list(std::string_view body, std::string_view what, Convert convert)
{
    const auto json = parseJson(body);
    const Json *data = json ? findArray(*json, "data") : nullptr;
    if (!data)
        return unexpected(noSuchAnswer(what));
    Json all = Json::array();
    for (const Json &each : *data)
        all.push_back(convert(each));
    Json answer{{"object", "list"}, {"data", std::move(all)}};
    answer["has_more"] = booleanMember(*json, "has_more").value_or(false);
    for (const char *name : {"first_id", "last_id"}) {
        if (const Json *id = findMember(*json, name))
            answer[name] = *id;
    }
    return dumpJson(answer);
}

// {"custom_id", "result": {"type": "succeeded", "message"}, or "errored" with "error", "canceled", "expired"}
Json resultOf(const Json &line)
{
    const std::string_view id = textMember(line, "custom_id");
    const Json *result = findObject(line, "result");
    const Json none = Json::object();
    const std::string_view type = textMember(result ? *result : none, "type");
    const Json *message = result ? findObject(*result, "message") : nullptr;
    if (type == "succeeded" && message)
        return answeredLine(id, textMember(*message, "id"),
                            batchedCompletionOf(*message, DialectId::AnthropicMessages));
    const Json *outer = result ? findObject(*result, "error") : nullptr;
    const Json *error = outer ? findObject(*outer, "error") : nullptr;
    const std::string_view words = error ? textMember(*error, "message") : std::string_view();
    return failedLine(id, error ? textMember(*error, "type") : type,
                      words.empty() ? "The request was not answered: " + std::string(type) + "." : std::string(words));
}

} // namespace

std::string anthropicListQuery(std::string_view query)
{
    constexpr std::array names{std::pair<std::string_view, std::string_view>("limit", "limit"),
                               std::pair<std::string_view, std::string_view>("after", "after_id"),
                               std::pair<std::string_view, std::string_view>("before", "before_id")};
    std::string renamed;
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        const auto mark = pair.find('=');
        for (const auto &[name, there] : names) {
            if (mark != std::string_view::npos && pair.substr(0, mark) == name)
                renamed.append(renamed.empty() ? "" : "&").append(there).append(pair.substr(mark));
        }
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return renamed;
}

Result<std::string> writeAnthropicBatch(std::string_view text, std::string_view providerId, ConversionReport &report)
{
    const auto body = parseJson(text);
    if (!body)
        return unexpected(body.error());
    const Json *asked = findArray(*body, "requests");
    if (!asked || asked->empty())
        return unexpected(invalidMember("/requests", "Anthropic's batches have their requests inside of them, not in a "
                                                     "file: [{\"custom_id\", \"body\"}]."));
    if (findMember(*body, "metadata"))
        report.dropped("/metadata", "Anthropic's batches have none.");
    Json requests = Json::array();
    for (std::size_t index = 0; index < asked->size(); ++index) {
        const Json &each = (*asked)[index];
        const std::string pointer = "/requests/" + std::to_string(index);
        const std::string_view id = textMember(each, "custom_id");
        const Json *chat = findObject(each, "body");
        const Json *own = findObject(each, "params");
        if (id.empty() || (!chat && !own))
            return unexpected(invalidMember(pointer, "needs \"custom_id\", and \"body\" or \"params\"."));
        Json said = chat ? *chat : *own;
        takeProviderOff(said, providerId);
        auto params = chat ? sayBatchedChat(said, DialectId::AnthropicMessages, pointer + "/body", report)
                           : Result<Json>(std::move(said));
        if (!params)
            return unexpected(params.error());
        if (chat)
            params->erase("stream");
        requests.push_back({{"custom_id", id}, {"params", *params}});
    }
    return dumpJson({{"requests", std::move(requests)}});
}

Result<std::string> readAnthropicFile(std::string_view body)
{
    return one(body, "file", &fileOf);
}

Result<std::string> readAnthropicFileList(std::string_view body)
{
    return list(body, "list of files", &fileOf);
}

Result<std::string> readAnthropicDeletion(std::string_view body)
{
    return one(body, "file", [](const Json &file) {
        return Json{{"id", textMember(file, "id")}, {"object", "file"}, {"deleted", true}};
    });
}

Result<std::string> readAnthropicBatch(std::string_view body)
{
    return one(body, "batch", &batchOf);
}

Result<std::string> readAnthropicBatchList(std::string_view body)
{
    return list(body, "list of batches", &batchOf);
}

Result<std::string> readAnthropicResults(std::string_view lines)
{
    std::string told;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        const std::string_view line = lines.substr(0, end);
        lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        const auto json = parseJson(line);
        if (!json || textMember(*json, "custom_id").empty())
            return unexpected(noSuchAnswer("list of results"));
        told += dumpJson(resultOf(*json)) + "\n";
    }
    return told;
}

} // namespace gateway::translation
