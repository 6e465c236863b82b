// What closing the window and quitting mean: hide, wait for running requests, or end.
#include "ui/main_window.h"

#include <QCloseEvent>

#include "ui/pages/settings_page.h"
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

// Another language is another window (decision 0028), and what was typed in this one goes with it.
void MainWindow::chooseLanguage(const QString &code)
{
    QStringList unsaved;
    for (const pages::Page *page : std::as_const(m_pages)) {
        if (page->hasUnsavedText())
            unsaved.append(page->title());
    }
    if (unsaved.isEmpty()) {
        useLanguage(code);
        return;
    }
    Question question;
    question.title = tr("Change the language and drop what is not saved?");
    question.text =
        tr("The window is made anew in the other language. These pages have changes that are not saved: %1.")
            .arg(unsaved.join(QStringLiteral(", ")));
    question.buttons = {tr("Keep the language"), tr("Drop the changes")};
    question.destructiveButton = 1;
    m_surroundings.prompt.ask(this, question, [this, code](const Answer &answer) {
        if (answer.button == 1)
            useLanguage(code);
        else
            m_settingsPage->pageShown(); // shows the language that stays
    });
}

void MainWindow::useLanguage(const QString &code)
{
    m_surroundings.settings.write(settings::language, code);
    m_surroundings.program.useLanguage(code);
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
