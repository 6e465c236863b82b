#include "gateway/translation/dialects/gemini_generate/signature_codec.h"

#include "gateway/base/base64.h"

namespace gateway::translation::gemini {

namespace {

// Base64 of "bil", with which every packed state begins: saves decoding the signatures of Google.
constexpr std::string_view packedMark = "Ymls";

} // namespace

std::string signatureForClient(const OpaqueState &state)
{
    if (state.origin == DialectId::GeminiGenerate)
        return state.data;
    return encodeBase64(packState(state));
}

OpaqueState stateFromSignature(std::string_view signature)
{
    if (signature.starts_with(packedMark)) {
        if (const auto packed = decodeBase64(signature)) {
            if (auto state = unpackState(*packed))
                return std::move(*state);
        }
    }
    return stateFromClient(signature, DialectId::GeminiGenerate);
}

} // namespace gateway::translation::gemini
