// The window with sample data on a real display, for a screen reader to drive. Provider tests pass as soon as they begin.
#include <QApplication>
#include <QTimer>

#include "tests/support/usage_samples.h"
#include "tests/ui/request_samples.h"
#include "tests/ui/window_fixture.h"

namespace {

// Six requests in two sessions; the newest one was rate limited.
void fillRequests(support::FakeGateway &gateway)
{
    gateway::api::SessionPage page;
    for (const char *name : {"build", "docs"}) {
        gateway::api::SessionView session;
        session.id = QString::fromLatin1(name);
        page.sessions.append(session);
    }
    for (int number = 6; number > 0; --number) {
        const bool isLimited = number == 6;
        gateway::api::RequestSummary request =
            samples::request(number, isLimited ? gateway::RequestState::RateLimited : gateway::RequestState::Succeeded);
        gateway::api::SessionView &session = page.sessions[number > 2 ? 0 : 1];
        request.sessionId = session.id;
        session.firstStart = request.startedAt;
        session.lastStart = session.requests == 0 ? request.startedAt : session.lastStart;
        ++session.requests;
        session.failed += isLimited ? 1 : 0;
        gateway.history.append(request);
        gateway::api::RequestDetail detail;
        detail.summary = request;
        gateway.details.insert(request.id, detail);
    }
    page.matching = page.sessions.size();
    page.totalStored = gateway.history.size();
    gateway.fakeInspector.sessionPage = page;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("bilrost-accessible-scene"));
    WindowFixture fixture;
    fixture.gateway.storedProviders.clear();
    fillRequests(fixture.gateway);
    fixture.gateway.usage = support::sampleUsage(QDate::currentDate());
    const auto window = fixture.window();
    window->showFirstRunWizard();
    std::size_t passed = 0;
    QTimer tests;
    QObject::connect(&tests, &QTimer::timeout, &application, [&] {
        if (fixture.gateway.tests.size() == passed)
            return;
        passed = fixture.gateway.tests.size();
        gateway::api::ProviderTestReport report;
        report.hasPassed = true;
        report.models = {QStringLiteral("claude-haiku-4-5")};
        fixture.gateway.finishTest(report);
    });
    tests.start(std::chrono::milliseconds(20));
    return QApplication::exec();
}
