// Edits of the file, the window and the API, restarts and deaths, in any order: nothing that was acknowledged is lost,
// and the file wins at each start, as docs/configuration.md says.
#include "app/config_file.h"

#include "gateway/admin/management_api.h"
#include "gateway/admin/provider_json.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/gateway_service.h"
#include "tests/support/fake_upstream.h"
#include "tests/support/gateway_under_test.h"
#include "tests/support/source_tree.h"

#include <QFile>
#include <QProcess>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>
#include <random>
#include <unistd.h>

using namespace gateway;
using admin::Json;

namespace {

constexpr int longestWait = 60'000;
constexpr int tokensOfRequest = 100; // that the provider tells
constexpr qint64 worstCase = 8'192;  // that a request holds while it runs
const QByteArray chatAnswer = R"({"id":"c","object":"chat.completion","model":"m","choices":[{"index":0,)"
                              R"("message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],)"
                              R"("usage":{"prompt_tokens":60,"completion_tokens":40,"total_tokens":100}})";
const QByteArray chat = R"({"model":"house/m","messages":[{"role":"user","content":"Hello"}],"max_tokens":40})";
const QByteArray fileValue = "sk-bf-0123456789abcdefghijklmnopqrstuvwxyz0123";

// --- the gateway that is killed: a process of its own. It is told of edits of the window by lines on its standard input.
class Child {
public:
    explicit Child(const QString &folder) : m_folder(folder)
    {
        storage::StorageOptions options;
        options.folder = folder.toStdString();
        m_storage = std::move(*storage::StorageThread::open(options));
        QFile presets(support::sourcePath("resources/providers/presets.json"));
        if (!presets.open(QIODevice::ReadOnly))
            qFatal("no presets");
        service::ServiceOptions serviceOptions;
        serviceOptions.workerCount = 1;
        m_service = std::make_unique<service::GatewayService>(
            m_clock, *m_storage, m_secrets, *service::PresetCatalog::parse(presets.readAll()), serviceOptions);
        m_management = std::make_unique<admin::ManagementApi>(*m_service, std::string());
        m_service->setManagementHandler(
            [this](const auto &request, auto reply) { m_management->handle(request, std::move(reply)); });
        app::ConfigFileListener listener;
        listener.onProblem = [](const QString &pointer, const std::string &problem) {
            qFatal("%s: %s", qPrintable(pointer), problem.c_str());
        };
        listener.onSettled = [this] { m_service->governance().whenSettled([this] { listen(); }); };
        if (!app::applyConfigFile(m_folder + QStringLiteral("/config.json"), *m_service, listener))
            qFatal("no configuration");
    }
    ~Child()
    {
        m_service.reset();
        m_management.reset();
    }

private:
    void listen()
    {
        m_service->startListening({{QStringLiteral("127.0.0.1")}, 0}, [this](const Result<api::Done> &) {
            std::printf("port %d\n", int{m_service->status().port});
            std::fflush(stdout);
            QObject::connect(&m_input, &QSocketNotifier::activated, &m_input, [this] { readLine(); });
        });
    }

    // "describe ID TEXT", answered with "done"; the end of the input ends the gateway as a window would.
    void readLine()
    {
        char text[256];
        if (!std::fgets(text, sizeof text, stdin)) {
            m_input.setEnabled(false);
            m_service->shutDown(std::chrono::seconds(5), [] { QCoreApplication::exit(0); });
            return;
        }
        const QStringList words = QString::fromUtf8(text).trimmed().split(QLatin1Char(' '));
        for (api::VirtualKeyView key : m_service->governance().virtualKeys()) {
            if (key.id != words.value(1))
                continue;
            key.description = words.value(2);
            m_service->governance().saveVirtualKey({key, std::nullopt}, [](const auto &saved) {
                std::printf(saved ? "done\n" : "failed\n");
                std::fflush(stdout);
            });
        }
    }

    const QString m_folder;
    SystemClock m_clock;
    secrets::MemorySecretStore m_secrets;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::unique_ptr<service::GatewayService> m_service;
    std::unique_ptr<admin::ManagementApi> m_management;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
};

