// Turns a conversation into the flat list of lines and blocks that is drawn, with what is folded left out.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/base/request_state.h"

#include <QList>
#include <QSet>
#include <QString>

namespace ui::models {

struct ConversationItem {
    enum class Kind {
        Role, // who speaks
        Fold, // opens and closes what follows
        Text, // one piece of running text
        Code, // one piece of text in a frame
        Link, // shows the rest of a long part
        Note, // media that is not shown, or why there is nothing
        Gap,  // divider between messages
    };
    Kind kind = Kind::Text;
    QString title;
    QString info; // quiet, beside the title
    QString text;
    QString foldId; // for Fold and Link
    bool isOpen = false;
    bool isMono = false;      // the title is a name of a tool
    bool isFirstPiece = true; // of a part that was cut into pieces
    bool isLastPiece = true;
    bool isQuiet = false;  // reasoning
    bool hasCaret = false; // the stream writes here
    gateway::api::MessageRole role = gateway::api::MessageRole::User;
    gateway::api::PartKind part = gateway::api::PartKind::Text;
    bool isAnswer = false;
    int message = -1; // place in the conversation
    int partIndex = -1;

    bool operator==(const ConversationItem &) const = default;
};

// What is known of the answer beside its text.
struct AnswerFacts {
    gateway::RequestState state = gateway::RequestState::Succeeded;
    QString model;
    QString timing; // "0.74 s to first token"
};

// `flipped`: fold ids that the user changed from their first state. System text, earlier turns, reasoning and long
// parts start folded, the answer does not. `showsAll`: nothing starts folded.
QList<ConversationItem> conversationItems(const gateway::api::ConversationView &conversation, const AnswerFacts &answer,
                                          const QSet<QString> &flipped, bool showsAll);

// The whole part an item belongs to, for copying.
QString partText(const gateway::api::ConversationView &conversation, const ConversationItem &item);
int toolCallCount(const gateway::api::ConversationView &conversation);

} // namespace ui::models
