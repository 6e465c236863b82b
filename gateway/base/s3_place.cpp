#include "gateway/base/s3_place.h"

#include "gateway/base/base64.h"

#include <algorithm>

namespace gateway {

namespace {

constexpr std::string_view scheme = "s3://";
constexpr std::string_view idMark = "s3-";
constexpr std::size_t longestKey = 1024; // docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html

bool isLowerOrDigit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

bool isSafeKey(std::string_view key)
{
    const auto isControl = [](char letter) { return (letter >= 0 && letter < ' ') || letter == '\x7f'; };
    if (key.size() > longestKey || key.starts_with('/') || std::any_of(key.begin(), key.end(), isControl))
        return false;
    while (!key.empty()) {
        const std::string_view segment = key.substr(0, key.find('/'));
        if (segment == "." || segment == "..")
            return false;
        key.remove_prefix(std::min(key.size(), segment.size() + 1));
    }
    return true;
}

} // namespace

bool isBucketName(std::string_view text)
{
    const auto isAllowed = [](char letter) { return isLowerOrDigit(letter) || letter == '-' || letter == '.'; };
    return text.size() >= 3 && text.size() <= 63 && isLowerOrDigit(text.front()) && isLowerOrDigit(text.back())
           && std::all_of(text.begin(), text.end(), isAllowed) && text.find("..") == std::string_view::npos;
}

std::optional<S3Place> readS3Uri(std::string_view uri)
{
    if (!uri.starts_with(scheme))
        return std::nullopt;
    uri.remove_prefix(scheme.size());
    const auto slash = std::min(uri.find('/'), uri.size());
    S3Place place{std::string(uri.substr(0, slash)), std::string(uri.substr(std::min(slash + 1, uri.size())))};
    if (!isBucketName(place.bucket) || !isSafeKey(place.key))
        return std::nullopt;
    return place;
}

std::string s3Uri(const S3Place &place)
{
    std::string uri = std::string(scheme) + place.bucket;
    return place.key.empty() ? uri : uri + '/' + place.key;
}

std::string s3FileId(const S3Place &place)
{
    std::string text = encodeBase64(place.bucket + '/' + place.key);
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    text.erase(std::min(text.find('='), text.size()));
    return std::string(idMark) + text;
}

std::optional<S3Place> placeOfS3File(std::string_view id)
{
    std::string uri(id);
    if (id.starts_with(idMark)) {
        const auto decoded = decodeBase64(id.substr(idMark.size()));
        if (!decoded)
            return std::nullopt;
        uri = std::string(scheme) + *decoded;
    }
    auto place = readS3Uri(uri);
    return place && !place->key.empty() ? place : std::nullopt;
}

} // namespace gateway
