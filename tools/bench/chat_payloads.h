// The plausible OpenAI chat traffic of the benchmark: request bodies, the answer, and stream events with a send time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tools/bench/sample_set.h"

namespace bench {

// What the model name "bench-stream-<rate>x<count>" asks of the scripted upstream.
struct StreamPlan {
    unsigned eventsPerSecond = 0;
    std::uint32_t eventCount = 0;
    bool mustReportUsage = false; // the request has "include_usage":true
    bool operator==(const StreamPlan &) const = default;
};

std::string streamModelName(const StreamPlan &plan);

// A chat request of exactly `size` bytes (or the smallest possible one, if that is larger): a few messages for a
// small size, a long coding conversation with escapes for a large one.
std::string chatRequestBody(std::string_view model, std::size_t size, bool isStreaming);

// The plan of a streaming request, or nothing if the answer is to be one JSON document.
std::optional<StreamPlan> streamPlanOf(std::string_view requestBody);

// About 1.5 KB of JSON with usage.
std::string chatAnswerBody();

// One SSE event of about 250 bytes. All have the same size, so that the chunk size can be a constant.
std::string streamEvent(std::uint32_t number, Nanoseconds sendTime);
std::string usageEvent();
inline constexpr std::string_view doneEvent = "data: [DONE]\n\n";

struct EventMark {
    std::uint32_t number = 0;
    Nanoseconds sendTime{};
    bool operator==(const EventMark &) const = default;
};

// Takes the whole events out of the front of `text` and returns the mark of the first event that has one; nothing
// when no marked event is whole yet. Events without a mark are dropped, "[DONE]" sets `isDone`.
std::optional<EventMark> takeEventMark(std::string_view *text, bool *isDone);

// Monotonic time, the same for all processes of the machine.
Nanoseconds monotonicNow();

} // namespace bench
