// What an assistive program sees of another one: a tree of named things with roles, read and used over AT-SPI.
// The interfaces are those of at-spi2-core, https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace accessibility {

// (so): a bus name and an object of it.
struct Reference {
    QString service;
    QDBusObjectPath path;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Reference &reference);
const QDBusArgument &operator>>(const QDBusArgument &argument, Reference &reference);

// One thing of the other program. It may be gone by the time it is asked; answers are empty then.
class Node {
public:
    Node(const QDBusConnection &bus, Reference reference) : m_bus(bus), m_reference(std::move(reference)) {}

    // Of all programs on the accessibility bus; nothing when there is no such bus.
    static std::optional<Node> desktop();

    QString name() const;
    QString role() const; // "push button"
    QList<Node> children() const;
    int childCount() const;
    std::optional<Node> child(int index) const;
    bool isShowing() const { return hasState(25); }
    bool isEnabled() const { return hasState(8); }
    bool isChecked() const { return hasState(4); }
    bool isExpandable() const { return hasState(9); }
    bool isExpanded() const { return hasState(10); }

    bool act(const QString &action) const; // "Press"; false: there is none, or it could not be done
    bool write(const QString &text) const;
    int rows() const; // of a table
    std::optional<Node> cell(int row, int column) const;
    bool selectRow(int row) const;

    QString outline() const; // "role: name" of what is on screen, for messages of tests
    // The first one that is on screen and has this role and a name for which `isIt` holds, breadth first. Inside of
    // tables, charts and what is not on screen nothing is looked for.
    std::optional<Node> find(const QString &role, const std::function<bool(const QString &name)> &isIt) const;

private:
    QList<Node> inside() const;   // what is on screen inside of it, at any depth
    bool hasState(int bit) const; // of AtspiStateType
    QVariant property(const char *interface, const char *name) const;
    QVariantList call(const char *interface, const char *method, const QVariantList &arguments = {}) const;
    std::optional<Node> nodeOf(const QVariantList &answer) const;

    QDBusConnection m_bus;
    Reference m_reference;
};

} // namespace accessibility

Q_DECLARE_METATYPE(accessibility::Reference)
