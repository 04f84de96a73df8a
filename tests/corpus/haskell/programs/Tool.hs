import System.IO
import System.Process

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  callProcess "echo" ["packing"]
  callProcess "tar" ["-cf", "/dev/null", "/app/no-such-folder"]
