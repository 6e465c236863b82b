// Says which proxy the requests to a provider go through, whoever named it.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QLabel>
#include <QUrl>

#include <functional>

namespace ui::pages {

// A line of text. Lives on the main thread.
class ProxyInForce : public QLabel {
    Q_OBJECT
public:
    // The proxy that the environment or the system names for a URL, as host:port; empty: none. It may take the system
    // seconds to say, so it is called on a thread of the pool.
    using SystemProxy = std::function<QString(const QUrl &url)>;

    explicit ProxyInForce(QWidget *parent = nullptr);

    void setSystemProxy(SystemProxy systemProxy) { m_systemProxy = std::move(systemProxy); }

    // As the settings say it; what the system says is shown as soon as it is known.
    void showFor(const gateway::api::ProviderNetworkView &network);

private:
    void askSystem(const QUrl &url);
    void takeAnswer(int question, const QString &proxy);

    SystemProxy m_systemProxy;
    QUrl m_asked;
    int m_question = 0; // an answer to an earlier one is of no use
};

} // namespace ui::pages
