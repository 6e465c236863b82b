#include "gateway/translation/stored/anthropic_stored.h"

#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/json/json_document.h"

#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

namespace gateway::translation {

namespace {

Error unreadable(std::string_view what)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's answer is no " + std::string(what) + ".");
}

std::optional<int> digits(std::string_view text, std::size_t offset, std::size_t count)
{
    int number = 0;
    if (text.size() < offset + count)
        return std::nullopt;
    const auto [end, problem] = std::from_chars(text.data() + offset, text.data() + offset + count, number);
    return problem == std::errc() && end == text.data() + offset + count ? std::optional(number) : std::nullopt;
}

// Seconds since 1970 of RFC 3339 in UTC ("2025-04-15T18:37:24.100435Z"); null for what is none.
Json secondsOf(const Json &object, std::string_view name)
{
    using namespace std::chrono;
    const std::string_view text = textMember(object, name);
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second)
        return nullptr;
    const year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                              std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok())
        return nullptr;
    const auto time = sys_days(date).time_since_epoch() + hours(*hour) + minutes(*minute) + seconds(*second);
    return duration_cast<seconds>(time).count();
}

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
        return unexpected(unreadable(what));
    return dumpJson(convert(*json));
}

template <typename Convert>
Result<std::string> list(std::string_view body, std::string_view what, Convert convert)
{
    const auto json = parseJson(body);
    const Json *data = json ? findArray(*json, "data") : nullptr;
    if (!data)
        return unexpected(unreadable(what));
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

// "anthropic/claude-x" -> "claude-x"
void takeProviderOff(Json &body, std::string_view providerId)
{
    const std::string_view model = textMember(body, "model");
    if (model.starts_with(providerId) && model.substr(providerId.size()).starts_with('/'))
        body["model"] = std::string(model.substr(providerId.size() + 1));
}

// One request in Anthropic's words: its "params".
Result<Json> paramsOf(const Json &chat, const std::string &pointer, ConversionReport &report)
{
    const ClientDialect *client = findClientDialect(DialectId::OpenAiChat);
    const ProviderDialect *provider = findProviderDialect(DialectId::AnthropicMessages);
    const std::string body = dumpJson(chat);
    ClientCall call;
    call.body = body;
    auto asked = client->decodeRequest(call);
    if (!asked)
        return unexpected(invalidMember(pointer, asked.error().message));
    asked->isStream = false;
    ConversionReport own;
    ExchangeState state(*asked, DialectId::AnthropicMessages, "batch");
    const auto encoded = provider->encodeRequest(*asked, {asked->model, "anthropic"}, state, own);
    if (!encoded)
        return unexpected(invalidMember(pointer, encoded.error().message));
    for (const ConversionNote &note : own.notes()) {
        if (note.kind == ConversionNote::Kind::Dropped)
            report.dropped(pointer + note.pointer, note.reason);
    }
    auto params = parseJson(encoded->body);
    if (params)
        params->erase("stream");
    return params;
}

Json completionOf(const Json &message, const ChatRequest &asked)
{
    ExchangeState state(asked, DialectId::AnthropicMessages, "batch");
    const auto response = findProviderDialect(DialectId::AnthropicMessages)->decodeResponse(dumpJson(message), state);
    if (!response)
        return nullptr;
    const auto body = parseJson(findClientDialect(DialectId::OpenAiChat)->encodeResponse(*response, state));
    return body ? *body : Json();
}

// {"custom_id", "result": {"type": "succeeded", "message"}, or "errored" with "error", "canceled", "expired"}
Json resultOf(const Json &line, const ChatRequest &asked)
{
    const Json *result = findObject(line, "result");
    const Json none = Json::object();
    const std::string_view type = textMember(result ? *result : none, "type");
    Json told{{"id", textMember(line, "custom_id")}, {"custom_id", textMember(line, "custom_id")}};
    const Json *message = result ? findObject(*result, "message") : nullptr;
    if (type == "succeeded" && message) {
        told["response"] = {
            {"status_code", 200}, {"request_id", textMember(*message, "id")}, {"body", completionOf(*message, asked)}};
        told["error"] = nullptr;
        return told;
    }
    const Json *outer = result ? findObject(*result, "error") : nullptr;
    const Json *error = outer ? findObject(*outer, "error") : nullptr;
    const std::string_view words = error ? textMember(*error, "message") : std::string_view();
    told["response"] = nullptr;
    told["error"] = {
        {"code", error ? textMember(*error, "type") : type},
        {"message", words.empty() ? "The request was not answered: " + std::string(type) + "." : std::string(words)}};
    return told;
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
        const auto params = chat ? paramsOf(said, pointer + "/body", report) : Result<Json>(std::move(said));
        if (!params)
            return unexpected(params.error());
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
    ChatRequest asked; // what the answers are said in
    std::string told;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        const std::string_view line = lines.substr(0, end);
        lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        const auto json = parseJson(line);
        if (!json || textMember(*json, "custom_id").empty())
            return unexpected(unreadable("list of results"));
        told += dumpJson(resultOf(*json, asked)) + "\n";
    }
    return told;
}

} // namespace gateway::translation
