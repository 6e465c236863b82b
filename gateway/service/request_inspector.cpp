#include "gateway/service/request_inspector.h"

#include "gateway/service/request_comparison.h"
#include "gateway/service/request_export.h"
#include "gateway/service/usage_questions.h"
#include "gateway/service/utc_time.h"
#include "gateway/service/view_conversion.h"
#include "gateway/storage/body_index.h"
#include "gateway/storage/session_sums.h"

namespace gateway::service {

namespace {

storage::RequestMark storedMark(const api::RequestMark &mark)
{
    return {{toUtf8(mark.requestId)}, mark.isPinned, toUtf8(mark.comment), {toUtf8(mark.resentFrom)}};
}

api::RequestMark markView(const storage::RequestMark &mark)
{
    return {toText(mark.request.value), mark.isPinned, toText(mark.comment), toText(mark.resentFrom.value)};
}

api::SessionPage sessionPage(const storage::SessionSums &sums)
{
    api::SessionPage page;
    page.matching = sums.matching;
    page.totalStored = sums.totalStored;
    for (const storage::SessionSum &sum : sums.sessions) {
        page.sessions.append({toText(sum.id), sum.requests, sum.failed, sum.cost, sum.unpriced, sum.inputTokens,
                              sum.outputTokens, inUtc(sum.firstStart), inUtc(sum.lastStart)});
    }
    return page;
}

} // namespace

RequestInspector::RequestInspector(storage::StorageThread &storage, std::shared_ptr<WorkerGate> mainGate,
                                   std::function<QString()> baseUrl)
    : m_storage(storage), m_mainGate(std::move(mainGate)), m_baseUrl(std::move(baseUrl))
{
    connect(&m_resending, &RequestResending::failed, this, &RequestInspector::resendFailed);
    readMarks();
    lookAtBodySearch();
}

RequestInspector::~RequestInspector()
{
    for (const auto &running : std::as_const(m_exports))
        running->cancel();
}

// --- marks

void RequestInspector::readMarks()
{
    m_storage.postReadMarks([this, gate = m_mainGate](Result<std::vector<storage::RequestMark>> stored) {
        gate->post([this, stored = std::move(stored)] {
            if (!stored)
                return; // what is unreadable shows in the list of requests itself
            for (const storage::RequestMark &mark : *stored) {
                const api::RequestMark view = markView(mark);
                if (!m_marks.contains(view.requestId)) // changed meanwhile
                    m_marks.insert(view.requestId, view);
            }
            emit marksRead();
        });
    });
}

api::RequestMark RequestInspector::mark(const QString &requestId) const
{
    api::RequestMark mark = m_marks.value(requestId);
    mark.requestId = requestId;
    return mark;
}

void RequestInspector::pin(const QString &requestId, bool isPinned, Reply<api::RequestMark> reply)
{
    api::RequestMark changed = mark(requestId);
    changed.isPinned = isPinned;
    change(changed, std::move(reply));
}

void RequestInspector::comment(const QString &requestId, const QString &comment, Reply<api::RequestMark> reply)
{
    api::RequestMark changed = mark(requestId);
    changed.comment = comment.trimmed();
    change(changed, std::move(reply));
}

void RequestInspector::keep(const api::RequestMark &mark)
{
    if (mark.isEmpty())
        m_marks.remove(mark.requestId);
    else
        m_marks.insert(mark.requestId, mark);
    emit markChanged(mark);
}

void RequestInspector::change(const api::RequestMark &mark, Reply<api::RequestMark> reply)
{
    const api::RequestMark before = this->mark(mark.requestId);
    keep(mark);
    m_storage.postSaveMark(storedMark(mark),
                           [this, gate = m_mainGate, mark, before, reply = std::move(reply)](Result<bool> saved) {
                               gate->post([this, mark, before, reply, saved = std::move(saved)] {
                                   if (!saved && this->mark(mark.requestId) == mark)
                                       keep(before);
                                   if (saved)
                                       reply(mark);
                                   else
                                       reply(unexpected(saved.error()));
                               });
                           });
}

// --- filtering and comparing

void RequestInspector::queryRequests(const api::HistoryQuery &query, const FilterTerm &condition,
                                     Reply<api::HistoryPage> reply)
{
    storage::HistoryQuery wanted = historyQuery(query);
    wanted.condition = condition;
    m_storage.postQuery(std::move(wanted), query.mustCountMatching,
                        [gate = m_mainGate, reply = std::move(reply)](const Result<storage::HistoryPage> &page) {
                            const auto answer = page ? Result<api::HistoryPage>(historyPage(*page))
                                                     : Result<api::HistoryPage>(unexpected(page.error()));
                            gate->post([reply, answer] { reply(answer); });
                        });
}

void RequestInspector::queryRequestHistogram(const api::HistoryQuery &query, const FilterTerm &condition,
                                             const api::LogHistogramQuestion &question,
                                             Reply<QList<api::LogBucket>> reply)
{
    storage::LogHistogramQuery wanted = histogramQuery(query, question);
    wanted.filter.condition = condition;
    m_storage.postLogHistogram(std::move(wanted), [gate = m_mainGate, reply = std::move(reply)](
                                                      const Result<std::vector<storage::LogBucket>> &buckets) {
        const auto answer = buckets ? Result<QList<api::LogBucket>>(bucketViews(*buckets))
                                    : Result<QList<api::LogBucket>>(unexpected(buckets.error()));
        gate->post([reply, answer] { reply(answer); });
    });
}

void RequestInspector::querySessions(const api::HistoryQuery &query, const FilterTerm &condition,
                                     Reply<api::SessionPage> reply)
{
    storage::HistoryQuery wanted = historyQuery(query);
    wanted.condition = condition;
    m_storage.postSessionSums(std::move(wanted),
                              [gate = m_mainGate, reply = std::move(reply)](const Result<storage::SessionSums> &sums) {
                                  const auto answer = sums ? Result<api::SessionPage>(sessionPage(*sums))
                                                           : Result<api::SessionPage>(unexpected(sums.error()));
                                  gate->post([reply, answer] { reply(answer); });
                              });
}

void RequestInspector::lookAtBodySearch()
{
    m_storage.postReadBodySearch([this, gate = m_mainGate](Result<storage::BodySearchState> state) {
        gate->post([this, state = std::move(state)] {
            if (state) // else it stays as it was
                takeBodySearch({state->isOn, state->share});
        });
    });
}

void RequestInspector::setBodySearch(bool isOn, Reply<api::BodySearchView> reply)
{
    m_storage.postSetBodySearch(
        isOn, [this, gate = m_mainGate, reply = std::move(reply)](Result<storage::BodySearchState> state) {
            gate->post([this, reply, state = std::move(state)] {
                if (!state) {
                    reply(unexpected(state.error()));
                    return;
                }
                takeBodySearch({state->isOn, state->share});
                reply(m_bodySearch);
            });
        });
}

void RequestInspector::takeBodySearch(const api::BodySearchView &view)
{
    if (std::exchange(m_bodySearch, view) != view)
        emit bodySearchChanged();
}

void RequestInspector::compareRequests(const QString &first, const QString &second, Reply<api::RequestComparison> reply)
{
    const auto answer = [gate = m_mainGate, reply = std::move(reply)](Result<api::RequestComparison> comparison) {
        gate->post([reply, comparison = std::move(comparison)] { reply(comparison); });
    };
    // The second one is asked for by the reader thread, where it is also compared.
    m_storage.postRead({toUtf8(first)}, [storage = &m_storage, answer, second](Result<storage::StoredRecord> one) {
        if (!one) {
            answer(unexpected(one.error()));
            return;
        }
        storage->postRead({toUtf8(second)}, [answer, one = std::move(one)](Result<storage::StoredRecord> other) {
            if (other)
                answer(service::compareRequests(*one, *other));
            else
                answer(unexpected(other.error()));
        });
    });
}

// --- sending again

void RequestInspector::resend(const api::ResendRequest &command, Reply<QString> reply)
{
    m_storage.postRead({toUtf8(command.requestId)}, [this, gate = m_mainGate, command,
                                                     reply = std::move(reply)](Result<storage::StoredRecord> stored) {
        gate->post([this, command, reply, stored = std::move(stored)] {
            if (stored)
                reply(repeat(stored->record, command));
            else
                reply(unexpected(stored.error()));
        });
    });
}

Result<QString> RequestInspector::repeat(const RequestRecord &record, const api::ResendRequest &command)
{
    const QString baseUrl = m_baseUrl();
    if (baseUrl.isEmpty())
        return unexpected(Error::client(ErrorCode::Conflict, "The gateway is not listening. Start it, then resend."));
    if (auto checked = checkRepeatable(record, command); !checked)
        return unexpected(checked.error());
    const QString newId = toText(makeTimeOrderedUuid());
    api::RequestMark link = mark(newId);
    link.resentFrom = command.requestId;
    change(link, [](const Result<api::RequestMark> &) {});
    m_resending.send(repeatedRequest(record, command, baseUrl, newId), record, command, newId);
    return newId;
}

// --- exporting

int RequestInspector::exportRequests(const api::ExportRequests &command, Reply<api::ExportReport> reply)
{
    const int ticket = ++m_lastTicket;
    RequestExport::Listener listener;
    listener.advanced = [this, gate = m_mainGate, ticket](qint64 requests) {
        gate->post([this, ticket, requests] { emit exportAdvanced(ticket, requests); });
    };
    listener.ended = [this, gate = m_mainGate, ticket, reply = std::move(reply)](Result<api::ExportReport> report) {
        gate->post([this, ticket, reply, report = std::move(report)] {
            m_exports.remove(ticket);
            reply(report);
        });
    };
    ExportContext context;
    context.baseUrl = m_baseUrl().isEmpty() ? QStringLiteral("http://127.0.0.1:8080") : m_baseUrl();
    context.marks = m_marks;
    auto running = std::make_shared<RequestExport>(m_storage, command, std::move(context), std::move(listener));
    m_exports.insert(ticket, running);
    running->start();
    return ticket;
}

void RequestInspector::cancelExport(int ticket)
{
    if (const auto running = m_exports.value(ticket))
        running->cancel();
}

} // namespace gateway::service
