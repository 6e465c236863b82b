#include "tests/integration/sick_provider.h"

#include <nlohmann/json.hpp>

namespace tests {

using Json = nlohmann::json;
using gateway::HeaderList;

namespace {

const HeaderList jsonType{{"Content-Type", "application/json"}};
const std::string streamHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string chunk(const std::string &bytes)
{
    char size[16];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return size + bytes + "\r\n";
}

std::vector<std::string> words()
{
    std::vector<std::string> words;
    std::size_t start = 0;
    while (start < wholeText.size()) {
        const auto end = std::min(wholeText.find(' ', start + 1), wholeText.size());
        words.emplace_back(wholeText.substr(start, end - start));
        start = end;
    }
    return words;
}

std::string event(const Json &json)
{
    return "data: " + json.dump() + "\n\n";
}

std::string namedEvent(const std::string &name, const Json &json)
{
    return "event: " + name + "\ndata: " + json.dump() + "\n\n";
}

Json chatDelta(const Json &delta, const Json &finishReason)
{
    return {{"id", "chatcmpl-1"},
            {"object", "chat.completion.chunk"},
            {"created", 1},
            {"model", "m"},
            {"choices", Json::array({{{"index", 0}, {"delta", delta}, {"finish_reason", finishReason}}})}};
}

struct Answer {
    std::vector<std::string> beginning; // events before the first word
    std::vector<std::string> content;   // one for each word
    std::vector<std::string> ending;
    std::string endMark; // what a stream that is complete can do without
    std::string whole;   // the same without a stream
    std::string errorEvent;
    std::string emptyCall; // an ending that announces a call and brings none
};

Answer chatAnswer()
{
    Answer answer;
    answer.beginning = {event(chatDelta({{"role", "assistant"}, {"content", ""}}, nullptr))};
    for (const std::string &word : words())
        answer.content.push_back(event(chatDelta({{"content", word}}, nullptr)));
    Json usage = chatDelta(Json::object(), nullptr);
    usage["choices"] = Json::array();
    usage["usage"] = {{"prompt_tokens", 5}, {"completion_tokens", 8}, {"total_tokens", 13}};
    answer.ending = {event(chatDelta(Json::object(), "stop")), event(usage)};
    answer.endMark = "data: [DONE]\n\n";
    answer.emptyCall = event(chatDelta(Json::object(), "tool_calls"));
    answer.errorEvent =
        event({{"error", {{"message", "The engine broke."}, {"type", "server_error"}, {"code", nullptr}}}});
    answer.whole = Json{{"id", "chatcmpl-1"},
                        {"object", "chat.completion"},
                        {"created", 1},
                        {"model", "m"},
                        {"choices", Json::array({{{"index", 0},
                                                  {"finish_reason", "stop"},
                                                  {"message", {{"role", "assistant"}, {"content", wholeText}}}}})},
                        {"usage", {{"prompt_tokens", 5}, {"completion_tokens", 8}, {"total_tokens", 13}}}}
                       .dump();
    return answer;
}

Json responseObject(const std::string &status, const Json &output)
{
    return {{"id", "resp_1"},
            {"object", "response"},
            {"created_at", 1},
            {"model", "m"},
            {"status", status},
            {"error", nullptr},
            {"incomplete_details", nullptr},
            {"output", output},
            {"parallel_tool_calls", true},
            {"tool_choice", "auto"},
            {"tools", Json::array()},
            {"usage", status == "completed" ? Json{{"input_tokens", 5},
                                                   {"output_tokens", 8},
                                                   {"total_tokens", 13},
                                                   {"input_tokens_details", {{"cached_tokens", 0}}},
                                                   {"output_tokens_details", {{"reasoning_tokens", 0}}}}
                                            : Json()}};
}

Answer responsesAnswer()
{
    Answer answer;
    int number = 0;
    const auto say = [&number](Json json) {
        json["sequence_number"] = number++;
        const std::string type = json["type"].get<std::string>();
        return namedEvent(type, json);
    };
    const Json part{{"type", "output_text"}, {"text", wholeText}, {"annotations", Json::array()}};
    const Json emptyPart{{"type", "output_text"}, {"text", ""}, {"annotations", Json::array()}};
    const Json message{{"type", "message"},
                       {"id", "msg_1"},
                       {"role", "assistant"},
                       {"status", "completed"},
                       {"content", Json::array({part})}};
    const Json place{{"item_id", "msg_1"}, {"output_index", 0}, {"content_index", 0}};
    const auto placed = [&place](const char *type, Json more) {
        more.update(place);
        more["type"] = type;
        return more;
    };
    answer.beginning = {
        say({{"type", "response.created"}, {"response", responseObject("in_progress", Json::array())}}),
        say({{"type", "response.output_item.added"},
             {"output_index", 0},
             {"item",
              {{"type", "message"},
               {"id", "msg_1"},
               {"role", "assistant"},
               {"status", "in_progress"},
               {"content", Json::array()}}}}),
        say(placed("response.content_part.added", {{"part", emptyPart}})),
    };
    for (const std::string &word : words())
        answer.content.push_back(
            say(placed("response.output_text.delta", {{"delta", word}, {"logprobs", Json::array()}})));
    answer.ending = {
        say(placed("response.output_text.done", {{"text", wholeText}, {"logprobs", Json::array()}})),
        say(placed("response.content_part.done", {{"part", part}})),
        say({{"type", "response.output_item.done"}, {"output_index", 0}, {"item", message}}),
        say({{"type", "response.completed"}, {"response", responseObject("completed", Json::array({message}))}}),
    };
    answer.errorEvent =
        say({{"type", "error"}, {"code", "server_error"}, {"message", "The engine broke."}, {"param", nullptr}});
    answer.whole = responseObject("completed", Json::array({message})).dump();
    return answer;
}

std::string joined(const std::vector<std::string> &events)
{
    std::string all;
    for (const std::string &each : events)
        all += each;
    return all;
}

class Performance {
public:
    Performance(FakePeer &peer, Answer answer, bool isStream)
        : m_peer(peer), m_answer(std::move(answer)), m_isStream(isStream)
    {
    }

