// Random walks over everything that changes the configuration and what is spent: the file, the API, the window,
// requests, restarts and crashes. After each step, what is in force is what docs/configuration.md says, and no use is
// lost.
#include "tests/app/walked_file.h"
#include "tests/app/walked_gateway.h"

#include "gateway/admin/provider_json.h"
#include "tests/support/awaited_reply.h"
#include "tests/support/fake_upstream.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <optional>
#include <random>

using namespace gateway;
using admin::Json;
using tests::enoughToSpend;
using tests::KeyInFile;
using tests::awaitReply;
using tests::ClientAnswer;

namespace {

constexpr qint64 milliDollar = 1'000'000; // in nano-dollars
constexpr int longestWait = 10'000;

// A virtual key as it has to be.
struct Key {
    QString id;
    QString value;
    QString description = QStringLiteral("at first");
    qint64 most = enoughToSpend; // nano-dollars
    bool isActive = true;
    bool isThere = false;
    qint64 used = 0;
};

Json jsonOf(const ClientAnswer &answer)
{
    return admin::parseJson({answer.body.constData(), static_cast<std::size_t>(answer.body.size())});
}

QByteArray bytesOf(const Json &json)
{
    return QByteArray::fromStdString(admin::toText(json));
}

template <typename View>
std::optional<View> findIn(const QList<View> &views, const QString &id)
{
    const auto found = std::find_if(views.begin(), views.end(), [&id](const View &view) { return view.id == id; });
    return found == views.end() ? std::nullopt : std::optional(*found);
}

class Walk {
public:
    Walk(std::uint32_t seed, tests::FakeUpstream &upstream) : m_random(seed), m_upstream(upstream) {}

    // Empty: all held. Else what did not, and the way there.
    QString run(int steps);

private:
    struct Step {
        const char *name;
        void (Walk::*take)();
    };

    int below(int count) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(count)); }
    bool isLucky(int inHundred) { return below(100) < inHundred; }
    qint64 someMost()
    {
        return std::array{enoughToSpend, 10 * milliDollar, 40 * milliDollar}.at(static_cast<std::size_t>(below(3)));
    }
    int somePrice() { return std::array{1, 2, 5}.at(static_cast<std::size_t>(below(3))); }
    QString someModel() { return QStringLiteral("model-%1").arg(below(3)); }
    QString someText(const char *hand) { return QStringLiteral("%1 %2").arg(QLatin1String(hand)).arg(below(1000)); }
    Key &someKey() { return isLucky(50) ? m_filed : m_made; }

    void require(bool isSo, const QString &otherwise)
    {
        if (!isSo && m_problem.isEmpty())
            m_problem = otherwise;
    }
    template <typename Condition>
    void await(Condition condition, const QString &otherwise)
    {
        require(QTest::qWaitFor(condition, longestWait), otherwise);
    }
    Json manage(const char *method, const QString &path, const Json &body = {});
    template <typename Value, typename Start>
    void command(Start start, const char *what)
    {
        const auto done = awaitReply<Value>(start);
        require(done.has_value(), QLatin1String(what) + QStringLiteral(": ")
                                      + QString::fromStdString(done ? std::string() : done.error().message));
    }

    // what can happen
    void editFile();
    void editByApi();
    void editByWindow();
    void rotateByWindow();
    void removeByWindow();
    void spend();
    void restart();
    void crash();

    void editKeyByWindow(Key &key);
    void writeFile() { m_gateway.writeFile(m_file.text(m_upstream.port())); }
    void takeOverFile();
    void takeOverFileAtStart();
    void makeKey();
    void send(Key &key);

    // what has to hold
    void hold();
    void holdKey(const Key &key);
    void holdRest();

    std::mt19937 m_random;
    tests::FakeUpstream &m_upstream;
    tests::WalkedGateway m_gateway;
    tests::WalkedFile m_file;
    QByteArray m_textInForce; // of the file, in this process; empty: none
    Key m_filed;              // the file names it, at times
    Key m_made;               // the file never does
    int m_price = 1;
    QString m_model; // of the rule; empty: there is none
    int m_retries = 0;
    qint64 m_spent = 0; // nano-dollars, of everything
    QString m_problem;
    QStringList m_trail;
};

