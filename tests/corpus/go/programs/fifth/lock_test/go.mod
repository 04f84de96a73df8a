module example.org/night/ledger

go 1.19
