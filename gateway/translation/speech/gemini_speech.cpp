#include "gateway/translation/speech/gemini_speech.h"

#include "gateway/base/base64.h"
#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/dialects/gemini_generate/usage_codec.h"
#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/speech/sound_events.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace gateway::translation {

namespace {

constexpr std::int64_t usualRate = 24'000;      // samples in a second; Google's documentation has no other
constexpr std::int64_t soundTokensASecond = 32; // ai.google.dev/gemini-api/docs/audio

struct Voice {
    std::string_view name; // OpenAI's
    std::string_view there;
};

// By what both say of their voices: warm, bright, firm, ...
constexpr std::array voices{Voice{"alloy", "Kore"},   Voice{"ash", "Orus"},     Voice{"ballad", "Algieba"},
                            Voice{"cedar", "Charon"}, Voice{"coral", "Aoede"},  Voice{"echo", "Iapetus"},
                            Voice{"fable", "Puck"},   Voice{"marin", "Leda"},   Voice{"nova", "Zephyr"},
                            Voice{"onyx", "Algenib"}, Voice{"sage", "Sulafat"}, Voice{"shimmer", "Achernar"},
                            Voice{"verse", "Fenrir"}};

Json voiceConfig(std::string_view name, ConversionReport &report)
{
    const auto found =
        std::find_if(voices.begin(), voices.end(), [name](const Voice &voice) { return voice.name == name; });
    if (found != voices.end())
        report.approximated("/voice", "Gemini's nearest is " + std::string(found->there) + ".");
    return {{"prebuiltVoiceConfig", {{"voiceName", found == voices.end() ? name : found->there}}}};
}

Result<Json> speechConfig(const Json &body, ConversionReport &report)
{
    const Error missing = invalidMember("/voice", "voice is required for speech completion");
    if (const std::string_view voice = textMember(body, "voice"); !voice.empty())
        return Json{{"voiceConfig", voiceConfig(voice, report)}};
    const Json *speakers = findArray(body, "voice");
    if (!speakers || speakers->empty())
        return unexpected(missing);
    Json configs = Json::array();
    for (const Json &each : *speakers) {
        const std::string_view speaker = textMember(each, "speaker");
        const std::string_view voice = textMember(each, "voice");
        if (speaker.empty() || voice.empty())
            return unexpected(invalidMember("/voice", "each speaker needs \"speaker\" and \"voice\"."));
        configs.push_back({{"speaker", speaker}, {"voiceConfig", voiceConfig(voice, report)}});
    }
    return Json{{"multiSpeakerVoiceConfig", {{"speakerVoiceConfigs", std::move(configs)}}}};
}

SpeechForm formOf(const Json &body, ConversionReport &report)
{
    const std::string_view format = textMember(body, "response_format");
    if (format.empty())
        report.approximated("/response_format", "Gemini makes no mp3; it is sent as wav.");
    else if (format != "wav" && format != "pcm")
        report.dropped("/response_format", "Gemini makes wav and pcm; it is sent as wav.");
    return {format == "pcm", textMember(body, "stream_format") == "sse"};
}

void noteUnsaid(const Json &body, ConversionReport &report)
{
    constexpr std::array<std::string_view, 8> known{"model",         "input",        "voice",     "response_format",
                                                    "stream_format", "instructions", "fallbacks", "provider"};
    for (const auto &[name, value] : body.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end() && !value.is_null())
            report.dropped('/' + name, "Gemini has no word for it.");
    }
}

Result<EncodedRequest> generate(std::string_view model, const Json &body)
{
    const auto path = gemini::modelPath(model);
    if (!path)
        return unexpected(path.error());
    EncodedRequest encoded;
    encoded.path = "/v1beta/" + *path + ":generateContent";
    encoded.body = dumpJson(body);
    return encoded;
}

Json userContent(Json parts)
{
    return Json::array({Json{{"role", "user"}, {"parts", std::move(parts)}}});
}

void readUsage(JsonValue answer, AnswerFacts &facts)
{
    const JsonValue usage = answer["usageMetadata"];
    facts.answeredModel = answer["modelVersion"].text();
    facts.rawUsage = usage.raw();
    if (const auto told = parseJson(usage.raw()); told && usage.isObject())
        facts.usage = gemini::decodeUsage(*told);
}

Error noSound(JsonValue answer)
{
    std::string why = answer["promptFeedback"]["blockReason"].text();
    JsonElements candidates(answer["candidates"]);
    if (const auto first = candidates.next(); why.empty() && first)
        why = (*first)["finishReason"].text();
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's answer brings no sound" + (why.empty() ? std::string(".") : ": " + why));
}

// "audio/L16;codec=pcm;rate=24000"
std::int64_t rateOf(std::string_view mediaType)
{
    constexpr std::string_view name = "rate=";
    const auto place = mediaType.find(name);
    std::int64_t rate = 0;
    if (place != std::string_view::npos)
        std::from_chars(mediaType.data() + place + name.size(), mediaType.data() + mediaType.size(), rate);
    return rate > 0 ? rate : usualRate;
}

void appendNumber(std::string &bytes, std::size_t number, int size)
{
    for (int index = 0; index < size; ++index)
        bytes += static_cast<char>((number >> (8 * index)) & 0xFFU); // little endian
}

