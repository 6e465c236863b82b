#include "gateway/service/preset_catalog.h"
#include "tests/support/source_tree.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <QtTest>

using namespace gateway::service;

class PresetCatalogTest : public QObject {
    Q_OBJECT

private slots:
    void readsThePresetsThatAreShipped();
    void refusesAFileThatIsNotComplete_data();
    void refusesAFileThatIsNotComplete();
};

void PresetCatalogTest::readsThePresetsThatAreShipped()
{
    QFile file(support::sourcePath("resources/providers/presets.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto catalog = PresetCatalog::parse(file.readAll());
    QVERIFY(catalog.has_value());
    QVERIFY(catalog->all().size() >= 10);
    QSet<QString> ids;
    static const QRegularExpression color(QStringLiteral("^#[0-9A-F]{6}$"));
    static const QRegularExpression id(QStringLiteral("^[a-z0-9-]+$"));
    for (const auto &preset : catalog->all()) {
        QVERIFY2(!ids.contains(preset.id), qPrintable(preset.id));
        ids.insert(preset.id);
        QVERIFY2(id.match(preset.id).hasMatch(), qPrintable(preset.id));
        QVERIFY2(color.match(preset.color).hasMatch(), qPrintable(preset.id));
        QCOMPARE(preset.letter.size(), 1);
        QString address = preset.baseUrl; // "{region}" stands for what the key says
        const QUrl url(address.replace(QLatin1String("{region}"), QLatin1String("us-east-1")), QUrl::StrictMode);
        QVERIFY2(url.isValid() && !url.host().isEmpty(), qPrintable(preset.id));
        QVERIFY2(!preset.baseUrl.endsWith(QLatin1Char('/')) && !preset.baseUrl.endsWith(QLatin1String("/v1")),
                 qPrintable(preset.id));
        QVERIFY2(preset.isLocal || url.scheme() == QLatin1String("https"), qPrintable(preset.id));
        QVERIFY2(!preset.isLocal || url.host() == QLatin1String("127.0.0.1"), qPrintable(preset.id));
        QVERIFY2(!preset.needsKey || preset.keyUrl.startsWith(QLatin1String("https://")), qPrintable(preset.id));
    }
    QVERIFY(catalog->find(QStringLiteral("openai")).has_value());
    QCOMPARE(catalog->find(QStringLiteral("anthropic"))->family, QStringLiteral("anthropic"));
    QVERIFY(!catalog->find(QStringLiteral("nobody")).has_value());
}

void PresetCatalogTest::refusesAFileThatIsNotComplete_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not json") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no id") << QByteArray(R"({"presets":[{"title":"A","family":"openai","base_url":"https://a"}]})");
    QTest::newRow("no title") << QByteArray(R"({"presets":[{"id":"a","family":"openai","base_url":"https://a"}]})");
    QTest::newRow("family") << QByteArray(
        R"({"presets":[{"id":"a","title":"A","family":"x","base_url":"https://a"}]})");
    QTest::newRow("no address") << QByteArray(R"({"presets":[{"id":"a","title":"A","family":"openai"}]})");
}

void PresetCatalogTest::refusesAFileThatIsNotComplete()
{
    QFETCH(QByteArray, json);
    QVERIFY(!PresetCatalog::parse(json).has_value());
}

QTEST_APPLESS_MAIN(PresetCatalogTest)
#include "tst_preset_catalog.moc"
