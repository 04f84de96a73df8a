#!/bin/bash
for f in *.log; do
  gzip "$f"
