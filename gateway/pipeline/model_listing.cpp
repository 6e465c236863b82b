#include "gateway/pipeline/model_listing.h"

#include "gateway/access/permitted_targets.h"
#include "gateway/base/model_alias.h"
#include "gateway/base/secret_masker.h"
#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/pipeline/bifrost_facts.h"
#include "gateway/pipeline/error_answer.h"

#include <algorithm>

namespace gateway::pipeline {

namespace {

constexpr std::size_t largestList = 8u * 1024u * 1024u;
constexpr int mostPages = 20;
constexpr int mostPagesOfThePublic = 4; // Replicate lists what anybody has published, and clients wait for the list

const config::ProviderKey *usableKey(const config::ProviderDefinition &provider)
{
    for (const config::ProviderKey &key : provider.keys) {
        const bool needsNone = provider.credentialScheme == config::CredentialScheme::None;
        if (key.isEnabled && (needsNone || key.hasCredential()))
            return &key;
    }
    return nullptr;
}

bool isOffered(const config::ProviderDefinition &provider, std::string_view model)
{
    if (provider.keys.empty())
        return true;
    return std::any_of(provider.keys.begin(), provider.keys.end(),
                       [model](const config::ProviderKey &key) { return key.isEnabled && key.allowsModel(model); });
}

// What rules make of names: "medium" can be asked for like any model.
std::vector<translation::ListedModel> aliases(const config::ConfigSnapshot &snapshot)
{
    std::vector<translation::ListedModel> list;
    for (const config::RoutingRule &rule : *snapshot.routingRules) {
        auto alias = rule.isEnabled && rule.scope == config::RuleScope::Global ? aliasOfExpression(rule.expression)
                                                                               : std::nullopt;
        const auto isSame = [&alias](const translation::ListedModel &each) { return each.entry.id == *alias; };
        if (!alias || std::any_of(list.begin(), list.end(), isSame))
            continue;
        translation::ListedModel model;
        model.entry.id = std::move(*alias);
        model.entry.displayName = rule.name == model.entry.id ? std::string() : rule.name;
        model.entry.ownedBy = "bilrost";
        list.push_back(std::move(model));
    }
    return list;
}

} // namespace

// One provider's list, page by page.
class ModelListing::ProviderQuery final : public net::UpstreamObserver {
public:
    ProviderQuery(ModelListing &owner, const config::ProviderDefinition &provider)
        : m_owner(owner), m_provider(provider), m_key(usableKey(provider))
    {
    }

    void start(net::UpstreamTransport &transport, ProviderAddress address)
    {
        m_transport = &transport;
        m_address = std::move(address);
        requestPage({});
    }

    void responseStarted(const net::UpstreamResponseHead &head) override { m_head = head; }

    void responseBytes(std::string_view bytes) override
    {
        if (m_body.size() + bytes.size() <= largestList)
            m_body.append(bytes);
    }

    void responseFinished() override
    {
        if (m_head.status >= 400) {
            finish(net::classifyStatus(m_head.status, m_head.headers, m_body));
            return;
        }
        auto page = translation::readModelList(m_provider.family, m_body);
        if (!page) {
            finish(page.error());
            return;
        }
        std::move(page->models.begin(), page->models.end(), std::back_inserter(m_models));
        if (!page->nextPage.empty() && ++m_pages < longestList())
            requestPage(page->nextPage);
        else
            finish(std::nullopt);
    }

    void responseFailed(const Error &error) override { finish(error); }

    const config::ProviderDefinition &provider() const { return m_provider; }
    const std::vector<translation::ModelEntry> &models() const { return m_models; }
    const std::optional<Error> &error() const { return m_error; }

private:
    int longestList() const
    {
        const bool isOfThePublic = m_provider.preset == "replicate" && !(m_key && m_key->placeInForce.asksDeployments);
        return isOfThePublic ? mostPagesOfThePublic : mostPages;
    }

    void requestPage(std::string_view query)
    {
        std::string target(translation::modelListTarget(m_provider.family));
        if (!query.empty()) {
            target += target.find('?') == std::string::npos ? '?' : '&';
            target += query;
        }
        m_body.clear();
        auto request = encodeOwnRequest(m_provider, m_key, m_address, "GET", target, {{"list_models", {}, false}, {}});
        if (request)
            m_exchange = m_transport->start(std::move(*request), *this);
        else
            finish(request.error());
    }

    void finish(std::optional<Error> error)
    {
        m_error = std::move(error);
        if (m_error && m_key)
            maskSecret(m_error->message, m_key->value.reveal()); // it goes into the record's notes
        m_owner.queryEnded(*this);
    }

