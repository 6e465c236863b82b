#include "gateway/translation/speech/sarvam_speech.h"

#include "gateway/base/base64.h"
#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/speech/sound_events.h"

#include <algorithm>
#include <array>

namespace gateway::translation {

namespace {

struct Format {
    std::string_view name; // OpenAI's
    std::string_view there;
    std::string_view contentType;
};
constexpr std::array formats{Format{"mp3", "mp3", "audio/mpeg"},   Format{"wav", "wav", "audio/wav"},
                             Format{"opus", "opus", "audio/ogg"},  Format{"aac", "aac", "audio/aac"},
                             Format{"flac", "flac", "audio/flac"}, Format{"pcm", "linear16", "audio/pcm"}};
constexpr std::int64_t rateOfPcm = 24'000; // OpenAI's

// OpenAI's voices, which are nobody there.
constexpr std::array<std::string_view, 13> foreignVoices{"alloy", "ash",  "ballad", "cedar", "coral",   "echo", "fable",
                                                         "marin", "nova", "onyx",   "sage",  "shimmer", "verse"};

constexpr std::array<std::string_view, 9> ownMembers{"target_language_code",
                                                     "pitch",
                                                     "loudness",
                                                     "temperature",
                                                     "speech_sample_rate",
                                                     "output_audio_codec",
                                                     "enable_preprocessing",
                                                     "dict_id",
                                                     "enable_cached_responses"};
constexpr std::array<std::string_view, 10> readMembers{"model",    "input",         "voice",     "response_format",
                                                       "speed",    "stream_format", "fallbacks", "provider",
                                                       "language", "language_code"};

template <typename Names>
bool isAmong(const Names &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// The scripts of India follow each other in Unicode, each in 128 characters from U+0900 on; two of the second bytes of
// UTF-8 belong to each. Marathi has Hindi's.
std::string_view languageOfScript(std::string_view text)
{
    constexpr std::array<std::string_view, 9> languages{"hi-IN", "bn-IN", "pa-IN", "gu-IN", "od-IN",
                                                        "ta-IN", "te-IN", "kn-IN", "ml-IN"};
    constexpr unsigned char lead = 0xE0;
    constexpr unsigned char first = 0xA4;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (static_cast<unsigned char>(text[at]) == lead && second >= first && second < first + 2 * languages.size())
            return languages[(second - first) / 2U];
    }
    return "en-IN";
}

std::string languageOf(const Json &body, std::string_view input, ConversionReport &report)
{
    for (const std::string_view name : {"target_language_code", "language_code", "language"}) {
        if (const std::string_view said = textMember(body, name); !said.empty())
            return sarvamLanguage(said);
    }
    std::string guessed(languageOfScript(input));
    report.approximated("/target_language_code",
                        "Sarvam has to be told the language; by the text's script it is " + guessed + ".");
    return guessed;
}

void addVoice(Json &asked, const Json &body, ConversionReport &report)
{
    const std::string_view voice = textMember(body, "voice");
    if (!isAmong(foreignVoices, voice))
        asked["speaker"] = voice;
    else
        report.approximated("/voice", "Sarvam has other voices; the model's usual one speaks.");
}

const Format &formatOf(const Json &body, ConversionReport &report)
{
    const std::string_view asked = textMember(body, "response_format");
    const auto format =
        std::find_if(formats.begin(), formats.end(), [asked](const Format &each) { return each.name == asked; });
    if (format != formats.end())
        return *format;
    if (!asked.empty())
        report.dropped("/response_format", "Sarvam makes mp3, wav, opus, aac, flac and pcm; it sends mp3.");
    return formats.front();
}

bool isOld(std::string_view model)
{
    return model.starts_with("saaras:v1") || model.starts_with("saaras:v2");
}

Error noAnswer(std::string_view what)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's answer brings no " + std::string(what) + ".");
}

} // namespace

Result<SarvamSpeech> writeSarvamSpeech(std::string_view text, std::string_view model, ConversionReport &report)
{
    const auto body = parseJson(text);
    if (!body)
        return unexpected(body.error());
    const std::string_view input = textMember(*body, "input");
    if (input.empty())
        return unexpected(invalidMember("/input", "input is required for speech completion"));
    if (textMember(*body, "voice").empty())
        return unexpected(invalidMember("/voice", "voice is required for speech completion"));
    const Format &format = formatOf(*body, report);
    Json asked{{"text", input}, {"model", model}, {"output_audio_codec", format.there}};
    if (format.name == "pcm")
        asked["speech_sample_rate"] = rateOfPcm;
    addVoice(asked, *body, report);
    if (const auto speed = numberMember(*body, "speed"))
        asked["pace"] = *speed;
    for (const auto &[name, value] : body->items()) {
        if (isAmong(ownMembers, name))
            asked[name] = value;
        else if (!isAmong(readMembers, name) && !value.is_null())
            report.dropped('/' + name, "Sarvam has no word for it.");
    }
    asked["target_language_code"] = languageOf(*body, input, report);
    SarvamSpeech speech;
    speech.asEvents = textMember(*body, "stream_format") == "sse";
    speech.contentType = speech.asEvents ? std::string_view("text/event-stream") : format.contentType;
    speech.encoded.path = "/text-to-speech";
    speech.encoded.body = dumpJson(asked);
    return speech;
}

Result<std::string> readSarvamSpeech(std::string_view body, bool asEvents)
{
    const JsonValue answer = JsonValue::checked(body);
    JsonElements sounds(answer["audios"]);
    const auto sound = sounds.next();
    auto bytes = sound ? decodeBase64(sound->text()) : std::nullopt;
    if (!bytes || bytes->empty())
        return unexpected(noAnswer("sound"));
    return asEvents ? writeSoundEvents(*bytes, {}) : std::move(*bytes);
}

std::string_view sarvamTranscriptionPath(std::string_view model, bool isIntoEnglish)
{
    return isIntoEnglish && isOld(model) ? "/speech-to-text-translate" : "/speech-to-text";
}

std::pair<std::string_view, std::string_view> sarvamTranscriptionMode(std::string_view model, bool isIntoEnglish)
{
    if (!isIntoEnglish || isOld(model))
        return {};
    return {"mode", "translate"};
}

bool isSarvamsFormField(std::string_view name)
{
    constexpr std::array<std::string_view, 4> own{"mode", "language_code", "input_audio_codec", "with_timestamps"};
    return isAmong(own, name);
}

std::string sarvamLanguage(std::string_view language)
{
    const std::string name(language);
    if (name == "or") // what ISO 639-1 calls it
        return "od-IN";
    const bool isPlain = name.size() == 2 || name.size() == 3;
    return isPlain ? name + "-IN" : name;
}

Result<Transcript> readSarvamTranscript(std::string_view body)
{
    const JsonValue answer = JsonValue::checked(body);
    if (!answer["transcript"].isString())
        return unexpected(noAnswer("text"));
    Transcript transcript;
    transcript.text = answer["transcript"].text();
    transcript.language = answer["language_code"].text();
    return transcript;
}

} // namespace gateway::translation
