// The values that windows and the management API see. Plain data; safe to copy between threads.
#pragma once

#include "gateway/api/limit_views.h"
#include "gateway/api/preset_views.h"
#include "gateway/api/provider_test_views.h"
#include "gateway/base/attempt_cost.h"
#include "gateway/base/request_state.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace gateway::api {

using Microseconds = std::chrono::microseconds;

enum class ListenerState { Stopped, Starting, Listening, Failed };
enum class SecretStoreKind { Keychain, Vault, Memory };
enum class CaptureLevel { Metadata, Errors, Everything };

struct GatewayStatus {
    ListenerState listener = ListenerState::Stopped;
    QStringList addresses; // "127.0.0.1", "::1"
    quint16 port = 0;
    QString baseUrl;          // "http://127.0.0.1:8080"
    QString listenerProblem;  // whole sentence when Failed
    quint16 nextFreePort = 0; // offered when the port is busy
    SecretStoreKind secretStore = SecretStoreKind::Memory;
    QString secretStoreProblem; // why it is not the keychain, or empty
    CaptureLevel captureLevel = CaptureLevel::Everything;
    int inFlight = 0;
    qint64 droppedRecords = 0; // records that the full queue or the store lost
    QString storageProblem;    // "The disk is full", or empty
    qint64 storedRequests = 0;
    qint64 storedBytes = 0; // size of the history file
    QString version;
    gateway::Money spentToday;    // since midnight, local time; of the attempts whose cost is known
    qint64 unpricedToday = 0;     // attempts whose cost is not
    QString configurationProblem; // why a changed configuration file is not in force, a whole sentence, or empty
    bool operator==(const GatewayStatus &) const = default;
};

// Failing: it answers, but with errors or broken streams. One failure after good answers is none yet.
enum class ProviderHealth { Unknown, Healthy, Slow, KeyRejected, RateLimited, Failing, Unreachable, NoKey, Off };

// The parts of an AWS access key, each redacted or "env.NAME".
struct AwsKeyView {
    QString accessKey;
    QString secretKey;
    QString sessionToken; // empty for permanent keys
    bool operator==(const AwsKeyView &) const = default;
};

struct ProviderKeyView {
    QString id;
    QString name;
    QString redactedValue;       // "sk-a************************3fQA", or "env.NAME"
    QString lastFour;            // may be empty
    QString environmentVariable; // without "env."; empty for stored values
    QStringList models;
    QStringList blacklistedModels;
    double weight = 1.0;
    bool isEnabled = true;
    bool useForBatchApi = false;
    bool hasValue = false;
    bool isInMemoryOnly = false; // gone when the process ends
    QString problem;             // why the value cannot be had, or empty
    QString region;              // of Bedrock and Vertex keys; may be empty
    KeyPlaceView place;
    NamePairs aliases;             // asked model, its name there
    std::optional<AwsKeyView> aws; // set when the value is an AWS access key
    bool isFoundByAws = false;     // it has no value: a profile, or what AWS's own tools find on this computer
    bool isFoundByGoogle = false;  // likewise of Vertex: the application default credentials of this computer
    bool operator==(const ProviderKeyView &) const = default;
};

struct ProviderNetworkView {
    QString baseUrl;
    int totalTimeoutSeconds = 600;
    int connectTimeoutSeconds = 10;
    int streamIdleTimeoutSeconds = 120;
    int headTimeoutSeconds = 0;       // until the head of an answer; 0: as long as the whole answer
    int firstTokenTimeoutSeconds = 0; // of a stream; 0: no limit
    int streamTimeoutSeconds = 0;     // whole stream; 0: no limit
    QList<ModelLimitsView> modelLimits;
    int maxRetries = 0;
    int firstBackoffMs = 500;
    int longestBackoffMs = 5000;
    QList<std::pair<QString, QString>> extraHeaders;
    QString proxyKind; // "system", "none", "http", "socks5"
    QString proxyUrl;
    QString proxyUsername;
    QString caCertificatePem;
    bool skipTlsVerification = false;
    bool allowHttp2 = true;
    bool operator==(const ProviderNetworkView &) const = default;
};

