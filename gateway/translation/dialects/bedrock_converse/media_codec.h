// Images, documents, audio and video: their blocks <-> MediaPart.
#pragma once

#include "gateway/translation/dialects/bedrock_converse/extras.h"

#include <set>
#include <string>

namespace gateway::translation::bedrock {

// `media` is the value of the block's member "image", "document", "audio" or "video".
Part decodeMedia(const Json &media, MediaKind kind, const std::string &pointer, Problem &problem);

// One for each request: names of documents must be unique in it.
class MediaEncoder {
public:
    explicit MediaEncoder(bool isOwnClient) : m_isOwnClient(isOwnClient) {}

    // The block, or why Bedrock cannot take it, one sentence for people.
    Result<Json> encode(const Part &part, const MediaPart &media);
    // Whether the name of the last document differs from the file's by more than its ending.
    bool hasRenamed() const { return m_hasRenamed; }

private:
    Result<Json> sourceOf(const Part &part, const MediaPart &media) const;
    std::string documentName(const std::string &filename);

    const bool m_isOwnClient;
    std::set<std::string, std::less<>> m_names;
    bool m_hasRenamed = false;
};

} // namespace gateway::translation::bedrock
