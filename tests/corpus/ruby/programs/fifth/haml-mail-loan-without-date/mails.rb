require 'haml'

Reader = Struct.new(:name, :loans)
Loan = Struct.new(:title, :back)

readers = [Reader.new('Ada', [Loan.new('Trees', Time.at(0).utc)]), Reader.new('Ben', [Loan.new('Rivers', nil)])]
template = Haml::Template.new('mail.haml')
readers.each do |reader|
  text = template.render(reader, sender: 'desk')
  puts "mail to #{reader.name}: #{text.lines.size} lines"
end
puts 'mails: all written'
