// Models that a test says are known.
#pragma once

#include "gateway/api/model_facade.h"

namespace support {

class FakeModels final : public gateway::api::ModelFacade {
public:
    QList<gateway::api::KnownModel> known;
    QList<gateway::api::KnownModel> knownModels() const override { return known; }
};

} // namespace support
