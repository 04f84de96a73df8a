Given(/^a printer without paper$/) { @paper = 0 }
When(/^a page is sent$/) do
  begin
    raise IOError, 'out of paper' if @paper.zero?
  rescue IOError => e
    puts "lp0: #{e.full_message(highlight: false)}"
    @shown = "Error: #{e.message}"
  end
end
Then(/^"([^"]*)" is shown$/) { |text| raise "#{@shown} is shown" unless @shown == text }
Given(/^a printer that can turn pages$/) { pending 'the unit is at the workshop' }
Given(/^a printer on fire$/) { raise 'lp0 on fire' }
