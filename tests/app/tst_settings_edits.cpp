// Settings of other programs: what is ours changes, every other byte stays.
#include "app/clients/json_edit.h"
#include "app/clients/line_edit.h"

#include <QTest>

using namespace app::clients;
using gateway::ErrorCode;

namespace {

const QStringList place{QStringLiteral("env"), QStringLiteral("URL")};
const QString address = QStringLiteral("http://here");

QByteArray set(const QByteArray &text)
{
    const auto changed = withJsonText(text, place, address);
    return changed ? *changed : QByteArray::fromStdString(changed.error().message);
}

QByteArray setToml(const QByteArray &text, const char *table, const char *key)
{
    const auto changed = withTomlText(text, QLatin1String(table), QLatin1String(key), address);
    return changed ? *changed : QByteArray::fromStdString(changed.error().message);
}

} // namespace

class SettingsEditsTest : public QObject {
    Q_OBJECT
private slots:
    void setsJson_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("no file", "", "{\n  \u0022env\u0022: {\n    \u0022URL\u0022: \u0022http://here\u0022\n  }\n}\n");
        row("empty object", "{}", "{\n  \u0022env\u0022: {\n    \u0022URL\u0022: \u0022http://here\u0022\n  }\n}");
        row("replaces", "{\u0022env\u0022:{\u0022URL\u0022 : \u0022x\u0022 ,\u0022B\u0022:1}}",
            "{\u0022env\u0022:{\u0022URL\u0022 : \u0022http://here\u0022 ,\u0022B\u0022:1}}");
        row("replaces a number", "{\u0022env\u0022:{\u0022URL\u0022:-1.5e3}}",
            "{\u0022env\u0022:{\u0022URL\u0022:\u0022http://here\u0022}}");
        row("last of two counts", "{\u0022env\u0022:{\u0022URL\u0022:1,\u0022URL\u0022:2}}",
            "{\u0022env\u0022:{\u0022URL\u0022:1,\u0022URL\u0022:\u0022http://here\u0022}}");
        row("adds in a line", "{\u0022env\u0022: {\u0022A\u0022: 1}}\n",
            "{\u0022env\u0022: {\u0022A\u0022: 1, \u0022URL\u0022: \u0022http://here\u0022}}\n");
        row("adds with the indent of the file", "{\n\t\u0022a\u0022: [1, {}],\n\t\u0022env\u0022: {}\n}\n",
            "{\n\t\u0022a\u0022: [1, {}],\n\t\u0022env\u0022: {\n\t\t\u0022URL\u0022: "
            "\u0022http://here\u0022\n\t}\n}\n");
        row("keeps comments and the last comma",
            "// mine\n{\n    \u0022env\u0022: {\n        \u0022A\u0022: \u0022\\\u0022}\u0022, // why\n    }, /* end "
            "*/\n}",
            "// mine\n{\n    \u0022env\u0022: {\n        \u0022A\u0022: \u0022\\\u0022}\u0022, // why\n        "
            "\u0022URL\u0022: "
            "\u0022http://here\u0022,\n    }, /* end */\n}");
        row("comment behind the last member", "{\n  \u0022env\u0022: {\n    \u0022A\u0022: 1 // one\n  }\n}",
            "{\n  \u0022env\u0022: {\n    \u0022A\u0022: 1, // one\n    \u0022URL\u0022: \u0022http://here\u0022\n  "
            "}\n}");
        row("line ends of Windows", "{\r\n  \u0022a\u0022: true\r\n}\r\n",
            "{\r\n  \u0022a\u0022: true,\r\n  \u0022env\u0022: {\r\n    \u0022URL\u0022: \u0022http://here\u0022\r\n  "
            "}\r\n}\r\n");
    }

    void setsJson()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(set(before), after);
        QCOMPARE(jsonTextAt(after, place)->value_or(QString()), address);
        QCOMPARE(set(after), after);
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("open") << QByteArray("{\n\u0022env\u0022: {") << QByteArray("line 2");
        QTest::newRow("behind the end") << QByteArray("{} x") << QByteArray("line 1");
        QTest::newRow("no comma") << QByteArray("{\u0022a\u0022: 1 \u0022b\u0022: 2}") << QByteArray("line 1");
        QTest::newRow("open text") << QByteArray("{\u0022a: 1}") << QByteArray("line 1");
        QTest::newRow("open comment") << QByteArray("{} /*") << QByteArray("line 1");
        QTest::newRow("list") << QByteArray("[]") << QByteArray("not an object");
        QTest::newRow("text on the way") << QByteArray("{\u0022env\u0022: \u0022a\u0022}") << QByteArray("env");
        QTest::newRow("deep") << QByteArray(10'000, '[') << QByteArray("line 1");
    }

    void refusesWhatIsNoJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        const auto changed = withJsonText(text, place, address);
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::InvalidRequest);
        QVERIFY2(QByteArray::fromStdString(changed.error().message).contains(words), changed.error().message.c_str());
    }

    void setsToml_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *table, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(table) << QByteArray(after);
        };
        row("no file", "", "", "url = \u0022http://here\u0022\n");
        row("no file, table", "", "a.b", "[a.b]\nurl = \u0022http://here\u0022\n");
        row("replaces", "# mine\nurl = \u0022x\u0022 # why\n[a]\nurl = 1\n", "",
            "# mine\nurl = \u0022http://here\u0022 # why\n[a]\nurl = 1\n");
        row("replaces in its table", "url = 1\n[a.b]\nurl='x'", "a.b", "url = 1\n[a.b]\nurl=\u0022http://here\u0022");
        row("adds before the first table", "model = \u0022m\u0022\n\n[a]\nx = 1\n", "",
            "model = \u0022m\u0022\nurl = \u0022http://here\u0022\n\n[a]\nx = 1\n");
        row("adds before a comment of the first table", "# of a\n[a]\nx = 1\n", "",
            "url = \u0022http://here\u0022\n\n# of a\n[a]\nx = 1\n");
        row("adds to its table", "[a.b]\nx = 1\n\n[c]\ny = 2\n", "a.b",
            "[a.b]\nx = 1\nurl = \u0022http://here\u0022\n\n[c]\ny = 2\n");
        row("adds a table", "x = 1", "a.b", "x = 1\n\n[a.b]\nurl = \u0022http://here\u0022\n");
        row("beside a table of the same family", "[a]\nx = 1\n", "a.b",
            "[a]\nx = 1\n\n[a.b]\nurl = \u0022http://here\u0022\n");
        row("values over several lines",
            "list = [\n  \u0022url = 1\u0022, # [\n]\ntext = \u0022\u0022\u0022\nurl = 2\n\u0022\u0022\u0022\n", "",
            "list = [\n  \u0022url = 1\u0022, # [\n]\ntext = \u0022\u0022\u0022\nurl = 2\n\u0022\u0022\u0022\nurl = "
            "\u0022http://here\u0022\n");
        row("line ends of Windows", "x = 1\r\n", "", "x = 1\r\nurl = \u0022http://here\u0022\r\n");
    }

    void setsToml()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, after);
        QCOMPARE(setToml(before, table.constData(), "url"), after);
        QCOMPARE(setToml(after, table.constData(), "url"), after);
        const auto found = tomlTextAt(after, QString::fromLatin1(table), QStringLiteral("url"));
        QCOMPARE(found->value_or(QString()), address);
    }

    void refusesTomlThatItCannotChange()
    {
        QVERIFY(setToml("x = \u0022open\n", "", "url").contains("line 1"));
        QVERIFY(setToml("a\n", "", "url").contains("line 1"));
        QVERIFY(setToml("a = { b = { c = 1 } }\n", "a.b", "url").contains("does not change"));
        QVERIFY(setToml("a.b.c = 1\n", "a.b", "url").contains("does not change"));
    }

    void setsVariables()
    {
        const QString name = QStringLiteral("URL");
        QCOMPARE(withVariable("", name, address), QByteArray("URL=\u0022http://here\u0022\n"));
        QCOMPARE(withVariable("A=1", name, address), QByteArray("A=1\nURL=\u0022http://here\u0022\n"));
        QCOMPARE(withVariable("# URL=x\nURL=1\nexport URL = 'two'\nMY_URL=3\n", name, address),
                 QByteArray("# URL=x\nURL=1\nexport URL =\u0022http://here\u0022\nMY_URL=3\n"));
        QCOMPARE(variableIn("A=1\nURL='two' \n", name), std::optional(QStringLiteral("two")));
        QCOMPARE(variableIn("#URL=1\n", name), std::optional<QString>());
    }
};

QTEST_GUILESS_MAIN(SettingsEditsTest)
#include "tst_settings_edits.moc"
