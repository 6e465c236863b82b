// Writes a request as a program for the local gateway, to be copied.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace ui::pages {

// What all copies of a request share. Credentials are left out: stored headers hold none to copy, and the key is a
// placeholder, the environment variable BILROST_KEY.
struct CopiedRequest {
    QString method;
    QString url;
    QString keyHeader; // "Authorization" or "x-api-key"
    QString keyPrefix; // before the key: "Bearer "
    QList<std::pair<QString, QString>> headers;
    QByteArray body;
};

CopiedRequest copiedRequest(const gateway::api::RequestDetail &detail, const QString &baseUrl);

// Python 3 with nothing but its own library.
QString pythonCode(const gateway::api::RequestDetail &detail, const QString &baseUrl);
// An ECMAScript module for Node 18 and newer.
QString javaScriptCode(const gateway::api::RequestDetail &detail, const QString &baseUrl);

} // namespace ui::pages
