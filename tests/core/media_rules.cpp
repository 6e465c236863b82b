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
    if (body.is_discarded())
        return std::nullopt;
    if (has(target, ":predictLongRunning"))
        return problemOfVeo(body);
    if (has(target, ":generateContent") && body.dump().find("\"AUDIO\"") != std::string::npos)
        return problemOfSpeech(body);
    if (has(target, "_to_video"))
        return problemOfRunway(request, body);
    return has(target, "/predictions") ? problemOfReplicate(request, body) : std::nullopt;
}

} // namespace tests
