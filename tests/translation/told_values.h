// Finds the values of a JSON text that a translation tells nothing of.
//
// Whether a value is told is found by trying: where it is another one, what comes out has to be another one, too. A value
// that changes nothing there must be named: without it, or without the part that it stands in and that changes nothing
// either, there has to be a note less. What says nothing (a default that is written out) is no loss.
#pragma once

#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/json/json_document.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tests {

using gateway::translation::ConversionReport;
using gateway::translation::Json;
using Pointer = Json::json_pointer;

// What a translation makes of a text.
struct Outcome {
    bool isRefused = false;
    std::string wire;                   // what is sent; of a refusal its words
    std::map<std::string, int> reasons; // of the notes, without their places: these move with what stands before them
    bool operator==(const Outcome &) const = default;

    void take(const ConversionReport &report)
    {
        for (const gateway::translation::ConversionNote &note : report.notes())
            ++reasons[std::string(noteKindName(note.kind)) + ": " + note.reason];
    }
    bool hasFewerNotes(const Outcome &base) const
    {
        return std::any_of(base.reasons.begin(), base.reasons.end(), [this](const auto &reason) {
            const auto found = reasons.find(reason.first);
            return found == reasons.end() || found->second < reason.second;
        });
    }
    bool says(const char *note) const
    {
        return std::any_of(reasons.begin(), reasons.end(),
                           [note](const auto &reason) { return reason.first.find(note) != std::string::npos; });
    }
};

inline Json without(Json body, const Pointer &place)
{
    Json &parent = body.at(place.parent_pointer());
    if (parent.is_array())
        parent.erase(static_cast<std::size_t>(std::stoul(place.back())));
    else
        parent.erase(place.back());
    return body;
}

inline Json with(Json body, const Pointer &place, Json value)
{
    body.at(place) = std::move(value);
    return body;
}

// Other values of the same kind.
inline std::vector<Json> othersOf(const Json &value)
{
    if (value.is_boolean())
        return {Json(!value.get<bool>())};
    if (value.is_number_integer()) {
        const auto number = value.get<std::int64_t>();
        return {Json(number + 1), Json(number - 1), Json(number / 2)};
    }
    if (value.is_number())
        return {Json(value.get<double>() / 2), Json(value.get<double>() + 0.25)};
    if (!value.is_string())
        return {};
    const auto text = value.get<std::string>();
    std::vector<Json> others{Json(text + "x"), Json("AAAA" + text)}; // the second stays base64
    // Words of which only a few mean something.
    static const std::map<std::string, const char *> words{
        {"string", "integer"}, {"STRING", "INTEGER"}, {"integer", "string"}, {"INTEGER", "STRING"},
        {"object", "string"},  {"OBJECT", "STRING"},  {"required", "auto"},  {"omitted", "summarized"}};
    if (const auto word = words.find(text); word != words.end())
        others.emplace_back(word->second);
    return others;
}

// The places of all values; null and what is empty say nothing.
inline void findValues(const Json &value, const Pointer &place, std::vector<Pointer> &places)
{
    if (value.is_structured() && !value.empty()) {
        std::size_t index = 0;
        for (const auto &[name, member] : value.items())
            findValues(member, value.is_array() ? place / index++ : place / name, places);
    } else if (value.is_primitive() && !value.is_null()) {
        places.push_back(place);
    }
}

class ToldValues {
public:
    // `translate`: nothing when the text cannot be read at all.
    using Translate = std::function<std::optional<Outcome>(const Json &)>;
    ToldValues(Json body, Translate translate) : m_body(std::move(body)), m_translate(std::move(translate)) {}

    // The places of values that nothing is told of; `base` is what comes of the whole.
    std::vector<std::string> silentLosses(const Outcome &base)
    {
        m_base = base;
        std::vector<Pointer> places;
        findValues(m_body, Pointer(), places);
        std::vector<std::string> lost;
        for (const Pointer &place : places) {
            if (!isTold(place))
                lost.push_back(place.to_string());
        }
        return lost;
    }

private:
    // What comes out when the place has this value, or none; nothing when the text is refused.
    const std::optional<Outcome> &outcomeWith(const Pointer &place, const std::optional<Json> &value)
    {
        const std::string key = place.to_string() + '\n' + (value ? value->dump() : std::string());
        const auto found = m_outcomes.find(key);
        if (found != m_outcomes.end())
            return found->second;
        return m_outcomes[key] = m_translate(value ? with(m_body, place, *value) : without(m_body, place));
    }

    bool isTold(const Pointer &place)
    {
        bool isAccepted = false;
        bool isRead = false;
        for (const Json &other : othersOf(m_body.at(place))) {
            const auto &changed = outcomeWith(place, other);
            if (!changed)
                continue;
            if (changed->wire != m_base.wire)
                return true;
            isAccepted = true;
            isRead = isRead || changed->reasons != m_base.reasons;
        }
        const auto &gone = outcomeWith(place, std::nullopt);
        if (!isAccepted && (!gone || gone->wire != m_base.wire))
            return true; // a word that has to be this one
        if (gone && (gone->hasFewerNotes(m_base) || (isRead && *gone == m_base)))
            return true; // named, or what holds without it
        return !(gone && gone->wire != m_base.wire) && isNamedWithItsPart(place.parent_pointer());
    }

    bool isNamedWithItsPart(Pointer place)
    {
        for (; !place.empty(); place = place.parent_pointer()) {
            const auto &gone = outcomeWith(place, std::nullopt);
            if (!gone)
                continue;
            if (gone->wire != m_base.wire)
                return false;
            if (gone->hasFewerNotes(m_base))
                return true;
        }
        return false;
    }

    Json m_body;
    Translate m_translate;
    Outcome m_base;
    std::map<std::string, std::optional<Outcome>> m_outcomes;
};

} // namespace tests
