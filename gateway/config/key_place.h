// Where and as whom one key of a provider is used: what hosted services want to know beside the key itself.
#pragma once

#include <string>

namespace gateway::config {

// None of it is secret. What a key's kind has no use for is empty, or false.
struct KeyPlace {
    std::string endpoint;   // instead of the provider's base URL; of Azure also the bare name of the resource
    std::string apiVersion; // Azure: a date, "v1" or "preview"; empty is azureDefaultVersion
    std::string project;    // Vertex: the project's id
    std::string tenantId;   // Microsoft Entra
    // Microsoft Entra; of a workspace of Databricks; of Google's service accounts their e-mail address
    std::string clientId;
    std::string scope;       // of access tokens; empty is the service's own
    std::string tokenUrl;    // instead of the service's own token endpoint
    std::string profile;     // Bedrock: a profile of the AWS files on this computer, instead of a value
    std::string roleArn;     // Bedrock: the role that the key's owner takes; empty: none
    std::string externalId;  // that the role's owner asks for; may be empty
    std::string sessionName; // of the role's session; empty: ours
    // Bedrock and Vertex: who is asked instead of files and variables, by one of the names below; empty: nobody.
    std::string credentialSource;
    std::string batchBuckets;     // Bedrock: where files of batches lie, as config/batch_bucket.h reads it
    std::string batchRole;        // the ARN of the role in which Bedrock itself reads and writes them
    bool asksDeployments = false; // Replicate: models are named as its owner's deployments, "owner/name"
    bool operator==(const KeyPlace &) const = default;
    bool isEmpty() const { return *this == KeyPlace(); }
};

// Under which name AWS's own records have what is asked in a role, where none is set.
inline constexpr const char *usualSessionName = "bilrost";

// The first two are AWS's own words for a profile's credential_source.
inline constexpr const char *awsMachineSource = "Ec2InstanceMetadata";
inline constexpr const char *awsContainerSource = "EcsContainer";
inline constexpr const char *googleMachineSource = "MetadataServer";

// The version that Bifrost asks for where none is set.
inline constexpr const char *azureDefaultVersion = "2024-10-21";

} // namespace gateway::config
