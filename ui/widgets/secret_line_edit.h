// A field for a secret that is being typed.
#pragma once

#include <QLineEdit>

class QAction;

namespace ui::widgets {

// Masked. Shows what is being typed on demand; it never holds a stored secret, so there is nothing else to reveal.
class SecretLineEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit SecretLineEdit(QWidget *parent = nullptr);

    QString secret() const; // without the white space around it that pasting brings along
    void clearSecret();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void setRevealed(bool isRevealed);

    QAction *m_reveal;
};

} // namespace ui::widgets
