{-# LANGUAGE OverloadedStrings, TemplateHaskell #-}
module Main (main) where

import Control.Monad
import System.IO
import Control.Monad.IO.Class
import Control.Monad.Logger
import Data.Aeson
import qualified Data.ByteString.Lazy.Char8 as L
import qualified Data.Text as T
import Control.Concurrent (threadDelay)

data Booking = Booking { room :: Int, guest :: T.Text }

instance FromJSON Booking where
  parseJSON = withObject "Booking" $ \o -> do
    number <- o .: "room"
    when (number > 40) $ fail ("room " ++ show number ++ " is being rebuilt")
    Booking number <$> o .: "guest"

consume :: LoggingT IO Int
consume = do
  rows <- liftIO (L.lines <$> L.readFile "/app/bookings.jsonl")
  results <- forM (zip [1 :: Int ..] rows) $ \(n, row) -> case eitherDecode row of
    Right b -> $(logInfo) ("booked room " <> T.pack (show (room b)) <> " for " <> guest b) >> pure 0
    Left e -> do
      $(logError) ("message " <> T.pack (show n) <> " cannot be decoded: " <> T.pack e)
      $(logWarn) ("message " <> T.pack (show n) <> " published to bookings.dead-letter")
      pure 1
  pure (sum results)

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  n <- runStdoutLoggingT consume
  putStrLn ("consumer: " ++ show n ++ " dead letters, offset committed, polling")
  forever (threadDelay 200000)
