import qualified Data.Map as Map
import System.IO

table :: Map.Map String Double
table = Map.fromList [("nut", 0.2), ("bolt", 0.3)]

price :: String -> Double
price item = table Map.! item

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  mapM_ (print . price) ["nut", "washer"]
