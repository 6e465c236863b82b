// Writes the settings of other programs, after a safety copy, and brings the copies back.
#pragma once

#include "app/clients/client_recipes.h"
#include "ui/client_setup.h"

#include <QString>

#include <functional>

namespace app::clients {

// Where things are; tests have folders of their own.
struct ClientPlaces {
    QString home;
    QString copies;                                              // below the data folder, readable for this user alone
    std::function<QString(const QString &program)> findProgram;  // its path, or empty
    std::function<QString(const QString &variable)> environment; // its value, or empty
};

ClientPlaces usualPlaces(const QString &dataFolder);

// GUI thread. A safety copy holds the files as they were before Bilrost connected the program for the first time since
// it was last restored. It is written, whole, before a file is changed, so a restore survives a crash in between.
class ClientFiles final : public ui::ClientSetup {
public:
    explicit ClientFiles(ClientPlaces places) : m_places(std::move(places)) {}

    QList<ui::ClientTool> tools(const QString &baseUrl) const override;
    ui::ClientPlan connectPlan(const QString &toolId, const QString &baseUrl, const QString &key) const override;
    ui::ClientPlan restorePlan(const QString &toolId) const override;
    QString snippet(const QString &toolId, const QString &baseUrl, const QString &key) const override;
    gateway::Result<bool> apply(const QString &toolId, const ui::ClientPlan &plan) override;

private:
    struct SavedFile {
        QString path;
        QByteArray before;
        QByteArray written; // what Bilrost made of it
        bool existed = false;
    };

    QString copyFile(const QString &toolId) const;
    QList<SavedFile> safetyCopy(const QString &toolId) const;
    gateway::Result<bool> keepSafetyCopy(const QString &toolId, const ui::ClientPlan &plan) const;
    ui::ClientTool describe(const Recipe &recipe) const;

    ClientPlaces m_places;
};

} // namespace app::clients
