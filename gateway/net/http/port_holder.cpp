#include "gateway/net/http/http_server.h"

#ifdef Q_OS_LINUX
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#endif

namespace gateway::net {

#ifdef Q_OS_LINUX

namespace {

namespace fs = std::filesystem;

// proc(5), /proc/net/tcp: "sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode ...", the state
// of a listening socket being 0A and ports hexadecimal.
void addListeningInodes(const char *table, std::uint16_t port, std::set<std::string> &inodes)
{
    std::ifstream file(table);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream words(line);
        std::array<std::string, 10> columns;
        for (std::string &column : columns)
            words >> column;
        const std::string &local = columns[1];
        const auto colon = local.rfind(':');
        unsigned number = 0;
        if (colon == std::string::npos || columns[3] != "0A")
            continue;
        std::from_chars(local.data() + colon + 1, local.data() + local.size(), number, 16);
        if (number == port)
            inodes.insert("socket:[" + columns[9] + "]");
    }
}

bool holdsOneOf(const fs::path &process, const std::set<std::string> &inodes)
{
    std::error_code failure;
    fs::directory_iterator entry(process / "fd", failure);
    for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
        std::error_code unreadable;
        const fs::path target = fs::read_symlink(entry->path(), unreadable);
        if (!unreadable && inodes.count(target.string()) > 0)
            return true;
    }
    return false;
}

std::string processName(const fs::path &process)
{
    std::ifstream file(process / "comm");
    std::string name;
    std::getline(file, name);
    return name;
}

} // namespace

std::optional<PortHolder> findPortHolder(std::uint16_t port)
{
    std::set<std::string> inodes;
    addListeningInodes("/proc/net/tcp", port, inodes);
    addListeningInodes("/proc/net/tcp6", port, inodes);
    if (inodes.empty())
        return std::nullopt;
    // The processes of other users cannot be looked into, and there may be thousands of our own.
    const auto giveUpAt = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
    std::error_code failure;
    fs::directory_iterator entry("/proc", failure);
    for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        std::int64_t processId = 0;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), processId);
        if (parsed.ec != std::errc{} || parsed.ptr != name.data() + name.size())
            continue;
        if (holdsOneOf(entry->path(), inodes))
            return PortHolder{processName(entry->path()), processId};
        if (std::chrono::steady_clock::now() > giveUpAt)
            break;
    }
    return std::nullopt;
}

#else

std::optional<PortHolder> findPortHolder(std::uint16_t)
{
    return std::nullopt;
}

#endif

} // namespace gateway::net
