#include "gateway/pipeline/gemini_stored_attempt.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/framing/multipart_form.h"
#include "gateway/translation/stored/gemini_stored.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace gateway::pipeline {

using namespace translation;

namespace {

using Reading = std::function<Result<std::string>(std::string_view)>;

class GeminiStoredExchange final : public OperationExchange {
public:
    GeminiStoredExchange(Reading read, bool isLines) : m_read(std::move(read)), m_isLines(isLines) {}

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &) override { return m_read(providerBody); }
    std::string_view contentType() const override { return m_isLines ? "application/jsonl" : "application/json"; }

private:
    const Reading m_read;
    const bool m_isLines;
};

void readWith(AttemptContext &attempt, Reading read, bool isLines = false)
{
    attempt.operation = std::make_unique<GeminiStoredExchange>(std::move(read), isLines);
}

// "/v1/files/ID/content"
std::string idIn(std::string_view path)
{
    for (const std::string_view collection : {"/v1/files/", "/v1/batches/"}) {
        if (path.starts_with(collection)) {
            const std::string_view rest = path.substr(collection.size());
            return percentDecoded(rest.substr(0, rest.find('/')));
        }
    }
    return {};
}

std::string downloadPath(std::string_view id)
{
    return "/download/v1beta/files/" + percentEncoded(id) + ":download?alt=media";
}

// The name of the client's file stands in the head of its part.
std::string fileNameOf(const RequestContext &context, const FormField &file)
{
    constexpr std::string_view mark = "filename=\"";
    FormField head = file;
    head.valueOffset = file.partOffset;
    head.valueSize = file.valueOffset - file.partOffset;
    const std::string text = bytesOfField(context.exchange->request(), head);
    const auto begin = text.find(mark);
    if (begin == std::string::npos)
        return {};
    return text.substr(begin + mark.size(), text.find('"', begin + mark.size()) - begin - mark.size());
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
                                 + geminiFileMetadata(fileNameOf(context, field)) + "\r\n"});
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
                                    std::string_view collection, Reading read)
{
    const auto query = geminiListQuery(forwardedQuery(attempt.request.exchange->request().query()));
    if (!query)
        return unexpected(query.error());
    readWith(attempt, std::move(read));
    std::string path(collection);
    return encodeFurtherRequest(attempt, address, "GET", query->empty() ? path : path + '?' + *query);
}

// One request more, after the answer to the first.
FollowUpSource once(const AttemptContext &attempt, const ProviderAddress &address,
                    std::function<std::string(std::string_view)> pathAfter)
{
    return [&attempt, address, pathAfter = std::move(pathAfter),
            isDone = false](std::string_view body) mutable -> Result<std::optional<FollowUp>> {
        const std::string path = std::exchange(isDone, true) ? std::string() : pathAfter(body);
        if (path.empty())
            return std::nullopt;
        auto request = encodeFurtherRequest(attempt, address, "GET", path);
        if (!request)
            return unexpected(request.error());
        FollowUp next;
        next.request = std::move(*request);
        return next;
    };
}

// Gemini answers nothing to it: how the batch is then is asked for.
Result<net::UpstreamRequest> cancelBatch(AttemptContext &attempt, const ProviderAddress &address,
                                         const std::string &path)
{
    readWith(attempt, &readGeminiBatch);
    attempt.followUp = once(attempt, address, [path](std::string_view) { return path; });
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
    attempt.followUp = once(attempt, address, [](std::string_view batch) {
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
    const std::string id = idIn(attempt.request.endpoint.rawPath);
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
