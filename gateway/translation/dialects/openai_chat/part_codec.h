// Content parts of chat messages, both ways: text, images, audio, files and what Mistral and OpenRouter add to them.
#pragma once

#include "gateway/translation/dialects/openai_chat/encode_context.h"
#include "gateway/translation/dialects/openai_chat/member_reader.h"

namespace gateway::translation::openai_chat {

// `content` as text or as a list of parts; other kinds are a problem.
std::vector<Part> decodeContent(const Json &content, const std::string &pointer, Problem &problem);
Part decodePart(const Json &part, const std::string &pointer, Problem &problem);

// Text, media and opaque parts; nothing, and a note, for what the server does not know.
std::optional<Json> encodePart(const Part &part, const std::string &pointer, EncodeContext &context);

// What of a part only another provider can be told.
void noteForeignPart(const Part &part, const std::string &pointer, EncodeContext &context);

// {"type":"image_url",...} of an image, for requests and for answers with images.
Json imageJson(const MediaPart &image);

struct DataUrl {
    std::string_view mediaType;
    std::string_view data;
};
std::optional<DataUrl> splitDataUrl(std::string_view url); // of "data:image/png;base64,iVBO..."

} // namespace gateway::translation::openai_chat
