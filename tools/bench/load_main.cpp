#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>

#include "tools/bench/request_load.h"
#include "tools/bench/stream_load.h"

namespace {

constexpr const char *usage = R"(Usage: bilrost-bench-load requests|streams --port NUMBER [options]
Prints one JSON object about one measurement.
  --path PATH              default /v1/chat/completions
  --model-prefix TEXT      for example openai/ when a gateway is measured
  --header "NAME: VALUE"   may be given several times
  --connections NUMBER     connections or concurrent streams, default 8
  --body-bytes NUMBER      size of a request body, default 1024
  --rate NUMBER            events a second of each stream, default 50
  --milliseconds NUMBER    measured interval, default 2000
  --warm-up NUMBER         milliseconds before it, default 300
  --max-requests NUMBER    ends the interval before its time
  --subject PID            process to be measured; may be given several times
  --upstream PID           process of the upstream
  --quiet NUMBER           the subject is idle after so many quiet milliseconds, default 50
)";

template <typename Number>
bool readNumber(std::string_view text, Number *number)
{
    const auto result = std::from_chars(text.data(), text.data() + text.size(), *number);
    return result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

bool readMilliseconds(std::string_view text, bench::Nanoseconds *time)
{
    std::int64_t milliseconds = 0;
    if (!readNumber(text, &milliseconds) || milliseconds < 0)
        return false;
    *time = std::chrono::milliseconds(milliseconds);
    return true;
}

bool readOption(std::string_view name, std::string_view value, bench::LoadOptions &options)
{
    if (name == "--port")
        return readNumber(value, &options.port);
    if (name == "--path")
        options.path = value;
    else if (name == "--model-prefix")
        options.modelPrefix = value;
    else if (name == "--header")
        options.extraHeaders.emplace_back(value);
    else if (name == "--connections")
        return readNumber(value, &options.connections) && options.connections > 0;
    else if (name == "--body-bytes")
        return readNumber(value, &options.bodyBytes);
    else if (name == "--rate")
        return readNumber(value, &options.eventsPerSecond) && options.eventsPerSecond > 0;
    else if (name == "--milliseconds")
        return readMilliseconds(value, &options.duration);
    else if (name == "--warm-up")
        return readMilliseconds(value, &options.warmUp);
    else if (name == "--max-requests")
        return readNumber(value, &options.requestLimit);
    else if (name == "--subject")
        return readNumber(value, &options.subjects.emplace_back());
    else if (name == "--upstream")
        return readNumber(value, &options.upstream);
    else if (name == "--quiet")
        return readMilliseconds(value, &options.quietTime);
    else
        return false;
    return true;
}

std::optional<bench::LoadOptions> readOptions(int argumentCount, char **arguments)
{
    bench::LoadOptions options;
    for (int index = 2; index < argumentCount; index += 2) {
        if (index + 1 == argumentCount || !readOption(arguments[index], arguments[index + 1], options)) {
            std::fprintf(stderr, "Cannot use the option %s\n", arguments[index]);
            return std::nullopt;
        }
    }
    if (options.port == 0)
        return std::nullopt;
    return options;
}

double microseconds(bench::Nanoseconds time)
{
    return static_cast<double>(time.count()) / 1000.0;
}

void print(bench::LoadReport &report)
{
    const double seconds = static_cast<double>(report.elapsed.count()) / 1e9;
    const double perSecond = seconds > 0 ? static_cast<double>(report.answered) / seconds : 0;
    const double cpu = report.charged > 0 ? microseconds(report.subjectCpu) / static_cast<double>(report.charged) : 0;
    std::printf(R"({"problem":"%s","seconds":%.3f,"answered":%llu,"per_second":%.1f,"failed":%llu,"reconnected":%llu,)",
                report.problem.c_str(), seconds, static_cast<unsigned long long>(report.answered), perSecond,
                static_cast<unsigned long long>(report.failed), static_cast<unsigned long long>(report.reconnected));
    std::printf(R"("p50_us":%.1f,"p99_us":%.1f,"cpu_us":%.2f,"events_expected":%llu,"events_lost":%llu,)",
                microseconds(report.delays.percentile(50)), microseconds(report.delays.percentile(99)), cpu,
                static_cast<unsigned long long>(report.eventsExpected),
                static_cast<unsigned long long>(report.eventsLost));
    std::printf(R"("load_cores":%.3f,"upstream_cores":%.3f,"foreign_cores":%.3f,)", report.loadCores,
                report.upstreamCores, report.foreignCores);
    std::printf(R"("resident_bytes":%lld,"peak_resident_bytes":%lld})"
                "\n",
                static_cast<long long>(report.residentBytes), static_cast<long long>(report.peakResidentBytes));
}

} // namespace

int main(int argumentCount, char **arguments)
{
    const std::string_view kind = argumentCount > 1 ? arguments[1] : "";
    const auto options = readOptions(argumentCount, arguments);
    if (!options || (kind != "requests" && kind != "streams")) {
        std::fputs(usage, stderr);
        return 2;
    }
    bench::LoadReport report =
        kind == "requests" ? bench::RequestLoad(*options).run() : bench::StreamLoad(*options).run();
    print(report);
    return report.problem.empty() ? 0 : 1;
}
