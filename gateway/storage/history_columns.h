// The columns of the history in the one order that writing and reading share.
#pragma once

namespace gateway::storage {

#define BILROST_REQUEST_COLUMNS                                                                                        \
    "request_id, started_at, duration, state, client, operation, dialect, asked_model, provider, model, key_name,"     \
    " answered_model, session_id, status, finish_reason, error_code, error_text, is_stream, first_byte, overhead,"     \
    " uncached_input, cache_read, cache_write, output, reasoning, request_bytes, response_bytes, method, path,"        \
    " peer_address, attempts, virtual_key, cost, unpriced, key_id, virtual_key_id"

#define BILROST_BODY_COLUMNS                                                                                           \
    "details, request_encoding, request_body, request_is_truncated, response_encoding, response_body,"                 \
    " response_is_truncated, stream_marks"

// Prompt and answer together; nothing where none was told.
#define BILROST_TOKENS                                                                                                 \
    "(coalesce(uncached_input + coalesce(cache_read, 0) + coalesce(cache_write, 0), 0) + coalesce(output, 0))"

} // namespace gateway::storage