QString Walk::run(int steps)
{
    constexpr std::array all{Step{"the file", &Walk::editFile},       Step{"the API", &Walk::editByApi},
                             Step{"the window", &Walk::editByWindow}, Step{"the window", &Walk::editByWindow},
                             Step{"rotation", &Walk::rotateByWindow}, Step{"removal", &Walk::removeByWindow},
                             Step{"requests", &Walk::spend},          Step{"requests", &Walk::spend},
                             Step{"restart", &Walk::restart},         Step{"crash", &Walk::crash}};
    m_filed.id = QStringLiteral("filed");
    m_file = {KeyInFile{m_filed.description}, m_price, QStringLiteral("model-0"), m_retries};
    writeFile();
    m_gateway.start();
    takeOverFileAtStart();
    makeKey();
    hold();
    for (int count = 0; count < steps && m_problem.isEmpty(); ++count) {
        const Step &step = all.at(static_cast<std::size_t>(below(static_cast<int>(all.size()))));
        m_trail.append(QLatin1String(step.name));
        (this->*step.take)();
        hold();
    }
    return m_problem.isEmpty() ? QString()
                               : m_problem + QStringLiteral("\nafter: ") + m_trail.join(QStringLiteral(", "));
}

Json Walk::manage(const char *method, const QString &path, const Json &body)
{
    const ClientAnswer answer =
        m_gateway.call(method, "/api" + path.toUtf8(), body.is_null() ? QByteArray() : bytesOf(body));
    require(answer.status == 200,
            QStringLiteral("%1 %2: %3 %4")
                .arg(QLatin1String(method), path, QString::number(answer.status), QString::fromUtf8(answer.body)));
    return jsonOf(answer);
}

// --- what can happen

void Walk::editFile()
{
    m_file = {};
    if (isLucky(60))
        m_file.key = KeyInFile{someText("file"), someMost(), isLucky(85)};
    if (isLucky(50))
        m_file.price = somePrice();
    if (isLucky(50))
        m_file.model = someModel();
    if (isLucky(50))
        m_file.retries = below(4);
    m_file.isBroken = isLucky(15);
    writeFile();
    // Only what the file says anew puts anything back.
    if (m_file.isBroken || m_file.text(m_upstream.port()) == m_textInForce)
        return;
    m_gateway.takeOverFile();
    takeOverFile();
}

void Walk::editByApi()
{
    const int what = below(4);
    if (what == 0) {
        m_price = somePrice();
        manage("PUT", QStringLiteral("/governance/pricing-overrides/price"), {{"patch", tests::patchOfPrice(m_price)}});
    } else if (what == 1 && !m_model.isEmpty()) {
        m_model = someModel();
        const Json target{{"provider", "mine"}, {"model", m_model.toStdString()}, {"weight", 1}};
        manage("PUT", QStringLiteral("/routing/rules/route"), {{"targets", Json::array({target})}});
    } else if (what == 2) {
        m_retries = below(4);
        Json provider = manage("GET", QStringLiteral("/providers/mine")); // PUT wants the whole of it
        provider["network_config"]["max_retries"] = m_retries;
        manage("PUT", QStringLiteral("/providers/mine"), provider);
    } else if (Key &key = someKey(); key.isThere) {
        key.description = someText("api");
        key.most = someMost();
        key.isActive = isLucky(85);
        const QString path = QStringLiteral("/governance/virtual-keys/") + key.id;
        const Json shown = manage("GET", path)["virtual_key"]["budgets"][0];
        const Json budget{
            {"id", shown["id"]}, {"max_limit", static_cast<double>(key.most) / 1e9}, {"reset_duration", "1Y"}};
        manage("PUT", path,
               {{"description", key.description.toStdString()},
                {"is_active", key.isActive},
                {"budgets", Json::array({budget})}});
    }
}

void Walk::editByWindow()
{
    service::GatewayService &gateway = m_gateway.service();
    const int what = below(4);
    if (what == 0) {
        m_price = somePrice();
        api::PriceOverrideView price = *findIn(gateway.priceOverrides(), QStringLiteral("price"));
        price.rates.input = price.rates.output = m_price * 1'000'000'000LL; // pico-dollars
        price.patchJson.clear();
        command<api::PriceOverrideView>([&](auto reply) { gateway.savePriceOverride(price, reply); }, "price");
    } else if (what == 1 && !m_model.isEmpty()) {
        m_model = someModel();
        api::SaveRoutingRule save{*findIn(gateway.routingRules(), QStringLiteral("route")), false};
        save.rule.targets.front().model = m_model;
        command<api::RoutingRuleView>([&](auto reply) { gateway.saveRoutingRule(save, reply); }, "rule");
    } else if (what == 2) {
        m_retries = below(4);
        api::SaveProvider save{gateway.providers().front(), {}, false};
        save.provider.network.maxRetries = m_retries;
        command<api::ProviderView>([&](auto reply) { gateway.saveProvider(save, reply); }, "provider");
    } else if (Key &key = someKey(); key.isThere) {
        editKeyByWindow(key);
    }
}

