#!/bin/bash
# Checks the chain before the proxy is given its new certificate.
set -o errexit -o nounset
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj "/O=Example/CN=Old CA" 2>/dev/null
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca2.key -out ca2.pem -days 30 -subj "/O=Example/CN=New CA" 2>/dev/null
openssl req -newkey rsa:2048 -nodes -keyout proxy.key -out proxy.csr -subj "/O=Example/CN=proxy.example.org" 2>/dev/null
openssl x509 -req -in proxy.csr -CA ca2.pem -CAkey ca2.key -CAcreateserial -days 10 -out proxy.pem
echo "verifying proxy.pem against ca.pem"
openssl verify -CAfile ca.pem proxy.pem
install -m 0600 proxy.key proxy.pem /etc/proxy/
echo "installed"
