// A window with a fake gateway, a scripted prompt and settings of its own.
#pragma once

#include "tests/support/fake_client_setup.h"
#include "tests/support/fake_models.h"
#include "tests/support/fake_network.h"
#include "tests/support/fake_program.h"
#include "tests/support/sample_gateway.h"
#include "tests/support/scripted_prompt.h"
#include "ui/look/system_look.h"
#include "ui/look/theme.h"
#include "ui/main_window.h"
#include "ui/ui_settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

struct WindowFixture {
    QTemporaryDir folder;
    QSettings store{folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat};
    ui::UiSettings settings{store};
    ui::look::Theme theme{ui::look::Scheme::Light};
    ui::look::SystemLook systemLook;
    support::FakeGateway gateway;
    support::ScriptedPrompt prompt;
    support::FakeClientSetup clients;
    support::FakeProgram program;
    support::FakeNetwork network;
    support::FakeModels models;

    WindowFixture()
    {
        theme.applyToApplication();
        support::fillWithSamples(gateway);
    }

    std::unique_ptr<ui::MainWindow> window()
    {
        auto made = std::make_unique<ui::MainWindow>(
            ui::WindowSurroundings{gateway, theme, systemLook, settings, prompt, clients, gateway.fakeRemovals,
                                   gateway.fakeInspector, program, &network, &models});
        made->show();
        return made;
    }
};
