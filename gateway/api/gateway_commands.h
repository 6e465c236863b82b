// What windows and the management API may ask of the gateway.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace gateway::api {

// Creates or replaces a provider; keys have commands of their own.
struct SaveProvider {
    ProviderView provider;                // keys, health and counts are ignored
    std::optional<QString> proxyPassword; // unset: keep the stored one
    bool mustBeNew = false;               // refuse with Conflict when the name exists
};

// What is typed of an AWS access key; each may be "env.NAME". Unset parts keep what is stored.
struct AwsKeyInput {
    std::optional<QString> accessKey;
    std::optional<QString> secretKey;
    std::optional<QString> sessionToken; // empty: there is none
    bool isEmpty() const { return !accessKey && !secretKey && !sessionToken; }
};

// Creates (empty id) or changes a key.
struct SaveProviderKey {
    QString provider;
    ProviderKeyView key;          // redactedValue, hasValue, isInMemoryOnly, problem are ignored
    std::optional<QString> value; // unset: keep the stored one. Moved to a SecretString at once, never stored.
    AwsKeyInput aws;              // of Bedrock keys, instead of `value`
};

// Tests a stored provider, or one that is still being typed.
struct TestProvider {
    ProviderView provider;
    std::optional<QString> keyValue; // unset: the stored key of the provider
    AwsKeyInput aws;                 // of Bedrock, instead of keyValue
    QString region;                  // of Bedrock and Vertex, for a key that is typed
    KeyPlaceView place;              // for a key that is typed
    QString keyId;                   // which stored key; empty: the first that is enabled
    bool sendShortAnswer = false;    // costs money, at most about $0.001; announced to the user before
    QString model;                   // for the short answer; empty: the preset's, else the first listed
};

struct ListenAddress {
    QStringList addresses; // numeric
    quint16 port = 8080;
};

// Bounds of what a request took; unset ones do not count. Tokens that were not told are 0; an unknown cost is within no
// bounds.
struct HistoryMeasures {
    std::optional<std::chrono::milliseconds> leastDuration;
    std::optional<std::chrono::milliseconds> mostDuration;
    std::optional<qint64> leastTokens; // of prompt and answer together
    std::optional<qint64> mostTokens;
    std::optional<gateway::Money> leastCost;
    std::optional<gateway::Money> mostCost;
    bool isUnpricedOnly = false; // whose cost is not known
};

enum class HistoryOrder { Time, Duration, Tokens, Cost };

// A key as filters name it. With an id: the requests of that key, and those of before ids were stored by its name.
// Without: by the name alone.
struct KeyChoice {
    QString id;
    QString name;
    bool operator==(const KeyChoice &) const = default;
};

// Newest first. All conditions must hold; empty ones do not count.
struct HistoryQuery {
    qint64 beforeSequence = 0; // keyset: rows with a smaller sequence; 0 from the newest
    int limit = 200;
    QString text;       // in model, provider, client, error text or id, without case
    QStringList states; // requestStateName
    QStringList providers;
    QStringList models;
    QStringList askedModels;
    QStringList operations; // "chat_completion_stream"
    QStringList finishReasons;
    QList<KeyChoice> keys; // of providers
    QList<KeyChoice> virtualKeys;
    QStringList clients;
    QStringList sessionIds;
    QStringList requestIds;
    QStringList errorCodes;
    QList<int> statuses; // HTTP
    HistoryMeasures measures;
    HistoryOrder order = HistoryOrder::Time; // pages of any other go by offset only
    QDateTime startedFrom;                   // invalid: no limit
    QDateTime startedUntil;
    int offset = 0; // for Bifrost's /api/logs; windows page by beforeSequence
    bool oldestFirst = false;
    bool mustCountMatching = false; // fills HistoryPage::matching, which costs a scan
};

} // namespace gateway::api
