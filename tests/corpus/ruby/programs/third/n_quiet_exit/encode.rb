$stdout.sync = true
1.upto(12) { |n| print "\rsegment #{n}/12 errors 0" }
puts
exit!(4)
