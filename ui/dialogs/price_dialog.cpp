#include "ui/dialogs/price_dialog.h"

#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <cmath>

namespace ui::dialogs {

using gateway::api::PriceOverrideView;

namespace {

constexpr double picoPerDollarOfAMillion = 1e6;
constexpr double mostDollars = 1'000'000;

QString typedText(const std::optional<qint64> &rate)
{
    return rate ? QString::number(static_cast<double>(*rate) / picoPerDollarOfAMillion, 'g', 12) : QString();
}

} // namespace

std::optional<qint64> PriceDialog::picoDollars(const QString &typed)
{
    QString text = typed.trimmed();
    text.remove(QLatin1Char('$')).replace(QLatin1Char(','), QLatin1Char('.'));
    bool isNumber = false;
    const double dollars = text.toDouble(&isNumber);
    if (!isNumber || !(dollars >= 0 && dollars <= mostDollars))
        return std::nullopt;
    return std::llround(dollars * picoPerDollarOfAMillion);
}

PriceDialog::PriceDialog(const PriceOverrideView &price, const QStringList &providers, QWidget *parent)
    : FormDialog(parent), m_price(price)
{
    setWindowTitle(price.id.isEmpty() ? tr("Add a price") : tr("Change a price"));
    m_provider = new QComboBox(this);
    m_provider->setObjectName(QStringLiteral("priceProvider"));
    m_provider->setAccessibleName(tr("Provider"));
    m_provider->addItem(tr("Every provider"), QString());
    for (const QString &provider : providers)
        m_provider->addItem(provider, provider);
    m_provider->setCurrentIndex(std::max(0, m_provider->findData(price.providerId)));
    m_model = new QLineEdit(price.pattern, this);
    m_model->setObjectName(QStringLiteral("priceModel"));
    m_model->setAccessibleName(tr("Model"));
    m_model->setPlaceholderText(tr("gpt-5.4, or gpt-5* for all that begin so"));
    form().addRow(widgets::hint(tr("Dollars for a million tokens. What stays empty is as listed. Requests of unknown "
                                   "cost are priced again."),
                                this));
    addField(tr("Provider"), m_provider);
    addField(tr("Model"), m_model);
    m_input = addRate(tr("Input"), "priceInput", price.rates.input);
    m_cached = addRate(tr("Cached input"), "priceCached", price.rates.cacheRead);
    m_cacheWrite = addRate(tr("Cache write"), "priceCacheWrite", price.rates.cacheWrite);
    m_output = addRate(tr("Output"), "priceOutput", price.rates.output);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("priceProblem"));
    m_problem->setWordWrap(true);
    widgets::setTone(*m_problem, "error");
    m_save = new QPushButton(tr("Save"), this);
    finish(m_save, "price", m_problem);
    m_save->setObjectName(QStringLiteral("priceSave"));
    setMinimumWidth(420);
    connect(m_save, &QPushButton::clicked, this, &PriceDialog::saveRequested);
    for (QLineEdit *field : {m_model, m_input, m_cached, m_cacheWrite, m_output})
        connect(field, &QLineEdit::textChanged, this, &PriceDialog::check);
    check();
}

QLineEdit *PriceDialog::addRate(const QString &name, const char *objectName, const std::optional<qint64> &rate)
{
    auto *field = new QLineEdit(typedText(rate), this);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(tr("%1, dollars for a million tokens").arg(name));
    field->setAlignment(Qt::AlignRight);
    field->setPlaceholderText(tr("as listed"));
    addField(name, field);
    return field;
}

void PriceDialog::check()
{
    bool hasPrice = false;
    bool hasMistake = false;
    for (const QLineEdit *field : {m_input, m_cached, m_cacheWrite, m_output}) {
        const bool isEmpty = field->text().trimmed().isEmpty();
        hasPrice = hasPrice || !isEmpty;
        hasMistake = hasMistake || (!isEmpty && !picoDollars(field->text()));
    }
    m_problem->setText(hasMistake ? tr("A price is a number of dollars, such as 2.50.") : QString());
    m_problem->setVisible(hasMistake);
    if (isVisible())
        fitHeight();
    m_save->setEnabled(hasPrice && !hasMistake && !m_model->text().trimmed().isEmpty());
}

PriceOverrideView PriceDialog::price() const
{
    PriceOverrideView price = m_price;
    price.pattern = m_model->text().trimmed();
    price.isPattern = price.pattern.endsWith(QLatin1Char('*'));
    price.rates.input = picoDollars(m_input->text());
    price.rates.cacheRead = picoDollars(m_cached->text());
    price.rates.cacheWrite = picoDollars(m_cacheWrite->text());
    price.rates.output = picoDollars(m_output->text());
    price.patchJson.clear(); // it would say what was before
    const QString provider = m_provider->currentData().toString();
    // A scope that this dialog does not offer stays as it is.
    if (price.scope == QLatin1String("global") || price.scope == QLatin1String("provider")) {
        price.providerId = provider;
        price.scope = provider.isEmpty() ? QStringLiteral("global") : QStringLiteral("provider");
    }
    return price;
}

void PriceDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(true);
    fitHeight();
}

} // namespace ui::dialogs
