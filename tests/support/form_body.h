// Forms as clients send them: fields and files one after the other, with the boundary X.
#pragma once

#include "gateway/net/http/spooled_body.h"
#include "tests/support/fake_exchange.h"

#include <QtGlobal>

#include <string>

namespace tests {

inline const std::string formType = "multipart/form-data; boundary=X";
inline const std::string formEnd = "--X--\r\n";

inline std::string formField(const std::string &name, const std::string &value)
{
    return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

// `type` is the Content-Type of the part; empty: it has none.
inline std::string formFile(const std::string &name, const std::string &fileName, const std::string &bytes,
                            const std::string &type = {})
{
    return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\r\n"
           + (type.empty() ? std::string() : "Content-Type: " + type + "\r\n") + "\r\n" + bytes + "\r\n";
}

// Gives the exchange its body as a large upload, which waits on the disk.
inline void spool(FakeExchange &exchange, const std::string &form)
{
    auto spooled = gateway::net::SpooledBody::create();
    if (!spooled || (*spooled)->append(form))
        qFatal("no place on the disk");
    exchange.mutableRequest().spooledBody = *spooled;
}

} // namespace tests
