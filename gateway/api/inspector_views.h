// What people do with requests that are listed: marks, comparisons, copies into files, repetitions. Plain data.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/api/gateway_views.h"
#include "gateway/base/filter_term.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace gateway::api {

struct RequestMark {
    QString requestId;
    bool isPinned = false; // stays when old requests are cleared away
    QString comment;
    QString resentFrom; // id of the request that this one repeats; empty: it repeats none
    bool isEmpty() const { return !isPinned && comment.isEmpty() && resentFrom.isEmpty(); }
    bool operator==(const RequestMark &) const = default;
};

enum class ExportFormat {
    Har,       // HTTP Archive 1.2 (w3c.github.io/web-performance/specs/HAR/Overview.html)
    JsonLines, // one JSON object for each request
    Csv,       // RFC 4180, one row for each request; has no bodies
};

struct ExportRequests {
    HistoryQuery query;            // which ones; its page and its order do not count
    gateway::FilterTerm condition; // in addition to the query
    QStringList ids;               // when there are any: of these only
    ExportFormat format = ExportFormat::Har;
    QString file; // replaced when the export is whole, else left as it was
    bool hasBodies = true;
};

struct ExportReport {
    qint64 requests = 0;
    qint64 bytes = 0;         // of the file
    qint64 withoutBodies = 0; // whose bodies were not stored; 0 when none were asked for
};

// Where the prompt of a later request leaves that of an earlier one, in the order in which providers cache it: tools,
// system text, messages.
struct PrefixComparison {
    enum class Place {
        Nowhere, // the later prompt begins with all of the earlier one
        Tool,
        System,
        Message,
    };
    enum class Difference { InBoth, OnlyInEarlier, OnlyInLater };
    Place place = Place::Nowhere;
    Difference difference = Difference::InBoth;
    int number = 0;                       // of the tool, block of system text or message as the client sent it, from 1
    MessageRole role = MessageRole::User; // of the message
    PartKind kind = PartKind::Text;       // of its part
    QString name;                         // of the tool, where there is one
    qint64 equalBytes = 0;                // of that part, before the first one that differs
    QString before;                       // what both have just before it
    QString earlier;                      // what the earlier one has from it on, cut; empty where it has nothing
    QString later;
    int sharedParts = 0;
    qint64 sharedTokens = 0;   // estimates; of the later one
    qint64 lostTokens = 0;     // from there to its end: they cannot be read from the cache
    QStringList otherSettings; // members of the body beside the prompt that differ
    QString problem;           // why the prompts cannot be compared, or empty
};

struct RequestComparison {
    RequestDetail earlier; // by their starts
    RequestDetail later;
    PrefixComparison prefix;
};

// Sends a stored request to this gateway again, as its client did.
struct ResendRequest {
    QString requestId;
    std::optional<QByteArray> body; // unset: as it was
    std::optional<QString> path;    // likewise; some dialects name the model there
    QString virtualKey;             // to be shown with it; empty: none. Values of keys are not stored.
};

} // namespace gateway::api
