// Which virtual key a request shows, and when it is refused.
#include "gateway/access/virtual_key_authenticator.h"

#include "gateway/access/key_hash.h"
#include "tests/core/governance_samples.h"

#include <QTest>

#include <chrono>

using namespace gateway;
using namespace gateway::access;
using tests::makeGovernance;
using tests::makeVirtualKey;
using namespace std::chrono_literals;

namespace {

const std::string value = "sk-bf-0123456789abcdefghijklmnopqrstuvwxyz0123";
const WallTime now = WallTime(std::chrono::seconds(1'800'000'000));

HeaderList header(const char *name, const std::string &text)
{
    HeaderList headers;
    headers.add(name, text);
    return headers;
}

ErrorCode codeOf(const Result<const config::VirtualKey *> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class VirtualKeyAuthenticatorTest : public QObject {
    Q_OBJECT

private slots:
    void findsTheKeyInEveryPlace_data();
    void findsTheKeyInEveryPlace();
    void readsThePlacesInBifrostsOrder();
    void refusesAnUnknownKeyEvenWhereKeysAreOptional();
    void ignoresDummyKeysWhereKeysAreOptional();
    void refusesDummyKeysWhereKeysAreRequired();
    void acceptsAConfiguredValueWithoutThePrefixInEveryPlace();
    void refusesWhatIsOffOrExpired();
    void keepsTheValueBeforeARotationForItsGrace();
    void saysThatTheSecretStoreHasNotAnswered();
    void hashesWithTheDatabaseSaltWhereThereIsNoSecretStore();
    void makesValuesThatNobodyCanGuess();
    void showsTooLittleOfAValueToUseIt();
    void findsOneOfAHundredThousandKeys();
};

void VirtualKeyAuthenticatorTest::findsTheKeyInEveryPlace_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("x-bf-vk") << QByteArray("x-bf-vk") << QByteArray();
    QTest::newRow("bearer") << QByteArray("Authorization") << QByteArray("Bearer ");
    QTest::newRow("bearer in small letters") << QByteArray("authorization") << QByteArray("bearer ");
    QTest::newRow("x-api-key") << QByteArray("X-Api-Key") << QByteArray();
    QTest::newRow("x-goog-api-key") << QByteArray("x-goog-api-key") << QByteArray();
    QTest::newRow("api-key") << QByteArray("api-key") << QByteArray();
    QTest::newRow("query") << QByteArray() << QByteArray();
}

void VirtualKeyAuthenticatorTest::findsTheKeyInEveryPlace()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, scheme);
    const auto governance = makeGovernance({makeVirtualKey("other", value + "x"), makeVirtualKey("mine", value)});
    HeaderList headers;
    if (!name.isEmpty())
        headers.add(name.toStdString(), scheme.toStdString() + value);
    const std::string query = name.isEmpty() ? "alt=sse&key=" + value : "alt=sse";
    const auto key = authenticate({headers, query}, *governance, now);
    QVERIFY(key);
    QVERIFY(*key);
    QCOMPARE((*key)->name, std::string("mine"));
}

void VirtualKeyAuthenticatorTest::readsThePlacesInBifrostsOrder()
{
    const auto governance = makeGovernance({makeVirtualKey("first", value), makeVirtualKey("second", value + "2")});
    HeaderList headers;
    headers.add("x-api-key", value + "2");
    headers.add("Authorization", "Bearer " + value);
    QCOMPARE((*authenticate({headers}, *governance, now))->name, std::string("first"));
    headers.add("x-bf-vk", value + "2");
    QCOMPARE((*authenticate({headers}, *governance, now))->name, std::string("second"));
}

void VirtualKeyAuthenticatorTest::refusesAnUnknownKeyEvenWhereKeysAreOptional()
{
    const auto governance = makeGovernance({makeVirtualKey("mine", value)});
    QCOMPARE(codeOf(authenticate({header("x-api-key", "sk-bf-unknown")}, *governance, now)),
             ErrorCode::VirtualKeyUnknown);
    QCOMPARE(codeOf(authenticate({header("x-bf-vk", "anything")}, *governance, now)), ErrorCode::VirtualKeyUnknown);
}

void VirtualKeyAuthenticatorTest::ignoresDummyKeysWhereKeysAreOptional()
{
    const auto governance = makeGovernance({makeVirtualKey("mine", value)});
    for (const char *dummy : {"Bearer dummy", "Bearer sk-1234567890abcdef", "Basic dXNlcjpwYXNz"}) {
        const auto key = authenticate({header("Authorization", dummy)}, *governance, now);
        QVERIFY(key);
        QVERIFY(!*key);
    }
}

void VirtualKeyAuthenticatorTest::refusesDummyKeysWhereKeysAreRequired()
{
    const auto governance = makeGovernance({makeVirtualKey("mine", value)}, true);
    QCOMPARE(codeOf(authenticate({header("Authorization", "Bearer dummy")}, *governance, now)),
             ErrorCode::VirtualKeyRequired);
    QCOMPARE(codeOf(authenticate({HeaderList()}, *governance, now)), ErrorCode::VirtualKeyRequired);
    QVERIFY(*authenticate({header("Authorization", "Bearer " + value)}, *governance, now));
}

void VirtualKeyAuthenticatorTest::acceptsAConfiguredValueWithoutThePrefixInEveryPlace()
{
    const auto governance = makeGovernance({makeVirtualKey("old", "my-own-secret-value")});
    for (const char *name : {"x-bf-vk", "Authorization", "x-api-key", "x-goog-api-key", "api-key"}) {
        const auto key = authenticate({header(name, "my-own-secret-value")}, *governance, now);
        QVERIFY2(key && *key, name);
        const auto dummy = authenticate({header("Authorization", "Bearer my-own-secret-valu")}, *governance, now);
        QVERIFY(dummy && !*dummy);
    }
}

void VirtualKeyAuthenticatorTest::refusesWhatIsOffOrExpired()
{
    config::VirtualKey off = makeVirtualKey("off", value);
    off.isActive = false;
    config::VirtualKey expired = makeVirtualKey("expired", value + "2");
    expired.expiresAt = now;
    config::VirtualKey lasting = makeVirtualKey("lasting", value + "3");
    lasting.expiresAt = now + 1s;
    const auto governance = makeGovernance({off, expired, lasting});
    QCOMPARE(codeOf(authenticate({header("x-bf-vk", value)}, *governance, now)), ErrorCode::VirtualKeyBlocked);
    QCOMPARE(codeOf(authenticate({header("x-bf-vk", value + "2")}, *governance, now)), ErrorCode::VirtualKeyBlocked);
    QVERIFY(authenticate({header("x-bf-vk", value + "3")}, *governance, now));
}

void VirtualKeyAuthenticatorTest::keepsTheValueBeforeARotationForItsGrace()
{
    config::VirtualKey key = makeVirtualKey("rotated", value + "new");
    key.previousHash = hashKeyValue(value, config::KeyHash::Secret::SecretStore, tests::hashSecret);
    key.previousExpiresAt = now + 10s;
    const auto governance = makeGovernance({key});
    QVERIFY(authenticate({header("x-bf-vk", value + "new")}, *governance, now + 1h));
    QVERIFY(authenticate({header("x-bf-vk", value)}, *governance, now + 9s));
    QCOMPARE(codeOf(authenticate({header("x-bf-vk", value)}, *governance, now + 10s)), ErrorCode::VirtualKeyUnknown);
}

void VirtualKeyAuthenticatorTest::saysThatTheSecretStoreHasNotAnswered()
{
    config::StoredGovernance stored;
    stored.virtualKeys = {makeVirtualKey("mine", value)};
    const config::Governance governance(stored, {});
    QCOMPARE(codeOf(authenticate({header("x-bf-vk", value)}, governance, now)), ErrorCode::SecretUnavailable);
    const auto dummy = authenticate({header("Authorization", "Bearer dummy")}, governance, now);
    QVERIFY(dummy && !*dummy);
}

void VirtualKeyAuthenticatorTest::hashesWithTheDatabaseSaltWhereThereIsNoSecretStore()
{
    config::StoredGovernance stored;
    stored.settings.databaseSalt = makeRandomSecret();
    stored.virtualKeys = {makeVirtualKey("mine", value)};
    stored.virtualKeys.front().hash =
        hashKeyValue(value, config::KeyHash::Secret::Database, stored.settings.databaseSalt);
    const config::Governance governance(stored, {});
    QVERIFY(*authenticate({header("x-bf-vk", value)}, governance, now));
    QCOMPARE(codeOf(authenticate({header("x-bf-vk", value + "x")}, governance, now)), ErrorCode::VirtualKeyUnknown);
}

void VirtualKeyAuthenticatorTest::makesValuesThatNobodyCanGuess()
{
    const SecretString first = makeVirtualKeyValue();
    QVERIFY(first.reveal().starts_with("sk-bf-"));
    QCOMPARE(first.reveal().size(), std::size_t(46));
    QVERIFY(!(first == makeVirtualKeyValue()));
    QVERIFY(makeRandomSecret() != makeRandomSecret());
}

void VirtualKeyAuthenticatorTest::showsTooLittleOfAValueToUseIt()
{
    QCOMPARE(shownPrefixOf(value), std::string("sk-bf-0123"));
    QCOMPARE(shownPrefixOf("sk-bf-short"), std::string("sk-bf-"));
    QCOMPARE(shownPrefixOf("secret"), std::string());
    QCOMPARE(shownPrefixOf("a-value-of-somebody-else"), std::string("a-va"));
}

void VirtualKeyAuthenticatorTest::findsOneOfAHundredThousandKeys()
{
    std::vector<config::VirtualKey> keys;
    for (int count = 0; count < 100'000; ++count)
        keys.push_back(makeVirtualKey("key" + std::to_string(count), value + std::to_string(count)));
    const auto many = makeGovernance(std::move(keys));
    QCOMPARE((*authenticate({header("x-bf-vk", value + "77777")}, *many, now))->name, std::string("key77777"));
    const config::KeyHash hash = hashKeyValue(value + "77777", config::KeyHash::Secret::SecretStore, tests::hashSecret);
    QCOMPARE(many->find(hash).key->name, std::string("key77777"));
    QVERIFY(!many->find(hashKeyValue(value, config::KeyHash::Secret::SecretStore, tests::hashSecret)).key);
}

QTEST_APPLESS_MAIN(VirtualKeyAuthenticatorTest)
#include "tst_virtual_key_authenticator.moc"
