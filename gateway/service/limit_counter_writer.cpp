#include "gateway/service/limit_counter_writer.h"

namespace gateway::service {

namespace {

constexpr std::chrono::milliseconds pauseBetweenWrites{50};

} // namespace

LimitCounterWriter::LimitCounterWriter(governance::LimitLedger &ledger, storage::StorageThread &storage,
                                       std::shared_ptr<WorkerGate> mainGate,
                                       std::function<void(const std::vector<config::LimitId> &)> written)
    : m_ledger(ledger), m_storage(storage), m_mainGate(std::move(mainGate)), m_written(std::move(written))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenWrites);
    QObject::connect(&m_pause, &QTimer::timeout, &m_pause, [this] {
        m_isBusy = false;
        if (m_ledger.hasChanged())
            noteChange();
    });
    m_ledger.setChangeListener([this] { noteChange(); });
}

LimitCounterWriter::~LimitCounterWriter()
{
    m_ledger.setChangeListener({});
    if (m_ledger.hasChanged())
        m_storage.postSaveLimitCounters(m_ledger.takeChanged(), [](const Result<bool> &) {});
}

void LimitCounterWriter::noteChange()
{
    if (!m_isBusy.exchange(true))
        write();
}

void LimitCounterWriter::write()
{
    auto changed = m_ledger.takeChanged();
    // The reply comes on a storage thread, which may outlive this: it touches it on the main thread only.
    m_storage.postSaveLimitCounters(changed, [this, gate = m_mainGate, changed](const Result<bool> &written) {
        gate->post([this, changed, isWritten = written.has_value()] {
            if (!isWritten)
                m_ledger.keepChanged(changed);
            std::vector<config::LimitId> limits;
            for (const config::LimitCounter &counter : changed)
                limits.push_back(counter.limit);
            m_written(limits);
            m_pause.start();
        });
    });
}

} // namespace gateway::service
