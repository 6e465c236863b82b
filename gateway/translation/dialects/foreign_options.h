// Notes what a request says in words that its provider's dialect lacks, each thing by its name.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/chat_response.h"
#include "gateway/translation/canonical/conversion_report.h"

#include <string>

namespace gateway::translation {

// Every member of other dialects than the provider's, which stand at `pointer` in the client's request. `reason` is one
// sentence.
void noteForeignOptions(const Extensions &extensions, DialectId provider, const std::string &pointer,
                        const std::string &reason, ConversionReport &report);

// What an answer says beside its parts, and its parts beside their content, in the words of another dialect than the
// client's.
void noteForeignMembers(const ChatResponse &answer, DialectId client, ConversionReport &report);
void noteForeignMembers(const Part &part, DialectId client, ConversionReport &report);

// The name of an image, a recording or a film: Gemini alone has one for them.
void noteMediaName(const Part &part, const std::string &pointer, ConversionReport &report);

// OpenAI's own words for tools: the namespace that Responses puts them into, and the grammar that the input of a custom
// tool has to keep.
void noteNamespace(const Tool &tool, const std::string &pointer, ConversionReport &report);
void noteInputFormat(const Tool &tool, const std::string &pointer, ConversionReport &report);

// A choice that demands or limits calls where no tool is left to be called; it stands at `pointer`.
void noteChoiceWithoutTools(const ChatRequest &request, const std::string &pointer, ConversionReport &report);
// A demand for calls where the answer itself is asked for as one more call, which meets the demand alone.
void noteOutputAmongCalls(const ChatRequest &request, const std::string &pointer, ConversionReport &report);

} // namespace gateway::translation
