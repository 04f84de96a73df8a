module example.org/night/fields

go 1.19
