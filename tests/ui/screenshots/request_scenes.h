// The scenes of the Requests page that the screenshot program draws.
#pragma once

#include "tests/support/fake_gateway.h"

#include <QList>
#include <QSize>
#include <QString>

#include <functional>

namespace ui::look {
class Theme;
}

namespace screenshots {

struct Scene {
    QString name; // file name without scheme and scale
    QSize size;
    std::function<QWidget *(support::FakeGateway &gateway, const ui::look::Theme &theme)> make; // the caller owns it
    std::function<void(QWidget &page)> prepare;                                                 // after it was shown
};

QList<Scene> requestScenes();

void fillWithRequests(support::FakeGateway &gateway); // with details, conversations and two that run

} // namespace screenshots
