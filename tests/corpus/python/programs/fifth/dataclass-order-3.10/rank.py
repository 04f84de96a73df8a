import heapq
from dataclasses import dataclass


@dataclass
class Job:
    name: str
    cost: int


def plan(jobs):
    heap = []
    for job in jobs:
        heapq.heappush(heap, (job.cost, job))
    while heap:
        cost, job = heapq.heappop(heap)
        yield "%-8s %d" % (job.name, cost)


for line in plan([Job("index", 5), Job("vacuum", 3), Job("report", 5), Job("mail", 1)]):
    print(line)
