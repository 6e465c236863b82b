// What each known program needs in its own files to ask the gateway.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace app::clients {

enum class FileFormat { Json, Toml, Variables };

// One text in one file. `path` is the way through the objects of JSON; table and key of TOML; the name of a variable.
struct Setting {
    QString file; // below the home folder: ".codex/config.toml"
    FileFormat format = FileFormat::Json;
    QStringList path;
    QString value;
    bool isKey = false; // any value is right
};

struct Recipe {
    QString id;
    QString name;
    QString program;         // as it is called in a terminal
    QString folder;          // of its settings, below the home folder
    QStringList variables;   // of the environment that would count before the files
    QList<Setting> settings; // the first holds the address
};

// For a gateway at `baseUrl` and what the program shall show as its key.
QList<Recipe> recipes(const QString &baseUrl, const QString &key);

} // namespace app::clients
