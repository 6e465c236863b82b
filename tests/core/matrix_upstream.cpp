#include "tests/core/matrix_upstream.h"

#include "tests/core/media_rules.h"

#include "tools/demo_provider/anthropic_rules.h"
#include "tools/demo_provider/bedrock_frames.h"
#include "tools/demo_provider/bedrock_rules.h"
#include "tools/demo_provider/cohere_rules.h"
#include "tools/demo_provider/gemini_rules.h"
#include "tools/demo_provider/openai_chat_rules.h"
#include "tools/demo_provider/openai_embeddings_rules.h"
#include "tools/demo_provider/openai_responses_rules.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace tests {

namespace {

using demo_provider::OrderedJson;
using nlohmann::json;

std::string pathOf(const gateway::net::UpstreamRequest &request)
{
    return request.target.substr(0, request.target.find('?'));
}

bool has(const std::string &path, std::string_view part)
{
    return path.find(part) != std::string::npos;
}

json bodyOf(const gateway::net::UpstreamRequest &request)
{
    return request.body && !request.body.upload() ? json::parse(*request.body, nullptr, false) : json();
}

demo_provider::Verdict verdictOf(const std::string &path, json body, const gateway::net::UpstreamRequest &request)
{
    using namespace demo_provider;
    if (path.ends_with("/chat/completions"))
        return openai::checkChat(body, false);
    if (path.ends_with("/responses"))
        return openai::checkResponses(body, json::array(), false);
    if (path.ends_with("/embeddings"))
        return openai::checkEmbeddings(body);
    if (path.ends_with("/v1/messages"))
        return anthropic::checkMessages(body, {request.headers.value("anthropic-beta"), false, false});
    if (path.ends_with("/messages/count_tokens"))
        return anthropic::checkMessages(body, {request.headers.value("anthropic-beta"), false, true});
    if (path.ends_with(":generateContent") || path.ends_with(":streamGenerateContent"))
        return gemini::checkGenerate(body, false);
    if (path.ends_with(":countTokens"))
        return gemini::checkCountTokens(body, false);
    if (path.ends_with("/converse") || path.ends_with("/converse-stream"))
        return bedrock::checkConverse(body);
    if (path.ends_with("/v2/chat"))
        return cohere::checkChat(body);
    return std::nullopt;
}

std::string sse(std::initializer_list<json> events, bool isNamed = false, std::string_view end = {})
{
    std::string text;
    for (const json &event : events)
        text += (isNamed ? "event: " + event.at("type").get<std::string>() + "\n" : std::string())
                + "data: " + event.dump() + "\n\n";
    return text.append(end);
}

MatrixAnswer stream(std::string body)
{
    return {"text/event-stream", std::move(body)};
}

MatrixAnswer chat(bool isStream)
{
    const json usage{{"prompt_tokens", 3}, {"completion_tokens", 1}, {"total_tokens", 4}};
    if (!isStream)
        return {"application/json",
                json{{"id", "c"},
                     {"object", "chat.completion"},
                     {"created", 1},
                     {"model", "m"},
                     {"usage", usage},
                     {"choices", json::array({{{"index", 0},
                                               {"finish_reason", "stop"},
                                               {"message", {{"role", "assistant"}, {"content", "Hi"}}}}})}}
                    .dump()};
    const auto chunk = [](json delta, json finish) {
        return json{{"id", "c"},
                    {"object", "chat.completion.chunk"},
                    {"created", 1},
                    {"model", "m"},
                    {"choices",
                     json::array({{{"index", 0}, {"delta", std::move(delta)}, {"finish_reason", std::move(finish)}}})}};
    };
    return stream(sse({chunk({{"role", "assistant"}, {"content", "Hi"}}, nullptr), chunk(json::object(), "stop")},
                      false, "data: [DONE]\n\n"));
}

MatrixAnswer responses(bool isStream)
{
    const json text{{"type", "output_text"}, {"text", "Hi"}, {"annotations", json::array()}};
    const json item{{"id", "i"},
                    {"type", "message"},
                    {"role", "assistant"},
                    {"status", "completed"},
                    {"content", json::array({text})}};
    json whole{{"id", "r"},
               {"object", "response"},
               {"created_at", 1},
               {"status", "completed"},
               {"model", "m"},
               {"output", json::array({item})},
               {"usage", {{"input_tokens", 3}, {"output_tokens", 1}, {"total_tokens", 4}}}};
    if (!isStream)
        return {"application/json", whole.dump()};
    json begun = whole;
    begun["status"] = "in_progress";
    begun["output"] = json::array();
    json open = item;
    open["status"] = "in_progress";
    open["content"] = json::array();
    json empty = text;
    empty["text"] = "";
    const json place{{"item_id", "i"}, {"output_index", 0}, {"content_index", 0}};
    const auto at = [&place](const char *type, json more) {
        json event = place;
        event["type"] = type;
        event.update(more);
        return event;
    };
    return stream(sse({{{"type", "response.created"}, {"response", begun}},
                       {{"type", "response.output_item.added"}, {"output_index", 0}, {"item", open}},
                       at("response.content_part.added", {{"part", empty}}),
                       at("response.output_text.delta", {{"delta", "Hi"}}),
                       at("response.output_text.done", {{"text", "Hi"}}),
                       at("response.content_part.done", {{"part", text}}),
                       {{"type", "response.output_item.done"}, {"output_index", 0}, {"item", item}},
                       {{"type", "response.completed"}, {"response", whole}}},
                      true));
}

MatrixAnswer messages(bool isStream)
{
    json whole{{"id", "m"},
               {"type", "message"},
               {"role", "assistant"},
               {"model", "m"},
               {"stop_reason", "end_turn"},
               {"stop_sequence", nullptr},
               {"content", json::array({{{"type", "text"}, {"text", "Hi"}}})},
               {"usage", {{"input_tokens", 3}, {"output_tokens", 1}}}};
    if (!isStream)
        return {"application/json", whole.dump()};
    whole["content"] = json::array();
    whole["stop_reason"] = nullptr;
    return stream(
        sse({{{"type", "message_start"}, {"message", whole}},
             {{"type", "content_block_start"}, {"index", 0}, {"content_block", {{"type", "text"}, {"text", ""}}}},
             {{"type", "content_block_delta"}, {"index", 0}, {"delta", {{"type", "text_delta"}, {"text", "Hi"}}}},
             {{"type", "content_block_stop"}, {"index", 0}},
             {{"type", "message_delta"},
              {"delta", {{"stop_reason", "end_turn"}, {"stop_sequence", nullptr}}},
              {"usage", {{"output_tokens", 1}}}},
             {{"type", "message_stop"}}},
            true));
}

MatrixAnswer generated(bool isStream)
{
    const json whole{
        {"candidates", json::array({{{"index", 0},
                                     {"finishReason", "STOP"},
                                     {"content", {{"role", "model"}, {"parts", json::array({{{"text", "Hi"}}})}}}}})},
        {"usageMetadata", {{"promptTokenCount", 3}, {"candidatesTokenCount", 1}, {"totalTokenCount", 4}}},
        {"modelVersion", "m"}};
    return isStream ? stream(sse({whole})) : MatrixAnswer{"application/json", whole.dump()};
}

MatrixAnswer conversed(bool isStream)
{
    using demo_provider::bedrock::event;
    if (!isStream)
        return {"application/json",
                json{{"output", {{"message", {{"role", "assistant"}, {"content", json::array({{{"text", "Hi"}}})}}}}},
                     {"stopReason", "end_turn"},
                     {"metrics", {{"latencyMs", 1}}},
                     {"usage", {{"inputTokens", 3}, {"outputTokens", 1}, {"totalTokens", 4}}}}
                    .dump()};
    std::string frames;
    for (const auto &frame :
         {event("messageStart", {{"role", "assistant"}}),
          event("contentBlockDelta", {{"contentBlockIndex", 0}, {"delta", {{"text", "Hi"}}}}),
          event("contentBlockStop", {{"contentBlockIndex", 0}}), event("messageStop", {{"stopReason", "end_turn"}}),
          event("metadata", {{"usage", {{"inputTokens", 3}, {"outputTokens", 1}, {"totalTokens", 4}}},
                             {"metrics", {{"latencyMs", 1}}}})})
        frames += frame.bytes;
    return {"application/vnd.amazon.eventstream", frames};
}

MatrixAnswer cohereChat(bool isStream)
{
    const json usage{{"billed_units", {{"input_tokens", 3}, {"output_tokens", 1}}},
                     {"tokens", {{"input_tokens", 3}, {"output_tokens", 1}}}};
    if (!isStream)
        return {
            "application/json",
            json{{"id", "c"},
                 {"finish_reason", "COMPLETE"},
                 {"usage", usage},
                 {"message", {{"role", "assistant"}, {"content", json::array({{{"type", "text"}, {"text", "Hi"}}})}}}}
                .dump()};
    const auto content = [](const char *type, json message) {
        return json{{"type", type}, {"index", 0}, {"delta", {{"message", {{"content", std::move(message)}}}}}};
    };
    return stream(
        sse({{{"type", "message-start"}, {"id", "c"}, {"delta", {{"message", {{"role", "assistant"}}}}}},
             content("content-start", {{"type", "text"}, {"text", ""}}),
             content("content-delta", {{"text", "Hi"}}),
             {{"type", "content-end"}, {"index", 0}},
             {{"type", "message-end"}, {"id", "c"}, {"delta", {{"finish_reason", "COMPLETE"}, {"usage", usage}}}}},
            true));
}

json embedded(const std::string &path, const json &body)
{
    const json vector = json::array({0.5, 1.0});
    if (path.ends_with(":batchEmbedContents"))
        return {{"embeddings", json::array({{{"values", vector}}})}};
    if (path.ends_with(":predict"))
        return {{"predictions",
                 json::array({{{"embeddings", {{"values", vector}, {"statistics", {{"token_count", 2}}}}}}})}};
    if (path.ends_with("/v2/embed"))
        return {{"id", "e"},
                {"embeddings", {{"float", json::array({vector})}}},
                {"meta", {{"billed_units", {{"input_tokens", 2}}}}}};
    if (body.contains("inputText"))
        return {{"embedding", vector}, {"inputTextTokenCount", 2}};
    return {{"object", "list"},
            {"model", "m"},
            {"usage", {{"prompt_tokens", 2}, {"total_tokens", 2}}},
            {"data", json::array({{{"object", "embedding"}, {"index", 0}, {"embedding", vector}}})}};
}

// In the words of Gemini's models, of Imagen, of Bedrock's models and of OpenAI's.
std::optional<json> pictured(const std::string &path, const json &body)
{
    constexpr auto picture = "iVBORw0KGgo=";
    if (path.ends_with(":generateContent") && body.dump().find("\"IMAGE\"") != std::string::npos)
        return json{
            {"candidates",
             json::array(
                 {{{"finishReason", "STOP"},
                   {"content",
                    {{"role", "model"},
                     {"parts", json::array({{{"inlineData", {{"mimeType", "image/png"}, {"data", picture}}}}})}}}}})},
            {"usageMetadata", {{"promptTokenCount", 3}, {"candidatesTokenCount", 1290}}},
            {"modelVersion", "m"}};
    if (path.ends_with(":predict") && body["instances"][0].contains("prompt"))
        return json{{"predictions", json::array({{{"mimeType", "image/png"}, {"bytesBase64Encoded", picture}}})}};
    if (path == "/v1" && body.is_array() && body[0].value("taskType", std::string()) == "videoInference")
        return json{{"data", json::array({{{"taskType", "videoInference"}, {"taskUUID", body[0]["taskUUID"]}}})}};
    if (path == "/v1" && body.is_array())
        return json{{"data", json::array({{{"taskType", "imageInference"}, {"imageBase64Data", picture}}})}};
    if (path.ends_with("/invoke") && body.contains("taskType"))
        return json{{"images", json::array({picture})}, {"error", nullptr}};
    if (has(path, "/images/"))
        return json{{"created", 1}, {"data", json::array({{{"b64_json", picture}}})}};
    return std::nullopt;
}

std::optional<MatrixAnswer> heardOrFilmed(const gateway::net::UpstreamRequest &request, const std::string &path,
                                          const json &body)
{
    const auto answer = [](const json &object) { return MatrixAnswer{"application/json", object.dump()}; };
    if (path.ends_with(":generateContent") && body.dump().find("\"AUDIO\"") != std::string::npos)
        return answer(
            {{"candidates", json::array({{{"content",
                                           {{"parts", json::array({{{"inlineData",
                                                                     {{"mimeType", "audio/L16;codec=pcm;rate=24000"},
                                                                      {"data", "AAAA"}}}}})}}}}})}});
    if (path.ends_with(":batchGenerateContent"))
        return answer({{"name", "batches/b1"}, {"metadata", {{"state", "BATCH_STATE_PENDING"}}}});
    if (path == "/upload/v1beta/files")
        return answer({{"file", {{"name", "files/f1"}, {"sizeBytes", "3"}}}});
    if (path.ends_with(":predictLongRunning"))
        return answer({{"name", "models/m/operations/o1"}});
    if (path.ends_with("_to_video"))
        return answer({{"id", "task-1"}});
    if (path == "/text-to-speech")
        return answer({{"request_id", "r"}, {"audios", json::array({"SUQz"})}});
    if (path == "/speech-to-text")
        return answer({{"request_id", "r"}, {"transcript", "Hi"}, {"language_code", "en-IN"}});
    if (path.ends_with("/predictions") && body.dump().find("max_tokens") != std::string::npos)
        return answer({{"id", "p"}, {"status", "succeeded"}, {"output", json::array({"Hi"})}});
    if (path.ends_with("/predictions") && request.headers.contains("prefer"))
        return answer({{"id", "p"}, {"status", "succeeded"}, {"output", "data:image/png;base64,iVBORw0KGgo="}});
    if (path.ends_with("/predictions"))
        return answer({{"id", "p"}, {"status", "starting"}, {"output", nullptr}});
    if (!has(path, "/hf-inference/"))
        return std::nullopt;
    if (path.ends_with("/feature-extraction"))
        return answer(json::array({json::array({0.5, 1.0})}));
    if (request.headers.value("content-type").starts_with("audio/"))
        return answer({{"text", "Hi"}});
    if (request.headers.value("accept").starts_with("audio/"))
        return MatrixAnswer{"audio/flac", "fLaC"};
    return MatrixAnswer{"image/png", "\x89PNG\r\n\x1a\n"};
}

// As each family lists its models.
std::optional<json> listing(const gateway::net::UpstreamRequest &request, const std::string &path)
{
    if (request.method != "GET")
        return std::nullopt;
    if (path.ends_with("/publishers/google/models"))
        return json{{"publisherModels", json::array({{{"name", "publishers/google/models/listed-model"}}})}};
    if (path.ends_with("/v1beta/models"))
        return json{{"models", json::array({{{"name", "models/listed-model"}}})}};
    if (path.ends_with("/foundation-models"))
        return json{{"modelSummaries", json::array({{{"modelId", "listed-model"}}})}};
    if (has(request.route->host, "cohere"))
        return json{{"models", json::array({{{"name", "listed-model"}}})}};
    if (has(request.route->host, "replicate"))
        return json{{"next", nullptr},
                    {"previous", nullptr},
                    {"results", json::array({{{"owner", "acme"}, {"name", "listed-model"}}})}};
    if (path.ends_with("/models"))
        return json{{"object", "list"}, {"data", json::array({{{"id", "listed-model"}}})}};
    return std::nullopt;
}

// Amazon S3 says nothing in a body to what is put or looked at.
std::optional<MatrixAnswer> storedAtAmazon(const gateway::net::UpstreamRequest &request, const std::string &path)
{
    constexpr auto arn = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abc123def456";
    if (has(request.route->host, ".s3."))
        return MatrixAnswer{"application/xml", {}};
    if (!path.starts_with("/model-invocation-job"))
        return std::nullopt;
    return MatrixAnswer{"application/json", json{{"jobArn", arn}, {"status", "Submitted"}}.dump()};
}

json counted(const std::string &path)
{
    if (path.ends_with(":countTokens"))
        return {{"totalTokens", 3}};
    if (path.ends_with("/tokenize"))
        return {{"tokens", json::array({1, 2, 3})}, {"token_strings", json::array({"a", "b", "c"})}};
    if (path.ends_with("/count-tokens"))
        return {{"inputTokens", 3}};
    return {{"object", "response.input_tokens"}, {"input_tokens", 3}};
}

std::optional<MatrixAnswer> conversation(const std::string &path, const json &body)
{
    const bool isStream = body.is_object() && body.value("stream", false);
    if (path.ends_with("/chat/completions"))
        return chat(isStream);
    if (path.ends_with("/responses"))
        return responses(isStream);
    if (path.ends_with("/v1/messages"))
        return messages(isStream);
    if (path.ends_with(":generateContent") || path.ends_with(":streamGenerateContent"))
        return generated(path.ends_with(":streamGenerateContent"));
    if (path.ends_with("/converse") || path.ends_with("/converse-stream"))
        return conversed(path.ends_with("-stream"));
    if (path.ends_with("/v2/chat"))
        return cohereChat(isStream);
    return std::nullopt;
}

} // namespace

