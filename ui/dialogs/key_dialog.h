// Asks for one key of a provider: value in, value out.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "ui/dialogs/form_dialog.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QDoubleSpinBox;

namespace ui::widgets {
class SecretLineEdit;
}

namespace ui::dialogs {

class AwsKeyFields;
class KeyPlaceFields;

// A stored value is never shown; an empty field keeps it.
class KeyDialog : public FormDialog {
    Q_OBJECT
public:
    // `family` of the provider: a Bedrock key can be an AWS access key, too, and has a region. `usualVariable`: what
    // people call the environment variable with such a key.
    KeyDialog(const gateway::api::ProviderKeyView &key, bool isNew, QWidget *parent = nullptr,
              const QString &family = {}, const QString &usualVariable = {});

    gateway::api::ProviderKeyView key() const;
    QString value() const; // empty: keep the stored one, or it comes from the environment
    gateway::api::AwsKeyInput aws() const;

private:
    void takeEdit();
    void showSource();
    bool hasSource(bool isElsewhere) const;
    bool hasStoredValue() const;
    void showValueHint(bool isElsewhere);
    bool isForNone() const;

    gateway::api::ProviderKeyView m_key;
    bool m_isNew;
    QLineEdit *m_name;
    QRadioButton *m_isTyped;
    QRadioButton *m_isFromEnvironment;
    QRadioButton *m_isAwsKey;
    QRadioButton *m_isFoundByAws;
    QRadioButton *m_isFoundByGoogle;
    AwsKeyFields *m_aws; // null for other families
    KeyPlaceFields *m_place;
    QStringList m_storedPlaces; // that the stored value belongs to
    widgets::SecretLineEdit *m_value;
    QLineEdit *m_variable;
    QLineEdit *m_models;
    QDoubleSpinBox *m_weight;
    QLabel *m_valueHint;
    QPushButton *m_save;
    double m_shownWeight = 0;
};

} // namespace ui::dialogs
