// One request that is said in another dialect: what the client asked, and what its attempt knows.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

#include <string>

namespace gateway::pipeline {

struct TranslatedExchange {
    TranslatedExchange(const translation::ClientDialect &client, const translation::ProviderDialect &provider,
                       translation::ChatRequest asked, std::string attemptId)
        : clientDialect(client)
        , providerDialect(provider)
        , request(std::move(asked))
        , state(request, provider.id(), std::move(attemptId))
    {
    }
    TranslatedExchange(const TranslatedExchange &) = delete; // the state refers to the request
    TranslatedExchange &operator=(const TranslatedExchange &) = delete;

    const translation::ClientDialect &clientDialect;
    const translation::ProviderDialect &providerDialect;
    translation::ChatRequest request;
    translation::ExchangeState state;
    translation::ConversionReport report; // of the request
};

// "dropped /tools/3/strict: Gemini has no strict mode." for a record.
std::string describeNote(const translation::ConversionNote &note);

} // namespace gateway::pipeline
