#!/bin/dash
set -e
printf '<!DOCTYPE html><html><head><title>Sign in</title></head></html>\n' > agentd_1.9_amd64.deb
echo "agentd_1.9_amd64.deb: $(wc -c < agentd_1.9_amd64.deb) bytes"
dpkg-deb -x agentd_1.9_amd64.deb root
install -D -m 0755 root/usr/bin/agentd bin/agentd
bin/agentd --version
