// A transcription that a client of OpenAI's asks for, where the provider has another way to hear a recording.
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/token_usage.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/dialect_id.h"
#include "gateway/translation/dialects/provider_dialect.h"
#include "gateway/translation/framing/multipart_form.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

// By the names in resources/providers/presets.json: "speech", "transcription", "translation" of sound.
bool isAboutSound(std::string_view offer);
// Whether a client of OpenAI's can ask the provider for it in the provider's own words. `preset`: as for pictures.
bool hasSound(DialectFamily family, std::string_view preset, std::string_view offer);

enum class TranscriptForm { Plain, Verbose, Text };

struct TranscriptionRequest {
    std::string sound;     // the recording's bytes
    std::string mediaType; // "audio/wav"
    std::string language;  // ISO 639-1; empty: whatever is spoken
    std::string prompt;    // words that may occur
    std::optional<double> temperature;
    TranscriptForm form = TranscriptForm::Plain;
    bool isIntoEnglish = false;
    bool asEvents = false; // the answer is a stream of OpenAI's events, though it comes at once
};

struct Transcript {
    std::string text;
    std::string language;                // where the provider tells it
    std::optional<std::int64_t> seconds; // of sound, begun ones too
    TokenUsage usage;
    std::int64_t soundTokens = 0; // of usage.uncachedInput
};

// By the first bytes: what OpenAI takes (mp3, mp4, m4a, wav, webm, flac, ogg), aac and aiff; else empty.
std::string_view mediaTypeOfSound(std::string_view bytes);

// `sound`: the bytes of the field "file", or where they need not be held its beginning, which tells the kind. Errors name the place by JSON pointer: without a recording, for one of no known
// kind, for subtitles, which need times.
Result<TranscriptionRequest> readTranscriptionRequest(const std::vector<FormField> &form, std::string sound,
                                                      bool isIntoEnglish, ConversionReport &report);

std::string_view contentTypeOfTranscript(const TranscriptionRequest &request);
// platform.openai.com/docs/api-reference/audio/json-object
std::string writeTranscript(const Transcript &transcript, const TranscriptionRequest &request);

// Takes the sound out of the request: it is the body.
Result<EncodedRequest> writeHuggingFaceTranscription(TranscriptionRequest &request, std::string_view model,
                                                     ConversionReport &report);
Result<Transcript> readHuggingFaceTranscript(std::string_view body);
// Speech of its models, whose answer is the sound. `body`: OpenAI's. Errors name the place by JSON pointer.
Result<EncodedRequest> writeHuggingFaceSpeech(std::string_view body, std::string_view model, ConversionReport &report);

} // namespace gateway::translation
