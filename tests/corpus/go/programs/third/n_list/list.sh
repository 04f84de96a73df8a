cd /app
go version
go env GOFLAGS GOOS
go list -e std | grep -E 'err|log|panic|debug|signal|trap' | sort
go tool compile -V
for i in $(seq 1 6); do echo "toolchain: check $i passed, 0 errors"; done
