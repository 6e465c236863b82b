// Installs the texts of the user's language.
#pragma once

class QCoreApplication;

namespace app {

// Ours and Qt's own; English where there is no translation. The translators live as long as the application.
void installTranslations(QCoreApplication &application);

} // namespace app
