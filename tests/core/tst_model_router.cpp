#include "gateway/routing/model_router.h"

#include "gateway/routing/key_choice.h"

#include "tests/core/core_fixtures.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace gateway;
using namespace gateway::routing;
using config::ConfigSnapshot;
using tests::makeKey;
using tests::makeKeylessProvider;
using tests::makeProvider;
using translation::DialectFamily;

class ModelRouterTest : public QObject {
    Q_OBJECT

private slots:
    void takesThePartBeforeTheSlashAsProvider();
    void keepsAnUnknownPrefixAsPartOfABareName();
    void refusesAKnownProviderThatIsNotSetUp();
    void givesABareNameToTheProviderWhoseKeyNamesIt();
    void givesABareNameToTheProviderThatListsIt();
    void prefersExplicitKeysOverTheCatalog();
    void passesOverProvidersWhoseKeysRefuseTheModel();
    void fallsBackToTheNativeProviderOfTheEndpoint();
    void givesABareNameToTheOnlyProviderOfTheFamily();
    void refusesABareNameThatNobodyClaims();
    void refusesADisabledProvider();
    void passesOverDisabledProvidersForBareNames();
    void translatesCompletionsAndNothingElse();
    void usesOnlyKeysThatAllowTheModel();
    void letsTheBlacklistWin();
    void drawsKeysByWeight();
    void neverDrawsAZeroWeightBesideOthers();
    void usesAKeyWhenAllWeightsAreZero();
    void refusesAKeyWithoutItsValue();
    void passesOverAKeyWithoutItsValueWhenAnotherServes();
    void needsNoKeyForKeylessProviders();
    void forgetsTheModelsOfARemovedProvider();
    void takesTheAliasOfAKeyForAModelOfIt();
    void givesABareAliasToItsProvider();
    void drawsNoKeyThatDoesNotKnowTheAliasOfAnother();

private:
    Result<RouteTarget> plan(std::vector<config::ProviderDefinition> providers, std::string_view model,
                             std::string_view path = "/v1/chat/completions")
    {
        m_snapshot = tests::makeSnapshot(std::move(providers));
        ModelRouter router(m_catalog);
        auto target = router.resolve(*m_snapshot, *findEndpoint("POST", path), model);
        if (!target || target->usesCallersCredential)
            return target;
        const auto key = chooseKey(*target->provider, wishFor(target->model));
        if (!key)
            return unexpected(key.error());
        target->key = *key;
        return target;
    }

    KeyWish wishFor(std::string_view model) const
    {
        KeyWish wish;
        wish.model = model;
        wish.catalog = &m_catalog;
        return wish;
    }

    ModelCatalog m_catalog;
    config::ConfigSnapshotPointer m_snapshot;
};

void ModelRouterTest::takesThePartBeforeTheSlashAsProvider()
{
    const auto target = plan({makeProvider("groq"), makeProvider("openai")}, "groq/openai/gpt-oss-120b");
    QVERIFY(target.has_value());
    QCOMPARE(target->provider->id.value, std::string("groq"));
    QCOMPARE(target->model, std::string("openai/gpt-oss-120b"));
    QCOMPARE(target->key->name, std::string("main"));
}

void ModelRouterTest::keepsAnUnknownPrefixAsPartOfABareName()
{
    const auto target = plan({makeProvider("together")}, "meta-llama/Llama-3");
    QVERIFY(target.has_value());
    QCOMPARE(target->provider->id.value, std::string("together"));
    QCOMPARE(target->model, std::string("meta-llama/Llama-3"));
}

void ModelRouterTest::refusesAKnownProviderThatIsNotSetUp()
{
    const auto target = plan({makeProvider("together")}, "mistral/small");
    QVERIFY(!target.has_value());
    QCOMPARE(target.error().code, ErrorCode::ProviderNotConfigured);
    QVERIFY(target.error().message.find("\"mistral\"") != std::string::npos);
}

void ModelRouterTest::givesABareNameToTheProviderWhoseKeyNamesIt()
{
    const auto target =
        plan({makeProvider("first"), makeProvider("second", DialectFamily::OpenAi, {makeKey("k", "v", {"special"})})},
             "special");
    QVERIFY(target.has_value());
    QCOMPARE(target->provider->id.value, std::string("second"));
    QCOMPARE(target->model, std::string("special"));
}

