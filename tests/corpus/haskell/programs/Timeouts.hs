import Control.Concurrent
import System.IO
import System.Timeout

fetch :: Int -> IO Int
fetch n = threadDelay (n * 200000) >> return n

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  a <- timeout 100000 (fetch 0)
  print a
  Just b <- timeout 100000 (fetch 9)
  print b
