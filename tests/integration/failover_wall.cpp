#include "tests/integration/failover_wall.h"

#include <nlohmann/json.hpp>

#include <QTimer>

namespace tests {

using Json = nlohmann::json;
using gateway::HeaderList;

namespace {

constexpr std::size_t wordCount = 60;
constexpr std::size_t wordsBeforeTheCut = 40;
constexpr std::size_t wordsBeforeTheStall = 20;
constexpr std::size_t wordsBeforeTheGarbage = 10;

const std::string streamHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

std::vector<std::string> wordsOfTheAnswer()
{
    std::vector<std::string> words;
    for (std::size_t index = 0; index < wordCount; ++index)
        words.push_back((index > 0 ? " " : "") + std::string("word") + std::to_string(index + 1));
    return words;
}

std::string chunk(const std::string &bytes)
{
    char size[16];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return size + bytes + "\r\n";
}

std::string event(const std::string &model, const Json &delta, const Json &finish)
{
    const Json json{{"id", "chatcmpl-wall"},
                    {"object", "chat.completion.chunk"},
                    {"created", 1},
                    {"model", model},
                    {"choices", Json::array({{{"index", 0}, {"delta", delta}, {"finish_reason", finish}}})}};
    return chunk("data: " + json.dump() + "\n\n");
}

std::string usageEvent(const std::string &model)
{
    const Json json{{"id", "chatcmpl-wall"},
                    {"object", "chat.completion.chunk"},
                    {"created", 1},
                    {"model", model},
                    {"choices", Json::array()},
                    {"usage", {{"prompt_tokens", 12}, {"completion_tokens", wordCount}, {"total_tokens", 72}}}};
    return chunk("data: " + json.dump() + "\n\n");
}

// "fb-s08-stream-cut" is the fault "s08".
std::string faultOf(const std::string &model)
{
    return model.starts_with("fb-s") ? model.substr(3, 3) : model;
}

std::string begun(const std::string &model, std::size_t from, std::size_t until)
{
    static const std::vector<std::string> words = wordsOfTheAnswer();
    std::string bytes = from == 0 ? event(model, {{"role", "assistant"}, {"content", ""}}, nullptr) : std::string();
    for (std::size_t index = from; index < until; ++index)
        bytes += event(model, {{"content", words[index]}}, nullptr);
    return bytes;
}

} // namespace

FailoverWall::FailoverWall(int scale)
    : m_scale(scale), m_upstream([this](FakePeer &peer, const ReceivedRequest &request) { play(peer, request); })
{
    reset();
}

const std::string &FailoverWall::answer()
{
    static const std::string text = [] {
        std::string all;
        for (const std::string &word : wordsOfTheAnswer())
            all += word;
        return all;
    }();
    return text;
}

void FailoverWall::reset()
{
    m_attempts.clear();
    m_counts.clear();
    m_sinceReset.start();
}

std::vector<FailoverWall::Attempt> FailoverWall::attemptsOf(const std::string &model) const
{
    std::vector<Attempt> found;
    std::copy_if(m_attempts.begin(), m_attempts.end(), std::back_inserter(found),
                 [&model](const Attempt &attempt) { return attempt.model == model; });
    return found;
}

void FailoverWall::refuse(FakePeer &peer, int status, const std::string &code, const std::string &message,
                          HeaderList headers)
{
    headers.add("Content-Type", "application/json");
    const Json body{{"error", {{"message", message}, {"type", "error"}, {"param", nullptr}, {"code", code}}}};
    peer.answer(status, headers, body.dump());
}

void FailoverWall::play(FakePeer &peer, const ReceivedRequest &request)
{
    const Json body = Json::parse(request.body, nullptr, false);
    const std::string model = body.value("model", "");
    const bool isPrefill = body["messages"].back().value("role", "") == "assistant";
    const bool isFirst = ++m_counts[model] == 1;
    m_attempts.push_back({model, std::chrono::milliseconds(m_sinceReset.elapsed()), false, isPrefill});
    const std::string fault = faultOf(model);
    if (isPrefill && model == "fb-ok-noprefill")
        return refuse(peer, 400, "invalid_prefill", "This model does not support assistant message prefill.");
    if (fault == "s01" && isFirst)
        return refuse(peer, 429, "rate_limit_exceeded", "Rate limit reached.", {{"Retry-After", "2"}});
    if (fault == "s02")
        return refuse(peer, 429, "rate_limit_exceeded", "Rate limit reached.");
    if (fault == "s03" && isFirst)
        return refuse(peer, 500, "", "The server had an error.");
    if (fault == "s04" || fault == "s16" || (fault == "s15" && m_sinceReset.elapsed() < scaled(60)))
        return refuse(peer, 503, "overloaded", "The engine is currently overloaded.");
    if (fault == "s05" && isFirst)
        return peer.reset();
    if (fault == "s06")
        return;
    if (fault == "s12")
        return refuse(peer, 400, "context_length_exceeded", "This model's maximum context length is 8192 tokens.");
    if (fault == "s13")
        return refuse(peer, 400, "content_policy_violation", "Your request was rejected by our safety system.");
    m_attempts.back().wasServed = true;
    if (!body.value("stream", false))
        return answerWhole(peer, model);
    const Json options = body.value("stream_options", Json::object());
    answerStream(peer, model, options.is_object() && options.value("include_usage", false));
}

void FailoverWall::answerWhole(FakePeer &peer, const std::string &model)
{
    const Json body{{"id", "chatcmpl-wall"},
                    {"object", "chat.completion"},
                    {"created", 1},
                    {"model", model},
                    {"choices", Json::array({{{"index", 0},
                                              {"finish_reason", "stop"},
                                              {"message", {{"role", "assistant"}, {"content", answer()}}}}})},
                    {"usage", {{"prompt_tokens", 12}, {"completion_tokens", wordCount}, {"total_tokens", 72}}}};
    peer.answer(200, {{"Content-Type", "application/json"}}, body.dump());
}

void FailoverWall::answerStream(FakePeer &peer, const std::string &model, bool wantsUsage)
{
    const std::string fault = faultOf(model);
    const std::string end = event(model, Json::object(), "stop") + (wantsUsage ? usageEvent(model) : std::string());
    const std::string mark = chunk("data: [DONE]\n\n");
    const std::string last = "0\r\n\r\n";
    const std::string all = begun(model, 0, wordCount) + end;
    FakePeer *const open = &peer;
    if (fault == "s07") {
        peer.send(streamHead);
        QTimer::singleShot(scaled(20), open, [open, all, mark, last] { open->send(all + mark + last); });
    } else if (fault == "s08" || fault == "s14") {
        peer.send(streamHead + begun(model, 0, wordsBeforeTheCut));
        peer.close();
    } else if (fault == "s09") {
        peer.send(streamHead + begun(model, 0, wordsBeforeTheStall));
        QTimer::singleShot(scaled(30), open, [open] { open->close(); });
    } else if (fault == "s10") {
        peer.send(streamHead + begun(model, 0, wordsBeforeTheGarbage)
                  + chunk("data: {\"id\": \"chatcmpl-wall\", \"choices\": [{\"delta\": {\"content\": \n\n")
                  + begun(model, wordsBeforeTheGarbage, wordCount) + end + mark + last);
    } else if (fault == "s11") {
        peer.send(streamHead + all + last);
    } else {
        peer.send(streamHead + all + mark + last);
    }
}

} // namespace tests
