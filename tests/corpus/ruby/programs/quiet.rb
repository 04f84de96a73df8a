$stdout.sync = true
case ARGV[0]
when "mirrors"
  3.times do |i|
    begin
      raise Errno::ECONNREFUSED, "mirror #{i}"
    rescue SystemCallError => e
      warn "W, #{e.message}, next one"
    end
  end
  24.times { |i| puts "I, part #{i} read from the local copy" }
when "notes"
  puts "CHANGES\n- the message\n      import.rb:12:in `rows': row 3 is empty (ArgumentError)\n      \tfrom import.rb:20:in `<main>'\n  is gone.\n"
  18.times { |i| puts "table #{i} migrated" }
when "counters"
  %w[exceptions errors retries_exhausted segfaults].each { |n| puts "#{n.ljust(18)} 0" }
  (1..20).each { |i| puts "eval #{i} error #{(1.0 / i).round(4)}" }
when "values"
  p [ArgumentError.new("none"), nil, KeyError, { error: nil }]
  18.times { |i| puts "sheet #{i} stored" }
when "rspec"
  puts "....................\n\nFinished in 0.01 seconds (files took 0.07 seconds to load)\n20 examples, 0 failures, 0 errors occurred outside of examples"
end
