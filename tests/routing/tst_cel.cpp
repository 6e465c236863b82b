// Limits, positions of problems, sharing and cost of expressions; what they mean is tst_cel_goldens' matter.
#include "gateway/routing/cel/cel_limits.h"
#include "gateway/routing/cel/cel_program.h"
#include "tests/routing/cel_variables.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>

using namespace gateway::routing::cel;

namespace {

std::atomic<std::size_t> allocationCount{0};

std::string repeated(std::string_view text, int count)
{
    std::string result;
    for (int index = 0; index < count; ++index)
        result += text;
    return result;
}

CelResult<CelValue> evaluated(const std::string &expression)
{
    static const cel_test::FixedVariables variables = cel_test::oracleVariables();
    static std::vector<CelProgram> kept; // results borrow from their programs
    const auto program = compileCel(expression, variables.declarations);
    if (!program)
        return tl::unexpected(program.error());
    kept.push_back(*program);
    return evaluate(kept.back(), variables);
}

CelProblem compileProblem(const std::string &expression)
{
    const auto program = compileCel(expression, cel_test::oracleVariables().declarations);
    return program ? CelProblem{} : program.error();
}

} // namespace

void *operator new(std::size_t size)
{
    ++allocationCount;
    if (void *memory = std::malloc(size))
        return memory;
    std::abort();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

class CelTest : public QObject {
    Q_OBJECT

private slots:
    void pointsAtTheProblem_data();
    void pointsAtTheProblem();
    void pointsAtTheProblemOfAnEvaluation();
    void tellsTheTypeOfTheResult_data();
    void tellsTheTypeOfTheResult();
    void refusesWhatIsTooDeep_data();
    void refusesWhatIsTooDeep();
    void refusesWhatIsTooLong();
    void takesLongChainsOfLogic();
    void endsCostlyExpressions_data();
    void endsCostlyExpressions();
    void limitsCannotBeAbsorbed();
    void unknownVariablesAreAbsorbedOrFail();
    void asksOnlyForTheVariablesItNeeds();
    void refusesTextThatIsNotUtf8();
    void takesValuesThatAreNotUtf8();
    void typicalRuleDoesNotAllocate();
    void oneProgramServesManyThreads();
    void typicalRuleIsQuick();
};

void CelTest::pointsAtTheProblem_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const char *expression, int offset, int line, int column, const char *kind) {
        QTest::addRow("%s", name) << QString::fromUtf8(expression) << offset << line << column
                                  << QString::fromLatin1(kind);
    };
    row("unknown variable", "modle == \"x\"", 0, 1, 1, "undeclared_reference");
    row("unknown variable at the end", "model == modle", 9, 1, 10, "undeclared_reference");
    row("second line", "model ==\n  modle", 11, 2, 3, "undeclared_reference");
    row("columns count code points", "\"größe\" == modle", 13, 1, 12, "undeclared_reference");
    row("operator", "model + 1", 6, 1, 7, "no_matching_overload");
    row("function", "model.lower()", 6, 1, 7, "undeclared_reference");
    row("wrong number of arguments", "model.trim(1)", 6, 1, 7, "no_matching_overload");
    row("single equals sign", "model = \"a\"", 6, 1, 7, "syntax");
    row("end", "model ==", 8, 1, 9, "syntax");
    row("open string", "model == \"a", 9, 1, 10, "syntax");
    row("escape inside a string", "model == \"a\\q\"", 11, 1, 12, "syntax");
    row("regular expression", "model.matches(\"a[\")", 14, 1, 15, "invalid_regex");
    row("has", "has(headers[\"a\"])", 11, 1, 12, "macro_misuse");
    row("macro variable", "[1].all(1, true)", 8, 1, 9, "macro_misuse");
    row("macro condition", "[1].all(x, x)", 11, 1, 12, "no_matching_overload");
    row("field of a string", "model.name", 6, 1, 7, "type_mismatch");
    row("curly quotes", "model == “a”", 9, 1, 10, "syntax");
}

void CelTest::pointsAtTheProblem()
{
    QFETCH(const QString, expression);
    QFETCH(const int, offset);
    QFETCH(const int, line);
    QFETCH(const int, column);
    QFETCH(const QString, kind);
    const CelProblem problem = compileProblem(expression.toStdString());
    QCOMPARE(QString::fromUtf8(problemKindName(problem.kind).data()), kind);
    QCOMPARE(int(problem.offset), offset);
    QCOMPARE(int(problem.line), line);
    QCOMPARE(int(problem.column), column);
    QVERIFY2(problem.message.ends_with('.'), problem.message.c_str());
    const std::string told = toError(problem).message;
    QVERIFY(told.starts_with("Line " + std::to_string(line) + ", column " + std::to_string(column) + ": "));
    QCOMPARE(toError(problem).httpStatus(), 400);
}

void CelTest::pointsAtTheProblemOfAnEvaluation()
{
    const auto value = evaluated("model == \"x\" ||\n  headers[\"x-missing\"] == \"a\"");
    QVERIFY(!value);
    QCOMPARE(int(value.error().line), 2);
    QCOMPARE(int(value.error().column), 10);
    QCOMPARE(value.error().message, std::string("There is no key x-missing."));
}

