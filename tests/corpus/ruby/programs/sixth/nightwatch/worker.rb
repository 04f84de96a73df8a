shard, life = ARGV
class Shard
  def initialize(name) = @name = name
  def lease(life)
    raise KeyError, "lease of #{@name} was taken by another node" if life == "1" && @name == "shard-2"
    raise Errno::EPIPE, "replica of #{@name}" if life == "2" && @name == "shard-2"
    "#{@name}: #{41 * @name[-1].to_i} keys compacted"
  end
end
puts Shard.new(shard).lease(life)
