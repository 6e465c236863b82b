#include "ui/pages/model_limits_editor.h"

#include "ui/look/icon_set.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/limit_field.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::ModelLimitsView;
using widgets::LimitField;

ModelLimitsEditor::ModelLimitsEditor(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("model_limits"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(widgets::heading(tr("For single models"), this));
    layout->addWidget(widgets::hint(tr("Instead of the provider’s times. A * at the end stands for anything."), this));
    m_column = new QVBoxLayout;
    m_column->setSpacing(10);
    layout->addLayout(m_column);
    auto *add = new QPushButton(look::icon("plus"), tr("Add model"), this);
    add->setObjectName(QStringLiteral("add_model_limits"));
    add->setAccessibleName(add->text());
    layout->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({}).model->setFocus(Qt::OtherFocusReason);
        emit changed();
    });
}

ModelLimitsEditor::Row &ModelLimitsEditor::addRow(const ModelLimitsView &entry)
{
    Row row;
    row.box = new QWidget(this);
    row.model = new QLineEdit(entry.model, row.box);
    row.model->setObjectName(QStringLiteral("limited_model"));
    row.model->setPlaceholderText(QStringLiteral("gpt-5*"));
    row.model->setAccessibleName(tr("Model with its own times"));
    auto *remove = new QToolButton(row.box);
    remove->setObjectName(QStringLiteral("remove_model_limits"));
    remove->setIcon(look::icon("trash"));
    remove->setAutoRaise(true);
    remove->setAccessibleName(tr("Remove this model's times"));
    remove->setToolTip(remove->accessibleName());
    auto *grid = new QGridLayout(row.box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(row.model, 0, 0, 1, 4);
    grid->addWidget(remove, 0, 4);
    const auto &given = entry.limits;
    const std::array fields{std::tuple{"model_connect", tr("Connect"), given.connectMs},
                            std::tuple{"model_head", tr("First byte"), given.headMs},
                            std::tuple{"model_first_token", tr("First token"), given.firstTokenMs},
                            std::tuple{"model_idle", tr("Silence"), given.idleMs},
                            std::tuple{"model_total", tr("Whole answer"), given.totalMs}};
    for (std::size_t index = 0; index < fields.size(); ++index) {
        const auto &[name, text, limit] = fields[index];
        auto *field = new LimitField(name, tr("as usual"), row.box);
        field->setLimit(limit);
        field->setAccessibleName(text);
        row.limits[index] = field;
        auto *label = widgets::hint(text, row.box);
        label->setBuddy(field);
        grid->addWidget(label, 1, static_cast<int>(index));
        grid->addWidget(field, 2, static_cast<int>(index));
        connect(field, &QDoubleSpinBox::valueChanged, this, &ModelLimitsEditor::changed);
    }
    connect(row.model, &QLineEdit::textChanged, this, &ModelLimitsEditor::changed);
    connect(remove, &QToolButton::clicked, this, [this, box = row.box] { removeRow(box); });
    m_column->addWidget(row.box);
    row.box->show(); // at once, or the keyboard would skip it until the next turn of the loop
    m_rows.append(row);
    return m_rows.last();
}

void ModelLimitsEditor::removeRow(QWidget *box)
{
    m_rows.removeIf([box](const Row &row) { return row.box == box; });
    box->hide();
    box->deleteLater();
    emit changed();
}

void ModelLimitsEditor::setEntries(const QList<ModelLimitsView> &entries)
{
    for (const Row &row : std::as_const(m_rows)) {
        row.box->hide();
        row.box->deleteLater();
    }
    m_rows.clear();
    for (const ModelLimitsView &entry : entries)
        addRow(entry);
}

QList<ModelLimitsView> ModelLimitsEditor::entries() const
{
    QList<ModelLimitsView> entries;
    for (const Row &row : m_rows) {
        if (!row.model->text().trimmed().isEmpty())
            entries.append({row.model->text().trimmed(),
                            {row.limits[0]->limit(), row.limits[1]->limit(), row.limits[2]->limit(),
                             row.limits[3]->limit(), row.limits[4]->limit()}});
    }
    return entries;
}

} // namespace ui::pages
