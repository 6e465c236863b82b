// Speech and transcriptions of Sarvam's models, for clients of OpenAI's (docs.sarvam.ai/api-reference-docs/text-to-speech
// and /speech-to-text).
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/provider_dialect.h"
#include "gateway/translation/speech/transcription.h"

#include <string>
#include <string_view>
#include <utility>

namespace gateway::translation {

struct SarvamSpeech {
    EncodedRequest encoded;
    std::string_view contentType; // of the answer
    bool asEvents = false;        // "stream_format": "sse"; all of it comes at once
};

// POST /text-to-speech. `body`: OpenAI's, with members of Sarvam's own (target_language_code, pitch, loudness, ...) as
// Bifrost's clients add them. Where the language is not said it is guessed by the script of the text, which is noted.
// Errors name the place by JSON pointer.
Result<SarvamSpeech> writeSarvamSpeech(std::string_view body, std::string_view model, ConversionReport &report);
Result<std::string> readSarvamSpeech(std::string_view body, bool asEvents);

// Where a form with a recording goes: models since saaras:v3 translate when a field says so, older ones elsewhere.
std::string_view sarvamTranscriptionPath(std::string_view model, bool isIntoEnglish);
// Fields that are added to the form for that, as name and value; an empty name: none.
std::pair<std::string_view, std::string_view> sarvamTranscriptionMode(std::string_view model, bool isIntoEnglish);
// Whether a field that OpenAI's form does not have goes on, as it is.
bool isSarvamsFormField(std::string_view name);
// "hi-IN" of OpenAI's "hi"; others as they are.
std::string sarvamLanguage(std::string_view language);
Result<Transcript> readSarvamTranscript(std::string_view body);

} // namespace gateway::translation
