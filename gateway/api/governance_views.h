// Virtual keys, their owners and limits, as windows and the management API see and change them.
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gateway::api {

enum class LimitUnit { Requests, Tokens, Money };

struct LimitView {
    QString id; // empty: new, or the one of its owner with the same unit and window
    LimitUnit unit = LimitUnit::Requests;
    qint64 most = 0;                       // requests, tokens, or nano-dollars
    QString window = QStringLiteral("1d"); // a number and one of s m h d w M Q Y
    bool isCalendarAligned = false;        // begins at midnight, on Monday, on the first; else with its first request
    QString timeZone;                      // IANA; empty is UTC
    qint64 used = 0;                       // so far in this window; ignored when saved, like the rest
    qint64 reserved = 0;                   // held by requests that run
    QDateTime began;                       // UTC; invalid when nothing was used in it
    QDateTime resetsAt;                    // UTC
    qint64 extra = 0;                      // allowed beyond `most` until then; ignored when saved
    QDateTime extraUntil;                  // UTC; invalid: nothing is
    std::optional<qint64> forecast;        // used at resetsAt if it goes on like this; unset: too early to say
    qint64 allowed() const { return most + extra; }
    bool operator==(const LimitView &) const = default;
};

enum class LimitOwnerKind { VirtualKey, VirtualKeyProvider, Team, Customer, Model, Provider, Everything };

// A limit of which much, or all, was used. It is told once for each window and step.
struct LimitWarning {
    LimitOwnerKind ownerKind = LimitOwnerKind::VirtualKey;
    QString ownerId;
    QString ownerName; // of a virtual key's provider: "key, provider"
    LimitView limit;
    int percent = 80; // the step that was reached: 80 or 100
};

struct VirtualKeyModelView {
    QString model; // as the provider names it
    QList<LimitView> limits;
    bool operator==(const VirtualKeyModelView &) const = default;
};

struct VirtualKeyProviderView {
    QString id;
    QString provider;
    std::optional<double> weight; // none: never drawn for names without a provider
    QStringList allowedModels{QStringLiteral("*")};
    QStringList deniedModels;
    bool allowsAllKeys = true;
    QStringList keys; // ids or names of the provider's keys, unless all may be used
    QList<LimitView> limits;
    QList<VirtualKeyModelView> modelLimits; // beside `limits`
    bool operator==(const VirtualKeyProviderView &) const = default;
};

struct VirtualKeyView {
    QString id;
    QString name;
    QString description;
    QString shownPrefix; // "sk-bf-7Qx1"
    bool isActive = true;
    QDateTime expiresAt;          // UTC; invalid: never
    bool goesWhenExpired = false; // it is deleted then
    bool keepsValue = false;      // values that are made from now on go to the secret store, to be had again
    bool hasKeptValue = false;    // the present one is there; ignored when saved
    QDateTime previousExpiresAt;  // UTC; until when the value before the last rotation is good; invalid: it is not
    QDateTime rotatedAt;          // UTC; invalid: never
    bool allowsAllProviders = true;
    QList<VirtualKeyProviderView> providers;
    QString teamId;     // empty: none
    QString customerId; // empty: none
    QList<LimitView> limits;
    bool isPrivate = false;      // only totals are kept of its requests
    QString environmentVariable; // where a configuration file takes the value from
    QDateTime createdAt;         // UTC
    QDateTime updatedAt;         // UTC
    bool operator==(const VirtualKeyView &) const = default;
};

// Creates (empty id) or replaces a key; prefix, dates but expiresAt, and use are ignored.
struct SaveVirtualKey {
    VirtualKeyView key;
    // From a configuration file: the value itself, and a key is made under the given id if there is none. Unset: the
    // stored value stays, or one is made.
    std::optional<QString> value;
};

// A key and, when it was just made or rotated, its value: the only time that it can be seen, unless it is kept.
struct MadeVirtualKey {
    VirtualKeyView key;
    QString value; // empty when nothing new was made
};

struct TeamView {
    QString id;
    QString name;
    QString customerId; // empty: none
    QList<LimitView> limits;
    QDateTime createdAt; // UTC
    QDateTime updatedAt; // UTC
    bool operator==(const TeamView &) const = default;
};

struct CustomerView {
    QString id;
    QString name;
    QList<LimitView> limits;
    QDateTime createdAt; // UTC
    QDateTime updatedAt; // UTC
    bool operator==(const CustomerView &) const = default;
};

// Limits of all requests together: of a provider, a model, or everything (both empty).
struct SharedLimitsView {
    QString id;
    QString provider;
    QString model;
    QList<LimitView> limits;
    QDateTime createdAt; // UTC
    QDateTime updatedAt; // UTC
    bool operator==(const SharedLimitsView &) const = default;
};

// Who may manage the gateway by its API.
struct AdminView {
    bool isNeeded = false; // else callers on this computer may manage
    QString username;
    bool operator==(const AdminView &) const = default;
};

} // namespace gateway::api
