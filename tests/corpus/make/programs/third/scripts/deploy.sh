#!/bin/sh
if [[ $1 == prod ]]; then
  cd $TARGET
  rm -rf $DIR/*
fi
echo "error: $?"
