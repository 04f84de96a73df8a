#!/usr/bin/env bash
# nightly check that our gateway refuses what it has to refuse
set -uo pipefail
openssl req -x509 -newkey rsa:2048 -nodes -keyout gw.key -out gw.crt -days 30 -subj /CN=localhost 2>/dev/null
openssl s_server -accept 127.0.0.1:39443 -key gw.key -cert gw.crt -tls1_3 -quiet >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null' EXIT
sleep 0.7
wrong=0
check() { # name, expected, options...
    local name=$1 want=$2 got; shift 2
    echo "--- $name"
    if openssl s_client -connect 127.0.0.1:39443 -CAfile gw.crt "$@" </dev/null 2>&1 | grep -E 'error|alert|Protocol|Verif|New,' | sed 's/^[0-9A-F]*:/0:/'; [ "${PIPESTATUS[0]}" -eq 0 ]; then got=accepted; else got=refused; fi
    if [ "$got" = "$want" ]; then echo "ok: $got as wanted"; else echo "NOT OK: $got, but $want was wanted"; wrong=$((wrong + 1)); fi
}
check tls1.3 accepted -tls1_3
check tls1.2 refused -tls1_2
check tls1.1 refused -tls1_1 -cipher DEFAULT@SECLEVEL=0
check unknown-name refused -tls1_3 -verify_hostname gateway.example.org -verify_return_error
echo "$wrong checks went wrong"
exit $((wrong > 0))
