for i = 1, 20 do
  print(('{"seq":%d,"error":null,"traceback":"","failed":false}'):format(i))
end
print("lua: done")
