import Control.Exception (assert)
import System.IO

data Job = Fetch { url :: String } | Pack { level :: Int }

describe :: Job -> String
describe j = "level " ++ show (level j)

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  putStrLn (describe (Pack 3))
  putStrLn (describe (Fetch "ftp://host"))
