// A field for the expression of a rule: completes names, colours the parts, marks the character that is wrong.
#pragma once

#include "gateway/api/routing_rule_views.h"

#include <QPlainTextEdit>

#include <functional>
#include <optional>

class QCompleter;
class QStringListModel;

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class ExpressionHighlighter;

class ExpressionEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    using Check = std::function<std::optional<gateway::api::ExpressionProblem>(const QString &)>;

    explicit ExpressionEdit(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it

    void setVariables(const QStringList &names); // completed as they are typed; Ctrl+Space offers all
    void setCheck(Check check);                  // asked at every change
    const std::optional<gateway::api::ExpressionProblem> &problem() const { return m_problem; }

signals:
    void checked(); // problem() is of the text that is shown

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString wordBeforeCursor() const;
    bool isInText() const; // between quotes, where nothing is completed
    void offer(bool isAsked);
    void insertWord(const QString &word);
    void takeText();
    void markProblem();
    void applyTheme();

    const look::Theme &m_theme;
    ExpressionHighlighter *m_highlighter;
    QCompleter *m_completer;
    QStringListModel *m_words;
    Check m_check;
    std::optional<gateway::api::ExpressionProblem> m_problem;
};

} // namespace ui::widgets
