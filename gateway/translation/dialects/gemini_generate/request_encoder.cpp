#include "gateway/translation/dialects/gemini_generate/request_encoder.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/gemini_generate/content_encoder.h"
#include "gateway/translation/dialects/gemini_generate/generation_config_encoder.h"
#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/dialects/gemini_generate/tool_encoder.h"

namespace gateway::translation::gemini {

namespace {

void noteWhatGeminiLacks(const ChatRequest &request, ConversionReport &report)
{
    const auto drop = [&](bool isSaid, const char *pointer, const char *reason) {
        if (isSaid)
            report.dropped(pointer, reason);
    };
    drop(request.allowsParallelToolCalls == false, "/parallel_tool_calls", "Gemini cannot forbid parallel calls.");
    drop(!request.verbosity.empty(), "/verbosity", "Gemini has no verbosity.");
    drop(!request.endUserId.empty(), "/user", "Gemini takes no id of the end user.");
    drop(!request.promptCacheKey.empty(), "/prompt_cache_key", "Gemini caches by itself.");
    drop(!request.metadata.is_null(), "/metadata", "Gemini takes no metadata.");
    noteForeignOptions(request.extensions, DialectId::GeminiGenerate, {}, "Gemini has no such option.", report);
}

void encodeOwnMembers(const ChatRequest &request, ConversionReport &report, Json &body)
{
    const bool isOwnClient = request.dialect == DialectId::GeminiGenerate;
    if (isOwnClient && !request.serviceTier.empty())
        body["serviceTier"] = request.serviceTier;
    else if (!request.serviceTier.empty() && request.serviceTier != "auto" && request.serviceTier != "default")
        report.dropped("/service_tier", "The tiers of the client's API are not Gemini's.");
    if (isOwnClient && request.mayStore)
        body["store"] = *request.mayStore;
    else if (request.mayStore.value_or(false))
        report.dropped("/store", "Gemini keeps no answers for later.");
    const Json *own = request.extensions.find(DialectId::GeminiGenerate);
    if (!own)
        return;
    for (const auto &[name, value] : own->items()) {
        if (name != "generationConfig" && name != "toolConfig")
            body[name] = value;
    }
}

} // namespace

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report)
{
    const auto model = modelPath(call.model);
    if (!model)
        return unexpected(model.error());
    if (!request.previousResponseId.empty()) {
        return unexpected(invalidMember(
            "/previous_response_id", "The earlier answer is kept at another provider. Send the whole conversation."));
    }
    const ModelTraits traits = traitsOf(call.model);
    EncodeContext context{request, traits, call.preset, state, report};

    ContentEncoder contents(context);
    auto list = contents.encodeContents();
    if (!list)
        return unexpected(list.error());
    Json body = Json::object();
    if (contents.systemInstruction().is_object())
        body["systemInstruction"] = contents.systemInstruction();
    body["contents"] = std::move(*list);

    const bool isFormatByTool = request.outputFormat.kind == OutputFormat::Kind::JsonSchema && hasFunctions(request)
                                && !traits.takesOutputSchemaWithTools() && !context.isOwnClient();
    encodeTools(context, isFormatByTool, body);
    if (Json config = encodeGenerationConfig(context, isFormatByTool); config.is_object())
        body["generationConfig"] = std::move(config);
    noteWhatGeminiLacks(request, report);
    encodeOwnMembers(request, report, body);

    EncodedRequest encoded;
    encoded.path = "/v1beta/" + *model + (request.isStream ? ":streamGenerateContent?alt=sse" : ":generateContent");
    encoded.body = dumpJson(body);
    return encoded;
}

} // namespace gateway::translation::gemini
