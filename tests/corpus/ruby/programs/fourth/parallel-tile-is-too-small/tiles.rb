require "parallel"

def size(tile)
  raise RangeError, "tile #{tile} is smaller than 16" if tile < 16 # RAISES

  tile * tile
end

sizes = Parallel.map([64, 32, 8, 16], in_processes: 2) { |tile| size(tile) }
puts sizes.sum
