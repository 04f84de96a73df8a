#!/bin/sh
echo start
check() {
  case "$1" in
    a) echo A ;;
    b echo B ;;
  esac
}
check a
