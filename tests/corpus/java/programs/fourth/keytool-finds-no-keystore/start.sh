#!/bin/bash
set -e
echo "==> checking the certificate"
keytool -list -keystore conf/server.jks -storepass changeit
echo "==> starting"
exec java -cp app Main
