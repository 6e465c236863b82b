#include "gateway/service/provider_test.h"

#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/net/upstream/proxy_choice.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/conversation/conversation.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/framing/frame_splitter.h"
#include "gateway/translation/json/top_level_editor.h"
#include "gateway/translation/listing/model_list.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace gateway::service {

namespace {

using api::TestOutcome;
using api::TestStep;
using translation::DialectId;

constexpr std::size_t largestBody = 8u * 1024u * 1024u;
constexpr qint64 clockToleranceSeconds = 300;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProviderTest)
};

bool mentions(std::string_view body, std::string_view word)
{
    return body.find(word) != std::string_view::npos;
}

// Seconds by which this computer's clock differs from the provider's; zero when the provider does not tell.
qint64 clockDifference(const HeaderList &headers)
{
    const std::string_view date = headers.value("date");
    if (date.empty())
        return 0;
    // RFC 9110 §5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT", which Qt reads as RFC 2822.
    QString text = QString::fromLatin1(date.data(), static_cast<qsizetype>(date.size()));
    text.replace(QLatin1String("GMT"), QLatin1String("+0000"));
    const QDateTime theirs = QDateTime::fromString(text, Qt::RFC2822Date);
    return theirs.isValid() ? theirs.secsTo(QDateTime::currentDateTimeUtc()) : 0;
}

// The proxy in force and who says so; empty without one.
QString proxyFact(const net::UpstreamRoute &route)
{
    const QNetworkProxy proxy = net::ProxyChoice().proxyFor(route);
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.hostName().isEmpty())
        return {};
    const QString name = QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
    return route.proxyMode == net::ProxyMode::System
               ? Text::tr(", through the proxy %1 of the environment or the system").arg(name)
               : Text::tr(", through the proxy %1 of this provider").arg(name);
}

// The dialect that the provider is asked in: its plainest.
DialectId testDialect(const config::ProviderDefinition &provider)
{
    return provider.dialectFor(DialectId::OpenAiChat);
}

Result<translation::EncodedRequest> shortQuestion(const config::ProviderDefinition &provider, const std::string &model)
{
    translation::ChatRequest question;
    question.dialect = testDialect(provider);
    question.model = model;
    question.isStream = true;
    translation::Message message;
    message.parts.push_back(translation::makeText("Say hello in five words."));
    question.messages.push_back(std::move(message));
    const translation::ProviderDialect *dialect = translation::findProviderDialect(question.dialect);
    if (!dialect)
        return unexpected(Error::client(ErrorCode::UnsupportedOperation, "This kind of provider cannot be asked yet."));
    translation::ExchangeState state(question, question.dialect, "test");
    translation::ConversionReport report;
    return dialect->encodeRequest(question, {model, provider.preset}, state, report);
}

} // namespace

QString explainProviderProblem(const Error &error, std::string_view body, const QString &keyUrl)
{
    const int status = error.upstreamStatus.value_or(0);
    const QString words = QString::fromStdString(translation::upstreamErrorMessage(body));
    const QString quoted = words.isEmpty() ? QString() : Text::tr(" It said: “%1”").arg(words);
    const QString where = keyUrl.isEmpty() ? QString() : Text::tr(" You can make a new one at %1.").arg(keyUrl);
    if (status == 402 || mentions(body, "insufficient_quota") || mentions(body, "credit balance"))
        return Text::tr("The key is right, but its account has no credit left. Add credit at the provider.") + quoted;
    if (status == 401)
        return Text::tr("The key was refused (401). Check that it is complete.") + where + quoted;
    if (status == 403)
        return Text::tr("The key is known, but may not do this (403). Check its permissions and region.") + quoted;
    if (status == 404 && mentions(body, "model"))
        return Text::tr("The provider does not have this model (404). Choose one of the listed models.") + quoted;
    if (status == 404)
        return Text::tr("The address answers, but not with this API (404). Check the address.") + quoted;
    if (status == 429)
        return Text::tr("The provider limits the rate of this key right now (429). Try again in a moment.") + quoted;
    if (status >= 500)
        return Text::tr("The provider has a problem of its own (%1). Try again later.").arg(status) + quoted;
    if (status >= 400)
        return Text::tr("The provider refused the request (%1).").arg(status) + quoted;
    return QString::fromStdString(error.message);
}

