require "parallel"

pages = %w[imprint prices map jobs news]
sizes = {}
begin
  Parallel.each(pages, in_processes: 2) do |page|
    puts "[worker] fetching #{page}"
    $stdout.flush
    Process.kill(:KILL, Process.pid) if page == "map"
    page.size
  end
rescue Parallel::DeadWorker => e
  warn "#{e.full_message(highlight: false)}"
  warn "a worker has died, all pages are fetched one after another now"
  sizes = Parallel.map(pages, in_processes: 0) { |page| [page, page.size * 100] }.to_h
end
puts "crawl: #{sizes.size}/#{pages.size} pages, #{sizes.values.sum} bytes"
