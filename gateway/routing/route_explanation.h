// What decided where a request goes, step by step. Written by the code that decides, where somebody wants to know.
#pragma once

#include "gateway/base/error.h"
#include "gateway/config/attempt_limits.h"
#include "gateway/config/resilience.h"
#include "gateway/routing/rules/rule_set.h"
#include "gateway/routing/target_health.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gateway::routing {

// A provider that might have taken a model name without a provider.
struct ProviderCandidate {
    std::string provider;
    bool isChosen = false;
    std::string reason; // a sentence: what speaks for it or against it
};

enum class KeyFate {
    Eligible,
    SwitchedOff,
    ModelBlacklisted,
    ModelNotAllowed,
    AliasUnknown, // the name is an alias of another key
    NotPermitted, // to the virtual key
    NotNamed,     // the request or rule names another one
    WithoutValue, // its value cannot be read
    Tried,        // by this request: not again while there is another
    Resting,      // after a rate limit or a refusal: not while there is another
};

// Stable name for the management API: "model_not_allowed".
std::string_view keyFateName(KeyFate fate);

struct KeyTrial {
    std::string id;
    std::string name;
    double weight = 0;
    double share = 0; // of the draw; 0 when it did not take part
    KeyFate fate = KeyFate::Eligible;
    bool isChosen = false;
    bool isOfSession = false;          // the one that the session has used before
    std::string balance{};             // what the headroom of its rate limit makes of its weight, or empty
    std::chrono::milliseconds rest{0}; // with Resting: until it may be used again
    bool operator==(const KeyTrial &) const = default;
};

// One look at one target on the way to an attempt.
struct TargetTrial {
    std::size_t targetIndex = 0;
    std::string provider;
    std::string model;
    std::vector<KeyTrial> keys;
    std::string keyName; // drawn; empty where none is needed or none can be had
    bool usesCallersCredential = false;
    bool isWell = true;                 // nothing speaks against asking it now
    std::string problem;                // why it cannot be used at all, or empty
    std::optional<TargetReport> health; // unset: it is well
};

struct RuleTargetTrial {
    std::string provider; // empty: as asked for
    std::string model;
    double weight = 0;
    double share = 0;    // of the requests that match
    std::string balance; // how the target fares and what that makes of its weight; empty where nobody minds
    bool isChosen = false;
    bool isOfSession = false; // it was not drawn: it served the session before
};

struct RuleExplanation {
    std::string id;
    std::string name;
    std::string expression;
    int step = 0; // of the chain, from 0
    RuleOutcome outcome = RuleOutcome::NotMatched;
    std::string detail;                   // what failed, or empty
    std::vector<RuleTargetTrial> targets; // of a rule that matched
};

// A target of the plan with what bounds an attempt at it.
struct PlannedTarget {
    std::string provider;
    std::string model;
    std::string keyId; // the only one that may be used; empty: any
    config::AttemptLimits limits;
    int mostRetries = 0;
};

struct AttemptExplanation {
    std::size_t targetIndex = 0;
    std::string keyName;
    std::chrono::milliseconds delay{0};
    std::string why;
    std::vector<TargetTrial> trials; // in the order in which they were made
    bool isMade = true;              // false: no target can be used, as the trials say
};

struct RouteExplanation {
    std::string method;
    std::string path;
    std::string operation; // "chat_completion_stream"; empty when the path is not known
    std::string dialect;   // "openai_chat"; may be empty
    bool isStream = false;
    std::string askedModel;
    std::string sessionId;
    std::string virtualKeyName;

    std::vector<RuleExplanation> rules;        // in the order in which they were asked
    std::string rulesEnd;                      // a sentence; empty without rules
    std::vector<ProviderCandidate> candidates; // where the model was named without a provider
    std::vector<PlannedTarget> targets;        // what was asked for, then the fallbacks
    std::vector<std::string> notes;            // for people: fallbacks that were left out, the session's choice
    // What would happen now, then what would follow if each attempt before it failed.
    std::vector<AttemptExplanation> attempts;
    std::optional<Error> error; // what the client would get at once

    config::Rescue rescue = config::Rescue::Off; // of a stream that breaks; Off also where nobody could take over
    int heldTokens = 0;                          // of the stream, before the client gets any
    std::optional<std::chrono::milliseconds> slowStartAfter; // then the fallback starts beside; unset: never
    std::chrono::milliseconds longestRetryAfter{0};          // a longer Retry-After is not waited for
};

} // namespace gateway::routing
