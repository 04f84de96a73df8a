require "concurrent"

ZONES = { "east" => 3, "west" => 4 }.freeze

def nodes(zone)
  ZONES.fetch(zone) # RAISES
end

futures = %w[east north west].map { |zone| Concurrent::Promises.future(zone) { |z| nodes(z) } }
puts "asked for #{futures.size} zones"
puts Concurrent::Promises.zip(*futures).value!.sum
