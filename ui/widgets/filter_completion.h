// Offers what can be written next in the filter field: fields, then their values.
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace ui::widgets {

// Completes the term under the cursor, not the whole text.
class FilterCompletion : public QObject {
    Q_OBJECT
public:
    // `values`: known ones of the field of that name, such as the providers. Both must outlive it.
    FilterCompletion(QLineEdit &field, std::function<QStringList(const QString &fieldName)> values);

    QStringList offered() const; // now, in order; empty while nothing is offered

private:
    void offer();
    void take(const QString &choice);
    qsizetype termBegin() const;

    QLineEdit &m_field;
    std::function<QStringList(const QString &)> m_values;
    QStringListModel *m_choices;
    QCompleter *m_completer;
    qsizetype m_begin = 0; // of what a choice replaces
};

} // namespace ui::widgets
