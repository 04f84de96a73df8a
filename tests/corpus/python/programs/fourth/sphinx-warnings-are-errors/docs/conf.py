project = "Ledger"
extensions = []
