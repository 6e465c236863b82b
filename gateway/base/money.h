// An amount of money as an integer, so that sums are exact and the order of adding changes nothing.
#pragma once

// First: moc of Qt 6.4 cannot read <compare> where no header came before it.
#include <string>

#include <compare>
#include <cstdint>

namespace gateway {

// Nano-dollars (1e-9 US dollars): the prices of providers are a few of them per token. Reaches 9 thousand million dollars.
struct Money {
    std::int64_t nanoDollars = 0;

    static constexpr Money ofDollars(std::int64_t dollars) { return {dollars * 1'000'000'000}; }
    constexpr double dollars() const { return static_cast<double>(nanoDollars) / 1e9; }

    constexpr Money &operator+=(Money other)
    {
        nanoDollars += other.nanoDollars;
        return *this;
    }
    constexpr Money &operator-=(Money other)
    {
        nanoDollars -= other.nanoDollars;
        return *this;
    }
    friend constexpr Money operator+(Money left, Money right) { return left += right; }
    friend constexpr Money operator-(Money left, Money right) { return left -= right; }
    constexpr auto operator<=>(const Money &) const = default;
};

} // namespace gateway
