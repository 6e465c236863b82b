#include "gateway/admin/price_list_api.h"

#include "gateway/admin/json_reader.h"

namespace gateway::admin {

using pipeline::ManagementRequest;

namespace {

constexpr double picoPerMillion = 1e6; // a dollar for a million tokens
constexpr double picoPerDollar = 1e12;

const char *kindName(api::PriceChangeKind kind)
{
    switch (kind) {
    case api::PriceChangeKind::Added: return "added";
    case api::PriceChangeKind::Changed: return "changed";
    case api::PriceChangeKind::Removed: return "removed";
    }
    return "changed";
}

Json ratesJson(const api::PriceRates &rates)
{
    Json json = Json::object();
    const auto add = [&json](const char *name, const std::optional<qint64> &rate) {
        if (rate)
            json[name] = static_cast<double>(*rate) / picoPerMillion;
    };
    add("input", rates.input);
    add("cache_read", rates.cacheRead);
    add("cache_write", rates.cacheWrite);
    add("cache_write_1h", rates.cacheWriteOneHour);
    add("output", rates.output);
    add("reasoning", rates.reasoning);
    add("audio_input", rates.audioInput);
    add("audio_output", rates.audioOutput);
    add("image_input", rates.imageInput);
    add("image_output", rates.imageOutput);
    return json;
}

// As in the lists: dollars for one.
void addPieces(Json &json, const QList<api::PiecePriceView> &pieces)
{
    for (const api::PiecePriceView &each : pieces) {
        const double dollars = static_cast<double>(each.picoDollars) / picoPerDollar;
        if (each.piece == CostClass::Image)
            json["per_image"][each.kind.toStdString()] = dollars;
        else if (each.piece == CostClass::AudioSecond)
            json["per_second"] = dollars;
        else
            json[each.piece == CostClass::Character ? "per_character" : "per_search"] = dollars;
    }
}

Json priceJson(const api::PriceRates &rates, const QList<api::PiecePriceView> &pieces)
{
    Json json = ratesJson(rates);
    addPieces(json, pieces);
    return json;
}

// Dollars for a million tokens, as in the lists.
Json updateJson(const char *message, const api::PriceUpdateView &update)
{
    Json changes = Json::array();
    for (const api::PriceChangeView &change : update.changes) {
        changes.push_back({{"kind", kindName(change.kind)},
                           {"provider", change.provider.toStdString()},
                           {"model", change.model.toStdString()},
                           {"from", change.validFrom.toStdString()},
                           {"before", priceJson(change.before, change.piecesBefore)},
                           {"after", priceJson(change.after, change.piecesAfter)},
                           {"changes_others", change.changesOthers},
                           {"is_overridden", change.isOverridden}});
    }
    return {{"message", message}, {"url", update.url.toStdString()}, {"changes", std::move(changes)}};
}

} // namespace

void PriceListApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QString &what = segments.front();
    if (what == QLatin1String("apply"))
        m_prices.takeOverPrices(replyWith<api::PriceUpdateView>(
            std::move(reply), [](const auto &update) { return updateJson("Prices taken over", update); }));
    else
        look(request, what == QLatin1String("force-sync"), std::move(reply));
}

void PriceListApi::look(const ManagementRequest &request, bool mustTakeOver, ManagementReply reply)
{
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    JsonReader reader(*body);
    QString url;
    reader.string("url", url);
    if (reader.error() || url.isEmpty()) {
        reply(reader.error() ? failure(*reader.error()) : failure(ErrorCode::InvalidRequest, "url is required."));
        return;
    }
    m_prices.lookForPrices(url, [this, mustTakeOver, reply = std::move(reply)](const auto &found) {
        if (!found)
            reply(failure(found.error()));
        else if (!mustTakeOver)
            reply(answer(updateJson("Nothing has changed yet", *found)));
        else
            m_prices.takeOverPrices(replyWith<api::PriceUpdateView>(
                reply, [](const auto &update) { return updateJson("Prices taken over", update); }));
    });
}

} // namespace gateway::admin
