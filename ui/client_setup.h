// Points other programs at the gateway by their own configuration files, and back again.
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace ui {

enum class ClientState {
    NotFound,     // neither the program nor its settings are on this computer
    NotConnected, // its settings say nothing about an address
    Elsewhere,    // they name another address
    Connected,    // they name ours
    Unreadable,   // they cannot be read, or are not what their format wants
};

struct ClientTool {
    QString id;   // "claude-code"
    QString name; // "Claude Code"
    ClientState state = ClientState::NotFound;
    QString foundAt;      // the program, or the folder of its settings; empty when not found
    QString otherAddress; // with Elsewhere
    bool hasSafetyCopy = false;
};

// One file before and after. Both are whole; what is not ours is the same byte for byte.
struct FileEdit {
    QString path;
    QByteArray before; // empty when there is no file
    QByteArray after;
    bool exists = false;    // before
    bool isRemoved = false; // after: what Bilrost made goes again
};

struct ClientPlan {
    QList<FileEdit> files;  // only those that change
    bool isRestore = false; // to the safety copy, which is not needed any more then
    QString problem;        // why nothing can be written, as sentences; or empty
    QStringList warnings;   // what would still lead elsewhere
};

// Lives on the GUI thread; the files are small. Nothing is written but by apply().
class ClientSetup {
public:
    virtual ~ClientSetup() = default;

    // `baseUrl` is ours, without a trailing slash: "http://127.0.0.1:8080".
    virtual QList<ClientTool> tools(const QString &baseUrl) const = 0;
    // `key` is what the tool will show; any word where no virtual key is needed.
    virtual ClientPlan connectPlan(const QString &toolId, const QString &baseUrl, const QString &key) const = 0;
    virtual ClientPlan restorePlan(const QString &toolId) const = 0; // to the safety copy; empty without one
    // For people who would rather edit the files themselves.
    virtual QString snippet(const QString &toolId, const QString &baseUrl, const QString &key) const = 0;

    // Writes what a plan says, after a safety copy of each file. Conflict when a file changed since the plan was made;
    // then nothing is written.
    virtual gateway::Result<bool> apply(const QString &toolId, const ClientPlan &plan) = 0;
};

} // namespace ui