void CelTest::tellsTheTypeOfTheResult_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("type");
    QTest::newRow("bool") << "model == \"a\""
                          << "bool";
    QTest::newRow("string") << "model"
                            << "string";
    QTest::newRow("list of int") << "[1, 2].map(x, x + 1)"
                                 << "list(int)";
    QTest::newRow("map") << "{\"a\": 1.5}"
                         << "map(string, double)";
    QTest::newRow("mixed list") << "[1, \"a\"]"
                                << "list(dyn)";
    QTest::newRow("empty list") << "[]"
                                << "list(dyn)";
    QTest::newRow("unknown until evaluated") << "any"
                                             << "dyn";
}

void CelTest::tellsTheTypeOfTheResult()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, type);
    const auto program = compileCel(expression.toStdString(), cel_test::oracleVariables().declarations);
    QVERIFY(program);
    QCOMPARE(QString::fromStdString(nameOf(program->resultType())), type);
}

void CelTest::refusesWhatIsTooDeep_data()
{
    QTest::addColumn<QString>("expression");
    const auto row = [](const char *name, const std::string &expression) {
        QTest::addRow("%s", name) << QString::fromStdString(expression);
    };
    row("parentheses", repeated("(", 4000) + "1" + repeated(")", 4000));
    row("lists", repeated("[", 4000) + repeated("]", 4000));
    row("open lists", repeated("[", 16000));
    row("maps", repeated("{1:", 4000) + "1" + repeated("}", 4000));
    row("calls", repeated("dyn(", 3000) + "1" + repeated(")", 3000));
    row("indexes", repeated("any[", 3000) + "1" + repeated("]", 3000));
    row("sums", "1" + repeated("+1", 3000));
    row("conditionals", repeated("true?1:", 2000) + "1");
    row("members", "any" + repeated(".a", 3000));
    row("methods", "model" + repeated(".trim()", 2000));
    row("macros", repeated("[1].all(x,", 20) + "true" + repeated(")", 20));
    row("mixed logic", repeated("true&&(false||", 1000) + "true" + repeated(")", 1000));
}

void CelTest::refusesWhatIsTooDeep()
{
    QFETCH(const QString, expression);
    QCOMPARE(compileProblem(expression.toStdString()).kind, CelProblemKind::TooComplex);
}

void CelTest::refusesWhatIsTooLong()
{
    const std::string longest = "true" + std::string(maximumSourceBytes - 4, ' ');
    QVERIFY(compileCel(longest, {}));
    QCOMPARE(compileProblem(longest + " ").kind, CelProblemKind::TooComplex);
}

