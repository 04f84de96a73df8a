local list = { { "pear", 3 }, { "nut", "7" }, { "fig", 2 } }
table.sort(list, function(a, b) return a[2] < b[2] end) -- ROOT
print("rank: " .. list[1][1])
