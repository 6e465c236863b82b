#include "ui/look/icon_set.h"

#include <memory>

#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include "ui/look/tokens.h"

// Resources of a static library are only found when somebody asks for them by name, at global scope.
static void loadIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace ui::look {

namespace {

// Paints into pixmaps of any size; sizes are in device pixels already.
class PaintedEngine : public QIconEngine {
public:
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }
};

// Renders one SVG in the colour of the palette at the moment of painting, so a theme change needs no new icon.
class RecolouringEngine : public PaintedEngine {
public:
    explicit RecolouringEngine(QByteArray source) : m_source(std::move(source)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QColor color = colorFor(mode);
        if (!m_renderer || color != m_color) {
            QByteArray coloured = m_source;
            coloured.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
            m_renderer = std::make_shared<QSvgRenderer>(coloured);
            m_color = color;
        }
        m_renderer->render(painter, QRectF(rect));
    }

    QIconEngine *clone() const override { return new RecolouringEngine(*this); }

private:
    static QColor colorFor(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled: return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected: return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active: break;
        }
        return palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QByteArray m_source;
    std::shared_ptr<QSvgRenderer> m_renderer;
    QColor m_color;
};

class MarkEngine : public PaintedEngine {
public:
    MarkEngine(QString letter, const QColor &color) : m_letter(std::move(letter)), m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(mode == QIcon::Disabled ? 0.5 : 1.0);
        // A black mark on a dark ground, or a white one on white, still has an edge.
        const QPalette palette = QGuiApplication::palette();
        const bool isLost = contrastRatio(m_color, palette.color(QPalette::Base)) < 1.6;
        painter->setPen(isLost ? QPen(palette.color(QPalette::Dark)) : QPen(Qt::NoPen));
        painter->setBrush(m_color);
        const qreal radius = qMax(3.0, rect.height() * 4.0 / 26.0);
        painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        QFont font = QGuiApplication::font();
        font.setPixelSize(qMax(8, rect.height() * 14 / 26));
        font.setWeight(QFont::Bold);
        painter->setFont(font);
        const bool isWhiteReadable = contrastRatio(m_color, Qt::white) >= contrastRatio(m_color, Qt::black);
        painter->setPen(isWhiteReadable ? Qt::white : Qt::black);
        painter->drawText(rect, Qt::AlignCenter, m_letter);
        painter->restore();
    }

    QIconEngine *clone() const override { return new MarkEngine(*this); }

private:
    QString m_letter;
    QColor m_color;
};

} // namespace

QIcon icon(const char *name)
{
    loadIconResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No icon named %s", name);
        return {};
    }
    return QIcon(new RecolouringEngine(file.readAll())); // the icon takes ownership
}

QIcon providerMark(const QString &letter, const QColor &color)
{
    return QIcon(new MarkEngine(letter, color.isValid() ? color : QColor(0x5B6472)));
}

} // namespace ui::look
