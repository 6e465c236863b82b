// Fetches newer price lists, says what they would change, and takes them over when a person says so.
#pragma once

#include "gateway/api/price_list_facade.h"
#include "gateway/config/price_update.h"
#include "gateway/service/price_configuration.h"
#include "gateway/service/worker_gate.h"
#include "gateway/storage/storage_thread.h"

#include <QNetworkAccessManager>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

class QNetworkReply;

namespace gateway::service {

// Lives on the main thread. A list that was taken over is kept in a file of its own, so that it is there after a
// restart; the list that comes with the program is what it is laid over.
class PriceListUpdate final : public api::PriceListFacade {
    Q_OBJECT
public:
    static constexpr qint64 mostBytes = 8LL * 1024 * 1024; // of a list

    // `file`: where the list is kept; empty: nowhere. `taken` is called after new prices are in force.
    PriceListUpdate(PriceConfiguration &prices, storage::StorageThread &storage, std::shared_ptr<WorkerGate> mainGate,
                    QString file, std::function<void()> taken);

    // What was taken over before; a file that cannot be used is as none.
    void restore();

    void lookForPrices(const QString &url, Reply<api::PriceUpdateView> reply) override;
    void takeOverPrices(Reply<api::PriceUpdateView> reply) override;

private:
    struct Found {
        api::PriceUpdateView view;
        QByteArray json;
        config::PriceUpdate update;
        std::shared_ptr<const config::PriceTable> base; // that it was compared with
    };
    void refuse(const Reply<api::PriceUpdateView> &reply, const Error &error);
    Result<api::PriceUpdateView> take(const QString &url, QNetworkReply &answer);
    api::PriceUpdateView viewOf(const QString &url, const config::PriceUpdate &update) const;
    bool isOverridden(const config::PriceDifference &difference) const;

    PriceConfiguration &m_prices;
    storage::StorageThread &m_storage;
    std::shared_ptr<WorkerGate> m_mainGate;
    const QString m_file;
    std::function<void()> m_taken;
    QNetworkAccessManager m_network;
    std::optional<Found> m_found;
};

} // namespace gateway::service
