#include "ui/dialogs/resend_dialog.h"

#include "ui/display_format.h"
#include "ui/models/body_text.h"
#include "ui/models/json_pieces.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/secret_line_edit.h"

#include <QComboBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBlock>
#include <QVBoxLayout>

namespace ui::dialogs {

using gateway::api::RequestDetail;
using gateway::api::ResendRequest;

namespace {

// "/v1beta/models/gemini-3.1-pro:generateContent", "/bedrock/model/anthropic.claude/converse"
const QRegularExpression &modelInPath()
{
    static const QRegularExpression pattern(QStringLiteral("/models?/([^/:]+(?::[0-9]+)?)(?=[:/])"));
    return pattern;
}

QString shownBody(const RequestDetail &detail)
{
    if (detail.requestBody.size() > ResendDialog::largestEdited)
        return {};
    const QString text = QString::fromUtf8(detail.requestBody);
    return models::isJsonTree(detail.requestBody) ? models::indentJson(text) : text;
}

QString jsonText(const QString &text)
{
    // An array, because a document is never a bare string.
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

// The value of the top-level member "model" as a place in the text; empty when there is none.
std::string_view modelMember(const QByteArray &body)
{
    const std::string_view text(body.constData(), static_cast<std::size_t>(body.size()));
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || text[begin] != '{' || !models::isJsonTree(body))
        return {};
    std::string_view found;
    for (const models::JsonPiece &piece : models::jsonPieces(text.substr(begin))) {
        if (piece.name == "model" && models::isJsonString(piece.text))
            found = piece.text;
    }
    return found;
}

} // namespace

ResendDialog::ResendDialog(RequestDetail detail, const Surroundings &surroundings, QWidget *parent)
    : QDialog(parent)
    , m_detail(std::move(detail))
    , m_model(new QComboBox(this))
    , m_body(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
    , m_goTo(new QPushButton(tr("Go to it"), this))
    , m_send(new QPushButton(tr("Send"), this))
{
    setObjectName(QStringLiteral("resendDialog"));
    setWindowTitle(tr("Edit and resend"));
    setSizeGripEnabled(true);
    m_model->setObjectName(QStringLiteral("resendModel"));
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->lineEdit()->setObjectName(QStringLiteral("resendModelText"));
    m_model->lineEdit()->setAccessibleName(tr("Model"));
    m_body->setObjectName(QStringLiteral("resendBody"));
    m_body->setAccessibleName(tr("Body"));
    m_body->setProperty("textStyle", QStringLiteral("mono"));
    m_body->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_body->setTabChangesFocus(true);
    m_problem->setObjectName(QStringLiteral("resendProblem"));
    m_problem->setWordWrap(true);
    m_goTo->setObjectName(QStringLiteral("resendGoTo"));
    m_goTo->setAutoDefault(false);
    QFormLayout *form = widgets::newForm(nullptr);
    form->addRow(widgets::fieldLabel(tr("Model"), m_model, this), m_model);
    if (surroundings.asksForKey) {
        m_key = new widgets::SecretLineEdit(this);
        m_key->setObjectName(QStringLiteral("resendKey"));
        const QString name = m_detail.summary.virtualKeyName;
        const QString hint = name.isEmpty() ? tr("Values of keys are not stored. Without one it is sent as it came.")
                                            : tr("It was sent with “%1”. Values of keys are not stored: paste it here "
                                                 "to send it with that key again.")
                                                  .arg(name);
        form->addRow(widgets::fieldLabel(tr("Virtual key"), m_key, this),
                     widgets::withHint(m_key, widgets::hint(hint, this), this));
    }
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("resendCancel"));
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    m_send->setObjectName(QStringLiteral("resendSend"));
    m_send->setAccessibleName(m_send->text());
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_send->setDefault(true);
    auto *line = new QHBoxLayout;
    line->addWidget(m_problem, 1);
    line->addWidget(m_goTo);
    line->addWidget(cancel);
    line->addWidget(m_send);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 16, 16, 16);
    outer->setSpacing(12);
    outer->addLayout(form);
    outer->addWidget(m_body, 1);
    outer->addLayout(line);
    resize(820, 640);

