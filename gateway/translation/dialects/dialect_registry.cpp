#include "gateway/translation/dialects/dialect_registry.h"

namespace gateway::translation {

const ClientDialect *findClientDialect(DialectId)
{
    return nullptr;
}

const ProviderDialect *findProviderDialect(DialectId)
{
    return nullptr;
}

} // namespace gateway::translation
