#include "gateway/pipeline/bedrock_stored_attempt.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/net/upstream/s3_answer.h"
#include "gateway/pipeline/aws_request.h"
#include "gateway/pipeline/bedrock_batch.h"
#include "gateway/pipeline/bedrock_storage.h"
#include "gateway/pipeline/bedrock_upload.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/line_rewriter.h"
#include "gateway/pipeline/stored_reading.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/translation/stored/bedrock_stored.h"

#include <algorithm>
#include <charconv>

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace gateway::pipeline {

using namespace translation;

namespace {

// IMF-fixdate (RFC 9110 §5.6.7)
std::optional<std::int64_t> secondsOfDate(std::string_view text)
{
    const QString format = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())), format);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return date.toSecsSinceEpoch();
}

std::string valueIn(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
            return percentDecoded(pair.substr(name.size() + 1));
    }
    return {};
}

Result<std::string> tellList(std::string_view xml, const std::string &bucket)
{
    const auto list = net::readS3List(xml);
    if (!list)
        return unexpected(list.error());
    std::vector<StoredObject> objects;
    for (const net::S3Object &each : list->objects) {
        StoredObject object;
        object.place = {bucket, each.key};
        object.bytes = each.size;
        object.lastModified = each.lastModified;
        const bool isFolder = each.key.ends_with('/'); // as consoles make them
        if (!isFolder && readS3Uri(s3Uri(object.place)) == object.place)
            objects.push_back(std::move(object));
    }
    return tellStoredObjects(objects, list->isTruncated);
}

Result<net::UpstreamRequest> listOfFiles(AttemptContext &attempt, const ProviderAddress &address)
{
    auto folder = chosenFolder(attempt);
    if (!folder)
        return unexpected(folder.error());
    const std::string_view asked = attempt.request.exchange->request().query();
    std::string query = "list-type=2";
    if (!folder->key.empty())
        query += "&prefix=" + percentEncoded(folder->key + '/');
    if (const std::string limit = valueIn(asked, "limit"); !limit.empty())
        query += "&max-keys=" + percentEncoded(limit);
    if (const std::string after = valueIn(asked, "after"); !after.empty()) {
        const auto last = placeOfFile(attempt, after);
        if (!last)
            return unexpected(last.error());
        query += "&start-after=" + percentEncoded(last->key);
    }
    readWith(attempt, [bucket = folder->bucket](std::string_view xml) { return tellList(xml, bucket); });
    folder->key.clear();
    return encodeStorageRequest(attempt, address, "GET", *folder, query);
}

// Its answer has no body: what is known of the file stands in the head.
Result<net::UpstreamRequest> describeFile(AttemptContext &attempt, const ProviderAddress &address, const S3Place &place)
{
    readWith(attempt, [&attempt, place](std::string_view) -> Result<std::string> {
        const HeaderList &head = attempt.answerHeaders;
        StoredObject object;
        object.place = place;
        object.createdAt = secondsOfDate(head.value("last-modified"));
        object.purpose = head.value(purposeField);
        const std::string_view size = head.value("content-length");
        std::from_chars(size.data(), size.data() + size.size(), object.bytes);
        return tellStoredObject(object);
    });
    return encodeStorageRequest(attempt, address, "HEAD", place);
}

void sayLinesAgain(AttemptContext &attempt)
{
    attempt.lines = std::make_unique<LineRewriter>(&openAiResultLine);
}

Result<net::UpstreamRequest> contentOf(AttemptContext &attempt, const ProviderAddress &address, const S3Place &place)
{
    if (isBedrockResultFile(place))
        sayLinesAgain(attempt);
    return encodeStorageRequest(attempt, address, "GET", place);
}

Result<net::UpstreamRequest> askAboutFile(AttemptContext &attempt, const ProviderAddress &address,
                                          std::string_view name, const std::string &id)
{
    const auto place = placeOfFile(attempt, id);
    if (!place)
        return unexpected(place.error());
    if (name == "file_content")
        return contentOf(attempt, address, *place);
    if (name == "file_retrieve")
        return describeFile(attempt, address, *place);
    readWith(attempt, [id](std::string_view) { return Result<std::string>(tellStoredDeletion(id)); });
    return encodeStorageRequest(attempt, address, "DELETE", *place);
}

// The job first: it says where they are.
Result<net::UpstreamRequest> resultsOf(AttemptContext &attempt, const ProviderAddress &address, const std::string &path)
{
    sayLinesAgain(attempt);
    attempt.followUp = [&attempt, address](std::string_view job) -> Result<std::optional<FollowUp>> {
        const auto results = resultsOfJob(job);
        if (!results)
            return unexpected(results.error());
        const auto place = placeOfFile(attempt, s3FileId(*results));
        if (!place)
            return unexpected(place.error());
        auto request = encodeStorageRequest(attempt, address, "GET", *place);
        if (!request)
            return unexpected(request.error());
        FollowUp next;
        next.request = std::move(*request);
        next.isTheAnswer = true;
        return next;
    };
    readWith(attempt, &readBedrockBatch);
    return encodeFurtherRequest(attempt, address, "GET", path);
}

Result<net::UpstreamRequest> askAboutBatch(AttemptContext &attempt, const ProviderAddress &address,
                                           std::string_view name, const std::string &id)
{
    const std::string path = "/model-invocation-job/" + percentEncoded(id);
    if (name == "batch_results")
        return resultsOf(attempt, address, path);
    readWith(attempt, &readBedrockBatch);
    if (name == "batch_retrieve")
        return encodeFurtherRequest(attempt, address, "GET", path);
    // Nothing is answered to it: how the batch then is, is asked for.
    attempt.followUp = onceMore(attempt, address, [path](std::string_view) { return path; });
    auto request = encodeFurtherRequest(attempt, address, "POST", path + "/stop");
    if (request)
        goToControlPlane(*request);
    return request;
}

Result<net::UpstreamRequest> listOfBatches(AttemptContext &attempt, const ProviderAddress &address)
{
    const auto query = bedrockJobQuery(forwardedQuery(attempt.request.exchange->request().query()));
    if (!query)
        return unexpected(query.error());
    readWith(attempt, &readBedrockBatchList);
    return encodeFurtherRequest(attempt, address, "GET", "/model-invocation-jobs?" + *query);
}

} // namespace

Result<net::UpstreamRequest> encodeBedrockStored(AttemptContext &attempt, const ProviderAddress &address)
{
    const std::string_view name = attempt.request.endpoint.forwarded->name;
    const std::string id = storedIdIn(attempt.request.endpoint.rawPath);
    if (name == "file_upload")
        return encodeBedrockUpload(attempt, address);
    if (name == "file_list")
        return listOfFiles(attempt, address);
    if (name == "batch_create")
        return encodeBedrockBatch(attempt, address);
    if (name == "batch_list")
        return listOfBatches(attempt, address);
    if (name.starts_with("file_"))
        return askAboutFile(attempt, address, name, id);
    if (name == "batch_retrieve" || name == "batch_cancel" || name == "batch_results")
        return askAboutBatch(attempt, address, name, id);
    return unexpected(
        Error::client(ErrorCode::UnsupportedOperation,
                      "The provider \"" + attempt.target.provider->id.value + "\" cannot do this with what it keeps."));
}

} // namespace gateway::pipeline
