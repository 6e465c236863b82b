#include "gateway/pipeline/forwarded_attempt.h"

#include "gateway/net/upstream/upstream_url.h"
#include "gateway/pipeline/bedrock_forwarding.h"
#include "gateway/pipeline/elevenlabs_attempt.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/forwarded_headers.h"
#include "gateway/pipeline/hosted_request.h"
#include "gateway/pipeline/image_attempt.h"
#include "gateway/pipeline/kept_answer.h"
#include "gateway/pipeline/provider_headers.h"
#include "gateway/pipeline/replicate_stored_attempt.h"
#include "gateway/pipeline/rerank_attempt.h"
#include "gateway/pipeline/sarvam_attempt.h"
#include "gateway/pipeline/sound_attempt.h"
#include "gateway/pipeline/stored_attempt.h"
#include "gateway/pipeline/text_completion_attempt.h"
#include "gateway/pipeline/video_attempt.h"
#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>

namespace gateway::pipeline {

namespace {

using translation::FormField;

net::UpstreamBody editedForm(const AttemptContext &attempt)
{
    std::vector<net::UploadSource::Edit> edits;
    for (const FormField &field : *attempt.request.form) {
        if (field.isFile)
            continue;
        if (isFieldForUs(field.name))
            edits.push_back({field.partOffset, field.partSize, {}});
        else if (field.name == "model" && field.value != attempt.target.model)
            edits.push_back({field.valueOffset, field.valueSize, attempt.target.model});
    }
    return withFormEdits(attempt, std::move(edits));
}

Result<net::UpstreamBody> editedJson(const AttemptContext &attempt)
{
    const RequestContext &context = attempt.request;
    const translation::RequestFacts &facts = context.facts;
    const net::SharedBytes &body = context.exchange->request().body;
    // OpenAI's batches and containers have no model; there it only says which provider is meant.
    const bool isForUs = context.endpoint.forwarded->isOfStored && context.endpoint.forwarded->offer != "video"
                         && context.endpoint.family == translation::DialectFamily::OpenAi;
    std::vector<std::string_view> removed;
    if (facts.hasFallbacks)
        removed.push_back("fallbacks");
    if (isForUs && facts.modelPlace.size > 0)
        removed.push_back("model");
    if (context.endpoint.forwarded->isOfStored && !context.endpoint.namedProvider.empty())
        removed.push_back("provider");
    const bool isRenamed = facts.modelPlace.size > 0 && !isForUs && context.endpoint.pathModel.empty()
                           && facts.model != attempt.target.model;
    const bool isNamedByPath = facts.modelPlace.size == 0 && !context.endpoint.deployment.empty() && !isForUs;
    std::string name = isRenamed || isNamedByPath ? translation::quoteJson(attempt.target.model) : std::string();
    if (removed.empty() && isRenamed)
        return net::UpstreamBody(body, facts.modelPlace.offset, facts.modelPlace.size, std::move(name));
    if (removed.empty() && !isNamedByPath)
        return net::UpstreamBody(body);
    std::string edited = *body;
    if (isNamedByPath) {
        auto named = translation::setTopLevelMember(edited, "model", name);
        if (!named)
            return unexpected(named.error());
        edited = std::move(*named);
    }
    if (isRenamed)
        edited.replace(facts.modelPlace.offset, facts.modelPlace.size, name);
    for (const std::string_view member : removed) {
        auto shorter = translation::removeTopLevelMember(edited, member);
        if (!shorter)
            return unexpected(shorter.error());
        edited = std::move(*shorter);
    }
    return net::UpstreamBody(std::make_shared<const std::string>(std::move(edited)));
}

} // namespace

Result<net::UpstreamBody> editedBody(const AttemptContext &attempt)
{
    const net::HttpRequest &asked = attempt.request.exchange->request();
    if (attempt.request.form)
        return editedForm(attempt);
    if (asked.spooledBody)
        return net::UpstreamBody(
            std::make_shared<const net::UploadSource>(asked.spooledBody, std::vector<net::UploadSource::Edit>()));
    if (asked.body->empty())
        return net::UpstreamBody();
    return attempt.request.facts.endOfMembers > 0 ? editedJson(attempt) : net::UpstreamBody(asked.body);
}

namespace {

// Of Gemini's paths with a model: "/v1beta/models/MODEL:predict", "/v1beta/models/MODEL/operations/OPERATION".
Result<std::string> pathOf(const AttemptContext &attempt)
{
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    if (endpoint.pathModel.empty())
        return endpoint.rawPath;
    constexpr std::string_view version = "/v1beta/";
    const auto model = translation::gemini::modelPath(attempt.target.model);
    if (!model)
        return unexpected(model.error());
    const auto kept = endpoint.rawPath.find("/operations/");
    const std::string behind = endpoint.rawPath.substr(kept != std::string::npos ? kept : endpoint.rawPath.rfind(':'));
    return std::string(version) + *model + behind;
}

std::string textMember(const RequestContext &context, std::string_view name)
{
    if (context.form) {
        const auto field = std::find_if(context.form->begin(), context.form->end(),
                                        [name](const FormField &each) { return each.name == name && !each.isFile; });
        return field == context.form->end() ? std::string() : field->value;
    }
    const auto member = translation::topLevelMember(*context.exchange->request().body, name);
    return member && *member ? translation::JsonValue::trusted(**member).text() : std::string();
}

// What these are charged by, where it is not by tokens.
metering::OtherUse askedUse(const RequestContext &context)
{
    metering::OtherUse asked;
    const std::string_view offer = context.endpoint.forwarded->offer;
    if (offer == "speech") {
        const std::string text = textMember(context, "input");
        // Characters, not bytes: what begins one in UTF-8.
        asked.characters = std::count_if(text.begin(), text.end(), [](char letter) {
            return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
        });
    } else if (offer.starts_with("image_")) {
        asked.imageQuality = textMember(context, "quality");
        asked.imageSize = textMember(context, "size");
    }
    return asked;
}

} // namespace

translation::DialectId dialectOfFamily(translation::DialectFamily family)
{
    using translation::DialectFamily;
    using translation::DialectId;
    switch (family) {
    case DialectFamily::OpenAi: return DialectId::OpenAiChat;
    case DialectFamily::Anthropic: return DialectId::AnthropicMessages;
    case DialectFamily::Gemini: return DialectId::GeminiGenerate;
    case DialectFamily::Bedrock: return DialectId::BedrockConverse;
    case DialectFamily::Cohere: return DialectId::CohereChat;
    }
    return DialectId::OpenAiChat;
}

bool isFieldForUs(std::string_view name)
{
    return name == "fallbacks" || name == "fallbacks[]" || name == "provider";
}

net::UpstreamBody withFormEdits(const AttemptContext &attempt, std::vector<net::UploadSource::Edit> edits)
{
    const net::HttpRequest &asked = attempt.request.exchange->request();
    if (asked.spooledBody)
        return net::UpstreamBody(std::make_shared<const net::UploadSource>(asked.spooledBody, std::move(edits)));
    if (edits.empty())
        return asked.body;
    std::vector<translation::TextEdit> inText;
    for (net::UploadSource::Edit &edit : edits)
        inText.push_back(
            {static_cast<std::size_t>(edit.offset), static_cast<std::size_t>(edit.size), std::move(edit.replacement)});
    return std::make_shared<const std::string>(translation::withEdits(*asked.body, inText));
}

Result<net::UpstreamRequest> encodeForwarded(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    if (isTextCompletion(context))
        return encodeTextCompletion(attempt, address);
    if (needsRerankWords(attempt))
        return encodeRerank(attempt, address);
    attempt.asked = askedUse(context);
    if (needsImageWords(attempt))
        return encodeImages(attempt, address);
    if (needsElevenLabsWords(attempt))
        return encodeElevenLabs(attempt, address);
    if (needsSarvamsWords(attempt))
        return encodeSarvam(attempt, address);
    if (needsSoundWords(attempt))
        return encodeSound(attempt, address);
    if (needsVideoWords(attempt))
        return encodeVideo(attempt, address);
    if (needsReplicatesFiles(attempt))
        return encodeReplicateStored(attempt, address);
    if (needsStoredWords(attempt))
        return encodeStored(attempt, address);
    if (context.endpoint.family == translation::DialectFamily::Bedrock)
        return encodeBedrockForwarded(attempt, address);
    auto body = editedBody(attempt);
    if (!body)
        return unexpected(body.error());
    auto path = pathOf(attempt);
    if (!path)
        return unexpected(path.error());
    auto request = sendForwarded(attempt, address, *path, std::move(*body));
    if (request)
        attempt.operation = keptAnswerOf(attempt);
    return request;
}

Result<net::UpstreamRequest> sendForwarded(AttemptContext &attempt, const ProviderAddress &address,
                                           const std::string &path, net::UpstreamBody body)
{
    const RequestContext &context = attempt.request;
    const net::HttpRequest &asked = context.exchange->request();
    net::UpstreamRequest request;
    request.route = address.route;
    request.method = asked.method;
    request.target = net::joinUpstreamPath(address.basePath, path);
    if (const std::string query = forwardedQuery(asked.query()); !query.empty())
        request.target += '?' + query;
    request.headers = forwardedRequestHeaders(asked.headers);
    request.headers.remove("x-model-provider");
    request.headers.set("Accept-Encoding", "identity"); // event streams are read, and records keep what can be read
    if (const auto added = addProviderHeaders(request, *attempt.target.provider, attempt.target.key); !added)
        return unexpected(added.error());
    request.body = std::move(body);
    const bool isStream = context.facts.isStream;
    const HostedCall call{routing::requestTypeName(context.endpoint, isStream), attempt.target.model, isStream};
    if (const auto gone = goToHost(request, *attempt.target.provider, attempt.target.key, address.basePath, call);
        !gone)
        return unexpected(gone.error());
    setTimeouts(request, attempt);
    return request;
}

} // namespace gateway::pipeline
