#include "gateway/admin/key_json.h"

#include "gateway/admin/config_hash.h"
#include "gateway/admin/json_reader.h"
#include "gateway/admin/key_place_json.h"
#include "gateway/admin/text_conversion.h"

namespace gateway::admin {

namespace {

using api::ProviderKeyView;
using api::ProviderView;

Json valueObject(const ProviderKeyView &key)
{
    if (key.aws || key.isFoundByAws || key.isFoundByGoogle)
        return writeSecretText({}); // its parts are in bedrock_key_config, or on this computer
    const bool isEnvironment = !key.environmentVariable.isEmpty();
    return {{"value", isEnvironment ? std::string() : utf8(key.redactedValue)},
            {"env_var", isEnvironment ? utf8(QStringLiteral("env.") + key.environmentVariable) : std::string()},
            {"from_env", isEnvironment}};
}

Json stringList(const QStringList &list)
{
    Json array = Json::array();
    for (const QString &entry : list)
        array.push_back(utf8(entry));
    return array;
}

// Beside an access key, a client's secret or the address of a server of one's own, an empty value says that there is
// no API key.
bool mayLackValue(const api::SaveProviderKey &command)
{
    return !command.aws.isEmpty() || command.key.aws || command.value || command.key.isFoundByAws
           || command.key.isFoundByGoogle || !command.key.place.endpoint.isEmpty()
           || !command.key.place.project.isEmpty();
}

} // namespace

Result<api::SaveProviderKey> readKey(const Json &body, const QString &provider, const ProviderKeyView *previous)
{
    api::SaveProviderKey command;
    command.provider = provider;
    if (previous)
        command.key = *previous;
    JsonReader reader(body);
    reader.string("name", command.key.name);
    reader.strings("models", command.key.models);
    reader.strings("blacklisted_models", command.key.blacklistedModels);
    if (const Json *weight = reader.member("weight")) {
        if (weight->is_number() && weight->get<double>() >= 0)
            command.key.weight = weight->get<double>();
        else
            reader.refuse("weight", "a number that is not negative");
    }
    reader.boolean("enabled", command.key.isEnabled);
    reader.boolean("use_for_batch_api", command.key.useForBatchApi);
    if (reader.error())
        return unexpected(*reader.error());
    if (const auto error = readKeyPlace(body, command, previous))
        return unexpected(*error);
    const auto value = body.find("value");
    if (value == body.end() || value->is_null())
        return command;
    const auto given = readSecretText("value", *value);
    if (!given)
        return unexpected(given.error());
    const bool isLeftEmpty = given->isEmpty() && mayLackValue(command);
    if (!isLeftEmpty && (!previous || *given != previous->redactedValue))
        command.value = *given;
    return command;
}

Json writeKey(const ProviderKeyView &key)
{
    Json object{{"id", utf8(key.id)},
                {"name", utf8(key.name)},
                {"value", valueObject(key)},
                {"models", stringList(key.models)},
                {"blacklisted_models", stringList(key.blacklistedModels)},
                {"weight", key.weight},
                {"enabled", key.isEnabled},
                {"use_for_batch_api", key.useForBatchApi}};
    writeKeyPlace(object, key);
    object["config_hash"] = configHashOf(object);
    if (!key.problem.isEmpty())
        object["description"] = utf8(key.problem);
    else if (key.isInMemoryOnly)
        object["description"] = "Kept in memory only: gone when this process ends.";
    return object;
}

Json writeKeys(const QList<ProviderKeyView> &keys)
{
    Json list = Json::array();
    for (const ProviderKeyView &key : keys)
        list.push_back(writeKey(key));
    return {{"keys", list}, {"total", keys.size()}};
}

Json writeListedKey(const ProviderView &provider, const ProviderKeyView &key)
{
    Json object = writeKey(key);
    object["key_id"] = object["id"];
    object["id"] = 0;
    object["provider"] = utf8(provider.name);
    object["provider_id"] = utf8(provider.name);
    return object;
}

Json writeAllKeys(const QList<ProviderView> &providers)
{
    Json list = Json::array();
    for (const ProviderView &provider : providers) {
        for (const ProviderKeyView &key : provider.keys)
            list.push_back(writeListedKey(provider, key));
    }
    return list;
}

} // namespace gateway::admin
