#include "gateway/translation/dialects/gemini_generate/logprobs_codec.h"

namespace gateway::translation::gemini {

namespace {

Json tokenFromCandidate(const Json &candidate)
{
    return Json{{"token", textMember(candidate, "token")},
                {"logprob", numberMember(candidate, "logProbability").value_or(0)},
                {"bytes", nullptr}};
}

Json candidateFromToken(const Json &token)
{
    return Json{{"token", textMember(token, "token")}, {"logProbability", numberMember(token, "logprob").value_or(0)}};
}

} // namespace

Json decodeLogprobs(const Json &logprobsResult)
{
    const Json *chosen = findArray(logprobsResult, "chosenCandidates");
    const Json *top = findArray(logprobsResult, "topCandidates");
    if (!chosen || chosen->empty())
        return {};
    Json content = Json::array();
    for (std::size_t i = 0; i < chosen->size(); ++i) {
        Json token = tokenFromCandidate((*chosen)[i]);
        Json others = Json::array();
        const Json *alternatives = top && i < top->size() ? findArray((*top)[i], "candidates") : nullptr;
        for (std::size_t k = 0; alternatives && k < alternatives->size(); ++k)
            others.push_back(tokenFromCandidate((*alternatives)[k]));
        token["top_logprobs"] = std::move(others);
        content.push_back(std::move(token));
    }
    return Json{{"content", std::move(content)}};
}

Json encodeLogprobs(const Json &logprobs)
{
    const Json *content = findArray(logprobs, "content");
    if (!content || content->empty())
        return {};
    Json chosen = Json::array();
    Json top = Json::array();
    for (const Json &token : *content) {
        chosen.push_back(candidateFromToken(token));
        Json candidates = Json::array();
        const Json *others = findArray(token, "top_logprobs");
        for (std::size_t i = 0; others && i < others->size(); ++i)
            candidates.push_back(candidateFromToken((*others)[i]));
        top.push_back(Json{{"candidates", std::move(candidates)}});
    }
    return Json{{"topCandidates", std::move(top)}, {"chosenCandidates", std::move(chosen)}};
}

} // namespace gateway::translation::gemini