void ModelRouterTest::givesABareNameToTheProviderThatListsIt()
{
    m_catalog.setModels("second", {"listed", "other"});
    const auto target = plan({makeProvider("first"), makeProvider("second")}, "listed");
    m_catalog.removeProvider("second");
    QVERIFY(target.has_value());
    QCOMPARE(target->provider->id.value, std::string("second"));
}

void ModelRouterTest::prefersExplicitKeysOverTheCatalog()
{
    m_catalog.setModels("first", {"wanted"});
    const auto target =
        plan({makeProvider("first"), makeProvider("second", DialectFamily::OpenAi, {makeKey("k", "v", {"wanted"})})},
             "wanted");
    m_catalog.removeProvider("first");
    QCOMPARE(target->provider->id.value, std::string("second"));
}

void ModelRouterTest::fallsBackToTheNativeProviderOfTheEndpoint()
{
    const auto target =
        plan({makeProvider("first"), makeProvider("openai")}, "gpt-unheard-of", "/openai/v1/chat/completions");
    QVERIFY(target.has_value());
    QCOMPARE(target->provider->id.value, std::string("openai"));
}

void ModelRouterTest::givesABareNameToTheOnlyProviderOfTheFamily()
{
    const auto target = plan({makeProvider("anthropic", DialectFamily::Anthropic), makeProvider("only")}, "any");
    QVERIFY(target.has_value());
    QCOMPARE(target->provider->id.value, std::string("only"));
}

void ModelRouterTest::refusesABareNameThatNobodyClaims()
{
    const auto target = plan({makeProvider("first"), makeProvider("second")}, "any");
    QVERIFY(!target.has_value());
    QCOMPARE(target.error().code, ErrorCode::ModelUnresolved);
    QVERIFY(target.error().message.starts_with("provider is required in model field (format: provider/model)"));
    QCOMPARE(plan({}, "any").error().code, ErrorCode::ModelUnresolved);
}

void ModelRouterTest::refusesADisabledProvider()
{
    auto provider = makeProvider("groq");
    provider.isEnabled = false;
    const auto target = plan({provider}, "groq/llama");
    QVERIFY(!target.has_value());
    QCOMPARE(target.error().code, ErrorCode::ProviderNotConfigured);
    QVERIFY(target.error().message.find("turned off") != std::string::npos);
}

void ModelRouterTest::passesOverDisabledProvidersForBareNames()
{
    auto off = makeProvider("first", DialectFamily::OpenAi, {makeKey("k", "v", {"m"})});
    off.isEnabled = false;
    const auto target = plan({off, makeProvider("second")}, "m");
    QVERIFY(target.has_value());
    QCOMPARE(target->provider->id.value, std::string("second"));
}

void ModelRouterTest::translatesCompletionsAndNothingElse()
{
    const auto anthropic = makeProvider("anthropic", DialectFamily::Anthropic);
    QCOMPARE(plan({anthropic}, "anthropic/claude")->provider->id.value, std::string("anthropic"));
    QCOMPARE(plan({anthropic}, "claude")->provider->id.value, std::string("anthropic")); // the only one there is
    const auto toOpenAi = plan({makeProvider("openai")}, "openai/gpt", "/anthropic/v1/messages");
    QCOMPARE(toOpenAi->provider->id.value, std::string("openai"));
    const auto embedding = plan({anthropic}, "anthropic/claude", "/v1/embeddings");
    QVERIFY(!embedding.has_value());
    QCOMPARE(embedding.error().code, ErrorCode::UnsupportedOperation);
}

void ModelRouterTest::usesOnlyKeysThatAllowTheModel()
{
    auto disabled = makeKey("disabled");
    disabled.isEnabled = false;
    const auto provider = makeProvider("p", DialectFamily::OpenAi,
                                       {disabled, makeKey("none", "v", {}), makeKey("small", "v", {"small"})});
    for (int draw = 0; draw < 50; ++draw)
        QCOMPARE(plan({provider}, "p/small")->key->name, std::string("small"));
    const auto refused = plan({provider}, "p/large");
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::NoKeyForModel);
    QCOMPARE(refused.error().message, std::string("no keys found that support model: large (provider p)"));
}

