#include "gateway/translation/speech/transcription.h"

#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/object_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace gateway::translation {

namespace {

std::string_view valueOf(const std::vector<FormField> &form, std::string_view name)
{
    std::string_view value; // the last one counts
    for (const FormField &field : form) {
        if (field.name == name && !field.isFile)
            value = field.value;
    }
    return value;
}

bool hasFile(const std::vector<FormField> &form)
{
    return std::any_of(form.begin(), form.end(),
                       [](const FormField &field) { return field.isFile && field.name == "file"; });
}

Result<TranscriptForm> formNamed(std::string_view name)
{
    if (name.empty() || name == "json")
        return TranscriptForm::Plain;
    if (name == "verbose_json")
        return TranscriptForm::Verbose;
    if (name == "text")
        return TranscriptForm::Text;
    return unexpected(invalidMember("/response_format", "this provider tells no times, so it makes json, verbose_json "
                                                        "and text."));
}

Result<std::optional<double>> temperatureIn(const std::vector<FormField> &form)
{
    const std::string_view text = valueOf(form, "temperature");
    if (text.empty())
        return std::nullopt;
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size())
        return unexpected(invalidMember("/temperature", "must be a number."));
    return std::optional(number);
}

void noteUnsaid(const std::vector<FormField> &form, ConversionReport &report)
{
    constexpr std::array<std::string_view, 11> known{"file",        "model",       "language",  "prompt",
                                                     "temperature", "stream",      "fallbacks", "response_format",
                                                     "provider",    "fallbacks[]", "user"};
    std::vector<std::string_view> told;
    for (const FormField &field : form) {
        const std::string_view name = field.name;
        const bool isKnown = std::find(known.begin(), known.end(), name) != known.end()
                             || std::find(told.begin(), told.end(), name) != told.end();
        if (isKnown)
            continue;
        told.push_back(name);
        report.dropped('/' + field.name, "The provider has no word for it.");
    }
}

std::string usageObject(const Transcript &transcript)
{
    const std::int64_t input = transcript.usage.uncachedInput.value_or(0) + transcript.usage.cacheRead.value_or(0);
    const std::int64_t output = transcript.usage.output.value_or(0);
    return ObjectWriter()
        .add("type", "tokens")
        .addNumber("input_tokens", input)
        .addRaw("input_token_details", ObjectWriter()
                                           .addNumber("text_tokens", input - transcript.soundTokens)
                                           .addNumber("audio_tokens", transcript.soundTokens)
                                           .finished())
        .addNumber("output_tokens", output)
        .addNumber("total_tokens", input + output)
        .finished();
}

std::string events(const Transcript &transcript)
{
    const std::string delta =
        ObjectWriter().add("type", "transcript.text.delta").add("delta", transcript.text).finished();
    ObjectWriter done;
    done.add("type", "transcript.text.done").add("text", transcript.text);
    if (!transcript.usage.isEmpty())
        done.addRaw("usage", usageObject(transcript));
    return "data: " + delta + "\n\ndata: " + done.finished() + "\n\ndata: [DONE]\n\n";
}

} // namespace

bool isAboutSound(std::string_view offer)
{
    return offer == "speech" || offer == "transcription" || offer == "translation";
}

bool hasSound(DialectFamily family, std::string_view preset, std::string_view offer)
{
    return family == DialectFamily::Gemini || (preset == "huggingface" && offer != "translation");
}

std::string_view mediaTypeOfSound(std::string_view bytes)
{
    using Sign = std::pair<std::string_view, std::string_view>;
    constexpr std::array signs{Sign{"ID3", "audio/mp3"}, Sign{"fLaC", "audio/flac"}, Sign{"OggS", "audio/ogg"},
                               Sign{"\x1a\x45\xdf\xa3", "audio/webm"}};
    for (const auto &[sign, type] : signs) {
        if (bytes.starts_with(sign))
            return type;
    }
    constexpr std::size_t kindAt = 8;
    if (bytes.starts_with("RIFF") && bytes.substr(std::min(kindAt, bytes.size())).starts_with("WAVE"))
        return "audio/wav";
    if (bytes.starts_with("FORM") && bytes.substr(std::min(kindAt, bytes.size())).starts_with("AIF"))
        return "audio/aiff";
    if (bytes.size() > kindAt && bytes.substr(4, 4) == "ftyp")
        return "audio/mp4";
    if (bytes.size() < 2 || static_cast<unsigned char>(bytes[0]) != 0xFFU)
        return {};
    const unsigned second = static_cast<unsigned char>(bytes[1]);
    if ((second & 0xF6U) == 0xF0U) // ADTS: layer 0
        return "audio/aac";
    return (second & 0xE0U) == 0xE0U ? std::string_view("audio/mp3") : std::string_view();
}

Result<TranscriptionRequest> readTranscriptionRequest(const std::vector<FormField> &form, std::string sound,
                                                      bool isIntoEnglish, ConversionReport &report)
{
    if (!hasFile(form))
        return unexpected(invalidMember("/file", "file is required"));
    TranscriptionRequest request;
    request.mediaType = mediaTypeOfSound(sound);
    if (request.mediaType.empty())
        return unexpected(invalidMember("/file", "must be a recording: mp3, mp4, wav, webm, flac, ogg, aac or aiff."));
    request.sound = std::move(sound);
    request.isIntoEnglish = isIntoEnglish;
    request.language = valueOf(form, "language");
    request.prompt = valueOf(form, "prompt");
    request.asEvents = valueOf(form, "stream") == "true";
    const auto wanted = formNamed(valueOf(form, "response_format"));
    if (!wanted)
        return unexpected(wanted.error());
    request.form = *wanted;
    const auto temperature = temperatureIn(form);
    if (!temperature)
        return unexpected(temperature.error());
    request.temperature = *temperature;
    if (request.form == TranscriptForm::Verbose)
        report.approximated("/response_format", "The provider tells no times, so there are no segments.");
    noteUnsaid(form, report);
    return request;
}

std::string_view contentTypeOfTranscript(const TranscriptionRequest &request)
{
    if (request.asEvents)
        return "text/event-stream";
    return request.form == TranscriptForm::Text ? "text/plain; charset=utf-8" : "application/json";
}

std::string writeTranscript(const Transcript &transcript, const TranscriptionRequest &request)
{
    if (request.asEvents)
        return events(transcript);
    if (request.form == TranscriptForm::Text)
        return transcript.text + "\n";
    ObjectWriter answer;
    answer.add("text", transcript.text);
    if (request.form == TranscriptForm::Verbose) {
        answer.add("task", request.isIntoEnglish ? "translate" : "transcribe")
            .add("language", transcript.language.empty() ? request.language : transcript.language)
            .addNumber("duration", transcript.seconds.value_or(0))
            .addRaw("segments", "[]");
    }
    if (!transcript.usage.isEmpty())
        answer.addRaw("usage", usageObject(transcript));
    return answer.finished();
}

} // namespace gateway::translation
