#include "gateway/admin/config_hash.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace gateway::admin {

std::string configHashOf(const Json &content)
{
    const QByteArray text = QByteArray::fromStdString(toText(content));
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace gateway::admin
