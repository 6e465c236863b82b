// What few need of a provider: how it is probed, and of a custom one which requests it takes, and at which paths.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace ui::pages {

class ProviderExpertForm : public QWidget {
    Q_OBJECT
public:
    explicit ProviderExpertForm(QWidget *parent = nullptr);

    void setProvider(const gateway::api::ProviderView &provider);
    void edit(const gateway::api::ProviderView &provider);    // as if these values had been typed
    void writeTo(gateway::api::ProviderView &provider) const; // also the probe among its other extras
    int countChanges() const;                                 // since setProvider()

signals:
    void changed();

private:
    QWidget *buildProbe();
    QWidget *buildRequests();
    QPlainTextEdit *linesField(const char *objectName, const QString &name, const char *example, QWidget *section);
    void takeEdit();
    void fill(const gateway::api::ProviderView &provider);

    bool m_isLoading = false;
    QString m_probeBefore;
    QString m_requestsBefore; // as text
    QString m_pathsBefore;
    QLineEdit *m_probe = nullptr;
    QWidget *m_requestsSection = nullptr;
    QPlainTextEdit *m_requests = nullptr;
    QPlainTextEdit *m_paths = nullptr;
    QLabel *m_pathsHint = nullptr;
};

} // namespace ui::pages
