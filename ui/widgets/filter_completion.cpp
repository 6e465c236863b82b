#include "ui/widgets/filter_completion.h"

#include "ui/models/filter_language.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStringListModel>

namespace ui::widgets {

FilterCompletion::FilterCompletion(QLineEdit &field, std::function<QStringList(const QString &)> values)
    : QObject(&field)
    , m_field(field)
    , m_values(std::move(values))
    , m_choices(new QStringListModel(this))
    , m_completer(new QCompleter(m_choices, this))
{
    m_completer->setWidget(&field);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->popup()->setObjectName(QStringLiteral("filterChoices"));
    m_completer->popup()->setAccessibleName(tr("What can be written here"));
    connect(&field, &QLineEdit::textEdited, this, &FilterCompletion::offer);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterCompletion::take);
}

// Behind the last space or bracket that is not inside of quotation marks.
qsizetype FilterCompletion::termBegin() const
{
    const QString text = m_field.text().left(m_field.cursorPosition());
    qsizetype begin = 0;
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (!isQuoted && (text[at].isSpace() || text[at] == QLatin1Char('(')))
            begin = at + 1;
    }
    if (begin < text.size() && text[begin] == QLatin1Char('-'))
        ++begin;
    return begin;
}

void FilterCompletion::offer()
{
    const qsizetype begin = termBegin();
    const QString term = m_field.text().mid(begin, m_field.cursorPosition() - begin);
    static const QRegularExpression inValue(QStringLiteral("^([A-Za-z_]+)(!=|[:=])(?:.*,)?\"?([^,\"]*)$"));
    const QRegularExpressionMatch match = inValue.match(term);
    QString prefix = term;
    QStringList choices;
    if (match.hasMatch()) {
        const QString name = match.captured(1).toLower();
        choices = models::filterValueNames(name);
        if (choices.isEmpty())
            choices = m_values(name);
        prefix = match.captured(3);
        m_begin = begin + match.capturedStart(3);
        if (m_begin > 0 && m_field.text()[m_begin - 1] == QLatin1Char('"'))
            --m_begin;
    } else {
        choices = models::filterFieldNames();
        m_begin = begin;
    }
    // One letter may still become any word.
    const bool isNeeded = match.hasMatch() ? !choices.isEmpty() : term.size() > 1;
    m_choices->setStringList(isNeeded ? choices : QStringList());
    m_completer->setFilterMode(match.hasMatch() ? Qt::MatchContains : Qt::MatchStartsWith);
    m_completer->setCompletionPrefix(prefix);
    if (!isNeeded || m_completer->completionCount() == 0) {
        m_choices->setStringList({});
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
}

QStringList FilterCompletion::offered() const
{
    QStringList choices;
    for (int row = 0; row < m_completer->completionCount(); ++row)
        choices << m_completer->completionModel()->index(row, 0).data().toString();
    return choices;
}

void FilterCompletion::take(const QString &choice)
{
    static const QRegularExpression special(QStringLiteral("[\\s(),]"));
    const bool isField = choice.endsWith(QLatin1Char(':')) || choice.endsWith(QLatin1Char('>'));
    QString written = choice;
    if (!isField && written.contains(special))
        written = QLatin1Char('"') + written + QLatin1Char('"');
    if (!isField)
        written += QLatin1Char(' ');
    const QString text = m_field.text();
    const QString rest = text.mid(m_field.cursorPosition());
    m_field.setText(text.left(m_begin) + written + rest);
    m_field.setCursorPosition(static_cast<int>(m_begin + written.size()));
    if (isField)
        offer();
}

} // namespace ui::widgets
