#include "gateway/pipeline/bedrock_storage.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/config/batch_bucket.h"
#include "gateway/pipeline/aws_request.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/translation/json/json_document.h"

#include <algorithm>

#include <QtCore/QCryptographicHash>

namespace gateway::pipeline {

namespace {

struct StorageWish {
    std::string bucket; // also "s3://bucket/prefix"
    std::string prefix;
};

void takeWish(StorageWish &wish, std::string_view name, const std::string &value)
{
    if (name == "s3_bucket" || name == "storage_config[s3][bucket]")
        wish.bucket = value;
    else if (name == "s3_prefix" || name == "storage_config[s3][prefix]")
        wish.prefix = value;
    if (name != "storage_config")
        return;
    const auto config = translation::parseJson(value);
    const translation::Json *stored = config ? translation::findObject(*config, "s3") : nullptr;
    if (!stored)
        return;
    wish.bucket = translation::textMember(*stored, "bucket");
    wish.prefix = translation::textMember(*stored, "prefix");
}

StorageWish wishOf(const RequestContext &context)
{
    StorageWish wish;
    std::string_view query = context.exchange->request().query();
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto mark = std::min(pair.find('='), pair.size());
        takeWish(wish, percentDecoded(pair.substr(0, mark)),
                 percentDecoded(pair.substr(std::min(mark + 1, pair.size()))));
    }
    for (const translation::FormField &field : context.form.value_or(std::vector<translation::FormField>())) {
        if (!field.isFile)
            takeWish(wish, field.name, field.value);
    }
    return wish;
}

std::string nameOfKey(const AttemptContext &attempt)
{
    return attempt.target.key ? "The key \"" + attempt.target.key->name + '"' : "The provider";
}

Error noSuchBucket(const AttemptContext &attempt)
{
    return Error::client(ErrorCode::InvalidRequest,
                         nameOfKey(attempt)
                             + " has no such bucket for the files of batches: name one of its batch_s3_config.");
}

} // namespace

Result<std::vector<S3Place>> bucketsOf(const AttemptContext &attempt)
{
    const config::ProviderKey *key = attempt.target.key;
    auto buckets = config::readBatchBuckets(key ? key->placeInForce.batchBuckets : std::string());
    if (buckets && buckets->empty())
        return unexpected(
            Error::client(ErrorCode::InvalidRequest,
                          nameOfKey(attempt) + " has no bucket for the files of batches: set its batch_s3_config."));
    return buckets;
}

Result<S3Place> placeOfFile(const AttemptContext &attempt, std::string_view id)
{
    const auto buckets = bucketsOf(attempt);
    if (!buckets)
        return unexpected(buckets.error());
    auto place = placeOfS3File(id);
    if (!place || !config::isInBatchBuckets(*buckets, *place))
        return unexpected(
            Error::client(ErrorCode::NotFound, "There is no file of that id in the buckets of the provider's key."));
    return std::move(*place);
}

Result<S3Place> chosenFolder(const AttemptContext &attempt)
{
    const auto buckets = bucketsOf(attempt);
    if (!buckets)
        return unexpected(buckets.error());
    const StorageWish wish = wishOf(attempt.request);
    if (wish.bucket.empty() && wish.prefix.empty())
        return buckets->front();
    S3Place chosen{wish.bucket.empty() ? buckets->front().bucket : wish.bucket, {}};
    if (const auto whole = readS3Uri(wish.bucket))
        chosen = *whole;
    chosen.key += wish.prefix;
    chosen.key.erase(0, chosen.key.find_first_not_of('/'));
    while (chosen.key.ends_with('/'))
        chosen.key.pop_back();
    const auto known = std::find_if(buckets->begin(), buckets->end(),
                                    [&chosen](const S3Place &each) { return each.bucket == chosen.bucket; });
    if (known != buckets->end() && chosen.key.empty())
        return *known;
    if (!readS3Uri(s3Uri(chosen)) || !config::isInBatchBuckets(*buckets, chosen))
        return unexpected(noSuchBucket(attempt));
    return chosen;
}

Result<net::UpstreamRequest> encodeStorageRequest(AttemptContext &attempt, const ProviderAddress &address,
                                                  std::string_view method, const S3Place &place, std::string_view query)
{
    auto request = encodeFurtherRequest(attempt, address, method, "/");
    if (!request)
        return request;
    if (!request->awsSigning)
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        nameOfKey(attempt)
                                            + " cannot be used for files: they lie in Amazon S3, which wants an access "
                                              "key or a role, and takes no API key."));
    goToStorage(*request, address.basePath, place, query);
    request->headers.set("Accept", "*/*");
    attempt.refusesRedirects = true;
    return request;
}

std::string tokenOf(const RequestContext &context)
{
    const std::string text =
        context.record.id.value + ' ' + std::to_string(context.record.startedAt.time_since_epoch().count());
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(32).toStdString();
}

} // namespace gateway::pipeline
