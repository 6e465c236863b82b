// The one choke point that takes secrets out of what is kept or shown: headers, bodies, targets, texts.
#pragma once

#include "gateway/base/header_list.h"

#include <string>
#include <string_view>
#include <vector>

namespace gateway {

// Values of authorization, x-api-key, x-goog-api-key, api-key, x-bf-vk, x-bf-api-key, cookie, set-cookie,
// proxy-authorization and x-bifrost-setup-token become "***" and at most their scheme word and last four characters.
HeaderList maskHeaders(HeaderList headers);

// Replaces what looks like a provider key (sk-, sk-ant-, sk-bf-, sk-proj-, AIza, AKIA/ASIA, gsk_, xai-, pplx-, hf_, r8_,
// fw_, ...; the pattern table is in the .cpp) by its prefix and "***". Returns true when something was replaced.
// Linear, about a gigabyte a second when nothing is found: it sees every stored body.
bool maskKeyPatterns(std::string &text);

// True when maskKeyPatterns would replace something; does not copy.
bool containsKeyPattern(std::string_view text);

// Replaces a known secret wherever it stands; providers repeat the key that they refuse. Secrets of fewer than eight
// bytes are left alone, because they may be ordinary words. Returns true when something was replaced.
bool maskSecret(std::string &text, std::string_view secret);

// Masks query parameters that carry keys (key, api_key, apikey, access_token, token).
std::string maskTarget(std::string_view target);

// A query (what follows the "?") without those parameters: a client's credential is not for the provider.
std::string withoutKeyParameters(std::string_view query);

} // namespace gateway
