import redis


def enqueue(client, job):
    client.rpush("jobs", job)


client = redis.Redis(port=6390, socket_timeout=2)
print("enqueueing 3 jobs", flush=True)
for job in ("a", "b", "c"):
    enqueue(client, job)
