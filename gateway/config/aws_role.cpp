#include "gateway/config/aws_role.h"

#include "gateway/config/aws_key.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace gateway::config {

namespace {

// The characters of docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html; an external id may have two more.
bool isNameOf(std::string_view text, std::string_view more)
{
    static constexpr std::string_view signs = "_+=,.@-";
    return std::all_of(text.begin(), text.end(), [more](char letter) {
        const bool isWordLetter =
            (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        return isWordLetter || signs.find(letter) != std::string_view::npos
               || more.find(letter) != std::string_view::npos;
    });
}

bool isVariable(std::string_view text)
{
    return !environmentVariableOf(text).empty();
}

std::string noRole(const std::string &text)
{
    return "\"" + text + "\" is not the name of a role. It is written like arn:aws:iam::123456789012:role/name.";
}

} // namespace

bool isRoleArn(std::string_view text)
{
    constexpr std::string_view middle = ":iam::";
    constexpr std::size_t longest = 2048;
    const auto service = text.find(middle);
    if (text.size() > longest || !text.starts_with("arn:aws") || service == std::string_view::npos)
        return false;
    const std::string_view rest = text.substr(service + middle.size());
    const auto end = rest.find(":role/");
    return end != std::string_view::npos && rest.size() > end + 6 && isNameOf(rest.substr(end + 6), "/");
}

std::optional<std::string> problemOfRole(const KeyPlace &place)
{
    if (place.roleArn.empty())
        return std::nullopt;
    if (!isVariable(place.roleArn) && !isRoleArn(place.roleArn))
        return noRole(place.roleArn);
    const std::string &id = place.externalId;
    if (!id.empty() && !isVariable(id) && (id.size() < 2 || id.size() > 1224 || !isNameOf(id, ":/")))
        return "An external id has 2 to 1224 letters, digits and the characters _+=,.@:/-";
    const std::string &name = place.sessionName;
    if (!name.empty() && !isVariable(name) && (name.size() < 2 || name.size() > 64 || !isNameOf(name, {})))
        return "The name of a role's session has 2 to 64 letters, digits and the characters _+=,.@-";
    return std::nullopt;
}

std::optional<std::string> problemOfBatchRole(const KeyPlace &place)
{
    const std::string &role = place.batchRole;
    return role.empty() || isVariable(role) || isRoleArn(role) ? std::nullopt : std::optional(noRole(role));
}

std::string stsUrl(std::string_view region)
{
    const std::string_view named = region.empty() ? defaultRegion : region;
    std::string url = "https://sts." + std::string(named) + ".amazonaws.com";
    return named.starts_with("cn-") ? url + ".cn" : url;
}

TokenGrantPointer machineGrant(std::string url)
{
    TokenGrant grant;
    grant.kind = TokenGrant::Kind::AwsMachine;
    grant.tokenUrl = std::move(url);
    return std::make_shared<const TokenGrant>(std::move(grant));
}

TokenGrantPointer containerGrant(std::string url, SecretString token, std::string tokenFile)
{
    TokenGrant grant;
    grant.kind = TokenGrant::Kind::AwsContainer;
    grant.tokenUrl = std::move(url);
    grant.secret = std::move(token);
    grant.role.identityFile = std::move(tokenFile);
    return std::make_shared<const TokenGrant>(std::move(grant));
}

TokenGrantPointer roleGrant(AwsRole role, std::string_view tokenUrl)
{
    if (role.region.empty())
        role.region = defaultRegion;
    if (role.sessionName.empty())
        role.sessionName = usualSessionName;
    TokenGrant grant;
    grant.kind = role.identityFile.empty() ? TokenGrant::Kind::AwsRole : TokenGrant::Kind::AwsWebIdentity;
    grant.tokenUrl = tokenUrl.empty() ? stsUrl(role.region) : std::string(tokenUrl);
    grant.role = std::move(role);
    return std::make_shared<const TokenGrant>(std::move(grant));
}

} // namespace gateway::config
