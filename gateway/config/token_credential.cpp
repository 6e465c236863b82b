#include "gateway/config/token_credential.h"

#include "gateway/base/percent_encoding.h"

#include <nlohmann/json.hpp>

namespace gateway::config {

namespace {

using Json = nlohmann::json;

constexpr std::string_view googleTokenUrl = "https://oauth2.googleapis.com/token";
constexpr std::string_view googleScope = "https://www.googleapis.com/auth/cloud-platform";
// learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
constexpr std::string_view entraAuthority = "https://login.microsoftonline.com/";
constexpr std::string_view azureScope = "https://cognitiveservices.azure.com/.default";

std::string member(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Error incomplete(const std::string &what)
{
    return Error::client(ErrorCode::InvalidRequest, "This is no complete key file of Google: " + what);
}

std::string either(const std::string &first, std::string_view second)
{
    return first.empty() ? std::string(second) : first;
}

Result<GoogleAccount> readServiceAccount(const Json &file, TokenGrant grant)
{
    grant.kind = TokenGrant::Kind::ServiceAccount;
    grant.clientId = member(file, "client_email");
    grant.secret = SecretString(member(file, "private_key"));
    grant.signingKeyId = member(file, "private_key_id");
    if (grant.clientId.empty())
        return unexpected(incomplete("client_email is missing."));
    if (grant.secret.reveal().find("-----BEGIN ") == std::string_view::npos)
        return unexpected(incomplete("private_key is missing, or is not in PEM form."));
    const std::string email = grant.clientId;
    return GoogleAccount{std::make_shared<const TokenGrant>(std::move(grant)), email, member(file, "project_id")};
}

Result<GoogleAccount> readPerson(const Json &file, TokenGrant grant)
{
    grant.kind = TokenGrant::Kind::RefreshToken;
    grant.clientId = member(file, "client_id");
    grant.clientSecret = SecretString(member(file, "client_secret"));
    grant.secret = SecretString(member(file, "refresh_token"));
    if (grant.clientId.empty() || grant.secret.isEmpty())
        return unexpected(incomplete("client_id or refresh_token is missing."));
    return GoogleAccount{std::make_shared<const TokenGrant>(std::move(grant)), {}, member(file, "quota_project_id")};
}

} // namespace

bool looksLikeGoogleFile(std::string_view value)
{
    const auto first = value.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && value[first] == '{';
}

Result<GoogleAccount> readGoogleFile(const SecretString &json, const KeyPlace &place)
{
    const Json file = Json::parse(json.reveal(), nullptr, false);
    if (!file.is_object())
        return unexpected(incomplete("it is not JSON."));
    TokenGrant grant;
    grant.tokenUrl = either(place.tokenUrl, either(member(file, "token_uri"), googleTokenUrl));
    grant.scope = either(place.scope, googleScope);
    const std::string type = member(file, "type");
    if (type == "service_account")
        return readServiceAccount(file, std::move(grant));
    if (type == "authorized_user")
        return readPerson(file, std::move(grant));
    return unexpected(incomplete("its type is \"" + type
                                 + "\", and only service_account and authorized_user can be "
                                   "used."));
}

TokenGrantPointer googleMachineGrant(std::string url)
{
    TokenGrant grant;
    grant.kind = TokenGrant::Kind::GoogleMachine;
    grant.tokenUrl = std::move(url);
    return std::make_shared<const TokenGrant>(std::move(grant));
}

TokenGrantPointer databricksGrant(const SecretString &clientSecret, const KeyPlace &place, const std::string &workspace)
{
    if (place.clientId.empty() || clientSecret.isEmpty())
        return nullptr;
    TokenGrant grant;
    grant.kind = TokenGrant::Kind::BasicClient;
    grant.tokenUrl = workspace + "/oidc/v1/token";
    grant.clientId = place.clientId;
    grant.secret = clientSecret;
    grant.scope = "all-apis";
    return std::make_shared<const TokenGrant>(std::move(grant));
}

TokenGrantPointer entraGrant(const SecretString &clientSecret, const KeyPlace &place)
{
    if (place.clientId.empty() || place.tenantId.empty())
        return nullptr;
    TokenGrant grant;
    grant.kind = TokenGrant::Kind::ClientSecret;
    grant.tokenUrl =
        either(place.tokenUrl, std::string(entraAuthority) + percentEncoded(place.tenantId) + "/oauth2/v2.0/token");
    grant.clientId = place.clientId;
    grant.secret = clientSecret;
    grant.scope = either(place.scope, azureScope);
    return std::make_shared<const TokenGrant>(std::move(grant));
}

} // namespace gateway::config
