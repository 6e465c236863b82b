// Notes of everything that a translation could not say as it was said: loss is recorded, never silent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

struct ConversionNote {
    enum class Kind {
        Dropped,      // left out; strict mode refuses the request instead
        Approximated, // said in another way that may mean a little less: clamped, budget for effort, ...
        Renamed,      // a name was changed and is changed back in the answer
        Injected,     // something that the client did not say
    };
    Kind kind = Kind::Dropped;
    std::string pointer; // where in the client's request (RFC 6901), "/tools/3/strict"; or of the answer, "answer/..."
    std::string reason;  // for people, one sentence
    bool operator==(const ConversionNote &) const = default;
};

std::string_view noteKindName(ConversionNote::Kind kind); // "dropped"

class ConversionReport {
public:
    void dropped(std::string pointer, std::string reason);
    void approximated(std::string pointer, std::string reason);
    void renamed(std::string pointer, std::string reason);
    void injected(std::string pointer, std::string reason);

    const std::vector<ConversionNote> &notes() const { return m_notes; }
    bool hasDrops() const;

private:
    void add(ConversionNote::Kind kind, std::string pointer, std::string reason); // the same note is kept once

    std::vector<ConversionNote> m_notes;
};

} // namespace gateway::translation
