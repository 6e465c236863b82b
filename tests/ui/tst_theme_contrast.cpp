// The colours can be read: WCAG ratios of every text and state colour on every ground it is drawn on.
#include <QApplication>
#include <QPainter>
#include <QTest>

#include "ui/look/icon_set.h"
#include "ui/look/state_shape.h"
#include "ui/look/theme.h"
#include "ui/look/tokens.h"

using gateway::RequestState;
using ui::look::ColorRole;
using ui::look::Scheme;

namespace {

const QList<Scheme> schemes{Scheme::Light, Scheme::Dark, Scheme::HighContrast};
const QList<RequestState> states{RequestState::InFlight,    RequestState::Streaming,     RequestState::Succeeded,
                                 RequestState::ClientError, RequestState::UpstreamError, RequestState::RateLimited,
                                 RequestState::Blocked,     RequestState::Cancelled,     RequestState::BrokenStream};
const QList<ColorRole> plainGrounds{ColorRole::Base,   ColorRole::Window, ColorRole::Side,
                                    ColorRole::Sunken, ColorRole::Raised, ColorRole::Hover};

void requireRatio(const QColor &ink, const QColor &ground, double least, const char *what)
{
    const double ratio = ui::look::contrastRatio(ink, ground);
    QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1: %2 on %3 is %4, needs %5")
                                            .arg(QLatin1String(what), ink.name(), ground.name())
                                            .arg(ratio, 0, 'f', 2)
                                            .arg(least)));
}

QImage drawnShape(RequestState state)
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    ui::look::paintStateShape(painter, QRectF(0, 0, 32, 32), state, Qt::black);
    return image;
}

} // namespace

class ThemeContrastTest : public QObject {
    Q_OBJECT
private slots:
    void ratioFollowsWcag()
    {
        QCOMPARE(ui::look::contrastRatio(Qt::black, Qt::white), 21.0);
        // A published pair: #767676 is the lightest grey that passes 4.5 on white.
        QVERIFY(ui::look::contrastRatio(QColor(0x767676), Qt::white) >= 4.5);
        QVERIFY(ui::look::contrastRatio(QColor(0x777777), Qt::white) < 4.5);
    }

    void textIsReadableOnEveryGround()
    {
        for (const Scheme scheme : schemes) {
            const ui::look::Theme theme(scheme);
            for (const ColorRole role :
                 {ColorRole::Text, ColorRole::SecondaryText, ColorRole::Link, ColorRole::Accent}) {
                for (const ColorRole ground : plainGrounds)
                    requireRatio(theme.color(role), theme.color(ground), 4.5, "text");
            }
            for (const ColorRole ground : {ColorRole::Selection, ColorRole::SelectionWithoutFocus})
                requireRatio(theme.color(ColorRole::SelectedText), theme.color(ground), 4.5, "selected text");
            requireRatio(theme.color(ColorRole::TextOnAccent), theme.color(ColorRole::Accent), 4.5, "primary button");
        }
    }

    void statesAreReadableOnEveryGround()
    {
        for (const Scheme scheme : schemes) {
            const ui::look::Theme theme(scheme);
            for (const RequestState state : states) {
                for (const ColorRole ground : plainGrounds)
                    requireRatio(theme.stateColor(state), theme.color(ground), 4.5, "state");
                requireRatio(theme.stateColor(state), theme.stateGround(state), 4.5, "state on its badge");
                if (scheme == Scheme::HighContrast)
                    continue; // selected cells take the selected-text colour there
                for (const ColorRole ground : {ColorRole::Selection, ColorRole::SelectionWithoutFocus})
                    requireRatio(theme.stateColor(state), theme.color(ground), 4.5, "state on selection");
            }
        }
    }

    void bordersOfFieldsAndFocusCanBeSeen()
    {
        for (const Scheme scheme : schemes) {
            const ui::look::Theme theme(scheme);
            for (const ColorRole role : {ColorRole::FieldBorder, ColorRole::Focus}) {
                for (const ColorRole ground : {ColorRole::Base, ColorRole::Window, ColorRole::Side, ColorRole::Sunken})
                    requireRatio(theme.color(role), theme.color(ground), 3.0, "border");
            }
        }
    }

    void chartColoursCanBeSeenOnBase()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const ui::look::Theme theme(scheme);
            for (int index = 0; index < 8; ++index)
                requireRatio(theme.chartColor(index), theme.color(ColorRole::Base), 2.98, "chart");
        }
    }

    void shapesDifferWithoutColour()
    {
        for (const RequestState one : states) {
            for (const RequestState other : states) {
                if (one == other)
                    continue;
                const QImage first = drawnShape(one);
                const QImage second = drawnShape(other);
                int different = 0;
                for (int y = 0; y < 32; ++y) {
                    for (int x = 0; x < 32; ++x) {
                        if (qAbs(qGray(first.pixel(x, y)) - qGray(second.pixel(x, y))) > 128)
                            ++different;
                    }
                }
                QVERIFY2(different > 40, qPrintable(ui::look::stateText(one) + QStringLiteral(" looks like ")
                                                    + ui::look::stateText(other)));
            }
        }
    }

    void iconsTakeTheColourOfThePalette()
    {
        ui::look::Theme theme(Scheme::Light);
        theme.applyToApplication();
        const QIcon icon = ui::look::icon("stop");
        QCOMPARE(icon.pixmap(16, 16).toImage().pixelColor(8, 3).name(), theme.color(ColorRole::Text).name());
        theme.setScheme(Scheme::Dark);
        QCOMPARE(icon.pixmap(16, 16).toImage().pixelColor(8, 3).name(), theme.color(ColorRole::Text).name());
    }

    void rowHeightFollowsTheFont()
    {
        ui::look::Theme theme(Scheme::Light);
        const QFont before = QApplication::font();
        const int small = theme.rowHeight();
        QFont larger = before;
        larger.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(larger);
        QVERIFY(theme.rowHeight() > small);
        QApplication::setFont(before);
    }
};

QTEST_MAIN(ThemeContrastTest)
#include "tst_theme_contrast.moc"
