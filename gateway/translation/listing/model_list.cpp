#include "gateway/translation/listing/model_list.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/json/json_value.h"

#include <algorithm>
#include <charconv>

namespace gateway::translation {

namespace {

JsonValue firstPresent(JsonValue object, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        const JsonValue value = object[name];
        if (value.isPresent() && !value.isNull())
            return value;
    }
    return {};
}

// Days since 1970 of a date of the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
std::int64_t daysSince1970(std::int64_t year, std::int64_t month, std::int64_t day)
{
    const std::int64_t shiftedYear = month <= 2 ? year - 1 : year;
    const std::int64_t era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400;
    const std::int64_t yearOfEra = shiftedYear - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

std::optional<std::int64_t> digitsAt(std::string_view text, std::size_t from, std::size_t count)
{
    if (text.size() < from + count)
        return std::nullopt;
    std::int64_t number = 0;
    const char *const end = text.data() + from + count;
    const auto result = std::from_chars(text.data() + from, end, number);
    if (result.ec != std::errc() || result.ptr != end || number < 0)
        return std::nullopt;
    return number;
}

// RFC 3339, "2025-02-19T00:00:00Z"; zones other than UTC are not used by any listing, so they are not read.
std::optional<std::int64_t> secondsOfTimestamp(std::string_view text)
{
    const auto year = digitsAt(text, 0, 4);
    const auto month = digitsAt(text, 5, 2);
    const auto day = digitsAt(text, 8, 2);
    if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31)
        return std::nullopt;
    const std::int64_t hours = digitsAt(text, 11, 2).value_or(0);
    const std::int64_t minutes = digitsAt(text, 14, 2).value_or(0);
    const std::int64_t seconds = digitsAt(text, 17, 2).value_or(0);
    return daysSince1970(*year, *month, *day) * 86400 + hours * 3600 + minutes * 60 + seconds;
}

std::optional<std::int64_t> readCreated(JsonValue model)
{
    const JsonValue created = firstPresent(model, {"created", "created_at", "modified_at"});
    std::optional<std::int64_t> seconds = created.isString() ? secondsOfTimestamp(created.text()) : created.integer();
    // Years that no clock shows are a mistake of the provider.
    constexpr std::int64_t yearTenThousand = 253402300800;
    return seconds && *seconds > 0 && *seconds < yearTenThousand ? seconds : std::nullopt;
}

ModelEntry readEntry(JsonValue model)
{
    ModelEntry entry;
    if (model.isString()) { // a bare list of names
        entry.id = model.text();
        return entry;
    }
    if (model["owner"].isString() && model["name"].isString() && !model["id"].isPresent()) { // Replicate
        entry.ownedBy = model["owner"].text();
        entry.id = entry.ownedBy + "/" + model["name"].text();
        entry.created = readCreated(model["latest_version"]);
        return entry;
    }
    entry.id = firstPresent(model, {"id", "model", "model_id", "name"}).text(); // model_id: ElevenLabs
    entry.displayName = firstPresent(model, {"display_name", "name"}).text();
    if (entry.displayName == entry.id)
        entry.displayName.clear();
    entry.ownedBy = firstPresent(model, {"owned_by", "organization", "publisher"}).text();
    entry.created = readCreated(model);
    // OpenRouter and Together, vLLM, Mistral and LM Studio, Groq, Anthropic: each has its own name for it.
    entry.contextLength = firstPresent(model, {"context_length", "max_model_len", "max_context_length",
                                               "context_window", "max_input_tokens"})
                              .integer();
    return entry;
}

// Google names a model by its resource path.
ModelEntry readGeminiEntry(JsonValue model)
{
    constexpr std::string_view collection = "models/";
    constexpr std::string_view publisher = "publishers/"; // of Vertex: "publishers/google/models/NAME"
    ModelEntry entry;
    entry.id = model["name"].text();
    const auto place = entry.id.starts_with(publisher) ? entry.id.find(collection) : 0;
    if (place != std::string::npos && entry.id.compare(place, collection.size(), collection) == 0)
        entry.id.erase(0, place + collection.size());
    entry.displayName = model["displayName"].text();
    entry.ownedBy = "google";
    entry.contextLength = model["inputTokenLimit"].integer();
    return entry;
}

// ListFoundationModels (docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html).
ModelEntry readBedrockEntry(JsonValue model)
{
    ModelEntry entry;
    entry.id = model["modelId"].text();
    entry.displayName = model["modelName"].text();
    entry.ownedBy = model["providerName"].text();
    return entry;
}

ModelEntry readEntryOf(DialectFamily family, JsonValue model)
{
    switch (family) {
    case DialectFamily::Gemini: return readGeminiEntry(model);
    case DialectFamily::Bedrock: return readBedrockEntry(model);
    case DialectFamily::OpenAi:
    case DialectFamily::Anthropic:
    case DialectFamily::Cohere: return readEntry(model);
    }
    return {};
}

// Of the next page's address only the query counts: where a list is asked for comes from no answer.
std::string queryOf(const std::string &url)
{
    const auto mark = url.find('?');
    std::string query = mark == std::string::npos ? std::string() : url.substr(mark + 1);
    const bool isQuery = std::all_of(query.begin(), query.end(),
                                     [](char letter) { return letter > ' ' && letter < '\x7f' && letter != '#'; });
    return isQuery ? query : std::string();
}

std::string readNextPage(DialectFamily family, JsonValue list)
{
    switch (family) {
    case DialectFamily::Anthropic:
        if (const std::string lastId = list["last_id"].text(); list["has_more"].isTrue() && !lastId.empty())
            return "after_id=" + percentEncoded(lastId);
        return {};
    case DialectFamily::OpenAi: // a Bifrost upstream, or Replicate
        if (const std::string token = list["next_page_token"].text(); !token.empty())
            return "page_token=" + percentEncoded(token);
        return queryOf(list["next"].text());
    case DialectFamily::Gemini:
        if (const std::string token = list["nextPageToken"].text(); !token.empty())
            return "pageToken=" + percentEncoded(token);
        return {};
    case DialectFamily::Cohere:
        if (const std::string token = list["next_page_token"].text(); !token.empty())
            return "page_token=" + percentEncoded(token);
        return {};
    case DialectFamily::Bedrock: return {}; // one page (ListFoundationModels)
    }
    return {};
}

} // namespace