    m_body->setPlainText(shownBody(m_detail));
    m_firstText = m_body->toPlainText();
    QString model = bodyModel();
    if (hasModelInPath())
        model = modelInPath().match(m_detail.path).captured(1);
    QStringList choices{model};
    choices += surroundings.models;
    choices.removeDuplicates();
    choices.removeAll(QString());
    m_model->addItems(choices);
    m_model->setCurrentText(model);
    const bool isTooLarge = m_detail.requestBody.size() > largestEdited;
    m_body->setReadOnly(isTooLarge);
    m_model->setEnabled(hasModelInPath() || !model.isEmpty());
    if (isTooLarge) {
        m_body->setPlaceholderText(tr("The body has %1, too much to be edited here. It is sent as it was.")
                                       .arg(DisplayFormat().size(m_detail.requestBody.size())));
    }
    connect(m_model, &QComboBox::currentTextChanged, this, &ResendDialog::takeModel);
    connect(m_body, &QPlainTextEdit::textChanged, this, &ResendDialog::takeBody);
    connect(m_goTo, &QPushButton::clicked, this, &ResendDialog::goToProblem);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &QDialog::accept);
    if (surroundings.needsKey && m_key != nullptr)
        m_key->setFocus();
    showProblem();
}

bool ResendDialog::hasModelInPath() const
{
    return modelInPath().match(m_detail.path).hasMatch() && bodyModel().isEmpty();
}

QByteArray ResendDialog::editedBody() const
{
    return m_body->toPlainText().toUtf8();
}

QString ResendDialog::bodyModel() const
{
    const QByteArray body = editedBody();
    return models::jsonScalarText(modelMember(body));
}

// Only the name is exchanged, so that undo takes back only that.
void ResendDialog::takeModel(const QString &model)
{
    if (m_isSettingModel || hasModelInPath())
        return;
    const QByteArray body = editedBody();
    const std::string_view member = modelMember(body);
    if (member.empty() || models::jsonScalarText(member) == model)
        return;
    const auto begin = static_cast<qsizetype>(member.data() - body.constData());
    const auto position = static_cast<int>(QString::fromUtf8(body.left(begin)).size());
    const auto length =
        static_cast<int>(QString::fromUtf8(member.data(), static_cast<qsizetype>(member.size())).size());
    QTextCursor cursor(m_body->document());
    cursor.setPosition(position);
    cursor.setPosition(position + length, QTextCursor::KeepAnchor);
    cursor.insertText(jsonText(model));
}

void ResendDialog::takeBody()
{
    if (!hasModelInPath()) {
        const QString model = bodyModel();
        if (!model.isEmpty() && model != m_model->currentText()) {
            m_isSettingModel = true;
            m_model->setCurrentText(model);
            m_isSettingModel = false;
        }
    }
    showProblem();
}

void ResendDialog::showProblem()
{
    const bool wasJson = models::isJsonTree(m_detail.requestBody);
    const bool isEditable = !m_body->isReadOnly() && (wasJson || !m_firstText.isEmpty());
    const QByteArray body = editedBody();
    const std::optional<qsizetype> at = isEditable && wasJson ? models::jsonProblemAt(body) : std::nullopt;
    m_send->setEnabled(!at);
    m_goTo->setVisible(at.has_value());
    if (!at) {
        m_problem->setText(m_detail.isRequestBodyTruncated
                               ? tr("Only the beginning of the body was stored. Complete it before you send it.")
                               : QString());
        widgets::setTone(*m_problem, "warning");
        return;
    }
    const QByteArray before = body.left(*at);
    const auto line = before.count('\n') + 1;
    const auto column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    m_problem->setText(tr("This is no JSON from line %1, column %2 on.").arg(line).arg(column));
    widgets::setTone(*m_problem, "error");
}

void ResendDialog::goToProblem()
{
    const QByteArray body = editedBody();
    const auto at = models::jsonProblemAt(body);
    if (!at)
        return;
    QTextCursor cursor(m_body->document());
    cursor.setPosition(static_cast<int>(QString::fromUtf8(body.left(*at)).size()));
    m_body->setTextCursor(cursor);
    m_body->setFocus(Qt::OtherFocusReason);
}

ResendRequest ResendDialog::command() const
{
    ResendRequest command;
    command.requestId = m_detail.summary.id;
    if (!m_body->isReadOnly() && m_body->toPlainText() != m_firstText)
        command.body = editedBody();
    if (hasModelInPath()) {
        const QRegularExpressionMatch match = modelInPath().match(m_detail.path);
        if (match.captured(1) != m_model->currentText()) {
            QString path = m_detail.path;
            command.path = path.replace(match.capturedStart(1), match.capturedLength(1), m_model->currentText());
        }
    }
    if (m_key != nullptr)
        command.virtualKey = m_key->secret();
    return command;
}

} // namespace ui::dialogs
