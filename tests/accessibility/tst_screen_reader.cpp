// Uses the window as a screen reader does: over the accessibility bus, by roles and names, without a pixel or a key.
#include <QDate>
#include <QProcess>
#include <QTest>

#include "tests/accessibility/accessible_node.h"

using accessibility::Node;

namespace {

constexpr int patience = 20'000;

std::function<bool(const QString &)> is(const QString &name)
{
    return [name](const QString &found) { return found == name; };
}

std::function<bool(const QString &)> begins(const QString &name)
{
    return [name](const QString &found) { return found.startsWith(name); };
}

const QString button = QStringLiteral("push button");

} // namespace

// The order counts: the wizard stands before the window.
class ScreenReaderTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void wizardIsDrivenByItsNames();
    void requestsAreOpenedByTheirNames();
    void rowsOfRequestsAreReadAndChosen();
    void sessionsAreOpenedByTheirNames();
    void chartIsReadItemByItem();

private:
    std::optional<Node> window() const; // of the scene, among all programs of the bus
    std::optional<Node> find(const QString &role, const std::function<bool(const QString &)> &isIt) const;
    bool press(const QString &name) const; // waits for it
    bool openPage(const QString &name) const;
    std::optional<Node> table(const QString &name, int rows) const; // waits for it
    bool toggle(const QString &name) const;                         // waits for it

    QProcess m_scene;
};

void ScreenReaderTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("DISPLAY") || !Node::desktop())
        QSKIP("There is no accessibility bus here: run_on_a_bus.sh makes one.");
    m_scene.setProcessChannelMode(QProcess::ForwardedChannels);
    m_scene.start(QStringLiteral(BILROST_SCENE), {});
    QVERIFY(m_scene.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(window().has_value(), patience);
}

void ScreenReaderTest::cleanupTestCase()
{
    m_scene.kill();
    m_scene.waitForFinished();
}

std::optional<Node> ScreenReaderTest::window() const
{
    const auto desktop = Node::desktop();
    if (!desktop)
        return std::nullopt;
    for (const Node &program : desktop->children()) {
        if (program.name() == QLatin1String("bilrost-accessible-scene"))
            return program;
    }
    return std::nullopt;
}

std::optional<Node> ScreenReaderTest::find(const QString &role, const std::function<bool(const QString &)> &isIt) const
{
    const auto root = window();
    return root ? root->find(role, isIt) : std::nullopt;
}

bool ScreenReaderTest::press(const QString &name) const
{
    return QTest::qWaitFor(
        [&] {
            const auto found = find(button, is(name));
            return found && found->isEnabled() && found->act(QStringLiteral("Press"));
        },
        patience);
}

bool ScreenReaderTest::openPage(const QString &name) const
{
    return QTest::qWaitFor(
        [&] {
            for (const QString &role : {button, QStringLiteral("toggle button"), QStringLiteral("radio button")}) {
                const auto found = find(role, begins(name));
                if (found && (found->act(QStringLiteral("Press")) || found->act(QStringLiteral("Toggle"))))
                    return true;
            }
            return false;
        },
        patience);
}

std::optional<Node> ScreenReaderTest::table(const QString &name, int rows) const
{
    std::optional<Node> found;
    (void)QTest::qWaitFor(
        [&] {
            found = find(QStringLiteral("table"), begins(name));
            return found && found->rows() == rows;
        },
        patience);
    return found && found->rows() == rows ? found : std::nullopt;
}

bool ScreenReaderTest::toggle(const QString &name) const
{
    return QTest::qWaitFor(
        [&] {
            for (const QString &role : {QStringLiteral("check box"), QStringLiteral("toggle button"), button}) {
                const auto found = find(role, is(name));
                if (found && (found->act(QStringLiteral("Toggle")) || found->act(QStringLiteral("Press"))))
                    return true;
            }
            return false;
        },
        patience);
}