std::optional<std::string> problemOfRequest(const gateway::net::UpstreamRequest &request)
{
    const std::string path = pathOf(request);
    if (request.route->host.empty() || !path.starts_with('/') || has(path, "{"))
        return "an address that nobody has: " + request.route->host + path;
    const json body = bodyOf(request);
    if (has(request.route->host, ".s3."))
        return std::nullopt;
    if (const auto problem = problemOfMedia(request))
        return problem;
    const std::string type(request.headers.value("content-type"));
    if (body.is_discarded())
        return has(type, "multipart/") || has(type, "audio/") ? std::nullopt : std::optional<std::string>("no JSON");
    if (body.is_object() && body.contains("fallbacks"))
        return "a member that is for the gateway: fallbacks";
    const auto verdict = verdictOf(path, body, request);
    return verdict ? std::optional(path + ": " + verdict->message) : std::nullopt;
}

MatrixAnswer matrixAnswer(const gateway::net::UpstreamRequest &request)
{
    const std::string path = pathOf(request);
    const json body = bodyOf(request);
    if (auto stored = storedAtAmazon(request, path))
        return *stored;
    for (const auto &own : {listing(request, path), pictured(path, body)}) {
        if (own)
            return {"application/json", own->dump()};
    }
    if (auto made = heardOrFilmed(request, path, body))
        return *made;
    if (auto said = conversation(path, body))
        return *said;
    if (path.ends_with("/completions") || path.ends_with("/complete")) {
        const json choice{{"index", 0}, {"text", "Hi"}, {"finish_reason", "stop"}, {"logprobs", nullptr}};
        const json whole{{"id", "t"},
                         {"object", "text_completion"},
                         {"created", 1},
                         {"model", "m"},
                         {"choices", json::array({choice})}};
        const bool isStream = body.is_object() && body.value("stream", false);
        return isStream ? stream(sse({whole}, false, "data: [DONE]\n\n"))
                        : MatrixAnswer{"application/json", whole.dump()};
    }
    if (path.ends_with(":rank"))
        return {"application/json", json{{"records", json::array({{{"id", "0"}, {"score", 0.5}}})}}.dump()};
    if (path.ends_with("/rerank") || (body.is_object() && body.contains("query")))
        return {"application/json",
                json{{"id", "r"}, {"results", json::array({{{"index", 0}, {"relevance_score", 0.5}}})}}.dump()};
    if (has(path, "mbed") || path.ends_with(":predict") || path.ends_with("/invoke"))
        return {"application/json", embedded(path, body).dump()};
    if (has(path, "count") || has(path, "input_tokens") || path.ends_with("/tokenize"))
        return {"application/json", counted(path).dump()};
    return {"application/json", json{{"id", "x"}, {"object", "thing"}, {"model", "m"}, {"data", json::array()}}.dump()};
}

} // namespace tests
