// How many requests a provider serves at once, who waits, and whether it may be in a private network.
#pragma once

#include <QByteArray>
#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace ui::pages {

// Value in, value out: the provider's extraJson, of which it changes nothing else.
class ProviderLineForm : public QWidget {
    Q_OBJECT
public:
    explicit ProviderLineForm(QWidget *parent = nullptr);

    void setExtras(const QByteArray &json);
    void edit(const QByteArray &json); // as if these values had been typed
    QByteArray extras() const;
    int countChanges() const; // since setExtras()

signals:
    void changed();

private:
    QSpinBox *countField(const char *objectName);
    void takeEdit();
    void fill(const QByteArray &json);

    QByteArray m_before;
    bool m_isLoading = false;
    QSpinBox *m_places = nullptr;
    QSpinBox *m_waiting = nullptr;
    QCheckBox *m_refuses = nullptr;
    QCheckBox *m_mayBePrivate = nullptr;
};

} // namespace ui::pages
