#!/bin/bash
# Renews the chain of the internal gateway and asks openssl until it agrees.
set -u
q() { "$@" 2>/dev/null >/dev/null; }
q openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -subj /CN=HouseRoot -days 30
q openssl req -newkey rsa:2048 -nodes -keyout mid.key -out mid.csr -subj /CN=HouseIssuing
printf 'basicConstraints=critical,CA:TRUE\n' > mid.ext
q openssl x509 -req -in mid.csr -CA root.pem -CAkey root.key -CAcreateserial -out mid.pem -days 20 -extfile mid.ext
q openssl req -newkey rsa:2048 -nodes -keyout leaf.key -out leaf.csr -subj /CN=gateway.house
q openssl x509 -req -in leaf.csr -CA mid.pem -CAkey mid.key -CAcreateserial -out leaf.pem -days 10
echo "1/3 as delivered"
openssl verify leaf.pem
echo "2/3 with the root only"
openssl verify -CAfile root.pem leaf.pem
echo "3/3 with the issuing certificate"
openssl verify -CAfile root.pem -untrusted mid.pem leaf.pem || exit 1
cat leaf.pem mid.pem > fullchain.pem
echo "fullchain.pem has $(grep -c BEGIN fullchain.pem) certificates"
