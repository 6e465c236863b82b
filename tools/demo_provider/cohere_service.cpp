#include "tools/demo_provider/cohere_service.h"

#include "tools/demo_provider/cohere_answer.h"
#include "tools/demo_provider/cohere_rules.h"
#include "tools/demo_provider/delivery.h"

#include <QUuid>

#include <algorithm>

namespace demo_provider::cohere {

namespace {

HeaderFields headers(const char *contentType)
{
    return {{"content-type", contentType},
            {"x-api-warning", "this is the demo provider"},
            {"x-trial-endpoint-call-limit", "40"}};
}

} // namespace

bool Service::handle(PeerConnection &connection, const PeerRequest &request)
{
    // `/v1/models` is OpenAI's and Anthropic's too; only Cohere's clients name the size of a page.
    const bool isList = request.path == "/v1/models" && request.query.find("page_size=") != std::string::npos;
    const bool isTokens = request.path == "/v1/tokenize" || request.path == "/v1/detokenize";
    const bool isRerank = request.path == "/v2/rerank";
    if (!isList && !isTokens && !request.path.starts_with("/v2/")) {
        return false;
    }
    if (!isList && !isTokens && !isRerank && request.path != "/v2/chat") {
        refuse(connection, {404, {}, "not found", {}, {}});
    } else if (request.method != (isList ? "GET" : "POST")) {
        refuse(connection, {405, {}, "method not allowed", {}, {}});
    } else if (const Verdict verdict = checkAccess(request)) {
        refuse(connection, *verdict);
    } else if (isList) {
        list(connection, request);
    } else if (isTokens) {
        tokens(connection, request);
    } else if (isRerank) {
        rerank(connection, request);
    } else {
        chat(connection, request);
    }
    return true;
}

Verdict Service::checkAccess(const PeerRequest &request) const
{
    const std::string_view bearer = request.header("authorization");
    if (!bearer.starts_with("Bearer ")) {
        return Refusal{401, {}, "no api key supplied", {}, {}};
    }
    return m_around.key.empty() || bearer.substr(7) == m_around.key ? Verdict{}
                                                                    : Refusal{401, {}, "invalid api token", {}, {}};
}

void Service::list(PeerConnection &connection, const PeerRequest &request) const
{
    OrderedJson models = OrderedJson::array();
    for (const DemoModel &model : m_around.models.all()) {
        models.push_back({{"name", model.id},
                          {"is_deprecated", false},
                          {"endpoints", OrderedJson::array({model.embeds ? "embed" : "chat"})},
                          {"finetuned", false},
                          {"context_length", 256000},
                          {"tokenizer_url", ""},
                          {"default_endpoints", OrderedJson::array()}});
    }
    sendBody(connection, request, headers("application/json"), {{"models", models}});
}

void Service::chat(PeerConnection &connection, const PeerRequest &request)
{
    const Json body = Json::parse(request.body, nullptr, false);
    if (!request.header("content-type").starts_with("application/json") || !body.is_object()) {
        refuse(connection, {400, {}, "invalid json syntax", {}, {}});
        return;
    }
    const std::string id = textOf(body, "model");
    const DemoModel *model = m_around.models.find(id);
    if (const Verdict verdict = checkChat(body)) {
        refuse(connection, *verdict);
    } else if (model == nullptr || model->embeds) {
        refuse(connection, {404,
                            {},
                            "model '" + id
                                + "' not found, make sure the correct model ID was used and that you have access to "
                                  "the model.",
                            {},
                            {}});
    } else if (model->fault == Fault::Silent) {
        // Holds the line until the client hangs up.
    } else if (const Verdict fault = plannedFault(*model)) {
        refuse(connection, *fault);
    } else {
        answer(connection, request, body, *model);
    }
}

// One "token" for each character is enough to see that text and tokens come through.
void Service::tokens(PeerConnection &connection, const PeerRequest &request)
{
    const Json body = Json::parse(request.body, nullptr, false);
    const bool isBack = request.path == "/v1/detokenize";
    const Json &given = memberOf(body, isBack ? "tokens" : "text");
    if (m_around.models.find(textOf(body, "model")) == nullptr || !(isBack ? given.is_array() : given.is_string())) {
        refuse(connection, {400, {}, "invalid request: model and text or tokens are required", {}, {}});
        return;
    }
    OrderedJson answer;
    if (isBack) {
        std::string text;
        for (const Json &token : given) {
            text += static_cast<char>(token.get<int>());
        }
        answer["text"] = text;
    } else {
        answer["tokens"] = OrderedJson::array();
        answer["token_strings"] = OrderedJson::array();
        for (const char character : given.get<std::string>()) {
            answer["tokens"].push_back(static_cast<int>(character));
            answer["token_strings"].push_back(std::string(1, character));
        }
        answer["meta"] = {{"api_version", {{"version", "1"}}}};
    }
    sendBody(connection, request, headers("application/json"), answer);
}

void Service::rerank(PeerConnection &connection, const PeerRequest &request)
{
    const Json body = Json::parse(request.body, nullptr, false);
    const Json &documents = memberOf(body, "documents");
    const std::string query = textOf(body, "query");
    if (m_around.models.find(textOf(body, "model")) == nullptr) {
        refuse(connection, {404, {}, "model '" + textOf(body, "model") + "' not found", {}, {}});
        return;
    }
    for (const auto &member : body.items()) {
        const std::string &name = member.key();
        if (name != "model" && name != "query" && name != "documents" && name != "top_n" && name != "max_tokens_per_doc"
            && name != "priority") {
            refuse(connection, {422, {}, "unknown field: parameter '" + name + "' is not a valid field", {}, {}});
            return;
        }
    }
    const bool areTexts =
        documents.is_array() && !documents.empty()
        && std::all_of(documents.begin(), documents.end(), [](const Json &each) { return each.is_string(); });
    if (query.empty() || !areTexts) {
        refuse(connection, {400, {}, "invalid request: query and documents of type string are required", {}, {}});
        return;
    }
    OrderedJson results = OrderedJson::array();
    for (std::size_t index = 0; index < documents.size(); ++index) {
        const bool fits = documents[index].get<std::string>().find(query) != std::string::npos;
        results.push_back({{"index", index}, {"relevance_score", fits ? 0.97 : 0.02}});
    }
    std::stable_sort(results.begin(), results.end(), [](const OrderedJson &left, const OrderedJson &right) {
        return left["relevance_score"].get<double>() > right["relevance_score"].get<double>();
    });
    const std::size_t most = body.value("top_n", results.size());
    while (results.size() > most) {
        results.erase(results.size() - 1);
    }
    sendBody(connection, request, headers("application/json"),
             {{"id", QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()},
              {"results", results},
              {"meta", {{"api_version", {{"version", "2"}}}, {"billed_units", {{"search_units", 1}}}}}});
}

Verdict Service::plannedFault(const DemoModel &model)
{
    switch (model.fault) {
    case Fault::RateLimited:
        return Refusal{429,
                       {},
                       "You are using a Trial key, which is limited to 20 API calls / minute. You can continue to use "
                       "the Trial key for free or upgrade to a Production key with higher rate limits.",
                       {},
                       {}};
    case Fault::ServerError: return Refusal{500, {}, "internal server error, this has been reported", {}, {}};
    case Fault::Overloaded: return Refusal{503, {}, "service unavailable, please try again later", {}, {}};
    case Fault::ContextOverflow:
        return Refusal{
            400,
            {},
            "too many tokens: the total number of tokens in the prompt exceeds the limit of 256000. Try using "
            "a shorter prompt.",
            {},
            {}};
    default: return std::nullopt;
    }
}

void Service::answer(PeerConnection &connection, const PeerRequest &request, const Json &body, const DemoModel &model)
{
    const Answer written = writeAnswer(question(body, model), model, m_around.cache);
    Delivery delivery;
    delivery.isStream = memberOf(body, "stream") == Json(true);
    delivery.wholeHeaders = headers("application/json");
    if (delivery.isStream) {
        delivery.frames = streamedAnswer(body, written);
        delivery.streamHeaders = headers("text/event-stream");
        delivery.errorFrame = failure("internal server error");
        delivery.pace = m_around.pace;
    } else {
        delivery.whole = wholeAnswer(body, written);
    }
    deliver(connection, request, model, std::move(delivery));
}

void Service::refuse(PeerConnection &connection, const Refusal &refusal)
{
    HeaderFields fields = headers("application/json");
    if (refusal.status == 429) {
        fields.emplace_back("retry-after", "1");
    }
    const OrderedJson body = {{"id", QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()},
                              {"message", refusal.message}};
    connection.sendWhole(refusal.status, fields, dumped(body));
}

} // namespace demo_provider::cohere
