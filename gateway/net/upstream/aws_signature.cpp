#include "gateway/net/upstream/aws_signature.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/net/upstream/upstream_url.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include <sodium.h>

namespace gateway::net {

namespace {

constexpr std::string_view algorithm = "AWS4-HMAC-SHA256";
constexpr std::string_view requestKind = "aws4_request";
constexpr std::string_view storageService = "s3";
constexpr std::string_view contentHashField = "X-Amz-Content-Sha256";

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string hexOf(const Digest &digest)
{
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

std::string sha256Hex(std::string_view bytes)
{
    Digest digest{};
    crypto_hash_sha256(digest.data(), bytesOf(bytes), bytes.size());
    return hexOf(digest);
}

Digest keyedHash(const unsigned char *key, std::size_t keySize, std::string_view text)
{
    crypto_auth_hmacsha256_state state;
    Digest digest{};
    crypto_auth_hmacsha256_init(&state, key, keySize);
    crypto_auth_hmacsha256_update(&state, bytesOf(text), text.size());
    crypto_auth_hmacsha256_final(&state, digest.data());
    sodium_memzero(&state, sizeof state);
    return digest;
}

// Wiped, as it signs for a whole day.
class SigningKey {
public:
    SigningKey(const SecretString &secret, std::string_view date, const AwsScope &scope)
    {
        const SecretString first(std::string("AWS4").append(secret.reveal()));
        m_key = keyedHash(bytesOf(first.reveal()), first.reveal().size(), date);
        for (const std::string_view part :
             {std::string_view(scope.region), std::string_view(scope.service), requestKind})
            m_key = keyedHash(m_key.data(), m_key.size(), part);
    }
    SigningKey(const SigningKey &) = delete;
    SigningKey &operator=(const SigningKey &) = delete;
    ~SigningKey() { sodium_memzero(m_key.data(), m_key.size()); }

    std::string sign(std::string_view text) const { return hexOf(keyedHash(m_key.data(), m_key.size(), text)); }

private:
    Digest m_key{};
};

// Without "." and "..", without empty segments, each remaining one percent-encoded as it is on the wire.
std::string canonicalPath(std::string_view path)
{
    std::vector<std::string_view> segments;
    const bool endsInSlash = path.ends_with('/');
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view segment = path.substr(0, slash);
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
        if (segment == ".." && !segments.empty())
            segments.pop_back();
        else if (!segment.empty() && segment != "." && segment != "..")
            segments.push_back(segment);
    }
    std::string canonical;
    for (const std::string_view segment : segments)
        canonical.append("/").append(percentEncoded(segment));
    if (canonical.empty() || endsInSlash)
        canonical += '/';
    return canonical;
}

// Of S3, where "a//b" and "a/../b" are names like others, and where nothing is encoded a second time.
std::string pathAsItIs(std::string_view path)
{
    return path.empty() ? "/" : std::string(path);
}

std::string canonicalQuery(std::string_view query)
{
    std::vector<std::pair<std::string, std::string>> parameters;
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view parameter = query.substr(0, end);
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
        if (parameter.empty())
            continue;
        const auto equals = parameter.find('=');
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view() : parameter.substr(equals + 1);
        parameters.emplace_back(percentEncoded(percentDecoded(parameter.substr(0, equals))),
                                percentEncoded(percentDecoded(value)));
    }
    std::sort(parameters.begin(), parameters.end());
    std::string canonical;
    for (const auto &[name, value] : parameters) {
        if (!canonical.empty())
            canonical += '&';
        canonical.append(name).append("=").append(value);
    }
    return canonical;
}

// No white space at the ends, and one space where there were several.
std::string canonicalValue(std::string_view value)
{
    std::string canonical;
    for (const char character : value) {
        const bool isSpace = character == ' ' || character == '\t';
        if (isSpace && (canonical.empty() || canonical.back() == ' '))
            continue;
        canonical += isSpace ? ' ' : character;
    }
    if (canonical.ends_with(' '))
        canonical.pop_back();
    return canonical;
}

// Sorted by name; the values of one name joined in their order.
std::map<std::string, std::string> canonicalFields(const HeaderList &fields)
{
    std::map<std::string, std::string> canonical;
    for (const HeaderField &field : fields) {
        const auto [place, isNew] = canonical.try_emplace(toLowerAscii(field.name), canonicalValue(field.value));
        if (!isNew)
            place->second.append(",").append(canonicalValue(field.value));
    }
    return canonical;
}

bool isSignedField(std::string_view name)
{
    return equalsIgnoringCase(name, "content-type") || startsWithIgnoringCase(name, "x-amz-");
}

std::string sha256Hex(const UploadSource &upload)
{
    constexpr std::size_t step = 256 * 1024;
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::string window(step, '\0');
    std::uint64_t offset = 0;
    while (const std::size_t count = upload.read(offset, window)) {
        crypto_hash_sha256_update(&state, bytesOf(window), count);
        offset += count;
    }
    Digest digest{};
    crypto_hash_sha256_final(&state, digest.data());
    return hexOf(digest);
}

// What S3 is told of the body. A file is not read twice where TLS guards its bytes anyway.
std::string contentHash(const UpstreamRequest &request)
{
    const auto &upload = request.body.upload();
    if (!upload)
        return sha256Hex(request.body ? std::string_view(*request.body) : std::string_view());
    return request.route->scheme == "https" ? "UNSIGNED-PAYLOAD" : sha256Hex(*upload);
}

bool isVisible(const SecretString &secret)
{
    const std::string_view text = secret.reveal();
    return std::all_of(text.begin(), text.end(), [](char character) { return character > ' ' && character < '\x7f'; });
}

std::string padded(unsigned number, std::size_t width)
{
    std::string digits = std::to_string(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

} // namespace

std::string awsDate(WallTime moment)
{
    using namespace std::chrono;
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(floor<seconds>(moment - day));
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4)
           + padded(static_cast<unsigned>(date.month()), 2) + padded(static_cast<unsigned>(date.day()), 2) + 'T'
           + padded(static_cast<unsigned>(time.hours().count()), 2)
           + padded(static_cast<unsigned>(time.minutes().count()), 2)
           + padded(static_cast<unsigned>(time.seconds().count()), 2) + 'Z';
}

std::string awsAuthorization(std::string_view method, std::string_view target, const HeaderList &signedFields,
                             std::string_view body, const AwsCredentials &credentials, const AwsScope &scope)
{
    const auto questionMark = target.find('?');
    const std::string_view query =
        questionMark == std::string_view::npos ? std::string_view() : target.substr(questionMark + 1);
    const std::string_view path = target.substr(0, questionMark);
    const bool isStorage = scope.service == storageService;
    std::string request(method);
    request.append("\n").append(isStorage ? pathAsItIs(path) : canonicalPath(path));
    request.append("\n").append(canonicalQuery(query)).append("\n");
    std::string names;
    for (const auto &[name, value] : canonicalFields(signedFields)) {
        request.append(name).append(":").append(value).append("\n");
        names.append(names.empty() ? "" : ";").append(name);
    }
    request.append("\n").append(names).append("\n");
    request.append(isStorage ? std::string(signedFields.value(contentHashField)) : sha256Hex(body));

    const std::string moment(signedFields.value("x-amz-date"));
    const std::string date = moment.substr(0, 8);
    const std::string credentialScope =
        date + '/' + scope.region + '/' + scope.service + '/' + std::string(requestKind);
    const std::string text =
        std::string(algorithm) + '\n' + moment + '\n' + credentialScope + '\n' + sha256Hex(request);
    std::string authorization(algorithm);
    authorization.append(" Credential=").append(credentials.accessKeyId.reveal()).append("/").append(credentialScope);
    authorization.append(", SignedHeaders=").append(names).append(", Signature=");
    return authorization + SigningKey(credentials.secretAccessKey, date, scope).sign(text);
}

Result<void> checkAwsCredentials(const AwsCredentials &credentials)
{
    if (credentials.isEmpty() || credentials.secretAccessKey.isEmpty())
        return unexpected(
            Error::internal(ErrorCode::SecretUnavailable, "This provider needs an access key and its secret key."));
    if (!isVisible(credentials.accessKeyId) || !isVisible(credentials.sessionToken))
        return unexpected(
            Error::internal(ErrorCode::SecretUnavailable,
                            "The access key or the session token of this provider contains characters that none has, "
                            "such as a line break. Enter it again."));
    return {};
}

void signAwsRequest(UpstreamRequest &request, WallTime now)
{
    if (!request.awsSigning)
        return;
    const AwsCredentials &credentials = request.awsSigning->credentials;
    const bool isStorage = request.awsSigning->scope.service == storageService;
    const std::string_view body = !isStorage && request.body ? std::string_view(*request.body) : std::string_view();
    request.headers.set("X-Amz-Date", awsDate(now));
    request.headers.set(std::string(contentHashField), isStorage ? contentHash(request) : sha256Hex(body));
    if (!credentials.sessionToken.isEmpty())
        request.headers.set("X-Amz-Security-Token", std::string(credentials.sessionToken.reveal()));
    HeaderList fields;
    fields.add("Host", authorityOf(request.route->scheme, request.route->host, request.route->port));
    for (const HeaderField &field : request.headers) {
        if (isSignedField(field.name))
            fields.add(field.name, field.value);
    }
    request.headers.set("Authorization", awsAuthorization(request.method, request.target, fields, body, credentials,
                                                          request.awsSigning->scope));
}

} // namespace gateway::net
