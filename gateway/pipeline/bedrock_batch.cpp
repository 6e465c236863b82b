#include "gateway/pipeline/bedrock_batch.h"

#include "gateway/config/aws_role.h"
#include "gateway/config/batch_bucket.h"
#include "gateway/pipeline/aws_request.h"
#include "gateway/pipeline/bedrock_storage.h"
#include "gateway/pipeline/stored_reading.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/translation/json/json_document.h"
#include "gateway/translation/stored/bedrock_stored.h"

#include <algorithm>
#include <utility>

namespace gateway::pipeline {

using namespace translation;

namespace {

constexpr std::string_view jobsPath = "/model-invocation-job";
constexpr const char *usualType = "InvokeModel"; // of a file that says nothing about it, as at Amazon

Result<net::UpstreamRequest> creationOf(const AttemptContext &attempt, const ProviderAddress &address,
                                        const BedrockJob &job)
{
    auto request = encodeFurtherRequest(attempt, address, "POST", jobsPath);
    if (!request)
        return request;
    goToControlPlane(*request);
    request->headers.set("Content-Type", "application/json");
    request->body = std::make_shared<const std::string>(writeBedrockJob(job));
    return request;
}

// What comes after the input file was looked at, or put there.
class BatchCreation {
public:
    BatchCreation(const AttemptContext &attempt, const ProviderAddress &address, BedrockJob job)
        : m_attempt(attempt), m_address(address), m_job(std::move(job))
    {
    }

    Result<std::optional<FollowUp>> next(std::string_view body)
    {
        if (std::exchange(m_isInputReady, true)) {
            if (std::exchange(m_isMade, true))
                return std::nullopt;
            const auto id = readJobId(body);
            if (!id)
                return unexpected(id.error());
            return followUp(encodeFurtherRequest(m_attempt, m_address, "GET", std::string(jobsPath) + '/' + *id));
        }
        if (m_job.type.empty())
            m_job.type = m_attempt.answerHeaders.value(typeField);
        if (m_job.type.empty())
            m_job.type = usualType;
        return followUp(creationOf(m_attempt, m_address, m_job));
    }

private:
    static Result<std::optional<FollowUp>> followUp(Result<net::UpstreamRequest> request)
    {
        if (!request)
            return unexpected(request.error());
        FollowUp next;
        next.request = std::move(*request);
        return next;
    }

    const AttemptContext &m_attempt;
    const ProviderAddress m_address;
    BedrockJob m_job;
    bool m_isInputReady = false;
    bool m_isMade = false;
};

Result<std::string> roleFor(const AttemptContext &attempt, const BedrockBatch &wish)
{
    const config::ProviderKey *key = attempt.target.key;
    std::string role = !wish.role.empty() || !key ? wish.role : key->placeInForce.batchRole;
    if (!config::isRoleArn(role))
        return unexpected(invalidMember("/role_arn", "needs the ARN of the role in which Bedrock reads and writes the "
                                                     "files, arn:aws:iam::123456789012:role/name, here or in "
                                                     "batch_s3_config of the provider's key."));
    return role;
}

// The folder of the key in which the place lies.
S3Place folderOf(const std::vector<S3Place> &buckets, const S3Place &place)
{
    const auto found = std::find_if(buckets.begin(), buckets.end(),
                                    [&place](const S3Place &each) { return config::isInBatchBuckets({each}, place); });
    return found == buckets.end() ? buckets.front() : *found;
}

Result<S3Place> outputFor(const std::vector<S3Place> &buckets, const BedrockBatch &wish, const S3Place &input)
{
    S3Place output = wish.output;
    if (output.bucket.empty()) {
        output = folderOf(buckets, input);
        output.key.append(output.key.empty() ? "" : "/").append("output/");
        return output;
    }
    if (!config::isInBatchBuckets(buckets, output))
        return unexpected(invalidMember("/output_s3_uri", "is in no bucket of the provider's key."));
    if (!output.key.empty() && !output.key.ends_with('/'))
        output.key += '/';
    return output;
}

Result<BedrockJob> jobFor(const AttemptContext &attempt, const BedrockBatch &wish)
{
    const config::ProviderKey *key = attempt.target.key;
    const std::string token = tokenOf(attempt.request);
    BedrockJob job;
    job.model = key ? key->nameThere(attempt.target.model) : attempt.target.model;
    if (job.model.empty())
        return unexpected(invalidMember("/model", "A batch of Bedrock's asks one model: name it."));
    auto role = roleFor(attempt, wish);
    if (!role)
        return unexpected(role.error());
    job.role = std::move(*role);
    const auto buckets = bucketsOf(attempt);
    if (!buckets)
        return unexpected(buckets.error());
    job.input = buckets->front();
    job.input.key.append(job.input.key.empty() ? "" : "/").append(token.substr(0, 16)).append("/batch.jsonl");
    if (wish.input) {
        const auto place = placeOfFile(attempt, s3FileId(*wish.input));
        if (!place)
            return unexpected(place.error());
        job.input = *place;
    }
    auto output = outputFor(*buckets, wish, job.input);
    if (!output)
        return unexpected(output.error());
    job.output = std::move(*output);
    job.type = wish.type;
    job.hours = wish.hours;
    job.token = token;
    job.name = wish.jobName.empty() ? "bilrost-" + token.substr(0, 16) : wish.jobName;
    return job;
}

Result<net::UpstreamRequest> inputOf(AttemptContext &attempt, const ProviderAddress &address, const BedrockBatch &wish,
                                     const S3Place &place)
{
    if (wish.input)
        return encodeStorageRequest(attempt, address, "HEAD", place);
    auto request = encodeStorageRequest(attempt, address, "PUT", place);
    if (request) {
        request->headers.set("Content-Type", "application/jsonl");
        request->headers.set(std::string(purposeField), "batch");
        request->headers.set(std::string(typeField), std::string(converseType));
        request->body = std::make_shared<const std::string>(wish.lines);
    }
    return request;
}

} // namespace

Result<net::UpstreamRequest> encodeBedrockBatch(AttemptContext &attempt, const ProviderAddress &address)
{
    ConversionReport report;
    const auto wish =
        readBatchWish(*attempt.request.exchange->request().body, attempt.target.provider->id.value, report);
    if (!wish)
        return unexpected(wish.error());
    if (const auto refusal = noteLosses(attempt, report))
        return unexpected(*refusal);
    const auto job = jobFor(attempt, *wish);
    if (!job)
        return unexpected(job.error());
    auto request = inputOf(attempt, address, *wish, job->input);
    if (!request)
        return request;
    readWith(attempt, &readBedrockBatch);
    attempt.followUp = [creation = BatchCreation(attempt, address, *job)](std::string_view body) mutable {
        return creation.next(body);
    };
    return request;
}

} // namespace gateway::pipeline