    void play(const std::string &fault)
    {
        if (fault.starts_with("status-"))
            m_peer.answer(std::stoi(fault.substr(7)), jsonType, errorBody());
        else if (fault == "limited-long")
            m_peer.answer(429, {{"Content-Type", "application/json"}, {"Retry-After", "30"}}, errorBody());
        else if (fault == "reset-before-head")
            m_peer.reset();
        else if (fault == "reset-after-head")
            sendAndReset(head());
        else if (fault == "half-closed")
            cutAfter(head() + begun(1));
        else if (fault.starts_with("cut-"))
            cut(std::stoul(fault.substr(4)));
        else if (fault == "error-at-once")
            errorAfter(0);
        else if (fault == "error-later")
            errorAfter(3);
        else if (fault == "malformed-chunk")
            malformed();
        else if (fault == "wrong-type")
            m_peer.answer(200, {{"Content-Type", "text/html"}}, "<html><body>Sign in</body></html>");
        else if (fault == "empty-answer")
            m_peer.answer(200, jsonType, "");
        else if (fault == "no-end-mark")
            withoutEndMark();
        else if (fault == "stays-open")
            m_peer.send(m_isStream ? head() + begun(m_answer.content.size()) + chunk(joined(m_answer.ending))
                                   : everything());
        else if (fault == "calls-nothing")
            callsNothing();
        else if (fault == "slow-drip")
            m_peer.sendInPieces(everything(), 100);
        else
            m_peer.send(everything());
    }

private:
    static std::string errorBody()
    {
        return R"({"error":{"message":"The provider is unwell.","type":"server_error","param":null,"code":null}})";
    }

    std::string head() const
    {
        if (m_isStream)
            return streamHead;
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
               + std::to_string(m_answer.whole.size()) + "\r\n\r\n";
    }

    std::string begun(std::size_t words) const
    {
        if (!m_isStream)
            return m_answer.whole.substr(0, m_answer.whole.size() / 2);
        std::string bytes = chunk(joined(m_answer.beginning));
        for (std::size_t i = 0; i < std::min(words, m_answer.content.size()); ++i)
            bytes += chunk(m_answer.content[i]);
        return bytes;
    }

    std::string body() const
    {
        if (!m_isStream)
            return m_answer.whole;
        return begun(m_answer.content.size()) + chunk(joined(m_answer.ending) + m_answer.endMark) + "0\r\n\r\n";
    }

    std::string everything() const { return head() + body(); }

    void sendAndReset(const std::string &bytes)
    {
        FakePeer *peer = &m_peer;
        QObject::connect(peer, &FakePeer::bytesSent, peer, &FakePeer::reset);
        m_peer.send(bytes);
    }

    void cutAfter(const std::string &bytes)
    {
        m_peer.send(bytes);
        m_peer.close();
    }

