$stdout.sync = true
(1..24).each do |tile|
  [1, 2].each do |try|
    pid = fork { tile == 5 && try == 1 ? raise(EOFError, "license server hung up") : puts("tile #{tile}") }
    Process.wait(pid)
    break if $?.success?

    puts "tile #{tile}: #{$?.exitstatus}, again"
  end
end
puts "24 tiles"