void ScreenReaderTest::wizardIsDrivenByItsNames()
{
    std::optional<Node> tile;
    const auto findTile = [&] {
        for (const QString &role :
             {QStringLiteral("check box"), QStringLiteral("toggle button"), QStringLiteral("radio button"), button}) {
            if ((tile = find(role, begins(QStringLiteral("Anthropic,")))))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(findTile(), patience);
    if (!tile->isChecked())
        QVERIFY(tile->act(QStringLiteral("Toggle")) || tile->act(QStringLiteral("Press")));
    QTRY_VERIFY_WITH_TIMEOUT(tile->isChecked(), patience);
    const auto next = find(button, is(QStringLiteral("Continue")));
    QVERIFY(next && !next->isEnabled()); // the key is missing, and it is said
    std::optional<Node> key = find(QStringLiteral("password text"), is(QStringLiteral("Key")));
    if (!key)
        key = find(QStringLiteral("text"), is(QStringLiteral("Key")));
    QVERIFY(key.has_value());
    QVERIFY(key->write(QStringLiteral("sk-ant-0123456789")));
    QTRY_VERIFY_WITH_TIMEOUT(next->isEnabled(), patience);
    QVERIFY(press(QStringLiteral("Continue"))); // to the test, which passes
    QVERIFY(press(QStringLiteral("Continue"))); // to the tool
    QTRY_VERIFY_WITH_TIMEOUT(find(button, begins(QStringLiteral("Copy: "))).has_value(), patience);
    QVERIFY(press(QStringLiteral("Continue")));
    QVERIFY(press(QStringLiteral("Finish without it")));
    QTRY_VERIFY_WITH_TIMEOUT(!find(button, is(QStringLiteral("Finish without it"))).has_value(), patience);
}

void ScreenReaderTest::requestsAreOpenedByTheirNames()
{
    QVERIFY(openPage(QStringLiteral("Requests")));
    std::optional<Node> filter;
    const auto isThere = [&] {
        filter = find(QStringLiteral("text"), is(QStringLiteral("Filter the requests")));
        return filter.has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), patience);
    QVERIFY(filter->isEnabled());
    QVERIFY(find(button, is(QStringLiteral("Pause the list"))).has_value());
}

void ScreenReaderTest::rowsOfRequestsAreReadAndChosen()
{
    const auto list = table(QStringLiteral("Requests, newest first"), 6);
    QVERIFY2(list, qPrintable(window()->outline()));
    const auto newest = list->cell(0, 0);
    QVERIFY(newest.has_value());
    QVERIFY2(newest->name().contains(QStringLiteral("Codex asked openai/gpt-5.4")), qPrintable(newest->name()));
    const auto other = list->cell(1, 0);
    QVERIFY(other.has_value());
    QVERIFY2(other->name().contains(QStringLiteral("Claude Code asked claude-sonnet-5-5")), qPrintable(other->name()));
    QVERIFY(list->selectRow(1));
    const auto headline = [&] {
        return find(QStringLiteral("label"), is(QStringLiteral("Answered by anthropic"))).has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(headline(), patience); // what was chosen is shown

    // Writing into the filter leaves what matches, emptying it brings all back.
    const auto filter = find(QStringLiteral("text"), is(QStringLiteral("Filter the requests")));
    QVERIFY(filter.has_value());
    QVERIFY(filter->write(QStringLiteral("anthropic")));
    QVERIFY(table(QStringLiteral("Requests, newest first"), 3).has_value());
    QVERIFY(filter->write(QString()));
    QVERIFY(table(QStringLiteral("Requests, newest first"), 6).has_value());
}

void ScreenReaderTest::sessionsAreOpenedByTheirNames()
{
    QVERIFY(toggle(QStringLiteral("Group by session")));
    const auto list = table(QStringLiteral("Sessions, newest first"), 2);
    QVERIFY2(list, qPrintable(window()->outline()));
    const auto build = list->cell(0, 0);
    QVERIFY(build.has_value());
    for (const QString &part :
         {QStringLiteral("Session build"), QStringLiteral("4 requests"), QStringLiteral("1 failed")})
        QVERIFY2(build->name().contains(part), qPrintable(build->name()));
    QVERIFY(build->isExpandable() && !build->isExpanded());
    QVERIFY(build->act(QStringLiteral("Toggle")));
    QTRY_VERIFY_WITH_TIMEOUT(list->cell(0, 0)->isExpanded(), patience);
    QVERIFY(list->cell(0, 0)->act(QStringLiteral("Toggle")));
    QTRY_VERIFY_WITH_TIMEOUT(!list->cell(0, 0)->isExpanded(), patience);
    QVERIFY(toggle(QStringLiteral("Group by session")));
    QVERIFY(table(QStringLiteral("Requests, newest first"), 6).has_value());
}

void ScreenReaderTest::chartIsReadItemByItem()
{
    QVERIFY(openPage(QStringLiteral("Usage")));
    std::optional<Node> chart;
    const auto isThere = [&] {
        chart = find(QStringLiteral("chart"), begins(QStringLiteral("Spend by provider")));
        return chart && chart->childCount() == QDate::currentDate().daysInMonth();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), patience);
    const auto first = chart->child(0);
    QVERIFY(first.has_value());
    QVERIFY2(first->name().contains(QStringLiteral("anthropic $")), qPrintable(first->name()));
    QVERIFY(first->act(QStringLiteral("Press"))); // the day of the bar
    QTRY_COMPARE_WITH_TIMEOUT(chart->childCount(), 24, patience);
}

QTEST_GUILESS_MAIN(ScreenReaderTest)
#include "tst_screen_reader.moc"
