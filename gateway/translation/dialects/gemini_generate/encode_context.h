// What the writers of a request share while one is written.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/dialects/gemini_generate/model_traits.h"

#include <string>
#include <string_view>

namespace gateway::translation::gemini {

// Borrows; lives for one call of encodeRequest().
struct EncodeContext {
    const ChatRequest &request;
    const ModelTraits &traits;
    std::string_view preset;
    ExchangeState &state;
    ConversionReport &report;

    bool isOwnClient() const { return request.dialect == DialectId::GeminiGenerate; }
    // Vertex AI names calls by their order; ids in a functionCall are the Gemini API's.
    bool takesCallIds() const { return preset.find("vertex") == std::string_view::npos; }

    // The name that a tool of the client has at the provider; a change is noted at `pointer`.
    std::string toolName(std::string_view name, std::string_view toolNamespace, const std::string &pointer);
};

} // namespace gateway::translation::gemini
