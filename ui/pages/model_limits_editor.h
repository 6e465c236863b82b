// A provider's limits for some of its models: a row for each.
#pragma once

#include "gateway/api/limit_views.h"

#include <QList>
#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace ui::widgets {
class LimitField;
}

namespace ui::pages {

class ModelLimitsEditor : public QWidget {
    Q_OBJECT
public:
    explicit ModelLimitsEditor(QWidget *parent = nullptr);

    void setEntries(const QList<gateway::api::ModelLimitsView> &entries);
    QList<gateway::api::ModelLimitsView> entries() const; // without rows that name no model

signals:
    void changed();

private:
    struct Row {
        QWidget *box = nullptr;
        QLineEdit *model = nullptr;
        std::array<widgets::LimitField *, 5> limits{};
    };
    Row &addRow(const gateway::api::ModelLimitsView &entry);
    void removeRow(QWidget *box);

    QVBoxLayout *m_column = nullptr;
    QList<Row> m_rows;
};

} // namespace ui::pages
