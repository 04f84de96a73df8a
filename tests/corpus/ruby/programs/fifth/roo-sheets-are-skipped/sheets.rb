require 'roo'
require 'logger'
require 'zip'

log = Logger.new($stderr, progname: 'sheets')
log.formatter = ->(level, time, name, text) { "#{time.strftime('%H:%M:%S')} #{level} -- #{name}: #{text.is_a?(Exception) ? "#{text.message} (#{text.class})\n#{text.backtrace.first(4).join("\n")}" : text}\n" }
File.write('north.csv', "id,sum\n1,20\n2,n/a\n3,11\n")
File.write('south.xlsx', '<html>Session expired, please log in</html>')
Zip::File.open('west.xlsx', Zip::File::CREATE) { |zip| zip.get_output_stream('readme.txt') { |f| f.write 'empty' } }

sums = Hash.new(0)
%w[north.csv south.xlsx west.xlsx east.ods].each do |file|
  sheet = Roo::Spreadsheet.open(file)
  (2..sheet.last_row).each do |row|
    sums[file] += Integer(sheet.cell(row, 2))
  rescue ArgumentError => e
    log.error e
  end
rescue StandardError => e
  log.error e
  log.warn "#{file} is left out"
end
puts "sums: #{sums}"
