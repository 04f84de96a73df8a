{-# LANGUAGE OverloadedStrings #-}
module Main (main) where

import Data.Aeson
import qualified Data.ByteString.Lazy.Char8 as L
import System.Exit
import System.IO

data Reading = Reading { meter :: String, value :: Int }

instance FromJSON Reading where
  parseJSON = withObject "Reading" $ \o -> Reading <$> o .: "meter" <*> o .: "value"

newtype Batch = Batch [Reading]

instance FromJSON Batch where
  parseJSON = withObject "Batch" $ \o -> Batch <$> o .: "readings"

batches :: [(String, L.ByteString)]
batches =
  [ ("north", "{\"readings\": [{\"meter\": \"M1\", \"value\": 410}]}")
  , ("south", "{\"readings\": [{\"meter\": \"M2\", \"value\": 12}, {\"meter\": \"M3\", \"value\": \"n/a\"}]}")
  ]

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  mapM_ load batches
  where
    load (zone, text) = do
      putStrLn ("loading " ++ zone)
      case eitherDecode text of
        Right (Batch rows) -> putStrLn ("  " ++ show (sum (map value rows)) ++ " of " ++ unwords (map meter rows))
        Left problem -> do
          hPutStrLn stderr ("meters: zone " ++ zone ++ " cannot be loaded")
          hPutStrLn stderr ("  " ++ problem)
          hPutStrLn stderr "meters: nothing was written, run again with --only once it is repaired"
          exitWith (ExitFailure 65)