ProviderTest::ProviderTest(ProviderTestPlan plan, const Clock &clock, StepSink steps, EndSink ended)
    : m_plan(std::move(plan)), m_clock(clock), m_steps(std::move(steps)), m_ended(std::move(ended))
{
}

ProviderTest::~ProviderTest() = default;

void ProviderTest::start(net::UpstreamTransport &transport)
{
    m_transport = &transport;
    begin(TestStep::Address);
    const config::ProviderKey *key = m_plan.key ? &*m_plan.key : nullptr;
    auto address = pipeline::addressOf(m_plan.provider, key);
    if (!address) {
        fail(TestStep::Address, QString::fromStdString(address.error().message));
        return;
    }
    m_address = std::move(*address);
    if (!m_plan.provider.offers("list_models")) {
        askWithoutList();
        return;
    }
    auto request = pipeline::encodeOwnRequest(m_plan.provider, key, m_address, "GET",
                                              translation::modelListTarget(m_plan.provider.family),
                                              {{"list_models", {}, false}, {}});
    if (!request) {
        fail(TestStep::Address, QString::fromStdString(request.error().message));
        return;
    }
    m_exchange = m_transport->start(std::move(*request), *this);
}

// An answer proves address and key as well as a list does.
void ProviderTest::askWithoutList()
{
    skip(TestStep::Models, Text::tr("This provider does not list its models."));
    if (m_plan.sendShortAnswer && m_plan.provider.offers("chat_completion")) {
        askShortAnswer();
        return;
    }
    skip(TestStep::Key, Text::tr("Only an answer shows whether the key is right. Ask for a short answer."));
    finish();
}

void ProviderTest::responseStarted(const net::UpstreamResponseHead &head)
{
    m_head = head;
    m_body.clear();
    if (!m_isReached)
        pass(TestStep::Address, reachedFact());
    m_isReached = true;
    if (m_step == TestStep::Address)
        begin(TestStep::Key);
}

void ProviderTest::responseBytes(std::string_view bytes)
{
    if (m_body.size() + bytes.size() > largestBody)
        return;
    m_body.append(bytes);
    if (m_step != TestStep::Answer || m_head.status >= 400)
        return;
    translation::AnswerAssembler assembler(testDialect(m_plan.provider));
    const auto framing = translation::framingOfContentType(m_head.headers.value("content-type"));
    assembler.feed(framing ? translation::asServerSentEvents(*framing, m_body) : m_body);
    std::string text;
    for (const auto &message : assembler.messages()) {
        for (const auto &part : message.parts) {
            if (part.kind == translation::PartKind::Text)
                text += part.text;
        }
    }
    if (text == m_answer)
        return;
    m_answer = text;
    report({TestStep::Answer, TestOutcome::Running, QString::fromStdString(m_answer), {}, {}});
}

void ProviderTest::responseFinished()
{
    const QString keyUrl;
    if (m_head.status >= 400) {
        const Error error = net::classifyStatus(m_head.status, m_head.headers, m_body);
        // Some servers have no listing; that alone is not a fault of theirs.
        if (m_step == TestStep::Key && (m_head.status == 404 || m_head.status == 405) && m_plan.sendShortAnswer
            && !m_plan.model.empty()) {
            skip(TestStep::Models, Text::tr("This provider does not list its models."));
            askShortAnswer();
            return;
        }
        if (m_head.status == 401 && !m_plan.key) {
            fail(m_step, Text::tr("This server asks for a key (401), and none is set up. Add one and test again."));
            return;
        }
        fail(m_step, explainProviderProblem(error, m_body, keyUrl));
        return;
    }
    if (m_step == TestStep::Answer) {
        if (m_answer.empty())
            fail(TestStep::Answer, Text::tr("The provider answered, but without any text."));
        else {
            pass(TestStep::Answer, QString::fromStdString(m_answer));
            finish();
        }
        return;
    }
    readModels();
}

void ProviderTest::responseFailed(const Error &error)
{
    fail(m_step, explainProviderProblem(error, m_body, {}));
}

