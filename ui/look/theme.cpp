#include "ui/look/theme.h"

#include <array>
#include <map>

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

#include "ui/look/control_style.h"
#include "ui/look/focus_ring.h"
#include "ui/look/tokens.h"

namespace ui::look {

namespace {

QFont scaled(QFont font, double ratio)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * ratio);
    else
        font.setPixelSize(qRound(font.pixelSize() * ratio));
    return font;
}

QFont weighted(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

QString fontRule(const QFont &font)
{
    const QString size = font.pointSizeF() > 0 ? QStringLiteral("%1pt").arg(font.pointSizeF())
                                               : QStringLiteral("%1px").arg(font.pixelSize());
    return QStringLiteral("font-size: %1; font-weight: %2;").arg(size).arg(static_cast<int>(font.weight()));
}

QFont fontFrom(const QFont &body, TextStyle style)
{
    switch (style) {
    case TextStyle::Title: return weighted(scaled(body, 20.0 / 13.0), QFont::DemiBold);
    case TextStyle::PageName: return weighted(scaled(body, 16.0 / 13.0), QFont::DemiBold);
    case TextStyle::Strong: return weighted(body, QFont::DemiBold);
    case TextStyle::Body: return body;
    case TextStyle::Small: return scaled(body, 12.0 / 13.0);
    case TextStyle::Label: return weighted(scaled(body, 11.0 / 13.0), QFont::Medium);
    case TextStyle::Mono: break;
    }
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont small = scaled(body, 12.0 / 13.0);
    if (small.pointSizeF() > 0)
        mono.setPointSizeF(small.pointSizeF());
    else
        mono.setPixelSize(small.pixelSize());
    return mono;
}

} // namespace

Theme::Theme(Scheme scheme, QObject *parent) : QObject(parent), m_scheme(scheme) {}

Theme::~Theme() = default;

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    applyToApplication();
    emit changed();
}

QColor Theme::color(ColorRole role) const
{
    return tokenColor(m_scheme, role);
}

QColor Theme::stateColor(gateway::RequestState state) const
{
    return tokenStateColor(m_scheme, state);
}

QColor Theme::stateGround(gateway::RequestState state) const
{
    using gateway::RequestState;
    switch (state) {
    case RequestState::InFlight: return color(ColorRole::InfoGround);
    case RequestState::Streaming:
    case RequestState::Succeeded: return color(ColorRole::OkGround);
    case RequestState::ClientError:
    case RequestState::BrokenStream: return color(ColorRole::WarningGround);
    case RequestState::UpstreamError: return color(ColorRole::ErrorGround);
    case RequestState::RateLimited: return color(ColorRole::VioletGround);
    case RequestState::Blocked: return color(ColorRole::PinkGround);
    case RequestState::Cancelled: return color(ColorRole::GreyGround);
    }
    return {};
}

QColor Theme::chartColor(int index) const
{
    static constexpr std::array<QRgb, 8> colors{0x3295F6, 0xC68206, 0x1F7265, 0x7754C6,
                                                0x6EA078, 0xBC3D17, 0x9678A9, 0x7A8596};
    return QColor(colors[static_cast<std::size_t>(qBound(0, index, 7))]);
}

QFont Theme::font(TextStyle style) const
{
    // Each cell of a list asks. A font that is made anew has to find its typeface again before it draws.
    static QFont knownBody; // GUI thread only
    static std::map<TextStyle, QFont> known;
    const QFont body = QApplication::font();
    if (body != knownBody)
        known.clear();
    knownBody = body;
    auto found = known.find(style);
    if (found == known.end())
        found = known.emplace(style, fontFrom(body, style)).first;
    return found->second;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ColorRole token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, ColorRole::Window);
    set(QPalette::WindowText, ColorRole::Text);
    set(QPalette::Base, ColorRole::Base);
    set(QPalette::AlternateBase, ColorRole::Sunken);
    set(QPalette::Text, ColorRole::Text);
    set(QPalette::Button, ColorRole::Raised);
    set(QPalette::ButtonText, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::TextOnAccent);
    set(QPalette::ToolTipBase, ColorRole::Raised);
    set(QPalette::ToolTipText, ColorRole::Text);
    set(QPalette::Highlight, ColorRole::Selection);
    set(QPalette::HighlightedText, ColorRole::SelectedText);
    set(QPalette::Link, ColorRole::Link);
    set(QPalette::LinkVisited, ColorRole::Link);
    set(QPalette::PlaceholderText, ColorRole::SecondaryText);
    set(QPalette::Light, ColorRole::Raised);
    set(QPalette::Midlight, ColorRole::Hover);
    set(QPalette::Mid, ColorRole::Divider);
    set(QPalette::Dark, ColorRole::FieldBorder);
    set(QPalette::Shadow, ColorRole::FieldBorder);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(ColorRole::SelectionWithoutFocus));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::DisabledText));
    return palette;
}

