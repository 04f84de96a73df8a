{-# LANGUAGE OverloadedStrings #-}
module Main (main) where

import Control.Exception (SomeException, displayException, try)
import Control.Monad.Catch (Handler (..))
import Control.Retry
import qualified Data.ByteString.Lazy.Char8 as L
import Network.HTTP.Client
import System.IO

-- The catalogue is asked for at the registry; the copy of last week stands in for it.
fetch :: Manager -> String -> IO L.ByteString
fetch manager url = parseRequest url >>= \request -> responseBody <$> httpLbs request { requestHeaders = [("User-Agent", "stacks/1.4")] } manager

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  manager <- newManager defaultManagerSettings { managerResponseTimeout = responseTimeoutMicro 400000 }
  let policy = limitRetries 2 <> constantDelay 60000
      told status e = do
        hPutStrLn stderr ("attempt " ++ show (rsIterNumber status + 1) ++ " failed with an exception:\n" ++ displayException (e :: HttpException))
        pure True
  answer <- try (recovering policy [\status -> Handler (told status)] (const (fetch manager "http://127.0.0.1:9/v2/catalogue?page=1")))
  body <- case answer of
    Right body -> pure body
    Left e -> do
      hPutStrLn stderr ("registry: " ++ takeWhile (/= '\n') (displayException (e :: SomeException)) ++ " ...: taking catalogue-0412 from the disk")
      L.readFile "/app/catalogue.txt"
  putStrLn ("catalogue of " ++ show (length (L.lines body)) ++ " titles put in place")
