// Files and batches that Gemini keeps, for clients that speak of them in OpenAI's words (ai.google.dev/api/files,
// /api/batch-api; platform.openai.com/docs/api-reference). "files/abc" and "batches/abc" are the ids "abc" here.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"

#include <string>
#include <string_view>

namespace gateway::translation {

// "limit=2&page_token=x" in Gemini's names. InvalidRequest for "after": its lists go on by tokens, not by ids.
Result<std::string> geminiListQuery(std::string_view query);

// The part that stands before a file's bytes in an upload.
std::string geminiFileMetadata(std::string_view fileName);

struct GeminiBatch {
    std::string model;
    std::string body;
};

// A new batch of one model: its requests stand in the body, {"custom_id", "body"} with a chat completion or
// {"custom_id", "request"} in Gemini's own words, or in a file in Gemini's words that was uploaded before. `model`: that
// the client named, or empty. Errors name the place by JSON pointer.
Result<GeminiBatch> writeGeminiBatch(std::string_view body, std::string_view model, std::string_view providerId,
                                     ConversionReport &report);

// --- answers; UpstreamProtocol for what is none
Result<std::string> readGeminiFile(std::string_view body); // also of an upload
Result<std::string> readGeminiFileList(std::string_view body);
Result<std::string> readGeminiBatch(std::string_view body);
Result<std::string> readGeminiBatchList(std::string_view body);
// A line for each request, as in the output file of OpenAI's batches: out of the batch itself, or out of the lines of
// its file. InvalidRequest for a batch that has none yet.
Result<std::string> readGeminiResults(std::string_view body);

std::string geminiResultFile(std::string_view batch); // the id of the file that has the results; empty for none
// Whether a file of that id is one that Gemini made of a batch's results.
bool isGeminiResultFile(std::string_view id);

// --- what is said about what Gemini answers with nothing
std::string geminiFileDeletion(std::string_view id);

} // namespace gateway::translation
