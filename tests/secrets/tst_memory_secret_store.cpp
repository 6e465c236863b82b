// The store that forgets with the process.
#include <QTest>

#include "gateway/secrets/memory_secret_store.h"
#include "tests/secrets/secret_replies.h"

using namespace gateway;
using namespace gateway::secrets;

class MemorySecretStoreTest : public QObject {
    Q_OBJECT

private slots:
    void readsWhatWasWritten();
    void answersAnAbsentSecretWithAnEmptyOne();
    void forgetsWhatWasRemoved();
    void repliesAfterTheCallInItsOrder();
    void dropsRepliesWithTheStore();
};

void MemorySecretStoreTest::readsWhatWasWritten()
{
    MemorySecretStore store;
    QCOMPARE(store.kind(), StoreKind::Memory);
    QVERIFY(replies::write(store, "a", "first"));
    QVERIFY(replies::write(store, "b", "other"));
    QVERIFY(replies::write(store, "a", "second"));
    QCOMPARE(replies::textOf(replies::read(store, "a")), std::string("second"));
    QCOMPARE(replies::textOf(replies::read(store, "b")), std::string("other"));
}

void MemorySecretStoreTest::answersAnAbsentSecretWithAnEmptyOne()
{
    MemorySecretStore store;
    QCOMPARE(replies::textOf(replies::read(store, "a")), std::string());
}

void MemorySecretStoreTest::forgetsWhatWasRemoved()
{
    MemorySecretStore store;
    QVERIFY(replies::write(store, "a", "value"));
    QVERIFY(replies::remove(store, "a"));
    QVERIFY(replies::remove(store, "a"));
    QCOMPARE(replies::textOf(replies::read(store, "a")), std::string());
}

void MemorySecretStoreTest::repliesAfterTheCallInItsOrder()
{
    MemorySecretStore store;
    QStringList order;
    store.write("a", SecretString("x"), [&](auto) { order << QStringLiteral("written"); });
    store.read("a",
               [&](const Result<SecretString> &value) { order << QString::fromStdString(replies::textOf(value)); });
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order, QStringList({QStringLiteral("written"), QStringLiteral("x")}));
}

void MemorySecretStoreTest::dropsRepliesWithTheStore()
{
    bool hasReplied = false;
    {
        MemorySecretStore store;
        store.read("a", [&](const auto &) { hasReplied = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!hasReplied);
}

QTEST_GUILESS_MAIN(MemorySecretStoreTest)
#include "tst_memory_secret_store.moc"
