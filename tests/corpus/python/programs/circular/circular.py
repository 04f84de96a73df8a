import warnings

warnings.warn("the 'legacy' backend goes away in 3.0", DeprecationWarning, stacklevel=1)
import registry

print(registry.names())
