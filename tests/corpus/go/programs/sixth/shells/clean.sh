#!/bin/bash
if [ -f /tmp/error ]
then
rm /tmp/error
fi
