#include "ui/menu_text.h"

#include <QRegularExpression>

namespace ui {

QString plainMenuText(const QString &menuText)
{
    // A letter that the text itself does not have stands behind it in brackets.
    static const QRegularExpression letterAside(QStringLiteral("\\s*\\(&[^&]\\)"));
    QString text = menuText.section(QLatin1Char('\t'), 0, 0);
    text.remove(letterAside);
    text.replace(QLatin1String("&&"), QLatin1String("\x01"));
    return text.remove(QLatin1Char('&')).replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

} // namespace ui
