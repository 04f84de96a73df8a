#!/bin/sh -e
# Checks the chain a month before it is used.
echo "checking server.pem for 2037-01-01"
openssl verify -attime 2114380800 -CAfile server.pem server.pem
echo "chain is fine"
