// The words of the filter's language: fields with their units, states, what holds or does not.
#pragma once

#include "gateway/base/filter_term.h"

#include <QCoreApplication>

#include <array>
#include <initializer_list>

namespace ui::models::filter_detail {

struct FilterText {
    Q_DECLARE_TR_FUNCTIONS(FilterLanguage)
};

enum class Unit { Text, Count, Money, Time, Bytes, Status, State, Flag };

struct Field {
    const char *name;
    gateway::FilterField field;
    Unit unit;
};

// The first name of a field is the one that is offered.
inline constexpr std::array fields{
    Field{"client", gateway::FilterField::Client, Unit::Text},
    Field{"asked", gateway::FilterField::AskedModel, Unit::Text},
    Field{"provider", gateway::FilterField::Provider, Unit::Text},
    Field{"model", gateway::FilterField::Model, Unit::Text},
    Field{"key", gateway::FilterField::Key, Unit::Text},
    Field{"vkey", gateway::FilterField::VirtualKey, Unit::Text},
    Field{"session", gateway::FilterField::Session, Unit::Text},
    Field{"error", gateway::FilterField::Error, Unit::Text},
    Field{"id", gateway::FilterField::Id, Unit::Text},
    Field{"operation", gateway::FilterField::Operation, Unit::Text},
    Field{"finish", gateway::FilterField::FinishReason, Unit::Text},
    Field{"comment", gateway::FilterField::Comment, Unit::Text},
    Field{"text", gateway::FilterField::Body, Unit::Text},
    Field{"state", gateway::FilterField::State, Unit::State},
    Field{"status", gateway::FilterField::Status, Unit::Status},
    Field{"tries", gateway::FilterField::Tries, Unit::Count},
    Field{"cost", gateway::FilterField::Cost, Unit::Money},
    Field{"duration", gateway::FilterField::Duration, Unit::Time},
    Field{"first", gateway::FilterField::FirstToken, Unit::Time},
    Field{"input", gateway::FilterField::InputTokens, Unit::Count},
    Field{"cached", gateway::FilterField::CachedTokens, Unit::Count},
    Field{"output", gateway::FilterField::OutputTokens, Unit::Count},
    Field{"size", gateway::FilterField::Size, Unit::Bytes},
    Field{"is", gateway::FilterField::Streamed, Unit::Flag},
};

struct StateWord {
    const char *name;
    std::initializer_list<gateway::RequestState> states;
};

inline const std::array stateWords{
    StateWord{"ok", {gateway::RequestState::Succeeded}},
    StateWord{"error",
              {gateway::RequestState::ClientError, gateway::RequestState::UpstreamError, gateway::RequestState::Blocked,
               gateway::RequestState::BrokenStream, gateway::RequestState::RateLimited}},
    StateWord{"client", {gateway::RequestState::ClientError}},
    StateWord{"upstream", {gateway::RequestState::UpstreamError}},
    StateWord{"limited", {gateway::RequestState::RateLimited}},
    StateWord{"blocked", {gateway::RequestState::Blocked}},
    StateWord{"cancelled", {gateway::RequestState::Cancelled}},
    StateWord{"broken", {gateway::RequestState::BrokenStream}},
    StateWord{"running", {gateway::RequestState::InFlight, gateway::RequestState::Streaming}},
};

struct FlagWord {
    const char *name;
    gateway::FilterField field;
};

inline constexpr std::array flagWords{
    FlagWord{"stream", gateway::FilterField::Streamed},
    FlagWord{"fallback", gateway::FilterField::FellBack},
    FlagWord{"unpriced", gateway::FilterField::Unpriced},
    FlagWord{"pinned", gateway::FilterField::Pinned},
};

} // namespace ui::models::filter_detail