    void cut(std::size_t place)
    {
        const std::string bytes = everything();
        const std::size_t headSize = head().size();
        cutAfter(bytes.substr(0, headSize + (bytes.size() - headSize) * place / cutPlaces));
    }

    void errorAfter(std::size_t words)
    {
        if (m_isStream)
            m_peer.send(head() + begun(words) + chunk(m_answer.errorEvent) + "0\r\n\r\n");
        else
            m_peer.answer(200, jsonType, errorBody());
    }

    void malformed()
    {
        if (m_isStream)
            m_peer.send(head() + begun(2) + chunk("data: {\"choices\": [\n\n") + body().substr(begun(2).size()));
        else
            m_peer.answer(200, jsonType, m_answer.whole.substr(0, m_answer.whole.size() - 3));
    }

    void withoutEndMark()
    {
        if (m_isStream)
            m_peer.send(head() + begun(m_answer.content.size()) + chunk(joined(m_answer.ending)) + "0\r\n\r\n");
        else
            m_peer.send(everything());
    }

    void callsNothing()
    {
        const bool isChat = !m_answer.emptyCall.empty();
        if (m_isStream && isChat)
            m_peer.send(head() + chunk(joined(m_answer.beginning)) + chunk(m_answer.emptyCall + m_answer.endMark)
                        + "0\r\n\r\n");
        else
            m_peer.answer(500, jsonType, errorBody()); // Responses has no such finish reason
    }

    FakePeer &m_peer;
    Answer m_answer;
    bool m_isStream;
};

} // namespace

const std::vector<Fault> &faults()
{
    using enum AfterFault;
    static const std::vector<Fault> all{
        {"reset-before-head", Failure, Failure}, {"reset-after-head", Failure, Failure},
        {"status-429", Failure, Failure},        {"limited-long", Failure, Failure},
        {"status-500", Failure, Failure},        {"status-502", Failure, Failure},
        {"status-503", Failure, Failure},        {"status-529", Failure, Failure},
        {"error-at-once", Failure, Failure},     {"error-later", Failure, Failure},
        {"malformed-chunk", Failure, Success},   {"half-closed", Failure, Failure},
        {"wrong-type", Failure, Failure},        {"empty-answer", Failure, Failure},
        {"calls-nothing", Failure, Failure},     {"no-end-mark", Success, Success},
        {"slow-drip", Success, Success},         {"none", Success, Success},
    };
    return all;
}

void playFault(FakePeer &peer, const ReceivedRequest &request)
{
    const std::string_view target = request.target;
    const auto end = target.find('/', 1);
    const std::string fault(target.substr(1, end - 1));
    const bool isStream = Json::parse(request.body, nullptr, false).value("stream", false);
    const bool isResponses = target.find("/responses") != std::string_view::npos;
    Performance(peer, isResponses ? responsesAnswer() : chatAnswer(), isStream).play(fault);
}

void playWell(FakePeer &peer, const ReceivedRequest &request)
{
    const Json message{{"id", "msg_1"},
                       {"type", "message"},
                       {"role", "assistant"},
                       {"model", "m"},
                       {"content", Json::array({{{"type", "text"}, {"text", wholeText}}})},
                       {"stop_reason", "end_turn"},
                       {"stop_sequence", nullptr},
                       {"usage", {{"input_tokens", 5}, {"output_tokens", 8}}}};
    if (!Json::parse(request.body, nullptr, false).value("stream", false)) {
        peer.answer(200, jsonType, message.dump());
        return;
    }
    Json begun = message;
    begun["content"] = Json::array();
    begun["stop_reason"] = nullptr;
    begun["usage"]["output_tokens"] = 1;
    std::string events = namedEvent("message_start", {{"type", "message_start"}, {"message", begun}});
    events += namedEvent(
        "content_block_start",
        {{"type", "content_block_start"}, {"index", 0}, {"content_block", {{"type", "text"}, {"text", ""}}}});
    for (const std::string &word : words())
        events += namedEvent(
            "content_block_delta",
            {{"type", "content_block_delta"}, {"index", 0}, {"delta", {{"type", "text_delta"}, {"text", word}}}});
    events += namedEvent("content_block_stop", {{"type", "content_block_stop"}, {"index", 0}});
    events += namedEvent("message_delta", {{"type", "message_delta"},
                                           {"delta", {{"stop_reason", "end_turn"}, {"stop_sequence", nullptr}}},
                                           {"usage", {{"output_tokens", 8}}}});
    events += namedEvent("message_stop", {{"type", "message_stop"}});
    peer.send(streamHead + chunk(events) + "0\r\n\r\n");
}

} // namespace tests