// A WAVE file with samples of 16 bits in one channel ("Multimedia Programming Interface and Data Specifications 1.0").
std::string waveFile(const std::string &samples, std::int64_t rate)
{
    constexpr std::size_t headSize = 36;
    constexpr std::size_t sampleSize = 2;
    const auto perSecond = static_cast<std::size_t>(rate);
    std::string bytes = "RIFF";
    appendNumber(bytes, headSize + samples.size(), 4);
    bytes += "WAVEfmt ";
    appendNumber(bytes, 16, 4); // bytes of what follows
    appendNumber(bytes, 1, 2);  // PCM
    appendNumber(bytes, 1, 2);  // channels
    appendNumber(bytes, perSecond, 4);
    appendNumber(bytes, perSecond * sampleSize, 4);
    appendNumber(bytes, sampleSize, 2);
    appendNumber(bytes, 8 * sampleSize, 2);
    bytes += "data";
    appendNumber(bytes, samples.size(), 4);
    return bytes + samples;
}

std::string taskOf(const TranscriptionRequest &request)
{
    std::string task = request.isIntoEnglish
                           ? "Translate the speech of this recording into English. Answer with the translation alone."
                           : "Write down the speech of this recording word by word. Answer with its text alone.";
    if (!request.language.empty())
        task += " It is spoken in the language with the ISO 639-1 code \"" + request.language + "\".";
    if (!request.prompt.empty())
        task += " What came before, or words that may occur: " + request.prompt;
    return task;
}

} // namespace

Result<SpeechQuestion> writeGeminiSpeech(std::string_view text, std::string_view model, ConversionReport &report)
{
    const auto body = parseJson(text);
    if (!body)
        return unexpected(body.error());
    const std::string_view input = textMember(*body, "input");
    if (input.empty())
        return unexpected(invalidMember("/input", "input is required for speech completion"));
    auto speech = speechConfig(*body, report);
    if (!speech)
        return unexpected(speech.error());
    SpeechQuestion question;
    question.form = formOf(*body, report);
    std::string said(input);
    if (const std::string_view how = textMember(*body, "instructions"); !how.empty()) {
        said.insert(0, std::string(how) + ":\n\n");
        report.approximated("/instructions", "Gemini is told in front of the text how to speak it.");
    }
    noteUnsaid(*body, report);
    auto encoded = generate(
        model,
        {{"contents", userContent(Json::array({Json{{"text", said}}}))},
         {"generationConfig", {{"responseModalities", Json::array({"AUDIO"})}, {"speechConfig", std::move(*speech)}}}});
    if (!encoded)
        return unexpected(encoded.error());
    question.encoded = std::move(*encoded);
    return question;
}

std::string_view contentTypeOfSpeech(const SpeechForm &form)
{
    if (form.asEvents)
        return "text/event-stream";
    return form.isBare ? "audio/pcm" : "audio/wav";
}

Result<std::string> readGeminiSpeech(std::string_view body, const SpeechForm &form, AnswerFacts &facts)
{
    const JsonValue answer = JsonValue::checked(body);
    std::string samples;
    std::string mediaType;
    JsonElements candidates(answer["candidates"]);
    while (const auto candidate = candidates.next()) {
        JsonElements parts((*candidate)["content"]["parts"]);
        while (const auto part = parts.next()) {
            const JsonValue data = (*part)["inlineData"];
            const auto bytes = decodeBase64(data["data"].text());
            if (!data["data"].isString() || !bytes)
                continue;
            samples += *bytes;
            mediaType = data["mimeType"].text();
        }
    }
    if (samples.empty())
        return unexpected(noSound(answer));
    readUsage(answer, facts);
    // What is no bare sound already is a file.
    const bool isFile =
        !mediaType.empty() && mediaType.find("L16") == std::string::npos && mediaType.find("pcm") == std::string::npos;
    const std::string sound = form.isBare || isFile ? std::move(samples) : waveFile(samples, rateOf(mediaType));
    return form.asEvents ? writeSoundEvents(sound, facts.usage) : sound;
}

Result<EncodedRequest> writeGeminiTranscription(const TranscriptionRequest &request, std::string_view model)
{
    Json body{{"contents",
               userContent(Json::array(
                   {Json{{"text", taskOf(request)}},
                    Json{{"inlineData", {{"mimeType", request.mediaType}, {"data", encodeBase64(request.sound)}}}}}))}};
    if (request.temperature)
        body["generationConfig"]["temperature"] = *request.temperature;
    return generate(model, body);
}

Result<Transcript> readGeminiTranscript(std::string_view body, AnswerFacts &facts)
{
    const JsonValue answer = JsonValue::checked(body);
    JsonElements candidates(answer["candidates"]);
    const auto candidate = candidates.next();
    if (!candidate || answer["promptFeedback"]["blockReason"].isString())
        return unexpected(noSound(answer));
    Transcript transcript;
    JsonElements parts((*candidate)["content"]["parts"]);
    while (const auto part = parts.next()) {
        if (!(*part)["thought"].isTrue())
            transcript.text += (*part)["text"].text();
    }
    const auto end = transcript.text.find_last_not_of(" \r\n\t");
    transcript.text.resize(end == std::string::npos ? 0 : end + 1);
    readUsage(answer, facts);
    transcript.usage = facts.usage;
    transcript.soundTokens = facts.usage.audioInput.value_or(0);
    if (transcript.soundTokens > 0) {
        transcript.seconds = (transcript.soundTokens + soundTokensASecond - 1) / soundTokensASecond;
        facts.audioSeconds = transcript.seconds;
    }
    return transcript;
}

} // namespace gateway::translation
