#include "gateway/service/price_configuration.h"

#include "gateway/base/refusal.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>

namespace gateway::service {

namespace {

using api::PriceOverrideView;
using api::PriceRates;
using config::PriceOverride;
using config::TokenRates;
using Scope = PriceOverride::Scope;

Error notFound(const std::string &id)
{
    return Error::client(ErrorCode::NotFound, "Pricing override not found: " + id);
}

TokenRates ratesOf(const PriceRates &view)
{
    return {view.input,     view.cacheRead,  view.cacheWrite,  view.cacheWriteOneHour, view.output,
            view.reasoning, view.audioInput, view.audioOutput, view.imageInput,        view.imageOutput};
}

bool isNegative(const PriceRates &rates)
{
    const auto all = {rates.input,     rates.cacheRead,  rates.cacheWrite,  rates.cacheWriteOneHour, rates.output,
                      rates.reasoning, rates.audioInput, rates.audioOutput, rates.imageInput,        rates.imageOutput};
    return std::any_of(all.begin(), all.end(), [](const auto &rate) { return rate && *rate < 0; });
}

QDateTime moment(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

PriceOverrideView viewOf(const storage::StoredPriceOverride &stored)
{
    const PriceOverride &price = stored.price;
    PriceOverrideView view;
    view.id = toText(price.id);
    view.name = toText(price.name);
    view.scope = toText(config::priceScopeName(price.scope));
    view.providerId = toText(price.providerId);
    view.keyId = toText(price.keyId);
    view.virtualKeyId = toText(price.virtualKeyId);
    view.isPattern = price.isPattern;
    view.pattern = toText(price.pattern);
    for (const std::string &type : price.requestTypes)
        view.requestTypes.append(toText(type));
    view.rates = ratesView(price.rates);
    view.perSearch = price.perSearch;
    view.patchJson = QByteArray::fromStdString(stored.patchJson);
    view.createdAt = moment(price.createdAt);
    view.updatedAt = moment(price.updatedAt);
    return view;
}

// What a scope must name.
Result<void> checkScope(const PriceOverride &price)
{
    const bool needsProvider = price.scope == Scope::Provider || price.scope == Scope::VirtualKeyProvider;
    const bool needsKey = price.scope == Scope::ProviderKey || price.scope == Scope::VirtualKeyProviderKey;
    const bool needsVirtualKey = price.scope == Scope::VirtualKey || price.scope == Scope::VirtualKeyProvider
                                 || price.scope == Scope::VirtualKeyProviderKey;
    if (needsProvider && price.providerId.empty())
        return unexpected(refused("This scope needs its provider_id."));
    if (needsKey && price.keyId.empty())
        return unexpected(refused("This scope needs its provider_key_id."));
    if (needsVirtualKey && price.virtualKeyId.empty())
        return unexpected(refused("This scope needs its virtual_key_id."));
    return {};
}

} // namespace

PriceRates ratesView(const TokenRates &rates)
{
    return {rates.input,     rates.cacheRead,  rates.cacheWrite,  rates.cacheWriteOneHour, rates.output,
            rates.reasoning, rates.audioInput, rates.audioOutput, rates.imageInput,        rates.imageOutput};
}

QList<api::PiecePriceView> pieceViews(const std::vector<config::PiecePrice> &pieces)
{
    QList<api::PiecePriceView> views;
    for (const config::PiecePrice &each : pieces)
        views.append({each.piece, toText(each.kind), each.price});
    return views;
}

PriceConfiguration::PriceConfiguration(const Clock &clock, storage::StorageThread &storage,
                                       std::shared_ptr<WorkerGate> mainGate,
                                       std::shared_ptr<const config::PriceTable> list, QObject *parent)
    : QObject(parent), m_clock(clock), m_storage(storage), m_mainGate(std::move(mainGate)), m_list(std::move(list))
{
    publish(m_storage.loadPriceOverrides());
}

void PriceConfiguration::publish(std::vector<Stored> overrides)
{
    m_overrides = std::move(overrides);
    std::vector<PriceOverride> prices;
    for (const Stored &each : m_overrides)
        prices.push_back(each.price);
    m_prices = std::make_shared<const config::PriceBook>(m_list, std::move(prices));
}

void PriceConfiguration::setList(std::shared_ptr<const config::PriceTable> list)
{
    m_list = std::move(list);
    publish(std::vector<Stored>(m_overrides));
    emit pricesChanged();
}

QList<api::PriceView> PriceConfiguration::list() const
{
    QList<api::PriceView> views;
    if (!m_list)
        return views;
    for (const config::PriceTable::Entry &entry : m_list->entries()) {
        const config::ModelPrice &price = *entry.price;
        api::PriceView view;
        view.provider = toText(entry.provider);
        view.model = toText(entry.model);
        view.validFrom = toText(price.validFrom);
        view.validUntil = toText(price.validUntil);
        view.rates = ratesView(price.standard.rates);
        view.pieces = pieceViews(config::piecePrices(price));
        view.hasOtherRates = !price.standard.longPrompts.empty() || !price.serviceTiers.empty() || price.peak;
        view.source = toText(price.source);
        view.checkedOn = toText(price.checkedOn);
        view.confirmedBy = price.confirmedBy;
        views.append(view);
    }
    return views;
}

QList<PriceOverrideView> PriceConfiguration::overrides() const
{
    QList<PriceOverrideView> views;
    for (const Stored &each : m_overrides)
        views.append(viewOf(each));
    std::stable_sort(views.begin(), views.end(),
                     [](const auto &left, const auto &right) { return left.name < right.name; });
    return views;
}

const PriceConfiguration::Stored *PriceConfiguration::find(const std::string &id) const
{
    const auto found =
        std::find_if(m_overrides.begin(), m_overrides.end(), [&id](const Stored &each) { return each.price.id == id; });
    return found == m_overrides.end() ? nullptr : &*found;
}

Result<PriceConfiguration::Stored> PriceConfiguration::checked(const PriceOverrideView &view) const
{
    Stored stored;
    PriceOverride &price = stored.price;
    price.name = toUtf8(view.name.trimmed());
    price.pattern = toUtf8(view.pattern.trimmed());
    price.isPattern = view.isPattern;
    const auto scope = config::priceScopeFromName(toUtf8(view.scope));
    if (!scope)
        return unexpected(refused("scope_kind must be global, provider, provider_key, virtual_key, "
                                  "virtual_key_provider or virtual_key_provider_key."));
    price.scope = *scope;
    price.providerId = toUtf8(view.providerId);
    price.keyId = toUtf8(view.keyId);
    price.virtualKeyId = toUtf8(view.virtualKeyId);
    if (const auto named = checkScope(price); !named)
        return unexpected(named.error());
    if (price.pattern.empty())
        return unexpected(refused("A price needs the name of a model, or a pattern."));
    const auto star = price.pattern.find('*');
    if (price.isPattern && star != price.pattern.size() - 1)
        return unexpected(refused("A pattern has one *, at its end."));
    if (!price.isPattern && star != std::string::npos)
        return unexpected(refused("A name with * is a pattern: match_type must be wildcard."));
    price.rates = ratesOf(view.rates);
    price.perSearch = view.perSearch;
    if (isNegative(view.rates) || price.perSearch.value_or(0) < 0)
        return unexpected(refused("A price cannot be below zero."));
    if (price.rates == TokenRates{} && !price.perSearch)
        return unexpected(refused("No price is set."));
    for (const QString &type : view.requestTypes)
        price.requestTypes.push_back(toUtf8(type));
    stored.patchJson = view.patchJson.toStdString();
    price.createdAt = price.updatedAt =
        std::chrono::duration_cast<std::chrono::seconds>(m_clock.wallNow().time_since_epoch()).count();
    price.id = toUtf8(view.id);
    if (price.id.empty()) {
        price.id = makeUuid();
        return stored;
    }
    const Stored *previous = find(price.id);
    if (!previous && !view.mayBeNew)
        return unexpected(notFound(price.id));
    if (previous)
        price.createdAt = previous->price.createdAt;
    return stored;
}

void PriceConfiguration::save(const PriceOverrideView &view, api::Reply<PriceOverrideView> reply)
{
    auto price = checked(view);
    if (!price) {
        m_mainGate->post([reply = std::move(reply), error = price.error()] { reply(unexpected(error)); });
        return;
    }
    m_storage.postSavePriceOverride(
        *price, [this, price = *price, gate = m_mainGate, reply = std::move(reply)](const Result<bool> &stored) {
            gate->post([this, price, stored, reply] {
                if (!stored) {
                    reply(unexpected(stored.error()));
                    return;
                }
                std::vector<Stored> all = m_overrides;
                std::erase_if(all, [&price](const Stored &each) { return each.price.id == price.price.id; });
                all.push_back(price);
                publish(std::move(all));
                emit pricesChanged();
                reply(viewOf(price));
            });
        });
}

void PriceConfiguration::remove(const QString &id, api::Reply<PriceOverrideView> reply)
{
    const Stored *found = find(toUtf8(id));
    if (!found) {
        m_mainGate->post([reply = std::move(reply), id = toUtf8(id)] { reply(unexpected(notFound(id))); });
        return;
    }
    m_storage.postRemovePriceOverride(found->price.id, [this, removed = *found, gate = m_mainGate,
                                                        reply = std::move(reply)](const Result<bool> &done) {
        gate->post([this, removed, done, reply] {
            if (!done) {
                reply(unexpected(done.error()));
                return;
            }
            std::vector<Stored> all = m_overrides;
            std::erase_if(all, [&removed](const Stored &each) { return each.price.id == removed.price.id; });
            publish(std::move(all));
            emit pricesChanged();
            reply(viewOf(removed));
        });
    });
}

} // namespace gateway::service
