#include "ui/dialogs/export_dialog.h"

#include "ui/display_format.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui::dialogs {

using gateway::api::ExportFormat;
using gateway::api::ExportReport;
using gateway::api::ExportRequests;

namespace {

constexpr int selectedRows = 0;
constexpr int listedRows = 1;

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Har: return QStringLiteral("har");
    case ExportFormat::JsonLines: return QStringLiteral("jsonl");
    case ExportFormat::Csv: return QStringLiteral("csv");
    }
    return {};
}

} // namespace

ExportDialog::ExportDialog(const Choice &choice, QWidget *parent)
    : QDialog(parent)
    , m_choice(choice)
    , m_what(new QButtonGroup(this))
    , m_format(new QComboBox(this))
    , m_bodies(new QCheckBox(tr("With the bodies: prompts and answers"), this))
    , m_hint(widgets::hint(QString(), this))
    , m_file(new QLineEdit(this))
    , m_export(new QPushButton(tr("Export"), this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export requests"));
    auto *selected =
        new QRadioButton(tr("The %n selected requests", nullptr, static_cast<int>(choice.selected.size())), this);
    selected->setObjectName(QStringLiteral("exportSelected"));
    selected->setVisible(!choice.selected.isEmpty());
    m_choice.query.sessionIds = choice.sessions;
    auto *listed = new QRadioButton(!choice.sessions.isEmpty() ? tr("All stored requests of the selected sessions")
                                    : choice.isFiltered        ? tr("All stored requests that the filter lets through")
                                                               : tr("All stored requests"),
                                    this);
    listed->setObjectName(QStringLiteral("exportListed"));
    for (QRadioButton *choiceButton : {selected, listed})
        choiceButton->setAccessibleName(choiceButton->text());
    m_what->addButton(selected, selectedRows);
    m_what->addButton(listed, listedRows);
    (choice.selected.size() > 1 ? selected : listed)->setChecked(true);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->addItem(tr("HAR, for browsers and proxies"), static_cast<int>(ExportFormat::Har));
    m_format->addItem(tr("JSON Lines, for programs"), static_cast<int>(ExportFormat::JsonLines));
    m_format->addItem(tr("CSV, for spreadsheets"), static_cast<int>(ExportFormat::Csv));
    m_bodies->setObjectName(QStringLiteral("exportBodies"));
    m_bodies->setChecked(true);
    m_file->setObjectName(QStringLiteral("exportFile"));
    auto *browse = new QPushButton(tr("Choose…"), this);
    browse->setObjectName(QStringLiteral("exportBrowse"));
    browse->setAccessibleName(tr("Choose the file"));
    browse->setAutoDefault(false);
    auto *file = new QWidget(this);
    auto *fileRow = new QHBoxLayout(file);
    fileRow->setContentsMargins(0, 0, 0, 0);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browse);
    auto *what = new QWidget(this);
    auto *whatRows = new QVBoxLayout(what);
    whatRows->setContentsMargins(0, 4, 0, 0);
    whatRows->addWidget(selected);
    whatRows->addWidget(listed);
    QFormLayout *form = widgets::newForm(nullptr);
    form->addRow(widgets::fieldLabel(tr("Requests"), listed, this), what);
    form->addRow(widgets::fieldLabel(tr("Format"), m_format, this), m_format);
    form->addRow(QString(), widgets::withHint(m_bodies, m_hint, this));
    form->addRow(widgets::fieldLabel(tr("File"), m_file, this), file);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("exportCancel"));
    cancel->setAutoDefault(false);
    m_export->setObjectName(QStringLiteral("exportStart"));
    m_export->setProperty("kind", QStringLiteral("primary"));
    m_export->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_export);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 16, 16, 16);
    outer->setSpacing(16);
    outer->addLayout(form);
    outer->addLayout(buttons);
    setMinimumWidth(600);
    const QString name =
        QStringLiteral("bilrost-%1.har").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm")));
    m_file->setText(QDir::toNativeSeparators(QDir(choice.folder).filePath(name)));
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::takeFormat);
    connect(m_bodies, &QCheckBox::toggled, this, &ExportDialog::updateState);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::updateState);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &QDialog::accept);
    updateState();
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export requests"), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(format()));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_file->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

