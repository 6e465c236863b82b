// One reading of a configuration file: carries what is wrong with its entries, and knows when all of them are saved.
#pragma once

#include "gateway/base/result.h"

#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace app {

struct ConfigFileListener {
    // An entry, by its JSON pointer (RFC 6901), that was not taken over, or not wholly.
    std::function<void(const QString &pointer, const std::string &problem)> onProblem;
    std::function<void()> onSettled; // every entry is saved or refused; may be empty
};

// A handle: copies speak of the same run. Lives on the main thread.
class ConfigFileRun {
public:
    explicit ConfigFileRun(ConfigFileListener listener)
        : m_state(std::make_shared<State>(State{std::move(listener), 1}))
    {
    }

    void problem(const QString &pointer, const std::string &text) const { m_state->listener.onProblem(pointer, text); }

    // The reply of the command that saves the entry at `pointer`; `then` is called with what was saved.
    template <typename Value>
    std::function<void(gateway::Result<Value>)> saving(const QString &pointer,
                                                       std::function<void(const Value &)> then = {}) const
    {
        ++m_state->waiting;
        return [run = *this, pointer, then = std::move(then)](const gateway::Result<Value> &saved) {
            if (!saved)
                run.problem(pointer, saved.error().message);
            else if (then)
                then(*saved);
            run.end();
        };
    }

    // What follows later is a part of this run, too, until it calls end().
    void begin() const { ++m_state->waiting; }

    // Once, when everything in the file was read.
    void end() const
    {
        if (--m_state->waiting == 0 && m_state->listener.onSettled)
            m_state->listener.onSettled();
    }

private:
    struct State {
        ConfigFileListener listener;
        int waiting = 0; // replies, and the reading itself
    };
    std::shared_ptr<State> m_state;
};

// The pointer of a member or an element below another.
inline QString below(const QString &pointer, QString token)
{
    token.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return pointer + QLatin1Char('/') + token;
}

inline QString below(const QString &pointer, qsizetype index)
{
    return pointer + QLatin1Char('/') + QString::number(index);
}

} // namespace app
