// How a page keeps its look between starts, without knowing where it is kept.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace ui::pages {

// Both may be empty: then nothing is kept. Called on the GUI thread; values are small.
struct ViewSettings {
    std::function<QByteArray(const QString &name)> read;
    std::function<void(const QString &name, const QByteArray &value)> write;

    QByteArray value(const QString &name) const { return read ? read(name) : QByteArray(); }
    void keep(const QString &name, const QByteArray &value) const
    {
        if (write)
            write(name, value);
    }
};

} // namespace ui::pages
