#include "ui/widgets/mark_bar.h"

#include "ui/look/theme.h"
#include "ui/widgets/label_color.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui::widgets {

MarkBar::MarkBar(const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_comment(addButton("editComment", tr("Edit comment…")))
    , m_original(addButton("showOriginal", tr("Show the original")))
    , m_compare(addButton("compareWithOriginal", tr("Compare with it")))
{
    setObjectName(QStringLiteral("markBar"));
    m_text->setObjectName(QStringLiteral("markText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 12, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_comment);
    row->addWidget(m_original);
    row->addWidget(m_compare);
    connect(m_comment, &QToolButton::clicked, this, &MarkBar::commentWanted);
    connect(m_original, &QToolButton::clicked, this, [this] { emit originalWanted(m_mark.resentFrom); });
    connect(m_compare, &QToolButton::clicked, this,
            [this] { emit comparisonWanted(m_mark.requestId, m_mark.resentFrom); });
    connect(&theme, &look::Theme::changed, this, &MarkBar::applyTheme);
    applyTheme();
    hide();
}

QToolButton *MarkBar::addButton(const char *objectName, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(objectName));
    button->setText(text);
    button->setAccessibleName(text);
    return button;
}

void MarkBar::showMark(const gateway::api::RequestMark &mark)
{
    m_mark = mark;
    QStringList sentences;
    if (mark.isPinned)
        sentences << tr("Pinned: it stays when old requests are cleared away.");
    if (!mark.resentFrom.isEmpty())
        sentences << tr("Repeats %1.").arg(mark.resentFrom);
    QString text = sentences.join(QLatin1Char(' '));
    if (!mark.comment.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + mark.comment;
    m_text->setText(text);
    m_comment->setVisible(!mark.comment.isEmpty());
    m_original->setVisible(!mark.resentFrom.isEmpty());
    m_compare->setVisible(!mark.resentFrom.isEmpty());
    setVisible(!text.isEmpty());
}

void MarkBar::applyTheme()
{
    setGround(this, m_theme.color(look::ColorRole::GreyGround));
}

} // namespace ui::widgets
