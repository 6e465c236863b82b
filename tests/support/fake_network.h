// A network that comes and goes as a test says.
#pragma once

#include "gateway/api/network_facade.h"

#include <utility>

namespace support {

class FakeNetwork final : public gateway::api::NetworkFacade {
public:
    bool isOffline() const override { return m_isOffline; }
    void setOffline(bool isOffline)
    {
        if (std::exchange(m_isOffline, isOffline) != isOffline)
            emit offlineChanged(isOffline);
    }

private:
    bool m_isOffline = false;
};

} // namespace support
