#include "app/command_line.h"

#include <QCommandLineParser>
#include <QHostAddress>

#include <array>

namespace app {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;

namespace {

Error wrong(const QString &text)
{
    return Error::client(ErrorCode::InvalidRequest, text.toStdString());
}

template <typename Value, std::size_t count>
Result<Value> oneOf(const QString &option, const QString &given,
                    const std::array<std::pair<const char *, Value>, count> &choices)
{
    QStringList names;
    for (const auto &[name, value] : choices) {
        if (given == QLatin1String(name))
            return value;
        names.append(QLatin1String(name));
    }
    return unexpected(
        wrong(QStringLiteral("--%1 is one of %2, not \"%3\".").arg(option, names.join(QStringLiteral(", ")), given)));
}

// The parser and, for each option, the environment variables that may stand in for it.
class Arguments {
public:
    Arguments(const QStringList &arguments, const QProcessEnvironment &environment) : m_environment(environment)
    {
        m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
        m_parser.setApplicationDescription(QStringLiteral("A local gateway for language models. See README.md."));
        m_parser.addPositionalArgument(QStringLiteral("check FILE"),
                                       QStringLiteral("Say what is wrong with a config.json, and end."),
                                       QStringLiteral("[check FILE | export [FILE]]"));
        m_parser.addPositionalArgument(QStringLiteral("export [FILE]"),
                                       QStringLiteral("Write the configuration down as a config.json, and end."),
                                       QString());
        for (const Known &known : knownOptions) {
            m_parser.addOption(known.valueName[0] == '\0'
                                   ? QCommandLineOption(names(known), QLatin1String(known.description))
                                   : QCommandLineOption(names(known), QLatin1String(known.description),
                                                        QLatin1String(known.valueName)));
        }
        m_hasParsed = m_parser.parse(arguments);
    }

    bool hasParsed() const
    {
        return m_hasParsed && (m_parser.positionalArguments().isEmpty() || isCheck() || isExport());
    }
    bool isCheck() const { return words().size() == 2 && words().at(0) == QLatin1String("check"); }
    bool isExport() const
    {
        return !words().isEmpty() && words().size() <= 2 && words().at(0) == QLatin1String("export");
    }
    QStringList words() const { return m_parser.positionalArguments(); }
    QString problem() const
    {
        return m_hasParsed ? QStringLiteral("Unexpected argument: %1").arg(m_parser.positionalArguments().value(0))
                           : m_parser.errorText();
    }
    QString help() const { return m_parser.helpText(); }
    bool isSet(const char *name) const { return m_parser.isSet(QLatin1String(name)); }

    // Empty when neither the argument nor one of its variables is given.
    QString value(const char *name) const
    {
        if (isSet(name))
            return m_parser.value(QLatin1String(name));
        for (const Known &known : knownOptions) {
            if (qstrcmp(known.name, name) != 0)
                continue;
            for (const QString &variable :
                 QString::fromLatin1(known.variables).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                if (!m_environment.value(variable).isEmpty())
                    return m_environment.value(variable);
            }
        }
        return {};
    }
    QStringList values(const char *name) const
    {
        const QStringList given = isSet(name) ? m_parser.values(QLatin1String(name)) : QStringList{value(name)};
        QStringList all;
        for (const QString &each : given)
            all += each.split(QLatin1Char(','), Qt::SkipEmptyParts);
        return all;
    }

private:
    struct Known {
        const char *name;
        const char *otherName; // Bifrost's, where it differs
        const char *valueName;
        const char *variables;
        const char *description;
    };
    static constexpr std::array knownOptions{
        Known{"help", "h", "", "", "Show this text."},
        Known{"version", "v", "", "", "Show the version."},
        Known{"host", "", "address", "APP_HOST BIFROST_HOST",
              "Address to listen at; may be repeated. Default: 127.0.0.1 and ::1."},
        Known{"port", "", "number", "APP_PORT", "Port to listen at; 0 takes a free one. Default: 8080."},
        Known{"data-dir", "app-dir", "folder", "APP_DIR", "Where configuration and history live."},
        Known{"config", "", "file", "", "A Bifrost config.json whose providers are taken over at the start."},
        Known{"log-level", "", "level", "LOG_LEVEL", "debug, info, warn or error."},
        Known{"log-style", "", "style", "LOG_STYLE", "pretty or json."},
        Known{"secret-store", "", "kind", "BILROST_SECRET_STORE", "auto, keychain, vault or memory."},
        Known{"passphrase-file", "", "file", "", "File with the vault's passphrase; else BILROST_PASSPHRASE."},
        Known{"allowed-host", "", "name", "BILROST_ALLOWED_HOSTS",
              "Host name beyond loopback under which this gateway is reached; may be repeated."},
        Known{"capture", "", "level", "BILROST_CAPTURE",
              "What is stored of each request: metadata, errors or everything."},
        Known{"workers", "", "number", "", "Worker threads. Default: half the cores, 1 to 4."},
        Known{"demo", "", "url", "", "Add the scripted demo provider at this address."},
        Known{"hidden", "", "", "", "Start in the tray, without a window."},
    };

