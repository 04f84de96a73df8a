#!/bin/bash
set -eE
info()  { echo "level=info ts=$(date -u +%FT%TZ) msg=\"$*\""; }
on_err() { echo "level=error ts=$(date -u +%FT%TZ) msg=\"bundle step failed\" exit=$1 func=${FUNCNAME[1]}" >&2; }
trap 'on_err $?' ERR

renew() {
    info "new key for $1"
    openssl req -x509 -newkey rsa:2048 -nodes -keyout "$1.key.new" -out "$1.crt" -days 90 -subj "/CN=$1.example.org" 2>/dev/null
    [ -e "$1.key" ] || openssl genrsa -out "$1.key" 2048 2>/dev/null
}

bundle() {
    info "bundle for $1"
    openssl pkcs12 -export -inkey "$1.key" -in "$1.crt" -name "$1" -passout pass:changeit -out "$1.p12"
    info "written $1.p12 ($(stat -c %s "$1.p12") bytes)"
}

for host in mail; do renew $host; bundle $host; done
info "all bundles renewed"
