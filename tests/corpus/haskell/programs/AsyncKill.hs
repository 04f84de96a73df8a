import Control.Concurrent
import Control.Exception
import Control.Monad
import System.Exit
import System.IO

shard :: Int -> IO ()
shard n = when (n == 2) (throwIO (ErrorCall ("shard " ++ show n ++ ": größe {0}"))) >> putStrLn ("shard " ++ show n ++ " done")

main :: IO ()
main = do
  mapM_ (`hSetBuffering` LineBuffering) [stdout, stderr]
  forM_ [1 .. 3] $ \n -> forkIO (shard n) >> threadDelay 30000
  putStrLn "2 of 3 shards done"
  exitWith (ExitFailure 4)
