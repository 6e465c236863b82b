#include "gateway/pipeline/bedrock_forwarding.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/config/batch_bucket.h"
#include "gateway/pipeline/aws_request.h"
#include "gateway/pipeline/bedrock_storage.h"
#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/translation/json/json_document.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace gateway::pipeline {

namespace {

constexpr std::string_view storagePath = "/files/";

// What a query may ask of a bucket or an object: lists, and what Amazon's libraries name their calls by. The rest of S3 is
// about rights, versions and uploads in pieces.
struct AskedOfStorage {
    bool isAllowed = true;
    std::string prefix; // of a list
};

AskedOfStorage readQuery(std::string_view query, bool isList)
{
    AskedOfStorage asked;
    bool isSecondVersion = false;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const std::string_view name = pair.substr(0, pair.find('='));
        const std::string value = percentDecoded(pair.substr(std::min(name.size() + 1, pair.size())));
        if (name == "prefix")
            asked.prefix = value;
        isSecondVersion = isSecondVersion || (name == "list-type" && value == "2");
        const bool isOfList = name == "list-type" || name == "prefix" || name == "max-keys" || name == "start-after"
                              || name == "continuation-token" || name == "delimiter" || name == "encoding-type"
                              || name == "fetch-owner";
        asked.isAllowed = asked.isAllowed && (name == "x-id" || (isList && isOfList));
    }
    asked.isAllowed = asked.isAllowed && (!isList || isSecondVersion);
    return asked;
}

Error notServed()
{
    return Error::client(ErrorCode::UnsupportedOperation,
                         "Of Amazon S3 only lists (version 2) and whole objects are served here.");
}

Result<net::UpstreamRequest> forwardToStorage(AttemptContext &attempt, const ProviderAddress &address,
                                              net::UpstreamBody body)
{
    const net::HttpRequest &client = attempt.request.exchange->request();
    // Signed piece by piece with a key that nobody here has.
    if (client.headers.value("x-amz-content-sha256").starts_with("STREAMING-"))
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "Uploads that are signed in pieces are not served: send the file in one."));
    const std::string decoded =
        percentDecoded(std::string_view(attempt.request.endpoint.rawPath).substr(storagePath.size()));
    const auto slash = std::min(decoded.find('/'), decoded.size());
    S3Place place{decoded.substr(0, slash), decoded.substr(std::min(slash + 1, decoded.size()))};
    const std::string query = forwardedQuery(client.query());
    const AskedOfStorage asked = readQuery(query, place.key.empty());
    if (!asked.isAllowed)
        return unexpected(notServed());
    const auto buckets = bucketsOf(attempt);
    if (!buckets)
        return unexpected(buckets.error());
    const S3Place reached{place.bucket, place.key.empty() ? asked.prefix : place.key};
    if (readS3Uri(s3Uri(reached)) != reached || !config::isInBatchBuckets(*buckets, reached))
        return unexpected(Error::client(ErrorCode::NotFound, "This is in no bucket of the provider's key."));
    auto request = encodeStorageRequest(attempt, address, client.method, place, query);
    if (!request)
        return request;
    for (const HeaderField &field : client.headers) {
        const bool isOfObject =
            startsWithIgnoringCase(field.name, "x-amz-meta-") || startsWithIgnoringCase(field.name, "x-amz-checksum-")
            || equalsIgnoringCase(field.name, "content-type") || equalsIgnoringCase(field.name, "content-md5")
            || equalsIgnoringCase(field.name, "range");
        if (isOfObject)
            request->headers.set(field.name, field.value);
    }
    if (client.method == "PUT")
        request->body = body ? std::move(body) : net::UpstreamBody(std::make_shared<const std::string>());
    return request;
}

// A job reads and writes in a role of its own: where that may be is for the key's owner to say, not for the client.
std::optional<Error> refusalOfJob(const AttemptContext &attempt, std::string_view body)
{
    const auto buckets = bucketsOf(attempt);
    if (!buckets)
        return buckets.error();
    const auto job = translation::parseJson(body);
    if (!job)
        return job.error();
    for (const auto &[outer, inner] :
         {std::pair{"inputDataConfig", "s3InputDataConfig"}, std::pair{"outputDataConfig", "s3OutputDataConfig"}}) {
        const translation::Json *config = translation::findObject(*job, outer);
        const translation::Json *storage = config ? translation::findObject(*config, inner) : nullptr;
        const auto place = storage ? readS3Uri(translation::textMember(*storage, "s3Uri")) : std::nullopt;
        if (!place || !config::isInBatchBuckets(*buckets, *place))
            return translation::invalidMember(std::string("/") + outer + '/' + inner + "/s3Uri",
                                              "is in no bucket of the provider's key.");
    }
    return std::nullopt;
}

} // namespace

Result<net::UpstreamRequest> encodeBedrockForwarded(AttemptContext &attempt, const ProviderAddress &address)
{
    auto body = editedBody(attempt);
    if (!body)
        return unexpected(body.error());
    const std::string &path = attempt.request.endpoint.rawPath;
    if (path.starts_with(storagePath))
        return forwardToStorage(attempt, address, std::move(*body));
    if (attempt.request.endpoint.forwarded->name == "batch_create") {
        if (const auto refusal = refusalOfJob(attempt, *body ? std::string_view(**body) : std::string_view()))
            return unexpected(*refusal);
    }
    auto request = sendForwarded(attempt, address, path, std::move(*body));
    if (request)
        goToControlPlane(*request);
    return request;
}

} // namespace gateway::pipeline
