// What a client has of an answer that broke off, so that another attempt can go on from there.
#pragma once

#include "gateway/base/error.h"
#include "gateway/translation/canonical/stream_event.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <memory>
#include <string>
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

    // The text that the client has, where that is all it has of an answer, reasoning aside; else empty. It ends without
    // spaces, which providers refuse at the end of an answer that they shall go on with.
    const std::string &saidText() const { return m_saidText; }
    // From now on the next attempt is given that text and says only what is new.
    void becomeContinued() { m_isContinued = true; }
    bool isContinued() const { return m_isContinued; }

private:
    BrokenStream(translation::StreamEvents delivered, std::string saidText, Error error)
        : m_delivered(std::move(delivered)), m_saidText(std::move(saidText)), m_error(std::move(error))
    {
    }

    translation::StreamEvents m_delivered;
    std::string m_saidText;
    Error m_error;
    bool m_isContinued = false;
};

} // namespace gateway::pipeline
