#include "gateway/pipeline/replicate_stored_attempt.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/framing/multipart_form.h"
#include "gateway/translation/stored/replicate_stored.h"

#include <functional>
#include <utility>
#include <vector>

namespace gateway::pipeline {

using namespace translation;

namespace {

using Reading = std::function<Result<std::string>(std::string_view)>;

class FileExchange final : public OperationExchange {
public:
    explicit FileExchange(Reading read) : m_read(std::move(read)) {}

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &) override { return m_read(providerBody); }

private:
    const Reading m_read;
};

constexpr std::string_view collection = "/v1/files";

// "/v1/files/ID/content"
std::string idIn(std::string_view path)
{
    const std::string_view rest =
        path.size() > collection.size() ? path.substr(collection.size() + 1) : std::string_view();
    return percentDecoded(rest.substr(0, rest.find('/')));
}

// The head of a file's part, as the client wrote it.
std::string headOf(const RequestContext &context, const FormField &file)
{
    FormField head = file;
    head.valueOffset = file.partOffset;
    head.valueSize = file.valueOffset - file.partOffset;
    return bytesOfField(context.exchange->request(), head);
}

// What stands between `mark` and `end`; empty when there is none.
std::string between(const std::string &text, std::string_view mark, std::string_view end)
{
    const auto begin = text.find(mark);
    if (begin == std::string::npos)
        return {};
    const auto from = begin + mark.size();
    return text.substr(from, text.find(end, from) - from);
}

std::string head(const std::string &boundary, const std::string &disposition, const std::string &type)
{
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
           + "\r\n\r\n";
}

std::string contentHead(const std::string &boundary, const std::string &name, const std::string &clientHead)
{
    std::string type = between(clientHead, "Content-Type: ", "\r\n");
    if (type.empty())
        type = "application/octet-stream";
    // Replicate wants a name in any case.
    return head(boundary, "name=\"content\"; filename=\"" + (name.empty() ? "file" : name) + "\"", type);
}

// The file is called "content" there, and what the client says about it becomes its metadata.
Result<net::UpstreamRequest> upload(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const auto boundary = formBoundary(context.exchange->request().headers.value("content-type"));
    std::vector<net::UploadSource::Edit> edits;
    ConversionReport report;
    const FormField *file = nullptr;
    std::string purpose;
    for (const FormField &field : context.form.value_or(std::vector<FormField>())) {
        if (field.name == "purpose" && !field.isFile)
            purpose = field.value;
        else if (!field.isFile && !isFieldForUs(field.name))
            report.dropped('/' + field.name, "Replicate takes the file and its metadata.");
    }
    if (context.form && boundary) {
        for (const FormField &field : *context.form) {
            if (field.isFile && !file) {
                file = &field;
                const std::string clientHead = headOf(context, field);
                const std::string name = between(clientHead, "filename=\"", "\"");
                edits.push_back({field.partOffset, field.valueOffset - field.partOffset,
                                 head(*boundary, "name=\"metadata\"", "application/json")
                                     + replicateFileMetadata(name, purpose) + "\r\n"
                                     + contentHead(*boundary, name, clientHead)});
            } else {
                edits.push_back({field.partOffset, field.partSize, {}});
            }
        }
    }
    if (!file)
        return unexpected(invalidMember("/file", "file is required"));
    if (const auto refusal = noteLosses(attempt, report))
        return unexpected(*refusal);
    attempt.operation = std::make_unique<FileExchange>(&readReplicateFile);
    return sendForwarded(attempt, address, std::string(collection), withFormEdits(attempt, std::move(edits)));
}

Result<net::UpstreamRequest> list(AttemptContext &attempt, const ProviderAddress &address)
{
    const auto query = replicateListQuery(forwardedQuery(attempt.request.exchange->request().query()));
    if (!query)
        return unexpected(query.error());
    attempt.operation = std::make_unique<FileExchange>(&readReplicateFileList);
    const std::string path(collection);
    return encodeFurtherRequest(attempt, address, "GET", query->empty() ? path : path + '?' + *query);
}

Result<net::UpstreamRequest> contentOf(AttemptContext &attempt, const ProviderAddress &address, const std::string &path)
{
    const auto query = replicateDownloadQuery(forwardedQuery(attempt.request.exchange->request().query()));
    if (!query)
        return unexpected(query.error());
    auto request = encodeFurtherRequest(attempt, address, "GET", path + "/download?" + *query);
    if (request)
        request->headers.set("Accept", "*/*");
    return request;
}

} // namespace

bool needsReplicatesFiles(const AttemptContext &attempt)
{
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    return attempt.target.provider->preset == "replicate" && endpoint.family == DialectFamily::OpenAi
           && endpoint.forwarded->offer == "file";
}

Result<net::UpstreamRequest> encodeReplicateStored(AttemptContext &attempt, const ProviderAddress &address)
{
    const std::string_view name = attempt.request.endpoint.forwarded->name;
    const std::string id = idIn(attempt.request.endpoint.rawPath);
    const std::string path = std::string(collection) + "/" + percentEncoded(id);
    if (name == "file_upload")
        return upload(attempt, address);
    if (name == "file_list")
        return list(attempt, address);
    if (name == "file_content")
        return contentOf(attempt, address, path);
    if (name == "file_delete") {
        attempt.operation = std::make_unique<FileExchange>(
            [id](std::string_view) { return Result<std::string>(replicateFileDeletion(id)); });
        return encodeFurtherRequest(attempt, address, "DELETE", path);
    }
    attempt.operation = std::make_unique<FileExchange>(&readReplicateFile);
    return encodeFurtherRequest(attempt, address, "GET", path);
}

} // namespace gateway::pipeline