struct ProviderView {
    QString name;  // the id in "provider/model"
    QString title; // for people
    QString preset;
    QString family;     // "openai" or "anthropic"
    QString credential; // "azure_key", "google_cloud", "xi_api_key", "query_key"; empty: the usual one of the family
    bool needsKey = true;
    bool isCustom = false;
    bool isEnabled = true;
    std::optional<QStringList> allowedRequests; // Bifrost's names of requests; unset: all
    NamePairs pathOverrides;                    // request's name, path or URL
    ProviderNetworkView network;
    QList<ProviderKeyView> keys;
    ProviderHealth health = ProviderHealth::Unknown;
    QString healthReason;    // "answered 401 at 14:31", or empty
    QString healthErrorCode; // errorCodeName of that reason, or empty
    int healthStatus = 0;    // of the answer that it is about; 0 if there was none
    int requestsLastHour = 0;
    int errorsLastHour = 0;
    QByteArray extraJson;
    bool operator==(const ProviderView &) const = default;
};

struct AttemptView {
    QString provider;
    QString model;
    QString keyName;
    int status = 0;
    QString errorCode;
    QString reason; // why it failed
    QString why;    // why it was made; empty for the first choice
    Microseconds startedAt{0};
    std::optional<Microseconds> connectedAt;
    std::optional<Microseconds> firstByteAt;
    Microseconds endedAt{0};
    std::optional<gateway::Money> cost;
    gateway::AttemptCost costDetail;
};

// A row of the request list; also the live state of a running request.
struct RequestSummary {
    QString id;
    qint64 sequence = 0; // rises with time of storing; 0 while running. The page key.
    QDateTime startedAt; // UTC
    RequestState state = RequestState::InFlight;
    QString client;
    QString operation;
    QString dialect;
    QString askedModel;
    QString provider;
    QString model;
    QString firstProvider; // of the first try; another one than `provider` after a fallback. Empty: the same
    QString keyName;
    QString keyId; // empty for requests of before ids were stored; likewise below
    QString sessionId;
    int status = 0;
    QString finishReason;
    QString errorCode;
    QString errorText;
    bool isStream = false;
    int attempts = 0;
    std::optional<Microseconds> firstByteAt;
    Microseconds duration{0};          // so far while running
    std::optional<qint64> inputTokens; // whole prompt, cached included
    std::optional<qint64> cachedTokens;
    std::optional<qint64> outputTokens;
    qint64 requestBytes = 0;
    qint64 responseBytes = 0;
    QString virtualKeyName;
    QString virtualKeyId;
    std::optional<gateway::Money> cost; // of all attempts; empty while running, and where that of one is unknown
    int unpricedAttempts = 0;           // whose cost is unknown
};

enum class PartKind { Text, Reasoning, ToolCall, ToolResult, Image, File, Audio, Refusal, Other };

struct PartView {
    PartKind kind = PartKind::Text;
    QString text; // text, arguments of a call, content of a result
    QString name; // tool name, file name, media type
    QString callId;
    qint64 bytes = 0; // size of media that is not shown
};

enum class MessageRole { System, User, Assistant, Tool };

struct MessageView {
    MessageRole role = MessageRole::User;
    QList<PartView> parts;
    bool isAnswer = false; // made by the provider in this exchange
};

struct ConversationView {
    QString requestId;
    QList<MessageView> messages;
    bool isComplete = true; // false while the answer is still arriving
    QString problem;        // why it cannot be shown, or empty
};

struct StreamEventView {
    Microseconds at{0};
    qint64 bytes = 0;
    QString name;
    QString text;
};

struct RequestDetail {
    RequestSummary summary;
    QString method;
    QString path;
    QString peerAddress;
    QString answeredModel;
    Microseconds overhead{0};
    QString rawUsage;
    std::optional<qint64> uncachedInputTokens;
    std::optional<qint64> cacheWriteTokens;
    std::optional<qint64> reasoningTokens;
    QList<AttemptView> attempts;
    QStringList notes;
    QList<std::pair<QString, QString>> requestHeaders;
    QList<std::pair<QString, QString>> responseHeaders;
    bool hasBodies = false; // false: the capture level left them out
    QByteArray requestBody; // masked
    QByteArray responseBody;
    bool isRequestBodyTruncated = false;
    bool isResponseBodyTruncated = false;
    QList<StreamEventView> streamEvents;
    ConversationView conversation;
};

struct HistoryPage {
    QList<RequestSummary> rows; // newest first
    bool hasMore = false;
    qint64 totalStored = 0;
    qint64 matching = -1; // rows that match the query; only when asked for
};

} // namespace gateway::api

Q_DECLARE_METATYPE(gateway::api::GatewayStatus)
Q_DECLARE_METATYPE(gateway::api::RequestSummary)
Q_DECLARE_METATYPE(gateway::api::ConversationView)
