// What the management API does to one object and to the list of its kind, and how it answers that.
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/pipeline/management_port.h"

#include <QList>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace gateway::admin {

// Null when no view has the id.
template <typename View>
const View *findIn(const QList<View> &views, const QString &id)
{
    const auto found = std::find_if(views.begin(), views.end(), [&id](const View &view) { return view.id == id; });
    return found == views.end() ? nullptr : &*found;
}

inline Json withMessage(const char *message)
{
    Json json = Json::object();
    json["message"] = message;
    return json;
}

inline Json withMessage(const char *message, const char *name, Json object)
{
    Json json = withMessage(message);
    json[name] = std::move(object);
    return json;
}

// What is done to the objects of one kind.
template <typename View>
struct Collection {
    QList<View> views;
    const char *what; // "Team"
    std::function<Json()> list;
    std::function<Json(const View &)> show;
    std::function<void(const View *previous, ManagementReply)> save;
    std::function<void(const QString &id, ManagementReply)> remove;
};

// `segments`: of the path behind the collection's own; none is the list, one an object of it. Only what
// management_routes.cpp lets through comes here.
template <typename View>
void serve(const pipeline::ManagementRequest &request, const QStringList &segments, const Collection<View> &collection,
           ManagementReply reply)
{
    if (segments.isEmpty()) {
        if (isRead(request))
            reply(answer(collection.list()));
        else
            collection.save(nullptr, std::move(reply));
        return;
    }
    const View *found = findIn(collection.views, segments.front());
    if (!found)
        reply(failure(ErrorCode::NotFound,
                      std::string(collection.what) + " not found: " + segments.front().toStdString()));
    else if (isRead(request))
        reply(answer(collection.show(*found)));
    else if (request.method == "PUT")
        collection.save(found, std::move(reply));
    else
        collection.remove(found->id, std::move(reply));
}

// Reads the body by `read`, then saves by `save`; the first error is the answer.
template <typename Read, typename Save>
void readAndSave(const pipeline::ManagementRequest &request, const ManagementReply &reply, Read read, Save save)
{
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    const auto command = read(*body);
    if (!command)
        reply(failure(command.error()));
    else
        save(*command);
}

} // namespace gateway::admin
