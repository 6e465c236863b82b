#include "tests/translation/responses_stream_reader.h"

#include "gateway/translation/framing/sse_codec.h"

#include <set>

namespace {

using Json = nlohmann::json;

class Reader {
public:
    ReadResponse read(std::string_view wire)
    {
        gateway::translation::SseFrameSplitter splitter;
        splitter.feed(wire);
        while (const auto frame = splitter.next()) {
            const Json event = Json::parse(frame->data, nullptr, false);
            if (event.is_discarded() || event.value("type", "") != frame->event)
                fail("the event's name is not its type");
            else
                readEvent(event);
        }
        if (!splitter.rest().empty())
            fail("bytes after the last frame");
        if (!m_isOver)
            fail("the stream has no end");
        return std::move(m_read);
    }

    ReadResponse readWhole(std::string_view body)
    {
        m_read.final = Json::parse(body, nullptr, false);
        if (!m_read.final.is_object()) {
            fail("not an object");
            return std::move(m_read);
        }
        checkResponse(m_read.final);
        for (const Json &item : m_read.final["output"]) {
            checkId(item);
            gather(item);
        }
        return std::move(m_read);
    }

private:
    void fail(const std::string &problem)
    {
        if (m_read.problem.empty())
            m_read.problem = problem;
    }
    void require(bool isTrue, const std::string &rule)
    {
        if (!isTrue)
            fail(rule);
    }

    void readEvent(const Json &event)
    {
        const std::string type = event["type"];
        require(event.value("sequence_number", -1) == m_sequence++, "sequence_number counts from 0");
        require(!m_isOver, "nothing after the last event");
        if (event.contains("error")) {
            m_read.hasRaised = true;
            require(event["error"]["message"].is_string() && event["error"]["type"].is_string(), "error is whole");
            m_read.failure = event["error"].value("message", "");
            return;
        }
        if (type == "response.created" || type == "response.in_progress")
            readBegin(type, event);
        else if (type == "response.completed" || type == "response.incomplete" || type == "response.failed")
            readEnd(type, event);
        else if (type == "response.output_item.added")
            addItem(event);
        else
            readPiece(type, event);
    }

    void readBegin(const std::string &type, const Json &event)
    {
        require(m_sequence == (type == "response.created" ? 1 : 2), type + " at its place");
        require(event["response"]["status"] == "in_progress" && event["response"]["output"].empty(), "nothing yet");
        checkResponse(event["response"]);
    }

    void checkResponse(const Json &response)
    {
        for (const char *name :
             {"id", "object", "created_at", "status", "error", "incomplete_details", "instructions", "metadata",
              "model", "output", "parallel_tool_calls", "temperature", "tool_choice", "tools", "top_p", "usage"})
            require(response.contains(name), std::string("the response has ") + name);
        require(response.value("id", "").starts_with("resp_"), "resp_");
        require(response["created_at"].is_number_integer(), "created_at is a number");
        require(response["tools"].is_array() && response["parallel_tool_calls"].is_boolean(), "echo");
        if (const Json &usage = response["usage"]; !usage.is_null())
            require(usage["input_tokens_details"]["cached_tokens"].is_number()
                        && usage["output_tokens_details"]["reasoning_tokens"].is_number()
                        && usage["total_tokens"]
                               == usage["input_tokens"].get<int>() + usage["output_tokens"].get<int>(),
                    "usage is whole");
    }

    void readEnd(const std::string &type, const Json &event)
    {
        m_isOver = true;
        m_read.final = event["response"];
        checkResponse(m_read.final);
        require("response." + m_read.final.value("status", "") == type, "status and event agree");
        if (type != "response.failed")
            require(m_isDone, "the last item is done");
        else
            require(m_read.final["error"]["message"].is_string(), "a failed response says why");
        require(m_read.final["output"] == m_done, "the output is the items that were done");
    }

    void addItem(const Json &event)
    {
        require(m_isDone, "one item at a time");
        require(event["output_index"] == m_done.size(), "output_index");
        m_item = event["item"];
        m_isDone = false;
        m_isContentOpen = false;
        checkId(m_item);
    }

