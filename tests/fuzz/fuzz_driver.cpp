// Stands in for libFuzzer where a compiler has none: mutates seeds, keeps inputs that reach new code, saves the one
// that crashes. Arguments: [-max_total_time=seconds] [-seed=number] folders and files with seeds.
#include <array>
#include <bitset>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size);
extern "C" void __sanitizer_cov_trace_pc();

namespace {

constexpr std::size_t mapSize = 1u << 16;
constexpr std::size_t largestInput = 1u << 14;
std::bitset<mapSize> reachedNow;
std::bitset<mapSize> reachedEver;
std::uintptr_t lastPlace = 0;

// What grammars here are made of; random bytes alone seldom make a keyword.
constexpr std::array<std::string_view, 30> words = {"\"model\"",
                                                    "\"stream\":true",
                                                    "\"usage\":{",
                                                    "\"choices\":[",
                                                    "\"content\":",
                                                    "\"type\":\"text\"",
                                                    "\"delta\":{",
                                                    "\"tool_calls\":[{",
                                                    "\"index\":1",
                                                    "\"input\":{}",
                                                    "data: ",
                                                    "event: ",
                                                    "\n\n",
                                                    "\r\n\r\n",
                                                    "\r\r",
                                                    "{\"a\":",
                                                    "}",
                                                    "]",
                                                    "\\ud83d\\ude00",
                                                    "\\u0000",
                                                    "\"\\\\\"",
                                                    "null",
                                                    "true",
                                                    "-1e9",
                                                    "9223372036854775808",
                                                    "\"error\":{\"message\":\"x\"}",
                                                    "[DONE]",
                                                    "\"response\":{\"output\":[]}",
                                                    "data:image/png;base64,AAAA",
                                                    "\"output_index\":-5"};

using Input = std::vector<std::uint8_t>;

class Mutator {
public:
    explicit Mutator(unsigned seed) : m_random(seed) {}

    const Input &choose(const std::vector<Input> &corpus) { return corpus[below(corpus.size())]; }

    Input mutate(Input input, const Input &other)
    {
        for (std::size_t count = 1 + below(6); count > 0; --count)
            mutateOnce(input, other);
        if (input.size() > largestInput)
            input.resize(largestInput);
        return input;
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }

    void insert(Input &input, std::size_t place, const Input &piece)
    {
        input.insert(input.begin() + static_cast<std::ptrdiff_t>(place), piece.begin(), piece.end());
    }

    Input pieceOf(const Input &input)
    {
        const std::size_t from = below(input.size());
        const std::size_t length = below(std::min<std::size_t>(input.size() - from, 200) + 1);
        const auto begin = input.begin() + static_cast<std::ptrdiff_t>(from);
        return {begin, begin + static_cast<std::ptrdiff_t>(length)};
    }

    void mutateOnce(Input &input, const Input &other)
    {
        const std::size_t place = below(input.size() + 1);
        switch (below(6)) {
        case 0:
            if (place < input.size())
                input[place] = static_cast<std::uint8_t>(m_random());
            break;
        case 1:
            if (place < input.size())
                input[place] ^= static_cast<std::uint8_t>(1u << below(8));
            break;
        case 2: {
            const std::size_t end = place + below(std::min<std::size_t>(input.size() - place, 40) + 1);
            input.erase(input.begin() + static_cast<std::ptrdiff_t>(place),
                        input.begin() + static_cast<std::ptrdiff_t>(end));
            break;
        }
        case 3: {
            const std::string_view word = words[below(words.size())];
            insert(input, place, Input(word.begin(), word.end()));
            break;
        }
        case 4: insert(input, place, pieceOf(other)); break;
        default: insert(input, place, pieceOf(Input(input))); break;
        }
    }

    std::mt19937 m_random;
};

const Input *runningInput = nullptr;

void saveRunningInput()
{
    if (!runningInput)
        return;
    if (std::FILE *file = std::fopen("crash-input", "wb")) {
        std::fwrite(runningInput->data(), 1, runningInput->size(), file);
        std::fclose(file);
        std::fputs("the input is saved as crash-input\n", stderr);
    }
}

bool reachesNewCode(const Input &input)
{
    reachedNow.reset();
    lastPlace = 0;
    runningInput = &input;
    LLVMFuzzerTestOneInput(input.data(), input.size());
    runningInput = nullptr;
    const bool isNew = (reachedNow & ~reachedEver).any();
    reachedEver |= reachedNow;
    return isNew;
}

void readSeed(const std::filesystem::path &path, std::vector<Input> &corpus)
{
    std::ifstream file(path, std::ios::binary);
    Input input{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    corpus.push_back(std::move(input));
}

void readSeeds(const std::filesystem::path &path, std::vector<Input> &corpus)
{
    if (std::filesystem::is_regular_file(path)) {
        readSeed(path, corpus);
        return;
    }
    for (const auto &entry : std::filesystem::recursive_directory_iterator(path)) {
        if (entry.is_regular_file())
            readSeed(entry.path(), corpus);
    }
}

} // namespace

extern "C" {
void __asan_set_death_callback(void (*callback)()) __attribute__((weak));

// Called by the compiler's instrumentation at every basic block.
void __sanitizer_cov_trace_pc()
{
    const auto place = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
    reachedNow.set(((place >> 1) ^ lastPlace) % mapSize);
    lastPlace = place >> 2;
}
}

extern "C" void saveOnAbort(int)
{
    saveRunningInput();
    std::_Exit(134);
}

int main(int argumentCount, char **arguments)
{
    if (__asan_set_death_callback)
        __asan_set_death_callback(&saveRunningInput);
    std::signal(SIGABRT, &saveOnAbort);
    std::chrono::seconds limit(60);
    unsigned seed = std::random_device()();
    std::vector<Input> corpus{{}};
    for (int index = 1; index < argumentCount; ++index) {
        const std::string argument = arguments[index];
        if (argument.rfind("-max_total_time=", 0) == 0)
            limit = std::chrono::seconds(std::atol(argument.c_str() + 16));
        else if (argument.rfind("-seed=", 0) == 0)
            seed = static_cast<unsigned>(std::atol(argument.c_str() + 6));
        else
            readSeeds(argument, corpus);
    }
    for (const Input &input : corpus)
        static_cast<void>(reachesNewCode(input));
    Mutator mutator(seed);
    std::size_t runs = 0;
    const auto end = std::chrono::steady_clock::now() + limit;
    for (; std::chrono::steady_clock::now() < end; ++runs) {
        Input input = mutator.mutate(mutator.choose(corpus), mutator.choose(corpus));
        if (reachesNewCode(input))
            corpus.push_back(std::move(input));
    }
    std::printf("seed %u: %zu runs, %zu inputs kept, %zu places reached\n", seed, runs, corpus.size(),
                reachedEver.count());
    return 0;
}
