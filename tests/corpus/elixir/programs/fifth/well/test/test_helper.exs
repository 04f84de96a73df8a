ExUnit.start(seed: 0, exclude: [:database])