std::string_view modelListTarget(DialectFamily family)
{
    switch (family) {
    case DialectFamily::OpenAi: return "/v1/models";
    case DialectFamily::Anthropic: return "/v1/models?limit=1000";
    case DialectFamily::Gemini: return "/v1beta/models?pageSize=1000";
    case DialectFamily::Bedrock: return "/foundation-models";
    case DialectFamily::Cohere: return "/v1/models?page_size=1000";
    }
    return "/v1/models";
}

Result<ModelPage> readModelList(DialectFamily family, std::string_view body)
{
    const JsonValue list = JsonValue::checked(body);
    // Ollama's own listing has "models"; Together's is a bare array; Vertex lists what publishers have, Replicate results.
    const JsonValue items =
        list.isArray() ? list : firstPresent(list, {"data", "models", "modelSummaries", "publisherModels", "results"});
    const bool isEmptyList = list["data"].isNull() || list["models"].isNull(); // Ollama without any model
    if (!items.isArray() && !isEmptyList) {
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::Never,
                                          "The provider's list of models cannot be read",
                                          "no array in: " + std::string(body.substr(0, 200))));
    }
    ModelPage page;
    JsonElements elements(items);
    while (const auto element = elements.next()) {
        ModelEntry entry = readEntryOf(family, *element);
        if (!entry.id.empty())
            page.models.push_back(std::move(entry));
    }
    page.nextPage = readNextPage(family, list);
    return page;
}

Result<std::string> modelTarget(DialectFamily family, std::string_view model)
{
    if (family == DialectFamily::Gemini) {
        auto path = gemini::modelPath(model);
        if (!path)
            return path;
        return "/v1beta/" + *path;
    }
    if (family == DialectFamily::Bedrock)
        return "/foundation-models/" + percentEncoded(model);
    return "/v1/models/" + percentEncoded(model);
}

Result<ModelEntry> readModel(DialectFamily family, std::string_view body)
{
    const JsonValue whole = JsonValue::checked(body);
    const JsonValue model = family == DialectFamily::Bedrock ? whole["modelDetails"] : whole;
    ModelEntry entry = family == DialectFamily::Gemini ? readGeminiEntry(model) : readEntry(model);
    if (family == DialectFamily::Bedrock)
        entry.id = model["modelId"].text();
    if (entry.id.empty() || !model.isObject()) {
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::Never,
                                          "The provider's answer about the model cannot be read",
                                          "no model in: " + std::string(body.substr(0, 200))));
    }
    return entry;
}

} // namespace gateway::translation
