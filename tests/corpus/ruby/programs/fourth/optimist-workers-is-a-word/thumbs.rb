require "optimist"

opts = Optimist.options do
  version "thumbs 1.4"
  opt :workers, "How many workers", default: 4
  opt :errors, "How many errors are borne", default: 0
end
puts "#{opts[:workers]} workers"
