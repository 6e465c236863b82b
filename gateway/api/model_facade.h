// Which models can be asked for. A part of the narrow waist.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gateway::api {

struct KnownModel {
    QString provider;
    QString name;
    std::optional<qint64> contextLength; // tokens; where the provider told it
    QStringList keyIds;                  // of the provider's keys that may be used for it
    bool isOffered = true;               // false: the provider is off, or no key of it may be used for it
};

// Lives on the main thread. Nothing is asked of providers: what they listed when they were tested last counts.
class ModelFacade {
public:
    virtual ~ModelFacade() = default;

    virtual QList<KnownModel> knownModels() const = 0; // by provider and name
};

} // namespace gateway::api
