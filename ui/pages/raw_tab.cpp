#include "ui/pages/raw_tab.h"

#include "ui/display_format.h"
#include "ui/look/theme.h"
#include "ui/models/body_text.h"
#include "ui/widgets/label_color.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::RequestDetail;
using look::ColorRole;
using look::TextStyle;

namespace {

QString headerLines(const QList<std::pair<QString, QString>> &headers)
{
    QString lines;
    for (const auto &[name, value] : headers)
        lines += name + QStringLiteral(": ") + value + QLatin1Char('\n');
    return lines;
}

} // namespace

RawTab::RawTab(const look::Theme &theme, QWidget *parent)
    : DetailTab(parent)
    , m_theme(theme)
    , m_notice(new QLabel(this))
    , m_loadAll(new QToolButton(this))
    , m_text(new QPlainTextEdit(this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 4, 12, 4);
    row->addWidget(m_notice);
    row->addStretch(1);
    row->addWidget(m_loadAll);
    outer->addLayout(row);
    outer->addWidget(m_text, 1);
    m_notice->setObjectName(QStringLiteral("rawNotice"));
    m_loadAll->setObjectName(QStringLiteral("rawLoadAll"));
    m_loadAll->setAccessibleName(tr("Load all of the bodies"));
    m_loadAll->setAutoRaise(true);
    m_text->setObjectName(QStringLiteral("rawText"));
    m_text->setAccessibleName(tr("The exchange as text"));
    m_text->setProperty("textStyle", QStringLiteral("mono"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(12);
    connect(m_loadAll, &QToolButton::clicked, this, [this] { showText(-1); });
    connect(&theme, &look::Theme::changed, this, &RawTab::applyTheme);
    applyTheme();
}

QWidget *RawTab::focusTarget()
{
    return m_text;
}

void RawTab::showDetail(const RequestDetail &detail, bool isSameRequest)
{
    m_detail = detail;
    const int scrolled = m_text->verticalScrollBar()->value();
    showText(models::shownBodyLimit);
    if (isSameRequest)
        m_text->verticalScrollBar()->setValue(scrolled);
}

void RawTab::showText(qsizetype limit)
{
    const auto &request = m_detail.summary;
    QString text = m_detail.method + QLatin1Char(' ') + m_detail.path + QStringLiteral(" HTTP/1.1\n")
                   + headerLines(m_detail.requestHeaders) + QLatin1Char('\n')
                   + models::breakLongLines(models::bodyText(m_detail.requestBody, limit));
    if (request.status > 0 || !m_detail.responseHeaders.isEmpty()) {
        text += QStringLiteral("\n\nHTTP/1.1 %1\n").arg(request.status) + headerLines(m_detail.responseHeaders)
                + QLatin1Char('\n') + models::breakLongLines(models::bodyText(m_detail.responseBody, limit));
    }
    m_text->setPlainText(text);
    const DisplayFormat format;
    const qsizetype all = m_detail.requestBody.size() + m_detail.responseBody.size();
    const bool isCut = limit >= 0 && (m_detail.requestBody.size() > limit || m_detail.responseBody.size() > limit);
    QString notice = tr("Secrets are masked.");
    if (!m_detail.hasBodies && hasEnded(request.state))
        notice = tr("Only totals were stored: the capture level at that time left the bodies out.");
    else if (isCut)
        notice = tr("The first %1 of each body are shown. Secrets are masked.").arg(format.size(limit));
    m_notice->setText(notice);
    m_loadAll->setVisible(isCut);
    m_loadAll->setText(tr("Load all %1").arg(format.size(all)));
}

void RawTab::applyTheme()
{
    widgets::setTextStyle(m_notice, "small");
    widgets::setTone(*m_notice, "secondary");
}

} // namespace ui::pages
