import numpy as np

a = np.array([1.0, 0.0, -1.0])
print(a / 0.0)
print(np.sqrt(a))
print(np.array([1e308]) * 10)
print("error bars:", np.std(a), "errors: 0")
