#include "gateway/storage/request_marks.h"

namespace gateway::storage {

namespace {

// How many rows it changed: a client may have sent an id twice.
Result<std::int64_t> update(SqliteFile &file, const RequestMark &mark)
{
    auto statement = file.prepare("UPDATE requests SET pinned = ?, comment = ?, resent_from = ?, is_marked = ?"
                                  " WHERE request_id = ?");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, mark.isPinned);
    statement->bind(2, std::string_view(mark.comment));
    statement->bind(3, std::string_view(mark.resentFrom.value));
    statement->bind(4, !mark.isEmpty());
    statement->bind(5, std::string_view(mark.request.value));
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return file.changedRows();
}

} // namespace

Result<bool> RequestMarks::save(SqliteFile &file, const RequestMark &mark)
{
    const auto changed = update(file, mark);
    if (!changed)
        return unexpected(changed.error());
    if (*changed > 0)
        return true;
    if (mark.isEmpty())
        m_waiting.erase(mark.request);
    else if (m_waiting.size() < mostWaiting || m_waiting.contains(mark.request))
        m_waiting[mark.request] = mark;
    return false;
}

Result<void> RequestMarks::writeWaiting(SqliteFile &file, const RequestId &request)
{
    if (m_waiting.empty())
        return {};
    const auto mark = m_waiting.find(request);
    if (mark == m_waiting.end())
        return {};
    if (const auto changed = update(file, mark->second); !changed)
        return unexpected(changed.error());
    return {};
}

void RequestMarks::forgetWaiting(std::span<const RequestRecord *const> records)
{
    if (m_waiting.empty())
        return;
    for (const RequestRecord *record : records)
        m_waiting.erase(record->id);
}

Result<std::vector<RequestMark>> readMarks(SqliteFile &file)
{
    auto statement = file.prepare("SELECT request_id, pinned, comment, resent_from FROM requests WHERE is_marked = 1"
                                  " ORDER BY sequence");
    if (!statement)
        return unexpected(statement.error());
    std::vector<RequestMark> marks;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return marks;
        marks.push_back({{statement->text(0)}, statement->boolean(1), statement->text(2), {statement->text(3)}});
    }
}

} // namespace gateway::storage
