#!/bin/bash
set -u
echo "reading source $1"
