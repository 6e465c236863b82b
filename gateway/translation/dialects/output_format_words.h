// What models are told about the form of their answer where a dialect cannot say it as it was said.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/conversion_report.h"

#include <string>

namespace gateway::translation {

// The sentence that asks for JSON, with the schema and its description if there is one: for messages.
std::string outputInstruction(const OutputFormat &format);

// Whether a text of the conversation speaks of JSON, which some providers demand for their JSON mode.
bool mentionsJson(const ChatRequest &request);

// The schema of a format, that of any object if there is none, with the description of the format unless it has one of
// its own: for dialects whose formats bear no description.
Json describedSchema(const OutputFormat &format);

// A tool whose arguments are the answer, for models that know no structured output.
struct OutputTool {
    std::string name; // as wished: the provider may need another
    std::string description;
    Json schema; // of an object
};

// Reports a schema of something else than an object, and that the answer is made by a call.
OutputTool outputTool(const OutputFormat &format, ConversionReport &report);

} // namespace gateway::translation
