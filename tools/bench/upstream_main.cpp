#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "tools/bench/scripted_upstream.h"

int main(int argumentCount, char **arguments)
{
    std::uint16_t port = 0;
    if (argumentCount == 3 && std::string_view(arguments[1]) == "--port") {
        const std::string_view text = arguments[2];
        std::from_chars(text.data(), text.data() + text.size(), port);
    } else if (argumentCount != 1) {
        std::fprintf(stderr, "Usage: bilrost-bench-upstream [--port NUMBER]\n");
        return 2;
    }
    bench::ScriptedUpstream upstream;
    if (!upstream.listen(port)) {
        std::fprintf(stderr, "Cannot listen on 127.0.0.1:%u: %s\n", unsigned{port}, std::strerror(errno));
        return 1;
    }
    std::printf("listening on http://127.0.0.1:%u\n", unsigned{upstream.port()});
    std::fflush(stdout);
    upstream.run(); // until a signal ends the process; there is nothing to save
}
