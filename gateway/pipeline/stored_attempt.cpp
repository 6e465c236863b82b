#include "gateway/pipeline/stored_attempt.h"

#include "gateway/pipeline/bedrock_stored_attempt.h"
#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/gemini_stored_attempt.h"
#include "gateway/pipeline/stored_reading.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/stored/anthropic_stored.h"

#include <algorithm>
#include <array>

namespace gateway::pipeline {

using namespace translation;

namespace {

using Reading = Result<std::string> (*)(std::string_view);

struct StoredCall {
    std::string_view name; // of the operation
    std::string_view method;
    Reading read; // null: the answer is no JSON
};
constexpr std::array calls{StoredCall{"file_upload", "POST", &readAnthropicFile},
                           StoredCall{"file_list", "GET", &readAnthropicFileList},
                           StoredCall{"file_retrieve", "GET", &readAnthropicFile},
                           StoredCall{"file_delete", "DELETE", &readAnthropicDeletion},
                           StoredCall{"file_content", "GET", nullptr},
                           StoredCall{"batch_create", "POST", &readAnthropicBatch},
                           StoredCall{"batch_list", "GET", &readAnthropicBatchList},
                           StoredCall{"batch_retrieve", "GET", &readAnthropicBatch},
                           StoredCall{"batch_cancel", "POST", &readAnthropicBatch},
                           StoredCall{"batch_results", "GET", &readAnthropicResults}};

Result<net::UpstreamRequest> upload(AttemptContext &attempt, const ProviderAddress &address)
{
    std::vector<net::UploadSource::Edit> edits;
    ConversionReport report;
    for (const FormField &field : attempt.request.form.value_or(std::vector<FormField>())) {
        if (field.isFile)
            continue;
        edits.push_back({field.partOffset, field.partSize, {}});
        if (!isFieldForUs(field.name) && field.name != "purpose")
            report.dropped('/' + field.name, "Anthropic takes the file alone.");
    }
    if (!attempt.request.form)
        return unexpected(invalidMember("/file", "file is required"));
    if (const auto refusal = noteLosses(attempt, report))
        return unexpected(*refusal);
    return sendForwarded(attempt, address, "/v1/files", withFormEdits(attempt, std::move(edits)));
}

Result<net::UpstreamRequest> createBatch(AttemptContext &attempt, const ProviderAddress &address)
{
    ConversionReport report;
    auto body =
        writeAnthropicBatch(*attempt.request.exchange->request().body, attempt.target.provider->id.value, report);
    EncodedRequest encoded;
    encoded.path = "/v1/messages/batches";
    if (body)
        encoded.body = std::move(*body);
    auto said = body ? Result<EncodedRequest>(std::move(encoded)) : unexpected(body.error());
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(said), report), "application/json");
}

// "/v1/batches/ID/cancel" is below "/v1/messages" there.
std::string pathOf(const RequestContext &context)
{
    constexpr std::string_view version = "/v1/";
    const std::string rest = context.endpoint.rawPath.substr(version.size());
    const std::string path = rest.starts_with("batches") ? "/v1/messages/" + rest : std::string(version) + rest;
    const std::string query = anthropicListQuery(forwardedQuery(context.exchange->request().query()));
    return query.empty() ? path : path + '?' + query;
}

Result<net::UpstreamRequest> encodeCall(AttemptContext &attempt, const ProviderAddress &address, const StoredCall &call)
{
    if (call.name == "file_upload")
        return upload(attempt, address);
    if (call.name == "batch_create")
        return createBatch(attempt, address);
    return encodeFurtherRequest(attempt, address, call.method, pathOf(attempt.request));
}

} // namespace

bool needsStoredWords(const AttemptContext &attempt)
{
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    const std::string_view offer = endpoint.forwarded->offer;
    return endpoint.family == DialectFamily::OpenAi && (offer == "file" || offer == "batch")
           && attempt.target.provider->family != DialectFamily::OpenAi;
}

Result<net::UpstreamRequest> encodeStored(AttemptContext &attempt, const ProviderAddress &address)
{
    const config::ProviderDefinition &provider = *attempt.target.provider;
    if (provider.family == DialectFamily::Gemini && provider.hosting() == config::Hosting::Own)
        return encodeGeminiStored(attempt, address);
    if (provider.family == DialectFamily::Bedrock)
        return encodeBedrockStored(attempt, address);
    const std::string_view name = attempt.request.endpoint.forwarded->name;
    const auto call =
        std::find_if(calls.begin(), calls.end(), [name](const StoredCall &each) { return each.name == name; });
    const bool isAnthropic = provider.family == DialectFamily::Anthropic && provider.hosting() == config::Hosting::Own;
    if (!isAnthropic || call == calls.end())
        return unexpected(Error::client(ErrorCode::UnsupportedOperation, "The provider \"" + provider.id.value
                                                                             + "\" is not asked for this in OpenAI's "
                                                                               "words."));
    auto request = encodeCall(attempt, address, *call);
    if (!request)
        return request;
    if (name.starts_with("file_"))
        request->headers.set("anthropic-beta", std::string(anthropicFilesBeta));
    if (call->read)
        readWith(attempt, call->read, name == "batch_results");
    return request;
}

} // namespace gateway::pipeline
