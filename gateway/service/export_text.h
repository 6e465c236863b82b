// Writes stored requests as HAR, JSON Lines or CSV. Pure: text in, text out.
#pragma once

#include "gateway/api/inspector_views.h"
#include "gateway/base/request_record.h"

#include <QHash>
#include <QString>

#include <string>

namespace gateway::service {

// What an export knows beside the records.
struct ExportContext {
    QString baseUrl; // of the gateway, for the addresses in a HAR
    QHash<QString, api::RequestMark> marks;
};

// The whole file is head, records, tail.
std::string exportHead(api::ExportFormat format);
std::string exportRecord(const api::ExportRequests &command, const ExportContext &context, const RequestRecord &record,
                         bool isFirst);
std::string exportTail(api::ExportFormat format);

} // namespace gateway::service
