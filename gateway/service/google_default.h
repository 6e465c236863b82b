// Finds the application default credentials of this computer, where Google's own tools look.
#pragma once

#include "gateway/base/secret_string.h"
#include "gateway/base/token_grant.h"
#include "gateway/config/key_place.h"

#include <string>

namespace gateway::service {

struct GoogleDefault {
    SecretString file;       // the content of a key file, or
    TokenGrantPointer grant; // the service account of the machine
    std::string project;     // that the variables name; may be empty
    std::string problem;     // why there is neither, for people
};

// Main thread. The file that GOOGLE_APPLICATION_CREDENTIALS names, else the one that gcloud writes
// (cloud.google.com/docs/authentication/application-default-credentials). The machine is asked only where the place names
// it as the source (decision 0054); GCE_METADATA_HOST says where its service is, if not at metadata.google.internal.
GoogleDefault findGoogleDefault(const config::KeyPlace &place);

} // namespace gateway::service
