// Sends varied requests through a gateway every few seconds, so that its window shows life without anyone's key.
#pragma once

#include <string>
#include <vector>

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>

namespace demo_provider {

class Traffic : public QObject {
    Q_OBJECT

public:
    /// One request as a client would send it.
    struct Scene {
        const char *path;
        const char *userAgent;
        std::string body;
        bool anthropic = false;
        /// The client hangs up in the middle.
        bool leavesEarly = false;
    };

    [[nodiscard]] static std::vector<Scene> scenes();

    /// `gateway`: its address without a path. `key`: sent as bearer token if not empty.
    Traffic(QUrl gateway, std::string key, QObject *parent = nullptr);

    void start();

private:
    void play(const Scene &scene);
    void rest();

    QUrl m_gateway;
    std::string m_key;
    std::vector<Scene> m_scenes;
    std::size_t m_next = 0;
    QNetworkAccessManager m_network;
    QTimer m_pause;
};

} // namespace demo_provider
