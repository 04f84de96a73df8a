import concurrent.futures


def probe(host):
    if host.endswith("3"):
        raise TimeoutError("no answer from %s" % host)
    return "up"


with concurrent.futures.ThreadPoolExecutor(2) as pool:
    jobs = {h: pool.submit(probe, h) for h in ("node%d" % i for i in range(12))}
print("%-8s %-6s %s" % ("host", "state", "exception"))
for host, job in jobs.items():
    e = job.exception()
    print("%-8s %-6s %r" % (host, "down" if e else job.result(), e))
print("11 up, 1 down")
