#include "gateway/translation/dialects/cohere_chat/message_decoder.h"

#include "gateway/translation/dialects/cohere_chat/answer_words.h"
#include "gateway/translation/dialects/cohere_chat/wire_form.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace gateway::translation::cohere {

namespace {

Part partOf(PartContent content, Json wireForm = nullptr)
{
    Part part;
    part.content = std::move(content);
    part.wireForm = std::move(wireForm);
    return part;
}

// "data:image/png;base64,iVBO..." is taken apart; other addresses stay as they are.
void readAddress(std::string url, const std::string &pointer, Problem &problem, MediaPart &media)
{
    constexpr std::string_view scheme = "data:";
    constexpr std::string_view mark = ";base64,";
    if (!url.starts_with(scheme)) {
        media.value = std::move(url);
        return;
    }
    const std::size_t place = url.find(mark);
    if (place == std::string::npos) {
        problem.set(pointer, "a data: URL must say its data in base64.");
        return;
    }
    media.source = MediaPart::Source::Base64;
    media.mediaType = url.substr(scheme.size(), place - scheme.size());
    media.value = url.substr(place + mark.size());
}

Part decodeImage(MemberReader &reader)
{
    MediaPart media;
    Part part;
    reader.require("image_url");
    if (const Json *link = reader.object("image_url")) {
        MemberReader inner(*link, reader.pointerOf("image_url"), reader.problem());
        inner.require("url");
        readAddress(inner.text("url"), inner.pointerOf("url"), reader.problem(), media);
        media.detail = inner.text("detail");
        Extensions rest;
        keepUnknown(inner, rest);
        if (const Json *members = rest.find(DialectId::CohereChat))
            part.extensions.set(DialectId::CohereChat, "image_url", *members);
    }
    part.content = std::move(media);
    return part;
}

// What a document says, as text: its only text, or all of its members as JSON.
std::string textOfDocument(const Json &document)
{
    if (document.is_string())
        return document.get<std::string>();
    const Json *data = findMember(document, "data");
    if (!data)
        return dumpJson(document);
    if (data->is_string())
        return data->get<std::string>();
    if (data->is_object() && data->size() == 1 && data->front().is_string())
        return data->front().get<std::string>();
    return dumpJson(*data);
}

std::string titleOfDocument(const Json &document)
{
    const Json *data = findObject(document, "data");
    const std::string_view title = data ? textMember(*data, "title") : std::string_view();
    return std::string(title.empty() ? textMember(document, "id") : title);
}

void checkDocument(const Json &document, const std::string &pointer, Problem &problem)
{
    const Json *data = document.is_object() ? findMember(document, "data") : nullptr;
    if (document.is_string())
        return;
    if (!document.is_object())
        problem.set(pointer, "must be a string or an object.");
    else if (!data || (!data->is_object() && !data->is_string()))
        problem.set(pointer + "/data", "must be an object or a string.");
}

Part decodeBlock(const Json &json, const std::string &pointer, Problem &problem)
{
    if (!json.is_object()) {
        problem.set(pointer, "must be an object.");
        return {};
    }
    MemberReader reader(json, pointer, problem);
    reader.require("type");
    const std::string type = reader.text("type");
    Part part;
    if (type == "text") {
        reader.require("text");
        part = partOf(TextPart{reader.text("text"), {}}, listForm);
    } else if (type == "thinking") {
        reader.require("thinking");
        part = partOf(ReasoningPart{reader.text("thinking"), false});
    } else if (type == "image_url") {
        part = decodeImage(reader);
    } else if (type == "document") {
        reader.require("document");
        const Json *document = reader.any("document");
        if (document)
            checkDocument(*document, reader.pointerOf("document"), problem);
        if (document && !problem.isSet())
            part = partOf(TextPart{textOfDocument(*document), {}}, Json{{"document", *document}});
    } else {
        return partOf(OpaquePart{DialectId::CohereChat, json});
    }
    keepUnknown(reader, part.extensions);
    return part;
}

std::vector<Part> decodeContent(const Json &content, const std::string &pointer, Problem &problem)
{
    if (content.is_string())
        return {makeText(content.get<std::string>())};
    if (content.is_array())
        return decodeBlocks(content, pointer, problem);
    problem.set(pointer, "must be a string or an array.");
    return {};
}

// One conversation: results find the names of the tools in the calls before them.
class MessageDecoder {
public:
    explicit MessageDecoder(Problem &problem) : m_problem(problem) {}

    Message decode(const Json &json, const std::string &pointer)
    {
        Message message;
        MemberReader reader(json, pointer, m_problem);
        reader.require("role");
        const std::string role = reader.text("role");
        if (role == "assistant") {
            readAssistant(reader, message);
        } else if (role == "tool") {
            readToolResult(reader, message);
        } else {
            if (role == "system")
                message.role = Role::System;
            else if (role != "user")
                reader.refuse("role", "must be system, user, assistant or tool.");
            reader.require("content");
            if (const Json *content = reader.any("content"))
                message.parts = decodeContent(*content, reader.pointerOf("content"), m_problem);
        }
        keepUnknown(reader, message.extensions);
        return message;
    }

private:
    void readAssistant(MemberReader &reader, Message &message)
    {
        message.role = Role::Assistant;
        if (const Json *content = reader.any("content"))
            message.parts = decodeContent(*content, reader.pointerOf("content"), m_problem);
        if (std::string plan = reader.text("tool_plan"); !plan.empty()) {
            const auto behindThoughts = std::find_if(message.parts.begin(), message.parts.end(),
                                                     [](const Part &part) { return !part.as<ReasoningPart>(); });
            message.parts.insert(behindThoughts, partOf(TextPart{std::move(plan), {}}, toolPlanForm));
        }
        readCitations(reader, message);
        const Json *calls = reader.array("tool_calls");
        for (std::size_t i = 0; calls && i < calls->size(); ++i)
            message.parts.push_back(decodeCall((*calls)[i], elementPointer(reader.pointerOf("tool_calls"), i)));
    }

