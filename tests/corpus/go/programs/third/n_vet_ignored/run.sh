cd /app
go vet ./... || echo "vet: findings are only shown until March (status $?)"
go build -o tool . && ./tool
