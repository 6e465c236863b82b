#include "gateway/pipeline/provider_lines.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <QtCore/QMetaObject>

namespace gateway::pipeline {

namespace {

constexpr std::chrono::seconds worthAskingAgain{1};

std::string counted(std::size_t count, std::string_view noun)
{
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

// Begins with the words that Bifrost has for it (bifrost-api §4.2).
Error lineIsFull(const std::string &provider, const LineState &line)
{
    Error error = Error::client(ErrorCode::RequestLimited, "request dropped: queue is full. " + provider + " serves "
                                                               + counted(line.rules.places, "request")
                                                               + " at a time, and " + std::to_string(line.waiting)
                                                               + " wait in line. Try again in a moment.");
    error.retry = RetryAdvice::SameTarget;
    error.retryAfter = worthAskingAgain;
    return error;
}

} // namespace

void ProviderLines::setRules(const RulesOfProviders &rules)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[provider, own] : rules)
        lineOf(provider);
    for (const auto &[provider, line] : m_lines) {
        const auto own = rules.find(provider);
        line->rules = own == rules.end() ? LineRules() : own->second;
        callNext(*line);
    }
}

ProviderLines::Line &ProviderLines::lineOf(const std::string &provider)
{
    std::unique_ptr<Line> &line = m_lines[provider];
    if (!line)
        line = std::make_unique<Line>();
    return *line;
}

Result<std::unique_ptr<LinePlace>> ProviderLines::join(const std::string &provider, std::function<void()> turn)
{
    const std::lock_guard lock(m_mutex);
    Line &line = lineOf(provider);
    const bool isFree = line.running < line.rules.places && line.waiting.empty();
    if (!isFree && line.rules.refusesWhenFull && line.waiting.size() >= line.rules.mostWaiting)
        return unexpected(lineIsFull(provider, {line.rules, line.running, line.waiting.size()}));
    std::unique_ptr<LinePlace> place(new LinePlace(*this, line));
    if (isFree) {
        ++line.running;
        place->m_hasPlace = true;
        return place;
    }
    place->m_isWaiting = true;
    place->m_ahead = line.waiting.size();
    place->m_turn = std::move(turn);
    place->m_receiver = std::make_unique<QObject>();
    line.waiting.push_back(place.get());
    return place;
}

LineState ProviderLines::stateOf(const std::string &provider) const
{
    const std::lock_guard lock(m_mutex);
    const auto line = m_lines.find(provider);
    if (line == m_lines.end())
        return {};
    return {line->second->rules, line->second->running, line->second->waiting.size()};
}

void ProviderLines::leave(LinePlace &place)
{
    const std::lock_guard lock(m_mutex);
    Line &line = place.m_line;
    if (!place.m_hasPlace) {
        std::erase(line.waiting, &place);
        return;
    }
    --line.running;
    callNext(line);
}

// Under the lock, so that a place that is called cannot be on its way out.
void ProviderLines::callNext(Line &line)
{
    while (!line.waiting.empty() && line.running < line.rules.places) {
        LinePlace *const next = line.waiting.front();
        line.waiting.pop_front();
        ++line.running;
        next->m_hasPlace = true;
        // Dropped by Qt when the receiver goes first, which goes with its place.
        QMetaObject::invokeMethod(
            next->m_receiver.get(), [next] { next->takeTurn(); }, Qt::QueuedConnection);
    }
}

LinePlace::~LinePlace()
{
    m_lines.leave(*this);
}

void LinePlace::takeTurn()
{
    m_isWaiting = false;
    const auto turn = std::move(m_turn); // the place may go inside
    turn();
}

} // namespace gateway::pipeline
