#include "ui/widgets/expression_edit.h"

#include "ui/look/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStringListModel>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTextEdit>

#include <algorithm>

namespace ui::widgets {

using gateway::RequestState;
using gateway::api::ExpressionProblem;

namespace {

// What the language has besides the variables and is worth completing.
const QStringList &functionNames()
{
    static const QStringList names{QStringLiteral("contains"),   QStringLiteral("endsWith"), QStringLiteral("exists"),
                                   QStringLiteral("false"),      QStringLiteral("has"),      QStringLiteral("in"),
                                   QStringLiteral("lowerAscii"), QStringLiteral("matches"),  QStringLiteral("size"),
                                   QStringLiteral("startsWith"), QStringLiteral("true")};
    return names;
}

bool isWordLetter(QChar letter)
{
    return letter.isLetterOrNumber() || letter == QLatin1Char('_');
}

// The place in the document of a line and a column in code points, both from 1.
int documentPosition(const QTextDocument &document, int line, int column)
{
    const QTextBlock block = document.findBlockByNumber(line - 1);
    if (!block.isValid())
        return document.characterCount() - 1;
    const QString text = block.text();
    qsizetype place = 0;
    for (int point = 1; point < column && place < text.size(); ++point)
        place += text.at(place).isHighSurrogate() ? 2 : 1;
    return block.position() + static_cast<int>(place);
}

} // namespace

class ExpressionHighlighter : public QSyntaxHighlighter {
public:
    ExpressionHighlighter(QTextDocument *document, const look::Theme &theme)
        : QSyntaxHighlighter(document), m_theme(theme)
    {
    }

    void setVariables(const QStringList &names)
    {
        m_variables = names;
        rehighlight();
    }

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression token(
            QStringLiteral(R"re("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\b\d[\w.]*|\b[A-Za-z_]\w*)re"));
        for (auto match = token.globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            const QString word = found.captured();
            const QChar first = word.at(0);
            QColor ink;
            if (first == QLatin1Char('"') || first == QLatin1Char('\''))
                ink = m_theme.stateColor(RequestState::Succeeded);
            else if (first.isDigit())
                ink = m_theme.stateColor(RequestState::ClientError);
            else if (m_variables.contains(word))
                ink = m_theme.color(look::ColorRole::Link);
            else
                continue;
            setFormat(static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength()), ink);
        }
    }

private:
    const look::Theme &m_theme;
    QStringList m_variables;
};

ExpressionEdit::ExpressionEdit(const look::Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_highlighter(new ExpressionHighlighter(document(), theme))
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(functionNames(), this))
{
    setProperty("textStyle", QStringLiteral("mono"));
    setTabChangesFocus(true);
    setFixedHeight(3 * QFontMetrics(theme.font(look::TextStyle::Mono)).lineSpacing() + 14);
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setObjectName(QStringLiteral("expression_completions"));
    m_completer->popup()->setAccessibleName(tr("Names that fit"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ExpressionEdit::insertWord);
    connect(this, &QPlainTextEdit::textChanged, this, &ExpressionEdit::takeText);
    connect(&theme, &look::Theme::changed, this, &ExpressionEdit::applyTheme);
}

void ExpressionEdit::setVariables(const QStringList &names)
{
    QStringList words = names + functionNames();
    words.sort(Qt::CaseInsensitive);
    m_words->setStringList(words);
    m_highlighter->setVariables(names);
}

void ExpressionEdit::setCheck(Check check)
{
    m_check = std::move(check);
    takeText();
}

void ExpressionEdit::takeText()
{
    m_problem = m_check ? m_check(toPlainText()) : std::nullopt;
    markProblem();
    emit checked();
}

// A wave under the word where the mistake is; under the last letter when the end is missing.
void ExpressionEdit::markProblem()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_problem && !toPlainText().isEmpty()) {
        const QString text = toPlainText();
        int from = std::min(documentPosition(*document(), m_problem->line, m_problem->column),
                            static_cast<int>(text.size()) - 1);
        from = std::max(from, 0);
        int until = from + 1;
        while (until < text.size() && isWordLetter(text.at(from)) && isWordLetter(text.at(until)))
            ++until;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(from);
        mark.cursor.setPosition(until, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(m_theme.stateColor(RequestState::UpstreamError));
        mark.format.setBackground(m_theme.stateGround(RequestState::UpstreamError));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void ExpressionEdit::applyTheme()
{
    m_highlighter->rehighlight();
    markProblem();
}

QString ExpressionEdit::wordBeforeCursor() const
{
    const QString line = textCursor().block().text();
    const qsizetype end = textCursor().positionInBlock();
    qsizetype begin = end;
    while (begin > 0 && isWordLetter(line.at(begin - 1)))
        --begin;
    return line.mid(begin, end - begin);
}

bool ExpressionEdit::isInText() const
{
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    QChar open;
    for (qsizetype place = 0; place < line.size(); ++place) {
        const QChar letter = line.at(place);
        if (!open.isNull() && letter == QLatin1Char('\\'))
            ++place;
        else if (letter == open)
            open = QChar();
        else if (open.isNull() && (letter == QLatin1Char('"') || letter == QLatin1Char('\'')))
            open = letter;
    }
    return !open.isNull();
}

void ExpressionEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isOffering = m_completer->popup()->isVisible();
    const int key = event->key();
    const bool isForOffer = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_Tab
                            || key == Qt::Key_Backtab;
    if (isOffering && isForOffer) {
        event->ignore(); // the list takes it
        return;
    }
    const bool isAsked = key == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier);
    if (!isAsked)
        QPlainTextEdit::keyPressEvent(event);
    const bool isTyped = !event->text().isEmpty() && isWordLetter(event->text().at(0));
    if (isAsked || isTyped || (isOffering && key == Qt::Key_Backspace))
        offer(isAsked);
    else
        m_completer->popup()->hide();
}

void ExpressionEdit::offer(bool isAsked)
{
    const QString word = wordBeforeCursor();
    m_completer->setCompletionPrefix(word);
    const bool isComplete = m_completer->completionCount() == 1 && m_completer->currentCompletion() == word;
    if (isInText() || (word.isEmpty() && !isAsked) || m_completer->completionCount() == 0 || isComplete) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0)
                   + m_completer->popup()->verticalScrollBar()->sizeHint().width() + 16);
    m_completer->complete(place);
}

void ExpressionEdit::insertWord(const QString &word)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(wordBeforeCursor().size()));
    cursor.insertText(word);
    setTextCursor(cursor);
}

} // namespace ui::widgets
