// Speech that a client of OpenAI's asks for, in ElevenLabs' words (elevenlabs.io/docs/api-reference).
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/provider_dialect.h"

#include <string>
#include <string_view>

namespace gateway::translation {

// POST /v1/text-to-speech/VOICE, whose answer is the sound. `body`: OpenAI's, with members of ElevenLabs' own (voice_settings,
// seed, language_code, ...) as Bifrost's clients add them. Errors name the place by JSON pointer.
Result<EncodedRequest> writeElevenLabsSpeech(std::string_view body, std::string_view model, ConversionReport &report);

inline constexpr std::string_view elevenLabsTranscriptionPath = "/v1/speech-to-text";

// What a field of OpenAI's form for transcriptions is called there; empty: there is no such field.
std::string_view elevenLabsFormField(std::string_view name);

} // namespace gateway::translation
