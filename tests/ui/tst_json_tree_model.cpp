#include "ui/models/json_tree_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using ui::models::JsonTreeModel;

namespace {

QStringList rows(const JsonTreeModel &model, const QModelIndex &parent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row)
        lines << model.index(row, JsonTreeModel::Name, parent).data().toString() + QLatin1Char('=')
                     + model.index(row, JsonTreeModel::Value, parent).data().toString();
    return lines;
}

} // namespace

class TestJsonTreeModel : public QObject {
    Q_OBJECT

private slots:
    void keepsTheOrderOfTheBytes()
    {
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model);
        QVERIFY(model.setText(R"({"model":"m","messages":[],"a":null,"stream":true,"B":{"z":1,"y":2}})"));
        QCOMPARE(rows(model),
                 QStringList({QStringLiteral("model=m"), QStringLiteral("messages=[ 0 ]"), QStringLiteral("a=null"),
                              QStringLiteral("stream=true"), QStringLiteral("B={ 2 }")}));
        QCOMPARE(rows(model, model.index(4, 0)), QStringList({QStringLiteral("z=1"), QStringLiteral("y=2")}));
    }

    void keepsBothOfTwoMembersOfOneName()
    {
        JsonTreeModel model;
        QVERIFY(model.setText(R"({"a":1,"b":2,"a":3})"));
        QCOMPARE(rows(model), QStringList({QStringLiteral("a=1"), QStringLiteral("b=2"), QStringLiteral("a=3")}));
    }

    void keepsNumbersAsTheyAreSpelled_data()
    {
        QTest::addColumn<QByteArray>("number");
        for (const char *number :
             {"1.10", "12345678901234567890123", "-0", "1e2", "1E+2", "0.1000000000000000055511151231257827", "1e999"})
            QTest::newRow(number) << QByteArray(number);
    }
    void keepsNumbersAsTheyAreSpelled()
    {
        QFETCH(QByteArray, number);
        JsonTreeModel model;
        QVERIFY(model.setText("[ " + number + " ,1]"));
        const QModelIndex value = model.index(0, JsonTreeModel::Value);
        QCOMPARE(value.data().toString(), QString::fromLatin1(number));
        QCOMPARE(model.textAt(value), QString::fromLatin1(number));
    }

    void decodesEscapesInNamesAndValues()
    {
        JsonTreeModel model;
        QVERIFY(model.setText("{\"a\\\"b\":\"\\u00e4 \\ud83d\\ude00 \\\\ \\/\"}"));
        QCOMPARE(rows(model), QStringList{QStringLiteral("a\"b=ä 😀 \\ /")});
        QVERIFY(model.setText("{\"t\":\"one\\ntwo }]\"}"));
        QCOMPARE(model.textAt(model.index(0, 1)), QStringLiteral("one\ntwo }]"));
    }

    void copiesContainersInTheirOwnOrder()
    {
        JsonTreeModel model;
        QVERIFY(model.setText(R"({"outer":{"z":1.0,"a":[true]}})"));
        QCOMPARE(model.textAt(model.index(0, 0)), QStringLiteral("{\n  \"z\": 1.0,\n  \"a\": [\n    true\n  ]\n}"));
        const QModelIndex element = model.index(0, 0, model.index(1, 0, model.index(0, 0)));
        QCOMPARE(model.pathAt(element), QStringLiteral("outer.a[0]"));
    }

    void refusesWhatIsNoTree_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "  ", "\"a\"", "12", "{", "{\"a\":1,}", "[1] x", "{\"a\" 1}", "data: {}", "[01]"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refusesWhatIsNoTree()
    {
        QFETCH(QByteArray, text);
        JsonTreeModel model;
        QVERIFY(!model.setText(text));
        QCOMPARE(model.rowCount(), 0);
    }

    void findsInDocumentOrder()
    {
        JsonTreeModel model;
        QVERIFY(model.setText(R"({"z":{"needle":1},"a":["x","a Needle"],"needles":2})"));
        const QModelIndexList found = model.find(QStringLiteral("needle"), 10);
        QStringList paths;
        for (const QModelIndex &index : found)
            paths << model.pathAt(index);
        QCOMPARE(paths, QStringList({QStringLiteral("z.needle"), QStringLiteral("a[1]"), QStringLiteral("needles")}));
        QCOMPARE(model.find(QStringLiteral("needle"), 2).size(), 2);
    }

    // Far more than a window lays out; what is closed costs nothing, so the first level is there at once.
    void opensHugeAndDeepTextsAtOnce()
    {
        QByteArray large = "{\"first\":1,\"many\":[";
        for (int at = 0; at < 200'000; ++at)
            large += "{\"role\":\"user\",\"content\":\"text\"},";
        large += "{}],\"deep\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
        JsonTreeModel model;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(model.setText(large));
        QVERIFY(model.hasChildren(model.index(1, 0)));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("[ 200001 ]"));
        QModelIndex deep = model.index(2, 0);
        for (int level = 0; level < 100; ++level)
            deep = model.index(0, 0, deep);
        QVERIFY(deep.isValid());
        QVERIFY(model.find(QStringLiteral("nowhere"), 10).isEmpty());
        QCOMPARE(model.textAt(deep).count(QLatin1Char('[')), 100'000 - 100);
        QVERIFY2(timer.elapsed() < 5'000, "the window would stand still");
    }
};

QTEST_MAIN(TestJsonTreeModel)
#include "tst_json_tree_model.moc"
