#include "tools/bench/chat_payloads.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace bench {

namespace {

constexpr std::string_view streamModelPrefix = "bench-stream-";
constexpr std::string_view markStart = " mark ";
constexpr std::size_t numberDigits = 8;
constexpr std::size_t timeDigits = 19;
constexpr unsigned rateLimit = 10000;
constexpr std::uint32_t countLimit = 1000000;

constexpr std::array<std::string_view, 4> userTexts = {
    R"(Please look at the function below and tell me why the second call returns an empty list.\n\n```python\ndef take(items, count=[]):\n    count.append(len(items))\n    return [item for item in items if \"id\" in item][:count[-1]]\n```\n)",
    R"(The build fails since yesterday: \"undefined reference to `vtable for Session'\". The header has a virtual destructor that is declared, but I cannot find where it should be defined. What is the usual cause?)",
    R"(Here is the log of the failing run:\n\t[12:04:31] connected to 10.0.0.7\n\t[12:04:31] received 4096 bytes\n\t[12:04:32] timeout while waiting for the \"ready\" line\nWhich of these lines matters?)",
    R"(Rewrite this loop so that it does not copy the strings, and keep the order of the results; the names in the table are \u00e4, \u00f6 and \u00fc, so mind the encoding.)"};

constexpr std::string_view assistantText =
    R"(The default argument is created once, when the function is defined, and shared between calls. Use `None` as default and make the list inside:\n\n```python\ndef take(items, count=None):\n    count = [] if count is None else count\n```\n\nThen every call begins with its own list.)";

template <typename Number>
bool readDigits(std::string_view text, Number *number)
{
    const auto result = std::from_chars(text.data(), text.data() + text.size(), *number);
    return result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

std::string paddedDigits(std::int64_t number, std::size_t digits)
{
    std::string text = std::to_string(number);
    if (text.size() < digits)
        text.insert(0, digits - text.size(), '0');
    return text;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::optional<StreamPlan> readStreamModel(std::string_view text)
{
    const std::size_t start = text.find(streamModelPrefix);
    if (start == std::string_view::npos)
        return std::nullopt;
    std::string_view rest = text.substr(start + streamModelPrefix.size());
    rest = rest.substr(0, rest.find('"'));
    const std::size_t cross = rest.find('x');
    StreamPlan plan;
    if (cross == std::string_view::npos || !readDigits(rest.substr(0, cross), &plan.eventsPerSecond)
        || !readDigits(rest.substr(cross + 1), &plan.eventCount))
        return std::nullopt;
    plan.eventsPerSecond = std::clamp(plan.eventsPerSecond, 1U, rateLimit);
    plan.eventCount = std::min(plan.eventCount, countLimit);
    return plan;
}

std::optional<EventMark> readMark(std::string_view event)
{
    const std::size_t start = event.find(markStart);
    if (start == std::string_view::npos || event.size() < start + markStart.size() + numberDigits + 1 + timeDigits)
        return std::nullopt;
    const std::string_view digits = event.substr(start + markStart.size());
    EventMark mark;
    std::int64_t time = 0;
    if (!readDigits(digits.substr(0, numberDigits), &mark.number)
        || !readDigits(digits.substr(numberDigits + 1, timeDigits), &time))
        return std::nullopt;
    mark.sendTime = Nanoseconds(time);
    return mark;
}

} // namespace

std::string streamModelName(const StreamPlan &plan)
{
    return std::string(streamModelPrefix) + std::to_string(plan.eventsPerSecond) + 'x'
           + std::to_string(plan.eventCount);
}

std::string chatRequestBody(std::string_view model, std::size_t size, bool isStreaming)
{
    std::string body = R"({"model":")" + std::string(model) + '"';
    if (isStreaming)
        body += R"(,"stream":true)";
    body += R"(,"temperature":0.2,"max_tokens":1024,"messages":[{"role":"system","content":)"
            R"("You are a careful programmer. Answer in short sentences and show code only where it helps."})";
    const std::string ending = R"(],"user":"bench"})";
    const std::string lastStart = R"(,{"role":"user","content":"Go on with the next file. )";
    const std::string lastEnd = R"("})";
    const std::size_t fixedSize = lastStart.size() + lastEnd.size() + ending.size();
    for (std::size_t turn = 0;; ++turn) {
        std::string messages = R"(,{"role":"user","content":")";
        messages += userTexts[turn % userTexts.size()];
        messages += R"("},{"role":"assistant","content":")";
        messages += assistantText;
        messages += R"("})";
        if (body.size() + messages.size() + fixedSize > size)
            break;
        body += messages;
    }
    body += lastStart;
    const std::size_t used = body.size() + lastEnd.size() + ending.size();
    for (std::size_t left = size > used ? size - used : 0; left > 0; --left)
        body += left % 7 == 0 ? ' ' : 'x';
    return body + lastEnd + ending;
}