    ModelListing &m_owner;
    const config::ProviderDefinition &m_provider;
    const config::ProviderKey *m_key;
    net::UpstreamTransport *m_transport = nullptr;
    ProviderAddress m_address;
    net::UpstreamResponseHead m_head;
    std::string m_body;
    std::vector<translation::ModelEntry> m_models;
    std::optional<Error> m_error;
    std::unique_ptr<net::UpstreamExchange> m_exchange;
    int m_pages = 0;
};

ModelListing::ModelListing(std::unique_ptr<RequestContext> context, RequestJournal &journal,
                           routing::ModelCatalog &catalog, std::function<void(ModelListing &)> ended)
    : m_context(std::move(context)), m_journal(journal), m_catalog(catalog), m_ended(std::move(ended))
{
}

ModelListing::~ModelListing() = default;

void ModelListing::start(net::UpstreamTransport &transport, const ProviderAddresses &addresses)
{
    m_context->exchange->setListener(this);
    m_journal.showProgress(*m_context);
    std::vector<std::pair<ProviderQuery *, ProviderAddress>> ready;
    for (const config::ProviderDefinition &provider : m_context->snapshot->providers) {
        const auto address = addresses.find(provider.id, usableKey(provider));
        const config::VirtualKey *caller = m_context->virtualKey;
        const bool isPermitted = !caller || caller->allowsAllProviders || caller->findProvider(provider.id.value);
        if (!provider.isEnabled || !address || !isPermitted || !provider.offers("list_models"))
            continue;
        m_queries.push_back(std::make_unique<ProviderQuery>(*this, provider));
        ready.emplace_back(m_queries.back().get(), *address);
    }
    m_running = ready.size();
    if (ready.empty()) {
        answer();
        return;
    }
    for (auto &[query, address] : ready)
        query->start(transport, std::move(address));
}

void ModelListing::queryEnded(ProviderQuery &query)
{
    if (query.error()) {
        m_context->record.notes.push_back(query.provider().id.value + ": " + query.error()->message);
    } else {
        std::vector<std::string> names;
        routing::ModelCatalog::ContextLengths contextLengths;
        for (const translation::ModelEntry &entry : query.models()) {
            names.push_back(entry.id);
            if (entry.contextLength)
                contextLengths[entry.id] = *entry.contextLength;
        }
        m_catalog.setModels(query.provider().id.value, names, std::move(contextLengths));
    }
    if (--m_running == 0)
        answer();
}

std::string ModelListing::writeList() const
{
    const config::VirtualKey *key = m_context->virtualKey;
    std::vector<translation::ListedModel> models = aliases(*m_context->snapshot);
    for (const auto &query : m_queries) {
        for (const translation::ModelEntry &entry : query->models()) {
            const bool isPermitted = !key || access::mayUse(*key, query->provider().id.value, entry.id);
            if (isPermitted && isOffered(query->provider(), entry.id))
                models.push_back({query->provider().id.value, entry});
        }
    }
    if (m_context->endpoint.isBifrostSurface)
        return translation::writeBifrostModelList(models);
    return translation::writeModelList(m_context->endpoint.family, models, m_context->endpoint.nativeProvider);
}

void ModelListing::answer()
{
    const std::string body = writeList();
    net::ResponseHead head;
    head.headers.add("Content-Type", "application/json");
    addBifrostHeaders(head.headers, *m_context);
    m_context->record.status = head.status;
    m_context->record.responseBytes = body.size();
    m_context->record.responseHeaders = head.headers;
    m_context->record.firstByteAt = m_context->sinceStart(m_journal.clock().steadyNow());
    if (m_context->mayKeepBodies())
        m_context->record.responseBody = std::make_shared<const std::string>(body);
    std::exchange(m_context->exchange, nullptr)->sendWhole(head, body);
    m_journal.close(*m_context, RequestState::Succeeded, std::nullopt);
    end();
}

void ModelListing::clientGone()
{
    m_context->exchange = nullptr;
    m_journal.close(
        *m_context, RequestState::Cancelled,
        Error::client(ErrorCode::ClientGone, "The client closed its connection before the answer was complete."));
    end();
}

void ModelListing::cancel()
{
    const Error error = cancelledByHand();
    sendError(*m_context, error);
    m_journal.close(*m_context, stateOfError(error), error);
    end();
}

void ModelListing::end()
{
    const auto ended = std::move(m_ended); // the call destroys this, and with it the member
    ended(*this);
}

} // namespace gateway::pipeline
