// What few need of a provider: how it is probed, its connections, what it may keep, and of a custom one where it wants the key, which
// requests it takes, and at which paths.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace ui::pages {

class ProviderExpertForm : public QWidget {
    Q_OBJECT
public:
    explicit ProviderExpertForm(QWidget *parent = nullptr);

    void setProvider(const gateway::api::ProviderView &provider);
    void edit(const gateway::api::ProviderView &provider);    // as if these values had been typed
    void writeTo(gateway::api::ProviderView &provider) const; // also what stands among its other extras
    int countChanges() const;                                 // since setProvider()

signals:
    void changed();

private:
    QWidget *buildProbe();
    QWidget *buildConnections();
    QSpinBox *countField(const char *objectName, int most, QWidget *section);
    QWidget *buildStoring();
    QWidget *buildKeyPlace();
    QCheckBox *checkBox(const char *objectName, const QString &text, QWidget *section);
    void writeExtras(gateway::api::ProviderView &provider) const;
    QWidget *buildRequests();
    QPlainTextEdit *linesField(const char *objectName, const QString &name, const char *example, QWidget *section);
    void takeEdit();
    void fill(const gateway::api::ProviderView &provider);

    bool m_isLoading = false;
    QString m_probeBefore;
    int m_connectionsBefore = 0;
    int m_keepAliveBefore = 0;
    QString m_requestsBefore; // as text
    QString m_pathsBefore;
    bool m_disablesStoreBefore = false;
    bool m_isInAddressBefore = false;
    QString m_parameterBefore;
    QLineEdit *m_probe = nullptr;
    QSpinBox *m_connections = nullptr;
    QSpinBox *m_keepAlive = nullptr; // seconds
    QWidget *m_storingSection = nullptr;
    QCheckBox *m_disablesStore = nullptr;
    QWidget *m_keySection = nullptr;
    QCheckBox *m_isInAddress = nullptr;
    QLineEdit *m_parameter = nullptr;
    QWidget *m_requestsSection = nullptr;
    QPlainTextEdit *m_requests = nullptr;
    QPlainTextEdit *m_paths = nullptr;
    QLabel *m_pathsHint = nullptr;
};

} // namespace ui::pages
