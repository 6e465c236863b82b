// A language that nobody speaks: every text of ours with accents, longer by a third, between marks. What is cut or was
// never given to the translators shows at once.
#pragma once

#include <QTranslator>

namespace screenshots {

class PseudoLocale final : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *comment, int number) const override;
};

bool isPseudo(const QString &text);

} // namespace screenshots
