// A whole gateway, as the programs put it together, that can be ended, killed and started again.
#pragma once

#include "app/gateway_host.h"
#include "tests/support/gateway_under_test.h"

#include <memory>
#include <vector>

#include <QTemporaryDir>

namespace tests {

// Lives on the test's thread. What fails here ends the test's process.
class WalkedGateway {
public:
    WalkedGateway();
    ~WalkedGateway();

    void start(); // with the configuration file, if there is one
    void end();
    // What is committed goes into another folder, as the disk of a killed process has it; then it starts there.
    void crash();

    void writeFile(const QByteArray &text) const; // config.json
    void takeOverFile();                          // whose content is another than the one in force, and no broken one
    // What is used of all limits, as the database has it: a crash now would leave that.
    qint64 writtenUse() const;

    gateway::service::GatewayService &service() { return m_host->service(); }
    ClientAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                      const QByteArray &headers = {});

private:
    QString folder() const { return m_folders.back()->path(); }

    std::vector<std::unique_ptr<QTemporaryDir>> m_folders; // the last one is in use
    std::unique_ptr<app::GatewayHost> m_host;
};

} // namespace tests
