ExUnit.start(seed: 0, trace: true, colors: [enabled: false])