void ExportDialog::takeFormat()
{
    const QString file = m_file->text();
    const QString before = QFileInfo(file).suffix();
    for (const ExportFormat each : {ExportFormat::Har, ExportFormat::JsonLines, ExportFormat::Csv}) {
        if (before == suffixOf(each))
            m_file->setText(file.chopped(before.size()) + suffixOf(format()));
    }
    updateState();
}

void ExportDialog::updateState()
{
    const bool canHaveBodies = format() != ExportFormat::Csv;
    m_bodies->setEnabled(canHaveBodies);
    const bool hasBodies = canHaveBodies && m_bodies->isChecked();
    m_hint->setText(hasBodies ? tr("The file will hold prompts and answers as far as they were stored. Keys are masked "
                                   "in the store already; the file holds none.")
                              : tr("The file will hold no prompts and no answers, and no keys."));
    m_export->setEnabled(!m_file->text().trimmed().isEmpty());
}

ExportRequests ExportDialog::command() const
{
    ExportRequests command;
    command.format = format();
    command.hasBodies = command.format != ExportFormat::Csv && m_bodies->isChecked();
    command.file = QDir::fromNativeSeparators(m_file->text().trimmed());
    if (m_what->checkedId() == selectedRows) {
        command.ids = m_choice.selected;
    } else {
        command.query = m_choice.query;
        command.condition = m_choice.condition;
    }
    return command;
}

ExportProgress::ExportProgress(const QString &file, QWidget *parent)
    : QDialog(parent)
    , m_file(file)
    , m_text(new QLabel(tr("Writing %1…").arg(QFileInfo(file).fileName()), this))
    , m_bar(new QProgressBar(this))
    , m_button(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("exportProgress"));
    setWindowTitle(tr("Export requests"));
    m_text->setObjectName(QStringLiteral("exportText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setObjectName(QStringLiteral("exportBar"));
    m_bar->setAccessibleName(tr("Export requests"));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_button->setObjectName(QStringLiteral("exportButton"));
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_button);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 16, 16, 16);
    outer->setSpacing(12);
    outer->addWidget(m_text);
    outer->addWidget(m_bar);
    outer->addLayout(row);
    setMinimumWidth(460);
    connect(m_button, &QPushButton::clicked, this, &ExportProgress::reject);
}

void ExportProgress::showAdvance(qint64 requests)
{
    if (!m_hasEnded) {
        m_text->setText(
            tr("%1 requests written to %2").arg(DisplayFormat().exactCount(requests), QFileInfo(m_file).fileName()));
    }
}

void ExportProgress::showEnd(const ExportReport &report)
{
    const DisplayFormat format;
    QString text =
        tr("%1 requests were written to %2 (%3).")
            .arg(format.exactCount(report.requests), QDir::toNativeSeparators(m_file), format.size(report.bytes));
    if (report.withoutBodies > 0)
        text += QLatin1Char(' ') + tr("The bodies of %1 of them were not stored.").arg(report.withoutBodies);
    end(text);
}

void ExportProgress::showFailure(const QString &problem)
{
    widgets::setTone(*m_text, "error");
    end(problem);
}

void ExportProgress::end(const QString &text)
{
    m_hasEnded = true;
    m_text->setText(text);
    m_bar->hide();
    m_button->setText(tr("Close"));
    m_button->setEnabled(true);
}

void ExportProgress::reject()
{
    if (m_hasEnded) {
        QDialog::reject();
        return;
    }
    m_button->setEnabled(false);
    emit cancelWanted();
}

} // namespace ui::dialogs
