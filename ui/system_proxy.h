// The proxy that the environment or the operating system names. The one file of the window that needs Qt's network.
#pragma once

#include <QString>
#include <QUrl>

namespace ui {

// As host:port; empty: none. It may take the system seconds to say. Any thread.
QString systemProxyFor(const QUrl &url);

// A server on this computer is not the proxy's business, as in the gateway.
bool isLoopbackHost(const QString &host);

} // namespace ui
