// Reads what Amazon S3 answers: lists of objects and errors, both in XML
// (docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html, /ErrorResponses.html).
#pragma once

#include "gateway/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::net {

struct S3Object {
    std::string key;
    std::uint64_t size = 0;   // bytes
    std::string lastModified; // RFC 3339 in UTC
    bool operator==(const S3Object &) const = default;
};

struct S3List {
    std::vector<S3Object> objects; // 1,000 at most
    bool isTruncated = false;
    bool operator==(const S3List &) const = default;
};

struct S3Error {
    std::string code;    // "NoSuchKey"
    std::string message; // for people
    bool operator==(const S3Error &) const = default;
};

// UpstreamProtocol for what is no such list. No entity is expanded, and nothing is read beyond 8 MB.
Result<S3List> readS3List(std::string_view xml);

// Nothing for what is no such error.
std::optional<S3Error> readS3Error(std::string_view xml);

} // namespace gateway::net
