#include "tests/core/media_rules.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace tests {

namespace {

using gateway::net::UpstreamRequest;
using nlohmann::json;
using Problem = std::optional<std::string>;

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

// All members are of these names, and those that begin with "!" are there.
Problem problemOfMembers(const json &object, const std::string &place, const std::vector<std::string> &names)
{
    if (!object.is_object())
        return place + " is no object";
    for (const std::string &name : names) {
        if (name.starts_with('!') && !object.contains(name.substr(1)))
            return place + " lacks " + name.substr(1);
    }
    for (const auto &[name, value] : object.items()) {
        const auto isName = [&each = name](const std::string &known) { return known == each || known == '!' + each; };
        if (std::none_of(names.begin(), names.end(), isName))
            return place + " has the unknown " + name;
    }
    return std::nullopt;
}

bool isOneOf(const json &value, const std::vector<json> &values)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

// ai.google.dev/gemini-api/docs/video, cloud.google.com/vertex-ai/generative-ai/docs/model-reference/veo-video-generation
Problem problemOfVeo(const json &body)
{
    if (const auto problem = problemOfMembers(body, "the body", {"!instances", "parameters"}))
        return problem;
    if (!body["instances"].is_array() || body["instances"].size() != 1)
        return "there must be one instance";
    const json &instance = body["instances"][0];
    if (const auto problem = problemOfMembers(instance, "the instance", {"!prompt", "image", "lastFrame", "video"}))
        return problem;
    if (instance.contains("image")) {
        if (const auto problem = problemOfMembers(instance["image"], "image", {"!bytesBase64Encoded", "!mimeType"}))
            return problem;
    }
    const json parameters = body.value("parameters", json::object());
    if (const auto problem = problemOfMembers(parameters, "parameters",
                                              {"aspectRatio", "durationSeconds", "negativePrompt", "seed",
                                               "generateAudio", "resolution", "personGeneration"}))
        return problem;
    if (parameters.contains("aspectRatio") && !isOneOf(parameters["aspectRatio"], {"16:9", "9:16"}))
        return "aspectRatio";
    if (parameters.contains("durationSeconds") && !parameters["durationSeconds"].is_number_integer())
        return "durationSeconds must be a number";
    return std::nullopt;
}

// ai.google.dev/gemini-api/docs/speech-generation
Problem problemOfVoice(const json &config)
{
    constexpr std::array voices{"Zephyr",    "Puck",          "Charon",       "Kore",      "Fenrir",     "Leda",
                                "Orus",      "Aoede",         "Callirrhoe",   "Autonoe",   "Enceladus",  "Iapetus",
                                "Umbriel",   "Algieba",       "Despina",      "Erinome",   "Algenib",    "Rasalgethi",
                                "Laomedeia", "Achernar",      "Alnilam",      "Schedar",   "Gacrux",     "Pulcherrima",
                                "Achird",    "Zubenelgenubi", "Vindemiatrix", "Sadachbia", "Sadaltager", "Sulafat"};
    const std::string name = config.value("/prebuiltVoiceConfig/voiceName"_json_pointer, std::string());
    const bool isKnown = std::any_of(voices.begin(), voices.end(), [&name](const char *each) { return name == each; });
    return isKnown ? std::nullopt : Problem("the voice " + name + " is none");
}

Problem problemOfSpeech(const json &body)
{
    if (body.contains("systemInstruction"))
        return "models that speak take no system instruction";
    if (body["generationConfig"]["responseModalities"] != json::array({"AUDIO"}))
        return "models that speak say nothing else";
    const json speech = body["generationConfig"].value("speechConfig", json::object());
    if (const auto problem =
            problemOfMembers(speech, "speechConfig", {"voiceConfig", "multiSpeakerVoiceConfig", "languageCode"}))
        return problem;
    if (speech.contains("voiceConfig"))
        return problemOfVoice(speech["voiceConfig"]);
    for (const json &each : speech.value("/multiSpeakerVoiceConfig/speakerVoiceConfigs"_json_pointer, json::array())) {
        if (const auto problem = problemOfVoice(each.value("voiceConfig", json::object())))
            return problem;
    }
    return std::nullopt;
}

// docs.dev.runwayml.com/api
Problem problemOfRunway(const UpstreamRequest &request, const json &body)
{
    if (request.headers.value("x-runway-version") != "2024-11-06")
        return "X-Runway-Version is missing";
    const bool hasPicture = has(request.target, "image_to_video");
    const std::vector<std::string> names =
        hasPicture
            ? std::vector<std::string>{"!model", "!promptImage", "promptText", "!ratio", "duration", "seed", "audio"}
            : std::vector<std::string>{"!model", "!promptText", "!ratio", "!duration", "seed", "audio"};
    if (const auto problem = problemOfMembers(body, "the body", names))
        return problem;
    if (!isOneOf(body["ratio"],
                 {"1280:720", "720:1280", "1104:832", "832:1104", "960:960", "1584:672", "1080:1920", "1920:1080"}))
        return "ratio";
    return body["duration"].is_number_integer() ? std::nullopt : Problem("duration must be a number");
}

// replicate.com/docs/reference/http
Problem problemOfReplicate(const UpstreamRequest &request, const json &body)
{
    const bool isOfVersion = request.target == "/v1/predictions";
    if (const auto problem = problemOfMembers(body, "the body",
                                              isOfVersion ? std::vector<std::string>{"!version", "!input"}
                                                          : std::vector<std::string>{"!input"}))
        return problem;
    const std::string_view wait = request.headers.value("prefer");
    return wait.empty() || wait == "wait" ? std::nullopt : Problem("Prefer");
}

// replicate.com/docs/reference/http#files.create
Problem problemOfReplicatesFile(const std::string &form)
{
    for (const char *part : {"name=\"content\"; filename=\"", "name=\"metadata\"\r\nContent-Type: application/json"}) {
        if (!has(form, part))
            return "the form lacks " + std::string(part);
    }
    return has(form, "name=\"purpose\"") || has(form, "name=\"file\"") ? Problem("the form has OpenAI's fields")
                                                                       : std::nullopt;
}

// runware.ai/docs: a list of tasks
Problem problemOfRunware(const json &body)
{
    if (!body.is_array() || body.size() != 1 || !body[0].is_object())
        return "there must be a list of one task";
    const json &task = body[0];
    if (task.value("taskUUID", std::string()).size() != 36)
        return "taskUUID";
    const std::string type = task.value("taskType", std::string());
    if (type == "getResponse")
        return problemOfMembers(task, "the question", {"!taskType", "!taskUUID"});
    if (type == "imageInference")
        return std::nullopt;
    if (type != "videoInference" || task.value("deliveryMethod", std::string()) != "async")
        return "taskType or deliveryMethod";
    if (const auto problem = problemOfMembers(task, "the film",
                                              {"!taskType", "!taskUUID", "!deliveryMethod", "!model", "!positivePrompt",
                                               "numberResults", "outputType", "outputFormat", "width", "height",
                                               "duration", "inputs", "negativePrompt", "seed"}))
        return problem;
    if (!task.contains("inputs"))
        return task.contains("width") && task.contains("height") ? std::nullopt : Problem("width and height");
    if (const auto problem = problemOfMembers(task["inputs"], "inputs", {"!frameImages"}))
        return problem;
    return problemOfMembers(task["inputs"]["frameImages"][0], "the frame", {"!image", "frame"});
}

// docs.sarvam.ai/api-reference-docs: its sounds have a header of their own for the key.
Problem problemOfSarvamsKey(const UpstreamRequest &request)
{
    const bool isThere = !request.headers.value("api-subscription-key").empty();
    return isThere && request.headers.value("authorization").empty() ? std::nullopt : Problem("api-subscription-key");
}

Problem problemOfSarvamsSpeech(const UpstreamRequest &request, const json &body)
{
    if (const auto problem = problemOfSarvamsKey(request))
        return problem;
    if (const auto problem =
            problemOfMembers(body, "the body",
                             {"!text", "!target_language_code", "!model", "speaker", "pace", "pitch", "loudness",
                              "temperature", "speech_sample_rate", "output_audio_codec", "enable_preprocessing"}))
        return problem;
    if (!isOneOf(body["target_language_code"],
                 {"bn-IN", "en-IN", "gu-IN", "hi-IN", "kn-IN", "ml-IN", "mr-IN", "od-IN", "pa-IN", "ta-IN", "te-IN"}))
        return "target_language_code";
    return isOneOf(body.value("output_audio_codec", "wav"),
                   {"mp3", "wav", "aac", "opus", "flac", "linear16", "mulaw", "alaw"})
               ? std::nullopt
               : Problem("output_audio_codec");
}

Problem problemOfSarvamsForm(const UpstreamRequest &request)
{
    if (const auto problem = problemOfSarvamsKey(request))
        return problem;
    const std::string form(*request.body);
    for (const char *name : {"language", "response_format", "prompt", "temperature", "stream"}) {
        if (has(form, "name=\"" + std::string(name) + "\""))
            return "the form has the unknown " + std::string(name);
    }
    return has(form, "name=\"file\"; filename=") && has(form, "name=\"model\"") ? std::nullopt
                                                                                : Problem("file and model");
}

// docs.cohere.com/reference/tokenize
Problem problemOfTokenize(const json &body)
{
    if (const auto problem = problemOfMembers(body, "the body", {"!text", "!model"}))
        return problem;
    const std::string text = body["text"];
    const auto characters = std::count_if(
        text.begin(), text.end(), [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U; });
    return characters >= 1 && characters <= 65'536 ? std::nullopt : Problem("text");
}

// huggingface.co/docs/inference-providers/tasks/image-to-image
Problem problemOfAnEdit(const json &body)
{
    const std::string picture = body["inputs"];
    if (picture.empty()
        || picture.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
               != std::string::npos)
        return "inputs are no base64";
    return problemOfMembers(
        body["parameters"], "parameters",
        {"!prompt", "guidance_scale", "negative_prompt", "num_inference_steps", "target_size", "seed"});
}

// huggingface.co/docs/inference-providers/tasks
Problem problemOfHuggingFace(const UpstreamRequest &request, const json &body)
{
    if (request.headers.value("content-type").starts_with("audio/"))
        return request.body && !request.body->empty() ? std::nullopt : Problem("no recording");
    const bool isEmbedding = request.target.ends_with("/pipeline/feature-extraction");
    if (const auto problem =
            problemOfMembers(body, "the body",
                             isEmbedding ? std::vector<std::string>{"!inputs", "normalize", "truncate", "prompt_name"}
                                         : std::vector<std::string>{"!inputs", "parameters"}))
        return problem;
    if (isEmbedding)
        return std::nullopt;
    if (request.headers.value("accept").starts_with("audio/"))
        return problemOfMembers(body, "the body", {"!inputs"});
    if (body.contains("parameters") && body["parameters"].contains("prompt"))
        return problemOfAnEdit(body);
    return problemOfMembers(
        body.value("parameters", json::object()), "parameters",
        {"guidance_scale", "negative_prompt", "num_inference_steps", "width", "height", "scheduler", "seed"});
}

} // namespace

std::optional<std::string> problemOfMedia(const UpstreamRequest &request)
{
    if (request.method != "POST" || !request.body || request.body.upload())
        return std::nullopt;
    const std::string &target = request.target;
    json body = json::parse(*request.body, nullptr, false);
    if (has(target, "/hf-inference/"))
        return problemOfHuggingFace(request, body);
    if (target.starts_with("/speech-to-text"))
        return problemOfSarvamsForm(request);
    if (has(request.route->host, "replicate") && target == "/v1/files")
        return problemOfReplicatesFile(std::string(*request.body));
    if (body.is_discarded())
        return std::nullopt;
    if (target == "/v1")
        return problemOfRunware(body);
    if (target == "/text-to-speech")
        return problemOfSarvamsSpeech(request, body);
    if (target == "/v1/tokenize")
        return problemOfTokenize(body);
    if (has(target, ":predictLongRunning"))
        return problemOfVeo(body);
    if (has(target, ":generateContent") && body.dump().find("\"AUDIO\"") != std::string::npos)
        return problemOfSpeech(body);
    if (has(target, "_to_video"))
        return problemOfRunway(request, body);
    return has(target, "/predictions") ? problemOfReplicate(request, body) : std::nullopt;
}

} // namespace tests
