// Settings of other programs, as they are found on a computer: what is set there can be read again, and setting it twice
// changes nothing more.
#include "app/clients/json_edit.h"
#include "app/clients/line_edit.h"

#include <cstdint>
#include <cstdlib>

using namespace app::clients;

namespace {

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

const QString address = QStringLiteral("http://127.0.0.1:8080/anthropic");

void editJson(const QByteArray &text, const QStringList &path)
{
    static_cast<void>(jsonTextAt(text, path));
    const auto changed = withJsonText(text, path, address);
    if (!changed)
        return;
    const auto found = jsonTextAt(*changed, path);
    require(found && *found == address);
    require(*withJsonText(*changed, path, address) == *changed);
}

void editToml(const QByteArray &text, const QString &table)
{
    const QString key = QStringLiteral("base_url");
    static_cast<void>(tomlTextAt(text, table, key));
    const auto changed = withTomlText(text, table, key, address);
    if (!changed)
        return;
    const auto found = tomlTextAt(*changed, table, key);
    require(found && *found == address);
    require(*withTomlText(*changed, table, key, address) == *changed);
}

void editVariables(const QByteArray &text)
{
    const QString name = QStringLiteral("OPENAI_BASE_URL");
    const QByteArray changed = withVariable(text, name, address);
    require(variableIn(changed, name) == address);
    require(withVariable(changed, name, address) == changed);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    editJson(text, {QStringLiteral("env"), QStringLiteral("URL")});
    editJson(text, {QStringLiteral("url")});
    editToml(text, {});
    editToml(text, QStringLiteral("model_providers.bilrost"));
    editVariables(text);
    return 0;
}
