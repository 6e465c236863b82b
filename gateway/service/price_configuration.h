// The prices in force: the shipped list and a person's own, kept in the database, given to snapshots.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/base/clock.h"
#include "gateway/config/price_book.h"
#include "gateway/service/worker_gate.h"
#include "gateway/storage/price_override_repository.h"
#include "gateway/storage/storage_thread.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gateway::service {

api::PriceRates ratesView(const config::TokenRates &rates);
QList<api::PiecePriceView> pieceViews(const std::vector<config::PiecePrice> &pieces);

// Lives on the main thread. A command is acknowledged only after it is safely stored.
class PriceConfiguration : public QObject {
    Q_OBJECT
public:
    PriceConfiguration(const Clock &clock, storage::StorageThread &storage, std::shared_ptr<WorkerGate> mainGate,
                       std::shared_ptr<const config::PriceTable> list, QObject *parent = nullptr);

    const config::PriceBookPointer &prices() const { return m_prices; } // never null
    QList<api::PriceView> list() const;
    const std::shared_ptr<const config::PriceTable> &listInForce() const { return m_list; } // may be null
    void setList(std::shared_ptr<const config::PriceTable> list); // a person's own prices stay
    QList<api::PriceOverrideView> overrides() const;              // by name

    // An empty id makes a new one. InvalidRequest says what is missing; NotFound for an id that is not there.
    void save(const api::PriceOverrideView &price, api::Reply<api::PriceOverrideView> reply);
    void remove(const QString &id, api::Reply<api::PriceOverrideView> reply);

signals:
    void pricesChanged();

private:
    using Stored = storage::StoredPriceOverride;
    Result<Stored> checked(const api::PriceOverrideView &view) const;
    const Stored *find(const std::string &id) const;
    void publish(std::vector<Stored> overrides);

    const Clock &m_clock;
    storage::StorageThread &m_storage;
    std::shared_ptr<WorkerGate> m_mainGate;
    std::shared_ptr<const config::PriceTable> m_list;
    std::vector<Stored> m_overrides;
    config::PriceBookPointer m_prices;
};

} // namespace gateway::service
