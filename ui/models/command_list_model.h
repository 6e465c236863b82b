// The commands that fit what is typed in the palette, best first.
#pragma once

#include <QAbstractTableModel>
#include <QIcon>
#include <QList>
#include <QString>

#include <functional>

namespace ui::models {

struct Command {
    QString text;   // "Add provider", "Anthropic"
    QString detail; // its keys, or what it is: "Ctrl+1", "provider"
    QIcon icon;
    QChar prefix; // that narrows to its kind: '>' commands, '@' providers, '#' virtual keys, '/' aliases and rules
    std::function<void()> run;
};

// How well `text` fits what is typed; 0: not at all. Every typed word must begin a word, stand in one, or, letter by
// letter, run through the text.
int fitOf(const QString &text, const QString &typed);

class CommandListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Text, Detail, ColumnCount };

    CommandListModel(QList<Command> commands, QObject *parent);

    void setTyped(const QString &typed); // a prefix narrows to its kind
    const Command *commandAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Command> m_commands;
    QList<qsizetype> m_shown; // places in m_commands
};

} // namespace ui::models