// Only box, colour and padding of the few things that the proxy style leaves alone, and the variants of labels.
QString Theme::styleSheet() const
{
    const auto hex = [this](ColorRole role) { return color(role).name(); };
    QString sheet;
    const auto label = [&](const char *name, TextStyle style) {
        sheet += QStringLiteral("QLabel[textStyle=\"%1\"] { %2 }\n").arg(QLatin1String(name), fontRule(font(style)));
    };
    label("title", TextStyle::Title);
    label("page", TextStyle::PageName);
    label("strong", TextStyle::Strong);
    label("small", TextStyle::Small);
    label("label", TextStyle::Label);
    sheet +=
        QStringLiteral("QLabel[textStyle=\"mono\"], QPlainTextEdit[textStyle=\"mono\"] { font-family: \"%1\"; %2 }\n")
            .arg(font(TextStyle::Mono).family(), fontRule(font(TextStyle::Mono)));
    sheet += QStringLiteral("QLabel[tone=\"secondary\"] { color: %1; }\n").arg(hex(ColorRole::SecondaryText));
    using gateway::RequestState;
    const auto tone = [&](const char *name, RequestState state) {
        sheet +=
            QStringLiteral("QLabel[tone=\"%1\"] { color: %2; }\n").arg(QLatin1String(name), stateColor(state).name());
    };
    tone("error", RequestState::UpstreamError);
    tone("warning", RequestState::ClientError);
    tone("ok", RequestState::Succeeded);
    sheet +=
        QStringLiteral("QToolTip { background: %1; color: %2; border: 1px solid %3; padding: 4px 6px; }\n"
                       "QMenu { background: %1; color: %2; border: 1px solid %3; padding: 4px; }\n"
                       "QMenu::item { padding: 5px 28px 5px 28px; border-radius: 3px; background: transparent; }\n"
                       "QMenu::item:selected { background: %4; color: %5; }\n"
                       "QMenu::item:disabled { color: %6; }\n"
                       "QMenu::icon { padding-left: 6px; }\n"
                       "QMenu::separator { height: 1px; background: %7; margin: 4px 0; }\n")
            .arg(hex(ColorRole::Raised), hex(ColorRole::Text), hex(ColorRole::ButtonBorder), hex(ColorRole::Selection),
                 hex(ColorRole::SelectedText), hex(ColorRole::DisabledText), hex(ColorRole::Divider));
    sheet += QStringLiteral("QMenuBar { background: %1; color: %2; border-bottom: 1px solid %3; padding: 2px 12px; }\n"
                            "QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 3px; }\n"
                            "QMenuBar::item:selected { background: %4; color: %5; }\n")
                 .arg(hex(ColorRole::Window), hex(ColorRole::Text), hex(ColorRole::Divider), hex(ColorRole::Selection),
                      hex(ColorRole::SelectedText));
    sheet +=
        QStringLiteral(
            "QScrollBar { background: transparent; border: none; }\n"
            "QScrollBar:vertical { width: 11px; } QScrollBar:horizontal { height: 11px; }\n"
            "QScrollBar::handle { background: %1; border-radius: 3px; margin: 2px; }\n"
            "QScrollBar::handle:vertical { min-height: 28px; } QScrollBar::handle:horizontal { min-width: 28px; }\n"
            "QScrollBar::handle:hover { background: %2; }\n"
            "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }\n"
            "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }\n")
            .arg(hex(ColorRole::ButtonBorder), hex(ColorRole::FieldBorder));
    return sheet;
}

int Theme::rowHeight() const
{
    return QFontMetrics(font(TextStyle::Body)).height() + 9;
}

int Theme::twoLineRowHeight() const
{
    return QFontMetrics(font(TextStyle::Body)).height() + QFontMetrics(font(TextStyle::Small)).height() + 13;
}

void Theme::applyToApplication()
{
    if (!m_style) {
        m_style = new ControlStyle;
        QApplication::setStyle(m_style); // takes ownership
    }
    m_style->setScheme(m_scheme);
    QApplication::setPalette(palette());
    qApp->setStyleSheet(styleSheet());
    FocusRing::installOn(*qApp);
}

} // namespace ui::look