void CelTest::takesLongChainsOfLogic()
{
    const auto value = evaluated("false" + repeated(" || model == \"b\"", 500) + " || true");
    QVERIFY(value && value->isTrue());
    const auto bangs = evaluated(repeated("!", 10'000) + "true");
    QVERIFY(bangs && bangs->isTrue());
}

void CelTest::endsCostlyExpressions_data()
{
    QTest::addColumn<QString>("expression");
    const std::string hundred = "[" + repeated("1,", 100) + "]";
    const auto row = [](const char *name, const std::string &expression) {
        QTest::addRow("%s", name) << QString::fromStdString(expression);
    };
    row("nested loops", hundred + ".all(a, " + hundred + ".all(b, " + hundred + ".all(c, a == b && b == c)))");
    row("nested loops that fail",
        hundred + ".all(a, " + hundred + ".all(b, " + hundred + ".all(c, " + hundred + ".all(d, 1 / 0 > 0))))");
    row("growing lists", "[[1]]" + repeated(".map(x, x + x)", 15));
    row("doubled text", "[\"" + repeated("x", 1000) + "\"]" + repeated(".map(s, s + s + s + s)", 12));
    row("replaced text", "[\"" + repeated("x", 1000) + "\"]" + repeated(".map(s, s.replace(\"x\", \"xxxxxxxx\"))", 12));
    row("joined text", hundred + ".map(x, \"" + repeated("x", 8000) + "\").join()");
    row("split text", "(\"" + repeated("x", 12'000) + "\").split(\"\")");
    row("many regular expressions", hundred + ".map(x, model.matches(string(x) + \"(a|b)*\"))");
}

void CelTest::endsCostlyExpressions()
{
    QFETCH(const QString, expression);
    const auto value = evaluated(expression.toStdString());
    QVERIFY(!value);
    QCOMPARE(value.error().kind, CelProblemKind::LimitExceeded);
}

void CelTest::limitsCannotBeAbsorbed()
{
    const std::string hundred = "[" + repeated("1,", 100) + "]";
    const std::string costly = hundred + ".all(a, " + hundred + ".all(b, " + hundred + ".all(c, a == b)))";
    const auto value = evaluated(costly + " || true");
    QVERIFY(!value);
    QCOMPARE(value.error().kind, CelProblemKind::LimitExceeded);
}

void CelTest::unknownVariablesAreAbsorbedOrFail()
{
    cel_test::FixedVariables variables;
    variables.declare("tier", CelType::text(), CelValue::unknown("The tier is not known."));
    const auto absorbed = compileCel("tier == \"a\" || true", variables.declarations);
    QVERIFY(absorbed);
    const auto yes = evaluate(*absorbed, variables);
    QVERIFY(yes && yes->isTrue());
    const auto failing = compileCel("true && tier == \"a\"", variables.declarations);
    const auto value = evaluate(*failing, variables);
    QVERIFY(!value);
    QCOMPARE(value.error().kind, CelProblemKind::Unknown);
    QCOMPARE(int(value.error().offset), 8);
    QCOMPARE(value.error().message, std::string("The tier is not known."));
}

void CelTest::asksOnlyForTheVariablesItNeeds()
{
    struct Counting final : CelVariables {
        CelValue value(std::size_t index) const override
        {
            asked.push_back(index);
            return CelValue::borrowedText("a");
        }
        mutable std::vector<std::size_t> asked;
    } variables;
    const CelDeclarations declarations{{"first", CelType::text()}, {"second", CelType::text()}};
    const auto program = compileCel("first == \"a\" || second == \"a\"", declarations);
    QVERIFY(program);
    QVERIFY(program->uses(0) && program->uses(1));
    QVERIFY(!compileCel("first == \"a\"", declarations)->uses(1));
    QVERIFY(evaluate(*program, variables));
    QCOMPARE(variables.asked, std::vector<std::size_t>{0});
}

void CelTest::refusesTextThatIsNotUtf8()
{
    const CelProblem problem = compileProblem("model == \"\xff\"");
    QCOMPARE(problem.kind, CelProblemKind::Syntax);
    QCOMPARE(int(problem.offset), 10);
}

void CelTest::takesValuesThatAreNotUtf8()
{
    cel_test::FixedVariables variables;
    variables.declare("text", CelType::text(), CelValue::ownedText("a\xff\xc3z"));
    for (const char *expression :
         {"text.size() == 4", "text.charAt(3) == \"z\"", "text.indexOf(\"z\") == 3", "text.split(\"\").size() == 4",
          "text.reverse().startsWith(\"z\")", "text.trim() == text", "text.matches(\"^a\")"}) {
        const auto program = compileCel(expression, variables.declarations);
        QVERIFY2(program, expression);
        const auto value = evaluate(*program, variables);
        QVERIFY2(value && value->isTrue(), expression);
    }
}

void CelTest::typicalRuleDoesNotAllocate()
{
    const cel_test::FixedVariables variables = cel_test::oracleVariables();
    const auto program = compileCel("model == \"gpt-4o\" && headers[\"x-team\"].startsWith(\"a\") && budget_used < 80.0"
                                    " && provider in [\"openai\", \"azure\"] && model.matches(\"^gpt-\")",
                                    variables.declarations);
    QVERIFY(program);
    QVERIFY(evaluate(*program, variables)->isTrue()); // RE2 prepares its automaton at the first match
    const std::size_t before = allocationCount;
    const auto value = evaluate(*program, variables);
    const std::size_t after = allocationCount;
    QVERIFY(value && value->isTrue());
    QCOMPARE(after - before, std::size_t(0));
}

void CelTest::oneProgramServesManyThreads()
{
    const cel_test::FixedVariables variables = cel_test::oracleVariables();
    const auto program = compileCel(
        "names.exists(n, n.matches(\"^gr\")) && [model, provider].all(x, x.size() > 3) && model.matches(\"4o$\")",
        variables.declarations);
    QVERIFY(program);
    std::atomic<int> matched{0};
    std::vector<std::thread> threads;
    for (int number = 0; number < 4; ++number) {
        threads.emplace_back([&] {
            for (int round = 0; round < 200; ++round)
                matched += evaluate(*program, variables)->isTrue() ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(matched.load(), 800);
}

// Printed only: a shared machine cannot promise a time.
void CelTest::typicalRuleIsQuick()
{
    const cel_test::FixedVariables variables = cel_test::oracleVariables();
    const char *expressions[] = {
        "model == \"gpt-4o\" && headers[\"x-team\"].startsWith(\"a\") && budget_used < 80.0",
        "model == \"other\"",
        "headers[\"x-missing\"] == \"a\"",
        "model in [\"a\", \"b\", \"c\", \"gpt-4o\"] && headers[\"user-agent\"].matches(\"^claude-cli/\")",
        "headers.exists(name, name.startsWith(\"x-\")) && model.split(\"-\")[0] == \"gpt\"",
    };
    for (const char *expression : expressions) {
        const auto program = compileCel(expression, variables.declarations);
        QVERIFY(program);
        constexpr int rounds = 20'000;
        int matched = 0;
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < rounds; ++round) {
            const auto value = evaluate(*program, variables);
            matched += value && value->isTrue() ? 1 : 0;
        }
        qInfo("%6.0f ns  %s", double(timer.nsecsElapsed()) / rounds, expression);
        QVERIFY(matched == 0 || matched == rounds);
    }
}

QTEST_APPLESS_MAIN(CelTest)
#include "tst_cel.moc"
