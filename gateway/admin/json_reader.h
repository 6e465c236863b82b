// Reads the members of a JSON object that may be absent, and knows which of them nobody asked for.
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/base/error.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <set>
#include <string>

namespace gateway::admin {

// Remembers the first member that is of another type. Borrows the object. Absent members, and null, leave the value.
class JsonReader {
public:
    // `prefix` stands before names in messages: "targets: ".
    explicit JsonReader(const Json &object, std::string prefix = {}) : m_object(object), m_prefix(std::move(prefix)) {}

    const Json *member(const char *name); // null when it is absent or null
    bool has(const char *name);           // also when it is null
    void string(const char *name, QString &into);
    void boolean(const char *name, bool &into);
    void integer(const char *name, qint64 &into);
    void number(const char *name, double &into);
    void strings(const char *name, QStringList &into);
    const Json *object(const char *name); // null when absent, or when it is no object, which is an error
    const Json *list(const char *name);
    void ignore(const char *name) { m_asked.insert(name); } // known, and of no meaning here

    void refuse(const char *name, const char *expected);
    void fail(Error error); // of what a caller has read by itself
    const std::optional<Error> &error() const { return m_error; }
    const std::string &prefix() const { return m_prefix; }
    QStringList unknownMembers() const; // that nobody asked for

private:
    const Json &m_object;
    std::string m_prefix;
    std::set<std::string> m_asked;
    std::optional<Error> m_error;
};

} // namespace gateway::admin
