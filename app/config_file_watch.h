// Takes a configuration file over, at the start and again whenever its content has changed.
#pragma once

#include "app/config_file_run.h"

#include "gateway/api/gateway_facade.h"
#include "gateway/base/clock.h"
#include "gateway/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFileSystemWatcher>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <string>
#include <utility>

namespace app {

// Lives on the main thread. The file replaces what it names, as at a start, only when its content is another than the
// one that was taken over last: what the window changed meanwhile is not put back by a file that nobody touched. Content
// that is not one JSON object changes nothing; what was in force stays so.
class ConfigFileWatch : public QObject {
    Q_OBJECT
public:
    // A change is looked at when nothing has happened to the file for so long: editors write in several steps.
    static constexpr std::chrono::milliseconds settleTime{300};

    struct Rules {
        bool mustBeThere = false;  // else a file that is missing is waited for
        bool keepsCapture = false; // what is kept of requests was said on the command line
    };

    // Gateway and clock are borrowed, and outlive this. The folder of the file exists.
    ConfigFileWatch(QString path, gateway::api::GatewayFacade &gateway, const gateway::Clock &clock, Rules rules,
                    QObject *parent = nullptr);

    // Takes it over as it is now. `settled` is called once, when every entry is saved or refused; also when there is
    // nothing to take over.
    void start(std::function<void()> settled);
    void look(); // now, for those who do not want to wait

signals:
    // Every entry is saved, or refused with a warning in the log. `changed`: JSON pointers of what differs from the
    // content before, cut to entries like /providers/openai/keys.
    void takenOver(const QStringList &changed);
    void problemChanged(const QString &problem); // why the content is not in force, a whole sentence; empty: it is

private:
    using Hashes = QMap<QString, QByteArray>; // by pointer; no values, of which some are secret

    void noteChange();
    void noteChangeInFolder();
    void watchAgain();
    void settle();
    void takeOver(const std::string &text, const QByteArray &hash);
    ConfigFileListener listenerFor(const QStringList &changed);
    void setProblem(const QString &problem);

    QString m_path;
    gateway::api::GatewayFacade &m_gateway;
    const gateway::Clock &m_clock;
    Rules m_rules;
    QFileSystemWatcher m_watcher;
    QTimer m_settling;
    gateway::SteadyTime m_changedAt;
    std::pair<QDateTime, qint64> m_seen; // date and size of the file; other files of the folder change all the time
    QByteArray m_hashInForce;
    QByteArray m_hashRefused; // is not told of again
    Hashes m_entries;         // in force
    QString m_problem;
    std::function<void()> m_settled; // of start(), until it is called
    bool m_isTakingOver = false;
    bool m_mustLookAgain = false;
};

} // namespace app
