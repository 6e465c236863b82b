// Reads what routing has to know of a request that is forwarded in the client's words: model, stream, provider.
#pragma once

#include "gateway/base/result.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/translation/json/json_document.h"

#include <string>
#include <string_view>

namespace gateway::pipeline {

// Fills the form, the provider that the request names (bifrost-api §1.1: "provider" in the query, the body or the form,
// "x-model-provider" in the query or the headers, ":provider" behind an id of a video) and returns the rest. A body that
// is neither JSON nor a form has no facts.
Result<translation::RequestFacts> readForwardedFacts(RequestContext &context);

// What a field of the request's form holds, in the memory; empty when the disk failed.
std::string bytesOfField(const net::HttpRequest &request, const translation::FormField &field);

// The name of the client's file, which stands in the head of its part; may be empty.
std::string fileNameOf(const net::HttpRequest &request, const translation::FormField &file);

// The members of a JSON body, or the texts of a form, by their names.
Result<translation::Json> membersOf(const RequestContext &context);

// The query for the provider: without keys and without what only says who is meant.
std::string forwardedQuery(std::string_view query);

// Whether the client gets the answer as it arrives, however small it is: sounds, pictures, films and files.
bool passesAtOnce(const RequestContext &context, std::string_view contentType);

} // namespace gateway::pipeline
