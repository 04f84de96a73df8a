#!/bin/sh -e
echo "#1 [build 2/3] go version"
go version
echo "#2 [build 3/3] go build -o /out/mailer ."
go build -mod=readonly -o /tmp/mailer . || { echo "#2 ERROR: process did not complete successfully: exit code: $?"; exit 1; }
