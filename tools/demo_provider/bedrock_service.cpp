#include "tools/demo_provider/bedrock_service.h"

#include "tools/demo_provider/anthropic_answer.h"
#include "tools/demo_provider/anthropic_rules.h"
#include "tools/demo_provider/bedrock_answer.h"
#include "tools/demo_provider/bedrock_frames.h"
#include "tools/demo_provider/bedrock_rules.h"
#include "tools/demo_provider/bedrock_signature.h"
#include "tools/demo_provider/paced_stream.h"

#include <QByteArray>
#include <QTimer>

#include <array>

namespace demo_provider {

namespace {

constexpr std::chrono::milliseconds slowStart{2000};
constexpr std::string_view modelPrefix = "/model/";
constexpr std::string_view listPath = "/foundation-models";

HeaderFields headers(const char *contentType)
{
    return {{"content-type", contentType}, {"x-amzn-requestid", freshId("", 32)}};
}

void refuse(PeerConnection &connection, const Refusal &refusal)
{
    HeaderFields fields = headers("application/json");
    fields.emplace_back("x-amzn-errortype", refusal.type + ":http://internal.amazon.com/coral/com.amazon.bedrock/");
    connection.sendWhole(refusal.status, fields, dumped(OrderedJson{{"message", refusal.message}}));
}

Verdict plannedFault(const DemoModel &model)
{
    switch (model.fault) {
    case Fault::RateLimited:
        return Refusal{429, "ThrottlingException", "Too many requests, please wait before trying again.", {}, {}};
    case Fault::ServerError:
        return Refusal{500,
                       "InternalServerException",
                       "The system encountered an unexpected error during processing. Try your request again.",
                       {},
                       {}};
    case Fault::Overloaded:
        return Refusal{503, "ServiceUnavailableException", "Bedrock is unable to process your request.", {}, {}};
    case Fault::ContextOverflow: return bedrock::refusal("Input is too long for requested model.");
    default: return std::nullopt;
    }
}

bool isAnthropic(const DemoModel &model)
{
    return model.id.find("anthropic.") != std::string::npos;
}

/// The events of Anthropic's stream, each in the frame "chunk".
StreamFrames wrapped(const StreamFrames &anthropicFrames)
{
    constexpr std::string_view mark = "\ndata: ";
    StreamFrames frames;
    for (const StreamFrame &frame : anthropicFrames) {
        const std::string data = frame.bytes.substr(frame.bytes.find(mark) + mark.size());
        const QByteArray json = QByteArray::fromStdString(data).trimmed();
        frames.push_back(
            bedrock::event("chunk", {{"bytes", json.toBase64().toStdString()}, {"p", "abcdefghijkl"}}, frame.paced));
    }
    return frames;
}

} // namespace

BedrockService::BedrockService(std::string apiKey, std::chrono::milliseconds pace, const DemoModels &models,
                               PromptCache &cache)
    : m_apiKey(std::move(apiKey)), m_pace(pace), m_models(models), m_cache(cache)
{
}

bool BedrockService::serves(const PeerRequest &request)
{
    return request.path.starts_with(modelPrefix) || request.path == listPath;
}

void BedrockService::handle(PeerConnection &connection, const PeerRequest &request)
{
    if (const Verdict verdict = bedrock::checkCredential(request, m_apiKey)) {
        refuse(connection, *verdict);
        return;
    }
    if (request.path == listPath && request.method == "GET") {
        list(connection);
        return;
    }
    static constexpr std::array operations{
        std::pair{std::string_view("/converse"), Operation::Converse},
        std::pair{std::string_view("/converse-stream"), Operation::ConverseStream},
        std::pair{std::string_view("/invoke"), Operation::Invoke},
        std::pair{std::string_view("/invoke-with-response-stream"), Operation::InvokeStream}};
    for (const auto &[suffix, operation] : operations) {
        if (!request.path.ends_with(suffix) || request.method != "POST") {
            continue;
        }
        const std::string encoded =
            request.path.substr(modelPrefix.size(), request.path.size() - modelPrefix.size() - suffix.size());
        const std::string id = QByteArray::fromPercentEncoding(QByteArray::fromStdString(encoded)).toStdString();
        const DemoModel *model = m_models.find(id);
        if (model == nullptr || model->embeds || encoded.find('/') != std::string::npos) {
            refuse(connection, bedrock::refusal("The provided model identifier is invalid."));
        } else {
            generate({connection, operation, *model}, request.body);
        }
        return;
    }
    refuse(connection, {404, "UnknownOperationException", "Unknown operation " + request.path, {}, {}});
}

void BedrockService::list(PeerConnection &connection) const
{
    OrderedJson summaries = OrderedJson::array();
    for (const DemoModel &model : m_models.all()) {
        summaries.push_back({{"modelArn", "arn:aws:bedrock:us-east-1::foundation-model/" + model.id},
                             {"modelId", model.id},
                             {"modelName", model.id},
                             {"providerName", "Bilrost demo"},
                             {"responseStreamingSupported", !model.embeds},
                             {"inferenceTypesSupported", {"ON_DEMAND"}}});
    }
    connection.sendWhole(200, headers("application/json"), dumped(OrderedJson{{"modelSummaries", summaries}}));
}

void BedrockService::generate(const Call &call, const std::string &text)
{
    const Json body = Json::parse(text, nullptr, false);
    if (!body.is_object()) {
        refuse(call.connection, {400, "SerializationException", "The request body is not valid JSON.", {}, {}});
        return;
    }
    const bool isInvoke = call.operation == Operation::Invoke || call.operation == Operation::InvokeStream;
    if (isInvoke) {
        invoke(call, body);
    } else {
        converse(call, body);
    }
}

void BedrockService::converse(const Call &call, const Json &body)
{
    if (const Verdict verdict = bedrock::checkConverse(body)) {
        refuse(call.connection, *verdict);
        return;
    }
    if (call.model.fault == Fault::Silent) {
        return; // holds the line until the client hangs up
    }
    if (const Verdict fault = plannedFault(call.model)) {
        refuse(call.connection, *fault);
        return;
    }
    const OrderedJson whole =
        bedrock::converseAnswer(writeAnswer(bedrock::converseQuestion(body), call.model, m_cache));
    if (call.streams()) {
        sendStream(call, bedrock::converseStream(whole));
    } else {
        sendWhole(call, whole);
    }
}

void BedrockService::invoke(const Call &call, const Json &body)
{
    if (!isAnthropic(call.model)) {
        refuse(call.connection, bedrock::refusal("The demo provider knows InvokeModel for Anthropic's models only."));
        return;
    }
    if (textOf(body, "anthropic_version") != "bedrock-2023-05-31") {
        refuse(call.connection, bedrock::refusal("anthropic_version: Field required"));
        return;
    }
    for (const char *member : {"model", "stream"}) {
        if (body.contains(member)) {
            refuse(call.connection,
                   bedrock::refusal(std::string("Malformed input request: #: extraneous key [") + member
                                    + "] is not permitted, please reformat your input and try again."));
            return;
        }
    }
    Json messages = body;
    messages.erase("anthropic_version");
    messages["model"] = call.model.id;
    if (const Verdict verdict = anthropic::checkMessages(messages, {{}, call.model.reasons, false})) {
        refuse(call.connection, bedrock::refusal(verdict->message));
        return;
    }
    if (const Verdict fault = plannedFault(call.model)) {
        refuse(call.connection, *fault);
        return;
    }
    const OrderedJson whole =
        anthropic::messagesAnswer(messages, writeAnswer(anthropic::messagesQuestion(messages), call.model, m_cache));
    if (call.streams()) {
        sendStream(call, wrapped(anthropic::messagesStream(whole)));
    } else {
        sendWhole(call, whole);
    }
}

void BedrockService::sendStream(const Call &call, StreamFrames frames)
{
    const auto middle = frames.begin() + static_cast<std::ptrdiff_t>(frames.size() / 2);
    if (call.model.fault == Fault::MalformedFrame) {
        frames.insert(middle, bedrock::rawEvent("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":"));
    } else if (call.model.fault == Fault::ErrorInStream) {
        frames.erase(middle, frames.end());
        frames.push_back(
            bedrock::exception("modelStreamErrorException", {{"message", "The model stopped answering."},
                                                             {"originalMessage", "The model stopped answering."},
                                                             {"originalStatusCode", 500}}));
    }
    const auto end = call.model.fault == Fault::CutStream ? PacedStream::End::CutInTheMiddle : PacedStream::End::Whole;
    auto *paced = new PacedStream(&call.connection, std::move(frames), m_pace, end);
    paced->start(headers("application/vnd.amazon.eventstream"),
                 call.model.fault == Fault::Slow ? slowStart : std::chrono::milliseconds(0));
}

void BedrockService::sendWhole(const Call &call, const OrderedJson &body)
{
    const std::string text = dumped(body);
    if (call.model.fault == Fault::CutStream) {
        call.connection.beginStream(200, headers("application/json"));
        call.connection.sendChunk(text.substr(0, text.size() / 2));
        call.connection.cut();
        return;
    }
    const auto delay = call.model.fault == Fault::Slow ? slowStart : std::chrono::milliseconds(0);
    QTimer::singleShot(delay, &call.connection, [connection = &call.connection, text] {
        connection->sendWhole(200, headers("application/json"), text);
    });
}

} // namespace demo_provider
