#!/bin/bash
export GNUPGHOME=/app/.gnupg; rm -rf $GNUPGHOME; mkdir -m 700 $GNUPGHOME
gpg --batch --passphrase '' --quick-gen-key 'night <night@example.org>' ed25519 sign never
date > report.txt; gpg --batch --yes --detach-sign report.txt
rm -f $GNUPGHOME/trustdb.gpg
gpg --verify report.txt.sig report.txt
openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 3 -subj /CN=error.example.org 2>/dev/null
openssl verify c.pem || echo "not known yet, it is our own"
openssl verify -CAfile c.pem c.pem
openssl x509 -in c.pem -noout -checkend 600
gpgconf --kill all; rm -rf $GNUPGHOME
