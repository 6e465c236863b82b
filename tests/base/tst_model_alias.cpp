#include "gateway/base/go_duration.h"
#include "gateway/base/model_alias.h"

#include <QTest>

using namespace gateway;
using std::chrono::milliseconds;

namespace {

struct Expression {
    const char *text;
    std::optional<std::string> alias;
};

const std::vector<Expression> expressions{
    {"model == \"medium\"", "medium"},
    {"  model=='medium' \n", "medium"},
    {"model == \"a \\\"b\\\" \\\\c\"", "a \"b\" \\c"},
    {"model == 'it\\'s'", "it's"},
    {"model == \"meta/llama-3\"", "meta/llama-3"},
    {"", std::nullopt},
    {"model == \"\"", std::nullopt},
    {"model == \"medium\" || true", std::nullopt},
    {"\"medium\" == model", std::nullopt},
    {"model != \"medium\"", std::nullopt},
    {"models == \"medium\"", std::nullopt},
    {"model == \"medium", std::nullopt},
    {"model == \"me\\ndium\"", std::nullopt},
    {"model == \"\"\"medium\"\"\"", std::nullopt},
    {"model == r\"medium\"", std::nullopt},
    {"model.startsWith(\"m\")", std::nullopt},
    {"model ==", std::nullopt},
};

} // namespace

class ModelAliasTest : public QObject {
    Q_OBJECT

private slots:
    void knowsAnAliasByItsExpression()
    {
        for (const Expression &each : expressions)
            QVERIFY2(aliasOfExpression(each.text) == each.alias, each.text);
    }

    void readsBackWhatItWrites()
    {
        for (const char *alias : {"medium", "it's", "a \"quoted\" name", "back\\slash", "\\", "größer", "a b"}) {
            const auto read = aliasOfExpression(expressionOfAlias(alias));
            QVERIFY2(read == std::string(alias), alias);
        }
    }

    void readsDurationsOfGo()
    {
        const milliseconds unit{1};
        QVERIFY(parseGoDuration("500", unit) == milliseconds(500));
        QVERIFY(parseGoDuration("90", std::chrono::seconds(1)) == milliseconds(90'000));
        QVERIFY(parseGoDuration("500ms", unit) == milliseconds(500));
        QVERIFY(parseGoDuration("1.5s", unit) == milliseconds(1'500));
        QVERIFY(parseGoDuration("1h30m", unit) == milliseconds(5'400'000));
        QVERIFY(parseGoDuration("2m", unit) == milliseconds(120'000));
        QVERIFY(parseGoDuration("1500us", unit) == milliseconds(1));
        for (const char *text : {"", "s", "-1s", "1x", "1h30", "h1", "1..5s", "1 s", "1e3", "99999999999h", "nan"})
            QVERIFY2(!parseGoDuration(text, unit), text);
    }
};

QTEST_APPLESS_MAIN(ModelAliasTest)
#include "tst_model_alias.moc"