    static QStringList names(const Known &known)
    {
        QStringList all{QLatin1String(known.name)};
        if (known.otherName[0] != '\0')
            all.append(QLatin1String(known.otherName));
        return all;
    }

    QCommandLineParser m_parser;
    const QProcessEnvironment &m_environment;
    bool m_hasParsed = false;
};

Result<bool> readListening(const Arguments &arguments, Options &options)
{
    const QStringList hosts = arguments.values("host");
    if (!hosts.isEmpty()) {
        options.hosts.clear();
        for (const QString &host : hosts) {
            if (host == QLatin1String("localhost")) {
                options.hosts += {QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
                continue;
            }
            if (QHostAddress(host).isNull())
                return unexpected(
                    wrong(QStringLiteral("--host takes a numeric address or localhost, not \"%1\".").arg(host)));
            options.hosts.append(host);
        }
    }
    const QString port = arguments.value("port");
    if (!port.isEmpty()) {
        bool isNumber = false;
        options.port = port.toUShort(&isNumber);
        options.isPortGiven = true;
        if (!isNumber)
            return unexpected(wrong(QStringLiteral("--port takes a number from 0 to 65535, not \"%1\".").arg(port)));
    }
    return true;
}

Result<bool> readChoices(const Arguments &arguments, Options &options)
{
    using gateway::config::CaptureLevel;
    constexpr std::array levels{std::pair{"debug", LogLevel::Debug}, std::pair{"info", LogLevel::Info},
                                std::pair{"warn", LogLevel::Warning}, std::pair{"warning", LogLevel::Warning},
                                std::pair{"error", LogLevel::Error}};
    constexpr std::array styles{std::pair{"pretty", LogStyle::Pretty}, std::pair{"json", LogStyle::Json}};
    constexpr std::array stores{
        std::pair{"auto", SecretStoreChoice::Automatic}, std::pair{"keychain", SecretStoreChoice::Keychain},
        std::pair{"vault", SecretStoreChoice::Vault}, std::pair{"memory", SecretStoreChoice::Memory}};
    constexpr std::array captures{std::pair{"metadata", CaptureLevel::Metadata},
                                  std::pair{"errors", CaptureLevel::Errors},
                                  std::pair{"everything", CaptureLevel::Everything}};
    const auto read = [&arguments](const char *name, const auto &choices, auto &into) -> Result<bool> {
        const QString given = arguments.value(name);
        if (given.isEmpty())
            return true;
        const auto value = oneOf(QLatin1String(name), given, choices);
        if (!value)
            return unexpected(value.error());
        into = *value;
        return true;
    };
    for (const auto &result :
         {read("log-level", levels, options.logLevel), read("log-style", styles, options.logStyle),
          read("secret-store", stores, options.secretStore), read("capture", captures, options.captureLevel)}) {
        if (!result)
            return result;
    }
    const QString workers = arguments.value("workers");
    options.workerCount = workers.toInt();
    if (!workers.isEmpty() && (options.workerCount < 1 || options.workerCount > 64))
        return unexpected(wrong(QStringLiteral("--workers takes a number from 1 to 64, not \"%1\".").arg(workers)));
    return true;
}

} // namespace

Result<Options> parseCommandLine(const QStringList &arguments, const QProcessEnvironment &environment)
{
    const Arguments given(arguments, environment);
    if (!given.hasParsed())
        return unexpected(wrong(given.problem()));
    Options options;
    if (given.isSet("help"))
        options.notice = given.help();
    else if (given.isSet("version"))
        options.notice = QStringLiteral("Bilrost " BILROST_VERSION "\n");
    if (const auto listening = readListening(given, options); !listening)
        return unexpected(listening.error());
    if (const auto choices = readChoices(given, options); !choices)
        return unexpected(choices.error());
    if (given.isCheck())
        options.fileToCheck = given.words().at(1);
    options.exportsConfiguration = given.isExport();
    if (given.isExport())
        options.exportFile = given.words().value(1);
    options.dataFolder = given.value("data-dir");
    options.configFile = given.value("config");
    options.passphraseFile = given.value("passphrase-file");
    options.allowedHosts = given.values("allowed-host");
    options.demoUrl = given.value("demo");
    options.startHidden = given.isSet("hidden");
    return options;
}

bool hasDisplay(const QStringList &arguments, const QProcessEnvironment &environment)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const bool namesPlatform = arguments.contains(QStringLiteral("-platform"))
                               || arguments.contains(QStringLiteral("--platform"))
                               || !environment.value(QStringLiteral("QT_QPA_PLATFORM")).isEmpty();
    return namesPlatform || !environment.value(QStringLiteral("WAYLAND_DISPLAY")).isEmpty()
           || !environment.value(QStringLiteral("DISPLAY")).isEmpty();
#else
    Q_UNUSED(arguments)
    Q_UNUSED(environment)
    return true;
#endif
}

} // namespace app
