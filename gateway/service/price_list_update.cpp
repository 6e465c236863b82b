#include "gateway/service/price_list_update.h"

#include "gateway/base/refusal.h"
#include "gateway/service/view_conversion.h"

#include <QFile>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>

namespace gateway::service {

namespace {

Q_LOGGING_CATEGORY(prices, "bilrost.prices")

constexpr std::chrono::seconds longestFetch{30};

// Prices decide about money: nobody on the way may change them.
bool isTrusted(const QUrl &url)
{
    const bool isLoopback = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    return url.isValid() && !url.host().isEmpty()
           && (url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback));
}

api::PriceChangeKind kindView(config::PriceDifference::Kind kind)
{
    switch (kind) {
    case config::PriceDifference::Kind::Added: return api::PriceChangeKind::Added;
    case config::PriceDifference::Kind::Changed: return api::PriceChangeKind::Changed;
    case config::PriceDifference::Kind::Removed: return api::PriceChangeKind::Removed;
    }
    return api::PriceChangeKind::Changed;
}

Result<bool> writeFile(const QString &path, const QByteArray &json)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return unexpected(
            Error::internal(ErrorCode::StorageFailed, "The price list cannot be kept: " + toUtf8(file.errorString())));
    return true;
}

} // namespace

PriceListUpdate::PriceListUpdate(PriceConfiguration &prices, storage::StorageThread &storage,
                                 std::shared_ptr<WorkerGate> mainGate, QString file, std::function<void()> taken)
    : m_prices(prices)
    , m_storage(storage)
    , m_mainGate(std::move(mainGate))
    , m_file(std::move(file))
    , m_taken(std::move(taken))
{
}

void PriceListUpdate::restore()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.exists() || !file.open(QIODevice::ReadOnly))
        return;
    const config::PriceTable none;
    const auto base = m_prices.listInForce();
    auto update = config::readPriceUpdate(file.readAll().toStdString(), base ? *base : none);
    if (update)
        m_prices.setList(update->list);
    else
        qCWarning(prices).noquote() << m_file << toText(update.error().message);
}

void PriceListUpdate::refuse(const Reply<api::PriceUpdateView> &reply, const Error &error)
{
    m_mainGate->post([reply, error] { reply(unexpected(error)); });
}

void PriceListUpdate::lookForPrices(const QString &url, Reply<api::PriceUpdateView> reply)
{
    const QUrl address(url, QUrl::StrictMode);
    if (!isTrusted(address)) {
        refuse(reply, refused("A price list is fetched by https, or by http from this computer."));
        return;
    }
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(longestFetch).count()));
    QNetworkReply *answer = m_network.get(request);
    connect(answer, &QNetworkReply::downloadProgress, answer, [answer](qint64 received, qint64) {
        if (received > mostBytes)
            answer->abort();
    });
    connect(answer, &QNetworkReply::finished, this, [this, answer, url, reply = std::move(reply)] {
        answer->deleteLater();
        reply(take(url, *answer));
    });
}

Result<api::PriceUpdateView> PriceListUpdate::take(const QString &url, QNetworkReply &answer)
{
    m_found.reset();
    if (answer.error() != QNetworkReply::NoError)
        return unexpected(Error::upstream(ErrorCode::UpstreamUnreachable, RetryAdvice::SameTarget,
                                          "The price list cannot be fetched: " + toUtf8(answer.errorString())));
    const config::PriceTable none;
    const auto base = m_prices.listInForce();
    Found found;
    found.json = answer.readAll();
    auto update = config::readPriceUpdate({found.json.constData(), static_cast<std::size_t>(found.json.size())},
                                          base ? *base : none);
    if (!update)
        return unexpected(update.error());
    found.view = viewOf(url, *update);
    found.update = std::move(*update);
    found.base = base;
    m_found = std::move(found);
    return m_found->view;
}

bool PriceListUpdate::isOverridden(const config::PriceDifference &difference) const
{
    const auto &overrides = m_prices.prices()->overrides();
    return std::any_of(overrides.begin(), overrides.end(), [&difference](const config::PriceOverride &own) {
        const std::string_view pattern(own.pattern);
        const bool isForModel = own.isPattern ? difference.model.starts_with(pattern.substr(0, pattern.size() - 1))
                                              : difference.model == pattern;
        return isForModel && (own.providerId.empty() || own.providerId == difference.provider);
    });
}

api::PriceUpdateView PriceListUpdate::viewOf(const QString &url, const config::PriceUpdate &update) const
{
    api::PriceUpdateView view;
    view.url = url;
    for (const config::PriceDifference &each : update.differences)
        view.changes.append({kindView(each.kind), toText(each.provider), toText(each.model), toText(each.validFrom),
                             ratesView(each.before), ratesView(each.after), pieceViews(each.piecesBefore),
                             pieceViews(each.piecesAfter), each.changesOthers, isOverridden(each)});
    return view;
}

void PriceListUpdate::takeOverPrices(Reply<api::PriceUpdateView> reply)
{
    if (!m_found || m_found->base != m_prices.listInForce()) {
        refuse(reply, Error::client(ErrorCode::Conflict, "Look for prices first: there is nothing to take over."));
        return;
    }
    const auto found = std::make_shared<const Found>(*std::exchange(m_found, std::nullopt));
    // On a thread that may wait for the disk.
    m_storage.postWork([this, found, file = m_file, gate = m_mainGate, reply = std::move(reply)] {
        const Result<bool> kept = file.isEmpty() ? Result<bool>(true) : writeFile(file, found->json);
        gate->post([this, found, kept, reply] {
            if (!kept) {
                reply(unexpected(kept.error()));
                return;
            }
            m_prices.setList(found->update.list);
            m_taken();
            reply(found->view);
        });
    });
}

} // namespace gateway::service
