module acme.org/unit

go 1.19
