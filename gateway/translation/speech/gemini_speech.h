// Speech and transcriptions of Gemini's models, for clients of OpenAI's: ai.google.dev/gemini-api/docs/speech-generation
// and /audio.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/provider_dialect.h"
#include "gateway/translation/passthrough/answer_facts.h"
#include "gateway/translation/speech/transcription.h"

#include <string>
#include <string_view>

namespace gateway::translation {

// How a client of OpenAI's wants the sound.
struct SpeechForm {
    bool isBare = false;   // samples alone, as OpenAI's pcm: 24 kHz, 16 bits, one channel; else a WAVE file around them
    bool asEvents = false; // "stream_format": "sse"; all of it comes at once
};

struct SpeechQuestion {
    EncodedRequest encoded;
    SpeechForm form;
};

// `body`: OpenAI's. A voice may be one of Gemini's, one of OpenAI's, for which the nearest speaks, or a list of
// {"speaker", "voice"} for a dialogue. Errors name the place by JSON pointer.
Result<SpeechQuestion> writeGeminiSpeech(std::string_view body, std::string_view model, ConversionReport &report);
std::string_view contentTypeOfSpeech(const SpeechForm &form);
Result<std::string> readGeminiSpeech(std::string_view body, const SpeechForm &form, AnswerFacts &facts);

Result<EncodedRequest> writeGeminiTranscription(const TranscriptionRequest &request, std::string_view model);
Result<Transcript> readGeminiTranscript(std::string_view body, AnswerFacts &facts);

} // namespace gateway::translation
