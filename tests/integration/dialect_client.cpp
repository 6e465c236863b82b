#include "tests/integration/dialect_client.h"

#include <nlohmann/json.hpp>

namespace tests {

using Json = nlohmann::json;

namespace {

struct Frame {
    std::string event; // empty where the stream names none
    std::string data;
};

std::vector<Frame> framesOf(std::string body)
{
    std::erase(body, '\r'); // Gemini ends its lines with CR LF
    std::vector<Frame> frames;
    std::size_t start = 0;
    while (start < body.size()) {
        auto end = body.find("\n\n", start);
        end = end == std::string::npos ? body.size() : end;
        Frame frame;
        std::size_t line = start;
        while (line < end) {
            auto lineEnd = std::min(body.find('\n', line), end);
            const std::string text = body.substr(line, lineEnd - line);
            if (text.starts_with("event: "))
                frame.event = text.substr(7);
            else if (text.starts_with("data: "))
                frame.data += text.substr(6);
            line = lineEnd + 1;
        }
        if (!frame.data.empty())
            frames.push_back(std::move(frame));
        start = end + 2;
    }
    return frames;
}

std::string at(const Json &json, const char *pointer)
{
    const Json::json_pointer place(pointer);
    return json.contains(place) && json[place].is_string() ? json[place].get<std::string>() : std::string();
}

bool isErrorObject(ClientDialectName dialect, const Json &json)
{
    if (dialect == ClientDialectName::Gemini)
        return json.contains("/error/code"_json_pointer) && json["error"]["code"].is_number()
               && !at(json, "/error/message").empty() && !at(json, "/error/status").empty();
    if (dialect == ClientDialectName::Messages)
        return at(json, "/type") == "error" && !at(json, "/error/type").empty() && !at(json, "/error/message").empty();
    return !at(json, "/error/message").empty();
}

std::string textOfWhole(ClientDialectName dialect, const Json &json)
{
    std::string text;
    switch (dialect) {
    case ClientDialectName::Chat: return at(json, "/choices/0/message/content");
    case ClientDialectName::Responses:
        for (const Json &item : json.value("output", Json::array())) {
            if (at(item, "/type") == "message")
                text += at(item, "/content/0/text");
        }
        return text;
    case ClientDialectName::Messages:
        for (const Json &block : json.value("content", Json::array()))
            text += at(block, "/text");
        return text;
    case ClientDialectName::Gemini:
        for (const Json &part : json.value("/candidates/0/content/parts"_json_pointer, Json::array()))
            text += at(part, "/text");
        return text;
    }
    return text;
}

bool isFinished(ClientDialectName dialect, const Json &json)
{
    switch (dialect) {
    case ClientDialectName::Chat: return !at(json, "/choices/0/finish_reason").empty();
    case ClientDialectName::Responses: return at(json, "/status") == "completed";
    case ClientDialectName::Messages: return !at(json, "/stop_reason").empty();
    case ClientDialectName::Gemini: return !at(json, "/candidates/0/finishReason").empty();
    }
    return false;
}

// Goes through the frames of one stream; what comes behind its end is illegal.
class StreamReading {
public:
    explicit StreamReading(ClientDialectName dialect) : m_dialect(dialect) {}

    void take(const Frame &frame)
    {
        if (m_hasEnded || m_hasFailed) {
            m_problem = "a frame behind the end: " + frame.data;
            return;
        }
        if (frame.data == "[DONE]") {
            m_hasEnded = m_dialect == ClientDialectName::Chat && m_isFinished;
            if (!m_hasEnded)
                m_problem = "[DONE] without a finish reason";
            return;
        }
        const Json json = Json::parse(frame.data, nullptr, false);
        if (!json.is_object()) {
            m_problem = "no object: " + frame.data;
            return;
        }
        switch (m_dialect) {
        case ClientDialectName::Chat: takeChat(json); break;
        case ClientDialectName::Responses: takeResponses(json); break;
        case ClientDialectName::Messages: takeMessages(frame, json); break;
        case ClientDialectName::Gemini: takeGemini(json); break;
        }
    }

    SeenAnswer result(bool isWhole) const
    {
        SeenAnswer seen{SeenAnswer::Kind::Illegal, m_text, m_problem};
        if (!m_problem.empty())
            return seen;
        if (m_hasFailed) {
            seen.kind = SeenAnswer::Kind::Failure;
            return seen;
        }
        const bool hasEnded = m_hasEnded || (m_dialect == ClientDialectName::Gemini && m_isFinished);
        if (hasEnded && isWhole)
            seen.kind = SeenAnswer::Kind::Success;
        else
            seen.problem = "the stream stops without an end mark and without an error";
        return seen;
    }

private:
    void takeChat(const Json &json)
    {
        m_hasFailed = isErrorObject(m_dialect, json);
        m_text += at(json, "/choices/0/delta/content");
        m_isFinished = m_isFinished || !at(json, "/choices/0/finish_reason").empty();
    }

