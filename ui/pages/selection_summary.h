// Sums up several selected requests, or sessions: count, tokens, share of errors, span of time.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/api/session_views.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::look {
class Theme;
}
namespace ui::widgets {
class FactsGrid;
}

namespace ui::pages {

struct SelectionFigures {
    int requests = 0;
    int failed = 0; // errors, refusals, broken streams; not what the client cancelled
    int running = 0;
    qint64 inputTokens = 0;
    qint64 cachedTokens = 0;
    qint64 outputTokens = 0;
    int withoutTokens = 0; // that reported none
    gateway::Money cost;
    int withoutPrice = 0; // whose cost is not known
    QDateTime first;
    QDateTime last;
    bool operator==(const SelectionFigures &) const = default;
};

SelectionFigures sumUp(const QList<gateway::api::RequestSummary> &requests);

class SelectionSummary : public QWidget {
    Q_OBJECT
public:
    explicit SelectionSummary(const look::Theme &theme, QWidget *parent = nullptr);

    void showRequests(const QList<gateway::api::RequestSummary> &requests);
    void showSessions(const QList<gateway::api::SessionView> &sessions); // one or several

signals:
    void compareWanted();

private:
    void applyTheme();
    static QString failedText(qint64 failed, qint64 requests);

    const look::Theme &m_theme;
    QLabel *m_title;
    QPushButton *m_compare; // for two
    widgets::FactsGrid *m_figures;
};

} // namespace ui::pages
