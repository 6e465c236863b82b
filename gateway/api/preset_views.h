// What is known of a provider before it is set up, and where a key of it can be used.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace gateway::api {

using NamePairs = QList<std::pair<QString, QString>>;

// Where and as whom a key is used; each may be "env.NAME". What the kind of key has no use for is empty.
struct KeyPlaceView {
    QString kind;       // "azure", "vertex", "bedrock", "ollama" and the like: what can be said here; not saved
    QString endpoint;   // a URL, of Azure also the name of the resource
    QString apiVersion; // Azure
    QString project;    // Vertex
    QString tenantId;   // Microsoft Entra
    QString clientId;   // Microsoft Entra, Databricks; of Google's service accounts their e-mail address
    QString scope;
    QString tokenUrl;
    QString profile; // of the AWS files
    QString roleArn; // that is taken with the key, or with the profile
    QString externalId;
    QString sessionName;
    QString credentialSource; // "Ec2InstanceMetadata", "EcsContainer", "MetadataServer"; empty: no machine is asked
    QString batchBuckets;     // of Bedrock: "s3://bucket/prefix", several with spaces between them
    QString batchRole;
    bool asksDeployments = false; // Replicate: models are named as deployments
    bool operator==(const KeyPlaceView &) const = default;
};

struct ProviderPreset {
    QString id;    // "openai"
    QString title; // "OpenAI"
    QString family;
    QString baseUrl;
    QString keyUrl;      // page where a key is made; empty for local servers
    QString keyVariable; // environment variable that usually holds the key; may be empty
    QString credential;  // as ProviderView's
    QString color;       // "#RRGGBB" of its mark
    QString letter;      // of its mark
    bool needsKey = true;
    bool isLocal = false;
    QString testModel;    // a cheap model for the test's short answer; may be empty
    QStringList requests; // what it can be asked for, in Bifrost's names without "_stream"
    NamePairs paths;      // request's name, path
    NamePairs headers;    // sent with every request
};

} // namespace gateway::api
