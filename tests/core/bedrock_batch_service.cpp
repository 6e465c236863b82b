#include "tests/core/bedrock_batch_service.h"

#include "gateway/base/percent_encoding.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <set>
#include <vector>

namespace tests {

namespace {

using Answer = BedrockBatchService::Answer;
using gateway::percentDecoded;
using gateway::percentEncoded;
using gateway::net::UpstreamRequest;
using nlohmann::json;

QByteArray bytesOf(const std::string &text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string sha256(const std::string &text)
{
    return QCryptographicHash::hash(bytesOf(text), QCryptographicHash::Sha256).toHex().toStdString();
}

QByteArray keyed(const QByteArray &key, const std::string &text)
{
    return QMessageAuthenticationCode::hash(bytesOf(text), key, QCryptographicHash::Sha256);
}

std::string between(const std::string &text, const std::string &before, char end)
{
    const auto begin = text.find(before);
    if (begin == std::string::npos)
        return {};
    const auto from = begin + before.size();
    return text.substr(from, std::min(text.find(end, from), text.size()) - from);
}

std::string bodyOf(const UpstreamRequest &request)
{
    return request.body ? std::string(*request.body) : std::string();
}

std::string pathOf(const UpstreamRequest &request)
{
    return request.target.substr(0, request.target.find('?'));
}

std::string queryOf(const UpstreamRequest &request)
{
    const auto mark = request.target.find('?');
    return mark == std::string::npos ? std::string() : request.target.substr(mark + 1);
}

std::string sortedQuery(const std::string &query)
{
    std::vector<std::string> pairs;
    for (std::size_t from = 0; from < query.size();) {
        const auto end = std::min(query.find('&', from), query.size());
        pairs.push_back(query.substr(from, end - from));
        from = end + 1;
    }
    std::sort(pairs.begin(), pairs.end());
    std::string joined;
    for (const std::string &pair : pairs)
        joined += (joined.empty() ? "" : "&") + pair;
    return joined;
}

// docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, written once more so that it can disagree.
std::string signatureOf(const UpstreamRequest &request, const std::string &names, const std::string &region,
                        const std::string &service)
{
    std::string canonical = request.method + '\n';
    if (service == "s3") {
        canonical += pathOf(request);
    } else {
        for (const char character : pathOf(request))
            canonical += character == '/' ? std::string("/") : percentEncoded(std::string(1, character));
    }
    canonical += '\n' + sortedQuery(queryOf(request)) + '\n';
    for (std::size_t from = 0; from < names.size();) {
        const auto end = std::min(names.find(';', from), names.size());
        const std::string name = names.substr(from, end - from);
        canonical += name + ':';
        canonical += name == "host" ? request.route->host : std::string(request.headers.value(name));
        canonical += '\n';
        from = end + 1;
    }
    canonical += '\n' + names + '\n';
    canonical += service == "s3" ? std::string(request.headers.value("x-amz-content-sha256")) : sha256(bodyOf(request));
    const std::string moment(request.headers.value("x-amz-date"));
    const std::string scope = moment.substr(0, 8) + '/' + region + '/' + service + "/aws4_request";
    QByteArray key = bytesOf(std::string("AWS4") + BedrockBatchService::secretAccessKey);
    for (const std::string &part : {moment.substr(0, 8), region, service, std::string("aws4_request")})
        key = keyed(key, part);
    return keyed(key, "AWS4-HMAC-SHA256\n" + moment + '\n' + scope + '\n' + sha256(canonical)).toHex().toStdString();
}

// The code of what is wrong, or nothing.
std::string signatureFault(const UpstreamRequest &request, const std::string &service)
{
    const std::string authorization(request.headers.value("authorization"));
    const std::string names = between(authorization, "SignedHeaders=", ',');
    const std::string moment(request.headers.value("x-amz-date"));
    const std::string credential = std::string(BedrockBatchService::accessKeyId) + '/' + moment.substr(0, 8)
                                   + "/us-east-1/" + service + "/aws4_request";
    if (between(authorization, "Credential=", ',') != credential)
        return "InvalidAccessKeyId";
    for (const auto &field : request.headers) {
        const std::string name = gateway::toLowerAscii(field.name);
        if (name.starts_with("x-amz-") && (';' + names + ';').find(';' + name + ';') == std::string::npos)
            return "AccessDenied"; // "There were headers present in the request which were not signed"
    }
    if ((';' + names + ';').find(";host;") == std::string::npos)
        return "AccessDenied";
    return between(authorization, "Signature=", ',') == signatureOf(request, names, "us-east-1", service)
               ? std::string()
               : "SignatureDoesNotMatch";
}

Answer storageError(int status, const std::string &code, const std::string &words, bool isHead = false)
{
    const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>"
                            + words + "</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>";
    return {status, isHead ? std::string() : xml, {{"Content-Type", "application/xml"}}};
}

Answer controlError(int status, const std::string &type, const std::string &words)
{
    return {
        status, json{{"message", words}}.dump(), {{"Content-Type", "application/json"}, {"x-amzn-ErrorType", type}}};
}

Answer answered(const json &body)
{
    return {200, body.dump(), {{"Content-Type", "application/json"}}};
}

std::string parameter(const std::string &query, const std::string &name)
{
    return percentDecoded(between('&' + query, '&' + name + '=', '&'));
}

std::vector<json> linesOf(const std::string &text)
{
    std::vector<json> lines;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        lines.push_back(json::parse(text.substr(from, end - from), nullptr, false));
        from = end + 1;
    }
    return lines;
}

std::string nameOf(const std::string &uri)
{
    return uri.starts_with("s3://") ? uri.substr(5) : std::string();
}

} // namespace

Answer BedrockBatchService::answer(const UpstreamRequest &request)
{
    const std::string &host = request.route->host;
    if (!ownHost.empty() && host == ownHost)
        return pathOf(request).starts_with("/model-invocation-job") ? control(request) : storage(request);
    if (request.route->scheme != "https")
        return {400, "plain", {}};
    if (host == "bedrock.us-east-1.amazonaws.com")
        return control(request);
    if (host.ends_with("s3.us-east-1.amazonaws.com"))
        return storage(request);
    return {404, "nobody listens at " + host, {}};
}

Answer BedrockBatchService::storage(const UpstreamRequest &request)
{
    const bool isHead = request.method == "HEAD";
    if (const std::string fault = signatureFault(request, "s3"); !fault.empty())
        return storageError(403, fault, "The request signature does not match.", isHead);
    const std::string hash(request.headers.value("x-amz-content-sha256"));
    const bool mayBeUnsigned = ownHost.empty(); // what no TLS guards
    if ((hash != "UNSIGNED-PAYLOAD" || !mayBeUnsigned) && hash != sha256(bodyOf(request)))
        return storageError(400, "XAmzContentSHA256Mismatch", "The provided header does not match what was computed.");
    const auto service = std::min(request.route->host.find("s3.us-east-1"), request.route->host.size());
    const std::string before = ownHost.empty() ? request.route->host.substr(0, service) : std::string();
    const std::string name = percentDecoded(before.empty() ? pathOf(request).substr(1)
                                                           : before.substr(0, before.size() - 1) + pathOf(request));
    const std::string bucket = name.substr(0, name.find('/'));
    if (!bucket.starts_with("batches"))
        return storageError(404, "NoSuchBucket", "The specified bucket does not exist", isHead);
    if (bucketRegion != "us-east-1") {
        Answer elsewhere = storageError(301, "PermanentRedirect",
                                        "The bucket you are attempting to access must be addressed using the "
                                        "specified endpoint.",
                                        isHead);
        elsewhere.headers.add("x-amz-bucket-region", bucketRegion);
        elsewhere.headers.add("Location", "https://" + bucket + ".s3." + bucketRegion + ".amazonaws.com/");
        return elsewhere;
    }
    if (isDenied)
        return storageError(403, "AccessDenied", "Access Denied", isHead);
    const bool isBucket = name.size() <= bucket.size() + 1;
    return isBucket && request.method == "GET" ? list(queryOf(request), bucket) : object(request, name);
}

Answer BedrockBatchService::object(const UpstreamRequest &request, const std::string &name)
{
    if (request.method == "PUT") {
        Object put{bodyOf(request), {}};
        for (const auto &field : request.headers) {
            if (field.name.starts_with("x-amz-meta-"))
                put.metadata.add(field.name, field.value);
        }
        objects[name] = std::move(put);
        return {200, {}, {{"ETag", "\"9b2cf535f27731c974343645a3985328\""}}};
    }
    const auto found = objects.find(name);
    if (request.method == "DELETE") {
        if (found != objects.end())
            objects.erase(found);
        return {204, {}, {}};
    }
    if (found == objects.end())
        return storageError(404, "NoSuchKey", "The specified key does not exist.", request.method == "HEAD");
    Answer told{200, found->second.bytes, found->second.metadata};
    told.headers.add("Content-Type", "binary/octet-stream");
    told.headers.add("Last-Modified", "Wed, 12 Oct 2022 17:50:00 GMT");
    told.headers.add("ETag", "\"fba9dede5f27731c9771645a39863328\"");
    told.headers.add("Content-Length", std::to_string(found->second.bytes.size()));
    return told;
}

Answer BedrockBatchService::list(const std::string &query, const std::string &bucket) const
{
    if (parameter(query, "list-type") != "2")
        return storageError(400, "InvalidArgument", "Only version 2 is spoken here.");
    const std::string prefix = bucket + '/' + parameter(query, "prefix");
    const std::string after = bucket + '/' + parameter(query, "start-after");
    const std::string most = parameter(query, "max-keys");
    std::size_t left = most.empty() ? 1000 : std::stoul(most);
    std::string contents;
    bool isTruncated = false;
    for (const auto &[name, object] : objects) {
        if (!name.starts_with(prefix) || name <= after)
            continue;
        isTruncated = left == 0;
        if (isTruncated)
            break;
        --left;
        contents += "<Contents><Key>" + name.substr(bucket.size() + 1)
                    + "</Key><LastModified>2022-10-12T17:50:00.000Z</LastModified><ETag>&quot;70ee&quot;</ETag><Size>"
                    + std::to_string(object.bytes.size()) + "</Size><StorageClass>STANDARD</StorageClass></Contents>";
    }
    return {200,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult "
            "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>"
                + bucket + "</Name><IsTruncated>" + (isTruncated ? "true" : "false") + "</IsTruncated>" + contents
                + "</ListBucketResult>",
            {{"Content-Type", "application/xml"}}};
}

json BedrockBatchService::described() const
{
    json told = job;
    told["jobArn"] = std::string("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/") + jobId;
    told["status"] = status;
    told["submitTime"] = "2025-04-15T18:37:24.100Z";
    told["jobExpirationTime"] = "2025-04-16T18:37:24Z";
    if (status == "Completed" || status == "PartiallyCompleted" || status == "Failed") {
        told["endTime"] = "2025-04-15T19:00:00Z";
        told["totalRecordCount"] = 3;
        told["successRecordCount"] = 2;
        told["errorRecordCount"] = 1;
    }
    if (status == "Failed")
        told["message"] = "The role cannot read the file.";
    return told;
}

Answer BedrockBatchService::control(const UpstreamRequest &request)
{
    if (const std::string fault = signatureFault(request, "bedrock"); !fault.empty())
        return controlError(403, "AccessDeniedException", fault);
    const std::string asked = request.method + ' ' + pathOf(request);
    const std::string one = std::string("/model-invocation-job/") + jobId;
    if (asked == "POST /model-invocation-job")
        return create(json::parse(bodyOf(request), nullptr, false));
    if (asked == "GET /model-invocation-jobs") {
        const std::string query = queryOf(request);
        if (parameter(query, "sortOrder") != "Descending" || parameter(query, "sortBy") != "CreationTime")
            return controlError(400, "ValidationException", "sortOrder");
        json told{{"invocationJobSummaries", json::array()}};
        if (!job.is_null())
            told["invocationJobSummaries"].push_back(described());
        if (!parameter(query, "maxResults").empty())
            told["nextToken"] = "t1";
        return answered(told);
    }
    if (job.is_null() || !pathOf(request).starts_with(one))
        return controlError(404, "ResourceNotFoundException", "The provided job does not exist.");
    if (asked == "GET " + one)
        return answered(described());
    if (asked != "POST " + one + "/stop")
        return controlError(404, "UnknownOperationException", "");
    if (status == "Completed")
        return controlError(400, "ConflictException", "The job has ended.");
    status = "Stopping";
    return {200, {}, {}};
}

Answer BedrockBatchService::create(const json &asked)
{
    const auto refuse = [](const char *words) { return controlError(400, "ValidationException", words); };
    const std::set<std::string> known{"jobName", "clientRequestToken",     "modelId",         "modelInvocationType",
                                      "roleArn", "timeoutDurationInHours", "inputDataConfig", "outputDataConfig"};
    if (!asked.is_object() || asked.size() != known.size()
        || !std::all_of(asked.items().begin(), asked.items().end(),
                        [&known](const auto &member) { return known.count(member.key()) == 1; }))
        return refuse("unknown or missing members");
    if (asked.at("roleArn") != roleArn)
        return controlError(403, "AccessDeniedException", "User is not authorized to perform: iam:PassRole");
    const int hours = asked.at("timeoutDurationInHours").get<int>();
    if (hours < 24 || hours > 168)
        return refuse("timeoutDurationInHours");
    const json &input = asked.at("inputDataConfig").at("s3InputDataConfig");
    const auto file = objects.find(nameOf(input.at("s3Uri").get<std::string>()));
    if (input.at("s3InputFormat") != "JSONL" || file == objects.end() || !file->first.ends_with(".jsonl"))
        return refuse("The input cannot be read.");
    const std::string output = asked.at("outputDataConfig").at("s3OutputDataConfig").at("s3Uri").get<std::string>();
    if (!nameOf(output).starts_with("batches") || !output.ends_with('/'))
        return refuse("The output cannot be written.");
    const bool isConverse = asked.at("modelInvocationType") == "Converse";
    for (const json &line : linesOf(file->second.bytes)) {
        if (!line.is_object() || !line.contains("modelInput"))
            return refuse("A line has no modelInput.");
        const json &said = line.at("modelInput");
        if (isConverse
            && (!said.contains("messages") || !said.at("messages").at(0).at("content").is_array()
                || said.contains("model") || said.contains("stream")))
            return refuse("A line is not in Converse's words.");
    }
    if (job.is_null() || job.at("clientRequestToken") != asked.at("clientRequestToken"))
        ++jobsMade;
    job = asked;
    status = "Submitted";
    return answered({{"jobArn", described().at("jobArn")}});
}

void BedrockBatchService::runJob()
{
    const std::string input = nameOf(job["inputDataConfig"]["s3InputDataConfig"]["s3Uri"].get<std::string>());
    const std::string output = nameOf(job["outputDataConfig"]["s3OutputDataConfig"]["s3Uri"].get<std::string>());
    const json answer{
        {"output", {{"message", {{"role", "assistant"}, {"content", json::array({{{"text", "Hello"}}})}}}}},
        {"stopReason", "end_turn"},
        {"usage", {{"inputTokens", 3}, {"outputTokens", 1}, {"totalTokens", 4}}},
        {"metrics", {{"latencyMs", 9}}}};
    std::string lines;
    const std::vector<json> asked = linesOf(objects.at(input).bytes);
    for (const json &line : asked) {
        json told = line;
        if (&line == &asked.back())
            told["error"] = {{"errorCode", 400}, {"errorMessage", "bad request"}};
        else
            told["modelOutput"] = answer;
        lines += told.dump() + '\n';
    }
    objects[output + jobId + '/' + input.substr(input.rfind('/') + 1) + ".out"] = {lines, {}};
    status = "Completed";
}

} // namespace tests
