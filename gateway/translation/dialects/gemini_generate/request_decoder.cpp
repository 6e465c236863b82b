#include "gateway/translation/dialects/gemini_generate/request_decoder.h"

#include "gateway/translation/dialects/gemini_generate/content_decoder.h"
#include "gateway/translation/dialects/gemini_generate/field_reader.h"
#include "gateway/translation/dialects/gemini_generate/generation_config_decoder.h"
#include "gateway/translation/dialects/gemini_generate/tool_decoder.h"

namespace gateway::translation::gemini {

namespace {

std::string modelOf(const ClientCall &call, FieldReader &reader)
{
    const std::string named = reader.text("model").value_or("");
    std::string_view model = call.pathModel.empty() ? std::string_view(named) : call.pathModel;
    if (model.starts_with("models/"))
        model.remove_prefix(7);
    return std::string(model);
}

std::optional<Error> decodeMembers(FieldReader &reader, ChatRequest &request)
{
    ContentDecoder contents;
    if (const Json *system = reader.find("systemInstruction")) {
        if (auto error = contents.addSystemInstruction(*system))
            return error;
    }
    const Json *list = reader.find("contents");
    if (!list)
        return invalidMember("/contents", "is required.");
    if (auto error = contents.addContents(*list))
        return error;
    request.messages = contents.take();

    if (const Json *tools = reader.find("tools")) {
        if (auto error = decodeTools(*tools, request))
            return error;
    }
    if (const Json *config = reader.object("toolConfig")) {
        if (auto error = decodeToolConfig(*config, request))
            return error;
    }
    if (const Json *config = reader.object("generationConfig")) {
        if (auto error = decodeGenerationConfig(*config, request))
            return error;
    }
    request.serviceTier = reader.text("serviceTier").value_or("");
    if (const auto store = reader.boolean("store"))
        request.mayStore = store;
    return reader.error();
}

} // namespace

Result<ChatRequest> decodeRequest(const ClientCall &call)
{
    auto body = parseJson(call.body);
    if (!body)
        return unexpected(body.error());
    if (!body->is_object())
        return unexpected(invalidMember("", "The body must be a JSON object."));
    ChatRequest request;
    request.dialect = DialectId::GeminiGenerate;
    request.isStream = call.isStreamPath;
    request.wantsStreamUsage = true;
    FieldReader reader(*body, "");
    request.model = modelOf(call, reader);
    if (request.model.empty())
        return unexpected(Error::client(ErrorCode::ModelMissing, "The path names no model."));
    if (auto error = decodeMembers(reader, request))
        return unexpected(std::move(*error));
    reader.eachUnknown([&](const std::string &name, const Json &value) {
        request.extensions.set(DialectId::GeminiGenerate, name, value);
    });
    return request;
}

} // namespace gateway::translation::gemini
