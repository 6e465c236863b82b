#include "gateway/translation/listing/model_list.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/object_writer.h"

#include <array>
#include <charconv>
#include <cstdio>

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

std::string timestampOfSeconds(std::int64_t seconds)
{
    const std::int64_t days = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
    const std::int64_t secondOfDay = seconds - days * 86400;
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const std::int64_t dayOfEra = shifted - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t shiftedMonth = (5 * dayOfYear + 2) / 153;
    const std::int64_t month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%04lld-%02lld-%02lldT%02lld:%02lld:%02lldZ",
                  static_cast<long long>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), static_cast<long long>(month),
                  static_cast<long long>(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1),
                  static_cast<long long>(secondOfDay / 3600), static_cast<long long>(secondOfDay / 60 % 60),
                  static_cast<long long>(secondOfDay % 60));
    return text.data();
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
    entry.id = firstPresent(model, {"id", "model", "name"}).text();
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

std::string readNextPage(DialectFamily family, JsonValue list)
{
    switch (family) {
    case DialectFamily::Anthropic:
        if (const std::string lastId = list["last_id"].text(); list["has_more"].isTrue() && !lastId.empty())
            return "after_id=" + percentEncoded(lastId);
        return {};
    case DialectFamily::OpenAi: // a Bifrost upstream
        if (const std::string token = list["next_page_token"].text(); !token.empty())
            return "page_token=" + percentEncoded(token);
        return {};
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

std::string prefixedId(const ListedModel &model)
{
    return model.provider.empty() ? model.entry.id : model.provider + "/" + model.entry.id;
}

std::string idFor(const ListedModel &model, std::string_view bareProvider)
{
    return model.provider == bareProvider ? model.entry.id : prefixedId(model);
}

const std::string &titleOf(const ListedModel &model)
{
    return model.entry.displayName.empty() ? model.entry.id : model.entry.displayName;
}

const std::string &ownerOf(const ListedModel &model)
{
    return model.entry.ownedBy.empty() ? model.provider : model.entry.ownedBy;
}

template <typename WriteItem>
std::string writeArray(const std::vector<ListedModel> &models, WriteItem writeItem)
{
    std::string array = "[";
    for (const ListedModel &model : models) {
        if (array.size() > 1)
            array += ',';
        array += writeItem(model);
    }
    return array + "]";
}

std::string writeBifrostItem(const ListedModel &model)
{
    ObjectWriter item;
    item.add("id", prefixedId(model)).add("object", "model");
    if (!model.entry.displayName.empty())
        item.add("name", model.entry.displayName);
    if (model.entry.created)
        item.addNumber("created", *model.entry.created);
    if (model.entry.contextLength)
        item.addNumber("context_length", *model.entry.contextLength);
    return item.add("owned_by", ownerOf(model)).finished();
}

std::string writeOpenAiItem(const ListedModel &model, std::string_view bareProvider)
{
    return ObjectWriter()
        .add("id", idFor(model, bareProvider))
        .add("object", "model")
        .addNumber("created", model.entry.created.value_or(0)) // required by the official schema
        .add("owned_by", ownerOf(model))
        .finished();
}

std::string writeAnthropicItem(const ListedModel &model, std::string_view bareProvider)
{
    // An unknown date is written as the start of time, as Anthropic's documentation says of its own listing.
    return ObjectWriter()
        .add("type", "model")
        .add("id", idFor(model, bareProvider))
        .add("display_name", titleOf(model))
        .add("created_at", timestampOfSeconds(model.entry.created.value_or(0)))
        .finished();
}

std::string writeGeminiItem(const ListedModel &model, std::string_view bareProvider)
{
    ObjectWriter item;
    item.add("name", "models/" + idFor(model, bareProvider)).add("displayName", titleOf(model));
    if (model.entry.contextLength)
        item.addNumber("inputTokenLimit", *model.entry.contextLength);
    item.addRaw("supportedGenerationMethods", R"(["generateContent","streamGenerateContent","countTokens"])");
    return item.finished();
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
    // Ollama's own listing has "models"; Together's is a bare array; Vertex lists what publishers have.
    const JsonValue items =
        list.isArray() ? list : firstPresent(list, {"data", "models", "modelSummaries", "publisherModels"});
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

std::string writeBifrostModelList(const std::vector<ListedModel> &models)
{
    const std::string extra = ObjectWriter().add("request_type", "list_models").finished();
    return ObjectWriter()
        .add("object", "list")
        .addRaw("data", writeArray(models, writeBifrostItem))
        .addRaw("extra_fields", extra)
        .finished();
}

std::string writeOpenAiModelList(const std::vector<ListedModel> &models, std::string_view bareProvider)
{
    const auto writeItem = [bareProvider](const ListedModel &model) { return writeOpenAiItem(model, bareProvider); };
    return ObjectWriter().add("object", "list").addRaw("data", writeArray(models, writeItem)).finished();
}

std::string writeAnthropicModelList(const std::vector<ListedModel> &models, std::string_view bareProvider)
{
    const auto writeItem = [bareProvider](const ListedModel &model) { return writeAnthropicItem(model, bareProvider); };
    ObjectWriter list;
    list.addRaw("data", writeArray(models, writeItem)).addFlag("has_more", false);
    if (models.empty())
        return list.addRaw("first_id", "null").addRaw("last_id", "null").finished();
    return list.add("first_id", idFor(models.front(), bareProvider))
        .add("last_id", idFor(models.back(), bareProvider))
        .finished();
}

std::string writeGeminiModelList(const std::vector<ListedModel> &models, std::string_view bareProvider)
{
    const auto writeItem = [bareProvider](const ListedModel &model) { return writeGeminiItem(model, bareProvider); };
    return ObjectWriter().addRaw("models", writeArray(models, writeItem)).finished();
}

std::string writeModelList(DialectFamily family, const std::vector<ListedModel> &models, std::string_view bareProvider)
{
    switch (family) {
    case DialectFamily::OpenAi: return writeOpenAiModelList(models, bareProvider);
    case DialectFamily::Anthropic: return writeAnthropicModelList(models, bareProvider);
    case DialectFamily::Gemini: return writeGeminiModelList(models, bareProvider);
    case DialectFamily::Bedrock:
    case DialectFamily::Cohere: break;
    }
    return writeBifrostModelList(models);
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

std::string writeModel(DialectFamily family, const ListedModel &model, std::string_view bareProvider)
{
    switch (family) {
    case DialectFamily::OpenAi: return writeOpenAiItem(model, bareProvider);
    case DialectFamily::Anthropic: return writeAnthropicItem(model, bareProvider);
    case DialectFamily::Gemini: return writeGeminiItem(model, bareProvider);
    case DialectFamily::Bedrock:
    case DialectFamily::Cohere: break;
    }
    return writeBifrostItem(model);
}

std::string writeBifrostModel(const ListedModel &model)
{
    return writeBifrostItem(model);
}

} // namespace gateway::translation
