#include "app/clients/client_files.h"

#include "app/clients/json_edit.h"
#include "app/clients/line_edit.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace app::clients {

namespace {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;
using ui::ClientPlan;
using ui::ClientState;
using ui::ClientTool;
using ui::FileEdit;

constexpr qint64 largestFile = 4 * 1024 * 1024; // no settings are larger

QString translated(const char *text)
{
    return QCoreApplication::translate("ClientFiles", text);
}

struct FileText {
    QByteArray text;
    bool exists = false;
};

Result<FileText> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return FileText();
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(Error::internal(ErrorCode::StorageFailed,
                                          translated(QT_TRANSLATE_NOOP("ClientFiles", "%1 cannot be read: %2"))
                                              .arg(QDir::toNativeSeparators(path), file.errorString())
                                              .toStdString()));
    if (file.size() > largestFile)
        return unexpected(Error::client(
            ErrorCode::InvalidRequest,
            translated(QT_TRANSLATE_NOOP("ClientFiles", "%1 is too large for settings.")).arg(path).toStdString()));
    return FileText{file.readAll(), true};
}

// Whole or not at all. A file that is new is for this user alone: it may hold a key.
Result<bool> writeFile(const QString &path, const QByteArray &text)
{
    const bool isNew = !QFile::exists(path);
    QSaveFile file(path);
    const auto failure = [&] {
        return unexpected(Error::internal(ErrorCode::StorageFailed,
                                          translated(QT_TRANSLATE_NOOP("ClientFiles", "%1 cannot be written: %2"))
                                              .arg(QDir::toNativeSeparators(path), file.errorString())
                                              .toStdString()));
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly))
        return failure();
    if (isNew)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(text) != text.size() || !file.commit())
        return failure();
    return true;
}

Result<QByteArray> withSetting(const QByteArray &text, const Setting &setting)
{
    switch (setting.format) {
    case FileFormat::Json: return withJsonText(text, setting.path, setting.value);
    case FileFormat::Toml: return withTomlText(text, setting.path.at(0), setting.path.at(1), setting.value);
    case FileFormat::Variables: break;
    }
    return withVariable(text, setting.path.at(0), setting.value);
}

Result<std::optional<QString>> valueOf(const QByteArray &text, const Setting &setting)
{
    switch (setting.format) {
    case FileFormat::Json: return jsonTextAt(text, setting.path);
    case FileFormat::Toml: return tomlTextAt(text, setting.path.at(0), setting.path.at(1));
    case FileFormat::Variables: break;
    }
    return variableIn(text, setting.path.at(0));
}

// What the format wants of a file that is not there yet.
QByteArray emptyText(const Setting &setting)
{
    return setting.format == FileFormat::Json ? QByteArray("{}\n") : QByteArray();
}

Recipe recipeOf(const QString &toolId, const QString &baseUrl, const QString &key)
{
    const QList<Recipe> all = recipes(baseUrl, key);
    const auto found =
        std::find_if(all.begin(), all.end(), [&toolId](const Recipe &recipe) { return recipe.id == toolId; });
    return found == all.end() ? Recipe() : *found;
}

} // namespace

ClientPlaces usualPlaces(const QString &dataFolder)
{
    return {QDir::homePath(), QDir(dataFolder).filePath(QStringLiteral("safety-copies")),
            [](const QString &program) { return QStandardPaths::findExecutable(program); },
            [](const QString &variable) { return qEnvironmentVariable(variable.toLatin1().constData()); }};
}

// --- what is there

ClientTool ClientFiles::describe(const Recipe &recipe) const
{
    const QDir home(m_places.home);
    ClientTool tool;
    tool.id = recipe.id;
    tool.name = recipe.name;
    tool.hasSafetyCopy = !safetyCopy(recipe.id).isEmpty();
    tool.foundAt = m_places.findProgram(recipe.program);
    if (tool.foundAt.isEmpty() && home.exists(recipe.folder))
        tool.foundAt = home.filePath(recipe.folder);
    tool.state = tool.foundAt.isEmpty() ? ClientState::NotFound : ClientState::NotConnected;
    bool isComplete = true;
    for (const Setting &setting : recipe.settings) {
        const auto file = readFile(home.filePath(setting.file));
        const auto value = file ? valueOf(file->text, setting) : unexpected(file.error());
        if (!value) {
            tool.state = ClientState::Unreadable;
            return tool;
        }
        const bool isAddress = &setting == &recipe.settings.first();
        if (isAddress && *value && **value != setting.value) {
            tool.state = ClientState::Elsewhere;
            tool.otherAddress = **value;
            return tool;
        }
        isComplete = isComplete && *value && (setting.isKey || **value == setting.value);
    }
    if (isComplete)
        tool.state = ClientState::Connected;
    return tool;
}

QList<ClientTool> ClientFiles::tools(const QString &baseUrl) const
{
    QList<ClientTool> tools;
    for (const Recipe &recipe : recipes(baseUrl, {}))
        tools.append(describe(recipe));
    return tools;
}

// --- what would be written

