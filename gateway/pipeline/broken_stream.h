// What a client has of an answer that broke off, so that another attempt can go on from there.
#pragma once

#include "gateway/base/error.h"
#include "gateway/translation/canonical/stream_event.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <memory>
#include <string_view>
#include <utility>

namespace gateway::pipeline {

class BrokenStream {
public:
    // Reads the bytes that the client got, in its own dialect. Null when nothing can go on from them (half a tool call,
    // several choices, an end that was said already).
    static std::unique_ptr<BrokenStream> read(translation::DialectId dialect, std::string_view bytes,
                                              const Error &error);

    const translation::StreamEvents &delivered() const { return m_delivered; }
    const Error &error() const { return m_error; } // that broke it

private:
    BrokenStream(translation::StreamEvents delivered, Error error)
        : m_delivered(std::move(delivered)), m_error(std::move(error))
    {
    }

    translation::StreamEvents m_delivered;
    Error m_error;
};

} // namespace gateway::pipeline
