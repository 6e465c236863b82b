// Finds the first event of a stream that says something, in the client's own dialect.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/dialects/provider_dialect.h"

#include <memory>

namespace gateway::pipeline {

// For streams that go on as raw frames, which nobody decodes otherwise. Lives on a worker thread.
class ContentWatch {
public:
    explicit ContentWatch(const translation::ProviderDialect &dialect);

    // To be called with each frame until it says true.
    bool sees(const translation::ProviderFrame &frame);

private:
    translation::ChatRequest m_request; // empty: nothing of it is needed to look
    translation::ExchangeState m_state;
    std::unique_ptr<translation::ProviderStreamDecoder> m_decoder;
    translation::StreamEvents m_events;
};

} // namespace gateway::pipeline