    void checkId(const Json &item)
    {
        const std::string type = item["type"];
        const std::string id = item["id"];
        require(m_ids.insert(id).second, "an id is used once");
        const std::string prefix = type == "message"            ? "msg_"
                                   : type == "reasoning"        ? "rs_"
                                   : type == "function_call"    ? "fc_"
                                   : type == "custom_tool_call" ? "ctc_"
                                                                : "";
        require(id.starts_with(prefix), "the id's prefix");
    }

    void readPiece(const std::string &type, const Json &event)
    {
        require(!m_isDone && event["output_index"] == m_done.size(), "pieces belong to the open item");
        if (type == "response.output_item.done") {
            finishItem(event["item"]);
            return;
        }
        require(event["item_id"] == m_item["id"], "item_id");
        if (type == "response.content_part.added" || type == "response.reasoning_summary_part.added") {
            require(!m_isContentOpen, "one content part at a time");
            Json &list = m_item[type == "response.content_part.added" ? "content" : "summary"];
            require(event.value(type == "response.content_part.added" ? "content_index" : "summary_index", 99u)
                        == list.size(),
                    "the part's index");
            list.push_back(event["part"]);
            m_isContentOpen = true;
            return;
        }
        readContent(type, event);
    }

    void readContent(const std::string &type, const Json &event)
    {
        const auto ends = [&](std::string_view end) { return type.ends_with(end); };
        const bool isCall =
            ends("arguments.delta") || ends("arguments.done") || ends("input.delta") || ends("input.done");
        require(isCall || m_isContentOpen, type + " inside a part");
        Json *place = &m_item;
        if (event.contains("content_index") && event["content_index"] == m_item["content"].size() - 1)
            place = &m_item["content"].back();
        if (event.contains("summary_index") && event["summary_index"] == m_item["summary"].size() - 1)
            place = &m_item["summary"].back();
        const char *member = isCall ? (type.find("custom") == std::string::npos ? "arguments" : "input")
                                    : (type.find("refusal") == std::string::npos ? "text" : "refusal");
        if (ends("annotation.added")) {
            require(event["annotation_index"] == (*place)["annotations"].size(), "annotation_index");
            (*place)["annotations"].push_back(event["annotation"]);
        } else if (ends(".delta")) {
            (*place)[member] = (*place)[member].get<std::string>() + event["delta"].get<std::string>();
        } else if (ends("part.done")) {
            Json part = event["part"];
            part.erase("logprobs");
            place->erase("logprobs");
            require(*place == part, "the part is what its pieces told");
            m_isContentOpen = false;
        } else if (ends(".done")) {
            require((*place)[member] == event[member], "the whole is what its pieces told");
        } else {
            fail("no SDK knows " + type);
        }
    }

    void finishItem(const Json &item)
    {
        require(!m_isContentOpen, "no part stays open");
        m_isDone = true;
        m_done.push_back(item);
        for (const char *name : {"id", "type", "name", "call_id", "arguments", "input", "summary"})
            require(item.value(name, Json()) == m_item.value(name, Json()), std::string("the done item's ") + name);
        if (item["type"] == "message") {
            Json content = item["content"];
            for (Json &part : content)
                part.erase("logprobs");
            require(content == m_item["content"], "the done item's content");
        }
        gather(item);
    }

    void gather(const Json &item)
    {
        const std::string type = item["type"];
        if (type == "message") {
            for (const Json &part : item["content"]) {
                m_read.text += part.value("text", "");
                m_read.refusal += part.value("refusal", "");
                require(part["type"] != "output_text" || part["annotations"].is_array(), "annotations of a text");
            }
        } else if (type == "reasoning") {
            for (const Json &part : item["summary"])
                m_read.reasoning += part["text"].get<std::string>();
        } else if (type == "function_call" || type == "custom_tool_call") {
            require(item["call_id"].is_string() && !item["call_id"].empty(), "call_id");
            m_read.calls.emplace_back(item["name"], item.value("arguments", item.value("input", "")));
        }
    }

    ReadResponse m_read;
    int m_sequence = 0;
    bool m_isOver = false;
    bool m_isDone = true; // no item is open
    bool m_isContentOpen = false;
    Json m_item;
    Json m_done = Json::array();
    std::set<std::string> m_ids;
};

} // namespace

ReadResponse readResponseStream(std::string_view wire)
{
    return Reader().read(wire);
}

ReadResponse readWholeResponse(std::string_view body)
{
    return Reader().readWhole(body);
}
