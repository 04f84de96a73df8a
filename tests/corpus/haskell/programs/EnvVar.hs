import System.Environment (getEnv)
import System.IO

conf :: IO [(String, Int)]
conf = do
  port <- getEnv "NIGHTLY_PORT"
  return [("port", read port)]

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  putStrLn "loading configuration"
  conf >>= print
