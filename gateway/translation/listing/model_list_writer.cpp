// Model listings as the clients of each endpoint expect them.
#include "gateway/translation/listing/model_list.h"

#include "gateway/translation/json/object_writer.h"

#include <array>
#include <cstdio>

namespace gateway::translation {

namespace {

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

std::string writeBedrockItem(const ListedModel &model, std::string_view bareProvider)
{
    const std::string id = idFor(model, bareProvider);
    return ObjectWriter()
        .add("modelArn", "arn:aws:bedrock:::foundation-model/" + id) // required by the official schema
        .add("modelId", id)
        .add("modelName", titleOf(model))
        .add("providerName", ownerOf(model))
        .addFlag("responseStreamingSupported", true)
        .addRaw("modelLifecycle", R"({"status":"ACTIVE"})")
        .finished();
}

std::string writeCohereItem(const ListedModel &model, std::string_view bareProvider)
{
    ObjectWriter item;
    item.add("name", idFor(model, bareProvider)).addRaw("endpoints", R"(["chat"])");
    if (model.entry.contextLength)
        item.addNumber("context_length", *model.entry.contextLength);
    return item.finished();
}

} // namespace

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

std::string writeBedrockModelList(const std::vector<ListedModel> &models, std::string_view bareProvider)
{
    const auto writeItem = [bareProvider](const ListedModel &model) { return writeBedrockItem(model, bareProvider); };
    return ObjectWriter().addRaw("modelSummaries", writeArray(models, writeItem)).finished();
}

std::string writeCohereModelList(const std::vector<ListedModel> &models, std::string_view bareProvider)
{
    const auto writeItem = [bareProvider](const ListedModel &model) { return writeCohereItem(model, bareProvider); };
    return ObjectWriter().addRaw("models", writeArray(models, writeItem)).finished();
}

std::string writeModelList(DialectFamily family, const std::vector<ListedModel> &models, std::string_view bareProvider)
{
    switch (family) {
    case DialectFamily::OpenAi: return writeOpenAiModelList(models, bareProvider);
    case DialectFamily::Anthropic: return writeAnthropicModelList(models, bareProvider);
    case DialectFamily::Gemini: return writeGeminiModelList(models, bareProvider);
    case DialectFamily::Bedrock: return writeBedrockModelList(models, bareProvider);
    case DialectFamily::Cohere: return writeCohereModelList(models, bareProvider);
    }
    return writeBifrostModelList(models);
}

std::string writeModel(DialectFamily family, const ListedModel &model, std::string_view bareProvider)
{
    switch (family) {
    case DialectFamily::OpenAi: return writeOpenAiItem(model, bareProvider);
    case DialectFamily::Anthropic: return writeAnthropicItem(model, bareProvider);
    case DialectFamily::Gemini: return writeGeminiItem(model, bareProvider);
    case DialectFamily::Bedrock:
        return ObjectWriter().addRaw("modelDetails", writeBedrockItem(model, bareProvider)).finished();
    case DialectFamily::Cohere: return writeCohereItem(model, bareProvider);
    }
    return writeBifrostItem(model);
}

std::string writeBifrostModel(const ListedModel &model)
{
    return writeBifrostItem(model);
}

} // namespace gateway::translation
