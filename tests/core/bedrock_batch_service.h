// A strict Amazon S3 and the control plane of Bedrock, without a network: both verify each signature by themselves, keep
// objects and jobs, and refuse as the real ones do.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>

namespace tests {

class BedrockBatchService {
public:
    static constexpr auto accessKeyId = "AKIAIOSFODNN7EXAMPLE";
    static constexpr auto secretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    static constexpr auto roleArn = "arn:aws:iam::123456789012:role/batches";
    static constexpr auto jobId = "abc123def456";

    struct Answer {
        int status = 200;
        std::string body;
        gateway::HeaderList headers;
    };
    struct Object {
        std::string bytes;
        gateway::HeaderList metadata; // x-amz-meta-…
    };

    // Of a request as it goes out, with its signature.
    Answer answer(const gateway::net::UpstreamRequest &request);
    // Does what Bedrock does with the job's file: an answer for each line but the last, which fails.
    void runJob();

    std::map<std::string, Object> objects; // by "bucket/key", of the bucket "batches" and below
    std::string
        ownHost; // one for all, without TLS and with buckets in the path, as people put before Amazon; empty: Amazon's
    std::string bucketRegion = "us-east-1";
    bool isDenied = false;
    nlohmann::json job; // as it was asked for; null: none
    std::string status = "Submitted";
    int jobsMade = 0;

private:
    Answer storage(const gateway::net::UpstreamRequest &request);
    Answer object(const gateway::net::UpstreamRequest &request, const std::string &name);
    Answer list(const std::string &query, const std::string &bucket) const;
    Answer control(const gateway::net::UpstreamRequest &request);
    Answer create(const nlohmann::json &asked);
    nlohmann::json described() const;
};

} // namespace tests
