// Files and batches of Amazon Bedrock, for clients that speak of them in OpenAI's words. Files lie in Amazon S3, where
// Bedrock reads and writes them itself (docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html,
// platform.openai.com/docs/api-reference).
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/s3_place.h"
#include "gateway/translation/canonical/conversion_report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

inline constexpr std::string_view converseType = "Converse"; // of jobs whose lines are Converse's, as ours are

// --- lines of the files

// Whether the first line of a file is OpenAI's, {"custom_id", "body"}, and has to be said in Bedrock's words.
bool isOpenAiBatchLine(std::string_view line);
// {"custom_id", "url", "body"} with a chat completion, or {"recordId", "modelInput"} as it is -> {"recordId", "modelInput"}
// in Converse's words, with its end. "" for an empty line. `pointer` of the line in errors and losses: "/3".
Result<std::string> bedrockBatchLine(std::string_view line, const std::string &pointer, std::string_view providerId,
                                     ConversionReport &report);
// {"recordId", "modelOutput" or "error"} -> a line of the output file of OpenAI's batches, with its end. What is none
// stays as it is.
std::string openAiResultLine(std::string_view line);

// --- batches

struct BedrockBatch {
    std::optional<S3Place> input; // none: `lines` are put there first
    std::string lines;
    std::string type; // InvokeModel or Converse, where the client says it
    S3Place output;   // empty: wherever the files of the key lie
    std::string role; // empty: the key's
    std::string jobName;
    int hours = 24; // until it expires
};

// What a client of OpenAI's asks of a new batch: "input_file_id", or "requests" [{"custom_id", "body"}]; of Bifrost's
// clients also "role_arn", "output_s3_uri" and the name of the job in the metadata. Errors name the place by JSON pointer.
Result<BedrockBatch> readBatchWish(std::string_view body, std::string_view providerId, ConversionReport &report);

struct BedrockJob {
    std::string model;
    std::string role;
    std::string type;
    std::string name;
    std::string token; // the same for each try of one request: Bedrock makes one job of them
    S3Place input;
    S3Place output;
    int hours = 24;
};
std::string writeBedrockJob(const BedrockJob &job);

// The id of the job that was made: the end of its ARN. UpstreamProtocol for what is no such answer.
Result<std::string> readJobId(std::string_view body);

// --- answers; UpstreamProtocol for what is none
Result<std::string> readBedrockBatch(std::string_view body);
Result<std::string> readBedrockBatchList(std::string_view body);
// Where the results of a job lie. InvalidRequest for one that has none yet.
Result<S3Place> resultsOfJob(std::string_view body);

// --- files
struct StoredObject {
    S3Place place;
    std::uint64_t bytes = 0;
    std::optional<std::int64_t> createdAt; // seconds since 1970
    std::string lastModified;              // else RFC 3339
    std::string purpose;                   // empty: as its name says
};
std::string tellStoredObject(const StoredObject &object);
std::string tellStoredObjects(const std::vector<StoredObject> &objects, bool hasMore);
std::string tellStoredDeletion(std::string_view id);

// Whether a file is one that Bedrock wrote with the results of a batch.
bool isBedrockResultFile(const S3Place &place);

// "limit=2&page_token=x" in the names of Bedrock's lists of jobs. InvalidRequest for "after": they go on by tokens.
Result<std::string> bedrockJobQuery(std::string_view query);

} // namespace gateway::translation
