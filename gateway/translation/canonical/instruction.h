// Messages that tell the model how to answer, in either of OpenAI's two words for them.
#pragma once

#include "gateway/translation/canonical/message.h"

namespace gateway::translation {

inline bool isInstruction(const Message &message)
{
    return message.role == Role::System || message.role == Role::Developer;
}

} // namespace gateway::translation
