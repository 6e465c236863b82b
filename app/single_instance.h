// A second start of the same data folder raises the window of the first.
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QLocalServer;

namespace app {

// Lives on the main thread. The channel is a local socket that only this user may open, one for each data folder.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    // Asks a running instance to show its window. False when there is none.
    bool raiseOther();

    // Becomes the instance that is raised; call it after the data folder was claimed.
    void listen();

signals:
    void raiseRequested();

private:
    QString m_channel;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace app
