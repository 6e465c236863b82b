#include "gateway/translation/speech/elevenlabs_speech.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/translation/json/json_document.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gateway::translation {

namespace {

struct Format {
    std::string_view name; // OpenAI's
    std::string_view there;
};

// The nearest to what OpenAI sends under the name: its pcm has 24 kHz.
constexpr std::array formats{Format{"mp3", "mp3_44100_128"}, Format{"opus", "opus_48000_128"},
                             Format{"pcm", "pcm_24000"}};

// ElevenLabs' own, which go on as they are.
constexpr std::array<std::string_view, 11> ownMembers{"voice_settings",
                                                      "seed",
                                                      "language_code",
                                                      "previous_text",
                                                      "next_text",
                                                      "previous_request_ids",
                                                      "next_request_ids",
                                                      "apply_text_normalization",
                                                      "apply_language_text_normalization",
                                                      "pronunciation_dictionary_locators",
                                                      "use_pvc_as_ivc"};
constexpr std::array<std::string_view, 7> readMembers{"model", "input",         "voice",    "response_format",
                                                      "speed", "stream_format", "fallbacks"};

template <typename Names>
bool isAmong(const Names &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string formatOf(const Json &body, ConversionReport &report)
{
    const std::string_view asked = textMember(body, "response_format");
    const auto format =
        std::find_if(formats.begin(), formats.end(), [asked](const Format &each) { return each.name == asked; });
    if (format != formats.end())
        return std::string(format->there);
    if (!asked.empty())
        report.dropped("/response_format", "ElevenLabs makes mp3, opus and pcm; it sends mp3.");
    return std::string(formats.front().there);
}

} // namespace

Result<EncodedRequest> writeElevenLabsSpeech(std::string_view text, std::string_view model, ConversionReport &report)
{
    const auto body = parseJson(text);
    if (!body)
        return unexpected(body.error());
    const std::string_view input = textMember(*body, "input");
    const std::string_view voice = textMember(*body, "voice");
    if (input.empty())
        return unexpected(invalidMember("/input", "input is required for speech completion"));
    if (voice.empty())
        return unexpected(invalidMember("/voice", "voice is required for speech completion"));
    if (textMember(*body, "stream_format") == "sse")
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "ElevenLabs sends sound, not events: ask without \"stream_format\"."));
    Json asked{{"text", input}, {"model_id", model}};
    for (const auto &[name, value] : body->items()) {
        if (isAmong(ownMembers, name))
            asked[name] = value;
        else if (!isAmong(readMembers, name) && !value.is_null())
            report.dropped('/' + name, "ElevenLabs has no word for it.");
    }
    if (const Json *settings = findMember(*body, "voice_settings"); settings && !settings->is_object())
        return unexpected(invalidMember("/voice_settings", "must be an object."));
    if (const auto speed = numberMember(*body, "speed"))
        asked["voice_settings"]["speed"] = *speed;
    EncodedRequest encoded;
    encoded.path = "/v1/text-to-speech/" + percentEncoded(voice) + "?output_format=" + formatOf(*body, report);
    encoded.body = dumpJson(asked);
    return encoded;
}

std::string_view elevenLabsFormField(std::string_view name)
{
    constexpr std::array names{std::pair<std::string_view, std::string_view>("model", "model_id"),
                               std::pair<std::string_view, std::string_view>("language", "language_code")};
    for (const auto &[asked, there] : names) {
        if (asked == name)
            return there;
    }
    // OpenAI's others; what is left is ElevenLabs' own: diarize, num_speakers, tag_audio_events, temperature, ...
    constexpr std::array<std::string_view, 8> unknown{
        "prompt",  "response_format", "timestamp_granularities", "timestamp_granularities[]",
        "include", "include[]",       "chunking_strategy",       "stream"};
    return isAmong(unknown, name) ? std::string_view() : name;
}

} // namespace gateway::translation
