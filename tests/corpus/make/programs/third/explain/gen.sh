cat "$@" | sort
echo "gen.sh: errors in $*: 0" >&2
