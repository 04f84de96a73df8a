#!/bin/sh
echo "error: this text is expected" >&2
exec ./tide
