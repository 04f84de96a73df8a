print("depth 3 m")
