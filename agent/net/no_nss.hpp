// See no_nss.cpp. Private to net.
#pragma once

namespace task_agent::net {

void use_no_nss() noexcept;

}  // namespace task_agent::net
