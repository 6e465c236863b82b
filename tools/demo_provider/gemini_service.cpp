#include "tools/demo_provider/gemini_service.h"

#include "tools/demo_provider/delivery.h"
#include "tools/demo_provider/gemini_answer.h"
#include "tools/demo_provider/gemini_fields.h"
#include "tools/demo_provider/gemini_rules.h"

#include <QByteArray>
#include <QUrlQuery>

namespace demo_provider::gemini {

namespace {

/// The path below the version; empty for addresses of other APIs. `/v1/models` is OpenAI's and Anthropic's too, so there
/// the key's header tells.
std::string collectionPath(const PeerRequest &request)
{
    if (request.path.starts_with("/v1beta/")) {
        return request.path.substr(8);
    }
    return request.path.starts_with("/v1/models") && !request.header("x-goog-api-key").empty() ? request.path.substr(4)
                                                                                               : std::string();
}

QString parameter(const PeerRequest &request, const char *name)
{
    return QUrlQuery(QString::fromStdString(request.query)).queryItemValue(QLatin1String(name));
}

HeaderFields headers(const char *contentType)
{
    return {{"content-type", contentType}, {"vary", "Origin"}, {"server-timing", "gfet4t7; dur=12"}};
}

OrderedJson modelObject(const DemoModel &model)
{
    return {{"name", "models/" + model.id},
            {"version", "001"},
            {"displayName", model.id},
            {"description", "A scripted model"},
            {"inputTokenLimit", 1048576},
            {"outputTokenLimit", 65536},
            {"supportedGenerationMethods", {"generateContent", "countTokens"}},
            {"thinking", model.reasons}};
}

Refusal unknownModel(const std::string &model, const std::string &action)
{
    return {404,
            "NOT_FOUND",
            "models/" + model + " is not found for API version v1beta, or is not supported for " + action
                + ". Call ListModels to see the list of available models and their supported methods.",
            {},
            {}};
}

} // namespace

bool Service::handle(PeerConnection &connection, const PeerRequest &request)
{
    const std::string path = collectionPath(request);
    if (path.empty()) {
        return false;
    }
    const bool isModel = path.starts_with("models/");
    const std::string name =
        isModel ? QByteArray::fromPercentEncoding(QByteArray::fromStdString(path.substr(7))).toStdString() : "";
    const std::size_t colon = name.rfind(':');
    const bool isCall = colon != std::string::npos;
    if ((!isModel && path != "models") || request.method != (isCall ? "POST" : "GET")) {
        refuse(connection, {404, "NOT_FOUND", "Requested entity was not found.", {}, {}});
    } else if (const Verdict verdict = checkAccess(request)) {
        refuse(connection, *verdict);
    } else if (isCall) {
        run(connection, request, {name.substr(0, colon), name.substr(colon + 1)});
    } else if (isModel) {
        describe(connection, request, name);
    } else {
        list(connection, request);
    }
    return true;
}

Verdict Service::checkAccess(const PeerRequest &request) const
{
    std::string key(request.header("x-goog-api-key"));
    if (key.empty()) {
        key = parameter(request, "key").toStdString();
    }
    if (key.empty() && !request.header("authorization").empty()) {
        return Refusal{401,
                       "UNAUTHENTICATED",
                       "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or "
                       "other valid authentication credential.",
                       {},
                       {}};
    }
    if (key.empty()) {
        return Refusal{403,
                       "PERMISSION_DENIED",
                       "Method doesn't allow unregistered callers (callers without established identity). Please use "
                       "API Key or other form of API consumer identity to call this API.",
                       {},
                       {}};
    }
    // Google's word for a wrong key is 400.
    return m_around.key.empty() || key == m_around.key
               ? Verdict{}
               : Refusal{
                   400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", {}, "API_KEY_INVALID"};
}

void Service::list(PeerConnection &connection, const PeerRequest &request) const
{
    bool isNumber = false;
    std::size_t size = parameter(request, "pageSize").toUInt(&isNumber);
    size = isNumber && size > 0 ? size : 50;
    const std::size_t from = parameter(request, "pageToken").toUInt();
    OrderedJson models = OrderedJson::array();
    std::size_t place = 0;
    bool hasMore = false;
    for (const DemoModel &model : m_around.models.all()) {
        if (model.embeds || place++ < from) {
            continue;
        }
        if (models.size() == size) {
            hasMore = true;
            break;
        }
        models.push_back(modelObject(model));
    }
    OrderedJson body = {{"models", std::move(models)}};
    if (hasMore) {
        body["nextPageToken"] = std::to_string(from + size);
    }
    sendBody(connection, request, headers("application/json; charset=UTF-8"), body);
}

void Service::describe(PeerConnection &connection, const PeerRequest &request, const std::string &name) const
{
    const DemoModel *model = m_around.models.find(name);
    if (model == nullptr) {
        refuse(connection, unknownModel(name, "getModel"));
    } else {
        sendBody(connection, request, headers("application/json; charset=UTF-8"), modelObject(*model));
    }
}

void Service::run(PeerConnection &connection, const PeerRequest &request, const Call &call)
{
    if (call.action != "generateContent" && call.action != "streamGenerateContent" && call.action != "countTokens") {
        refuse(connection, unknownModel(call.model, call.action));
        return;
    }
    const Json parsed = Json::parse(request.body, nullptr, false);
    if (!parsed.is_object()) {
        refuse(connection, refusal("Invalid JSON payload received. Unexpected token."));
        return;
    }
    const Json body = inCamelCase(parsed);
    const DemoModel *model = m_around.models.find(call.model);
    const bool thinks = model != nullptr && model->reasons;
    const bool isCount = call.action == "countTokens";
    if (model == nullptr || model->embeds) {
        refuse(connection, unknownModel(call.model, call.action));
    } else if (const Verdict verdict = isCount ? checkCountTokens(body, thinks) : checkGenerate(body, thinks)) {
        refuse(connection, *verdict);
    } else if (model->fault == Fault::Silent) {
        // Holds the line until the client hangs up.
    } else if (const Verdict fault = plannedFault(*model)) {
        refuse(connection, *fault);
    } else {
        answer(connection, request, call, body, *model);
    }
}

Verdict Service::plannedFault(const DemoModel &model)
{
    switch (model.fault) {
    case Fault::RateLimited:
        return Refusal{429,
                       "RESOURCE_EXHAUSTED",
                       "You exceeded your current quota, please check your plan and billing details. For more "
                       "information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.\n"
                       "Please retry in 1s.",
                       {},
                       {}};
    case Fault::ServerError:
        return Refusal{500,
                       "INTERNAL",
                       "An internal error has occurred. Please retry or report in "
                       "https://developers.generativeai.google/guide/troubleshooting",
                       {},
                       {}};
    case Fault::Overloaded:
        return Refusal{503, "UNAVAILABLE", "The model is overloaded. Please try again later.", {}, {}};
    case Fault::ContextOverflow:
        return refusal("The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).");
    default: return std::nullopt;
    }
}

void Service::answer(PeerConnection &connection, const PeerRequest &request, const Call &call, const Json &body,
                     const DemoModel &model)
{
    if (call.action == "countTokens") {
        PromptCache none;
        const Json &asked = body.contains("contents") ? body : body["generateContentRequest"];
        sendBody(connection, request, headers("application/json; charset=UTF-8"),
                 countedTokens(writeAnswer(question(asked, model), *m_around.models.find("demo-fast"), none)));
        return;
    }
    const Answer written = writeAnswer(question(body, model), model, m_around.cache);
    const AnswerOptions options{model.id, showsThoughts(body), model.reasons};
    Delivery delivery;
    delivery.isStream = call.action == "streamGenerateContent";
    delivery.wholeHeaders = headers("application/json; charset=UTF-8");
    if (delivery.isStream && parameter(request, "alt") != QLatin1String("sse")) {
        // Without alt=sse the stream is a JSON array of the same objects.
        delivery.isStream = false;
        delivery.whole = OrderedJson::array({wholeAnswer(written, options)});
    } else if (delivery.isStream) {
        delivery.frames = streamedAnswer(written, options);
        delivery.streamHeaders = headers("text/event-stream");
        delivery.errorFrame =
            frame(envelope({503, "UNAVAILABLE", "The model is overloaded. Please try again later.", {}, {}}));
        delivery.pace = m_around.pace;
    } else {
        delivery.whole = wholeAnswer(written, options);
    }
    deliver(connection, request, model, std::move(delivery));
}

void Service::refuse(PeerConnection &connection, const Refusal &refusal)
{
    connection.sendWhole(refusal.status, headers("application/json; charset=UTF-8"), dumped(envelope(refusal)));
}

} // namespace demo_provider::gemini
