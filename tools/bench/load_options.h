// What one measurement is to do and what came out of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sys/types.h>

#include "tools/bench/sample_set.h"

namespace bench {

struct LoadOptions {
    std::uint16_t port = 0;
    std::string path = "/v1/chat/completions";
    std::string modelPrefix;               // "openai/" for a gateway, empty for the upstream itself
    std::vector<std::string> extraHeaders; // "Name: value"
    unsigned connections = 8;              // or concurrent streams
    std::size_t bodyBytes = 1024;
    unsigned eventsPerSecond = 50;
    Nanoseconds duration = std::chrono::seconds(2);
    Nanoseconds warmUp = std::chrono::milliseconds(300);
    std::uint64_t requestLimit = UINT64_MAX; // ends the measured interval before its time
    std::vector<pid_t> subjects;             // whose CPU time and memory are measured
    pid_t upstream = 0;
    Nanoseconds quietTime = std::chrono::milliseconds(50);
};

struct LoadReport {
    std::string problem;           // why the measurement could not be made; empty if it could
    std::uint64_t answered = 0;    // requests or stream events inside the measured interval
    std::uint64_t charged = 0;     // those that the CPU time belongs to: also the ones that finished afterwards
    std::uint64_t failed = 0;      // answers other than 200, broken messages
    std::uint64_t reconnected = 0; // connections that the subject closed between two requests
    std::uint64_t eventsExpected = 0;
    std::uint64_t eventsLost = 0;
    Nanoseconds elapsed{};          // the measured interval
    Nanoseconds subjectCpu{};       // from its beginning until the subject was idle again
    double loadCores = 0;           // use of processors inside the interval: ours,
    double upstreamCores = 0;       // the upstream's
    double foreignCores = 0;        // and everybody else's, which disturbs the measurement
    std::int64_t residentBytes = 0; // of the subject, at the end of the interval
    std::int64_t peakResidentBytes = 0;
    SampleSet delays; // answer times of requests, or what was added to events
};

// One request as it goes over the wire.
std::string wireRequest(const LoadOptions &options, const std::string &body);

} // namespace bench
