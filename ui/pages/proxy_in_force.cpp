#include "ui/pages/proxy_in_force.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "ui/system_proxy.h"
#include "ui/widgets/label_color.h"

namespace ui::pages {

namespace {

// The password of "user:password@host" is for the proxy only.
QString withoutUser(const QString &address)
{
    return address.section(QLatin1Char('@'), -1);
}

// Any region does: the answer is about the host's domain.
QUrl urlOf(QString address)
{
    address.replace(QLatin1String("{region}"), QLatin1String("us-east-1"));
    return QUrl(address.replace(QLatin1String("{resource}"), QLatin1String("name")));
}

} // namespace

ProxyInForce::ProxyInForce(QWidget *parent) : QLabel(parent), m_systemProxy(&systemProxyFor)
{
    setObjectName(QStringLiteral("proxy_in_force"));
    widgets::setTextStyle(this, "small");
    widgets::setTone(*this, "secondary");
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void ProxyInForce::showFor(const gateway::api::ProviderNetworkView &network)
{
    const QUrl url = urlOf(network.baseUrl);
    const bool isSystem = network.proxyKind.isEmpty() || network.proxyKind == QLatin1String("system");
    if (isSystem && !url.host().isEmpty() && !isLoopbackHost(url.host())) {
        askSystem(url);
        return;
    }
    ++m_question; // what is still being asked is of no use now
    m_asked.clear();
    if (isSystem && url.host().isEmpty())
        clear(); // the address is still being typed
    else if (isSystem)
        setText(tr("Requests go straight to the provider: a server on this computer is reached without a proxy."));
    else if (network.proxyKind == QLatin1String("none"))
        setText(tr("Requests go straight to the provider."));
    else if (network.proxyUrl.isEmpty())
        setText(tr("Enter the address of the proxy."));
    else
        setText(tr("Requests go through %1.").arg(withoutUser(network.proxyUrl)));
}

void ProxyInForce::askSystem(const QUrl &url)
{
    if (url == m_asked)
        return;
    m_asked = url;
    setText(tr("Asking the system for its proxy…"));
    const QPointer<ProxyInForce> self(this);
    QThreadPool::globalInstance()->start([self, url, ask = m_systemProxy, question = ++m_question] {
        const QString proxy = ask(url);
        QCoreApplication *const application = QCoreApplication::instance();
        if (application == nullptr) // it is about to end, and waits for this thread
            return;
        QMetaObject::invokeMethod(application, [self, question, proxy] {
            if (self)
                self->takeAnswer(question, proxy);
        });
    });
}

void ProxyInForce::takeAnswer(int question, const QString &proxy)
{
    if (question != m_question)
        return;
    setText(
        proxy.isEmpty() ? tr(
            "Requests go straight to the provider: neither the environment nor the system names a proxy for this host.")
                        : tr("Requests go through %1, as the environment or the system says.").arg(proxy));
}

} // namespace ui::pages
