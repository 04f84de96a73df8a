module example.org/night/codes

go 1.19
