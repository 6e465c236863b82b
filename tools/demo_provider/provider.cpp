#include "tools/demo_provider/provider.h"

#include "tools/demo_provider/anthropic_answer.h"
#include "tools/demo_provider/anthropic_rules.h"
#include "tools/demo_provider/delivery.h"
#include "tools/demo_provider/openai_chat_answer.h"
#include "tools/demo_provider/openai_chat_rules.h"
#include "tools/demo_provider/openai_embeddings_rules.h"
#include "tools/demo_provider/openai_fields.h"
#include "tools/demo_provider/openai_responses_answer.h"
#include "tools/demo_provider/openai_responses_rules.h"

namespace demo_provider {

namespace {

constexpr std::size_t storedConversations = 200;

std::string presentedKey(const PeerRequest &request)
{
    const std::string_view bearer = request.header("authorization");
    if (bearer.starts_with("Bearer ")) {
        return std::string(bearer.substr(7));
    }
    return std::string(request.header("x-api-key"));
}

std::string maskedKey(const std::string &key)
{
    return key.size() < 8 ? "***" : key.substr(0, 4) + std::string(key.size() - 8, '*') + key.substr(key.size() - 4);
}

} // namespace

Provider::Provider(ProviderOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_bedrock(m_options.key, m_options.pace, m_models, m_cache)
    , m_cohere({m_options.key, m_options.pace, m_models, m_cache})
    , m_gemini({m_options.key, m_options.pace, m_models, m_cache})
    , m_operations({m_models, m_options.pace, m_cache})
{
    for (const std::string &model : m_options.extraModels) {
        m_models.add(model);
    }
}

Provider::Dialect Provider::dialectOf(const PeerRequest &request)
{
    const bool anthropic = request.path.starts_with("/v1/messages") || !request.header("anthropic-version").empty();
    return anthropic ? Dialect::Anthropic : Dialect::OpenAi;
}

void Provider::handle(PeerConnection &connection, const PeerRequest &request)
{
    if (m_gemini.handle(connection, request) || m_cohere.handle(connection, request))
        return;
    if (BedrockService::serves(request)) {
        m_bedrock.handle(connection, request);
        return;
    }
    const Visit visit{connection, request, dialectOf(request), freshId("req_", 24)};
    if (visit.dialect == Dialect::OpenAi && openai::Operations::serves(request.path)) {
        if (const Verdict verdict = checkAccess(visit)) {
            refuse(visit, *verdict);
        } else {
            HeaderFields common = headers(visit, "");
            std::erase_if(common, [](const auto &field) { return field.first == "content-type"; });
            m_operations.handle(connection, request, std::move(common));
        }
        return;
    }
    static const std::map<std::string, Operation, std::less<>> operations = {
        {"/v1/chat/completions", Operation::Chat},
        {"/v1/responses", Operation::Responses},
        {"/v1/embeddings", Operation::Embeddings},
        {"/v1/messages", Operation::Messages},
        {"/v1/messages/count_tokens", Operation::CountTokens},
    };
    const auto operation = operations.find(request.path);
    const bool listing = request.path == "/v1/models" || request.path.starts_with("/v1/models/");
    const bool anthropic = visit.dialect == Dialect::Anthropic;
    if (operation == operations.end() && !listing) {
        refuse(visit, anthropic ? Refusal{404, "not_found_error", "Not Found", {}, {}}
                                : Refusal{404,
                                          "invalid_request_error",
                                          "Invalid URL (" + request.method + " " + request.path + ")",
                                          {},
                                          {}});
        return;
    }
    if (request.method != (listing ? "GET" : "POST")) {
        refuse(visit, anthropic ? Refusal{405, "invalid_request_error", "Method Not Allowed", {}, {}}
                                : Refusal{405,
                                          "invalid_request_error",
                                          "Not allowed to " + request.method + " on " + request.path + ".",
                                          {},
                                          "method_not_supported"});
        return;
    }
    if (const Verdict verdict = checkAccess(visit)) {
        refuse(visit, *verdict);
    } else if (request.path == "/v1/models") {
        list(visit);
    } else if (listing) {
        describe(visit, request.path.substr(std::string_view("/v1/models/").size()));
    } else {
        generate(visit, operation->second);
    }
}

Verdict Provider::checkAccess(const Visit &visit) const
{
    const std::string key = presentedKey(visit.request);
    const bool right = m_options.key.empty() ? !key.empty() : key == m_options.key;
    if (visit.dialect == Dialect::Anthropic) {
        if (key.empty()) {
            return Refusal{401, "authentication_error", "x-api-key header is required", {}, {}};
        }
        if (!right) {
            return Refusal{401, "authentication_error", "invalid x-api-key", {}, {}};
        }
        if (visit.request.header("anthropic-version").empty()) {
            return Refusal{400, "invalid_request_error", "anthropic-version: header is required", {}, {}};
        }
        return std::nullopt;
    }
    if (key.empty()) {
        return Refusal{401,
                       "invalid_request_error",
                       "You didn't provide an API key. You need to provide your API key in an Authorization header "
                       "using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
                       {},
                       {}};
    }
    if (!right) {
        return Refusal{401,
                       "invalid_request_error",
                       "Incorrect API key provided: " + maskedKey(key)
                           + ". You can find your API key at https://platform.openai.com/account/api-keys.",
                       {},
                       "invalid_api_key"};
    }
    return std::nullopt;
}

void Provider::list(const Visit &visit)
{
    OrderedJson data = OrderedJson::array();
    const bool anthropic = visit.dialect == Dialect::Anthropic;
    for (const DemoModel &model : m_models.all()) {
        if (anthropic && !model.embeds) {
            data.push_back({{"type", "model"},
                            {"id", model.id},
                            {"display_name", model.id},
                            {"created_at", "2026-11-01T00:00:00Z"},
                            {"lifecycle", "active"}});
        } else if (!anthropic) {
            data.push_back(
                {{"id", model.id}, {"object", "model"}, {"created", 1793491200}, {"owned_by", "bilrost-demo"}});
        }
    }
    if (anthropic) {
        const OrderedJson first = data.front()["id"];
        const OrderedJson last = data.back()["id"];
        send(visit, {{"data", data}, {"has_more", false}, {"first_id", first}, {"last_id", last}});
    } else {
        send(visit, {{"object", "list"}, {"data", data}});
    }
}

void Provider::describe(const Visit &visit, const std::string &id)
{
    const DemoModel *model = m_models.find(id);
    if (visit.dialect == Dialect::Anthropic) {
        if (model == nullptr) {
            refuse(visit, {404, "not_found_error", "model: " + id, {}, {}});
            return;
        }
        send(visit, {{"type", "model"},
                     {"id", id},
                     {"display_name", id},
                     {"created_at", "2026-11-01T00:00:00Z"},
                     {"lifecycle", "active"}});
        return;
    }
    if (model == nullptr) {
        refuse(visit,
               {404, "invalid_request_error", "The model '" + id + "' does not exist", "model", "model_not_found"});
        return;
    }
    send(visit, {{"id", id}, {"object", "model"}, {"created", 1793491200}, {"owned_by", "bilrost-demo"}});
}

Json Provider::earlierItems(const Json &body) const
{
    const auto found = m_conversations.find(textOf(body, "previous_response_id"));
    return found == m_conversations.end() ? Json::array() : found->second;
}

Verdict Provider::checkRules(const Visit &visit, Operation operation, const Json &body, const DemoModel &model) const
{
    switch (operation) {
    case Operation::Chat: return openai::checkChat(body, model.reasons && !model.isOpenWeights, model.reasons);
    case Operation::Embeddings: return openai::checkEmbeddings(body);
    case Operation::Responses: {
        const std::string previous = textOf(body, "previous_response_id");
        if (!previous.empty() && !m_conversations.contains(previous)) {
            return openai::refusal("Previous response with id '" + previous + "' not found.", "previous_response_id",
                                   "previous_response_not_found");
        }
        return openai::checkResponses(body, earlierItems(body), model.reasons);
    }
    case Operation::Messages:
    case Operation::CountTokens:
        return anthropic::checkMessages(
            body, {visit.request.header("anthropic-beta"), model.reasons, operation == Operation::CountTokens});
    }
    return std::nullopt;
}

void Provider::generate(const Visit &visit, Operation operation)
{
    const bool anthropic = visit.dialect == Dialect::Anthropic;
    const Json body = Json::parse(visit.request.body, nullptr, false);
    if (!visit.request.header("content-type").starts_with("application/json") || !body.is_object()) {
        refuse(visit, anthropic ? Refusal{400, "invalid_request_error", "The request body is not valid JSON", {}, {}}
                                : Refusal{400,
                                          "invalid_request_error",
                                          "We could not parse the JSON body of your request. The OpenAI API expects a "
                                          "JSON payload, but what was sent was not valid JSON.",
                                          {},
                                          {}});
        return;
    }
    static const DemoModel anyModel;
    const std::string id = textOf(body, "model");
    const DemoModel *model = m_models.find(id);
    const bool fits = model != nullptr && model->embeds == (operation == Operation::Embeddings);
    // Shape is judged before the name, as the providers do.
    if (const Verdict verdict = checkRules(visit, operation, body, fits ? *model : anyModel)) {
        refuse(visit, *verdict);
    } else if (!fits) {
        refuse(visit, anthropic ? Refusal{404, "not_found_error", "model: " + id, {}, {}}
                                : Refusal{404,
                                          "invalid_request_error",
                                          "The model `" + id + "` does not exist or you do not have access to it.",
                                          {},
                                          "model_not_found"});
    } else if (model->fault == Fault::Silent) {
        // Holds the line until the client hangs up.
    } else if (const Verdict fault = plannedFault(visit, *model)) {
        refuse(visit, *fault);
    } else {
        answer(visit, operation, body, *model);
    }
}

Verdict Provider::plannedFault(const Visit &visit, const DemoModel &model) const
{
    const bool anthropic = visit.dialect == Dialect::Anthropic;
    switch (model.fault) {
    case Fault::RateLimited:
        return anthropic
                   ? Refusal{429,
                             "rate_limit_error",
                             "This request would exceed your organization's rate limit.",
                             {},
                             {}}
                   : Refusal{429,
                             "requests",
                             "Rate limit reached for demo-429 in organization org-demo on requests per min (RPM): "
                             "Limit 3, Used 3, Requested 1. Please try again in 1s.",
                             {},
                             "rate_limit_exceeded"};
    case Fault::ServerError:
        return anthropic ? Refusal{500, "api_error", "Internal server error", {}, {}}
                         : Refusal{500,
                                   "server_error",
                                   "The server had an error while processing your request. Sorry about that!",
                                   {},
                                   {}};
    case Fault::Overloaded:
        return anthropic ? Refusal{529, "overloaded_error", "Overloaded", {}, {}}
                         : Refusal{503,
                                   "service_unavailable_error",
                                   "The engine is currently overloaded, please try again later",
                                   {},
                                   "server_is_overloaded"};
    case Fault::ContextOverflow:
        return anthropic
                   ? Refusal{400, "invalid_request_error", "prompt is too long: 215000 tokens > 200000 maximum", {}, {}}
                   : Refusal{400, "invalid_request_error",
                             "Your input exceeds the context window of this model. Please adjust your input and "
                             "try again.",
                             "messages", "context_length_exceeded"};
    default: return std::nullopt;
    }
}

void Provider::answer(const Visit &visit, Operation operation, const Json &body, const DemoModel &model)
{
    switch (operation) {
    case Operation::Chat: {
        const Answer made = writeAnswer(openai::chatQuestion(body, model), model, m_cache);
        const bool stream = memberOf(body, "stream") == Json(true);
        const StreamFrame error = dataFrame(
            openai::envelope({500, "server_error", "The server had an error while processing your request.", {}, {}}));
        sendAnswer(visit, model, stream ? OrderedJson() : openai::chatAnswer(body, made),
                   stream ? openai::chatStream(body, made) : StreamFrames{}, stream, error);
        return;
    }
    case Operation::Embeddings: send(visit, openai::embeddingsAnswer(body)); return;
    case Operation::Responses: answerResponses(visit, body, model); return;
    case Operation::Messages: answerMessages(visit, body, model); return;
    case Operation::CountTokens: countTokens(visit, body); return;
    }
}

void Provider::answerResponses(const Visit &visit, const Json &body, const DemoModel &model)
{
    Json items = earlierItems(body);
    for (const Json &item : openai::inputItems(body)) {
        items.push_back(item);
    }
    const Answer made = writeAnswer(openai::responsesQuestion(body, items, model), model, m_cache);
    const OrderedJson whole = openai::responsesAnswer(body, made);
    if (memberOf(body, "store") != Json(false)) {
        for (const OrderedJson &item : whole["output"]) {
            items.push_back(Json::parse(dumped(item)));
        }
        if (m_conversations.size() >= storedConversations) {
            m_conversations.erase(m_conversations.begin());
        }
        m_conversations.emplace(whole["id"].get<std::string>(), std::move(items));
    }
    const bool stream = memberOf(body, "stream") == Json(true);
    sendAnswer(visit, model, whole, stream ? openai::responsesStream(whole) : StreamFrames{}, stream,
               openai::responseFailed(whole));
}

void Provider::answerMessages(const Visit &visit, const Json &body, const DemoModel &model)
{
    const OrderedJson whole =
        anthropic::messagesAnswer(body, writeAnswer(anthropic::messagesQuestion(body), model, m_cache));
    const bool stream = memberOf(body, "stream") == Json(true);
    const StreamFrame error =
        eventFrame("error", anthropic::envelope({529, "overloaded_error", "Overloaded", {}, {}}, visit.requestId));
    sendAnswer(visit, model, whole, stream ? anthropic::messagesStream(whole) : StreamFrames{}, stream, error);
}

void Provider::countTokens(const Visit &visit, const Json &body)
{
    PromptCache none;
    const Answer counted = writeAnswer(anthropic::messagesQuestion(body), *m_models.find("demo-fast"), none);
    send(visit, {{"input_tokens", counted.inputTokens}});
}

void Provider::sendAnswer(const Visit &visit, const DemoModel &model, const OrderedJson &whole, StreamFrames frames,
                          bool stream, const StreamFrame &errorFrame)
{
    Delivery delivery{whole,
                      headers(visit, "application/json"),
                      stream,
                      std::move(frames),
                      headers(visit, "text/event-stream; charset=utf-8"),
                      errorFrame,
                      m_options.pace};
    delivery.streamHeaders.emplace_back("cache-control", "no-cache");
    deliver(visit.connection, visit.request, model, std::move(delivery));
}

HeaderFields Provider::headers(const Visit &visit, const char *contentType) const
{
    if (visit.dialect == Dialect::Anthropic) {
        return {{"content-type", contentType},
                {"request-id", visit.requestId},
                {"anthropic-organization-id", "demo-organization"},
                {"anthropic-ratelimit-requests-limit", "4000"},
                {"anthropic-ratelimit-requests-remaining", "3999"}};
    }
    return {{"content-type", contentType},
            {"x-request-id", visit.requestId},
            {"openai-organization", "demo-organization"},
            {"openai-version", "2020-10-01"},
            {"openai-processing-ms", "12"},
            {"x-ratelimit-limit-requests", "10000"},
            {"x-ratelimit-remaining-requests", "9999"}};
}

void Provider::send(const Visit &visit, const OrderedJson &body)
{
    sendBody(visit.connection, visit.request, headers(visit, "application/json"), body);
}

void Provider::refuse(const Visit &visit, const Refusal &refusal)
{
    HeaderFields fields = headers(visit, "application/json");
    if (refusal.status == 429) {
        fields.emplace_back("retry-after", "1");
    }
    const OrderedJson body =
        visit.dialect == Dialect::Anthropic ? anthropic::envelope(refusal, visit.requestId) : openai::envelope(refusal);
    visit.connection.sendWhole(refusal.status, fields, dumped(body));
}

} // namespace demo_provider
