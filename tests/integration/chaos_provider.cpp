#include "tests/integration/chaos_provider.h"

#include <nlohmann/json.hpp>

namespace tests {

using Json = nlohmann::json;

namespace {

constexpr std::size_t wholly = std::string::npos;
// Every answer says the same, so that a broken stream goes on from any other attempt. Where an answer differs the gateway
// stops reading, and what had been sent behind that would be in the ledger only.
constexpr int words = 8;
const gateway::HeaderList jsonType{{"Content-Type", "application/json"}};

std::string chunk(const std::string &bytes)
{
    char size[16];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return size + bytes + "\r\n";
}

Json usageOf(int input, int output)
{
    return {{"prompt_tokens", input}, {"completion_tokens", output}, {"total_tokens", input + output}};
}

std::string event(const Json &choices, const Json &usage)
{
    Json json{{"id", "chatcmpl-1"}, {"object", "chat.completion.chunk"}, {"created", 1}, {"model", "m"}};
    json["choices"] = choices;
    if (!usage.is_null())
        json["usage"] = usage;
    return chunk("data: " + json.dump() + "\n\n");
}

Json choice(const Json &delta, const Json &finish)
{
    return Json::array({{{"index", 0}, {"delta", delta}, {"finish_reason", finish}}});
}

} // namespace

ChaosProvider::ChaosProvider(std::uint32_t seed, double illness)
    : m_random(seed)
    , m_illness(illness)
    , m_upstream([this](FakePeer &peer, const ReceivedRequest &request) { play(peer, request); })
{
}

void ChaosProvider::play(FakePeer &peer, const ReceivedRequest &request)
{
    ++m_ledger.attempts;
    const bool isStream = Json::parse(request.body, nullptr, false).value("stream", false);
    if (std::uniform_real_distribution<double>(0, 1)(m_random) < m_illness)
        fail(peer, isStream);
    else
        answer(peer, isStream, wholly);
}

void ChaosProvider::fail(FakePeer &peer, bool isStream)
{
    const std::string error = R"({"error":{"message":"Chaos.","type":"server_error","param":null,"code":null}})";
    switch (below(isStream ? 8 : 6)) {
    case 0: peer.answer(429, {{"Content-Type", "application/json"}, {"retry-after-ms", "1"}}, error); return;
    case 1: peer.answer(500, jsonType, error); return;
    case 2: peer.answer(503, jsonType, error); return;
    case 3: peer.reset(); return; // on a kept connection the request comes a second time
    case 4: peer.answer(200, jsonType, "{\"choices\": [{\"mess"); return; // not JSON
    case 5: answer(peer, isStream, static_cast<std::size_t>(below(900))); return;
    case 6: // an error in place of the first word
        peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + chunk("data: " + error + "\n\n") + "0\r\n\r\n");
        return;
    default: answer(peer, isStream, static_cast<std::size_t>(below(2'000))); return;
    }
}

// Cut after so many bytes of its body. A usage counts once all of it was sent.
void ChaosProvider::answer(FakePeer &peer, bool isStream, std::size_t cutAt)
{
    const int input = 1 + below(5'000);
    const int output = 1 + below(500);
    const Json usage = usageOf(input, output);
    std::string head;
    std::string body;
    std::size_t usageEnd = 0;
    if (isStream) {
        head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
        body = event(choice({{"role", "assistant"}, {"content", ""}}, nullptr), nullptr);
        for (int word = 0; word < words; ++word)
            body += event(choice({{"content", "word "}}, nullptr), nullptr);
        body += event(choice(Json::object(), "stop"), nullptr);
        body += event(Json::array(), usage);
        usageEnd = body.size() - 2; // the line end behind the chunk belongs to the framing
        body += chunk("data: [DONE]\n\n") + "0\r\n\r\n";
    } else {
        body = Json{{"id", "chatcmpl-1"},
                    {"object", "chat.completion"},
                    {"created", 1},
                    {"model", "m"},
                    {"choices", Json::array({{{"index", 0},
                                              {"finish_reason", "stop"},
                                              {"message", {{"role", "assistant"}, {"content", "words"}}}}})},
                    {"usage", usage}}
                   .dump();
        head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size())
               + "\r\n\r\n";
        usageEnd = body.size();
    }
    // A usage in a line without an end is one to some readers and none to others.
    if (cutAt < usageEnd && cutAt + 2 >= usageEnd)
        cutAt = usageEnd;
    const std::string sent = body.substr(0, cutAt);
    if (sent.size() >= usageEnd) {
        m_ledger.input += input;
        m_ledger.output += output;
    }
    peer.send(head + sent);
    // Never after a whole answer: a request that crosses such a close is sent twice, and the ledger would have it once.
    if (sent.size() < body.size())
        peer.close();
}

} // namespace tests
