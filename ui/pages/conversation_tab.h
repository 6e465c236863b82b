// The conversation of one request, assembled; a running answer is read here as it arrives.
#pragma once

#include "ui/models/conversation_items.h"
#include "ui/pages/detail_tab.h"

#include <QSet>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui::look {
class Theme;
}
namespace ui::widgets {
class MessageList;
}

namespace ui::pages {

class ConversationTab : public DetailTab {
    Q_OBJECT
public:
    explicit ConversationTab(const look::Theme &theme, QWidget *parent = nullptr);

    void showDetail(const gateway::api::RequestDetail &detail, bool isSameRequest) override;
    QWidget *focusTarget() override;

    void showConversation(const gateway::api::ConversationView &conversation); // live, of the request that is shown
    void showFigures(const gateway::api::RequestSummary &request);             // tokens and timing, live
    const gateway::api::ConversationView &conversation() const { return m_conversation; }
    // What the list was searched for is looked for here, until something else is.
    void lookFor(const QString &searched);

private:
    void rebuild();
    void flip(const QString &foldId);
    void updateFoot();
    void find();
    void step(int by);
    void showFound();
    void copyPart(const models::ConversationItem &item);
    void applyTheme();

    const look::Theme &m_theme;
    QLabel *m_counts;
    QLineEdit *m_find;
    QLabel *m_found;
    QToolButton *m_showAll;
    widgets::MessageList *m_list;
    QWidget *m_foot;
    QToolButton *m_follow;
    QLabel *m_figures;
    gateway::api::ConversationView m_conversation;
    gateway::api::RequestSummary m_request;
    QSet<QString> m_flipped;
    QString m_searched; // by the list
    bool m_hasBodies = false;
    int m_step = 0;
};

} // namespace ui::pages
