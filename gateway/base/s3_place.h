// Where an object lies in Amazon S3, and how it is named: "s3://bucket/key", or as the id of a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gateway {

struct S3Place {
    std::string bucket;
    std::string key; // of an object or the beginning of several; never begins with '/'
    bool operator==(const S3Place &) const = default;
};

// docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html: it becomes a part of a host's name, so nothing else
// may be in it.
bool isBucketName(std::string_view text);

// Nothing for what is no "s3://bucket" or "s3://bucket/key", and for keys that could be read as another path: with a
// segment "." or "..", or a control character in them.
std::optional<S3Place> readS3Uri(std::string_view uri);
std::string s3Uri(const S3Place &place);

// One segment of a path, as ids of files have to be: "s3-" and the rest in the letters of base64url.
std::string s3FileId(const S3Place &place);
// Of such an id, or of an "s3://" address, which Bifrost's clients name instead; nothing for others.
std::optional<S3Place> placeOfS3File(std::string_view id);

} // namespace gateway
