#include "gateway/service/live_updates.h"

#include "gateway/service/view_conversion.h"

namespace gateway::service {

struct LiveUpdates::Assembly {
    QString requestId;
    std::vector<translation::ConversationMessage> question;
    std::unique_ptr<translation::AnswerAssembler> stream;
    std::optional<translation::DialectId> dialect;
    std::string wholeAnswer;
};

LiveUpdates::LiveUpdates(pipeline::LiveFeed &feed, storage::StorageThread &storage,
                         std::shared_ptr<WorkerGate> mainGate, QObject *parent)
    : QObject(parent), m_feed(feed), m_storage(storage), m_mainGate(std::move(mainGate))
{
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &LiveUpdates::takeBatch);
}

void LiveUpdates::setWanted(bool wanted)
{
    m_feed.setWanted(wanted);
    if (wanted) {
        m_timer.start();
        return;
    }
    m_timer.stop();
    m_running.clear();
    watch({});
}

void LiveUpdates::watch(const QString &requestId)
{
    m_assembly = std::make_shared<Assembly>();
    m_assembly->requestId = requestId;
    m_feed.watch({toUtf8(requestId)});
}

void LiveUpdates::takeBatch()
{
    pipeline::LiveFeed::Batch batch = m_feed.take();
    if (batch.watched)
        assemble(std::move(*batch.watched));
    if (batch.requests.empty())
        return;
    QList<api::RequestSummary> changed;
    changed.reserve(static_cast<qsizetype>(batch.requests.size()));
    for (const RequestRecord &record : batch.requests) {
        const api::RequestSummary summary = requestSummary(record, 0);
        if (hasEnded(summary.state))
            m_running.remove(summary.id);
        else
            m_running.insert(summary.id, summary);
        changed.append(summary);
    }
    emit requestsChanged(changed);
}

void LiveUpdates::assemble(pipeline::WatchedAnswer piece)
{
    m_storage.postWork([this, assembly = m_assembly, gate = m_mainGate, piece = std::move(piece)] {
        if (toText(piece.id.value) != assembly->requestId || !piece.dialect)
            return;
        if (piece.isFirst) {
            assembly->dialect = piece.dialect;
            assembly->question.clear();
            if (piece.requestBody)
                assembly->question = translation::readRequestConversation(*piece.dialect, *piece.requestBody);
            assembly->stream = std::make_unique<translation::AnswerAssembler>(*piece.dialect);
        }
        if (!assembly->stream)
            return; // watched too late to have its beginning
        auto messages = assembly->question;
        if (piece.isStream) {
            assembly->stream->feed(piece.bytes);
            const auto &answer = assembly->stream->messages();
            messages.insert(messages.end(), answer.begin(), answer.end());
        } else {
            const auto answer = translation::readAnswerConversation(*assembly->dialect, piece.bytes);
            messages.insert(messages.end(), answer.begin(), answer.end());
        }
        api::ConversationView view;
        view.requestId = assembly->requestId;
        view.messages = messageViews(messages);
        view.isComplete = piece.isComplete;
        gate->post([this, view] { emit conversationChanged(view); });
    });
}

} // namespace gateway::service
