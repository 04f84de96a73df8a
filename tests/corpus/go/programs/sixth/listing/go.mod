module example.org/night

go 1.19
