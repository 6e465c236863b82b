// The settings of the window: one typed table of keys, defaults and former names.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QVariant>

namespace ui {

template <typename Value>
struct Setting {
    const char *key;
    Value defaultValue;
    const char *renamedFrom = nullptr; // read when the key is absent, moved on the first write
};

namespace settings {

inline const Setting<QByteArray> windowGeometry{"window/geometry", {}};
inline const Setting<QString> currentPage{"window/page", QStringLiteral("dashboard")};
inline const Setting<QString> theme{"look/theme", QStringLiteral("system")}; // system, light, dark, contrast
inline const Setting<QString> closeAction{"window/close_action", QStringLiteral("ask")}; // ask, hide, quit
inline const Setting<bool> wasToldAboutMissingTray{"window/told_about_missing_tray", false};
inline const Setting<bool> wizardIsDone{"first_run/wizard_is_done", false};
inline const Setting<QString> language{"look/language", {}}; // a code such as "de"; empty: the system's
inline const Setting<bool> loginInTray{"login/in_tray", true};
inline const Setting<int> port{"gateway/port", 0}; // chosen in the window; 0: the usual one
inline const Setting<bool> notifiesProviderDown{"notify/provider_down", true};
inline const Setting<bool> notifiesProviderBack{"notify/provider_back", true};
inline const Setting<bool> notifiesKeyRejected{"notify/key_rejected", true};
inline const Setting<bool> notifiesNoTargetLeft{"notify/no_target_left", true};
inline const Setting<bool> notifiesBudget{"notify/budget", true};

} // namespace settings

// Lives on the GUI thread; borrows the QSettings, which must outlive it.
class UiSettings {
public:
    explicit UiSettings(QSettings &store) : m_store(store) {}

    template <typename Value>
    Value read(const Setting<Value> &setting) const
    {
        const QVariant stored = storedValue(QString::fromLatin1(setting.key), QString::fromLatin1(setting.renamedFrom));
        return stored.canConvert<Value>() ? stored.value<Value>() : setting.defaultValue;
    }

    template <typename Value>
    void write(const Setting<Value> &setting, const Value &value)
    {
        m_store.setValue(QString::fromLatin1(setting.key), value);
        if (setting.renamedFrom != nullptr)
            m_store.remove(QString::fromLatin1(setting.renamedFrom));
    }

    QByteArray splitterState(const QString &objectName) const;
    void writeSplitterState(const QString &objectName, const QByteArray &state);

private:
    QVariant storedValue(const QString &key, const QString &formerKey) const;

    QSettings &m_store;
};

} // namespace ui
