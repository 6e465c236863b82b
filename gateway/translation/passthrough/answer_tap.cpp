#include "gateway/translation/passthrough/answer_tap.h"

#include "gateway/base/byte_search.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/json/request_facts.h"
#include "gateway/translation/json/top_level_editor.h"

#include <span>
#include <utility>

namespace gateway::translation {

namespace {

// Some services put spaces behind the mark.
bool isOpenAiEndMark(std::string_view data)
{
    constexpr std::string_view mark = "[DONE]";
    return data.substr(0, mark.size()) == mark && data.find_first_not_of(' ', mark.size()) == std::string_view::npos;
}

bool isSomething(JsonValue value)
{
    return value.isPresent() && !value.isNull();
}

// Inside a text the quotes would have backslashes.
bool namesBedrockCall(std::string_view data)
{
    return byte_search::contains(data, "\"toolUse\"");
}

// A name, and where its value goes.
using Place = std::pair<std::string_view, JsonValue *>;

void takeMembers(const JsonScan &scan, std::span<const Place> places)
{
    for (const JsonMember &member : scan.members) {
        for (const auto &[name, value] : places) {
            if (!isJsonString(member.rawName, name))
                continue;
            *value = JsonValue::trusted(member.rawValue);
            break;
        }
    }
}

} // namespace

AnswerTap::AnswerTap(DialectId dialect, bool mustWithholdUsageFrame)
    : m_dialect(dialect), m_mustWithholdUsageFrame(mustWithholdUsageFrame)
{
}

FrameVerdict AnswerTap::readFrame(std::string_view event, std::string_view data)
{
    if (data.empty())
        return FrameVerdict::Forward; // comments and pings
    if (familyOf(m_dialect) == DialectFamily::OpenAi && isOpenAiEndMark(data)) {
        m_facts.hasEnded = m_facts.hasEndMark = true;
        return FrameVerdict::Forward;
    }
    const JsonScan scan = scanJson(data);
    if (scan.defect)
        return FrameVerdict::Malformed;
    const TopLevel frame = topLevelOf(scan);
    if (!m_facts.hasEnded || !isPing(frame)) // what it is matters at the end only
        ++m_facts.framesRead;
    if (isSomething(frame.error) || event == "error" || frame.type.isText("error"))
        noteError(data);
    switch (m_dialect) {
    case DialectId::OpenAiChat: lookForChatCalls(frame, "delta", data); return readChatFrame(frame);
    case DialectId::OpenAiResponses: readResponsesFrame(frame); break;
    case DialectId::AnthropicMessages: readAnthropicFrame(frame); break;
    case DialectId::GeminiGenerate: readGeminiAnswer(frame); break;
    case DialectId::BedrockConverse:
        m_hasCall = m_hasCall || (event == "contentBlockStart" && namesBedrockCall(data));
        readBedrockAnswer(frame);
        break;
    case DialectId::CohereChat: readByCodec(data); break;
    }
    return FrameVerdict::Forward;
}

void AnswerTap::readException(std::string_view data)
{
    noteError(data);
}

bool AnswerTap::readWholeBody(std::string_view json)
{
    const JsonScan scan = scanJson(json);
    if (scan.defect)
        return false;
    const TopLevel answer = topLevelOf(scan);
    switch (m_dialect) {
    case DialectId::OpenAiChat:
        lookForChatCalls(answer, "message", json);
        readChatAnswer(answer);
        break;
    case DialectId::OpenAiResponses:
        readServiceTier(answer.serviceTier);
        readResponsesAnswer(answer.model, answer.usage, answer.status, answer.incompleteDetails);
        break;
    case DialectId::AnthropicMessages:
        readModel(answer.model);
        readAnthropicUsage(answer.usage);
        m_facts.finishReason = answer.stopReason.text();
        m_facts.hasEnded = !m_facts.finishReason.empty();
        m_hasCall = json.find("\"tool_use\"") != json.rfind("\"tool_use\""); // the reason and a block
        checkPromisedCall("tool_use");
        break;
    case DialectId::GeminiGenerate: readGeminiAnswer(answer); break;
    case DialectId::BedrockConverse:
        m_hasCall = namesBedrockCall(json);
        readBedrockAnswer(answer);
        break;
    case DialectId::CohereChat: readByCodec(json); break;
    }
    const bool isAnswer = m_facts.hasEnded || !m_facts.rawUsage.empty() || answer.choices.isArray();
    if (isSomething(answer.error))
        noteError(json);
    else if (!isAnswer) // some services answer errors without an "error" member
        m_facts.errorText = upstreamErrorMessage(json);
    return true;
}

// Anthropic's pings, and the chunks without content that some chat servers send to keep a connection alive.
bool AnswerTap::isPing(const TopLevel &frame) const
{
    if (m_dialect == DialectId::OpenAiChat)
        return !frame.usage.isObject() && !JsonElements(frame.choices).next().has_value();
    return frame.type.isText("ping");
}

AnswerTap::TopLevel AnswerTap::topLevelOf(const JsonScan &scan) const
{
    return m_dialect == DialectId::GeminiGenerate ? findGeminiTopLevel(scan) : findTopLevel(scan);
}

AnswerTap::TopLevel AnswerTap::findTopLevel(const JsonScan &scan)
{
    TopLevel found;
    const Place places[] = {{"type", &found.type},
                            {"error", &found.error},
                            {"model", &found.model},
                            {"usage", &found.usage},
                            {"choices", &found.choices},
                            {"response", &found.response},
                            {"message", &found.message},
                            {"delta", &found.delta},
                            {"content_block", &found.contentBlock},
                            {"status", &found.status},
                            {"incomplete_details", &found.incompleteDetails},
                            {"stop_reason", &found.stopReason},
                            {"service_tier", &found.serviceTier},
                            {"provider", &found.upstream},
                            {"stopReason", &found.bedrockStopReason}};
    takeMembers(scan, places);
    return found;
}

// Apart, so that the frames of the others are not searched for its members.
AnswerTap::TopLevel AnswerTap::findGeminiTopLevel(const JsonScan &scan)
{
    TopLevel found;
    const Place places[] = {{"error", &found.error},
                            {"candidates", &found.candidates},
                            {"usageMetadata", &found.usageMetadata},
                            {"modelVersion", &found.modelVersion},
                            {"promptFeedback", &found.promptFeedback}};
    takeMembers(scan, places);
    return found;
}

FrameVerdict AnswerTap::readChatFrame(const TopLevel &frame)
{
    readChatAnswer(frame);
    const bool isUsageFrame =
        frame.usage.isObject() && frame.choices.isArray() && !JsonElements(frame.choices).next().has_value();
    if (!m_mustWithholdUsageFrame)
        return FrameVerdict::Forward;
    if (isUsageFrame)
        return FrameVerdict::Withhold;
    return frame.usage.isNull() ? FrameVerdict::ForwardWithoutUsage : FrameVerdict::Forward;
}

// Looks closer only at what names tool calls at all, which most chunks do not.
void AnswerTap::lookForChatCalls(const TopLevel &answer, std::string_view member, std::string_view data)
{
    if (m_hasCall
        || (!byte_search::contains(data, "\"tool_calls\"") && !byte_search::contains(data, "\"function_call\"")))
        return;
    JsonElements choices(answer.choices);
    while (const auto choice = choices.next()) {
        const JsonValue said = (*choice)[member];
        const JsonValue calls = said["tool_calls"];
        m_hasCall = m_hasCall || (calls.isArray() && JsonElements(calls).next().has_value())
                    || said["function_call"].isObject();
    }
}

void AnswerTap::checkPromisedCall(std::string_view promise)
{
    if (m_facts.finishReason == promise && !m_hasCall)
        m_facts.defect = describeMissingCall(m_facts.upstreamName);
}

// A chunk and a whole answer differ in "delta" and "message" only, which nobody reads here.
void AnswerTap::readChatAnswer(const TopLevel &answer)
{
    readModel(answer.model);
    if (m_facts.upstreamName.empty())
        m_facts.upstreamName = answer.upstream.text();
    readServiceTier(answer.serviceTier);
    readOpenAiUsage(answer.usage, chatUsage);
    JsonElements choices(answer.choices);
    while (const auto choice = choices.next()) {
        const JsonValue reason = (*choice)["finish_reason"];
        if (!reason.isString())
            continue;
        m_facts.finishReason = reason.text();
        m_facts.hasEnded = true;
    }
    checkPromisedCall("tool_calls");
}

void AnswerTap::readGeminiAnswer(const TopLevel &answer)
{
    readModel(answer.modelVersion);
    readGeminiUsage(answer.usageMetadata);
    JsonElements candidates(answer.candidates);
    while (const auto candidate = candidates.next()) {
        const JsonValue reason = (*candidate)["finishReason"];
        if (!reason.isString())
            continue;
        m_facts.finishReason = reason.text();
        m_facts.hasEnded = true;
    }
    // A refused prompt has no candidates.
    if (const JsonValue reason = answer.promptFeedback["blockReason"]; reason.isString()) {
        m_facts.finishReason = reason.text();
        m_facts.hasEnded = true;
    }
}

// Converse: the names of its counts exclude the cache, as Anthropic's do. Events say them one by one: messageStop the
// reason, metadata the usage (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html).
void AnswerTap::readBedrockAnswer(const TopLevel &answer)
{
    if (answer.bedrockStopReason.isString()) {
        m_facts.finishReason = answer.bedrockStopReason.text();
        m_facts.hasEnded = true;
    }
    readBedrockUsage(answer.usage);
    checkPromisedCall("tool_use");
}

void AnswerTap::readResponsesFrame(const TopLevel &frame)
{
    if (!frame.response.isObject())
        return;
    const JsonValue response = frame.response;
    const bool isEnd = frame.type.isText("response.completed") || frame.type.isText("response.failed")
                       || frame.type.isText("response.incomplete");
    if (!isEnd) {
        readModel(response["model"]);
        return;
    }
    if (isSomething(response["error"]))
        noteError(response.raw());
    readServiceTier(response["service_tier"]);
    readResponsesAnswer(response["model"], response["usage"], response["status"], response["incomplete_details"]);
    m_facts.hasEnded = true;
}

void AnswerTap::readResponsesAnswer(JsonValue model, JsonValue usage, JsonValue status, JsonValue incompleteDetails)
{
    readModel(model);
    readOpenAiUsage(usage, responsesUsage);
    const JsonValue reason = incompleteDetails["reason"];
    m_facts.finishReason = reason.isString() ? reason.text() : status.text();
    m_facts.hasEnded = status.isText("completed") || status.isText("failed") || status.isText("incomplete");
}

void AnswerTap::readAnthropicFrame(const TopLevel &frame)
{
    if (frame.type.isText("message_start")) {
        readModel(frame.message["model"]);
        readAnthropicUsage(frame.message["usage"]);
    } else if (frame.type.isText("content_block_start")) {
        m_hasCall = m_hasCall || frame.contentBlock["type"].isText("tool_use");
    } else if (frame.type.isText("message_delta")) {
        readAnthropicUsage(frame.usage);
        const JsonValue reason = frame.delta["stop_reason"];
        if (reason.isString())
            m_facts.finishReason = reason.text();
        checkPromisedCall("tool_use");
    } else if (frame.type.isText("message_stop")) {
        m_facts.hasEnded = m_facts.hasEndMark = true;
    }
}

void AnswerTap::readModel(JsonValue model)
{
    if (m_facts.answeredModel.empty())
        m_facts.answeredModel = model.text();
}

// Requests may say "auto"; only the end of the answer knows what it became.
void AnswerTap::readServiceTier(JsonValue tier)
{
    if (tier.isString())
        m_facts.serviceTier = tier.text();
}

void AnswerTap::readByCodec(std::string_view answer)
{
    const JsonValue json = JsonValue::trusted(answer);
    if (const ProviderDialect *codec = findProviderDialect(m_dialect))
        codec->readFacts(json, m_facts);
    m_hasCall = m_hasCall || json["type"].isText("tool-call-start")
                || JsonElements(json["message"]["tool_calls"]).next().has_value();
    checkPromisedCall("TOOL_CALL");
}

void AnswerTap::noteError(std::string_view body)
{
    std::string text = upstreamErrorMessage(body);
    if (text.empty())
        text = "The provider reported an error without words";
    m_facts.errorText = std::move(text);
    if (const auto code = topLevelMember(body, "error"); code && *code) {
        const auto status = JsonValue::trusted(**code)["code"].integer();
        m_facts.errorStatus = status && *status >= 400 && *status < 600 ? static_cast<int>(*status) : 0;
    }
}

} // namespace gateway::translation
