require "nokogiri"

def stations(path)
  Nokogiri::XML(File.read(path), &:strict).xpath("//station").map { |s| s["name"] }
end

$stdout.sync = true
puts "reading feed.xml"
puts stations("feed.xml").join(", ")
