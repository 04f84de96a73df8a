require "thor"

class Index < Thor
  def self.exit_on_failure? = true

  desc "build SOURCE", "builds an index of SOURCE"
  option :shards, type: :numeric, default: 8
  def build(source)
    puts "building #{source} in #{options[:shards]}"
  end
end

Index.start
