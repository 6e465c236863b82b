// Installs the texts of the user's language, and changes them while the program runs.
#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QTranslator;

namespace app {

// Lives on the main thread, as long as the QApplication. Widgets that exist already keep their texts: whoever changes
// the language makes the window anew.
class Translations {
public:
    Translations();
    ~Translations();
    Translations(const Translations &) = delete;
    Translations &operator=(const Translations &) = delete;

    // Ours and Qt's own texts, and the form of numbers and dates. English where there is no translation. Empty: the
    // language of the system.
    void use(const QString &code);

    static QStringList codes(); // of the languages that are built in: "de", "zh_CN"

    // The first of `wanted` (BCP 47 or POSIX names, the most wanted first) that is built in, as its code; empty when
    // none is. Countries do not matter, scripts do: who reads traditional Chinese is not given the simplified one.
    static QString bestFor(const QStringList &wanted);

    // What those who speak it call it: "Español".
    static QString ownName(const QString &code);

private:
    bool install(const QString &name, const QString &folder);

    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

} // namespace app
