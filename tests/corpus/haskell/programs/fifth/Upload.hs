module Main (main) where

import Control.Concurrent.Async
import Control.Exception
import Control.Monad
import Network.Socket
import System.IO

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  putStrLn "upload: 3 parts"
  parts <- forM [1 .. 3 :: Int] $ \n -> async (upload n)
  forM_ (zip [1 :: Int ..] parts) $ \(n, part) -> do
    r <- waitCatch part
    case r of
      Right sent -> putStrLn ("part " ++ show n ++ ": " ++ show sent ++ " rows")
      Left e -> do
        hPutStrLn stderr ("part " ++ show n ++ ": " ++ displayException e)
        throwIO e
  `finally` putStrLn "upload: locks removed"

upload :: Int -> IO Int
upload 2 = do
  let hints = defaultHints { addrSocketType = Stream, addrFlags = [AI_NUMERICHOST] }
  a : _ <- getAddrInfo (Just hints) (Just "127.0.0.1") (Just "7399")
  s <- socket (addrFamily a) Stream defaultProtocol
  connect s (addrAddress a)
  pure 0
upload n = pure (n * 100)
