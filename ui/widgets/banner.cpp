#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/widgets/state_label.h"

namespace ui::widgets {

Banner::Banner(const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(new StateLabel(theme, this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_first(new QPushButton(this))
    , m_second(new QPushButton(this))
{
    setObjectName(QStringLiteral("banner"));
    m_title->setProperty("textStyle", QStringLiteral("strong"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_text->setProperty("textStyle", QStringLiteral("small"));
    m_text->setProperty("tone", QStringLiteral("secondary"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_first->setObjectName(QStringLiteral("banner_first"));
    m_second->setObjectName(QStringLiteral("banner_second"));
    m_first->setProperty("kind", QStringLiteral("flat"));

    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->addWidget(m_shape);
    layout->addLayout(words, 1);
    layout->addWidget(m_first);
    layout->addWidget(m_second);
    connect(m_first, &QPushButton::clicked, this, &Banner::firstActivated);
    connect(m_second, &QPushButton::clicked, this, &Banner::secondActivated);
    hide();
}

void Banner::showMessage(gateway::RequestState state, const QString &title, const QString &text)
{
    m_state = state;
    m_shape->setState(state, {});
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setVisible(!title.isEmpty());
    update();
}

void Banner::setActions(const QString &first, const QString &second)
{
    for (const auto &[button, text] : {std::pair{m_first, first}, std::pair{m_second, second}}) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setVisible(!text.isEmpty());
    }
}

QString Banner::title() const
{
    return isHidden() ? QString() : m_title->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.stateColor(m_state));
    painter.setBrush(m_theme.stateGround(m_state));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace ui::widgets
