#include "ui/models/route_steps.h"

#include "ui/models/route_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui::models {

using gateway::RequestState;
using gateway::api::CircuitState;
using gateway::api::KeyFate;
using gateway::api::KeyTrialView;
using gateway::api::PlannedAttemptView;
using gateway::api::PlannedTargetView;
using gateway::api::Rescue;
using gateway::api::RouteExplanationView;
using gateway::api::RuleOutcome;
using gateway::api::RuleTargetTrialView;
using gateway::api::RuleTrialView;
using gateway::api::TargetTrialView;

namespace {

class StepWriter {
    Q_DECLARE_TR_FUNCTIONS(StepWriter)
public:
    explicit StepWriter(const RouteExplanationView &explanation) : m_explanation(explanation) {}

    QList<RouteStep> write()
    {
        writeRequest();
        writeRules();
        writeCandidates();
        for (qsizetype index = 0; index < m_explanation.attempts.size(); ++index)
            writeAttempt(m_explanation.attempts.at(index), index == 0);
        if (!m_explanation.problem.isEmpty())
            m_steps.append(
                {m_explanation.problemStatus >= 500 ? RequestState::UpstreamError : RequestState::ClientError,
                 tr("The client gets an error"),
                 QLocale::c().toString(m_explanation.problemStatus),
                 {m_explanation.problem},
                 false});
        else if (!m_explanation.targets.isEmpty())
            writeCare();
        return std::move(m_steps);
    }

private:
    void writeRequest()
    {
        RouteStep step;
        step.title = m_explanation.askedModel.isEmpty() ? tr("Client asks for no model")
                                                        : tr("Client asks for %1").arg(m_explanation.askedModel);
        QStringList facts{QStringLiteral("%1 %2").arg(m_explanation.method, m_explanation.path)};
        if (!m_explanation.operation.isEmpty())
            facts.append(m_explanation.operation);
        step.details.append(facts.join(QStringLiteral(", ")));
        if (!m_explanation.virtualKeyName.isEmpty())
            step.details.append(tr("Virtual key %1").arg(m_explanation.virtualKeyName));
        if (!m_explanation.sessionId.isEmpty())
            step.details.append(tr("Session %1").arg(m_explanation.sessionId));
        m_steps.append(step);
    }

    static QString outcomeWord(RuleOutcome outcome)
    {
        switch (outcome) {
        case RuleOutcome::Matched: return tr("matches");
        case RuleOutcome::NotMatched: return tr("no");
        case RuleOutcome::Failed: return tr("failed");
        case RuleOutcome::Broken: return tr("wrong");
        case RuleOutcome::Disabled: return tr("off");
        case RuleOutcome::OutOfScope: return tr("not for this caller");
        case RuleOutcome::NoTarget: return tr("no target");
        }
        return {};
    }

    static RequestState outcomeShape(RuleOutcome outcome)
    {
        switch (outcome) {
        case RuleOutcome::Matched: return RequestState::Succeeded;
        case RuleOutcome::Failed:
        case RuleOutcome::Broken:
        case RuleOutcome::NoTarget: return RequestState::ClientError;
        case RuleOutcome::NotMatched:
        case RuleOutcome::Disabled:
        case RuleOutcome::OutOfScope: break;
        }
        return RequestState::Cancelled;
    }

    void writeRules()
    {
        for (const RuleTrialView &rule : m_explanation.rules) {
            RouteStep step;
            step.shape = outcomeShape(rule.outcome);
            step.title = rule.step == 0 ? tr("Rule %1").arg(rule.name) : tr("Rule %1, asked again").arg(rule.name);
            step.badge = outcomeWord(rule.outcome);
            step.isQuiet = step.shape == RequestState::Cancelled;
            step.details.append(rule.expression.trimmed().isEmpty() ? tr("Matches every request")
                                                                    : rule.expression.simplified());
            if (!rule.detail.isEmpty())
                step.details.append(rule.detail);
            for (const RuleTargetTrialView &target : rule.targets) {
                const QString name = targetName(target.provider, target.model);
                if (rule.targets.size() == 1)
                    step.details.append(tr("Goes to %1").arg(name));
                else if (target.isOfSession)
                    step.details.append(tr("%1: as before in this session").arg(name));
                else
                    step.details.append(target.isChosen ? tr("%1: %2, drawn").arg(name, shareText(target.share))
                                                        : tr("%1: %2").arg(name, shareText(target.share)));
                if (!target.balance.isEmpty())
                    step.details.append(target.balance);
            }
            m_steps.append(step);
        }
        const bool hasMatch = std::any_of(m_explanation.rules.begin(), m_explanation.rules.end(),
                                          [](const auto &rule) { return rule.outcome == RuleOutcome::Matched; });
        if (!m_explanation.rules.isEmpty() && !hasMatch)
            m_steps.append({RequestState::Succeeded,
                            tr("No rule decides"),
                            {},
                            {tr("The request goes where it asks to go.")},
                            false});
    }

    void writeCandidates()
    {
        if (m_explanation.candidates.isEmpty())
            return;
        RouteStep step;
        step.shape = RequestState::ClientError;
        step.title = tr("No provider is known for this name");
        for (const auto &candidate : m_explanation.candidates) {
            if (candidate.isChosen) {
                step.shape = RequestState::Succeeded;
                step.title = tr("%1 takes the name").arg(candidate.provider);
                step.details.prepend(candidate.reason);
            } else {
                step.details.append(QStringLiteral("%1: %2").arg(candidate.provider, candidate.reason));
            }
        }
        m_steps.append(step);
    }

