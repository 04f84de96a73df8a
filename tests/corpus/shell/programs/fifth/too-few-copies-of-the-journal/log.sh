log() { printf '[%s] %s %s\n' "$(date '+%Y-%m-%d %H:%M:%S')" "$1" "$2" >&2; }
die() { log ERROR "$2"; exit "$1"; }
