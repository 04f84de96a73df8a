for n, name in enumerate(["create_errors", "add_exception_type", "drop_traceback_column", "index_failed_jobs"], 1):
    print("Applying jobs.%04d_%s... OK" % (n, name))
for t in ("errors", "failed_jobs", "exceptions"):
    for i in range(5):
        print("CREATE INDEX %s_%d ON %s (error_code, \"RaisedAt\");" % (t, i, t))
print("No migrations to apply. 0 errors.")