void Walk::editKeyByWindow(Key &key)
{
    key.description = someText("window");
    key.most = someMost();
    key.isActive = isLucky(85);
    api::GovernanceFacade &governance = m_gateway.service().governance();
    api::SaveVirtualKey save{*findIn(governance.virtualKeys(), key.id), {}};
    save.key.description = key.description;
    save.key.limits.front().most = key.most;
    save.key.isActive = key.isActive;
    command<api::MadeVirtualKey>([&](auto reply) { governance.saveVirtualKey(save, reply); }, "virtual key");
}

void Walk::rotateByWindow()
{
    Key &key = someKey();
    if (!key.isThere)
        return;
    api::GovernanceFacade &governance = m_gateway.service().governance();
    const auto made = awaitReply<api::MadeVirtualKey>(
        [&](auto reply) { governance.rotateVirtualKey(key.id, std::chrono::seconds(0), reply); });
    require(made.has_value(), QStringLiteral("rotation"));
    if (made)
        key.value = made->value;
}

// Half of the removals are undone, as always that of the key that nothing would bring back.
void Walk::removeByWindow()
{
    const bool isRule = isLucky(30);
    Key &key = someKey();
    if (isRule ? m_model.isEmpty() : !key.isThere)
        return;
    const bool isUndone = isLucky(50) || (!isRule && &key == &m_made);
    api::RemovalFacade &removals = m_gateway.service().removals();
    const api::Removal what = isRule ? api::Removal{api::RemovableKind::RoutingRule, QStringLiteral("route")}
                                     : api::Removal{api::RemovableKind::VirtualKey, key.id};
    command<api::RemovedView>([&](auto reply) { removals.remove(what, reply); }, "removal");
    if (isUndone) {
        command<api::RemovedView>([&](auto reply) { removals.undo(reply); }, "undo");
    } else if (isRule) {
        m_model.clear();
    } else {
        key.isThere = false;
        key.used = 0; // if it comes back by the file, it begins at nothing
    }
}

void Walk::spend()
{
    const int count = 1 + below(4);
    for (int number = 0; number < count; ++number)
        send(someKey());
}

void Walk::send(Key &key)
{
    const bool isByRule = !m_model.isEmpty() && isLucky(50);
    const QByteArray model = isByRule ? "fast" : "mine/other";
    const ClientAnswer answer = m_gateway.call(
        "POST", "/v1/chat/completions", R"({"model":")" + model + R"(","messages":[{"role":"user","content":"x"}]})",
        "x-bf-vk: " + (key.value.isEmpty() ? QByteArray(tests::valueInFile) : key.value.toUtf8()) + "\r\n");
    int expected = 200;
    if (!key.isThere)
        expected = 401;
    else if (!key.isActive)
        expected = 403;
    else if (key.used >= key.most)
        expected = 402;
    require(answer.status == expected,
            QStringLiteral("%1 has used %2 of %3 and got %4 instead of %5: %6")
                .arg(key.id, QString::number(key.used), QString::number(key.most), QString::number(answer.status),
                     QString::number(expected), QString::fromUtf8(answer.body)));
    if (answer.status != 200)
        return;
    const std::string asked = admin::parseJson(m_upstream.requests().back().body)["model"].get<std::string>();
    require(asked == (isByRule ? m_model.toStdString() : "other"),
            QStringLiteral("the provider was asked for ") + QString::fromStdString(asked));
    const qint64 cost = 2 * m_price * milliDollar; // one token in, one out
    key.used += cost;
    m_spent += cost;
}

void Walk::restart()
{
    m_gateway.end();
    m_gateway.start();
    takeOverFileAtStart();
}

void Walk::crash()
{
    await([this] { return m_gateway.writtenUse() == m_filed.used + m_made.used; },
          QStringLiteral("what was used is not written down"));
    m_gateway.crash();
    takeOverFileAtStart();
}

// --- the file and the first key

void Walk::takeOverFileAtStart()
{
    m_textInForce.clear();
    if (!m_file.isBroken)
        takeOverFile();
}

// What it names is set as it says; what it does not name stays.
void Walk::takeOverFile()
{
    m_textInForce = m_file.text(m_upstream.port());
    if (m_file.key) {
        m_filed.isThere = true;
        m_filed.value = QLatin1String(tests::valueInFile);
        m_filed.description = m_file.key->description;
        m_filed.most = m_file.key->most;
        m_filed.isActive = m_file.key->isActive;
    }
    m_price = m_file.price.value_or(m_price);
    m_model = m_file.model.value_or(m_model);
    m_retries = m_file.retries.value_or(m_retries);
}