    void takeResponses(const Json &json)
    {
        const std::string type = at(json, "/type");
        if (type == "response.output_text.delta")
            m_text += at(json, "/delta");
        m_hasEnded = type == "response.completed";
        m_hasFailed = type == "response.failed" || type == "error";
    }

    void takeMessages(const Frame &frame, const Json &json)
    {
        const std::string type = at(json, "/type");
        if (type != frame.event)
            m_problem = "event and type differ: " + frame.event + ", " + type;
        m_text += at(json, "/delta/text");
        m_hasEnded = type == "message_stop";
        m_hasFailed = isErrorObject(m_dialect, json);
    }

    void takeGemini(const Json &json)
    {
        m_hasFailed = isErrorObject(m_dialect, json);
        m_text += textOfWhole(m_dialect, json);
        m_isFinished = m_isFinished || isFinished(m_dialect, json);
    }

    ClientDialectName m_dialect;
    std::string m_text;
    std::string m_problem;
    bool m_isFinished = false;
    bool m_hasEnded = false;
    bool m_hasFailed = false;
};

} // namespace

const std::vector<ClientDialectName> &allClientDialects()
{
    static const std::vector<ClientDialectName> all{ClientDialectName::Chat, ClientDialectName::Responses,
                                                    ClientDialectName::Messages, ClientDialectName::Gemini};
    return all;
}

const char *nameOf(ClientDialectName dialect)
{
    switch (dialect) {
    case ClientDialectName::Chat: return "chat";
    case ClientDialectName::Responses: return "responses";
    case ClientDialectName::Messages: return "messages";
    case ClientDialectName::Gemini: return "gemini";
    }
    return "";
}

QByteArray pathFor(ClientDialectName dialect, const std::string &model, bool isStream)
{
    switch (dialect) {
    case ClientDialectName::Chat: return "/v1/chat/completions";
    case ClientDialectName::Responses: return "/v1/responses";
    case ClientDialectName::Messages: return "/anthropic/v1/messages";
    case ClientDialectName::Gemini:
        return "/genai/v1beta/models/" + QByteArray::fromStdString(model)
               + (isStream ? ":streamGenerateContent?alt=sse" : ":generateContent");
    }
    return {};
}

QByteArray bodyFor(ClientDialectName dialect, const std::string &model, bool isStream, const std::string &fallback)
{
    Json body;
    const Json question{{"role", "user"}, {"content", "Count."}};
    if (dialect == ClientDialectName::Gemini) {
        body["contents"] = Json::array({{{"role", "user"}, {"parts", Json::array({{{"text", "Count."}}})}}});
    } else {
        body["model"] = model;
        if (isStream)
            body["stream"] = true;
        if (dialect == ClientDialectName::Responses)
            body["input"] = "Count.";
        else
            body["messages"] = Json::array({question});
        if (dialect == ClientDialectName::Messages)
            body["max_tokens"] = 100;
    }
    if (!fallback.empty())
        body["fallbacks"] = Json::array({fallback});
    return QByteArray::fromStdString(body.dump());
}

SeenAnswer read(ClientDialectName dialect, bool isStream, const ClientAnswer &answer)
{
    const std::string body = answer.body.toStdString();
    if (answer.status == 200 && isStream) {
        StreamReading reading(dialect);
        for (const Frame &frame : framesOf(body))
            reading.take(frame);
        return reading.result(answer.isWhole);
    }
    const Json json = Json::parse(body, nullptr, false);
    SeenAnswer seen;
    if (!json.is_object()) {
        seen.problem = "status " + std::to_string(answer.status) + ", no object: " + body;
    } else if (answer.status == 200 && isFinished(dialect, json)) {
        seen.kind = SeenAnswer::Kind::Success;
        seen.text = textOfWhole(dialect, json);
    } else if (answer.status >= 400 && isErrorObject(dialect, json)) {
        seen.kind = SeenAnswer::Kind::Failure;
        seen.text = at(json, "/error/message");
    } else {
        seen.problem = "status " + std::to_string(answer.status) + ": " + body;
    }
    return seen;
}

} // namespace tests
