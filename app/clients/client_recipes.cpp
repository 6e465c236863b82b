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

Setting json(const QString &file, const char *path, const QString &value)
{
    return {file, FileFormat::Json, text(path).split(QLatin1Char('/')), value};
}

Setting toml(const char *table, const char *key, const QString &value)
{
    return {text(".codex/config.toml"), FileFormat::Toml, {text(table), text(key)}, value};
}

Setting variable(const QString &file, const char *name, const QString &value)
{
    return {file, FileFormat::Variables, {text(name)}, value};
}

// https://docs.claude.com/en/docs/claude-code/settings: "env" holds variables for every session.
Recipe claudeCode(const QString &baseUrl, const QString &shown)
{
    const QString file = text(".claude/settings.json");
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

// A client that reads its address and its key from a file of variables, and its way to sign in from its settings.
struct VariableClient {
    const char *id;
    const char *title;
    const char *program;
    const char *folder; // of its settings, below the user's
    const char *addressName;
    const char *keyName;
    const char *signIn;
    const char *prefix; // of its dialect at the gateway
};

Recipe variableClient(const VariableClient &client, const QString &baseUrl, const QString &shown)
{
    const QString folder = text(client.folder);
    const QString file = folder + text("/.env");
    return {text(client.id),
            text(client.title),
            text(client.program),
            folder,
            {text(client.addressName), text(client.keyName)},
            {variable(file, client.addressName, baseUrl + text(client.prefix)),
             key(variable(file, client.keyName, shown)),
             json(folder + text("/settings.json"), "security/auth/selectedType", text(client.signIn))}};
}

// With an address in its environment Gemini CLI chooses a way to sign in that it then refuses, unless this one is set.
constexpr VariableClient geminiCli{"gemini-cli",     "Gemini CLI",     "gemini", ".gemini", "GOOGLE_GEMINI_BASE_URL",
                                   "GEMINI_API_KEY", "gemini-api-key", "/genai"};
constexpr VariableClient qwenCode{"qwen-code",       "Qwen Code",      "qwen",   ".qwen",
                                  "OPENAI_BASE_URL", "OPENAI_API_KEY", "openai", "/openai/v1"};

// https://opencode.ai/docs/providers: the models of its own list, asked through us.
Recipe openCode(const QString &baseUrl, const QString &shown)
{
    const QString file = text(".config/opencode/opencode.json");
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
    return {claudeCode(baseUrl, key), codex(baseUrl, key), variableClient(geminiCli, baseUrl, key),
            variableClient(qwenCode, baseUrl, key), openCode(baseUrl, key)};
}

} // namespace app::clients
