#include "gateway/translation/dialects/cohere_chat/message_encoder.h"

#include "gateway/translation/dialects/cohere_chat/answer_words.h"
#include "gateway/translation/dialects/cohere_chat/part_encoder.h"
#include "gateway/translation/dialects/cohere_chat/tool_names.h"
#include "gateway/translation/dialects/cohere_chat/turn_order.h"
#include "gateway/translation/dialects/cohere_chat/wire_form.h"
#include "gateway/translation/dialects/foreign_options.h"

#include <algorithm>

namespace gateway::translation::cohere {

namespace {

class MessageEncoder {
public:
    explicit MessageEncoder(EncodeContext &context) : m_context(context) {}

    Result<void> encode(Json &body)
    {
        const std::vector<Turn> turns = arrangedTurns(m_context);
        for (const Turn &turn : turns) {
            if (turn.message.role != Role::Tool)
                flushResultImages();
            addTurn(turn);
            if (m_error)
                return unexpected(*m_error);
        }
        flushResultImages();
        if (!m_context.isSameDialect() && !m_messages.empty())
            endWithQuestion(turns.back().pointer);
        body["messages"] = std::move(m_messages);
        if (!m_documents.empty())
            body["documents"] = std::move(m_documents);
        return {};
    }

private:
    void addTurn(const Turn &turn)
    {
        if (!turn.message.name.empty())
            m_context.report.dropped(turn.pointer + "/name", "Cohere has no names of participants.");
        noteForeignOptions(turn.message.extensions, DialectId::CohereChat, turn.pointer,
                           "An option of the message that only another provider knows is left out.", m_context.report);
        switch (turn.message.role) {
        case Role::Developer:
            m_context.report.approximated(turn.pointer + "/role", "Cohere has no developer turns: it is a system one.");
            [[fallthrough]];
        case Role::System: addPlain(turn, "system", BlockPlace::System); break;
        case Role::User: addPlain(turn, "user", BlockPlace::User); break;
        case Role::Assistant: addAssistant(turn); break;
        case Role::Tool:
            for (std::size_t i = 0; i < turn.message.parts.size(); ++i) {
                if (const auto *result = turn.message.parts[i].as<ToolResultPart>()) {
                    addToolResult(*result, turn);
                    noteForeignPart(turn.message.parts[i], pointerOf(turn, i), m_context);
                }
            }
            break;
        }
    }

    // Cohere answers a user's words or the results of tools, and says otherwise: "message must be at least 1 token long
    // or tool results must be specified" (docs.cohere.com/reference/errors).
    void endWithQuestion(const std::string &pointer)
    {
        const std::string role(textMember(m_messages.back(), "role"));
        if (role == "system") {
            m_context.report.approximated(pointer, "Cohere answers no system text alone: it is said as the user's.");
            m_messages.back()["role"] = "user";
        } else if (role == "assistant") {
            m_context.report.approximated(pointer, "Cohere does not go on from an assistant's turn by itself: a user "
                                                   "turn that was added asks it to.");
            m_messages.push_back(Json{
                {"role", "user"}, {"content", "Go on exactly where your last message ends. Repeat nothing of it."}});
        }
    }

    void addPlain(const Turn &turn, std::string_view role, BlockPlace place)
    {
        const std::vector<Part> &parts = turn.message.parts;
        Json blocks = Json::array();
        std::size_t documents = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (const Json *document = parts[i].as<MediaPart>() ? documentOf(parts[i]) : nullptr) {
                m_documents.push_back(*document);
                ++documents;
            } else if (auto block = encodeBlock(parts[i], place, pointerOf(turn, i), m_context)) {
                blocks.push_back(std::move(*block));
            }
        }
        if (blocks.empty() && parts.size() > documents && !m_context.isSameDialect()) {
            const bool isAboutMedia =
                std::any_of(parts.begin(), parts.end(), [](const Part &part) { return part.as<MediaPart>(); });
            if (isAboutMedia) // else foreign markers or nothing at all: the turn is left out
                m_error = invalidMember(turn.pointer, "the provider of this model can take none of it; send images "
                                                      "as base64 data or by URL, and documents as text.");
            return;
        }
        Json message{{"role", role}, {"content", contentOf(parts, std::move(blocks))}};
        putBack(turn.message.extensions, message);
        m_messages.push_back(std::move(message));
    }

    static std::string pointerOf(const Turn &turn, std::size_t part)
    {
        return turn.pointer + "/content/" + std::to_string(part);
    }

