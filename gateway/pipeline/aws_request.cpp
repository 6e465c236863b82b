#include "gateway/pipeline/aws_request.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/net/upstream/upstream_url.h"

#include <array>

namespace gateway::pipeline {

namespace {

constexpr std::string_view runtimeHost = "bedrock-runtime";
constexpr std::string_view controlHost = "bedrock";

// What stands behind the service's name in one of Amazon's hosts, ".us-east-1.amazonaws.com"; empty for others.
std::string_view behindService(std::string_view host)
{
    if (host.find(".amazonaws.com") == std::string_view::npos)
        return {};
    for (const std::string_view service : {runtimeHost, controlHost}) {
        const std::string_view rest = host.substr(std::min(service.size(), host.size()));
        if (host.starts_with(service) && (rest.starts_with('.') || rest.starts_with("-fips.")))
            return rest;
    }
    return {};
}

std::string pathOf(std::string_view key)
{
    std::string path;
    while (true) {
        const auto slash = key.find('/');
        path.append("/").append(percentEncoded(key.substr(0, slash)));
        if (slash == std::string_view::npos)
            return path;
        key.remove_prefix(slash + 1);
    }
}

} // namespace

void goToControlPlane(net::UpstreamRequest &request)
{
    if (!request.route->host.starts_with(runtimeHost))
        return;
    auto route = std::make_shared<net::UpstreamRoute>(*request.route);
    route->host.replace(0, runtimeHost.size(), controlHost);
    request.route = std::move(route);
}

void goToStorage(net::UpstreamRequest &request, std::string_view basePath, const S3Place &place, std::string_view query)
{
    const std::string_view rest = behindService(request.route->host);
    const bool isInHost = !rest.empty() && place.bucket.find('.') == std::string::npos;
    if (!rest.empty()) {
        auto route = std::make_shared<net::UpstreamRoute>(*request.route);
        route->host = (isInHost ? place.bucket + "." : std::string()) + "s3" + std::string(rest);
        request.route = std::move(route);
    }
    std::string path = isInHost ? std::string() : "/" + place.bucket;
    if (!place.key.empty() || isInHost)
        path += pathOf(place.key);
    request.target = rest.empty() ? net::joinUpstreamPath(basePath, path) : path;
    if (!query.empty())
        request.target.append("?").append(query);
    if (!request.awsSigning)
        return;
    net::AwsSigning signing = *request.awsSigning;
    signing.scope.service = "s3";
    request.awsSigning = std::make_shared<const net::AwsSigning>(std::move(signing));
}

} // namespace gateway::pipeline
