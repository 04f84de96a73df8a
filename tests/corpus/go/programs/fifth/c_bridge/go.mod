module example.org/night/bridge

go 1.19
