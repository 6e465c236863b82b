// Every expression of tests/oracles/cel/expressions.txt does what the reference implementation does with it.
#include "gateway/routing/cel/cel_program.h"
#include "gateway/routing/cel/numbers.h"
#include "tests/routing/cel_variables.h"
#include "tests/support/source_tree.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace gateway::routing::cel;

namespace {

QJsonArray goldens()
{
    QFile file(support::sourcePath("tests/fixtures/cel/goldens.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/fixtures/cel/goldens.json cannot be read.");
    return QJsonDocument::fromJson(file.readAll()).array();
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            result += '\\';
        result += letter;
    }
    return result + "\"";
}

std::string joined(std::vector<std::string> parts, const char *open, const char *close, bool mustSort)
{
    if (mustSort)
        std::sort(parts.begin(), parts.end());
    std::string result = open;
    for (const std::string &part : parts)
        result += (result.size() > 1 ? ", " : "") + part;
    return result + close;
}

// As rendered() of the oracle writes it.
std::string rendered(const CelValue &value)
{
    std::vector<std::string> parts;
    switch (value.kind()) {
    case CelKind::Double: return "double " + formatDouble(value.asDouble());
    case CelKind::String: return quoted(value.text());
    case CelKind::Bytes:
        return "base64 " + QByteArray(value.text().data(), int(value.text().size())).toBase64().toStdString();
    case CelKind::Type: return "type " + std::string(typeName(value.asType()));
    case CelKind::List:
        for (const CelValue &element : value.list())
            parts.push_back(rendered(element));
        return joined(parts, "[", "]", false);
    case CelKind::Map:
        for (std::size_t index = 0; index < value.map().size(); ++index)
            parts.push_back(rendered(value.map().keyAt(index)) + ": " + rendered(value.map().valueAt(index)));
        return joined(parts, "{", "}", true);
    default: return toText(value);
    }
}

// Without times and durations, whose overloads take null, these cannot succeed and are refused when they are saved.
bool isRefusedEarlier(const std::string &expression)
{
    return expression == "null + null" || expression == "null < null" || expression == "int(null)"
           || expression == "string(null)";
}

} // namespace

class CelGoldensTest : public QObject {
    Q_OBJECT

private slots:
    void hasEnoughExpressions();
    void agreesWithTheReference_data();
    void agreesWithTheReference();
};

void CelGoldensTest::hasEnoughExpressions()
{
    int failures = 0;
    const QJsonArray all = goldens();
    for (const QJsonValue &golden : all)
        failures += golden.toObject().contains(QLatin1String("problem")) ? 1 : 0;
    QVERIFY(all.size() >= 450);
    QVERIFY(failures >= 120);
}

void CelGoldensTest::agreesWithTheReference_data()
{
    QTest::addColumn<QJsonObject>("golden");
    int number = 0;
    for (const QJsonValue &golden : goldens())
        QTest::addRow("%d: %s", ++number,
                      qPrintable(golden.toObject().value(QLatin1String("expression")).toString().left(120)))
            << golden.toObject();
}

void CelGoldensTest::agreesWithTheReference()
{
    QFETCH(const QJsonObject, golden);
    const auto field = [&golden](const char *name) {
        return golden.value(QLatin1String(name)).toString().toStdString();
    };
    const std::string expression = field("expression");
    const cel_test::FixedVariables variables = cel_test::oracleVariables();
    const auto program = compileCel(expression, variables.declarations);
    if (isRefusedEarlier(expression)) {
        QCOMPARE(field("problem"), std::string("no_such_overload"));
        QVERIFY(!program);
        QCOMPARE(program.error().kind, CelProblemKind::NoMatchingOverload);
        return;
    }
    if (field("phase") == "compile") {
        QVERIFY2(!program, "compiled, but the reference refuses it");
        QCOMPARE(std::string(problemKindName(program.error().kind)), field("problem"));
        // Where the reference points at a name or an operator, so do we; for calls it points at the parenthesis.
        if (field("problem") == "undeclared_reference" && field("message").find('\'') != std::string::npos
            && expression.find('(') == std::string::npos && expression.find('{') == std::string::npos)
            QCOMPARE(int(program.error().offset), golden.value(QLatin1String("offset")).toInt());
        return;
    }
    QVERIFY2(program, program ? "" : program.error().message.c_str());
    const auto value = evaluate(*program, variables);
    if (field("phase") == "evaluate") {
        QVERIFY2(!value, value ? rendered(*value).c_str() : "");
        QCOMPARE(std::string(problemKindName(value.error().kind)), field("problem"));
        return;
    }
    QVERIFY2(value, value ? "" : value.error().message.c_str());
    QCOMPARE(rendered(*value), field("value"));
}

QTEST_APPLESS_MAIN(CelGoldensTest)
#include "tst_cel_goldens.moc"
