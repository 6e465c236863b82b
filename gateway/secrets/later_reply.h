// Answers from the event loop, so that no caller is entered again inside its own call.
#pragma once

#include "gateway/secrets/secret_store.h"

#include <QMetaObject>
#include <QObject>

#include <utility>

namespace gateway::secrets {

// Not at all when `context` is destroyed first.
template <typename Value>
void replyLater(QObject &context, SecretStore::Reply<Value> reply, Result<Value> result)
{
    QMetaObject::invokeMethod(
        &context, [reply = std::move(reply), result = std::move(result)]() mutable { reply(std::move(result)); },
        Qt::QueuedConnection);
}

} // namespace gateway::secrets
