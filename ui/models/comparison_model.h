// The facts and headers of two requests side by side, and which of them differ.
#pragma once

#include "gateway/api/inspector_views.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>

#include <utility>

namespace ui::models {

struct ComparedFact {
    QString name;
    QString earlier;
    QString later;
    bool isOfContent = true; // a difference says something; times, costs and ids always differ
    bool differs() const { return earlier != later; }
};

QList<ComparedFact> comparedFacts(const gateway::api::RequestComparison &comparison);
QList<ComparedFact> comparedHeaders(const QList<std::pair<QString, QString>> &earlier,
                                    const QList<std::pair<QString, QString>> &later);

class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Mark, Name, Earlier, Later, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFacts(const QList<ComparedFact> &facts);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ComparedFact> m_facts;
};

// A body so that lines can be compared: JSON indented, long lines broken at the same places in both.
QByteArray comparableText(const QByteArray &body);
// What was answered, as it was assembled; the body where nothing could be.
QByteArray answerText(const gateway::api::RequestDetail &detail);

} // namespace ui::models
