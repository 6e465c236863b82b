// bilrost-demo-provider: the HTTP interfaces of OpenAI, Anthropic, Google, Cohere and Amazon on loopback, without a model behind them.
#include "tools/demo_provider/http_peer.h"
#include "tools/demo_provider/provider.h"
#include "tools/demo_provider/traffic.h"

#include <cstdio>

#include <QCommandLineParser>
#include <QCoreApplication>

namespace {

struct Options {
    quint16 port = 0;
    demo_provider::ProviderOptions provider;
    QUrl traffic;
    std::string trafficKey;
};

std::optional<Options> readOptions(const QCoreApplication &application)
{
    const QCommandLineOption port(QStringLiteral("port"),
                                  QStringLiteral("Port on 127.0.0.1; 0 lets the system choose."),
                                  QStringLiteral("number"), QStringLiteral("8091"));
    const QCommandLineOption key(QStringLiteral("key"), QStringLiteral("The only key to accept (default: any)."),
                                 QStringLiteral("key"));
    const QCommandLineOption pace(QStringLiteral("pace"),
                                  QStringLiteral("Mean pause between the pieces of a stream; 0 for none."),
                                  QStringLiteral("milliseconds"), QStringLiteral("30"));
    const QCommandLineOption model(QStringLiteral("model"), QStringLiteral("One more model name to serve; repeatable."),
                                   QStringLiteral("name"));
    const QCommandLineOption traffic(QStringLiteral("traffic"),
                                     QStringLiteral("Send varied requests through the gateway at this address."),
                                     QStringLiteral("url"));
    const QCommandLineOption trafficKey(QStringLiteral("traffic-key"),
                                        QStringLiteral("Virtual key for the requests of --traffic."),
                                        QStringLiteral("key"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Imitates the APIs of OpenAI, Anthropic, Google, Cohere and Amazon on loopback, for demos and tests."));
    parser.addHelpOption();
    parser.addOptions({port, key, pace, model, traffic, trafficKey});
    parser.process(application);

    Options options;
    bool portReadable = false;
    bool paceReadable = false;
    options.port = parser.value(port).toUShort(&portReadable);
    options.provider.pace = std::chrono::milliseconds(parser.value(pace).toUInt(&paceReadable));
    options.provider.key = parser.value(key).toStdString();
    for (const QString &name : parser.values(model)) {
        options.provider.extraModels.push_back(name.toStdString());
    }
    options.traffic = QUrl(parser.value(traffic));
    options.trafficKey = parser.value(trafficKey).toStdString();
    if (!portReadable || !paceReadable || !options.traffic.isValid() != !parser.isSet(traffic)) {
        std::fputs("bilrost-demo-provider: --port, --pace or --traffic cannot be read\n", stderr);
        return std::nullopt;
    }
    return options;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const std::optional<Options> options = readOptions(application);
    if (!options) {
        return 2;
    }
    demo_provider::Provider provider(options->provider);
    demo_provider::HttpPeer peer(
        [&provider](auto &connection, const auto &request) { provider.handle(connection, request); });
    const quint16 port = peer.listen(options->port);
    if (port == 0) {
        std::fprintf(stderr, "bilrost-demo-provider: port %d is taken\n", int{options->port});
        return 1;
    }
    std::printf("listening on http://127.0.0.1:%d\n", int{port});
    std::fflush(stdout);

    demo_provider::Traffic traffic(options->traffic, options->trafficKey);
    if (!options->traffic.isEmpty()) {
        traffic.start();
    }
    return QCoreApplication::exec();
}
