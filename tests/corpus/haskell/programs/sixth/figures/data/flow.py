rows = {"a": 1}

def flow(key):
    return rows[key]

print(flow("b"))
