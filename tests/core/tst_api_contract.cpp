// docs/openapi.json against a running gateway: every route, status and shape that it promises.
#include "tests/support/gateway_under_test.h"
#include "tests/support/source_tree.h"
#include "tests/support/json_comparison.h"

#include "gateway/admin/management_routes.h"
#include "gateway/admin/provider_json.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace gateway;
using admin::Json;
using tests::ClientAnswer;

namespace {

// Those that cannot succeed here: no administrator, no token or virtual key shown, no request made, no list to fetch, no
// provider that told of its models, no secret store that lasts.
const std::set<std::string> refusedHere{"login",      "setUp",           "quota",
                                        "getLog",     "checkPrices",     "applyPrices",
                                        "syncPrices", "modelParameters", "readVirtualKeyValue"};
// PUT makes these when they are not there.
const std::set<std::string> makesWhatIsMissing{"putProvider", "putProviderLimits"};

struct Operation {
    std::string path;
    std::string method; // lower case, as in the file
    Json description;
    std::string id() const { return description["operationId"].get<std::string>(); }
    bool hasBody() const { return description.contains("requestBody"); }
};

bool isOfType(const Json &value, const std::string &type)
{
    if (type == "null")
        return value.is_null();
    if (type == "object")
        return value.is_object();
    if (type == "array")
        return value.is_array();
    if (type == "string")
        return value.is_string();
    if (type == "boolean")
        return value.is_boolean();
    if (type == "integer")
        return value.is_number_integer();
    return type == "number" && value.is_number();
}

// Checks what the schemas of our file use: type, enum, required, properties, items, $ref. Empty when it fits.
class Schemas {
public:
    explicit Schemas(const Json &document) : m_schemas(document["components"]["schemas"]) {}

