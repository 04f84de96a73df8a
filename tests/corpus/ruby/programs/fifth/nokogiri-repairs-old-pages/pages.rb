require 'nokogiri'

pages = {
  'start' => '<html><head><title>Start</title></head><body><p>well</p></body></html>',
  'prices' => '<html><title>Prices</title><body><table><tr><td>12</table></div><p>&euroo; and <blink>gone</p>',
  'news' => '<rss><item><title>Fatal error at the bridge</title></item><item></rss>' }
total = 0
pages.each do |name, text|
  page = name == 'news' ? Nokogiri::XML(text) { |c| c.recover } : Nokogiri::HTML(text)
  page.errors.each { |e| warn "#{name}: #{e.class}: #{e.message} (level #{e.level})" }
  total += page.errors.size
  puts "#{name}: #{page.at('title')&.text.inspect}, #{page.errors.size} errors"
end
puts "3 pages are read, #{total} errors were repaired"
