// What helps to find a fault: shown whole before it is copied or saved, and nothing else goes along.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/pages/page.h"

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui {
class Program;
class UiSettings;
} // namespace ui

namespace ui::pages {

class DiagnosticsPage : public Page {
    Q_OBJECT
public:
    // Where the text is saved; an empty name means that the person changed their mind.
    using ChooseFile = std::function<QString(QWidget *parent, const QString &suggestedName)>;

    // All three must outlive the page.
    DiagnosticsPage(gateway::api::GatewayFacade &gateway, const UiSettings &settings, const Program &program,
                    QWidget *parent = nullptr);

    void setChooseFile(ChooseFile choose) { m_chooseFile = std::move(choose); }

    QString title() const override { return tr("Diagnostics"); }
    const char *iconName() const override { return "diagnostics"; }
    void pageShown() override;
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

private:
    QWidget *buildHeader();
    void refresh();
    void copy();
    void save();
    void say(const QString &text, bool isProblem);

    gateway::api::GatewayFacade &m_gateway;
    const UiSettings &m_settings;
    const Program &m_program;
    ChooseFile m_chooseFile;
    QLabel *m_answer = nullptr;
    QPushButton *m_copy = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

} // namespace ui::pages
