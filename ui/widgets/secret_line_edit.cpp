#include "ui/widgets/secret_line_edit.h"

#include <QAction>

#include "ui/look/icon_set.h"

namespace ui::widgets {

SecretLineEdit::SecretLineEdit(QWidget *parent) : QLineEdit(parent), m_reveal(new QAction(this))
{
    // Input methods and predictive keyboards must not learn a secret.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_reveal->setCheckable(true);
    addAction(m_reveal, QLineEdit::TrailingPosition);
    connect(m_reveal, &QAction::toggled, this, &SecretLineEdit::setRevealed);
    connect(this, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_reveal->setVisible(!text.isEmpty()); });
    m_reveal->setVisible(false);
    setRevealed(false);
}

QString SecretLineEdit::secret() const
{
    return text().trimmed();
}

void SecretLineEdit::clearSecret()
{
    clear();
    m_reveal->setChecked(false);
}

void SecretLineEdit::setRevealed(bool isRevealed)
{
    setEchoMode(isRevealed ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIcon(look::icon(isRevealed ? "eye_off" : "eye"));
    m_reveal->setToolTip(isRevealed ? tr("Hide what you typed") : tr("Show what you typed"));
}

void SecretLineEdit::hideEvent(QHideEvent *event)
{
    m_reveal->setChecked(false);
    QLineEdit::hideEvent(event);
}

} // namespace ui::widgets