    // Citations hang on the text of the turn; without any they are kept as they are.
    void readCitations(MemberReader &reader, Message &message)
    {
        const Json *citations = reader.array("citations");
        if (!citations || citations->empty())
            return;
        const bool areObjects = std::all_of(citations->begin(), citations->end(),
                                            [](const Json &citation) { return citation.is_object(); });
        const auto text = std::find_if(message.parts.begin(), message.parts.end(),
                                       [](const Part &part) { return part.as<TextPart>() && !isToolPlan(part); });
        if (text == message.parts.end() || !areObjects) {
            message.extensions.set(DialectId::CohereChat, "citations", *citations);
            return;
        }
        for (const Json &citation : *citations)
            text->as<TextPart>()->annotations.push_back(annotationFromCitation(citation));
    }

    Part decodeCall(const Json &json, const std::string &pointer)
    {
        Part part;
        ToolCallPart call;
        if (!json.is_object()) {
            m_problem.set(pointer, "must be an object.");
            return part;
        }
        MemberReader reader(json, pointer, m_problem);
        reader.require("id");
        call.id = reader.text("id");
        static_cast<void>(reader.text("type"));
        reader.require("function");
        if (const Json *function = reader.object("function")) {
            MemberReader inner(*function, reader.pointerOf("function"), m_problem);
            inner.require("name");
            call.name = inner.text("name");
            static_cast<void>(inner.any("arguments"));
            call.arguments = argumentsText(*function);
        }
        m_names.insert_or_assign(call.id, call.name);
        part.content = std::move(call);
        keepUnknown(reader, part.extensions);
        return part;
    }

    void readToolResult(MemberReader &reader, Message &message)
    {
        message.role = Role::Tool;
        ToolResultPart result;
        reader.require("tool_call_id");
        result.callId = reader.text("tool_call_id");
        if (const auto name = m_names.find(result.callId); name != m_names.end())
            result.toolName = name->second;
        reader.require("content");
        if (const Json *content = reader.any("content"))
            result.content = decodeContent(*content, reader.pointerOf("content"), m_problem);
        message.parts.push_back(partOf(std::move(result)));
    }

    Problem &m_problem;
    std::map<std::string, std::string, std::less<>> m_names; // of called tools, by the call's id
};

void readDocuments(MemberReader &body, ChatRequest &request)
{
    const Json *documents = body.array("documents");
    if (!documents || documents->empty())
        return;
    std::vector<Part> parts;
    for (std::size_t i = 0; i < documents->size(); ++i) {
        const Json &document = (*documents)[i];
        checkDocument(document, elementPointer("/documents", i), body.problem());
        MediaPart media;
        media.kind = MediaKind::Document;
        media.source = MediaPart::Source::PlainText;
        media.mediaType = "text/plain";
        media.value = textOfDocument(document);
        media.filename = titleOfDocument(document);
        parts.push_back(partOf(std::move(media), Json{{"document", document}}));
    }
    const auto last = std::find_if(request.messages.rbegin(), request.messages.rend(),
                                   [](const Message &message) { return message.role == Role::User; });
    if (last == request.messages.rend()) {
        request.extensions.set(DialectId::CohereChat, "documents", *documents);
        return;
    }
    last->parts.insert(last->parts.begin(), std::make_move_iterator(parts.begin()),
                       std::make_move_iterator(parts.end()));
}

} // namespace

std::vector<Part> decodeBlocks(const Json &content, const std::string &pointer, Problem &problem)
{
    std::vector<Part> parts;
    for (std::size_t i = 0; i < content.size(); ++i)
        parts.push_back(decodeBlock(content[i], elementPointer(pointer, i), problem));
    return parts;
}

std::string argumentsText(const Json &function)
{
    const Json *arguments = findMember(function, "arguments");
    if (!arguments)
        return {};
    return arguments->is_string() ? arguments->get<std::string>() : dumpJson(*arguments);
}

void readMessages(MemberReader &body, ChatRequest &request)
{
    body.require("messages");
    const Json *messages = body.array("messages");
    if (messages && messages->empty())
        body.refuse("messages", "must hold at least one message.");
    MessageDecoder decoder(body.problem());
    for (std::size_t i = 0; messages && i < messages->size() && !body.problem().isSet(); ++i) {
        const std::string pointer = elementPointer("/messages", i);
        if ((*messages)[i].is_object())
            request.messages.push_back(decoder.decode((*messages)[i], pointer));
        else
            body.problem().set(pointer, "must be an object.");
    }
    readDocuments(body, request);
}

} // namespace gateway::translation::cohere