    void addAssistant(const Turn &turn)
    {
        const std::vector<Part> &parts = turn.message.parts;
        const bool hasCalls =
            std::any_of(parts.begin(), parts.end(), [](const Part &part) { return part.as<ToolCallPart>(); });
        Json blocks = Json::array();
        Json calls = Json::array();
        Json citations = Json::array();
        std::string plan;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Part &part = parts[i];
            const std::string pointer = pointerOf(turn, i);
            const auto *text = part.as<TextPart>();
            if (text)
                addCitations(*text, pointer, citations);
            if (const auto *call = part.as<ToolCallPart>()) {
                calls.push_back(encodeCall(part, *call, pointer));
            } else if (part.as<ReasoningPart>()) {
                addReasoning(part, pointer, blocks);
            } else if (text && (m_context.isSameDialect() ? isToolPlan(part) : hasCalls)) {
                // Cohere's models say beside their calls what they are about to do.
                plan += (plan.empty() || text->text.empty() ? "" : "\n") + text->text;
                if (!calls.empty())
                    m_context.report.approximated(pointer,
                                                  "Text behind a tool call stands in the tool plan before it.");
            } else if (auto block = encodeBlock(part, BlockPlace::Assistant, pointer, m_context)) {
                blocks.push_back(std::move(*block));
            }
        }
        Json message{{"role", "assistant"}};
        if (!blocks.empty() || (calls.empty() && m_context.isSameDialect() && !parts.empty()))
            message["content"] = contentOf(parts, std::move(blocks));
        if (!plan.empty())
            message["tool_plan"] = std::move(plan);
        if (!calls.empty())
            message["tool_calls"] = std::move(calls);
        if (!citations.empty())
            message["citations"] = std::move(citations);
        putBack(turn.message.extensions, message);
        if (message.size() > 1 || m_context.isSameDialect()) // Cohere refuses empty turns
            m_messages.push_back(std::move(message));
    }

    void addCitations(const TextPart &text, const std::string &pointer, Json &citations)
    {
        for (const Json &annotation : text.annotations) {
            if (auto citation = ownCitation(annotation))
                citations.push_back(std::move(*citation));
            else
                m_context.report.dropped(pointer + "/annotations", "Cohere takes back only citations of its own.");
        }
    }

    // Text that no other provider signed may come from Cohere: chat clients give it back as reasoning_content.
    void addReasoning(const Part &part, const std::string &pointer, Json &blocks)
    {
        const auto &reasoning = *part.as<ReasoningPart>();
        const bool isForeign = part.state && !part.state->data.empty() && part.state->origin != DialectId::CohereChat;
        if (m_context.isSameDialect() || (!isForeign && !isWithoutReasoning(m_context.model))) {
            if (reasoning.text.empty())
                return;
            Json block{{"type", "thinking"}, {"thinking", reasoning.text}};
            putBack(part.extensions, block);
            blocks.push_back(std::move(block));
            return;
        }
        m_context.report.dropped(clientPointer(m_context.request, "messages"),
                                 isForeign ? "Reasoning is for the provider that made it: another one does not get it."
                                           : "The model takes no reasoning back.");
        static_cast<void>(pointer);
    }

    Json encodeCall(const Part &part, const ToolCallPart &call, const std::string &pointer)
    {
        const std::string name = toolNameAtCohere(call.name, call.toolNamespace, m_context.state);
        const bool isCustom = call.kind == ToolCallPart::Kind::Custom;
        std::string arguments = isCustom ? wrappedInput(call.arguments) : call.arguments;
        if (!m_context.isSameDialect() && !objectFromText(arguments)) {
            m_context.report.approximated(pointer, "The arguments were no JSON object and are given in one.");
            arguments = wrappedInput(call.arguments);
        }
        if (arguments.empty())
            arguments = "{}";
        noteForeignPart(part, pointer, m_context);
        Json json{{"id", call.id},
                  {"type", "function"},
                  {"function", Json{{"name", name}, {"arguments", std::move(arguments)}}}};
        putBack(part.extensions, json);
        return json;
    }

    void addToolResult(const ToolResultPart &result, const Turn &turn)
    {
        Json blocks = Json::array();
        if (result.isError) {
            m_context.report.approximated(turn.pointer, "Cohere cannot mark a failed tool: its text says so.");
            blocks.push_back(Json{{"type", "text"}, {"text", "The tool failed:"}});
        }
        for (std::size_t i = 0; i < result.content.size(); ++i) {
            const auto *media = result.content[i].as<MediaPart>();
            const bool isImage = media && media->kind == MediaKind::Image;
            const BlockPlace place = isImage ? BlockPlace::User : BlockPlace::ToolResult;
            auto block = encodeBlock(result.content[i], place, pointerOf(turn, i), m_context);
            if (block && isImage)
                keepImage(result, turn, std::move(*block));
            else if (block)
                blocks.push_back(std::move(*block));
        }
        if (blocks.empty() && !m_context.isSameDialect()) // an empty result is refused
            blocks.push_back(
                Json{{"type", "text"}, {"text", m_resultImages.empty() ? "(no output)" : "(see the images)"}});
        Json message{{"role", "tool"}, {"tool_call_id", result.callId}};
        message["content"] = contentOf(result.content, std::move(blocks));
        putBack(turn.message.extensions, message);
        m_messages.push_back(std::move(message));
    }

    void keepImage(const ToolResultPart &result, const Turn &turn, Json block)
    {
        m_context.report.approximated(turn.pointer, "Tool results are text only: images follow in a user turn.");
        m_resultImages.push_back(
            Json{{"type", "text"}, {"text", "Image of the result of the tool call " + result.callId + ":"}});
        m_resultImages.push_back(std::move(block));
    }

    void flushResultImages()
    {
        if (m_resultImages.empty())
            return;
        m_messages.push_back(Json{{"role", "user"}, {"content", std::move(m_resultImages)}});
        m_resultImages = Json::array();
    }

    EncodeContext &m_context;
    Json m_messages = Json::array();
    Json m_documents = Json::array();
    Json m_resultImages = Json::array(); // to be said behind all results
    std::optional<Error> m_error;
};

} // namespace

Result<void> encodeMessages(EncodeContext &context, Json &body)
{
    return MessageEncoder(context).encode(body);
}

} // namespace gateway::translation::cohere
