#include "gateway/service/request_export.h"

#include "gateway/service/view_conversion.h"

#include <algorithm>

namespace gateway::service {

namespace {

constexpr int requestsAtOnce = 100;
constexpr std::size_t bytesAtOnce = 16u * 1024u * 1024u;
constexpr qsizetype idsAtOnce = 5'000;

Error fileError(const QSaveFile &file)
{
    return Error::internal(ErrorCode::StorageFailed, "The file " + toUtf8(file.fileName())
                                                         + " cannot be written: " + toUtf8(file.errorString())
                                                         + ". Choose another place or make room.");
}

} // namespace

RequestExport::RequestExport(storage::StorageThread &storage, const api::ExportRequests &command, ExportContext context,
                             Listener listener)
    : m_storage(storage)
    , m_command(command)
    , m_context(std::move(context))
    , m_listener(std::move(listener))
    , m_query(historyQuery(command.query))
{
    m_query.condition = command.condition;
    m_query.limit = requestsAtOnce;
    m_query.offset = 0;
    m_query.beforeSequence = 0;
    m_query.oldestFirst = true; // in the order in which they happened
    nextSlice();
}

void RequestExport::start()
{
    readNext();
}

void RequestExport::readNext()
{
    m_storage.postReadWhole(
        m_query, m_command.hasBodies ? bytesAtOnce : 4 * bytesAtOnce,
        [self = shared_from_this()](const Result<storage::HistoryPage> &page) { self->takePage(page); });
}

bool RequestExport::isLastSlice() const
{
    return m_nextId >= m_command.ids.size();
}

void RequestExport::nextSlice()
{
    m_query.requestIds.clear();
    m_query.beforeSequence = 0;
    const qsizetype end = std::min(m_nextId + idsAtOnce, m_command.ids.size());
    for (; m_nextId < end; ++m_nextId)
        m_query.requestIds.push_back(toUtf8(m_command.ids.at(m_nextId)));
}

void RequestExport::takePage(const Result<storage::HistoryPage> &page)
{
    if (m_isCancelled.load(std::memory_order_relaxed))
        return fail(Error::client(ErrorCode::Cancelled, "The export was cancelled; nothing was written."));
    if (!page)
        return fail(page.error());
    if (!m_file) {
        m_file = std::make_unique<QSaveFile>(m_command.file);
        if (!m_file->open(QIODevice::WriteOnly))
            return fail(fileError(*m_file));
        // Prompts are for their owner.
        m_file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (auto done = write(exportHead(m_command.format)); !done)
            return fail(done.error());
    }
    std::string text;
    for (const storage::StoredRecord &stored : page->records) {
        text += exportRecord(m_command, m_context, stored.record, m_report.requests == 0);
        ++m_report.requests;
        const bool hasBodies = stored.record.requestBody || stored.record.responseBody;
        m_report.withoutBodies +=
            m_command.hasBodies && m_command.format != api::ExportFormat::Csv && !hasBodies ? 1 : 0;
    }
    if (auto done = write(text); !done)
        return fail(done.error());
    m_listener.advanced(m_report.requests);
    if (!page->records.empty())
        m_query.beforeSequence = page->records.back().sequence;
    if (page->hasMore)
        return readNext();
    if (isLastSlice())
        return finish();
    nextSlice();
    readNext();
}

Result<void> RequestExport::write(const std::string &text)
{
    m_report.bytes += static_cast<qint64>(text.size());
    if (m_file->write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size()))
        return unexpected(fileError(*m_file));
    return {};
}

void RequestExport::finish()
{
    if (auto done = write(exportTail(m_command.format)); !done)
        return fail(done.error());
    if (!m_file->commit())
        return fail(fileError(*m_file));
    m_file.reset();
    m_listener.ended(m_report);
}

void RequestExport::fail(Error error)
{
    m_file.reset(); // the half file goes
    m_listener.ended(unexpected(std::move(error)));
}

} // namespace gateway::service