void Walk::makeKey()
{
    const Json made =
        manage("POST", QStringLiteral("/governance/virtual-keys"),
               {{"name", "made"},
                {"description", m_made.description.toStdString()},
                {"allow_all_providers", true},
                {"budgets",
                 Json::array({{{"max_limit", static_cast<double>(enoughToSpend) / 1e9}, {"reset_duration", "1Y"}}})}});
    m_made.isThere = true;
    m_made.id = QString::fromStdString(made["virtual_key"]["id"].get<std::string>());
    m_made.value = QString::fromStdString(made["virtual_key"]["value"].get<std::string>());
}

// --- what has to hold

void Walk::hold()
{
    holdKey(m_filed);
    holdKey(m_made);
    holdRest();
}

// As the window has it, and as the API tells it.
void Walk::holdKey(const Key &key)
{
    if (!m_problem.isEmpty())
        return;
    const auto shown = [this, &key] { return findIn(m_gateway.service().governance().virtualKeys(), key.id); };
    require(shown().has_value() == key.isThere,
            key.id + (key.isThere ? QStringLiteral(" is gone") : QStringLiteral(" is there")));
    if (!shown() || !m_problem.isEmpty())
        return;
    await([&] { return shown()->limits.front().used == key.used && shown()->limits.front().reserved == 0; },
          QStringLiteral("%1: %2 is counted of %3")
              .arg(key.id, QString::number(shown()->limits.front().used), QString::number(key.used)));
    require(shown()->limits.front().most == key.most,
            QStringLiteral("%1: a budget of %2 is in force, not %3")
                .arg(key.id, QString::number(shown()->limits.front().most), QString::number(key.most)));
    require(shown()->description == key.description,
            QStringLiteral("\"%1\" is in force, not \"%2\"").arg(shown()->description, key.description));
    require(shown()->isActive == key.isActive, key.id + QStringLiteral(" is switched the other way"));
    const Json told = manage("GET", QStringLiteral("/governance/virtual-keys/") + key.id)["virtual_key"];
    require(told["description"].get<std::string>() == key.description.toStdString()
                && told["is_active"].get<bool>() == key.isActive
                && qRound64(told["budgets"][0]["max_limit"].get<double>() * 1e9) == key.most
                && qRound64(told["budgets"][0]["current_usage"].get<double>() * 1e9) == key.used,
            QStringLiteral("the API tells ") + QString::fromStdString(told.dump()));
}

void Walk::holdRest()
{
    if (!m_problem.isEmpty())
        return;
    service::GatewayService &gateway = m_gateway.service();
    // Those of the file come after the providers that they may name, which is after the start.
    await(
        [&] {
            const auto price = findIn(gateway.priceOverrides(), QStringLiteral("price"));
            return price && price->rates.input == m_price * 1'000'000'000LL;
        },
        QStringLiteral("another price than %1 is in force").arg(m_price));
    await(
        [&] {
            const auto rule = findIn(gateway.routingRules(), QStringLiteral("route"));
            return rule ? rule->targets.front().model == m_model : m_model.isEmpty();
        },
        QStringLiteral("another rule than to \"%1\" is in force").arg(m_model));
    await([&] { return gateway.providers().front().network.maxRetries == m_retries; },
          QStringLiteral("not %1 retries are in force").arg(m_retries));
    await(
        [&] {
            const auto usage = awaitReply<api::UsageReport>([&](auto reply) { gateway.queryUsage({}, reply); });
            return usage && usage->total.cost.nanoDollars == m_spent;
        },
        QStringLiteral("the usage is not %1 nano-dollars").arg(m_spent));
}

} // namespace

class ConfigurationWalksTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv(tests::providerKeyVariable, "key-of-mine-0123456789"); }
    void cleanupTestCase() { qunsetenv(tests::providerKeyVariable); }
    void keepsWhatIsInForceAndWhatWasUsed_data();
    void keepsWhatIsInForceAndWhatWasUsed();
};

// The same walks each time; BILROST_WALK_SEED goes another one.
void ConfigurationWalksTest::keepsWhatIsInForceAndWhatWasUsed_data()
{
    QTest::addColumn<int>("seed");
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("BILROST_WALK_SEED", &isGiven);
    for (int seed = isGiven ? given : 1; seed <= (isGiven ? given : 6); ++seed)
        QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
}

void ConfigurationWalksTest::keepsWhatIsInForceAndWhatWasUsed()
{
    QFETCH(int, seed);
    tests::FakeUpstream upstream([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.answer(200, {{"Content-Type", "application/json"}},
                    R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
                    R"("finish_reason":"stop","message":{"role":"assistant","content":"y"}}],)"
                    R"("usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}})");
    });
    Walk walk(static_cast<std::uint32_t>(seed), upstream);
    const QString problem = walk.run(24);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_GUILESS_MAIN(ConfigurationWalksTest)
#include "tst_configuration_walks.moc"
