// The requests of a list by time: equal slots as bars, and the same as a table.
#pragma once

#include "gateway/api/usage_views.h"
#include "ui/display_format.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QList>

namespace ui::models {

struct TimeSlot {
    QDateTime start; // local
    qint64 answered = 0;
    qint64 failed = 0;
    gateway::Money cost;
    qint64 tokens = 0; // in and out
    qint64 requests() const { return answered + failed; }
    bool operator==(const TimeSlot &) const = default;
};

struct TimeSlots {
    QList<TimeSlot> bars; // oldest first, without gaps
    int seconds = 0;      // of one
    QDateTime endOf(int slot) const { return bars.at(slot).start.addSecs(seconds); }
    bool operator==(const TimeSlots &) const = default;
};

// How long a slot is, so that there are at most mostSlots of a length that people know: a minute, six hours, a day.
inline constexpr int mostSlots = 120;
int slotSeconds(const QDateTime &from, const QDateTime &until);

// Which buckets to ask the store for: it counts from midnight in UTC, the slots begin at the full hour or day here.
int bucketSeconds(int slotSeconds, const QDateTime &local);
// Buckets of a length that `seconds` is a multiple of.
TimeSlots slotsOf(const QList<gateway::api::LogBucket> &buckets, const QDateTime &from, const QDateTime &until,
                  int seconds);

// "20 Nov 14:00 to 18:00"; days are left out where all of it is today.
QString rangeText(const QDateTime &from, const QDateTime &until);
// "14:00 to 15:00: 21 requests, 4 failed, $0.12"
QString slotText(const TimeSlots &times, int slot);

class TimeSlotModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Start, Requests, Failed, Cost, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setTimes(const TimeSlots &times);
    int slotAt(int row) const; // slots without requests have no row

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TimeSlots m_times;
    QList<int> m_rows; // newest first
    DisplayFormat m_format;
};

} // namespace ui::models
