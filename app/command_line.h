// Arguments and environment -> options. Pure.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/config_snapshot.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

enum class LogStyle { Pretty, Json };
enum class LogLevel { Debug, Info, Warning, Error };
enum class SecretStoreChoice { Automatic, Keychain, Vault, Memory };

struct Options {
    QStringList hosts{QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    quint16 port = 8080;
    bool isPortGiven = false;
    QString dataFolder; // empty: the system's place for this user
    QString configFile; // empty: config.json in the data folder, when there is one
    LogLevel logLevel = LogLevel::Info;
    LogStyle logStyle = LogStyle::Pretty;
    SecretStoreChoice secretStore = SecretStoreChoice::Automatic;
    QString passphraseFile;
    QStringList allowedHosts;
    std::optional<gateway::config::CaptureLevel> captureLevel;
    int workerCount = 0; // 0: by the number of cores
    QString demoUrl;     // a scripted provider to add, for those without a key
    bool startHidden = false;
    QString fileToCheck;               // "check FILE": say what is wrong with it instead of running
    bool exportsConfiguration = false; // "export [FILE]": write it down instead of running
    QString exportFile;                // empty: to the standard output
    QString notice;                    // text to print instead of running: help or version

    bool operator==(const Options &) const = default;
};

// InvalidRequest says what is wrong with which argument. Arguments win over the environment. One or two dashes are the
// same, as in Bifrost ("-host", "--host").
gateway::Result<Options> parseCommandLine(const QStringList &arguments, const QProcessEnvironment &environment);

// Whether a window can be opened: a display is named, or a platform of Qt that needs none. True but on Unix with X11 or
// Wayland.
bool hasDisplay(const QStringList &arguments, const QProcessEnvironment &environment);

} // namespace app