// What a virtual key has to be like.
struct Expected {
    QString id;
    QByteArray value;
    QString description;
    qint64 acknowledged = 0; // tokens of answers that came
};

} // namespace

class ConfigurationSequencesTest : public QObject {
    Q_OBJECT

private slots:
    void loseNothing_data();
    void loseNothing();

private:
    void writeFile();
    void start();
    void kill();
    void end();
    tests::ClientAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                             const QByteArray &headers = {});
    void editByWindow(Expected &key, int step);
    void editByApi(Expected &key, int step);
    void ask(Expected &key);
    void check();

    QTemporaryDir m_folder;
    std::unique_ptr<tests::FakeUpstream> m_upstream;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    int m_deaths = 0;
    int m_retriesOfFile = 0;
    QString m_descriptionOfFile;
    Expected m_filed{QStringLiteral("filed"), fileValue, {}, 0};
    Expected m_made;
    qint64 m_usageSeen = 0; // tokens
};

void ConfigurationSequencesTest::writeFile()
{
    const Json file{
        {"version", 2},
        {"providers",
         {{"house",
           {{"keys", {{{"name", "work"}, {"value", "env.SEQUENCES_TEST_KEY"}, {"models", {"*"}}, {"weight", 1}}}},
            {"network_config",
             {{"base_url", "http://127.0.0.1:" + std::to_string(m_upstream->port())},
              {"max_retries", m_retriesOfFile}}},
            {"custom_provider_config", {{"base_provider_type", "openai"}}}}}}},
        {"governance",
         {{"virtual_keys",
           {{{"id", "filed"},
             {"name", "filed"},
             {"description", m_descriptionOfFile.toStdString()},
             {"value", fileValue.toStdString()},
             {"allow_all_providers", true},
             {"rate_limit_id", "filed-rates"}}}},
          {"rate_limits",
           {{{"id", "filed-rates"}, {"token_max_limit", 100'000'000}, {"token_reset_duration", "1Y"}}}}}}};
    QFile target(m_folder.filePath(QStringLiteral("config.json")));
    if (!target.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    target.write(QByteArray::fromStdString(file.dump()));
}

void ConfigurationSequencesTest::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), m_folder.path()});
    QVERIFY(QTest::qWaitFor([this] { return m_process->canReadLine(); }, longestWait));
    m_port = m_process->readLine().trimmed().mid(5).toUShort();
    QVERIFY(m_port != 0);
    m_filed.description = m_descriptionOfFile; // the file is read at each start, and wins
}

void ConfigurationSequencesTest::kill()
{
    m_process->kill();
    QVERIFY(QTest::qWaitFor([this] { return m_process->state() == QProcess::NotRunning; }, longestWait));
    ++m_deaths;
}

void ConfigurationSequencesTest::end()
{
    m_process->closeWriteChannel();
    QVERIFY(QTest::qWaitFor([this] { return m_process->state() == QProcess::NotRunning; }, longestWait));
    QCOMPARE(m_process->exitCode(), 0);
}

tests::ClientAnswer ConfigurationSequencesTest::call(const QByteArray &method, const QByteArray &path,
                                                     const QByteArray &body, const QByteArray &headers)
{
    const tests::ClientCall call(m_port, method, path, body, headers);
    if (!QTest::qWaitFor([&call] { return call.hasEnded(); }, longestWait))
        return {};
    return call.answer();
}

void ConfigurationSequencesTest::editByWindow(Expected &key, int step)
{
    const QString description = QStringLiteral("window-%1").arg(step);
    m_process->write(QStringLiteral("describe %1 %2\n").arg(key.id, description).toUtf8());
    QVERIFY(QTest::qWaitFor([this] { return m_process->canReadLine(); }, longestWait));
    QCOMPARE(m_process->readLine().trimmed(), QByteArray("done"));
    key.description = description;
}

