// The scenes of the Routes page that the screenshot program draws.
#pragma once

#include "tests/ui/screenshots/request_scenes.h"

namespace screenshots {

QList<Scene> routeScenes();

} // namespace screenshots