ClientPlan ClientFiles::connectPlan(const QString &toolId, const QString &baseUrl, const QString &key) const
{
    const Recipe recipe = recipeOf(toolId, baseUrl, key);
    ClientPlan plan;
    for (const Setting &setting : recipe.settings) {
        const QString path = QDir(m_places.home).filePath(setting.file);
        auto edit = std::find_if(plan.files.begin(), plan.files.end(),
                                 [&path](const FileEdit &each) { return each.path == path; });
        if (edit == plan.files.end()) {
            const auto file = readFile(path);
            if (!file) {
                plan.problem = QString::fromStdString(file.error().message);
                return plan;
            }
            plan.files.append({path, file->text, file->text, file->exists, false});
            edit = plan.files.end() - 1;
        }
        const auto changed = withSetting(edit->after, setting);
        if (!changed) {
            plan.problem =
                QDir::toNativeSeparators(path) + QStringLiteral(": ") + QString::fromStdString(changed.error().message);
            return plan;
        }
        edit->after = *changed;
    }
    plan.files.removeIf([](const FileEdit &edit) { return edit.exists && edit.before == edit.after; });
    for (const QString &variable : recipe.variables) {
        if (const QString value = m_places.environment(variable); !value.isEmpty())
            plan.warnings.append(
                translated(QT_TRANSLATE_NOOP("ClientFiles",
                                             "%1 is set in the environment, and counts before what is in the file."))
                    .arg(variable));
    }
    return plan;
}

QString ClientFiles::snippet(const QString &toolId, const QString &baseUrl, const QString &key) const
{
    const Recipe recipe = recipeOf(toolId, baseUrl, key);
    QStringList files;
    QHash<QString, QByteArray> texts;
    for (const Setting &setting : recipe.settings) {
        if (!texts.contains(setting.file)) {
            files.append(setting.file);
            texts.insert(setting.file, emptyText(setting));
        }
        if (const auto changed = withSetting(texts.value(setting.file), setting))
            texts.insert(setting.file, *changed);
    }
    QString snippet;
    for (const QString &file : files) {
        if (files.size() > 1)
            snippet += QStringLiteral("~/%1\n").arg(file);
        snippet += QString::fromUtf8(texts.value(file));
        if (file != files.last())
            snippet += QLatin1Char('\n');
    }
    return snippet;
}

// --- safety copies

QString ClientFiles::copyFile(const QString &toolId) const
{
    return QDir(m_places.copies).filePath(toolId + QStringLiteral(".json"));
}

QList<ClientFiles::SavedFile> ClientFiles::safetyCopy(const QString &toolId) const
{
    const auto file = readFile(copyFile(toolId));
    if (!file)
        return {};
    QList<SavedFile> saved;
    const QJsonArray list = QJsonDocument::fromJson(file->text).array();
    for (const auto &value : list) {
        const QJsonObject each = value.toObject();
        const auto bytes = [&each](const char *name) {
            return QByteArray::fromBase64(each.value(QLatin1String(name)).toString().toLatin1());
        };
        saved.append({each.value(QLatin1String("path")).toString(), bytes("before"), bytes("written"),
                      each.value(QLatin1String("existed")).toBool()});
    }
    return saved;
}

// Files that have a copy keep the older one: that is how they were before Bilrost.
Result<bool> ClientFiles::keepSafetyCopy(const QString &toolId, const ClientPlan &plan) const
{
    QList<SavedFile> saved = safetyCopy(toolId);
    for (const FileEdit &edit : plan.files) {
        const auto known =
            std::find_if(saved.begin(), saved.end(), [&edit](const SavedFile &each) { return each.path == edit.path; });
        if (known == saved.end())
            saved.append({edit.path, edit.before, edit.after, edit.exists});
        else
            known->written = edit.after;
    }
    QJsonArray list;
    for (const SavedFile &each : std::as_const(saved)) {
        list.append(QJsonObject{{QStringLiteral("path"), each.path},
                                {QStringLiteral("existed"), each.existed},
                                {QStringLiteral("before"), QString::fromLatin1(each.before.toBase64())},
                                {QStringLiteral("written"), QString::fromLatin1(each.written.toBase64())}});
    }
    return writeFile(copyFile(toolId), QJsonDocument(list).toJson());
}

ClientPlan ClientFiles::restorePlan(const QString &toolId) const
{
    ClientPlan plan;
    plan.isRestore = true;
    for (const SavedFile &saved : safetyCopy(toolId)) {
        const auto file = readFile(saved.path);
        if (!file) {
            plan.problem = QString::fromStdString(file.error().message);
            return plan;
        }
        if (file->text != saved.written)
            plan.warnings.append(
                translated(QT_TRANSLATE_NOOP("ClientFiles", "%1 was changed since; what you see removed goes too."))
                    .arg(QDir::toNativeSeparators(saved.path)));
        if (file->exists != saved.existed || file->text != saved.before)
            plan.files.append({saved.path, file->text, saved.before, file->exists, !saved.existed});
    }
    return plan;
}

// --- writing

Result<bool> ClientFiles::apply(const QString &toolId, const ClientPlan &plan)
{
    for (const FileEdit &edit : plan.files) {
        const auto now = readFile(edit.path);
        if (!now)
            return unexpected(now.error());
        if (now->exists != edit.exists || now->text != edit.before)
            return unexpected(Error::client(
                ErrorCode::Conflict,
                translated(QT_TRANSLATE_NOOP("ClientFiles", "%1 has changed just now. Nothing was written."))
                    .arg(QDir::toNativeSeparators(edit.path))
                    .toStdString()));
    }
    if (!plan.isRestore) {
        if (const auto kept = keepSafetyCopy(toolId, plan); !kept)
            return kept;
    }
    for (const FileEdit &edit : plan.files) {
        if (edit.isRemoved) {
            if (!QFile::remove(edit.path))
                return unexpected(Error::internal(ErrorCode::StorageFailed,
                                                  translated(QT_TRANSLATE_NOOP("ClientFiles", "%1 cannot be removed."))
                                                      .arg(edit.path)
                                                      .toStdString()));
        } else if (const auto written = writeFile(edit.path, edit.after); !written) {
            return written;
        }
    }
    if (plan.isRestore)
        QFile::remove(copyFile(toolId));
    return true;
}

} // namespace app::clients
