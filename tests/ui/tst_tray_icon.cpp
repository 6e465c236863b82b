#include <QAction>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/fake_network.h"
#include "tests/support/sample_gateway.h"
#include "ui/look/theme.h"
#include "ui/tray_icon.h"

using gateway::api::GatewayStatus;
using gateway::api::ListenerState;
using gateway::api::ProviderHealth;
using gateway::api::ProviderView;
using ui::TrayState;

namespace {

const QList<TrayState> states{TrayState::Stopped,  TrayState::Starting, TrayState::Healthy,
                              TrayState::InFlight, TrayState::Degraded, TrayState::Failing};

ProviderView provider(ProviderHealth health, bool isEnabled = true)
{
    ProviderView view;
    view.health = health;
    view.isEnabled = isEnabled;
    return view;
}

GatewayStatus status(ListenerState listener, int inFlight = 0)
{
    GatewayStatus made;
    made.listener = listener;
    made.inFlight = inFlight;
    made.port = 8080;
    made.baseUrl = QStringLiteral("http://127.0.0.1:8080");
    return made;
}

} // namespace

class TrayIconTest : public QObject {
    Q_OBJECT
private slots:
    void iconIsSeenOnLightAndOnDarkPanels()
    {
        for (const Qt::GlobalColor ink : {Qt::black, Qt::white}) {
            for (const Qt::GlobalColor panel : {Qt::black, Qt::white}) {
                QImage image(22, 22, QImage::Format_RGB32);
                image.fill(panel);
                QPainter(&image).drawPixmap(0, 0,
                                            ui::withEdge(ui::drawTrayState(TrayState::Healthy, 22, ink), QColor(ink)));
                int seen = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x)
                        seen += qAbs(qGray(image.pixel(x, y)) - (panel == Qt::white ? 255 : 0)) > 127 ? 1 : 0;
                }
                QVERIFY2(seen > 60, qPrintable(QStringLiteral("only %1 pixels").arg(seen)));
            }
        }
    }

    void worstStateWins()
    {
        using ui::trayStateOf;
        const auto up = status(ListenerState::Listening);
        QCOMPARE(trayStateOf(status(ListenerState::Stopped), {}), TrayState::Stopped);
        QCOMPARE(trayStateOf(status(ListenerState::Starting), {}), TrayState::Starting);
        QCOMPARE(trayStateOf(status(ListenerState::Failed), {}), TrayState::Failing);
        QCOMPARE(trayStateOf(up, {}), TrayState::Healthy);
        QCOMPARE(trayStateOf(status(ListenerState::Listening, 2), {provider(ProviderHealth::Healthy)}),
                 TrayState::InFlight);
        QCOMPARE(trayStateOf(status(ListenerState::Listening, 2),
                             {provider(ProviderHealth::Healthy), provider(ProviderHealth::RateLimited)}),
                 TrayState::Degraded);
        QCOMPARE(trayStateOf(up, {provider(ProviderHealth::Healthy), provider(ProviderHealth::KeyRejected)}),
                 TrayState::Degraded);
        QCOMPARE(trayStateOf(up, {provider(ProviderHealth::KeyRejected), provider(ProviderHealth::Unreachable)}),
                 TrayState::Failing);
        QCOMPARE(trayStateOf(up, {provider(ProviderHealth::KeyRejected, false)}), TrayState::Healthy);
    }

    void statesDifferByShapeAtEverySize()
    {
        for (const int size : {16, 22, 24, 32, 48}) {
            for (const TrayState one : states) {
                const QImage first = ui::drawTrayState(one, size, Qt::black).toImage();
                QCOMPARE(first.size(), QSize(size, size));
                for (const TrayState other : states) {
                    if (one == other)
                        continue;
                    const QImage second = ui::drawTrayState(other, size, Qt::black).toImage();
                    int different = 0;
                    for (int y = 0; y < size; ++y) {
                        for (int x = 0; x < size; ++x)
                            different += qAbs(qAlpha(first.pixel(x, y)) - qAlpha(second.pixel(x, y))) > 90 ? 1 : 0;
                    }
                    QVERIFY2(different * 40 >= size * size, qPrintable(QStringLiteral("%1 and %2 at %3: %4 pixels")
                                                                           .arg(int(one))
                                                                           .arg(int(other))
                                                                           .arg(size)
                                                                           .arg(different)));
                }
            }
        }
    }

    void tooltipIsOneLineOfFacts()
    {
        support::FakeGateway gateway;
        support::fillWithSamples(gateway);
        ui::TrayIcon tray(gateway);
        QVERIFY(tray.toolTip().contains(QStringLiteral("8080")));
        QVERIFY(tray.toolTip().contains(QStringLiteral("3 in flight")));
        QVERIFY(tray.toolTip().contains(QStringLiteral("answered 429")));
        QVERIFY(!tray.toolTip().contains(QLatin1Char('\n')));
    }

    void menuSaysWhatWasSpentOnce()
    {
        support::FakeGateway gateway;
        support::fillWithSamples(gateway);
        GatewayStatus spending = gateway.status();
        spending.spentToday.nanoDollars = 1'250'000'000;
        gateway.setStatus(spending);
        ui::TrayIcon tray(gateway);
        QVERIFY(tray.toolTip().contains(QStringLiteral("1.25")));
        const QString state = tray.menu().actions().at(0)->text();
        QVERIFY2(state.contains(QStringLiteral("3 in flight")) && state.contains(QStringLiteral("answered 429")),
                 qPrintable(state));
        QVERIFY2(!state.contains(QStringLiteral("1.25")), qPrintable(state));
        QVERIFY(tray.menu().actions().at(1)->text().contains(QStringLiteral("1.25")));
    }

    void saysThatThereIsNoNetwork()
    {
        support::FakeGateway gateway;
        support::FakeNetwork network;
        ui::TrayIcon tray(gateway, &network);
        QCOMPARE(tray.state(), TrayState::Healthy);
        network.setOffline(true);
        QCOMPARE(tray.state(), TrayState::Degraded);
        QVERIFY2(tray.toolTip().endsWith(QStringLiteral(", offline")), qPrintable(tray.toolTip()));
        network.setOffline(false);
        QCOMPARE(tray.state(), TrayState::Healthy);
        QVERIFY(!tray.toolTip().contains(QStringLiteral("offline")));
    }

    void menuActs()
    {
        support::FakeGateway gateway;
        ui::TrayIcon tray(gateway);
        QSignalSpy start(&tray, &ui::TrayIcon::startRequested);
        QSignalSpy stop(&tray, &ui::TrayIcon::stopRequested);
        QSignalSpy quit(&tray, &ui::TrayIcon::quitRequested);
        const auto action = [&](const char *name) -> QAction * {
            for (QAction *candidate : tray.menu().actions()) {
                if (candidate->objectName() == QLatin1String(name))
                    return candidate;
            }
            return nullptr;
        };
        action("tray_start_stop")->trigger();
        QCOMPARE(stop.count(), 1);
        gateway.setStatus(status(ListenerState::Stopped));
        QCOMPARE(tray.state(), TrayState::Stopped);
        action("tray_start_stop")->trigger();
        QCOMPARE(start.count(), 1);
        action("tray_quit")->trigger();
        QCOMPARE(quit.count(), 1);
    }

    void iconFollowsTheTheme()
    {
        ui::look::Theme theme(ui::look::Scheme::Light);
        theme.applyToApplication();
        support::FakeGateway gateway;
        ui::TrayIcon tray(gateway);
        const QColor onLight = tray.iconColor();
        theme.setScheme(ui::look::Scheme::Dark);
        QTRY_COMPARE(tray.iconColor(), theme.palette().color(QPalette::WindowText));
        QVERIFY(tray.iconColor() != onLight);
    }
};

QTEST_MAIN(TrayIconTest)
#include "tst_tray_icon.moc"
