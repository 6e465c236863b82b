#include "tests/core/pipeline_scene.h"

#include "gateway/pipeline/request_pipeline.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tests {

using gateway::pipeline::PipelineEnvironment;
using gateway::pipeline::RequestPipeline;

PipelineScene::PipelineScene(std::vector<gateway::config::ProviderDefinition> providers)
    : m_pipeline(std::make_unique<RequestPipeline>(PipelineEnvironment{
        clock, transport, sink, feed, catalog, health, firstTokens, management, [] { return std::string("{}"); }}))
{
    configure(makeSnapshot(std::move(providers)));
}

PipelineScene::~PipelineScene() = default;

void PipelineScene::configure(gateway::config::ConfigSnapshotPointer snapshot)
{
    m_pipeline->setSnapshot(std::move(snapshot));
}

void PipelineScene::send(FakeExchange &exchange)
{
    m_pipeline->handleRequest(exchange);
}

nlohmann::json PipelineScene::sentBody()
{
    return nlohmann::json::parse(*sent().body);
}

bool PipelineScene::hasNote(std::string_view words) const
{
    const auto &notes = record().notes;
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string &note) { return note.find(words) != std::string::npos; });
}

std::size_t PipelineScene::runningRequests() const
{
    return m_pipeline->runningRequests();
}

} // namespace tests
