// Which models an entry of a list stands for, and which lists are refused.
#include "gateway/config/attempt_limits.h"
#include "gateway/config/model_names.h"
#include "gateway/config/virtual_key.h"

#include <QByteArrayList>
#include <QTest>

using namespace gateway::config;

class ModelNamesTest : public QObject {
    Q_OBJECT

private slots:
    void standsForModels_data();
    void standsForModels();
    void tellsNamesFromEverything();
    void takesAnExpressionManyTimes();
    void refusesLists_data();
    void refusesLists();
    void letsDeniedModelsWin();
    void takesTheFirstLimitsThatFit();
};

void ModelNamesTest::standsForModels_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *entry, const char *model, bool expected) {
        QTest::addRow("%s for %s", entry, model) << QByteArray(entry) << QByteArray(model) << expected;
    };
    row("gpt-5", "gpt-5", true);
    row("gpt-5", "gpt-5-mini", false);
    row("gpt-5", "GPT-5", false);
    row("*", "anything", true);
    row("gpt-5*", "gpt-5", true);
    row("gpt-5*", "gpt-5-mini", true);
    row("gpt-5*", "gpt-4", false);
    row("*-mini", "gpt-5-mini", true);
    row("*-mini", "gpt-5-mini-2", false);
    row("claude-*-4*", "claude-opus-4-5", true);
    row("claude-*-4*", "claude-opus-5", false);
    row("a*a", "a", false);
    row("a*a", "aa", true);
    row("*b*b*", "abab", true);
    row("*b*b*", "ab", false);
    row("gpt.5", "gpt-5", false);
    row("regex:gpt-[45]", "gpt-5", true);
    row("regex:gpt-[45]", "gpt-5-mini", false);
    row("regex:gpt-[45].*", "GPT-4o", true);
    row("regex:.*", "", true);
    row("regex:(", "(", false);
}

void ModelNamesTest::standsForModels()
{
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, model);
    QFETCH(bool, expected);
    QCOMPARE(standsFor(entry.toStdString(), model.toStdString()), expected);
}

void ModelNamesTest::tellsNamesFromEverything()
{
    QVERIFY(includesModel({"*"}, "m"));
    QVERIFY(!namesModel({"*"}, "m"));
    QVERIFY(namesModel({"m*"}, "m-1"));
    QVERIFY(namesModel({"regex:m.*"}, "m-1"));
    QVERIFY(!includesModel({}, "m"));
}

// More of them than are kept compiled.
void ModelNamesTest::takesAnExpressionManyTimes()
{
    for (int round = 0; round < 2; ++round) {
        for (int number = 0; number < 300; ++number) {
            const std::string name = "m" + std::to_string(number);
            QVERIFY(standsFor("regex:" + name, name));
            QVERIFY(!standsFor("regex:" + name, name + "x"));
        }
    }
}

void ModelNamesTest::refusesLists_data()
{
    QTest::addColumn<QByteArrayList>("entries");
    QTest::addColumn<QByteArray>("problem"); // part of it; empty: none
    QTest::newRow("names") << QByteArrayList{"a", "b*", "regex:c.*"} << QByteArray();
    QTest::newRow("all") << QByteArrayList{"*"} << QByteArray();
    QTest::newRow("none") << QByteArrayList{} << QByteArray();
    QTest::newRow("all and one") << QByteArrayList{"*", "a"} << QByteArray("stands alone");
    QTest::newRow("a mistake") << QByteArrayList{"a", "regex:gpt-(4"} << QByteArray("regex:gpt-(4");
    QTest::newRow("not of RE2") << QByteArrayList{"regex:(?=a)"} << QByteArray("cannot be read");
}

void ModelNamesTest::refusesLists()
{
    QFETCH(QByteArrayList, entries);
    QFETCH(QByteArray, problem);
    std::vector<std::string> list;
    for (const QByteArray &entry : entries)
        list.push_back(entry.toStdString());
    const std::string told = problemOfModels(list).value_or(std::string());
    QCOMPARE(told.empty(), problem.isEmpty());
    QVERIFY2(told.find(problem.toStdString()) != std::string::npos, told.c_str());
}

void ModelNamesTest::letsDeniedModelsWin()
{
    VirtualKeyProvider provider;
    provider.allowedModels = {"gpt-*"};
    provider.deniedModels = {"regex:.*-pro"};
    QVERIFY(provider.allowsModel("gpt-5"));
    QVERIFY(provider.namesModel("gpt-5"));
    QVERIFY(!provider.allowsModel("gpt-5-pro"));
    QVERIFY(!provider.namesModel("gpt-5-pro"));
    QVERIFY(!provider.allowsModel("o3"));
}

void ModelNamesTest::takesTheFirstLimitsThatFit()
{
    AttemptLimits patient;
    patient.firstToken = std::chrono::seconds(60);
    AttemptLimits hasty;
    hasty.firstToken = std::chrono::seconds(2);
    const std::vector<ModelLimits> entries{{"o3*", patient}, {"*", hasty}};
    QCOMPARE(limitsOfModel(entries, "o3-pro").firstToken.value().count(), 60'000);
    QCOMPARE(limitsOfModel(entries, "gpt-5").firstToken.value().count(), 2'000);
    QVERIFY(!limitsOfModel({{"o3*", patient}}, "gpt-5").firstToken);
}

QTEST_GUILESS_MAIN(ModelNamesTest)
#include "tst_model_names.moc"
