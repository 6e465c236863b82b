#include "app/clients/client_recipes.h"

namespace app::clients {

namespace {

Setting key(Setting setting)
{
    setting.isKey = true;
    return setting;
}

QString text(const char *value)
{
    return QString::fromLatin1(value);
}

Setting json(const char *file, const char *path, const QString &value)
{
    return {text(file), FileFormat::Json, text(path).split(QLatin1Char('/')), value};
}

Setting toml(const char *table, const char *key, const QString &value)
{
    return {text(".codex/config.toml"), FileFormat::Toml, {text(table), text(key)}, value};
}

Setting variable(const char *file, const char *name, const QString &value)
{
    return {text(file), FileFormat::Variables, {text(name)}, value};
}

// https://docs.claude.com/en/docs/claude-code/settings: "env" holds variables for every session.
Recipe claudeCode(const QString &baseUrl, const QString &shown)
{
    constexpr auto file = ".claude/settings.json";
    return {text("claude-code"),
            text("Claude Code"),
            text("claude"),
            text(".claude"),
            {},
            {json(file, "env/ANTHROPIC_BASE_URL", baseUrl + text("/anthropic")),
             key(json(file, "env/ANTHROPIC_AUTH_TOKEN", shown))}};
}

// Codex does not read OPENAI_BASE_URL; a provider of its own needs no login, and no WebSocket is tried.
Recipe codex(const QString &baseUrl, const QString &shown)
{
    constexpr auto table = "model_providers.bilrost";
    return {text("codex"),
            text("Codex"),
            text("codex"),
            text(".codex"),
            {},
            {toml(table, "base_url", baseUrl + text("/openai/v1")), toml("", "model_provider", text("bilrost")),
             toml(table, "name", text("Bilrost")), toml(table, "wire_api", text("responses")),
             key(toml("model_providers.bilrost.http_headers", "authorization", text("Bearer ") + shown))}};
}

// With an address in its environment Gemini CLI chooses a way to sign in that it then refuses, unless this one is set.
Recipe geminiCli(const QString &baseUrl, const QString &shown)
{
    constexpr auto file = ".gemini/.env";
    return {text("gemini-cli"),
            text("Gemini CLI"),
            text("gemini"),
            text(".gemini"),
            {text("GOOGLE_GEMINI_BASE_URL"), text("GEMINI_API_KEY")},
            {variable(file, "GOOGLE_GEMINI_BASE_URL", baseUrl + text("/genai")),
             key(variable(file, "GEMINI_API_KEY", shown)),
             json(".gemini/settings.json", "security/auth/selectedType", text("gemini-api-key"))}};
}

Recipe qwenCode(const QString &baseUrl, const QString &shown)
{
    constexpr auto file = ".qwen/.env";
    return {text("qwen-code"),
            text("Qwen Code"),
            text("qwen"),
            text(".qwen"),
            {text("OPENAI_BASE_URL"), text("OPENAI_API_KEY")},
            {variable(file, "OPENAI_BASE_URL", baseUrl + text("/openai/v1")),
             key(variable(file, "OPENAI_API_KEY", shown)),
             json(".qwen/settings.json", "security/auth/selectedType", text("openai"))}};
}

// https://opencode.ai/docs/providers: the models of its own list, asked through us.
Recipe openCode(const QString &baseUrl, const QString &shown)
{
    constexpr auto file = ".config/opencode/opencode.json";
    return {text("opencode"),
            text("opencode"),
            text("opencode"),
            text(".config/opencode"),
            {},
            {json(file, "provider/openai/options/baseURL", baseUrl + text("/openai/v1")),
             key(json(file, "provider/openai/options/apiKey", shown)),
             json(file, "provider/anthropic/options/baseURL", baseUrl + text("/anthropic/v1")),
             key(json(file, "provider/anthropic/options/apiKey", shown))}};
}

} // namespace

QList<Recipe> recipes(const QString &baseUrl, const QString &key)
{
    return {claudeCode(baseUrl, key), codex(baseUrl, key), geminiCli(baseUrl, key), qwenCode(baseUrl, key),
            openCode(baseUrl, key)};
}

} // namespace app::clients