void ConfigurationSequencesTest::editByApi(Expected &key, int step)
{
    const QString description = QStringLiteral("api-%1").arg(step);
    const QByteArray body = "{\x22"
                            "description\x22:\x22"
                            + description.toUtf8() + "\x22}";
    QCOMPARE(call("PUT", "/api/governance/virtual-keys/" + key.id.toUtf8(), body).status, 200);
    key.description = description;
}

void ConfigurationSequencesTest::ask(Expected &key)
{
    const tests::ClientAnswer answer = call("POST", "/v1/chat/completions", chat, "x-bf-vk: " + key.value + "\r\n");
    QVERIFY2(answer.status == 200, answer.body.constData());
    key.acknowledged += tokensOfRequest;
}

void ConfigurationSequencesTest::check()
{
    for (const Expected *key : {&m_filed, &m_made}) {
        const QByteArray path = "/api/governance/virtual-keys/" + key->id.toUtf8();
        const Json told = Json::parse(call("GET", path).body.toStdString())["virtual_key"];
        QCOMPARE(QString::fromStdString(told["description"].get<std::string>()), key->description);
        const auto used = told["rate_limit"]["token_current_usage"].get<qint64>();
        QVERIFY2(used >= key->acknowledged, qPrintable(QStringLiteral("%1 < %2").arg(used).arg(key->acknowledged)));
        QVERIFY(used <= key->acknowledged + m_deaths * worstCase);
    }
    const Json provider = Json::parse(call("GET", "/api/providers/house").body.toStdString());
    QCOMPARE(provider["network_config"]["max_retries"].get<int>(), m_retriesOfFile);
    const Json usage = Json::parse(call("GET", "/api/usage").body.toStdString());
    const auto counted = usage["total"]["total_tokens"].get<qint64>();
    QVERIFY2(counted >= m_usageSeen, qPrintable(QStringLiteral("%1 < %2").arg(counted).arg(m_usageSeen)));
    QVERIFY(counted <= m_filed.acknowledged + m_made.acknowledged);
    m_usageSeen = counted;
}

void ConfigurationSequencesTest::loseNothing_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::newRow("one order") << 20261122u;
    QTest::newRow("another") << 7u;
}

void ConfigurationSequencesTest::loseNothing()
{
    QFETCH(unsigned, seed);
    m_upstream = std::make_unique<tests::FakeUpstream>([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
        peer.answer(200, {{"Content-Type", "application/json"}}, chatAnswer.toStdString());
    });
    std::mt19937 random(seed);
    writeFile();
    start();
    if (m_made.id.isEmpty()) {
        const QByteArray body =
            R"({"name":"made","allow_all_providers":true,"rate_limit":{"token_max_limit":100000000,)"
            R"("token_reset_duration":"1Y"}})";
        const Json made = Json::parse(call("POST", "/api/governance/virtual-keys", body).body.toStdString());
        m_made.id = QString::fromStdString(made["virtual_key"]["id"].get<std::string>());
        m_made.value = QByteArray::fromStdString(made["virtual_key"]["value"].get<std::string>());
    }
    for (int step = 0; step < 25; ++step) {
        Expected &key = random() % 2 == 0 ? m_filed : m_made;
        switch (random() % 8) {
        case 0: // read at the next start
            m_retriesOfFile = static_cast<int>(random() % 5);
            m_descriptionOfFile = QStringLiteral("file-%1").arg(step);
            writeFile();
            end();
            start();
            break;
        case 1: editByWindow(key, step); break;
        case 2: editByApi(key, step); break;
        case 3:
            end();
            start();
            break;
        case 4:
            kill();
            start();
            break;
        default: ask(key);
        }
        if (QTest::currentTestFailed())
            return;
        check();
        if (QTest::currentTestFailed())
            return;
    }
    end();
}

int main(int argc, char *argv[])
{
    qputenv("SEQUENCES_TEST_KEY", "of-no-importance");
    QCoreApplication application(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--child") {
        const Child child(QString::fromLocal8Bit(argv[2]));
        return QCoreApplication::exec();
    }
    ConfigurationSequencesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_configuration_sequences.moc"