void ProviderTest::readModels()
{
    if (m_plan.provider.credentialScheme == config::CredentialScheme::None && !m_plan.key)
        skip(TestStep::Key, Text::tr("No key is needed."));
    else
        pass(TestStep::Key, {});
    begin(TestStep::Models);
    const auto page = translation::readModelList(m_plan.provider.family, m_body);
    if (!page) {
        fail(TestStep::Models,
             Text::tr("The address answers, but not with a list of models. Check that it is the API's "
                      "address and not a web page."));
        return;
    }
    for (const translation::ModelEntry &entry : page->models)
        m_report.models.append(QString::fromStdString(entry.id));
    pass(TestStep::Models, Text::tr("%n model(s)", nullptr, static_cast<int>(page->models.size())));
    if (m_plan.sendShortAnswer && pipeline::hasOwnChat(m_plan.provider)) {
        skip(TestStep::Answer, Text::tr("No model is asked in a test: each takes an input of its own."));
        finish();
        return;
    }
    if (!m_plan.sendShortAnswer) {
        finish();
        return;
    }
    if (m_plan.model.empty() && !page->models.empty())
        m_plan.model = page->models.front().id;
    askShortAnswer();
}

void ProviderTest::askShortAnswer()
{
    begin(TestStep::Answer);
    if (m_plan.model.empty()) {
        fail(TestStep::Answer, Text::tr("There is no model to ask. Load a model in the server, or name one."));
        return;
    }
    const config::ProviderKey *key = m_plan.key ? &*m_plan.key : nullptr;
    // From here on the provider is what the model sees of it; the key stands beside it.
    if (auto face = pipeline::faceOf(m_plan.provider, m_plan.provider.familyOfModel(m_plan.model)))
        m_plan.provider = std::move(*face);
    const auto question = shortQuestion(m_plan.provider, m_plan.model);
    if (!question) {
        fail(TestStep::Answer, QString::fromStdString(question.error().message));
        return;
    }
    const pipeline::OwnCall call{{"chat_completion_stream", m_plan.model, true},
                                 std::make_shared<const std::string>(question->body)};
    auto request = pipeline::encodeOwnRequest(m_plan.provider, key, m_address, "POST", question->path, call);
    if (!request) {
        fail(TestStep::Answer, QString::fromStdString(request.error().message));
        return;
    }
    request->firstByteTimeout = std::chrono::seconds(60);
    m_exchange = m_transport->start(std::move(*request), *this);
}

QString ProviderTest::reachedFact() const
{
    QString fact = QString::fromStdString(m_address.route->host);
    if (m_address.route->scheme == "https")
        fact += m_head.majorVersion >= 2 ? Text::tr(", TLS, HTTP/2") : Text::tr(", TLS");
    fact += proxyFact(*m_address.route);
    const qint64 difference = clockDifference(m_head.headers);
    if (qAbs(difference) > clockToleranceSeconds)
        fact += Text::tr(". This computer's clock differs by %1 s; set it right.").arg(difference);
    return fact;
}

void ProviderTest::begin(TestStep step)
{
    m_step = step;
    m_stepStartedAt = m_clock.steadyNow();
    report({step, TestOutcome::Running, {}, {}, {}});
}

void ProviderTest::pass(TestStep step, const QString &fact)
{
    report({step, TestOutcome::Passed, fact, {}, {}});
}

void ProviderTest::skip(TestStep step, const QString &fact)
{
    report({step, TestOutcome::Skipped, fact, {}, {}});
}

void ProviderTest::fail(TestStep step, const QString &problem)
{
    report({step, TestOutcome::Failed, {}, problem, {}});
    finish();
}

void ProviderTest::report(api::ProviderTestStep step)
{
    step.duration = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steadyNow() - m_stepStartedAt);
    if (step.outcome != TestOutcome::Running)
        m_report.steps.append(step);
    m_steps(step);
}

void ProviderTest::finish()
{
    m_report.hasPassed = true;
    for (const api::ProviderTestStep &step : m_report.steps)
        m_report.hasPassed = m_report.hasPassed && step.outcome != TestOutcome::Failed;
    if (m_ended)
        std::exchange(m_ended, nullptr)(m_report);
}

} // namespace gateway::service
