module Main (main) where

import Control.Concurrent (forkIO, threadDelay)
import Control.Exception
import Control.Monad
import Control.Retry
import Network.Socket
import System.IO

-- The feed comes up a little later than the job that reads it.
main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  let hints = defaultHints { addrSocketType = Stream, addrFlags = [AI_NUMERICHOST] }
  a : _ <- getAddrInfo (Just hints) (Just "127.0.0.1") (Just "7397")
  _ <- forkIO $ do
    threadDelay 700000
    s <- socket (addrFamily a) Stream defaultProtocol
    setSocketOption s ReuseAddr 1
    bind s (addrAddress a)
    listen s 4
    forever (accept s >>= close . fst)
  recovering (exponentialBackoff 100000 <> limitRetries 6) [logRetries refused report] $ \_ ->
    bracket (socket (addrFamily a) Stream defaultProtocol) close (\s -> connect s (addrAddress a))
  putStrLn "feed: connected, 0 rows lost"

refused :: IOException -> IO Bool
refused _ = pure True

report :: Bool -> IOException -> RetryStatus -> IO ()
report again e status = hPutStrLn stderr ("feed: " ++ defaultLogMsg again e status)
