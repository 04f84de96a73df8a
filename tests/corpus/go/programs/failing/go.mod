module round

go 1.19
