project = "tally"
extensions = []
html_theme = "basic"
