#include "ui/shell/configuration_export.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include "ui/user_prompt.h"

namespace ui::shell {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ConfigurationExport)
};

} // namespace

QString chooseConfigurationFile(QWidget *parent, const QString &suggestedName)
{
    return QFileDialog::getSaveFileName(parent, Text::tr("Export configuration"), suggestedName,
                                        Text::tr("Configuration (*.json)"));
}

void exportConfiguration(QWidget &window, gateway::api::GatewayFacade &gateway, UserPrompt &prompt,
                         const FileChoice &choose)
{
    const QString path = choose(&window, QStringLiteral("config.json"));
    if (path.isEmpty())
        return;
    const QByteArray configuration = gateway.exportConfiguration();
    QSaveFile file(path);
    const auto nothing = [](const Answer &) {};
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration) != configuration.size() || !file.commit()) {
        prompt.ask(&window,
                   {Text::tr("The configuration was not exported"),
                    Text::tr("%1: %2", "file, problem").arg(path, file.errorString()),
                    {Text::tr("Close")}},
                   nothing);
        return;
    }
    prompt.ask(&window,
               {Text::tr("The configuration is in %1").arg(QFileInfo(path).fileName()),
                Text::tr("It has no secrets. Keys from variables stand in it as env.NAME; a Bilrost that has the other "
                         "keys keeps them, and elsewhere they have to be entered again."),
                {Text::tr("Close")}},
               nothing);
}

} // namespace ui::shell
