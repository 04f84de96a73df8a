require 'slim'
require 'tilt'

Dir.glob('pages/*.slim').sort.each do |page|
  $stderr.puts "site: #{page}"
  html = Tilt.new(page).render(Object.new, title: 'Timetable', trains: [%w[08:04 Ghent], %w[08:34 Bruges]])
  File.write(page.sub('.slim', '.html'), html)
  $stderr.puts "site: #{page} -> #{html.bytesize} bytes"
end
