#include "gateway/translation/passthrough/answer_tap.h"

#include "gateway/base/byte_search.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/json/request_facts.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>
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

// Counts below zero are nobody's count.
std::optional<std::int64_t> tokenCount(JsonValue value)
{
    const auto count = value.integer();
    return count && *count >= 0 ? count : std::nullopt;
}

void overwrite(std::optional<std::int64_t> &count, std::optional<std::int64_t> newer)
{
    if (newer)
        count = newer;
}

std::optional<std::int64_t> firstOf(std::optional<std::int64_t> first, std::optional<std::int64_t> second)
{
    return first ? first : second;
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

const AnswerTap::UsageNames AnswerTap::chatUsage{"prompt_tokens", "prompt_tokens_details", "completion_tokens",
                                                 "completion_tokens_details"};
const AnswerTap::UsageNames AnswerTap::responsesUsage{"input_tokens", "input_tokens_details", "output_tokens",
                                                      "output_tokens_details"};

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
    case DialectId::BedrockConverse: readBedrockAnswer(frame); break;
    case DialectId::CohereChat: readByCodec(data); break;
    }
    return FrameVerdict::Forward;
}

void AnswerTap::readException(std::string_view data)
{
    noteError(data);
}

void AnswerTap::readWholeBody(std::string_view json)
{
    const JsonScan scan = scanJson(json);
    if (scan.defect)
        return;
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
    case DialectId::BedrockConverse: readBedrockAnswer(answer); break;
    case DialectId::CohereChat: readByCodec(json); break;
    }
    const bool isAnswer = m_facts.hasEnded || !m_facts.rawUsage.empty() || answer.choices.isArray();
    if (isSomething(answer.error))
        noteError(json);
    else if (!isAnswer) // some services answer errors without an "error" member
        m_facts.errorText = upstreamErrorMessage(json);
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
    if (!answer.usage.isObject())
        return;
    m_facts.rawUsage = answer.usage.raw();
    overwrite(m_facts.usage.uncachedInput, tokenCount(answer.usage["inputTokens"]));
    overwrite(m_facts.usage.output, tokenCount(answer.usage["outputTokens"]));
    overwrite(m_facts.usage.cacheRead, tokenCount(answer.usage["cacheReadInputTokens"]));
    overwrite(m_facts.usage.cacheWrite, tokenCount(answer.usage["cacheWriteInputTokens"]));
}

void AnswerTap::readGeminiUsage(JsonValue usage)
{
    if (!usage.isObject())
        return;
    m_facts.rawUsage = usage.raw();
    TokenUsage &counts = m_facts.usage;
    overwrite(counts.cacheRead, tokenCount(usage["cachedContentTokenCount"]));
    overwrite(counts.reasoning, tokenCount(usage["thoughtsTokenCount"]));
    if (const auto output = tokenCount(usage["candidatesTokenCount"]); output || counts.reasoning)
        counts.output = output.value_or(0) + counts.reasoning.value_or(0);
    if (const auto prompt = tokenCount(usage["promptTokenCount"]))
        counts.uncachedInput = std::max<std::int64_t>(0, *prompt - counts.cacheRead.value_or(0))
                               + tokenCount(usage["toolUsePromptTokenCount"]).value_or(0);
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

void AnswerTap::readOpenAiUsage(JsonValue usage, const UsageNames &names)
{
    if (!usage.isObject())
        return;
    m_facts.rawUsage = usage.raw();
    JsonValue inputTokens;
    JsonValue outputTokens;
    JsonValue inputDetails;
    JsonValue outputDetails;
    JsonValue cacheHits; // DeepSeek names the cached part at the top
    JsonMembers members(usage);
    while (const auto member = members.next()) {
        const JsonValue value = JsonValue::trusted(member->rawValue);
        if (isJsonString(member->rawName, names.input))
            inputTokens = value;
        else if (isJsonString(member->rawName, names.output))
            outputTokens = value;
        else if (isJsonString(member->rawName, names.inputDetails))
            inputDetails = value;
        else if (isJsonString(member->rawName, names.outputDetails))
            outputDetails = value;
        else if (isJsonString(member->rawName, "prompt_cache_hit_tokens"))
            cacheHits = value;
    }
    TokenUsage &counts = m_facts.usage;
    overwrite(counts.cacheRead, firstOf(tokenCount(inputDetails["cached_tokens"]), tokenCount(cacheHits)));
    overwrite(counts.cacheWrite, tokenCount(inputDetails["cache_write_tokens"]));
    overwrite(counts.output, tokenCount(outputTokens));
    overwrite(counts.reasoning, tokenCount(outputDetails["reasoning_tokens"]));
    if (const auto input = tokenCount(inputTokens)) {
        const std::int64_t cached = std::min(*input, counts.cacheRead.value_or(0));
        counts.uncachedInput = std::max<std::int64_t>(0, *input - cached - counts.cacheWrite.value_or(0));
    }
}

void AnswerTap::readAnthropicUsage(JsonValue usage)
{
    if (!usage.isObject())
        return;
    TokenUsage &counts = m_facts.usage;
    overwrite(counts.uncachedInput, tokenCount(usage["input_tokens"]));
    overwrite(counts.cacheRead, tokenCount(usage["cache_read_input_tokens"]));
    overwrite(counts.cacheWrite, tokenCount(usage["cache_creation_input_tokens"]));
    overwrite(counts.output, tokenCount(usage["output_tokens"]));
    if (m_facts.rawUsage.empty()) {
        m_facts.rawUsage = usage.raw();
        return;
    }
    JsonMembers members(usage);
    while (const auto member = members.next()) {
        const auto merged = setTopLevelMember(m_facts.rawUsage, decodeJsonString(member->rawName), member->rawValue);
        if (merged)
            m_facts.rawUsage = *merged;
    }
}

void AnswerTap::readByCodec(std::string_view answer)
{
    if (const ProviderDialect *codec = findProviderDialect(m_dialect))
        codec->readFacts(JsonValue::trusted(answer), m_facts);
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
