// What can be done with the selected requests, as actions for menus, shortcuts and the palette.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/inspector_facade.h"

#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QWidget;

namespace ui::look {
class Theme;
}
namespace ui::models {
class RequestTableModel;
}
namespace ui::widgets {
class RequestTableView;
}

namespace ui::pages {

class RequestDetailPane;

// All must outlive the commands.
struct CommandPlaces {
    gateway::api::GatewayFacade &gateway;
    gateway::api::InspectorFacade &inspector;
    const look::Theme &theme;
    const models::RequestTableModel &model;
    widgets::RequestTableView &view;
    RequestDetailPane &detail;
    QWidget &page; // whose actions they are, and over which dialogs stand
};

// Acts on the selected rows, or on the shown request when none is selected.
class RequestCommands : public QObject {
    Q_OBJECT
public:
    // `query`: what the list shows now.
    RequestCommands(const CommandPlaces &places, std::function<gateway::api::HistoryQuery()> query,
                    QObject *parent = nullptr);

    QList<QAction *> actions() const { return m_actions; } // in the order of a menu, with separators
    void update();                                         // what can be done has changed

    void resend();
    void editAndResend();
    void compare();
    void compareWith(const QString &id, const QString &otherId);
    void editComment();

signals:
    void requestWanted(const QString &id); // to be selected as soon as it is in the list
    void removalWanted(const QStringList &ids);

private:
    QAction *add(const char *objectName, const QString &text, const QKeySequence &shortcut,
                 void (RequestCommands::*slot)());
    QAction *addInList(const char *objectName, const QString &text, Qt::Key key, void (RequestCommands::*slot)());
    void addSeparator();
    void makeActions();

    QList<gateway::api::RequestSummary> chosen() const;
    QString chosenId() const;      // of the only one, else empty
    QStringList storedIds() const; // of those that are chosen; what runs is not stored yet
    // The one before it that the cache was filled by: of the same session, else of the same client and model.
    QString idBefore(const QString &id) const;
    bool mustAskForKey(const gateway::api::RequestSummary &request) const;
    void send(const gateway::api::ResendRequest &command);
    void openResendDialog(const gateway::api::RequestDetail &detail);
    void pin();
    void askForRemoval();
    void exportRows();
    void startExport(const gateway::api::ExportRequests &command);
    void cancel();
    void copyAsCurl();
    void copyAsPython();
    void copyAsJavaScript();
    void copyError();
    void copyId();
    void copyLink();

    CommandPlaces m_places;
    std::function<gateway::api::HistoryQuery()> m_query;
    QList<QAction *> m_actions;
    QAction *m_resend = nullptr;
    QAction *m_editAndResend = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_pin = nullptr;
    QAction *m_comment = nullptr;
    QAction *m_copyError = nullptr;
    QAction *m_remove = nullptr;
    QList<QAction *> m_ofOne; // need one request
};

} // namespace ui::pages
