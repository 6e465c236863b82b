// Asks what of the list is written into which file, and as what.
#pragma once

#include "gateway/api/inspector_views.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ui::dialogs {

// A value in, a value out.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    struct Choice {
        QStringList selected;             // ids; the choice falls away when there are none
        QStringList sessions;             // ids; all else of the list is left out when there are some
        gateway::api::HistoryQuery query; // what the list shows
        gateway::FilterTerm condition;
        bool isFiltered = false;
        QString folder; // where files go
    };

    explicit ExportDialog(const Choice &choice, QWidget *parent = nullptr);

    gateway::api::ExportRequests command() const;

private:
    gateway::api::ExportFormat format() const;
    void browse();
    void takeFormat();
    void updateState();

    Choice m_choice;
    QButtonGroup *m_what;
    QComboBox *m_format;
    QCheckBox *m_bodies;
    QLabel *m_hint;
    QLineEdit *m_file;
    QPushButton *m_export;
};

// Stays until the export has ended, and says how.
class ExportProgress : public QDialog {
    Q_OBJECT
public:
    ExportProgress(const QString &file, QWidget *parent = nullptr);

    void showAdvance(qint64 requests);
    void showEnd(const gateway::api::ExportReport &report);
    void showFailure(const QString &problem);
    void reject() override; // Escape cancels while it runs

signals:
    void cancelWanted();

private:
    void end(const QString &text);

    QString m_file;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_button;
    bool m_hasEnded = false;
};

} // namespace ui::dialogs
