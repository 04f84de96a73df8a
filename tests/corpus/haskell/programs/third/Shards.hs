import Control.Concurrent.Async
import Control.Exception
import System.IO

weight :: Int -> IO Int
weight shard
  | shard == 3 = ioError (userError ("shard " ++ show shard ++ " has no weights"))
  | otherwise = return (shard * 7)

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  putStrLn "weighing 4 shards"
  ws <- (mapConcurrently weight [1 .. 4]) `finally` putStrLn "scratch files are removed"
  print (sum ws)
