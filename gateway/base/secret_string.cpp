#include "gateway/base/secret_string.h"

namespace gateway {

SecretString::SecretString(std::string_view value) : m_value(value) {}

SecretString::SecretString(const SecretString &other) = default;

SecretString::SecretString(SecretString &&other) noexcept : m_value(other.m_value)
{
    // A moved-from small string keeps its characters, so the source is copied and then wiped.
    other.wipe();
}

SecretString &SecretString::operator=(const SecretString &other)
{
    if (this != &other) {
        wipe();
        m_value = other.m_value;
    }
    return *this;
}

SecretString &SecretString::operator=(SecretString &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_value = other.m_value;
        other.wipe();
    }
    return *this;
}

SecretString::~SecretString()
{
    wipe();
}

std::string SecretString::redacted() const
{
    if (m_value.size() <= 8)
        return std::string(m_value.size(), '*');
    return m_value.substr(0, 4) + std::string(24, '*') + m_value.substr(m_value.size() - 4);
}

std::string SecretString::lastFour() const
{
    return m_value.size() < 12 ? std::string() : m_value.substr(m_value.size() - 4);
}

bool SecretString::operator==(const SecretString &other) const
{
    if (m_value.size() != other.m_value.size())
        return false;
    unsigned difference = 0;
    for (std::size_t index = 0; index < m_value.size(); ++index)
        difference |= static_cast<unsigned char>(m_value[index]) ^ static_cast<unsigned char>(other.m_value[index]);
    return difference == 0;
}

void SecretString::wipe()
{
    // volatile keeps the compiler from dropping stores to memory that is about to be freed.
    volatile char *bytes = m_value.data();
    for (std::size_t index = 0; index < m_value.size(); ++index)
        bytes[index] = '\0';
    m_value.clear();
}

} // namespace gateway
