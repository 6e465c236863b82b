#include "gateway/pipeline/gemini_stored_attempt.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/stored_reading.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/framing/multipart_form.h"
#include "gateway/translation/stored/gemini_stored.h"

#include <utility>

namespace gateway::pipeline {

using namespace translation;

namespace {

std::string downloadPath(std::string_view id)
{
    return "/download/v1beta/files/" + percentEncoded(id) + ":download?alt=media";
}

// In one request: what is known of the file, then its bytes (X-Goog-Upload-Protocol: multipart). So nothing is sent to an
// address that an answer names, and a file of any size goes through as it arrived.
Result<net::UpstreamRequest> upload(AttemptContext &attempt, const ProviderAddress &address)
{
    constexpr std::string_view form = "multipart/form-data";
    const RequestContext &context = attempt.request;
    const std::string type(context.exchange->request().headers.value("content-type"));
    const auto boundary = formBoundary(type);
    std::vector<net::UploadSource::Edit> edits;
    ConversionReport report;
    bool hasFile = false;
    for (const FormField &field : context.form.value_or(std::vector<FormField>())) {
        if (field.isFile && !hasFile && boundary) {
            hasFile = true;
            edits.push_back({field.partOffset, 0,
                             "--" + *boundary + "\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n"
                                 + geminiFileMetadata(fileNameOf(context.exchange->request(), field)) + "\r\n"});
            continue;
        }
        edits.push_back({field.partOffset, field.partSize, {}});
        if (!isFieldForUs(field.name) && field.name != "purpose")
            report.dropped('/' + field.name, "Gemini takes the file alone.");
    }
    if (!hasFile)
        return unexpected(invalidMember("/file", "file is required"));
    if (const auto refusal = noteLosses(attempt, report))
        return unexpected(*refusal);
    auto request = sendForwarded(attempt, address, "/upload/v1beta/files", withFormEdits(attempt, std::move(edits)));
    if (!request)
        return request;
    request->headers.set("X-Goog-Upload-Protocol", "multipart");
    request->headers.set("Content-Type", "multipart/related" + type.substr(form.size()));
    readWith(attempt, &readGeminiFile);
    return request;
}

Result<net::UpstreamRequest> createBatch(AttemptContext &attempt, const ProviderAddress &address)
{
    ConversionReport report;
    auto batch = writeGeminiBatch(*attempt.request.exchange->request().body, attempt.target.model,
                                  attempt.target.provider->id.value, report);
    EncodedRequest encoded;
    if (batch) {
        encoded.path = "/v1beta/models/" + percentEncoded(batch->model) + ":batchGenerateContent";
        encoded.body = std::move(batch->body);
    }
    auto said = batch ? Result<EncodedRequest>(std::move(encoded)) : unexpected(batch.error());
    readWith(attempt, &readGeminiBatch);
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(said), report), "application/json");
}

Result<net::UpstreamRequest> listOf(AttemptContext &attempt, const ProviderAddress &address,
                                    std::string_view collection, StoredReading read)
{
    const auto query = geminiListQuery(forwardedQuery(attempt.request.exchange->request().query()));
    if (!query)
        return unexpected(query.error());
    readWith(attempt, std::move(read));
    std::string path(collection);
    return encodeFurtherRequest(attempt, address, "GET", query->empty() ? path : path + '?' + *query);
}

// Gemini answers nothing to it: how the batch is then is asked for.
Result<net::UpstreamRequest> cancelBatch(AttemptContext &attempt, const ProviderAddress &address,
                                         const std::string &path)
{
    readWith(attempt, &readGeminiBatch);
    attempt.followUp = onceMore(attempt, address, [path](std::string_view) { return path; });
    auto request = encodeFurtherRequest(attempt, address, "POST", path + ":cancel");
    if (request) {
        request->body = std::make_shared<const std::string>("{}");
        request->headers.set("Content-Type", "application/json");
    }
    return request;
}

Result<net::UpstreamRequest> resultsOf(AttemptContext &attempt, const ProviderAddress &address, const std::string &path)
{
    readWith(attempt, &readGeminiResults, true);
    attempt.followUp = onceMore(attempt, address, [](std::string_view batch) {
        const std::string id = geminiResultFile(batch);
        return id.empty() ? std::string() : downloadPath(id);
    });
    return encodeFurtherRequest(attempt, address, "GET", path);
}

Result<net::UpstreamRequest> contentOf(AttemptContext &attempt, const ProviderAddress &address, const std::string &id)
{
    if (isGeminiResultFile(id)) // in OpenAI's words, as the rest of the batch
        readWith(attempt, &readGeminiResults, true);
    auto request = encodeFurtherRequest(attempt, address, "GET", downloadPath(id));
    if (request)
        request->headers.set("Accept", "*/*");
    return request;
}

} // namespace

Result<net::UpstreamRequest> encodeGeminiStored(AttemptContext &attempt, const ProviderAddress &address)
{
    const std::string_view name = attempt.request.endpoint.forwarded->name;
    const std::string id = storedIdIn(attempt.request.endpoint.rawPath);
    const std::string file = "/v1beta/files/" + percentEncoded(id);
    const std::string batch = "/v1beta/batches/" + percentEncoded(id);
    if (name == "file_upload")
        return upload(attempt, address);
    if (name == "file_list")
        return listOf(attempt, address, "/v1beta/files", &readGeminiFileList);
    if (name == "file_content")
        return contentOf(attempt, address, id);
    if (name == "batch_create")
        return createBatch(attempt, address);
    if (name == "batch_list")
        return listOf(attempt, address, "/v1beta/batches", &readGeminiBatchList);
    if (name == "batch_cancel")
        return cancelBatch(attempt, address, batch);
    if (name == "batch_results")
        return resultsOf(attempt, address, batch);
    if (name == "file_retrieve" || name == "batch_retrieve") {
        const bool isFile = name == "file_retrieve";
        readWith(attempt, isFile ? &readGeminiFile : &readGeminiBatch);
        return encodeFurtherRequest(attempt, address, "GET", isFile ? file : batch);
    }
    if (name == "file_delete") {
        readWith(attempt, [id](std::string_view) { return Result<std::string>(geminiFileDeletion(id)); });
        return encodeFurtherRequest(attempt, address, "DELETE", file);
    }
    return unexpected(
        Error::client(ErrorCode::UnsupportedOperation,
                      "The provider \"" + attempt.target.provider->id.value + "\" cannot do this with what it keeps."));
}

} // namespace gateway::pipeline
