// Lets a provider serve no more requests at once than it may; the others wait in line, first come, first served.
#pragma once

#include "gateway/base/result.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include <QtCore/QObject>

namespace gateway::pipeline {

struct LineRules {
    std::size_t places = 1000;      // requests that are served at once, at least 1
    std::size_t mostWaiting = 5000; // in line for a place
    bool refusesWhenFull = false;   // else a request that finds the line full waits, too
    bool operator==(const LineRules &) const = default;
};

struct LineState {
    LineRules rules;
    std::size_t running = 0;
    std::size_t waiting = 0;
};

class LinePlace;

// Shared by all workers; any thread. Outlives its places.
class ProviderLines {
public:
    using RulesOfProviders = std::map<std::string, LineRules, std::less<>>;

    // In force at once: where there are more places now, whoever waits longest gets them. Providers that are not named
    // have the usual rules.
    void setRules(const RulesOfProviders &rules);

    // A place, or one in the line. `turn` is called for the latter from the event loop of the calling thread, once, when
    // its time has come. RequestLimited where the line is full and refuses.
    Result<std::unique_ptr<LinePlace>> join(const std::string &provider, std::function<void()> turn);

    LineState stateOf(const std::string &provider) const;

private:
    friend class LinePlace;

    struct Line {
        LineRules rules;
        std::size_t running = 0;
        std::deque<LinePlace *> waiting;
    };

    Line &lineOf(const std::string &provider);
    void leave(LinePlace &place);
    static void callNext(Line &line);

    mutable std::mutex m_mutex;
    std::map<std::string, std::unique_ptr<Line>, std::less<>> m_lines; // never removed: places point to them
};

// Its end gives the place back, or leaves the line, at once. Lives on the thread that joined.
class LinePlace {
public:
    ~LinePlace();
    LinePlace(const LinePlace &) = delete;
    LinePlace &operator=(const LinePlace &) = delete;

    bool isWaiting() const { return m_isWaiting; }
    std::size_t ahead() const { return m_ahead; } // how many waited when it joined

private:
    friend class ProviderLines;

    LinePlace(ProviderLines &lines, ProviderLines::Line &line) : m_lines(lines), m_line(line) {}
    void takeTurn();

    ProviderLines &m_lines;
    ProviderLines::Line &m_line;
    bool m_hasPlace = false; // guarded by the lines' mutex
    bool m_isWaiting = false;
    std::size_t m_ahead = 0;
    std::function<void()> m_turn;
    std::unique_ptr<QObject> m_receiver; // of the news, while it waits
};

} // namespace gateway::pipeline
