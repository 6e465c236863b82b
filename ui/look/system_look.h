// What the system asks of the look of applications: dark mode, contrast, reduced motion.
#pragma once

#include "ui/look/theme.h"

#include <QObject>

class QDBusVariant;

namespace ui::look {

// Lives on the GUI thread. Construct before Theme::applyToApplication, which hides the palette of the system.
// Answers come from QStyleHints (Qt 6.5), the xdg settings portal (Linux), the registry (Windows), else from the
// lightness of the system's palette. Nothing blocks: the portal is asked asynchronously and answers by changed().
class SystemLook : public QObject {
    Q_OBJECT
public:
    explicit SystemLook(QObject *parent = nullptr);

    Scheme scheme() const;
    bool isMotionReduced() const { return m_isMotionReduced; }

signals:
    void changed();

private slots:
    void takePortalSetting(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void askPortal(const QString &space, const QString &key);
    void takePortalValue(const QString &key, const QVariant &value);
    void update(bool isDark, bool isHighContrast, bool isMotionReduced);

    bool m_isDark = false;
    bool m_isHighContrast = false;
    bool m_isMotionReduced = false;
};

} // namespace ui::look
