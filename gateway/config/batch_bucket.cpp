#include "gateway/config/batch_bucket.h"

#include <algorithm>

namespace gateway::config {

Result<std::vector<S3Place>> readBatchBuckets(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<S3Place> buckets;
    while (true) {
        const auto begin = text.find_first_not_of(blanks);
        if (begin == std::string_view::npos)
            return buckets;
        text.remove_prefix(begin);
        const std::string_view word = text.substr(0, text.find_first_of(blanks));
        text.remove_prefix(word.size());
        auto place = readS3Uri(word);
        if (!place)
            return unexpected(Error::client(ErrorCode::InvalidRequest,
                                            "\"" + std::string(word)
                                                + "\" is no place in S3. It is written like s3://bucket/prefix."));
        while (place->key.ends_with('/'))
            place->key.pop_back();
        buckets.push_back(std::move(*place));
    }
}

std::string writeBatchBuckets(const std::vector<S3Place> &buckets)
{
    std::string text;
    for (const S3Place &each : buckets)
        text.append(text.empty() ? "" : " ").append(s3Uri(each));
    return text;
}

bool isInBatchBuckets(const std::vector<S3Place> &buckets, const S3Place &place)
{
    return std::any_of(buckets.begin(), buckets.end(), [&place](const S3Place &each) {
        const std::string_view rest = std::string_view(place.key).substr(std::min(each.key.size(), place.key.size()));
        return each.bucket == place.bucket && place.key.starts_with(each.key)
               && (each.key.empty() || rest.empty() || rest.starts_with('/'));
    });
}

} // namespace gateway::config
