import qualified Data.Map as Map

main :: IO ()
main = do
  putStrLn "running as a script"
  print (Map.lookup "nut" prices)

prices :: Map.Map String Double
prices = Map.fromList [("nut", "0.2")]
