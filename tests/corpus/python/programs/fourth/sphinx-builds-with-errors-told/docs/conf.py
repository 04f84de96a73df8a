project = "Ledger"
extensions = ["sphinx.ext.autodoc"]
