import Config
config :depot, bays: 4, doors: "north,south"
config :logger, :console, format: "$time $metadata[$level] $message\n", metadata: [:pid]
