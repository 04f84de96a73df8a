return { version = "1.2" }
