main :: IO ()
main = do
  let rows = [1 .. 20000000] :: [Integer]
  print (sum rows)
  print (length rows)