    QString problem(const Json &value, const Json &schema, const QString &place) const
    {
        if (schema.contains("$ref")) {
            const std::string name = schema["$ref"].get<std::string>();
            return problem(value, m_schemas.at(name.substr(name.rfind('/') + 1)), place);
        }
        if (schema.contains("type") && !fitsType(value, schema["type"]))
            return place + QStringLiteral(" is not ") + QString::fromStdString(schema["type"].dump());
        if (schema.contains("enum")
            && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
            return place + QStringLiteral(" is none of the known values");
        if (value.is_object())
            return problemOfMembers(value, schema, place);
        if (value.is_array() && schema.contains("items")) {
            for (const Json &each : value) {
                if (const QString found = problem(each, schema["items"], place + QStringLiteral("[]"));
                    !found.isEmpty())
                    return found;
            }
        }
        return {};
    }

private:
    static bool fitsType(const Json &value, const Json &type)
    {
        if (type.is_string())
            return isOfType(value, type.get<std::string>());
        return std::any_of(type.begin(), type.end(),
                           [&value](const Json &each) { return isOfType(value, each.get<std::string>()); });
    }

    QString problemOfMembers(const Json &value, const Json &schema, const QString &place) const
    {
        for (const Json &name : schema.value("required", Json::array())) {
            if (!value.contains(name.get<std::string>()))
                return place + QStringLiteral(" has no ") + QString::fromStdString(name.get<std::string>());
        }
        const Json properties = schema.value("properties", Json::object());
        for (const auto &[name, property] : properties.items()) {
            if (!value.contains(name))
                continue;
            const QString found =
                problem(value[name], property, place + QLatin1Char('.') + QString::fromStdString(name));
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

    const Json &m_schemas;
};

} // namespace

class ApiContractTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void describesEveryRouteAndNoOther();
    void servesEveryOperationAsPromised();
    void saysWhatIsNotThere();
    void refusesBodiesThatAreNoObjects();
    void saysWhichMethodsAreServed();

private:
    std::string filled(std::string text) const;
    QByteArray exampleOf(const Operation &operation) const; // empty when it has no body
    // The answer, checked against the status and shape that were promised; `problem` says what is wrong with it.
    ClientAnswer call(const Operation &operation, const QByteArray &body, QString &problem);
    std::vector<Operation> operationsOf(const std::string &method) const;
    void learn(const Operation &operation, const Json &answer);

    Json m_document;
    std::vector<Operation> m_operations;
    std::map<std::string, std::string> m_values; // of path parameters
    std::unique_ptr<tests::GatewayUnderTest> m_gateway;
};

void ApiContractTest::initTestCase()
{
    QFile file(support::sourcePath("docs/openapi.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_document = Json::parse(file.readAll().toStdString());
    for (const auto &[path, item] : m_document["paths"].items()) {
        for (const auto &[method, description] : item.items()) {
            if (method != "parameters")
                m_operations.push_back({path, method, description});
        }
    }
    QVERIFY(m_operations.size() > 80);
    m_gateway = std::make_unique<tests::GatewayUnderTest>();
    m_gateway->addProvider("house", "openai", "http://127.0.0.1:9");
}

// As text: "GET /api/providers/{}".
void ApiContractTest::describesEveryRouteAndNoOther()
{
    const auto withoutNames = [](std::string path) {
        for (auto from = path.find('{'); from != std::string::npos; from = path.find('{', from + 2))
            path.replace(from, path.find('}', from) - from, "{");
        return path;
    };
    std::set<std::string> described;
    for (const Operation &operation : m_operations) {
        if (operation.path != "/health") // anybody may ask it, so it is no route of the management
            described.insert(QByteArray::fromStdString(operation.method).toUpper().toStdString() + " "
                             + withoutNames(operation.path));
    }
    std::set<std::string> served;
    for (const admin::ManagementRoute &route : admin::managementRoutes()) {
        for (const char *method : {"GET", "POST", "PUT", "DELETE"}) {
            if (route.path != "/ws" && admin::isAmong(route.methods, method)) // it answers no request
                served.insert(std::string(method) + " " + withoutNames(std::string(route.path)));
        }
    }
    std::vector<std::string> different;
    std::set_symmetric_difference(described.begin(), described.end(), served.begin(), served.end(),
                                  std::back_inserter(different));
    for (const std::string &route : different)
        qWarning("%s: only in %s", route.c_str(), described.contains(route) ? "openapi.json" : "the routes");
    QVERIFY(different.empty());
}

std::string ApiContractTest::filled(std::string text) const
{
    for (const auto &[name, value] : m_values) {
        const std::string variable = "{" + name + "}";
        for (auto at = text.find(variable); at != std::string::npos; at = text.find(variable, at + value.size()))
            text.replace(at, variable.size(), value);
    }
    return text;
}

QByteArray ApiContractTest::exampleOf(const Operation &operation) const
{
    if (!operation.hasBody())
        return {};
    const Json content = operation.description["requestBody"]["content"]["application/json"];
    return QByteArray::fromStdString(filled(content["example"].dump()));
}

std::vector<Operation> ApiContractTest::operationsOf(const std::string &method) const
{
    std::vector<Operation> wanted;
    std::copy_if(m_operations.begin(), m_operations.end(), std::back_inserter(wanted),
                 [&method](const Operation &each) { return each.method == method; });
    return wanted;
}

ClientAnswer ApiContractTest::call(const Operation &operation, const QByteArray &body, QString &problem)
{
    std::string query;
    for (const Json &parameter : operation.description.value("parameters", Json::array())) {
        if (!parameter.value("required", false))
            continue;
        const Json value = parameter.contains("example") ? parameter["example"] : parameter["schema"]["enum"][0];
        query = "?" + parameter["name"].get<std::string>() + "=" + value.get<std::string>();
    }
    const ClientAnswer answer = m_gateway->call(QByteArray::fromStdString(operation.method).toUpper(),
                                                QByteArray::fromStdString(filled(operation.path) + query), body);
    const std::string status = std::to_string(answer.status);
    const QString what = QString::fromStdString(operation.method + " " + operation.path + ": ");
    if (!operation.description["responses"].contains(status)) {
        problem = what + QString::number(answer.status) + QStringLiteral(" was not promised: ")
                  + QString::fromUtf8(answer.body);
        return answer;
    }
    const Json content = operation.description["responses"][status]["content"];
    if (!content.contains("application/json"))
        return answer;
    const Json value = Json::parse(answer.body.toStdString(), nullptr, false);
    const QString found =
        Schemas(m_document).problem(value, content["application/json"]["schema"], QStringLiteral("the body"));
    if (!found.isEmpty())
        problem = what + found + QStringLiteral(": ") + QString::fromUtf8(answer.body);
    return answer;
}

// Takes the id of what was made for the paths below it.
void ApiContractTest::learn(const Operation &operation, const Json &answer)
{
    Json made = answer;
    for (const auto &[name, value] : answer.items()) {
        if (value.is_object() && value.contains("id") && !answer.contains("id"))
            made = value;
    }
    for (const Operation &each : m_operations) {
        const bool isBelow = each.path.starts_with(operation.path + "/{") && each.path.ends_with("}")
                             && each.path.find('/', operation.path.size() + 1) == std::string::npos;
        if (!isBelow)
            continue;
        const std::string name = each.path.substr(operation.path.size() + 2);
        const char *member = made.contains("id") ? "id" : "name";
        if (made.contains(member) && made[member].is_string())
            m_values[name.substr(0, name.size() - 1)] = made[member].get<std::string>();
    }
    if (made.contains("budgets") && !made["budgets"].empty())
        m_values["budget_id"] = made["budgets"][0]["id"].get<std::string>();
}

void ApiContractTest::servesEveryOperationAsPromised()
{
    m_values["session_id"] = "contract-session";
    m_values["log_id"] = "contract-log";
    std::vector<Operation> all;
    for (const char *method : {"post", "get", "put"}) {
        const auto some = operationsOf(method);
        all.insert(all.end(), some.begin(), some.end());
    }
    const auto removals = operationsOf("delete");
    all.insert(all.end(), removals.rbegin(), removals.rend()); // what is below before what is above
    int served = 0;
    for (const Operation &operation : all) {
        QString problem;
        const ClientAnswer answer = call(operation, exampleOf(operation), problem);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const bool isRefused = refusedHere.find(operation.id()) != refusedHere.end();
        QVERIFY2(
            (answer.status < 300) != isRefused,
            qPrintable(QString::fromStdString(operation.id()) + QStringLiteral(": ") + QString::fromUtf8(answer.body)));
        if (operation.method == "post" && !isRefused)
            learn(operation, Json::parse(answer.body.toStdString(), nullptr, false));
        ++served;
    }
    QCOMPARE(served, static_cast<int>(m_operations.size()));
}

void ApiContractTest::saysWhatIsNotThere()
{
    for (auto &[name, value] : m_values)
        value = "no-such-thing";
    int asked = 0;
    for (const Operation &operation : m_operations) {
        if (!operation.description["responses"].contains("404")
            || makesWhatIsMissing.find(operation.id()) != makesWhatIsMissing.end())
            continue;
        QString problem;
        const ClientAnswer answer = call(operation, exampleOf(operation), problem);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY2(answer.status == 404,
                 qPrintable(QString::fromStdString(operation.id()) + QString::fromUtf8(answer.body)));
        ++asked;
    }
    QVERIFY(asked > 25);
}

void ApiContractTest::refusesBodiesThatAreNoObjects()
{
    m_values["provider"] = "house";
    int asked = 0;
    for (const Operation &operation : m_operations) {
        // What is not there is said first.
        if (!operation.hasBody() || operation.path.find("_id}") != std::string::npos)
            continue;
        for (const char *body : {"[]", "{", "7", "\xff", "{} {}"}) {
            QString problem;
            const ClientAnswer answer = call(operation, body, problem);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            const bool isLogin = operation.id() == "login"; // there is nobody to log in as
            QVERIFY2(answer.status == (isLogin ? 403 : 400),
                     qPrintable(QString::fromStdString(operation.id()) + QStringLiteral(" takes ")
                                + QString::fromLatin1(body) + QStringLiteral(": ") + QString::fromUtf8(answer.body)));
            ++asked;
        }
    }
    QVERIFY(asked > 60);
}

void ApiContractTest::saysWhichMethodsAreServed()
{
    for (const auto &[path, item] : m_document["paths"].items()) {
        if (path.find('{') != std::string::npos)
            continue;
        const ClientAnswer answer = m_gateway->call("PATCH", QByteArray::fromStdString(filled(path)), "{}");
        QVERIFY2(answer.status == 405, qPrintable(QString::fromStdString(path) + QString::number(answer.status)));
        QVERIFY2(answer.head.contains("\r\nAllow: "), qPrintable(QString::fromStdString(path)));
        const Json error = Json::parse(answer.body.toStdString(), nullptr, false);
        QCOMPARE(Schemas(m_document).problem(error, m_document["components"]["schemas"]["Error"], QString()),
                 QString());
    }
}

QTEST_GUILESS_MAIN(ApiContractTest)
#include "tst_api_contract.moc"
