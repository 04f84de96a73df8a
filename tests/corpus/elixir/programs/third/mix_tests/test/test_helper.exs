ExUnit.start(seed: 0, colors: [enabled: false])
