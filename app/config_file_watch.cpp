#include "app/config_file_watch.h"

#include "app/config_file.h"

#include "gateway/admin/json_text.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QPointer>

#include <utility>

namespace app {

namespace {

Q_LOGGING_CATEGORY(configuration, "bilrost.configuration")

constexpr std::chrono::milliseconds settleStep{100};
constexpr int deepestEntry = 3; // tokens of a pointer that is told
constexpr qsizetype mostTold = 20;

using gateway::admin::Json;
using Hashes = QMap<QString, QByteArray>;

QByteArray hashOf(const std::string &text)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256);
}

void addEntries(const Json &value, const QString &pointer, int depth, Hashes &entries)
{
    if (depth == deepestEntry || !value.is_structured() || value.empty()) {
        entries.insert(pointer, hashOf(value.dump(-1, ' ', false, Json::error_handler_t::replace)));
        return;
    }
    qsizetype index = 0;
    for (const auto &[name, member] : value.items())
        addEntries(member, value.is_array() ? below(pointer, index++) : below(pointer, QString::fromStdString(name)),
                   depth + 1, entries);
}

QStringList differences(const Hashes &before, const Hashes &now)
{
    QStringList pointers;
    for (auto entry = now.begin(); entry != now.end(); ++entry) {
        if (before.value(entry.key()) != entry.value())
            pointers.append(entry.key());
    }
    for (auto entry = before.begin(); entry != before.end(); ++entry) {
        if (!now.contains(entry.key()))
            pointers.append(entry.key());
    }
    pointers.sort();
    return pointers;
}

QString told(const QStringList &pointers)
{
    const QString more =
        pointers.size() > mostTold ? QStringLiteral(", and %1 more").arg(pointers.size() - mostTold) : QString();
    return pointers.mid(0, mostTold).join(QStringLiteral(", ")) + more;
}

} // namespace

ConfigFileWatch::ConfigFileWatch(QString path, gateway::api::GatewayFacade &gateway, const gateway::Clock &clock,
                                 Rules rules, QObject *parent)
    : QObject(parent)
    , m_path(QFileInfo(std::move(path)).absoluteFilePath())
    , m_gateway(gateway)
    , m_clock(clock)
    , m_rules(rules)
{
    m_settling.setInterval(settleStep);
    connect(&m_settling, &QTimer::timeout, this, &ConfigFileWatch::settle);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ConfigFileWatch::noteChange);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ConfigFileWatch::noteChangeInFolder);
}

void ConfigFileWatch::start(std::function<void()> settled)
{
    if (m_rules.mustBeThere && !QFile::exists(m_path))
        qCCritical(configuration).noquote() << m_path << "is not there.";
    look();
    if (m_isTakingOver)
        m_settled = std::move(settled);
    else
        settled();
}

// A file that an editor replaces is another file, which has to be watched anew; its folder tells that it came.
void ConfigFileWatch::watchAgain()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!m_watcher.directories().contains(folder))
        m_watcher.addPath(folder);
    if (!m_watcher.files().contains(m_path) && QFile::exists(m_path))
        m_watcher.addPath(m_path);
}

void ConfigFileWatch::noteChange()
{
    watchAgain();
    m_changedAt = m_clock.steadyNow();
    if (!m_settling.isActive())
        m_settling.start();
}

void ConfigFileWatch::noteChangeInFolder()
{
    const QFileInfo file(m_path);
    const std::pair now(file.lastModified(), file.size());
    if (std::exchange(m_seen, now) != now)
        noteChange();
}

void ConfigFileWatch::settle()
{
    if (m_clock.steadyNow() - m_changedAt < settleTime)
        return;
    m_settling.stop();
    look();
}

void ConfigFileWatch::look()
{
    watchAgain();
    if (m_isTakingOver) { // its entries are still being saved
        m_mustLookAgain = true;
        return;
    }
    const QFileInfo seen(m_path);
    m_seen = {seen.lastModified(), seen.size()};
    QFile file(m_path);
    if (!file.exists()) // what it said stays in force
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        setProblem(QStringLiteral("The configuration file cannot be read: %1").arg(file.errorString()));
        return;
    }
    const std::string text = file.readAll().toStdString();
    const QByteArray hash = hashOf(text);
    if (hash == m_hashInForce) {
        m_hashRefused.clear();
        setProblem({});
    } else if (hash != m_hashRefused) {
        takeOver(text, hash);
    }
}

void ConfigFileWatch::takeOver(const std::string &text, const QByteArray &hash)
{
    const auto root = gateway::admin::parseObject(text);
    Hashes entries;
    if (root)
        addEntries(*root, {}, 0, entries);
    const bool isFirst = m_hashInForce.isEmpty();
    const QStringList changed = differences(m_entries, entries);
    if (root) {
        m_hashInForce = hash;
        m_hashRefused.clear();
        m_entries = std::move(entries);
    }
    m_isTakingOver = root.has_value();
    const auto report = applyConfigText(text, m_gateway, listenerFor(changed), m_rules.keepsCapture);
    if (!report) {
        m_isTakingOver = false;
        m_hashRefused = hash;
        qCCritical(configuration).noquote() << m_path << QString::fromStdString(report.error().message);
        setProblem(QString::fromStdString(report.error().message));
        return;
    }
    setProblem({});
    qCInfo(configuration).noquote() << "took over" << report->providers << "provider(s) and" << report->keys
                                    << "key(s) and" << report->virtualKeys << "virtual key(s) from" << m_path;
    if (!isFirst)
        qCInfo(configuration).noquote() << "changed in it:" << told(changed);
    if (!report->ignoredSections.isEmpty())
        qCWarning(configuration).noquote()
            << "not read from the configuration file:" << report->ignoredSections.join(QStringLiteral(", "));
}

// Of entries that are refused, and of the last one that is saved.
ConfigFileListener ConfigFileWatch::listenerFor(const QStringList &changed)
{
    ConfigFileListener listener;
    listener.onProblem = [path = m_path](const QString &pointer, const std::string &problem) {
        qCWarning(configuration).noquote() << path + QLatin1Char('#') + pointer << QString::fromStdString(problem);
    };
    listener.onSettled = [guard = QPointer(this), changed] {
        if (!guard)
            return;
        guard->m_isTakingOver = false;
        if (const auto settled = std::exchange(guard->m_settled, {}))
            settled();
        emit guard->takenOver(changed);
        if (guard && std::exchange(guard->m_mustLookAgain, false))
            guard->look();
    };
    return listener;
}

void ConfigFileWatch::setProblem(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        emit problemChanged(problem);
}

} // namespace app