std::optional<StreamPlan> streamPlanOf(std::string_view requestBody)
{
    // The facts stand near one of the ends; 100 KB of conversation need not be searched for every request.
    constexpr std::size_t window = 1024;
    const std::string_view head = requestBody.substr(0, window);
    const std::string_view tail = requestBody.substr(requestBody.size() - std::min(window, requestBody.size()));
    const auto has = [&](std::string_view text) { return contains(head, text) || contains(tail, text); };
    if (!has(R"("stream":true)") && !has(R"("stream": true)"))
        return std::nullopt;
    std::optional<StreamPlan> plan = readStreamModel(head);
    if (!plan)
        plan = readStreamModel(tail);
    if (!plan)
        plan = StreamPlan{50, 50, false};
    plan->mustReportUsage = has(R"("include_usage":true)") || has(R"("include_usage": true)");
    return plan;
}

std::string chatAnswerBody()
{
    std::string text;
    while (text.size() < 1000)
        text +=
            text.empty() ? assistantText : R"( In the other places of the module the same pattern is used correctly.)";
    return R"({"id":"chatcmpl-bench0123456789abcdefghij","object":"chat.completion","created":1763000000,)"
           R"("model":"bench","choices":[{"index":0,"message":{"role":"assistant","content":")"
           + text
           + R"(","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],)"
             R"("usage":{"prompt_tokens":231,"completion_tokens":212,"total_tokens":443,)"
             R"("prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":)"
             R"({"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,)"
             R"("rejected_prediction_tokens":0}},"service_tier":"default","system_fingerprint":"fp_bench"})";
}

std::string streamEvent(std::uint32_t number, Nanoseconds sendTime)
{
    std::string event = R"(data: {"id":"chatcmpl-bench0123456789abcdefghij","object":"chat.completion.chunk",)"
                        R"("created":1763000000,"model":"bench","system_fingerprint":"fp_bench",)"
                        R"("choices":[{"index":0,"delta":{"content":")";
    event += markStart;
    event += paddedDigits(number, numberDigits) + ' ' + paddedDigits(sendTime.count(), timeDigits);
    event += R"("},"logprobs":null,"finish_reason":null}]})";
    event += "\n\n";
    return event;
}

std::string usageEvent()
{
    return R"(data: {"id":"chatcmpl-bench0123456789abcdefghij","object":"chat.completion.chunk","created":1763000000,)"
           R"("model":"bench","system_fingerprint":"fp_bench","choices":[],"usage":{"prompt_tokens":231,)"
           R"("completion_tokens":212,"total_tokens":443}})"
           "\n\n";
}

std::optional<EventMark> takeEventMark(std::string_view *text, bool *isDone)
{
    for (;;) {
        const std::size_t end = text->find("\n\n");
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::string_view event = text->substr(0, end);
        text->remove_prefix(end + 2);
        if (const auto mark = readMark(event))
            return mark;
        if (contains(event, "[DONE]"))
            *isDone = true;
    }
}

Nanoseconds monotonicNow()
{
    return std::chrono::duration_cast<Nanoseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace bench
