// Asks all providers for their models at once and answers one list; a provider that fails is left out.
#pragma once

#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/pipeline/request_journal.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/routing/model_catalog.h"
#include "gateway/translation/listing/model_list.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gateway::pipeline {

// Lives on a worker thread; one GET of a models endpoint.
class ModelListing final : public net::ExchangeListener {
public:
    ModelListing(std::unique_ptr<RequestContext> context, RequestJournal &journal, routing::ModelCatalog &catalog,
                 std::function<void(ModelListing &)> ended);
    ~ModelListing() override;

    void start(net::UpstreamTransport &transport, const ProviderAddresses &addresses);
    void cancel(); // from the window: the client gets an error
    const RequestContext &context() const { return *m_context; }
    void showProgress() { m_journal.showProgress(*m_context); }

    void clientGone() override;
    void clientDrained() override {}

private:
    class ProviderQuery;

    void queryEnded(ProviderQuery &query);
    void answer();
    void end();
    std::string writeList() const;

    std::unique_ptr<RequestContext> m_context;
    RequestJournal &m_journal;
    routing::ModelCatalog &m_catalog;
    std::function<void(ModelListing &)> m_ended;
    std::vector<std::unique_ptr<ProviderQuery>> m_queries;
    std::size_t m_running = 0;
};

} // namespace gateway::pipeline
