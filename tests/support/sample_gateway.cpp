#include "tests/support/sample_gateway.h"

namespace support {

using namespace gateway::api;

namespace {

ProviderPreset preset(const char *id, const char *title, const char *family, const char *url, const char *color,
                      const char *letter, bool isLocal = false)
{
    ProviderPreset made;
    made.id = QString::fromLatin1(id);
    made.title = QString::fromLatin1(title);
    made.family = QString::fromLatin1(family);
    made.baseUrl = QString::fromLatin1(url);
    made.keyUrl = isLocal ? QString() : QStringLiteral("https://console.example.com/keys");
    made.color = QString::fromLatin1(color);
    made.letter = QString::fromLatin1(letter);
    made.needsKey = !isLocal;
    made.isLocal = isLocal;
    made.testModel = isLocal ? QString() : QStringLiteral("small-model");
    return made;
}

ProviderKeyView key(const char *name, const char *lastFour)
{
    ProviderKeyView made;
    made.id = QString::fromLatin1(name);
    made.name = QString::fromLatin1(name);
    made.lastFour = QString::fromLatin1(lastFour);
    made.redactedValue = QStringLiteral("sk-a****") + made.lastFour;
    made.hasValue = true;
    made.models = {QStringLiteral("*")};
    return made;
}

ProviderView provider(const ProviderPreset &from, ProviderHealth health, const char *reason, int requests, int errors)
{
    ProviderView made;
    made.name = from.id;
    made.title = from.title;
    made.preset = from.id;
    made.family = from.family;
    made.needsKey = from.needsKey;
    made.network.baseUrl = from.baseUrl;
    made.health = health;
    made.healthReason = QString::fromUtf8(reason);
    made.requestsLastHour = requests;
    made.errorsLastHour = errors;
    if (from.needsKey)
        made.keys = {key("work", "3fQA")};
    return made;
}

} // namespace

QList<ProviderPreset> samplePresets()
{
    return {preset("openai", "OpenAI", "openai", "https://api.openai.com", "#1F7A6B", "O"),
            preset("anthropic", "Anthropic", "anthropic", "https://api.anthropic.com", "#B5522B", "A"),
            preset("openrouter", "OpenRouter", "openai", "https://openrouter.ai/api", "#5B5FC7", "R"),
            preset("groq", "Groq", "openai", "https://api.groq.com/openai", "#B8431F", "G"),
            preset("mistral", "Mistral", "openai", "https://api.mistral.ai", "#A85A00", "M"),
            preset("deepseek", "DeepSeek", "openai", "https://api.deepseek.com", "#3558C8", "D"),
            preset("xai", "xAI", "openai", "https://api.x.ai", "#14171C", "X"),
            preset("cerebras", "Cerebras", "openai", "https://api.cerebras.ai", "#C0431D", "C"),
            preset("fireworks", "Fireworks AI", "openai", "https://api.fireworks.ai", "#6B3FC0", "F"),
            preset("nebius", "Nebius Token Factory", "openai", "https://api.tokenfactory.nebius.com", "#2C5E3F", "N"),
            preset("ollama", "Ollama", "openai", "http://localhost:11434", "#3A424E", "L", true),
            preset("lmstudio", "LM Studio", "openai", "http://localhost:1234", "#3E3E93", "S", true),
            preset("llamacpp", "llama.cpp server", "openai", "http://localhost:8081", "#7A4B1E", "C", true),
            preset("vllm", "vLLM", "openai", "http://localhost:8000", "#1E5F8A", "V", true)};
}

QList<ProviderView> sampleProviders()
{
    const QList<ProviderPreset> presets = samplePresets();
    QList<ProviderView> providers{
        provider(presets[1], ProviderHealth::Healthy, "", 1284, 14),
        provider(presets[3], ProviderHealth::RateLimited, "answered 429, free in 27 s", 311, 21),
        provider(presets[4], ProviderHealth::KeyRejected, "answered 401 at 13:58", 12, 12),
        provider(presets[10], ProviderHealth::Healthy, "", 42, 0),
        provider(presets[0], ProviderHealth::Healthy, "", 802, 5),
        provider(presets[2], ProviderHealth::Slow, "first token takes 14 s since 14:27", 58, 1),
    };
    providers[0].keys.append(key("personal", "9kLm"));
    providers[0].keys[1].isInMemoryOnly = true;
    ProviderKeyView off = key("trial", "x0Pz");
    off.isEnabled = false;
    off.models = {QStringLiteral("claude-haiku-4-5")};
    providers[0].keys.append(off);
    ProviderView custom;
    custom.name = QStringLiteral("zentrale-inferenz-rechenzentrum-frankfurt");
    custom.title = QStringLiteral("Zentrale Inferenzplattform Rechenzentrum Frankfurt am Main");
    custom.family = QStringLiteral("openai");
    custom.isCustom = true;
    custom.isEnabled = false;
    custom.network.baseUrl = QStringLiteral("https://inferenz.example.com");
    custom.keys = {key("abteilung", "7Tqz")};
    providers.append(custom);
    return providers;
}

namespace {

gateway::api::LimitView limit(gateway::api::LimitUnit unit, qint64 most, qint64 used, const char *window)
{
    gateway::api::LimitView view;
    view.id = QStringLiteral("limit-%1-%2").arg(most).arg(used);
    view.unit = unit;
    view.most = most;
    view.used = used;
    view.window = QLatin1String(window);
    if (used > 0)
        view.began = QDateTime(QDate::currentDate(), QTime(0, 0)).toUTC();
    view.resetsAt = QDateTime(QDate::currentDate().addDays(1), QTime(0, 0)).toUTC();
    return view;
}

gateway::api::VirtualKeyView virtualKey(const char *name, const char *prefix,
                                        const QList<gateway::api::LimitView> &limits)
{
    gateway::api::VirtualKeyView key;
    key.id = QLatin1String(name);
    key.name = QLatin1String(name);
    key.shownPrefix = QLatin1String(prefix);
    key.limits = limits;
    return key;
}

} // namespace

QList<gateway::api::VirtualKeyView> sampleVirtualKeys()
{
    using gateway::api::LimitUnit;
    constexpr qint64 dollar = 1'000'000'000;
    const auto perMinute = limit(LimitUnit::Requests, 60, 3, "1m");
    QList<gateway::api::VirtualKeyView> keys{
        virtualKey("claude-code", "sk-bf-7Qxw", {limit(LimitUnit::Money, 20 * dollar, 6'020'000'000, "1d"), perMinute}),
        virtualKey("codex", "sk-bf-p2Ma", {limit(LimitUnit::Money, 10 * dollar, 2'310'000'000, "1d"), perMinute}),
        virtualKey("gemini-cli", "sk-bf-0aTk", {limit(LimitUnit::Money, 5 * dollar, 4'420'000'000, "1d"), perMinute}),
        virtualKey("nightly-eval", "sk-bf-Zk9e", {limit(LimitUnit::Money, 5 * dollar, 5 * dollar, "1d")}),
        virtualKey("zed", "sk-bf-u4R1", {}),
        virtualKey("librechat", "sk-bf-M1cc", {limit(LimitUnit::Tokens, 2'000'000, 84'212, "1h")}),
        virtualKey("old-laptop", "sk-bf-B7ef", {limit(LimitUnit::Money, 10 * dollar, 0, "1M")}),
    };
    gateway::api::VirtualKeyProviderView openai;
    openai.provider = QStringLiteral("openai");
    openai.allowedModels = {QStringLiteral("gpt-5.4"), QStringLiteral("gpt-5.4-nano")};
    keys[1].providers = {openai};
    keys[1].allowsAllProviders = false;
    keys[5].isPrivate = true;
    keys[6].expiresAt = QDateTime(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);
    return keys;
}

QList<gateway::api::SharedLimitsView> sampleSharedLimits()
{
    using gateway::api::LimitUnit;
    constexpr qint64 dollar = 1'000'000'000;
    gateway::api::LimitView month = limit(LimitUnit::Money, 400 * dollar, 284'170'400'000, "1M");
    month.isCalendarAligned = true;
    month.forecast = 371 * dollar;
    gateway::api::LimitView day = limit(LimitUnit::Money, 20 * dollar, 18'420'000'000, "1d");
    day.forecast = 26 * dollar;
    gateway::api::LimitView alias = limit(LimitUnit::Tokens, 2'000'000, 2'000'000, "1h");
    alias.extra = 500'000;
    alias.extraUntil = alias.resetsAt;
    return {{QStringLiteral("all"), {}, {}, {month, day}, {}, {}},
            {QStringLiteral("provider"),
             QStringLiteral("openai"),
             {},
             {limit(LimitUnit::Requests, 500, 112, "1m")},
             {},
             {}},
            {QStringLiteral("alias"), {}, QStringLiteral("deep"), {alias}, {}, {}}};
}

QList<gateway::api::TeamView> sampleTeams()
{
    using gateway::api::LimitUnit;
    constexpr qint64 dollar = 1'000'000'000;
    return {{QStringLiteral("research"),
             QStringLiteral("Research"),
             QStringLiteral("contoso"),
             {limit(LimitUnit::Money, 60 * dollar, 8'330'000'000, "1w")},
             {},
             {}},
            {QStringLiteral("support"), QStringLiteral("Support"), {}, {}, {}, {}}};
}

QList<gateway::api::CustomerView> sampleCustomers()
{
    using gateway::api::LimitUnit;
    constexpr qint64 dollar = 1'000'000'000;
    return {{QStringLiteral("contoso"),
             QStringLiteral("Contoso"),
             {limit(LimitUnit::Money, 900 * dollar, 810 * dollar, "1M")},
             {},
             {}}};
}

void fillWithSamples(FakeGateway &gateway)
{
    gateway.knownPresets = samplePresets();
    gateway.storedProviders = sampleProviders();
    gateway.fakeGovernance.storedKeys = sampleVirtualKeys();
    gateway.currentStatus.inFlight = 3;
    gateway.currentStatus.storedRequests = 48213;
    gateway.currentStatus.storedBytes = 2'140'000'000;
}

} // namespace support
