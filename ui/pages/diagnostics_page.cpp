#include "ui/pages/diagnostics_page.h"

#include "ui/look/icon_set.h"
#include "ui/models/diagnostics_text.h"
#include "ui/program.h"
#include "ui/ui_settings.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/label_color.h"

#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

QString chosenByDialog(QWidget *parent, const QString &suggestedName)
{
    return QFileDialog::getSaveFileName(parent, DiagnosticsPage::tr("Save diagnostics"), suggestedName,
                                        DiagnosticsPage::tr("Text (*.txt)"));
}

QPushButton *button(const QString &text, const char *name, const char *iconName, QWidget *parent)
{
    auto *made = new QPushButton(look::icon(iconName), text, parent);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(text);
    return made;
}

} // namespace

DiagnosticsPage::DiagnosticsPage(gateway::api::GatewayFacade &gateway, const UiSettings &settings,
                                 const Program &program, QWidget *parent)
    : Page(parent), m_gateway(gateway), m_settings(settings), m_program(program), m_chooseFile(chosenByDialog)
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("diagnostics_text"));
    m_text->setAccessibleName(tr("What is copied or saved"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setProperty("textStyle", QStringLiteral("mono"));
    m_text->document()->setDocumentMargin(16);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(m_text, 1);
}

QWidget *DiagnosticsPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *name = new QLabel(title(), header);
    widgets::setTextStyle(name, "page");
    m_answer = new widgets::ElidingLabel(header);
    m_answer->setTextFormat(Qt::PlainText);
    widgets::setTextStyle(m_answer, "small");
    widgets::setTone(*m_answer, "secondary");
    m_answer->setObjectName(QStringLiteral("diagnostics_answer"));
    auto *again = button(tr("Refresh"), "diagnostics_refresh", "refresh", header);
    m_copy = button(tr("Copy"), "diagnostics_copy", "copy", header);
    auto *keep = button(tr("Save…"), "diagnostics_save", "save", header);
    connect(again, &QPushButton::clicked, this, &DiagnosticsPage::refresh);
    connect(m_copy, &QPushButton::clicked, this, &DiagnosticsPage::copy);
    connect(keep, &QPushButton::clicked, this, &DiagnosticsPage::save);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    row->addWidget(name);
    row->addWidget(m_answer, 1);
    row->addWidget(again);
    row->addWidget(m_copy);
    row->addWidget(keep);
    return header;
}

void DiagnosticsPage::pageShown()
{
    refresh();
}

void DiagnosticsPage::refresh()
{
    m_text->setPlainText(models::diagnosticsText({m_gateway, QDir::homePath(), m_program.dataFolder(),
                                                  m_settings.read(settings::language), m_settings.read(settings::theme),
                                                  m_program.endOfLog()}));
    say(tr("No keys, prompts or answers are in it. This is all that is copied or saved."), false);
}

void DiagnosticsPage::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    say(tr("Copied."), false);
}

void DiagnosticsPage::save()
{
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    const QString name = m_chooseFile(this, QStringLiteral("bilrost-diagnostics-%1.txt").arg(day));
    if (name.isEmpty())
        return;
    QSaveFile file(name);
    const bool isSaved =
        file.open(QIODevice::WriteOnly) && file.write(m_text->toPlainText().toUtf8()) >= 0 && file.commit();
    say(isSaved ? tr("Saved as %1.").arg(QDir::toNativeSeparators(name))
                : tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(name), file.errorString()),
        !isSaved);
}

void DiagnosticsPage::say(const QString &text, bool isProblem)
{
    m_answer->setText(text);
    widgets::setTone(*m_answer, isProblem ? "error" : "secondary");
}

QWidget *DiagnosticsPage::firstPane()
{
    return m_text;
}

QList<QWidget *> DiagnosticsPage::panes()
{
    return {m_copy, m_text};
}

} // namespace ui::pages