    static QString keyLine(const KeyTrialView &key)
    {
        if (key.isChosen && key.isOfSession)
            return tr("Key %1, as before in this session").arg(key.name);
        if (key.isChosen && key.share > 0 && key.share < 1)
            return tr("Key %1, drawn with a chance of %2").arg(key.name, shareText(key.share));
        if (key.isChosen)
            return tr("Key %1").arg(key.name);
        if (key.fate == KeyFate::Eligible)
            return tr("Key %1 could be drawn too, %2").arg(key.name, shareText(key.share));
        return tr("Key %1 %2").arg(key.name, keyFateText(key));
    }

    static QStringList targetDetails(const TargetTrialView &trial)
    {
        QStringList details;
        if (!trial.problem.isEmpty())
            details.append(trial.problem);
        if (trial.health) {
            QString line = circuitText(*trial.health);
            if (!trial.health->lastFailure.isEmpty())
                line += QStringLiteral(": ") + trial.health->lastFailure;
            details.append(line);
        }
        if (trial.usesCallersCredential)
            details.append(tr("With the caller's own sign-in"));
        QStringList others;
        for (const KeyTrialView &key : trial.keys) {
            QStringList &lines = key.isChosen ? details : others;
            lines.append(key.balance.isEmpty() ? keyLine(key) : keyLine(key) + QStringLiteral(": ") + key.balance);
        }
        return details + others;
    }

    static RequestState troubleShape(const TargetTrialView &trial)
    {
        if (!trial.problem.isEmpty())
            return RequestState::Blocked;
        if (trial.health && trial.health->isHeld)
            return RequestState::Blocked;
        return trial.health && trial.health->state == CircuitState::Open ? RequestState::UpstreamError
                                                                         : RequestState::RateLimited;
    }

    QString limitsLine(const PlannedTargetView &target) const
    {
        QStringList limits;
        if (target.connectLimitMs)
            limits.append(tr("connection within %1").arg(milliseconds(*target.connectLimitMs)));
        if (target.headLimitMs && target.headLimitMs != target.totalLimitMs)
            limits.append(tr("first byte within %1").arg(milliseconds(*target.headLimitMs)));
        if (target.firstTokenLimitMs)
            limits.append(tr("first token within %1").arg(milliseconds(*target.firstTokenLimitMs)));
        if (target.totalLimitMs)
            limits.append(tr("answer within %1").arg(milliseconds(*target.totalLimitMs)));
        if (m_explanation.isStream && target.idleLimitMs)
            limits.append(tr("silence at most %1").arg(milliseconds(*target.idleLimitMs)));
        if (target.mostRetries > 0)
            limits.append(target.mostRetries == 1 ? tr("1 retry") : tr("%n retries", nullptr, target.mostRetries));
        return tr("Limits: %1").arg(limits.join(QStringLiteral(", ")));
    }

    void writeAttempt(const PlannedAttemptView &attempt, bool isFirst)
    {
        for (const TargetTrialView &trial : attempt.trials) {
            RouteStep step;
            const bool isChosen = attempt.isMade && trial.targetIndex == attempt.targetIndex && trial.problem.isEmpty();
            step.title = targetName(trial.provider, trial.model);
            step.details = targetDetails(trial);
            if (isChosen && isFirst) {
                step.shape = RequestState::Succeeded;
                step.badge = tr("chosen");
                step.details.append(limitsLine(m_explanation.targets.at(trial.targetIndex)));
            } else if (isChosen) {
                step.shape = RequestState::InFlight;
                step.badge = tr("stands by");
                step.details.prepend(tr("Asked when the one above does not answer"));
            } else {
                if (!isFirst)
                    continue; // was told before
                step.shape = troubleShape(trial);
                step.badge = trial.problem.isEmpty() ? tr("passed over") : tr("cannot be used");
            }
            if (isChosen && attempt.delayMs > 0)
                step.details.append(tr("After a wait of %1: %2").arg(milliseconds(attempt.delayMs), attempt.why));
            m_steps.append(step);
        }
        for (const QString &note : isFirst ? m_explanation.notes : QStringList()) {
            if (!m_steps.isEmpty() && m_explanation.candidates.isEmpty())
                m_steps.last().details.append(note);
        }
    }

    // What is done so that the answer arrives.
    void writeCare()
    {
        RouteStep step;
        step.shape = RequestState::Succeeded;
        step.title = tr("If it goes wrong");
        step.isQuiet = true;
        const PlannedTargetView &first = m_explanation.targets.first();
        if (m_explanation.attempts.size() < 2 && first.mostRetries == 0)
            step.details.append(tr("Nothing else is tried: there are no retries and no fallback."));
        else
            step.details.append(tr("A wait that the provider asks for is kept up to %1.")
                                    .arg(milliseconds(m_explanation.longestRetryAfterMs)));
        if (m_explanation.slowStartAfterMs)
            step.details.append(tr("Without a first token after %1 the next target starts beside it.")
                                    .arg(milliseconds(*m_explanation.slowStartAfterMs)));
        if (m_explanation.rescue == Rescue::Match)
            step.details.append(tr("A stream that breaks off goes on from another attempt."));
        if (m_explanation.rescue == Rescue::MatchAndContinue)
            step.details.append(tr("A stream that breaks off goes on from another attempt, which may be given what the "
                                   "client has."));
        if (m_explanation.heldTokens == gateway::api::wholeAnswer)
            step.details.append(tr("The stream is held back to its end."));
        else if (m_explanation.heldTokens > 0)
            step.details.append(tr("The first %n tokens are held back.", nullptr, m_explanation.heldTokens));
        m_steps.append(step);
    }

    const RouteExplanationView &m_explanation;
    QList<RouteStep> m_steps;
};

} // namespace

QList<RouteStep> routeSteps(const RouteExplanationView &explanation)
{
    return StepWriter(explanation).write();
}

} // namespace ui::models
