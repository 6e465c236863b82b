// A page of settings in sections: name, control, hint; a search hides what does not match.
#pragma once

#include <QList>
#include <QScrollArea>
#include <QString>

class QLabel;
class QVBoxLayout;

namespace ui::widgets {

class SettingsList : public QScrollArea {
    Q_OBJECT
public:
    explicit SettingsList(QWidget *parent = nullptr);

    void addSection(const QString &title);
    // Of the section that was added last. The control is found by its name, its hint, and these words. Returns the
    // hint, whose text changes by setHint().
    QLabel *addRow(const QString &name, QWidget *control, const QString &hint, const QString &words = {});

    static void setHint(QLabel &hint, const QString &text); // hidden without a text; screen readers read it, too

    QStringList sections() const;
    void showSection(int index);     // scrolls there
    int find(const QString &text);   // how many rows are left; all with an empty text
    int currentSection() const;      // whose heading is at the top
    bool isEmpty(int section) const; // after find()

signals:
    void scrolled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        QWidget *whole = nullptr;
        QString name;
        QString words;
        QLabel *hint = nullptr;
        bool matches = true;
    };
    struct Section {
        QLabel *heading = nullptr;
        QList<Row> rows;
    };

    QVBoxLayout *m_layout;
    QList<Section> m_sections;
};

} // namespace ui::widgets
