class QuotaError < StandardError; end

def example(error)
  raise error
rescue StandardError => e
  e.full_message(highlight: false)
end

puts "What the night may print:"
[QuotaError.new("the bucket is full"), ArgumentError.new("no day given")].each { |e| puts example(e) }
puts "--- end of the catalogue"
puts ObjectSpace.each_object(Class).select { |c| c < StandardError }.map(&:name).compact.sort.first(30)
