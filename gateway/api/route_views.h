// Why a request would go where it would go, and how the targets are, as windows and the management API see it.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <utility>

namespace gateway::api {

// A request that is looked at and sent to nobody: pasted text, or its parts where the text is empty.
struct SimulateRoute {
    QString pasted; // a curl command, HTTP as on the wire, or a JSON body
    QString method = QStringLiteral("POST");
    QString target; // path and query
    QList<std::pair<QString, QString>> headers;
    QByteArray body;
    QString virtualKey;           // as if it were shown; empty: what the headers show
    QStringList offlineProviders; // to be taken for offline
    QStringList restingKeyIds;    // to be taken for limited
};

enum class RuleOutcome { Matched, NotMatched, Failed, Broken, Disabled, OutOfScope, NoTarget };
enum class KeyFate {
    Eligible,
    SwitchedOff,
    ModelBlacklisted,
    ModelNotAllowed,
    AliasUnknown, // the name is an alias of another key
    NotPermitted, // to the virtual key
    NotNamed,
    WithoutValue,
    Tried,
    Resting,
};
enum class CircuitState { Closed, Open, HalfOpen };
// What becomes of a stream that breaks after its first token, where another attempt is possible.
enum class Rescue { Off, Match, MatchAndContinue };

// As held tokens: the whole answer is kept back until its end.
constexpr int wholeAnswer = -1;

// What one route says of it; unset: as for all routes.
struct CareView {
    std::optional<Rescue> rescue;
    std::optional<int> slowStartAfterMs; // 0: never
    std::optional<int> heldTokens;
    std::optional<bool> isBalanced;
    bool operator==(const CareView &) const = default;
};

struct RuleTargetTrialView {
    QString provider; // empty: as asked for
    QString model;
    double weight = 0;
    double share = 0; // 0 to 1
    bool isChosen = false;
    bool isOfSession = false; // it was not drawn: it served the session before
    QString balance;          // how it fares and what that makes of its weight; empty where nobody minds
};

struct RuleTrialView {
    QString id;
    QString name;
    QString expression;
    int step = 0; // of the chain, from 0
    RuleOutcome outcome = RuleOutcome::NotMatched;
    QString outcomeName; // "not_matched"
    QString detail;      // what failed, or empty
    QList<RuleTargetTrialView> targets;
};

struct ProviderCandidateView {
    QString provider;
    bool isChosen = false;
    QString reason;
};

struct KeyTrialView {
    QString id;
    QString name;
    double weight = 0;
    double share = 0; // of the draw, 0 to 1; 0 when it did not take part
    KeyFate fate = KeyFate::Eligible;
    QString fateName; // "model_not_allowed"
    bool isChosen = false;
    bool isOfSession = false; // the one that the session has used before
    std::chrono::milliseconds rest{0};
    QString balance; // what the draw minded beside its weight, or empty
};

// A provider, model and key that is in trouble or held.
struct TargetHealthView {
    QString provider;
    QString model;
    QString keyId; // empty for providers that need none
    QString keyName;
    CircuitState state = CircuitState::Closed;
    QString stateName; // "half_open"
    int failuresInARow = 0;
    QString lastFailure;
    QDateTime opensUntil; // UTC; the next request after it is the probe. Invalid unless Open.
    bool isHeld = false;  // by a person
    bool operator==(const TargetHealthView &) const = default;
};

// A key that is left alone for a while, for all models.
struct KeyRestView {
    QString provider;
    QString keyId;
    QString keyName;
    QDateTime until; // UTC
    bool operator==(const KeyRestView &) const = default;
};

struct HealthBoard {
    QList<TargetHealthView> targets; // sorted by provider, model, key; who is not named is well
    QList<KeyRestView> restingKeys;
    bool operator==(const HealthBoard &) const = default;
};

struct TargetTrialView {
    int targetIndex = 0;
    QString provider;
    QString model;
    QList<KeyTrialView> keys;
    QString keyName;
    bool usesCallersCredential = false;
    bool isWell = true;
    QString problem; // why it cannot be used at all, or empty
    std::optional<TargetHealthView> health;
};

struct PlannedTargetView {
    QString provider;
    QString model;
    QString keyId;
    std::optional<int> connectLimitMs;
    std::optional<int> headLimitMs;
    std::optional<int> firstTokenLimitMs;
    std::optional<int> idleLimitMs;
    std::optional<int> totalLimitMs;
    int mostRetries = 0;
};

struct PlannedAttemptView {
    int targetIndex = 0;
    QString keyName;
    int delayMs = 0;
    QString why;
    QList<TargetTrialView> trials;
    bool isMade = true; // false: no target can be used
};

struct RouteExplanationView {
    QString method;
    QString path;
    QString operation;
    QString dialect;
    bool isStream = false;
    QString askedModel;
    QString sessionId;
    QString virtualKeyName;
    QList<RuleTrialView> rules;
    QString rulesEnd;
    QList<ProviderCandidateView> candidates;
    QList<PlannedTargetView> targets;
    QStringList notes;
    QList<PlannedAttemptView> attempts; // what would happen now, then what would follow if each before it failed
    QString problem;                    // what the client would get at once, or empty
    QString problemCode;
    int problemStatus = 0;
    Rescue rescue = Rescue::Off; // also where nobody could take over
    int heldTokens = 0;
    std::optional<int> slowStartAfterMs;
    int longestRetryAfterMs = 0;
};

// Which circuit a person holds, releases or resets.
struct TargetChoice {
    QString provider;
    QString model;
    QString keyId; // empty for providers that need none
};

// How far the gateway goes so that an answer arrives.
struct ResilienceView {
    Rescue rescue = Rescue::Match;
    int slowStartAfterMs = 10'000;   // then the fallback starts beside a stream without a first token; 0: never
    int longestRetryAfterMs = 5'000; // a provider that asks for a longer wait is not waited for
    int heldTokens = 0;              // of a stream, kept back before the client gets any; 0: none
    bool isBalanced = false;         // draws by weight mind how targets fare
    bool operator==(const ResilienceView &) const = default;
};

} // namespace gateway::api
