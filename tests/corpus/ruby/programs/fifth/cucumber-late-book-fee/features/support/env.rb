require 'rspec/expectations'
World(RSpec::Matchers)
at_exit { puts 'fees: report is in /app/fees.html' }
