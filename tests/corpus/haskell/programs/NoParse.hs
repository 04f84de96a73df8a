import System.IO

kg :: String -> Double
kg = read

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  mapM_ (print . kg) ["1.5", "0.9", "n/a"]
