bucket         = "snapshots-eu"
retention_days = 3
