#include "gateway/translation/counting/cohere_token_count.h"

#include "gateway/base/overload.h"
#include "gateway/translation/counting/token_estimate.h"
#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/json_value.h"

#include <algorithm>

namespace gateway::translation {

namespace {

constexpr std::size_t longestText = 65'536; // characters in one question; bytes are never fewer

// Takes what is text out of the request, so that what is left can be estimated.
class TextTaker {
public:
    void take(std::vector<Part> &parts)
    {
        for (Part &part : parts)
            std::visit(Overload{[this](TextPart &text) { take(text.text); },
                                [this](ReasoningPart &reasoning) { take(reasoning.text); },
                                [this](RefusalPart &refusal) { take(refusal.text); },
                                [this](ToolCallPart &call) {
                                    take(call.name);
                                    take(call.arguments);
                                },
                                [this](ToolResultPart &result) { take(result.content); },
                                [this](MediaPart &media) {
                                    if (media.source == MediaPart::Source::PlainText)
                                        take(media.value);
                                    else
                                        m_hasMore = true;
                                },
                                [this](OpaquePart &) { m_hasMore = true; }},
                       part.content);
    }
    void take(Tool &tool)
    {
        take(tool.name);
        take(tool.description);
        take(tool.inputSchema);
        take(tool.raw);
    }
    void take(Json &json)
    {
        if (json.is_null())
            return;
        std::string text = dumpJson(json);
        take(text);
        json = nullptr;
    }

    const std::string &text() const { return m_text; }
    bool hasMore() const { return m_hasMore; }

private:
    void take(std::string &text)
    {
        if (!text.empty())
            m_text += (m_text.empty() ? "" : "\n") + text;
        text.clear();
    }

    std::string m_text;
    bool m_hasMore = false;
};

// Behind a line or a word where there is one, and never inside of a character.
std::size_t endOfPiece(std::string_view text)
{
    if (text.size() <= longestText)
        return text.size();
    const std::string_view piece = text.substr(0, longestText);
    for (const char separator : {'\n', ' '}) {
        if (const auto place = piece.rfind(separator); place != std::string_view::npos && place > longestText / 2)
            return place + 1;
    }
    std::size_t end = longestText;
    while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return end;
}

} // namespace

CohereTokenQuestion cohereTokenQuestion(const ChatRequest &request)
{
    ChatRequest rest = request;
    TextTaker taker;
    for (Message &message : rest.messages)
        taker.take(message.parts);
    for (Tool &tool : rest.tools)
        taker.take(tool);
    if (rest.outputFormat.kind == OutputFormat::Kind::JsonSchema)
        taker.take(rest.outputFormat.schema);
    CohereTokenQuestion question;
    question.estimated = estimateInputTokens(rest);
    question.hasMore = taker.hasMore();
    std::string_view text = taker.text();
    while (!text.empty()) {
        const std::size_t end = endOfPiece(text);
        question.texts.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return question;
}

std::string writeCohereTokenize(std::string_view text, std::string_view model)
{
    return dumpJson(Json{{"text", text}, {"model", model}});
}

Result<std::int64_t> readCohereTokens(std::string_view body)
{
    const JsonValue list = JsonValue::checked(body)["tokens"];
    if (!list.isArray())
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                          "The provider's count of tokens cannot be read.",
                                          "no tokens in: " + std::string(body.substr(0, 200))));
    std::int64_t count = 0;
    JsonElements tokens(list);
    while (tokens.next())
        ++count;
    return count;
}

} // namespace gateway::translation
