// Files that Replicate keeps, for clients that speak of them in OpenAI's words (replicate.com/docs/reference/http#files.create;
// platform.openai.com/docs/api-reference/files). It has no names and purposes, so they are kept in its "metadata".
#pragma once

#include "gateway/base/result.h"

#include <string>
#include <string_view>

namespace gateway::translation {

// "cursor=x" of "page_token=x&limit=2". InvalidRequest for "after": its lists go on by cursors, not by ids. Their length is
// Replicate's own.
Result<std::string> replicateListQuery(std::string_view query);

std::string replicateFileMetadata(std::string_view fileName, std::string_view purpose);

// The query with which a file's bytes may be had: the owner, the end and the signature that the client got from Replicate.
// InvalidRequest when one is missing, with what to do instead.
Result<std::string> replicateDownloadQuery(std::string_view query);

// --- answers; UpstreamProtocol for what is none
Result<std::string> readReplicateFile(std::string_view body); // also of an upload
Result<std::string> readReplicateFileList(std::string_view body);
std::string replicateFileDeletion(std::string_view id); // Replicate answers with nothing

} // namespace gateway::translation
