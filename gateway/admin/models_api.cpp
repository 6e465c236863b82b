#include "gateway/admin/models_api.h"

#include "gateway/admin/key_json.h"
#include "gateway/admin/text_conversion.h"
#include "gateway/base/refusal.h"
#include "gateway/config/model_names.h"

#include <algorithm>
#include <memory>

namespace gateway::admin {

namespace {

using api::KnownModel;
using pipeline::ManagementRequest;

constexpr int shortList = 5; // bifrost-api §5.4: how many names without a limit
constexpr int longList = 20; // of details and base models
constexpr int largestList = 10'000;

QString valueOf(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

Result<int> limitOf(const QUrlQuery &query, int otherwise)
{
    if (!query.hasQueryItem(QStringLiteral("limit")))
        return otherwise;
    bool isNumber = false;
    const int limit = valueOf(query, "limit").toInt(&isNumber);
    if (isNumber && limit >= 1 && limit <= largestList)
        return limit;
    return unexpected(refused("limit must be between 1 and 10000"));
}

// People type "gpt 5" for "gpt-5".
QString searchable(const QString &name)
{
    QString letters;
    for (const QChar letter : name.toLower()) {
        if (letter.isLetterOrNumber() || letter == QLatin1Char('/'))
            letters.append(letter);
    }
    return letters;
}

std::vector<std::string> entriesOf(const QStringList &list)
{
    std::vector<std::string> entries;
    for (const QString &entry : list)
        entries.push_back(utf8(entry));
    return entries;
}

bool mayAsk(const api::VirtualKeyView &key, const KnownModel &model)
{
    for (const api::VirtualKeyProviderView &provider : key.providers) {
        if (provider.provider != model.provider)
            continue;
        const std::string name = utf8(model.name);
        return config::includesModel(entriesOf(provider.allowedModels), name)
               && !config::includesModel(entriesOf(provider.deniedModels), name);
    }
    return key.allowsAllProviders;
}

// "anthropic/claude-sonnet-4:beta" is Claude Sonnet 4, whoever sells it.
QString baseName(const QString &name)
{
    const QString withoutMaker = name.mid(name.lastIndexOf(QLatin1Char('/')) + 1);
    return withoutMaker.section(QLatin1Char(':'), 0, 0);
}

Json writeModel(const KnownModel &model, const QStringList &askedKeys)
{
    Json json{{"name", utf8(model.name)}, {"provider", utf8(model.provider)}};
    for (const QString &id : askedKeys) {
        if (model.keyIds.contains(id))
            json["accessible_by_keys"].push_back(utf8(id));
    }
    return json;
}

Json writeDetails(const KnownModel &model, const QStringList &askedKeys)
{
    Json json = writeModel(model, askedKeys);
    if (model.contextLength) {
        json["context_length"] = *model.contextLength;
        json["max_input_tokens"] = *model.contextLength;
    }
    return json;
}

template <typename Write>
Json listOf(const QList<KnownModel> &models, int limit, Write write)
{
    Json list = Json::array();
    for (const KnownModel &model : models.mid(0, limit))
        list.push_back(write(model));
    return {{"models", std::move(list)}, {"total", models.size()}};
}

Json listOfBaseModels(const QList<KnownModel> &models, int limit)
{
    QStringList names;
    for (const KnownModel &model : models)
        names.append(baseName(model.name));
    names.sort();
    names.removeDuplicates();
    Json list = Json::array();
    for (const QString &name : names.mid(0, limit))
        list.push_back(utf8(name));
    return {{"models", std::move(list)}, {"total", names.size()}};
}

// Which of a test's steps failed, in its words; empty: none.
QString problemOf(const Result<api::ProviderTestReport> &report)
{
    if (!report)
        return text(report.error().message);
    for (const api::ProviderTestStep &step : report->steps) {
        if (step.outcome == api::TestOutcome::Failed)
            return step.problem;
    }
    return {};
}

Json writeAskedKey(const api::ProviderKeyView &key, const QString &problem)
{
    Json json = writeKey(key);
    json["status"] = problem.isEmpty() ? "success" : "list_models_failed";
    if (!problem.isEmpty())
        json["description"] = utf8(problem);
    return json;
}

// Asks with one key after the other; it keeps itself until the last one was asked.
class Refresh : public std::enable_shared_from_this<Refresh> {
public:
    Refresh(api::GatewayFacade &gateway, api::ProviderView provider, ManagementReply reply)
        : m_gateway(gateway), m_provider(std::move(provider)), m_reply(std::move(reply))
    {
    }

    // The first usable key is asked last: what it lists is what stays, as when clients ask for the list.
    void start(const QString &keyId)
    {
        for (const api::ProviderKeyView &key : m_provider.keys) {
            if (keyId.isEmpty() ? key.isEnabled : key.id == keyId)
                m_waiting.prepend(key);
        }
        if (m_waiting.isEmpty())
            askWithoutKey();
        else
            askNext();
    }

private:
    void askWithoutKey()
    {
        m_gateway.testProvider(
            testWith({}), [self = shared_from_this()](const Result<api::ProviderTestReport> &report) {
                const QString problem = problemOf(report);
                if (problem.isEmpty())
                    self->m_reply(answer(Json{{"keys", Json::array()}, {"total", 0}}));
                else
                    self->m_reply(
                        failure(Error::upstream(ErrorCode::UpstreamUnreachable, RetryAdvice::Never, utf8(problem))));
            });
    }

    void askNext()
    {
        const api::ProviderKeyView key = m_waiting.takeFirst();
        m_gateway.testProvider(testWith(key.id),
                               [self = shared_from_this(), key](const Result<api::ProviderTestReport> &report) {
                                   self->take(writeAskedKey(key, problemOf(report)));
                               });
    }

    void take(Json key)
    {
        m_asked.insert(m_asked.begin(), std::move(key));
        if (!m_waiting.isEmpty()) {
            askNext();
            return;
        }
        const auto count = m_asked.size();
        m_reply(answer(Json{{"keys", std::move(m_asked)}, {"total", count}}));
    }

    api::TestProvider testWith(const QString &keyId) const
    {
        api::TestProvider command;
        command.provider = m_provider;
        command.keyId = keyId;
        return command;
    }

    api::GatewayFacade &m_gateway;
    api::ProviderView m_provider;
    ManagementReply m_reply;
    QList<api::ProviderKeyView> m_waiting;
    Json m_asked = Json::array();
};

} // namespace

void ModelsApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QString what = segments.value(0);
    const QUrlQuery query(QString::fromStdString(request.query));
    if (what == QLatin1String("parameters")) {
        answerParameters(request, valueOf(query, "model"), reply);
        return;
    }
    const auto limit = limitOf(query, segments.isEmpty() ? shortList : longList);
    const auto models = wanted(request, query);
    if (!limit || !models) {
        reply(failure(limit ? models.error() : limit.error()));
        return;
    }
    const QStringList keys = valueOf(query, "keys").split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (what == QLatin1String("base"))
        reply(answer(listOfBaseModels(*models, *limit)));
    else if (what == QLatin1String("details"))
        reply(answer(listOf(*models, *limit, [&keys](const KnownModel &model) { return writeDetails(model, keys); })));
    else
        reply(answer(listOf(*models, *limit, [&keys](const KnownModel &model) { return writeModel(model, keys); })));
}

Result<QList<KnownModel>> ModelsApi::wanted(const ManagementRequest &request, const QUrlQuery &query) const
{
    const auto virtualKey = m_gateway.governance().shownVirtualKey(request.headers);
    if (!virtualKey && virtualKey.error().code != ErrorCode::VirtualKeyRequired)
        return unexpected(virtualKey.error());
    const QString search = searchable(valueOf(query, "query"));
    const QString provider = valueOf(query, "provider");
    const QStringList keys = valueOf(query, "keys").split(QLatin1Char(','), Qt::SkipEmptyParts);
    const bool isUnfiltered = valueOf(query, "unfiltered") == QLatin1String("true");
    QList<KnownModel> models = m_models.knownModels();
    models.removeIf([&](const KnownModel &model) {
        const bool isReachable = keys.isEmpty() || std::any_of(keys.begin(), keys.end(), [&model](const QString &id) {
                                     return model.keyIds.contains(id);
                                 });
        const bool isShown = isUnfiltered || (model.isOffered && isReachable);
        return !isShown || (!provider.isEmpty() && model.provider != provider)
               || !searchable(model.name).contains(search) || (virtualKey && !mayAsk(*virtualKey, model));
    });
    return models;
}

void ModelsApi::refresh(const api::ProviderView &provider, const QString &keyId, ManagementReply reply)
{
    std::make_shared<Refresh>(m_gateway, provider, std::move(reply))->start(keyId);
}

// Of all that Bifrost's list of parameters holds, the length of the context is what is known here. Clients ask for it
// by every name that they have of a model, and go on without where there is none.
void ModelsApi::answerParameters(const ManagementRequest &request, const QString &name,
                                 const ManagementReply &reply) const
{
    if (name.isEmpty()) {
        reply(failure(ErrorCode::InvalidRequest, "model query parameter is required"));
        return;
    }
    const auto models = wanted(request, QUrlQuery());
    if (!models) {
        reply(failure(models.error()));
        return;
    }
    for (const KnownModel &model : *models) {
        const bool isMeant = model.name == name || model.provider + QLatin1Char('/') + model.name == name;
        if (!isMeant || !model.contextLength)
            continue;
        Json json = writeDetails(model, {});
        json["base_model"] = utf8(baseName(model.name));
        json["model_parameters"] = Json::array();
        reply(answer(json));
        return;
    }
    reply(failure(ErrorCode::NotFound, "no parameters found for model " + utf8(name)));
}

} // namespace gateway::admin
