require "csv"

text = DATA.read
booked = 0.0
refused = []
text.each_line.with_index(1) do |line, number|
  cells = CSV.parse_line(line, col_sep: ";", quote_char: '"')
  booked += Float(cells[2])
rescue CSV::MalformedCSVError, ArgumentError, TypeError => e
  refused << number
  $stderr.puts "--- line #{number} is refused: #{line}", e.full_message(highlight: false, order: :top)
end
puts "booked #{format('%.2f', booked)}, lines refused: #{refused.join(', ')} (they go to the clerk)"
__END__
02.02.;rent;-810.00
02.02.;"Café "am Markt"";-12.40
03.02.;salary;2911.10
03.02.;fee;n/a
04.02.;transfer