void ModelRouterTest::letsTheBlacklistWin()
{
    auto key = makeKey("k", "v", {"*"});
    key.blacklistedModels = {"bad"};
    const auto provider = makeProvider("p", DialectFamily::OpenAi, {key});
    QVERIFY(plan({provider}, "p/good").has_value());
    QCOMPARE(plan({provider}, "p/bad").error().code, ErrorCode::NoKeyForModel);
    key.models = {"bad"};
    QCOMPARE(plan({makeProvider("p", DialectFamily::OpenAi, {key})}, "p/bad").error().code, ErrorCode::NoKeyForModel);
}

void ModelRouterTest::drawsKeysByWeight()
{
    const auto provider =
        makeProvider("p", DialectFamily::OpenAi,
                     {makeKey("a", "v", {"*"}, 0.7), makeKey("b", "v", {"*"}, 0.2), makeKey("c", "v", {"*"}, 0.1)});
    ModelRouter router(m_catalog);
    std::map<std::string, int> drawn;
    for (int draw = 0; draw < 10'000; ++draw)
        ++drawn[(*chooseKey(provider, KeyWish{"m"}))->name];
    // Five standard deviations of a binomial draw are at most 250 of 10,000.
    QVERIFY(std::abs(drawn["a"] - 7000) < 250);
    QVERIFY(std::abs(drawn["b"] - 2000) < 250);
    QVERIFY(std::abs(drawn["c"] - 1000) < 250);
}

void ModelRouterTest::neverDrawsAZeroWeightBesideOthers()
{
    const auto provider =
        makeProvider("p", DialectFamily::OpenAi,
                     {makeKey("zero", "v", {"*"}, 0), makeKey("one"), makeKey("below zero", "v", {"*"}, -5)});
    ModelRouter router(m_catalog);
    for (int draw = 0; draw < 10'000; ++draw)
        QCOMPARE((*chooseKey(provider, KeyWish{"m"}))->name, std::string("one"));
}

void ModelRouterTest::usesAKeyWhenAllWeightsAreZero()
{
    const auto provider =
        makeProvider("p", DialectFamily::OpenAi, {makeKey("a", "v", {"*"}, 0), makeKey("b", "v", {"*"}, 0)});
    ModelRouter router(m_catalog);
    QVERIFY(chooseKey(provider, KeyWish{"m"}).has_value());
    QVERIFY(*chooseKey(provider, KeyWish{"m"}) != nullptr);
}

void ModelRouterTest::refusesAKeyWithoutItsValue()
{
    auto key = makeKey("locked", "");
    key.valueProblem = "The keychain is locked.";
    const auto target = plan({makeProvider("p", DialectFamily::OpenAi, {key})}, "p/m");
    QVERIFY(!target.has_value());
    QCOMPARE(target.error().code, ErrorCode::SecretUnavailable);
    QCOMPARE(target.error().httpStatus(), 503);
    QVERIFY(target.error().message.find("\"locked\"") != std::string::npos);
    QVERIFY(target.error().message.find("The keychain is locked.") != std::string::npos);
}

void ModelRouterTest::passesOverAKeyWithoutItsValueWhenAnotherServes()
{
    const auto provider = makeProvider("p", DialectFamily::OpenAi, {makeKey("locked", ""), makeKey("open")});
    for (int draw = 0; draw < 50; ++draw)
        QCOMPARE(plan({provider}, "p/m")->key->name, std::string("open"));
}

void ModelRouterTest::needsNoKeyForKeylessProviders()
{
    const auto target = plan({makeKeylessProvider("ollama")}, "ollama/llama3");
    QVERIFY(target.has_value());
    QVERIFY(target->key == nullptr);
    QCOMPARE(plan({makeProvider("p", DialectFamily::OpenAi, {})}, "p/m").error().code, ErrorCode::NoKeyForModel);
}

void ModelRouterTest::forgetsTheModelsOfARemovedProvider()
{
    m_catalog.setModels("p", {"a"});
    QVERIFY(m_catalog.lists("p", "a"));
    m_catalog.setModels("p", {"b"});
    QVERIFY(!m_catalog.lists("p", "a"));
    m_catalog.removeProvider("p");
    QVERIFY(!m_catalog.lists("p", "b"));
    QVERIFY(!m_catalog.models("p")); // nobody asked: not the same as a list without models
    m_catalog.setModels("p", {});
    QVERIFY(m_catalog.models("p").has_value());
    QVERIFY(m_catalog.models("p")->empty());
    m_catalog.setModels("p", {"b", "a"}, {{"a", 1000}, {"b", 2000}});
    m_catalog.setModels("p", {"a"}); // as a list that tells no lengths
    QCOMPARE(m_catalog.contextLength("p", "a"), std::optional<std::int64_t>(1000));
    QVERIFY(!m_catalog.contextLength("p", "b"));
    m_catalog.removeProvider("p");
}

void ModelRouterTest::passesOverProvidersWhoseKeysRefuseTheModel()
{
    auto refusing = makeKey("k", "v", {"m"});
    refusing.blacklistedModels = {"m"};
    m_catalog.setModels("first", {"m"});
    m_catalog.setModels("third", {"m"});
    const auto target = plan({makeProvider("first", DialectFamily::OpenAi, {refusing}),
                              makeProvider("second", DialectFamily::OpenAi, {refusing}), makeProvider("third")},
                             "m");
    m_catalog.removeProvider("first");
    m_catalog.removeProvider("third");
    QVERIFY(target.has_value());
    QCOMPARE(target->provider->id.value, std::string("third"));
}

void ModelRouterTest::takesTheAliasOfAKeyForAModelOfIt()
{
    config::ProviderKey key = makeKey("k", "v", {"gpt-5.4"});
    key.aliases = {{"medium", "gpt-5.4"}};
    for (const char *asked : {"openai/medium", "openai/Medium"}) {
        const auto target = plan({makeProvider("openai", DialectFamily::OpenAi, {key})}, asked);
        QVERIFY(target.has_value());
        QCOMPARE(target->key->nameThere(target->model), std::string("gpt-5.4"));
    }
    QVERIFY(!plan({makeProvider("openai", DialectFamily::OpenAi, {key})}, "openai/large").has_value());
    key.blacklistedModels = {"medium"};
    QVERIFY(!plan({makeProvider("openai", DialectFamily::OpenAi, {key})}, "openai/medium").has_value());
}

void ModelRouterTest::givesABareAliasToItsProvider()
{
    config::ProviderKey key = makeKey("k");
    key.aliases = {{"medium", "gpt-5.4"}};
    const std::vector providers{makeProvider("first"), makeProvider("second", DialectFamily::OpenAi, {key})};
    QCOMPARE(plan(providers, "medium")->provider->id.value, std::string("second"));
    m_catalog.setModels("first", {"medium"}); // a real model of that name comes before
    const auto listed = plan(providers, "medium");
    m_catalog.removeProvider("first");
    QCOMPARE(listed->provider->id.value, std::string("first"));
}

void ModelRouterTest::drawsNoKeyThatDoesNotKnowTheAliasOfAnother()
{
    config::ProviderKey knowing = makeKey("knowing", "v", {"*"}, 0.001);
    knowing.aliases = {{"medium", "gpt-5.4"}};
    config::ProviderKey naming = makeKey("naming", "v", {"medium"}, 1000);
    const auto drawn = [this](const std::vector<config::ProviderKey> &keys) {
        return plan({makeProvider("openai", DialectFamily::OpenAi, keys)}, "openai/medium")->key->name;
    };
    QCOMPARE(drawn({makeKey("other", "v", {"*"}, 1e9), knowing}), std::string("knowing"));
    QCOMPARE(drawn({naming, knowing}), std::string("naming")); // who names it means it
    config::ProviderKey off = knowing;
    off.isEnabled = false;
    QCOMPARE(drawn({makeKey("other"), off}), std::string("other")); // now it is a model like any other
    m_catalog.setModels("openai", {"medium"});
    QCOMPARE(drawn({makeKey("other", "v", {"*"}, 1e9), knowing}), std::string("other"));
    m_catalog.removeProvider("openai");
}

QTEST_APPLESS_MAIN(ModelRouterTest)
#include "tst_model_router.moc"
