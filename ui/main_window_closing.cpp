// What closing the window and quitting mean: hide, wait for running requests, or end.
#include "ui/main_window.h"

#include <utility>

#include <QCloseEvent>

#include "ui/pages/page.h"
#include "ui/program.h"
#include "ui/tray_icon.h"
#include "ui/ui_settings.h"
#include "ui/user_prompt.h"
#include "ui/widgets/banner.h"

namespace ui {

using gateway::RequestState;

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    if (m_isQuitting) {
        event->accept();
        return;
    }
    const QString action = m_surroundings.settings.read(settings::closeAction);
    if (m_tray == nullptr || !m_tray->isVisible()) {
        event->ignore();
        if (!m_surroundings.settings.read(settings::wasToldAboutMissingTray)) {
            explainClosing();
            return;
        }
        requestQuit();
        return;
    }
    if (action == QLatin1String("hide")) {
        event->accept();
        return;
    }
    event->ignore();
    if (action == QLatin1String("quit"))
        requestQuit();
    else
        explainClosing();
}

void MainWindow::explainClosing()
{
    const bool hasTray = m_tray != nullptr && m_tray->isVisible();
    Question question;
    if (hasTray) {
        question.title = tr("Keep the gateway running?");
        question.text =
            tr("Hidden, Bilrost goes on answering requests and stays in the system tray. Quitting stops the "
               "gateway.");
        question.buttons = {tr("Hide"), tr("Quit"), tr("Cancel")};
        question.rememberText = tr("Do this every time");
    } else {
        question.title = tr("This desktop has no system tray");
        question.text = tr("Bilrost cannot hide there. Minimised, it goes on answering requests. Quitting stops the "
                           "gateway. From now on, closing the window quits.");
        question.buttons = {tr("Minimise"), tr("Quit"), tr("Cancel")};
    }
    question.escapeButton = 2;
    m_surroundings.prompt.ask(this, question, [this, hasTray](const Answer &answer) {
        if (answer.button == 2)
            return;
        if (!hasTray)
            m_surroundings.settings.write(settings::wasToldAboutMissingTray, true);
        else if (answer.mustRemember)
            m_surroundings.settings.write(settings::closeAction,
                                          answer.button == 0 ? QStringLiteral("hide") : QStringLiteral("quit"));
        if (answer.button == 1)
            requestQuit();
        else if (hasTray)
            hide();
        else
            showMinimized();
    });
}

// Another language is another window (decision 0028), which takes over what is not saved.
void MainWindow::chooseLanguage(const QString &code)
{
    m_surroundings.settings.write(settings::language, code);
    m_surroundings.program.useLanguage(code);
}

MainWindow::Unsaved MainWindow::unsaved() const
{
    Unsaved all;
    for (const pages::Page *page : m_pages) {
        if (std::any unsaved = page->unsaved(); unsaved.has_value())
            all.emplace(page->objectName(), std::move(unsaved));
    }
    return all;
}

void MainWindow::resume(const Unsaved &unsaved)
{
    for (pages::Page *page : std::as_const(m_pages)) {
        if (const auto found = unsaved.find(page->objectName()); found != unsaved.end())
            page->resume(found->second);
    }
}

void MainWindow::requestQuit()
{
    const int inFlight = m_surroundings.gateway.status().inFlight;
    if (inFlight == 0 || m_isQuitting) {
        acceptQuit();
        return;
    }
    Question question;
    question.title = inFlight == 1 ? tr("1 request is in flight") : tr("%n requests are in flight", nullptr, inFlight);
    question.text =
        tr("Quitting now cuts them off. Waiting takes no new requests and quits when the last one has ended.");
    question.buttons = {tr("Wait, then quit"), tr("Quit now"), tr("Cancel")};
    question.destructiveButton = 1;
    question.escapeButton = 2;
    m_surroundings.prompt.ask(this, question, [this](const Answer &answer) {
        if (answer.button == 0)
            quitWhenIdle();
        else if (answer.button == 1)
            acceptQuit();
    });
}

void MainWindow::quitWhenIdle()
{
    m_quitsWhenIdle = true;
    stopListening();
    takeStatus(); // the last one may have ended while the question was open
}

void MainWindow::acceptQuit()
{
    if (m_isQuitting)
        return;
    m_isQuitting = true;
    saveState();
    emit quitAccepted();
}

} // namespace ui
