#!/usr/bin/env zsh
setopt err_exit no_unset pipe_fail
PATH=$PATH:/usr/sbin
print -r -- 'listener 39883 127.0.0.1
allow_anonymous false
password_file /app/users' > broker.conf
mosquitto_passwd -b -c users meter s3cret 2>/dev/null
chmod 644 users
mosquitto -c broker.conf > broker.log 2>&1 &
broker=$!
TRAPEXIT() { kill $broker 2>/dev/null; print "report: broker log has $(wc -l < broker.log) lines" }
sleep 0.8
send() { mosquitto_pub -h 127.0.0.1 -p 39883 -q 1 -t "plant/$1" -m "$2" "${@:3}"; print "report: sent $1" }
send boiler 71.5 -u meter -P s3cret
send pump on -u meter -P s3cret
send tank 38.2 -u meter -P secret
print "report: all sent"
