#include "ui/ui_settings.h"

namespace ui {

namespace {

// The number rises when the panes of a splitter change, so that an old state is not applied to new panes.
QString splitterKey(const QString &objectName)
{
    return QStringLiteral("window/splitter_1/%1").arg(objectName);
}

} // namespace

QVariant UiSettings::storedValue(const QString &key, const QString &formerKey) const
{
    const QVariant value = m_store.value(key);
    return value.isValid() || formerKey.isEmpty() ? value : m_store.value(formerKey);
}

QByteArray UiSettings::splitterState(const QString &objectName) const
{
    return m_store.value(splitterKey(objectName)).toByteArray();
}

void UiSettings::writeSplitterState(const QString &objectName, const QByteArray &state)
{
    m_store.setValue(splitterKey(objectName), state);
}

} // namespace ui
