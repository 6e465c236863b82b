// Holds a secret that wipes itself, and never prints itself.
#pragma once

#include <string>
#include <string_view>

namespace gateway {

// Copies are deliberate: a snapshot and the store each own theirs, and each wipes it.
class SecretString {
public:
    SecretString() = default;
    explicit SecretString(std::string_view value);
    SecretString(const SecretString &other);
    SecretString(SecretString &&other) noexcept;
    SecretString &operator=(const SecretString &other);
    SecretString &operator=(SecretString &&other) noexcept;
    ~SecretString();

    bool isEmpty() const { return m_value.empty(); }

    // The only way to the text. The caller must not log or store it.
    std::string_view reveal() const { return m_value; }

    // Bifrost's redaction: up to 8 characters all '*', else first 4 + 24 '*' + last 4.
    std::string redacted() const;

    // The last four characters when the secret is long enough that they give nothing away, else empty.
    std::string lastFour() const;

    bool operator==(const SecretString &other) const; // constant time for equal lengths

private:
    void wipe();

    std::string m_value;
};

} // namespace gateway
